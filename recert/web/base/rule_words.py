"""An edition's numbers in words: what each is about, how it is read, and the footnotes a page collects for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from recert.rules.edition import Edition, Rulebook
from recert.rules.numbers import Number, numbers_of
from recert.rules.points import as_text
from recert.web.base.words import word


class NoSuchNumber(LookupError):
    """A page quotes a number that no edition of the rulebook states."""


def current_edition(rulebook: Rulebook) -> Edition | None:
    """The newest edition that is not kept only for the record."""
    return next((edition for edition in reversed(rulebook.editions) if not edition.superseded), None)


def number_named(rulebook: Rulebook, about: str, edition: str = "") -> tuple[Edition, Number]:
    """A number of the current edition, or of the edition named.

    :raises NoSuchNumber: naming the rulebook and what it does have.
    """
    chosen = next((e for e in rulebook.editions if e.name == edition), None) if edition else current_edition(rulebook)
    numbers = {number.about: number for number in numbers_of(chosen)} if chosen is not None else {}
    if chosen is not None:
        numbers["began"] = Number(about="began", value=chosen.effective_from, measure="date", cited=chosen.since)
    if chosen is None or about not in numbers:
        known = ", ".join(numbers) or "no numbers"
        raise NoSuchNumber(f"{rulebook.credential} {edition or 'today'} has no number {about!r}; it has {known}")
    return chosen, numbers[about]


REPEATS: Mapping[str, str | Promise] = {"cycle": _("counts once in a cycle"), "ever": _("counts once, ever")}


def number_text(number: Number) -> str:
    """The bare number: 60, $50, yes; a sentence where nobody knows it."""
    value = number.value
    if value is None:
        return gettext("not known (ask your certifier)")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, date):
        return formats.date_format(value, "DATE_FORMAT")
    if isinstance(value, str):
        return str(REPEATS[value]) if number.about == "repeats" else gettext(value)
    if number.measure == "usd_cents":
        dollars, cents = divmod(value, 100)
        return f"${dollars:,}.{cents:02d}" if cents else f"${dollars:,}"
    return as_text(value) if number.measure == "points" else str(value)


def number_phrase(number: Number) -> str:
    """The number with the word it is counted in: 60 months, 50 minutes."""
    text, value = number_text(number), number.value
    if isinstance(value, bool) or not isinstance(value, int):
        return text
    if number.measure == "points":
        return ngettext("%(n)s point", "%(n)s points", 1 if value == 100 else 2) % {"n": text}
    if number.measure == "months":
        return ngettext("%(n)s month", "%(n)s months", value) % {"n": text}
    if number.measure == "days":
        return ngettext("%(n)s day", "%(n)s days", value) % {"n": text}
    if number.measure == "minutes":
        return ngettext("%(n)s minute", "%(n)s minutes", value) % {"n": text}
    return text


NAMES: Mapping[str, str | Promise] = {
    "began": _("In force from"),
    "cycle": _("Length of a cycle"),
    "outside": _("Most points from elsewhere"),
    "cpr_cards": _("Most points from CPR cards"),
    "pre_earned": _("Most points earned before a first cycle"),
    "total": _("Points in all"),
    "approved": _("Points your certifier itself approved"),
    "administrative": _("Administrative points"),
    "clinical": _("Clinical points"),
    "general": _("General points"),
    "basic": _("Basic points"),
    "reduced_total": _("Points in all, if newly certified"),
    "minimum_length": _("Shortest activity that counts"),
    "pre_earned_months": _("Earned before a first cycle: how long before"),
    "repeats": _("The same course again"),
    "recurring_training": _("Repeated required training counts once in"),
    "lapse_months": _("After expiry, continuing education stays open for"),
    "lapse_days": _("After expiry, another text says"),
    "lapse_not_after": _("After expiry, last day"),
}


def about_words(about: str) -> str:
    """What a number is about, in plain words; empty where the rule's own sentence has to say it."""
    if about in NAMES:
        return str(NAMES[about])
    sort, name = about.partition(":")[::2]
    if sort == "unit":
        return gettext("One %(unit)s counts as") % {"unit": word(name.partition("@")[0], "unit")}
    if sort == "kind":
        return word(name.removesuffix("_until"), "kind")
    return word(name.removesuffix("_pass"), "route") if sort == "route" else ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """One number quoted on a page, and the rule it comes from."""

    mark: int
    rulebook: Rulebook
    edition: Edition
    number: Number


@dataclass
class Footnotes:
    """The numbers a page has quoted so far; the same number keeps one mark."""

    notes: dict[tuple[str, str, str], Footnote] = field(default_factory=dict)

    def quote(self, rulebook: Rulebook, edition: Edition, number: Number) -> Footnote:
        key = (rulebook.credential, edition.name, number.about)
        return self.notes.setdefault(key, Footnote(len(self.notes) + 1, rulebook, edition, number))

    def __iter__(self) -> Iterator[Footnote]:
        return iter(self.notes.values())
