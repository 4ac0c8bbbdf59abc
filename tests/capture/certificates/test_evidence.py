"""A title, a provider or a holder is sure where one sign is decisive or two agree; else it is a question."""

from __future__ import annotations

import pytest

from recert.capture.certificates.evidence import DECISIVE, IN_DOUBT, MOST, Candidate, strongest
from recert.capture.certificates.paper import Span
from tests.capture.certificates.papers import read, values

HEAD = '#set page(paper: "us-letter")\n'
HERE = Span(0, 1)


def found(text: str, sure: float, sign: str) -> Candidate:
    return Candidate(text, HERE, sure, sign)


def test_two_signs_are_surer_than_either_and_never_certain() -> None:
    best = strongest([found("Asthma", 0.7, "words"), found("ASTHMA", 0.5, "size"), found("Gout", 0.6, "size")])
    assert best is not None
    assert (best.text, round(best.sure, 2)) == ("Asthma", 0.85)
    sure = strongest([found("Asthma", 0.97, "label"), found("Asthma", 0.9, "words")])
    assert sure is not None
    assert sure.sure == MOST


def test_the_same_sign_twice_is_one_sign() -> None:
    best = strongest([found("Asthma", 0.6, "size"), found("Asthma", 0.6, "size")])
    assert best is not None
    assert best.sure == 0.6


def test_a_rival_puts_the_best_in_doubt_unless_that_is_decisive() -> None:
    doubtful = strongest([found("Asthma", 0.9, "words"), found("Gout", 0.8, "size")])
    decisive = strongest([found("Asthma", 0.97, "label"), found("Gout", 0.8, "size")])
    both = strongest([found("Asthma", 0.97, "label"), found("Gout", DECISIVE, "words")])
    assert [one.sure for one in (doubtful, decisive, both) if one] == [IN_DOUBT, 0.97, IN_DOUBT]


def test_nothing_found_is_nothing() -> None:
    assert strongest([]) is None


@pytest.mark.parametrize(
    "lead",
    [
        "has satisfactorily taken part in the laboratory education program",
        "passed the written and practical examinations in",
        "completed all requirements of the CE test for the article",
    ],
)
def test_small_letters_to_the_end_of_a_line_lead_up_to_the_title_below(lead: str) -> None:
    entry = read(
        f"{HEAD}#align(center)[Certificate of Completion\n\nDana Reyes\n\n{lead}\n\n#text(16pt)[Gout and Gouty Arthritis]]"
    )
    assert entry.fields["title"].value == "Gout and Gouty Arthritis"


def test_the_title_stands_below_its_words_though_another_column_is_nearer_in_the_text() -> None:
    said = values(
        read(
            HEAD + "#grid(columns: (2in, 1fr))[Format \\ \\ On-demand][#text(20pt)[Certificate] \\ Dana Reyes \\ "
            "completed all requirements of the program \\ #text(15pt)[Caring for the Front Office]]"
        )
    )
    assert said["title"] == "Caring for the Front Office"


def test_what_a_memorandum_is_about_is_not_the_title() -> None:
    said = values(
        read(
            f"{HEAD}Shore Health Group\n\n#grid(columns: 2, column-gutter: 1cm, row-gutter: 9pt)"
            "[TO:][Luz Ortega][FROM:][Education Desk][SUBJECT:][Verification of attendance]\n\n"
            "Our records show that you attended Farm Injuries on June 8, 2023, a total of 2.0 contact hours."
        )
    )
    assert said["title"] == "Farm Injuries"


def test_a_line_that_could_be_title_or_provider_is_what_it_is_more_surely() -> None:
    said = values(
        read(
            f"{HEAD}#align(center)[CE Certificate\n\n#text(18pt)[StudyHouse]\n\nParticipant: Luz Ortega\n\n"
            "Course Number and Title: \\#98212 Anxiety Disorders\n\nContact Hours: 10]"
        )
    )
    assert (said["title"], said["provider"]) == ("Anxiety Disorders", "StudyHouse")


