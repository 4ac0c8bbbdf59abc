"""The table of a packet lists every countable activity with all that the certifier asks, and what is sent for each."""

from __future__ import annotations

import pytest

from recert.packet.lines import split_text
from recert.packet.make import packet_pdf, told_about
from recert.packet.values import Split
from tests.packet import cases
from tests.packet.conftest import text_of


@pytest.fixture(scope="session")
def words(mixed_pdf: bytes) -> str:
    return text_of(mixed_pdf)


def test_every_countable_activity_stands_in_the_table(words: str) -> None:
    for line in cases.packet(cases.MIXED).lines:
        activity = line.activity
        assert f"{line.number} {activity.earned_on} {activity.title}" in words
        assert activity.provider in words
        assert activity.approval_number in words


def test_the_split_is_spelled_out_in_time(words: str) -> None:
    assert "2 points clinical = 100 minutes" in words
    assert "12 points clinical = 600 minutes" in words


def test_a_course_counted_in_full_names_each_part() -> None:
    line = next(each for each in cases.packet(cases.MIXED[:6]).lines if each.activity.id == "f")
    assert split_text(line.split, str) == "2 points clinical = 100 minutes, 1 general = 50 minutes"


def test_where_the_time_is_not_known_none_is_claimed() -> None:
    assert split_text((Split("general", 1500, None),), str) == "15 points general"


def test_each_line_says_what_is_sent_for_it(words: str) -> None:
    assert words.count("on your official transcript: no proof needed") == 4
    assert "certificate no. 3" in words


def test_what_is_over_the_cap_is_there_and_not_needed() -> None:
    rows = [
        *cases.APPROVED,
        *(f"x{n},2025-0{n}-01,Course {n},Guild,,15,contact_hour,750,clinical,,,yes" for n in (1, 2, 3)),
    ]
    packet = cases.packet(rows)
    assert sorted(line.mark for line in packet.lines) == [
        "card",
        "missing",
        "missing",
        *["not_needed"],
        *["on_transcript"] * 3,
    ]
    assert "not needed" in text_of(packet_pdf(packet, told_about(packet)))


def test_every_total_cites_its_rule(words: str) -> None:
    assert words.count("AAMA: Recertification Policies, read on 2026-11-22") == 5
    assert "https://www.aama-ntl.org/cma-aama-exam/recertification-policies" in words


def test_the_cover_says_ready(words: str) -> None:
    assert words.startswith("Application to recertify Recertification packet: CMA (AAMA) Ready Every published")
    assert "Cycle November 5, 2021 to November 30, 2026" in words


def test_the_cover_says_not_ready_and_what_is_missing() -> None:
    packet = cases.packet(cases.APPROVED)
    told = text_of(packet_pdf(packet, told_about(packet)))
    assert "Not ready yet Still missing: 23 of 60 points, total." in told


def test_nothing_on_file_is_still_a_packet() -> None:
    packet = cases.packet([])
    assert "No activity counts yet." in text_of(packet_pdf(packet, told_about(packet)))


HOSTILE = '#panic("x") *bold* $1/0$ @ref <label> `raw` #include "/etc/passwd" \\ [ ] { } //'


def test_what_strangers_wrote_is_never_markup() -> None:
    rows = [f"a,2022-03-14,'{HOSTILE.replace(chr(34), chr(39))}',#eval(1),,12,aama_ceu,,clinical,aama,#x,"]
    packet = cases.packet(rows)
    told = text_of(packet_pdf(packet, told_about(packet)))
    assert "#panic('x') *bold* $1/0$ @ref <label> `raw` #include '/etc/passwd'" in told
    assert "#eval(1)" in told


def test_signs_no_font_holds_become_a_square() -> None:
    packet = cases.packet(["a,2022-03-14,Curso 🎉 出席 Nguyễn,Clínica,,12,aama_ceu,,clinical,aama,,"])
    assert "Curso □ □□ Nguyễn" in text_of(packet_pdf(packet, told_about(packet)))
