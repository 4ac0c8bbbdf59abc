"""The few places a person goes; a page that is not installed is simply not offered."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HOLDERS: tuple[tuple[str, Promise, str], ...] = (
    ("home", _("Standing"), "standing"),
    ("activities", _("Activities"), "activities"),
    ("plan", _("Plan"), "plan"),
    ("courses", _("Find"), "find"),
    ("me", _("Me"), "me"),
)
STRANGERS: tuple[tuple[str, Promise, str], ...] = (
    ("home", _("Start"), "standing"),
    ("check", _("Does it count?"), "check"),
    ("credentials", _("Rules"), "rules"),
    ("guide", _("Guide"), "guide"),
    ("account_login", _("Sign in"), "me"),
)
FOOT: tuple[tuple[str, Promise, str], ...] = (
    ("check", _("Does it count?"), "check"),
    ("credentials", _("Every credential's rules"), "rules"),
    ("states", _("State rules"), "rules"),
    ("guide", _("Guide"), "guide"),
    ("courses", _("Courses"), "guide"),
    ("programs", _("Schools near you"), "guide"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation."""

    href: str
    label: str
    icon: str
    here: bool


def address(name: str, *args: object) -> str:
    """The address of a page, or nothing when that page is not installed."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _is_here(href: str, path: str) -> bool:
    return path == href if href == "/" else path.startswith(href)


def places(request: HttpRequest, entries: tuple[tuple[str, Promise, str], ...]) -> list[Place]:
    """The entries that exist, the one being shown marked."""
    found = ((address(name), label, icon) for name, label, icon in entries)
    return [Place(href, str(label), icon, _is_here(href, request.path)) for href, label, icon in found if href]
