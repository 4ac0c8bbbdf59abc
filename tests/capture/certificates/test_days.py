"""Days as papers print them, what each of them is, and when the order of figures is a question."""

from __future__ import annotations

import pytest

from recert.capture.certificates.days import meaning_of
from tests.capture.certificates.papers import read, rows, sure, values

ROLES = {"Participant_Name": "Luz Ortega", "Course_Title": "Safe Injections", "Contact_Hours": "2.0"}


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("03/14/2017", "2017-03-14"),
        ("5/9/2021", "2021-05-09"),
        ("July 9, 2017", "2017-07-09"),
        ("16-May-2025", "2025-05-16"),
        ("2025-05-16", "2025-05-16"),
        ("the 4th day of January, 2021", "2021-01-04"),
        ("the twelfth day of March, 2022", "2022-03-12"),
        ("16 de mayo de 2025", "2025-05-16"),
    ],
)
def test_a_day_is_read_as_printed(printed: str, day: str) -> None:
    assert sure(read(rows(**ROLES, Date_Completed=printed)))["earned_on"] == day


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("5/9/21", "2021-05-09"),
        ("October 4–5, 2022", "2022-10-05"),
        ("May 19 to May 21, 2022", "2022-05-21"),
        ("10/2027", "2027-10"),
        ("Monday, May 10, 2022", "2022-05-10"),
    ],
)
def test_a_day_that_is_one_of_several_or_not_whole_is_read_and_asked(printed: str, day: str) -> None:
    entry = read(rows(**ROLES, Date_Completed=printed))
    assert entry.fields["earned_on"].value == day
    assert not entry.fields["earned_on"].sure


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("completed on", "completed"),
        ("has participated in the live activity on", "held"),
        ("fecha de expedicion:", "issued"),
        ("vence el", "expires"),
        ("activity expiration date:", "program"),
        ("original release date", "released"),
        ("recommended renewal date", "renew"),
        ("date of birth", "born"),
        ("date printed", "printed"),
        ("certificate sent", "printed"),
        ("date credit was earned", "completed"),
        ("registered", "started"),
        ("spirometry for beginners on", "dated"),
        ("module expires", "program"),
        ("keep it for audits until", "retain"),
        ("wound care", ""),
    ],
)
def test_the_words_beside_a_day_say_what_it_is(words: str, meaning: str) -> None:
    assert meaning_of(words) == meaning


def test_the_day_completed_counts_among_all_the_others() -> None:
    entry = read(
        rows(
            **ROLES,
            Release_Date="1/1/2020",
            Date_Completed="5/9/2021",
            Date_Printed="6/1/2021",
            Date_Issued="5/12/2021",
        )
    )
    assert sure(entry)["earned_on"] == "2021-05-09"


def test_figures_that_fit_both_orders_are_a_question_where_another_day_puts_the_day_first() -> None:
    entry = read(rows(**ROLES, Date_Completed="04/07/2023", Valid_Until="23/06/2026"))
    assert not entry.fields["earned_on"].sure
    assert "order" in {question.code for question in entry.questions}


def test_two_days_of_completion_are_a_question() -> None:
    entry = read(rows(**ROLES, Date_Completed="5/9/2021", Completion_Date="5/10/2021"))
    assert not entry.fields["earned_on"].sure


def test_more_than_a_week_from_one_day_to_another_is_a_question() -> None:
    assert not read(rows(**ROLES, Activity_Dates="03/01/2022 - 03/31/2022")).fields["earned_on"].sure


@pytest.mark.parametrize("label", ["Test_valid_until", "Article_expires", "Access_valid_through", "Replay_closes"])
def test_the_last_day_of_something_else_is_no_expiry_of_the_certificate(label: str) -> None:
    assert "expires_on" not in sure(read(rows(**ROLES, Date_Completed="5/9/2021", **{label: "5/9/2023"})))


def test_a_certificate_expires_where_it_says_so_of_itself() -> None:
    entry = read(rows(**ROLES, Date_Completed="5/9/2021", Certificate_expires="5/9/2023"))
    assert sure(entry)["expires_on"] == "2023-05-09"


def test_an_earlier_first_showing_is_not_the_day_of_completion() -> None:
    small = r"#v(20pt) #text(8pt)[Originally presented 03/29/2023; the replay closes 03/28/2024.]"
    entry = read(f"{rows(**ROLES)}\n\nhas completed the activity \\ on 04/12/2023\n\n{small}")
    assert entry.fields["earned_on"].value == "2023-04-12"


def test_a_day_of_issue_in_the_small_print_is_a_question() -> None:
    small = "The office can send another copy of this paper that was issued on 5/12/2021 to whoever has lost it."
    assert not read(f"{rows(**ROLES)}\n\n#v(20pt)\n{small}").fields["earned_on"].sure


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("from our winter issue, with a score of 92 %, on", "dated"),
        ("date of issue:", "issued"),
        ("issue date", "issued"),
        ("vigencia del proveedor: hasta el", "program"),
        ("can be had until", "until"),
        ("first hour of a burn, on", "dated"),
        ("program approvals run out on", "program"),
        ("next renewal class:", "next"),
        ("all courses since", "started"),
        ("fin / end", "completed"),
        ("done", "completed"),
        ("card ends", "expires"),
        ("probe certificate ends", ""),
        ("expires (month end)", "expires"),
        ("and passed its quiz on", "completed"),
        ("valid until", "expires"),
    ],
)
def test_a_last_day_and_an_issue_of_a_magazine_are_told_from_the_day_of_issue(words: str, meaning: str) -> None:
    assert meaning_of(words) == meaning


