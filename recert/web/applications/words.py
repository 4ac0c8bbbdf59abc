"""The names of states and ways in plain words, and what to do next in each state."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

STATE_WORDS: Words = {
    "": _("Not started"),
    "preparing": _("Preparing"),
    "sent": _("Sent"),
    "asked": _("They asked something"),
    "accepted": _("Accepted"),
    "returned": _("Returned"),
    "dropped": _("Put aside"),
}
WAY_WORDS: Words = {
    "online": _("Online"),
    "mail": _("By mail"),
    "email": _("By e-mail"),
    "telephone": _("By telephone"),
    "exam": _("By exam"),
}
TITLES: Words = {
    "sent": _("I have sent it"),
    "asked": _("They asked me something"),
    "answered": _("I have answered"),
    "accepted": _("It was accepted"),
    "returned": _("It was returned"),
    "dropped": _("Put it aside"),
}
INTROS: Words = {
    "sent": _("We keep the packet as it is today, and remind you when an answer should be there."),
    "asked": _("We remind you before the day, and keep the question with your application."),
    "answered": _("The application is with your certifier again."),
    "accepted": _("The old cycle is closed with its answer and its packet. The new one starts with the right days."),
    "returned": _("What was returned stays in your records. You can start a new application at once."),
    "dropped": _("Nothing is lost: your activities and certificates stay. You can start again at any time."),
}
AFTER: Mapping[str, tuple[str, ...]] = {
    "preparing": ("sent", "dropped"),
    "sent": ("accepted", "asked", "returned"),
    "asked": ("answered", "accepted", "returned"),
}
"""What can be written down next, the likeliest first."""
