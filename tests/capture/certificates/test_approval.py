"""Who approved an activity: only what the paper says in so many words."""

from __future__ import annotations

import pytest

from tests.capture.certificates.papers import read, rows, values

WHO = {"Participant_Name": "Luz Ortega, CMA (AAMA)", "Course_Title": "Safe Injections", "Date_Completed": "5/9/2021"}


def said(sentence: str) -> dict[str, str]:
    return values(read(f"{rows(**WHO)}\n\n#v(20pt)\n{sentence}"))


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("This program has been approved by the American Association of Medical Assistants (AAMA).", "aama"),
        ("Jointly accredited by the ACCME, the ACPE and the ANCC.", "accme;acpe;ancc"),
        ("Accredited by the International Accreditors for Continuing Education and Training.", "iacet"),
        ("Approved as a provider by the ASCLS P.A.C.E. Program.", "pace"),
        ("P.A.C.E.®: 1 hour (602-071-23)", "pace"),
    ],
)
def test_a_body_that_is_said_to_approve_is_named(sentence: str, bodies: str) -> None:
    assert said(sentence)["approved_by"] == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        "Contact your certifier.",
        "This program is not approved by the AAMA.",
        "AAMA: none.",
        "Approval by the AAMA is pending.",
        "Accredited by the Northern Schools Commission.",
        "We have applied for AAMA credit.",
        "This course carries no ANCC credit.",
    ],
)
def test_a_credential_a_denial_and_a_body_we_do_not_know_are_no_approval(sentence: str) -> None:
    assert "approved_by" not in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "number", "is_sure"),
    [
        ("AAMA Program Number 137214", "137214", True),
        ("UAN 0077-9999-17-042-H04-P", "0077-9999-17-042-H04-P", True),
        (r"Approval \#: NE2022-0871", "NE2022-0871", True),
        ("Provider Number 13485", "13485", False),
        ("Provider approval number 13485", "13485", False),
        (r"Activity number 25-118 was approved for one hour.", "25-118", True),
        (r"Activity number 25-118.", "25-118", False),
        ("AAMA approval 136022 (clinical)", "136022", True),
        ("Approved by a state association (approval 23-118-A).", "23-118-A", False),
        ("0.5 AAMA CEU (General), Unit 131950", "131950", False),
        ("Approved by the ASRT for 1.0 Category A credit, reference ORZ0118027.", "ORZ0118027", True),
    ],
)
def test_only_the_number_of_the_activity_is_sure(sentence: str, number: str, is_sure: bool) -> None:
    field = read(f"{rows(**WHO)}\n\n#v(20pt)\n{sentence}").fields["approval_number"]
    assert (field.value, field.sure) == (number, is_sure)


@pytest.mark.parametrize(
    "sentence",
    [
        "Reference: UV-25-09",
        "Reference 118-7720",
        "Event: 4411",
        "Order number 771820",
        "approved by the Program, offering 1.5 contact hours",
    ],
)
def test_a_number_to_refer_to_approves_nothing(sentence: str) -> None:
    assert "approval_number" not in said(sentence)


def test_a_members_number_is_no_approval_number() -> None:
    fields = read(rows(**WHO, AAMA_ID_number="2204817", AAMA_program_approval_number="138842")).fields
    assert fields["approval_number"].value == "138842"


def test_a_number_of_a_body_that_may_be_a_members_is_a_question() -> None:
    assert not read(rows(**WHO, AMT_number="2204817")).fields["approval_number"].sure


def test_an_approval_number_is_found_in_its_own_column() -> None:
    table = "#grid(columns: 3, column-gutter: 1cm, row-gutter: 8pt)[AAMA CEU][AAMA program no.][Area][1.5][141207][Clinical]"
    assert read(f"{rows(**WHO)}\n\n#v(20pt)\n{table}").fields["approval_number"].value == "141207"


def test_a_program_number_in_its_own_column_is_a_question_where_no_body_is_named_with_it() -> None:
    table = "#grid(columns: 2, column-gutter: 2cm, row-gutter: 8pt)[Program no.][Total AAMA CEUs][47702][3.0]"
    field = read(f"{rows(**WHO)}\n\n#v(20pt)\n{table}").fields["approval_number"]
    assert (field.value, field.sure) == ("47702", False)


def test_an_approval_number_is_found_over_its_name_on_a_line() -> None:
    line = "#v(20pt)\n#align(right)[142018 #line(length: 6cm) AAMA Program Number]"
    assert read(f"{rows(**WHO)}\n\n{line}").fields["approval_number"].value == "142018"


def test_a_number_that_follows_a_program_is_its_own() -> None:
    sentence = "The American Association of Medical Assistants approved this program, number 133905, until 08/31/2023."
    assert read(f"{rows(**WHO)}\n\n#v(20pt)\n{sentence}").fields["approval_number"].value == "133905"


def test_a_long_sentence_of_approval_names_its_body_at_the_end() -> None:
    sentence = (
        "The society is approved as a provider of continuing education programs in the clinical laboratory sciences by the "
        "National Society for Clinical Laboratory Science P.A.C.E. Program."
    )
    assert read(f"{rows(**WHO)}\n\n#v(20pt)\n{sentence}").fields["approved_by"].value == "pace"


@pytest.mark.parametrize("titles", ["Program no. AAMA CEUs", "AAMA no. CEUs"])
def test_titles_of_columns_set_close_name_their_own_numbers(titles: str) -> None:
    first, second = titles.rsplit(" AAMA" if "AAMA C" in titles else " ", 1)
    table = f"#grid(columns: (2.1cm, 3cm), row-gutter: 8pt)[{first}][{'AAMA' if 'AAMA C' in titles else ''}{second}][137102][3.5]"
    assert read(f"{rows(**WHO)}\n\n#v(20pt)\n{table}").fields["approval_number"].value == "137102"


def test_the_dentists_pace_is_not_the_laboratories() -> None:
    assert "approved_by" not in said("An Approved PACE Program Provider by the Academy of General Dentistry.")