@pytest.mark.parametrize(
    "label", ["Approval_date", "Date_of_hire", "License_issued", "Member_since", "Course_created", "Course_code_of"]
)
def test_a_day_of_something_else_alone_is_not_surely_the_day_of_completion(label: str) -> None:
    assert "earned_on" not in sure(read(rows(**ROLES, **{label: "3/1/2021"})))


def test_the_end_of_a_month_is_the_end_that_its_name_says() -> None:
    cells = "[Class date][July 19, 2023][Expires][End of July 2025]"
    card = f"CPR for Clinics\n\nDana Reyes\n\n#grid(columns: 2, column-gutter: 2cm){cells}"
    assert values(read(f'#set page(paper: "us-letter")\n{card}'))["expires_on"] == "2025-07"


def test_a_name_over_two_lines_is_read_whole() -> None:
    cells = r"[Issue date \ 12/31/2023][Recommended renewal \ date \ 12/2025]"
    card = f"CPR for Clinics\n\nDana Reyes\n\nInstructor Sam\n\n#grid(columns: 2, column-gutter: 2cm){cells}"
    said = values(read(f'#set page(paper: "us-letter")\n{card}\n\nNext renewal class: November 2025'))
    assert (said["earned_on"], said["expires_on"]) == ("2023-12-31", "2025-12")


def test_a_card_from_one_day_to_another_ends_on_the_other() -> None:
    cells = "[#text(7pt)[From]][#text(7pt)[To]][5/14/2022][5/14/2024]"
    grid = f"#grid(columns: 2, column-gutter: 2cm, row-gutter: 6pt){cells}"
    card = f"CPR for Clinics\n\nDana Reyes\n\nhas passed the skills test\n\n{grid}"
    assert values(read(f'#set page(paper: "us-letter")\n{card}'))["expires_on"] == "2024-05-14"


def test_a_fact_under_a_day_is_no_caption_of_it() -> None:
    paper = "Certificate of Completion\n\nDana Reyes\n\nhas completed Foot Care\n\n12/12/2022\n\nApproved provider CEP 15660"
    assert values(read(f'#set page(paper: "us-letter")\n{paper}'))["earned_on"] == "2022-12-12"


CARD = '#set page(paper: "us-letter")\nBasic Life Support Provider eCard\n\nDana Reyes\n\n'


@pytest.mark.parametrize(
    "cells",
    [
        "[Issue date][Recommended renewal][July 19, 2023][date][][July 2025]",
        "[From][To][][][July 19, 2023][July 19, 2025]",
        "[Trained on][Card ends][July 19, 2023][July 19, 2025]",
    ],
)
def test_a_card_ends_on_the_day_whose_name_says_so(cells: str) -> None:
    card = f"{CARD}#grid(columns: 2, column-gutter: 2cm, row-gutter: 5pt){cells}"
    assert values(read(card))["expires_on"].startswith("2025-07")


def test_the_next_class_is_no_end_of_a_card() -> None:
    assert "expires_on" not in values(read(f"{CARD}Issued July 19, 2023\n\nNext renewal class: May 3, 2025"))


def test_the_end_of_another_certificate_is_not_surely_this_ones() -> None:
    assert "expires_on" not in sure(
        read(rows(**ROLES, Date_Completed="5/9/2021", Probe_certificate_expires="5/9/2023"))
    )


def test_a_day_that_expires_in_the_row_of_a_completion_is_asked_beside_a_release() -> None:
    table = "#grid(columns: 3, column-gutter: 2cm, row-gutter: 8pt)[Finished][Hours][Expires][5/13/2021][2][5/31/2023]"
    entry = read(f"{rows(**ROLES)}\n\n{table}\n\nLibrary, release of November 2020")
    assert (entry.fields["expires_on"].value, entry.fields["expires_on"].sure) == ("2023-05-31", False)


@pytest.mark.parametrize(
    "terms",
    [
        "Approval period: September 1, 2023 through August 31, 2024.",
        "Next course: May 11, 2024.",
    ],
)
def test_a_day_is_sure_beside_others_that_say_what_they_are(terms: str) -> None:
    paper = (
        f"Certificate of Completion\n\nDana Reyes\n\nhas completed\n\nFoot Care\n\nMarch 14, 2024\n\n#v(3cm)\n{terms}"
    )
    day = read(f'#set page(paper: "us-letter")\n#v(5cm)\n{paper}').fields["earned_on"]
    assert (day.value, day.sure) == ("2024-03-14", True)


def test_a_named_part_after_the_day_of_completion_makes_that_day_a_question() -> None:
    said = rows(**ROLES, Self_study_finished="9/4/2023", Skills_session="9/15/2023")
    assert "earned_on" not in sure(read(said))


def test_the_end_of_the_holders_certification_is_not_surely_the_courses() -> None:
    said = rows(**ROLES, Certification_expires="3/31/2026", Completed="1/30/2025", CE_credits="2")
    assert "expires_on" not in sure(read(said))
