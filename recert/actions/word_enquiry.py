"""The letters of an enquiry, word for word as they are shown before they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from recert.actions.write_letter import Written, one_line
from recert.records.models import Institution
from recert.rules.wording import N_

CONSENT = N_(
    "Send my name, my e-mail address, my phone number if I gave one, and my question to %(school)s, and to nobody else."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What someone wants to know, and how a school reaches them."""

    name: str
    email: str
    phone: str = ""
    message: str


def letter_to_school(question: Question, *, school: Institution) -> Written:
    """In English, which every school reads; the question in the person's own words."""
    lines = [
        f"To the enrollment office of {school.name}",
        "",
        "Someone asks you for information about enrolling:",
        "",
        question.message.strip(),
        "",
        f"Name: {question.name}",
        f"E-mail: {question.email}",
        *([f"Phone: {question.phone}"] if question.phone else []),
        "",
        "Please answer to this e-mail address; a reply to this message goes there.",
        "They agreed that this message is sent to you and to nobody else. They can take that back;",
        "we would then ask you to delete it. This is a request for information, not an application.",
        "Recert takes no payment for passing it on.",
    ]
    return Written(
        subject=f"Request for enrollment information from {one_line(question.name)}", text="\n".join(lines) + "\n"
    )


def message_to_copy(question: Question) -> str:
    """For a form on a school's own website: the person speaks, and nothing goes through us."""
    reach = [question.email, *([question.phone] if question.phone else [])]
    return "\n".join([question.message.strip(), "", question.name, *reach])


def note_of_withdrawal(question: Question, *, school: Institution) -> Written:
    lines = [
        f"To the enrollment office of {school.name}",
        "",
        f"{question.name} ({question.email}) asked you for enrollment information through Recert",
        "and has now withdrawn that request. Please do not contact them, and delete their message.",
    ]
    subject = f"Withdrawn: request for enrollment information from {one_line(question.name)}"
    return Written(subject=subject, text="\n".join(lines) + "\n")


def letter_to_confirm(*, link: str) -> Written:
    """To an address that somebody typed: it holds nothing of what they wrote, for they may not be its owner."""
    lines = [
        _("Someone, we hope you, wants to ask schools for enrollment information and gave this address."),
        _("Nothing is sent until you say so here:"),
        link,
        "",
        _("It was not you? Then do nothing, and no school hears of it."),
    ]
    return Written(subject=_("Please confirm: your question to schools"), text="\n".join(lines) + "\n")


def copy_for_person(letters: Sequence[tuple[Institution, Written]], *, link: str) -> Written:
    parts = [_("This is what was sent for you, and to whom. See what became of it, or take it back, here:"), link]
    for school, written in letters:
        parts += ["", f"--- {school.name} ---", written.text.strip()]
    return Written(subject=_("Your question to schools: a copy"), text="\n".join(parts) + "\n")