def test_a_department_stands_for_the_organisation_over_it() -> None:
    said = values(
        read(
            f"{HEAD}#align(center)[#text(18pt)[Cascade County College]\n\nContinuing and Community Education\n\n"
            "hereby awards this certificate to\n\nEvan Grey\n\nupon completion of the course\n\nMedical Spanish]"
        )
    )
    assert said["provider"] == "Cascade County College"


def test_who_approved_an_hour_did_not_offer_it() -> None:
    said = values(
        read(
            f"{HEAD}#align(center)[#text(18pt)[Evergreen Hospice]\n\nCertificate of Attendance\n\nEvan Grey\n\nattended\n\n"
            "Talking About Dying\n\nThis event was approved for 1.0 contact hour by the Western Nurses Group.]"
        )
    )
    assert said["provider"] == "Evergreen Hospice"


def test_a_name_that_a_signature_stands_with_is_not_the_holder() -> None:
    entry = read(
        f"{HEAD}This certifies that\n\n#text(16pt)[Dana Reyes]\n\nhas completed the course Wound Care.\n\n"
        "Keep this certificate for four years.\n\nPat Stone, RN \\ Director of Education"
    )
    assert entry.fields["holder"].value == "Dana Reyes"
    assert entry.fields["holder"].sure


def test_the_value_of_another_field_does_not_head_a_paper() -> None:
    said = values(
        read(
            f"{HEAD}#grid(columns: 2, column-gutter: 1cm, row-gutter: 9pt)[Attendee][Evan Grey][Session][Vaccinating Adults]"
            "[When][10/10/2023][Where][Salem Convention Center][Hours][1.5 contact hours]\n\nOregon Immunization Alliance"
        )
    )
    assert said["provider"] == "Oregon Immunization Alliance"


def test_names_of_fields_in_two_languages_are_names_of_fields() -> None:
    said = values(
        read(
            f"{HEAD}Certificate of Training\n\n#grid(columns: 2, column-gutter: 1cm, row-gutter: 12pt)"
            "[Name / Nombre][Rosa Delgado][Training / Capacitación][Lead Poisoning][Date completed / Fecha][May 8, 2024]"
        )
    )
    assert (said["holder"], said["title"], said["earned_on"]) == ("Rosa Delgado", "Lead Poisoning", "2024-05-08")


def test_a_sponsoring_organisation_is_read_by_the_longest_name_of_its_field() -> None:
    said = values(
        read(f"{HEAD}Certificate of Attendance\n\nSponsoring organization: Delta Health Alliance\n\nName: Evan Grey")
    )
    assert said["provider"] == "Delta Health Alliance"


@pytest.mark.parametrize("size", [8, 11])
def test_cells_that_are_wider_than_the_titles_over_their_middles_are_read_whole(size: int) -> None:
    titles = "".join(f"[#text({size}pt)[{title}]]" for title in ("Offered By", "Date", "Duration", "Delivery"))
    cells = "[Shore Dental Academy][Wednesday, May 5, 2021][2 hours][In Person]"
    table = f"#grid(columns: (1fr,) * 4, align: center, row-gutter: 6pt){titles}{cells}"
    entry = read(f"{HEAD}Dana Reyes\n\nhas completed Foot Care\n\n{table}")
    assert entry.fields["provider"].value == "Shore Dental Academy"


def test_a_wide_space_within_a_cell_does_not_cut_it() -> None:
    titles, cells = "[Course No][Course Name][Hours]", "[NUR 7][Foot#h(5pt) Care for Everybody][2 contact hours]"
    table = f"#grid(columns: (3cm, 7cm, 4cm), row-gutter: 6pt){titles}{cells}"
    assert (
        values(read(f"{HEAD}Dana Reyes\n\nhas completed on May 5, 2021\n\n{table}"))["title"]
        == "Foot Care for Everybody"
    )
