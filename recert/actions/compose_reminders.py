"""Word a message about one or several reminders in the holder's language, plain and as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from recert.actions.signed_links import unsubscribe_key
from recert.actions.write_letter import Written, one_line
from recert.records.models import Person, Reminder


def compose_reminders(person: Person, *, reminders: Sequence[Reminder]) -> Written:
    """One reminder gives its own subject; several come as one list, the earliest first."""
    site = settings.ADDRESS.url
    stop = f"{site}{reverse('reminders-unsubscribe', args=[unsubscribe_key(person)])}"
    words = {"person": person, "reminders": list(reminders), "site": site, "stop": stop}
    with translation.override(person.language), timezone.override(ZoneInfo(person.time_zone)):
        subject = one_line(render_to_string("reminders/mail/subject.txt", words))
        text = render_to_string("reminders/mail/body.txt", words).strip() + "\n"
        html = styled(render_to_string("reminders/mail/body.html", {**words, "subject": subject}))
    # RFC 8058: a mail program's own button sends a POST to this very address.
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return Written(subject=subject, text=text, html=html, headers={**headers, "Content-Language": person.language})


def styled(html: str) -> str:
    """The style put where mail programs look for it: on each element."""
    return str(_inliner().inline(html))


@cache
def _inliner() -> Any:
    style = (files("recert.web") / "reminders" / "mail.css").read_text(encoding="utf-8")
    return css_inline.CSSInliner(extra_css=style, load_remote_stylesheets=False, keep_style_tags=False)
