"""What is open about several activities, asked at once: which category, and whether about medical assisting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from recert.actions.list_unsorted import CATEGORY, RELEVANT, Unsorted
from recert.actions.suggest_category import only_one
from recert.topics.suggest import Suggestion
from recert.web.base.courses import IS_RELEVANT
from recert.web.base.words import word

LATER = "later"
QUESTION = re.compile(rf"({CATEGORY}|{RELEVANT})-(\d{{1,18}})")


def asked_in(data: Iterable[str]) -> dict[int, frozenset[str]]:
    """The activities that a sent form speaks of, and what it asks of each."""
    asked: dict[int, frozenset[str]] = {}
    for name in data:
        if found := QUESTION.fullmatch(name):
            asked[int(found[2])] = asked.get(int(found[2]), frozenset()) | {found[1]}
    return asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One activity, what is asked about it, and what its title or paper speaks of."""

    of: Unsorted
    fields: tuple[forms.BoundField, ...]
    version: forms.BoundField
    suggestions: tuple[Suggestion, ...]


class SortForm(forms.Form):
    def __init__(
        self,
        data: Any = None,
        *,
        rows: Sequence[Unsorted],
        categories: Sequence[str],
        suggested: Mapping[int, tuple[Suggestion, ...]] | None = None,
    ) -> None:
        super().__init__(data)
        self._rows, self._suggested = rows, suggested or {}
        self._categories = [(name, word(name)) for name in categories]
        for row in rows:
            key = row.activity.pk
            for name in self._asked(row):
                self.fields[f"{name}-{key}"] = self._category(key) if name == CATEGORY else self._subject()
            self.fields[f"version-{key}"] = forms.IntegerField(initial=row.activity.version, widget=forms.HiddenInput)

    def questions(self) -> Iterator[Question]:
        for row in self._rows:
            key = row.activity.pk
            yield Question(
                of=row,
                fields=tuple(self[f"{name}-{key}"] for name in self._asked(row)),
                version=self[f"version-{key}"],
                suggestions=self._suggested.get(key, ()) if CATEGORY in row.asks else (),
            )

    def chosen(self) -> dict[int, tuple[int, dict[str, Any]]]:
        """The version looked at and the answers, by activity; those put off are not among them."""
        told = {row.activity.pk: self._answers(row) for row in self._rows}
        return {key: (self.cleaned_data[f"version-{key}"], answers) for key, answers in told.items() if answers}

    def _asked(self, row: Unsorted) -> list[str]:
        return [name for name in (CATEGORY, RELEVANT) if name in row.asks]

    def _category(self, key: int) -> forms.ChoiceField:
        clear = only_one(self._suggested.get(key, ())) or LATER
        return _choice(_("Category"), self._categories, clear)

    def _subject(self) -> forms.ChoiceField:
        return _choice(_("Is it about medical assisting?"), [("yes", _("Yes")), ("no", _("No"))], LATER)

    def _answers(self, row: Unsorted) -> dict[str, Any]:
        said = {name: self.cleaned_data[f"{name}-{row.activity.pk}"] for name in self._asked(row)}
        return {name: IS_RELEVANT.get(answer, answer) for name, answer in said.items() if answer != LATER}


def _choice(label: str, choices: Sequence[tuple[str, str]], initial: str) -> forms.ChoiceField:
    later = (LATER, _("I do not know yet"))
    return forms.ChoiceField(label=label, choices=[*choices, later], initial=initial, widget=forms.RadioSelect)
