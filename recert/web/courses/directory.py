"""The directory of those who give, approve or list courses: by what they are, as far as their listing tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recert.records.models import Provider

KINDS: Mapping[str, Promise] = {
    "certifying body": _("Certifier"),
    "certifying body / society": _("Certifier and society"),
    "approver": _("Approves courses of others"),
    "directory": _("Directory of courses"),
    "government": _("Government"),
    "government contractor": _("Works for the government"),
    "health system": _("Health system"),
    "non-profit": _("Not for profit"),
    "university/college": _("University or college"),
    "society": _("Professional society"),
    "society store": _("Shop of a professional society"),
    "diagnostics vendor": _("Maker of laboratory tests"),
    "reference laboratory": _("Laboratory"),
    "proficiency testing": _("Tests laboratories"),
    "commercial": _("Company"),
    "commercial platform": _("Company"),
    "publication": _("Publication"),
    "webinar aggregator": _("Collects webinars of others"),
    "training school": _("Training school"),
    "training school (NJ)": _("Training school in New Jersey"),
}
"""What a listing calls its provider → the same in words; of the others nothing is told."""
GROUPS: Mapping[str, tuple[Promise, tuple[str, ...]]] = {
    "look": (_("Where to look first: certifiers, approvers, directories"),
             ("certifying body", "certifying body / society", "approver", "directory")),
    "public": (_("Government, universities, not for profit"),
               ("government", "government contractor", "health system", "non-profit", "university/college")),
    "societies": (_("Professional societies"), ("society", "society store")),
    "laboratories": (_("Laboratories and makers of tests"),
                     ("diagnostics vendor", "reference laboratory", "proficiency testing")),
    "companies": (_("Companies and publications"),
                  ("commercial", "commercial platform", "publication", "webinar aggregator")),
    "schools": (_("Training schools"), ("training school", "training school (NJ)")),
    "others": (_("Others"), ()),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, and who stands under it, by name."""

    key: str
    title: Promise
    providers: tuple[Provider, ...]


def directory(providers: Iterable[Provider]) -> tuple[Group, ...]:
    """Everyone once, in the order they come in; whoever is of no kind we know stands with the others."""
    of = {kind: key for key, (_title, kinds) in GROUPS.items() for kind in kinds}
    rows = list(providers)
    groups = (
        Group(key, title, tuple(row for row in rows if of.get(row.kind, "others") == key))
        for key, (title, _kinds) in GROUPS.items()
    )
    return tuple(group for group in groups if group.providers)
