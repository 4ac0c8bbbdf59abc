"""English and Spanish are both whole: every sentence is marked, extracted, translated, and keeps its blanks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from django.utils import formats, translation

from bin import messages

WEB = messages.PACKAGE / "web"
TEMPLATES = sorted(WEB.rglob("templates/**/*.html"))
NAMES = re.compile(
    r"\b(Recert|CMA|RMA|CCMA|AAMA|AMT|NHA|CME|English|Español|Wound care basics|Medical office finance)\b"
)
BLANK = re.compile(r"%\(\w+\)[sd]")


def translated_parts(message: Message) -> list[tuple[str, str]]:
    """Each English form beside its Spanish."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, message.string, strict=True))


def test_no_month_is_capitalised_in_spanish() -> None:
    with translation.override("es"):
        days = [formats.date_format(date(2026, month, 1), "DATE_FORMAT") for month in range(1, 13)]
    assert [day for day in days if day != day.lower()] == []


def test_every_marked_sentence_is_in_the_catalogue() -> None:
    kept = {message.id for message in messages.stored()}
    assert {message.id for message in messages.extracted()} - kept == set(), "run make messages"


def test_every_sentence_has_its_spanish() -> None:
    assert messages.untranslated(messages.stored()) == []


def test_every_translation_keeps_the_blanks_of_its_sentence() -> None:
    pairs = [pair for message in messages.stored() if message.id for pair in translated_parts(message)]
    assert [pair for pair in pairs if pair[1] and blanks(pair[0]) != blanks(pair[1])] == []


def blanks(text: str) -> set[str]:
    return set(BLANK.findall(text))


def test_the_compiled_catalogue_is_the_one_that_is_kept() -> None:
    assert (messages.FOLDER / "django.mo").read_bytes() == messages.compiled(messages.stored()), "run make messages"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: str(file.relative_to(WEB)))
def test_no_template_speaks_english_only(template: Path) -> None:
    assert unmarked(template.read_text(encoding="utf-8")) == []


def unmarked(source: str) -> list[str]:
    """What a reader sees that no translation can reach.

    >>> unmarked("<p>Hello</p><p>{% translate 'Hi' %} {{ name }}</p>")
    ['Hello']
    """
    for hidden in (
        r"\{% comment.*?endcomment %\}",
        r"\{% blocktrans.*?endblocktrans(late)? %\}",
        r"\{#.*?#\}",
        r"<script.*?</script>",
        r"<code>.*?</code>",
        r'<(\w+)[^>]* lang="[a-z]+"[^>]*>.*?</\1>',
        r"\{%.*?%\}",
        r"\{\{.*?\}\}",
        r"<[^>]*>",
        r"&\w+;",
    ):
        source = re.sub(hidden, "\n", source, flags=re.DOTALL)
    lines = (NAMES.sub("", line).strip() for line in source.splitlines())
    return [line for line in lines if re.search(r"[A-Za-zÀ-ÿ]{2,}", line)]
