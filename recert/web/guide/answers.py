"""The questions the guide answers, in the order it shows them; each has its text in templates/guide/answers."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Answer:
    """One question: its address, its words, and the answers worth reading next."""

    slug: str
    question: Text
    next: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        return f"guide/answers/{self.slug}.html"


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together on the guide's first page."""

    title: Text
    answers: tuple[Answer, ...]


GROUPS = (
    Group(
        _("What you need"),
        (
            Answer("how-many-points", _("How many CEUs do I need?"), ("ceu-cme-contact-hour", "must-all-be-aama")),
            Answer("must-all-be-aama", _("Do all my CEUs have to be AAMA CEUs?"), ("ways-to-earn", "fastest-way")),
            Answer("is-cpr-required", _("Is CPR required, and does it count?"), ("ways-to-earn",)),
            Answer("which-category", _("Which category is my course?"), ("general-and-specialty",)),
            Answer("roll-over", _("Can extra points roll over to my next cycle?"), ("before-the-exam",)),
            Answer(
                "before-the-exam", _("I took courses just before I passed the exam. Do they count?"), ("roll-over",)
            ),
            Answer("another-credential", _("Do CEUs for one credential count for another?"), ("how-many-points",)),
            Answer("rma-or-cma", _("I am an RMA. Do the AAMA rules apply to me?"), ("before-2006",)),
            Answer("before-2006", _("I certified with AMT before 2006. Do I need points?"), ("rma-or-cma",)),
            Answer("state-rules", _("Does my state ask for continuing education?"), ("why-keep-learning",)),
        ),
    ),
    Group(
        _("What counts"),
        (
            Answer("ceu-cme-contact-hour", _("CEU, CME, contact hour: what is the difference?"), ("thirty-minutes",)),
            Answer(
                "ways-to-earn", _("What are all the ways to earn points?"), ("does-my-job-count", "college-classes")
            ),
            Answer("does-my-job-count", _("Does my job or on-the-job training count?"), ("ways-to-earn",)),
            Answer("osha-hipaa", _("Do OSHA and HIPAA courses count?"), ("thirty-minutes", "does-my-job-count")),
            Answer("college-classes", _("Do college classes count?"), ("must-all-be-aama", "general-and-specialty")),
            Answer("thirty-minutes", _("Does a 30-minute webinar count?"), ("ceu-cme-contact-hour",)),
            Answer("general-and-specialty", _("What are general and specialty education?"), ("which-category",)),
        ),
    ),
    Group(
        _("Dates, applying and lapsing"),
        (
            Answer("when-do-i-expire", _("When exactly do I expire?"), ("expired-last-month",)),
            Answer("fastest-way", _("What is the fastest way to recertify?"), ("how-long",)),
            Answer("how-long", _("How long does it take with CE from elsewhere?"), ("fastest-way", "send-as-i-go")),
            Answer("send-as-i-go", _("Can I send certificates in as I go?"), ("audit",)),
            Answer("audit", _("Will I be audited?"), ("send-as-i-go",)),
            Answer(
                "expired-last-month", _("My CMA expired last month. Must I take the exam?"), ("title-while-lapsed",)
            ),
            Answer("title-while-lapsed", _("May I use my title while lapsed?"), ("expired-last-month",)),
            Answer("failed-three-times", _("I failed the exam three times. What now?"), ("expired-last-month",)),
        ),
    ),
    Group(
        _("Learning and cost"),
        (
            Answer("why-keep-learning", _("Why keep learning, and what do employers ask for?"), ("state-rules",)),
            Answer("best-opportunities", _("What are good courses, and what do they cost?"), ("free-cme",)),
            Answer("free-cme", _("Is there free CME for medical assistants?"), ("best-opportunities",)),
            Answer("myths", _("Common myths, corrected"), ("how-many-points", "ceu-cme-contact-hour")),
            Answer("certifier-links", _("Where are each certifier's own instructions?"), ("how-many-points",)),
        ),
    ),
)
ANSWERS = {answer.slug: answer for group in GROUPS for answer in group.answers}
