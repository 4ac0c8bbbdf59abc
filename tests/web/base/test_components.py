"""The parts every page is made of say what they mean in words and can be read by every reader."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import override

from recert.capture.transcripts.amounts import read_amount
from recert.capture.transcripts.cells import read_kind
from recert.web.base import words
from recert.web.base.templatetags.base import day, edition, percent

CITED: dict[str, Any] = {
    "says": "At least 10 points in each.", "confidence": "reported", "note": "", "claims": ["Some say 15."],
    "source": {"title": "Policies", "href": "https://example.org/policies", "read_on": "2026-11-22"},
}  # fmt: skip
FINDING = {"about": "clinical", "needed": "10", "earned": "4", "short": "6", "met": False, **CITED}


def render(source: str, **context: Any) -> str:
    return " ".join(Template("{% load base %}" + source).render(Context(context)).split())


@pytest.mark.parametrize(("met", "said"), [(True, "Ready"), (False, "Not ready yet"), (None, "Cannot be told yet")])
def test_a_status_is_said_in_words(met: bool | None, said: str) -> None:
    assert said in render("{% status met %}", met=met)


@pytest.mark.parametrize(
    ("quantity", "unit", "said"),
    [("1", "contact_hour", "1 contact hour"), ("2.5", "cme", "2.5 CME credits"), ("2", "aama_ceu", "2 AAMA CEU")],
)
def test_a_credit_is_said_as_the_packet_prints_it(quantity: str, unit: str, said: str) -> None:
    assert render("{{ quantity|credit:unit }}", quantity=Decimal(quantity), unit=unit) == said


@pytest.mark.parametrize(
    ("pass_by", "said"),
    [("2026-12-28", "pass by Dec. 28, 2026, so apply well before"), ("", "apply by Jan. 29, 2027")],
)
def test_nobody_is_told_to_apply_after_the_day_to_have_passed(pass_by: str, said: str) -> None:
    assert render("{{ safe|apply_text }}", safe={"apply_by": "2027-01-29", "pass_by": pass_by}) == said


def test_a_bar_says_what_it_shows_and_opens_its_rule() -> None:
    page = render("{% bar finding %}", finding=FINDING)
    assert "<b>4</b> of 10" in page
    assert "6 still to earn" in page
    assert 'width="40"' in page
    assert "<details" in page


def test_a_citation_names_clause_source_day_confidence_and_rival_claims() -> None:
    page = render("{% citation cited %}", cited=CITED)
    for part in ("At least 10 points in each.", 'href="https://example.org/policies"', "Nov. 22, 2026", "Some say 15."):
        assert part in page
    assert escape(str(words.CONFIDENCE["reported"])) in page


def test_a_source_whose_sentence_stands_beside_it_does_not_say_none() -> None:
    page = render("{% citation cited %}", cited={name: part for name, part in CITED.items() if name != "says"})
    assert "None" not in page
    assert 'class="says"' not in page


def test_a_source_without_an_address_is_named_not_linked() -> None:
    source = {"title": "A letter", "href": "kept by Sam", "read_on": "2026-11-22"}
    page = render("{% citation cited %}", cited={**CITED, "source": source})
    assert "A letter (kept by Sam)" in page
    assert "<a " not in page


@pytest.mark.parametrize(
    ("earned", "needed", "filled"),
    [("59.9", "60", "99"), ("60", "60", "100"), ("80", "60", "100"), ("0", "60", "0"), ("5", "0", "100")],
)
def test_a_bar_is_full_only_when_all_is_earned(earned: str, needed: str, filled: str) -> None:
    assert percent(earned, needed) == filled


def test_a_number_nobody_knows_fills_no_bar() -> None:
    assert percent("9", None) == "0"


class Sample(forms.Form):
    title = forms.CharField(label="Title", help_text="As printed.")
    sure = forms.BooleanField(label="Sure", required=False)
    pick = forms.ChoiceField(label="Pick", choices=[("a", "A")], widget=forms.RadioSelect)


def test_a_field_ties_label_hint_and_error_together() -> None:
    page = render("{% field form.title %}", form=Sample({"title": ""}))
    assert 'for="id_title"' in page
    assert 'aria-describedby="id_title_helptext id_title_error"' in page
    assert 'aria-invalid="true"' in page
    assert 'id="id_title_error"' in page


def test_a_group_of_choices_has_a_legend() -> None:
    page = render("{% field form.pick %}", form=Sample())
    assert "<legend>Pick" in page


def test_the_summary_of_errors_links_to_each_field() -> None:
    page = render("{% fields form %}", form=Sample({}))
    assert 'href="#id_title"' in page
    assert 'href="#id_pick"' in page
    assert 'id="id_pick"' in page


def test_what_a_person_typed_is_never_markup() -> None:
    page = render("{% button label href=href %}", label="<b>x</b>", href='"><script>')
    assert "<b>" not in page
    assert "<script>" not in page


def test_a_reason_is_told_with_its_days_and_ids_in_words() -> None:
    item = {
        "wording": "%(kind)s on %(day)s from %(starts)s",
        "values": {"kind": "cpr_card", "day": "2026-01-02", "starts": "2025-03-04"},
    }
    assert words.say(item) == "CPR card on Jan. 2, 2026 from March 4, 2025"


def test_an_id_without_a_word_is_shown_not_hidden() -> None:
    assert words.word("new_thing") == "New thing"


@pytest.mark.parametrize("value", ["2026-11-22", date(2026, 11, 22)])
def test_a_day_reads_alike_from_a_date_and_from_a_document(value: object) -> None:
    assert day(value) == "Nov. 22, 2026"


def test_the_day_of_a_moment_is_the_readers_own() -> None:
    moment = datetime(2026, 12, 1, 2, tzinfo=UTC)
    assert day(moment) == "Dec. 1, 2026"
    with timezone.override("America/New_York"):
        assert day(moment) == "Nov. 30, 2026"


@pytest.mark.parametrize(
    ("name", "said"),
    [("2020-01-01", "Jan. 1, 2020"), ("up to 2004-12-31", "up to Dec. 31, 2004"), ("undated", "no date given")],
)
def test_an_edition_is_named_in_words(name: str, said: str) -> None:
    assert edition(name) == said


class Short(forms.Form):
    """One question of each kind."""

    title = forms.CharField()
    sort = forms.ChoiceField(choices=[("a", "A")])
    sure = forms.BooleanField()
    paper = forms.FileField()
    own = forms.CharField(error_messages={"required": "Write a ZIP code."})


def test_a_missing_answer_is_asked_for_in_words_that_say_what_to_do() -> None:
    assert [str(errors[0]) for errors in Short({}).errors.values()] == [
        "Please fill this in.",
        "Please choose one.",
        "Please tick this box to go on.",
        "Please choose a file first.",
        "Write a ZIP code.",
    ]


def test_luz_reads_numbers_as_they_are_written_where_she_lives() -> None:
    with override("es"):
        shown = render(
            "{% load catalog %}{{ hours|credit:unit }}, {{ cents|money }}",
            hours=Decimal("1.5"),
            unit="cme",
            cents=1034500,
        )
        assert shown == "1.5 créditos CME, $10,345"


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_refused_cell_is_told_to_write_is_words_and_is_understood(language: str) -> None:
    with override(language):
        for kind, name in words.KINDS.items():
            assert read_kind(str(name)) == kind
        for unit, name in words.UNITS.items():
            assert read_amount("1", str(name), kind="course").unit == unit
