"""The question which category, asked of several activities at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from recert.actions.suggest_category import only_one
from recert.records.models import Activity
from recert.topics.suggest import Suggestion
from recert.web.base.words import word

LATER = "later"
QUESTION = re.compile(r"category-(\d{1,18})")


def asked_in(data: Iterable[str]) -> frozenset[int]:
    """The activities that a sent form speaks of."""
    return frozenset(int(found[1]) for name in data if (found := QUESTION.fullmatch(name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One activity, what is asked about it, and what its title or paper speaks of."""

    activity: Activity
    category: forms.BoundField
    version: forms.BoundField
    suggestions: tuple[Suggestion, ...]


class SortForm(forms.Form):
    def __init__(
        self,
        data: Any = None,
        *,
        rows: Sequence[Activity],
        categories: Sequence[str],
        suggested: Mapping[int, tuple[Suggestion, ...]] | None = None,
    ) -> None:
        super().__init__(data)
        self._rows, self._suggested = rows, suggested or {}
        choices = [*((name, word(name)) for name in categories), (LATER, _("I do not know yet"))]
        for row in rows:
            clear = only_one(self._suggested.get(row.pk, ())) or LATER
            label = row.title or row.provider or _("Untitled activity")
            self.fields[f"category-{row.pk}"] = forms.ChoiceField(
                label=label, choices=choices, initial=clear, widget=forms.RadioSelect
            )
            self.fields[f"version-{row.pk}"] = forms.IntegerField(initial=row.version, widget=forms.HiddenInput)

    def questions(self) -> Iterator[Question]:
        for row in self._rows:
            yield Question(
                activity=row,
                category=self[f"category-{row.pk}"],
                version=self[f"version-{row.pk}"],
                suggestions=self._suggested.get(row.pk, ()),
            )

    def chosen(self) -> dict[int, tuple[int, str]]:
        """The version looked at and the category, by activity; those put off are not among them."""
        answers = {row.pk: self.cleaned_data[f"category-{row.pk}"] for row in self._rows}
        return {
            key: (self.cleaned_data[f"version-{key}"], answer) for key, answer in answers.items() if answer != LATER
        }
