"""Amounts as papers print them: what is awarded, and never a limit, a part, a telephone number or another's hours."""

from __future__ import annotations

import pytest

from tests.capture.certificates.papers import read, rows, sure, values

WHO = {"Participant_Name": "Luz Ortega", "Course_Title": "Safe Injections", "Date_Completed": "5/9/2021"}


def amount(sentence: str, **labels: str) -> tuple[str | None, str | None]:
    said = sure(read(f"{rows(**WHO, **labels)}\n\n#v(20pt)\n{sentence}"))
    return said.get("quantity"), said.get("unit")


@pytest.mark.parametrize(
    ("sentence", "quantity", "unit"),
    [
        ("Awarded 1.25 contact hours.", "1.25", "contact_hour"),
        ("For 0.75 Contact Hour.", "0.75", "contact_hour"),
        ("2.00 contact hour (0.200 CEU(s))", "2", "contact_hour"),
        ("and is awarded 15 AMA PRA Category 1 Credit(s)™", "15", "cme"),
        ("Earned 1.00 CNE contact hours.", "1", "cne"),
        ("AAMA CEUs: 2", "2", "aama_ceu"),
        ("Earned 1.5 IACET CEUs.", "1.5", "iacet_ceu"),
        ("4 semester credits. One semester credit represents 15 hours of instruction.", "4", "college_credit"),
        ("Earned 3 clock hours.", "3", "clock_hour"),
        ("con un total de 4.5 horas contacto", "4.5", "contact_hour"),
        ("Earned 2 contact hours, of which 0.25 contact hours are pharmacotherapy.", "2", "contact_hour"),
        ("Earned 2.0 contact hours. Approved for a maximum of 14.25 contact hours.", "2", "contact_hour"),
        ("Provider Number 13485, for 2.00 contact hours. Keep it 4 years. Call (800) 232-4CEU.", "2", "contact_hour"),
        ("Earned one and one-half contact hours.", "1.5", "contact_hour"),
        ("and the award of one and one-quarter (1.25) contact hours", "1.25", "contact_hour"),
        ("claimed 12.25 of the 20.5 AAFP Prescribed credits available for this activity.", "12.25", "cme"),
        ("Consisting of 16 clock hours of instruction (1.6 CEU).", "16", "clock_hour"),
        ("2 contact hours. Not valid for more than 3.0 contact hours.", "2", "contact_hour"),
        ("2 CE credits. One CE credit stands for 60 minutes of study.", "2", "ce_credit"),
        ("Total CE hours: 2.0. Session 1 (1.0 CE hours), Session 2 (1.0 CE hours).", "2", "contact_hour"),
        (r"Contact hours approved: 6.0 \ Contact hours attended: 4.5", "4.5", "contact_hour"),
        (r"Pharmacology contact hours: 0.5 \ Total contact hours: 2.0", "2", "contact_hour"),
        ("8.0 hours of training, 0.8 CEU", "8", "contact_hour"),
        ("2.5 NBCC Clock Hours Awarded", "2.5", "clock_hour"),
        ('"Personal Safety" (4 clock hours)', "4", "clock_hour"),
        ("for #h(1cm) 1.5 #h(1cm) contact hour(s).", "1.5", "contact_hour"),
    ],
)
def test_what_is_awarded_is_read(sentence: str, quantity: str, unit: str) -> None:
    assert amount(sentence) == (quantity, unit)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("This activity is approved for up to 3.0 contact hours.", "limit"),
        ("Not to exceed 1.00 contact hours.", "limit"),
        ("Physicians: 1.0 AMA PRA Category 1 Credit. Nurses: 1.2 contact hours.", "several"),
        ("Earned 5 contact hours (0.2 CEU).", "ceu_mismatch"),
        ("Earned 125 contact hours.", "large"),
        ("Total clock hours: 1,200", "large"),
        ("This activity was planned for 5 contact hours.", "limit"),
        (r"Learning hours 3 \ Contact hours 2.5", "several"),
        ("2.0 contact hours awarded by the state, 1.8 contact hours awarded by another.", "several"),
        ("It meets the yearly requirement of the county for front desk staff with 2 contact hours.", "mentioned"),
        ("Nurses who return the evaluation of the program will be awarded 2 contact hours.", "limit"),
    ],
)
def test_what_may_be_another_amount_is_a_question(sentence: str, code: str) -> None:
    entry = read(f"{rows(**WHO)}\n\n#v(20pt)\n{sentence}")
    assert not entry.fields["quantity"].sure
    assert code in {question.code for question in entry.questions}


def test_a_bare_ceu_is_a_question_and_hours_beside_it_are_the_answer() -> None:
    assert not read(f"{rows(**WHO)}\n\n#v(20pt)\nEarned 2 CEUs.").fields["unit"].sure
    assert amount("", Contact_Hours="3.5", CEUs_Awarded="0.4") == ("3.5", "contact_hour")


def test_no_amount_is_a_question_and_not_zero() -> None:
    entry = read(rows(**WHO))
    assert "quantity" not in entry.fields
    assert ("quantity", "missing") in {(question.field, question.code) for question in entry.questions}


@pytest.mark.parametrize("sentence", ["Contact hours: 9:00 -- 11:00", "Credits: 1-2", "Hours: 2:30"])
def test_times_of_the_day_and_stretches_are_no_amounts(sentence: str) -> None:
    assert amount(sentence) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [
        ("Duration: 90 minutes", "90"),
        ("Length: 1 hour 15 minutes", "75"),
        ("Earned 1.0 contact hour (60 minutes).", "60"),
        ("Contact hours are based on a 60-minute hour.", None),
        ("One contact hour equals 50 minutes.", None),
        ("One credit for each session of 60 minutes.", None),
        ("One CE credit stands for 60 minutes of study.", None),
    ],
)
def test_minutes_are_how_long_it_took_and_not_the_length_of_an_hour(sentence: str, minutes: str | None) -> None:
    assert values(read(f"{rows(**WHO)}\n\n#v(20pt)\n{sentence}")).get("minutes") == minutes


def test_a_rough_length_of_any_class_is_a_question() -> None:
    entry = read(f"{rows(**WHO)}\n\n#v(20pt)\nClass length about 5 hours 30 minutes including online session.")
    assert not entry.fields["minutes"].sure


def test_the_rest_of_a_line_that_was_torn_is_no_length_of_its_own() -> None:
    torn = "The units on this paper follow one rule: 1 CEU = #h(3cm) 60 minutes."
    assert "minutes" not in values(read(f"{rows(**WHO)}\n\n#v(20pt)\n{torn}"))


def test_the_name_of_the_next_field_is_no_unit_of_the_number_before_it() -> None:
    cells = "#grid(columns: 2, column-gutter: 2cm, row-gutter: 8pt)[Contact hours: 1.0][Credit statement: NP-25]"
    entry = read(f"{rows(**WHO)}\n\n#v(20pt)\n{cells}")
    assert entry.fields["unit"].value == "contact_hour"


def test_of_a_table_its_total_is_awarded() -> None:
    cells = "[Session][Date][Contact Hours][Foot care][5/9/2021][1.0][Gout][5/9/2021][1.5]"
    table = f"#grid(columns: (1fr, 1fr, 1fr), row-gutter: 8pt){cells}"
    assert values(read(f"{rows(**WHO)}\n\n#v(20pt)\n{table}[Total][][2.5]"))["quantity"] == "2.5"
    assert not read(f"{rows(**WHO)}\n\n#v(20pt)\n{table}").fields["quantity"].sure


TABLE = "\n\n#v(20pt)\n#grid(columns: (6cm, 3cm, 3cm), row-gutter: 10pt)"


def test_of_two_columns_the_one_that_was_earned_counts() -> None:
    entry = read(f"{rows(**WHO)}{TABLE}[Area][Offered][Earned][General][2.5][1.0][Total AAMA CEUs][8.5][6.0]")
    assert sure(entry)["quantity"] == "6"


def test_two_numbers_beside_one_name_are_a_question_where_no_title_says_which_was_earned() -> None:
    entry = read(f"{rows(**WHO)}{TABLE}[Area][Day][Night][General][2.5][1.0][Total AAMA CEUs][8.5][6.0]")
    assert not entry.fields["quantity"].sure


def test_of_several_choices_the_one_that_is_ticked_counts() -> None:
    choices = r"\[ \] 2.75 AMA PRA Category 1 Credits \ \[ \] 3.0 CNE contact hours \ \[X\] 3.25 Contact Hours"
    assert amount(choices) == ("3.25", "contact_hour")


def test_choices_of_which_none_is_ticked_are_a_question() -> None:
    entry = read(rf"{rows(**WHO)} #v(20pt) \[ \] 3.0 CNE contact hours \ \[ \] 3.25 Contact Hours")
    assert not entry.fields["quantity"].sure


def test_what_is_required_each_year_was_not_awarded() -> None:
    sentence = "Annual requirement of certificate holders: 14 clock hours."
    assert amount(sentence, Clock_hours="2") == ("2", "clock_hour")


def test_the_end_of_a_word_is_no_unit() -> None:
    entry = read(f"{rows(**WHO)}{TABLE}[given at][San Rafael office][][][3][contact hours]")
    assert entry.fields["unit"].value == "contact_hour"


@pytest.mark.parametrize(
    ("cells", "quantity"),
    [
        ("[Maximum][12.5 AMA PRA Category 1 Credits][Claimed][8.25 AMA PRA Category 1 Credits]", "8.25"),
        ("[Credit designated][1.00 AMA PRA Category 1 Credit][Credit claimed by the learner][0.75]", "0.75"),
        ("[Each session][1.0 CME credit][Total for this participant][10 CME credits]", "10"),
        ("[Maximum credits][12.0][Credits earned][9.5]", "9.5"),
        ("[Crédito][2 horas contacto][Total posible de la jornada:][6 horas contacto]", "2"),
        ("[Good for 1][contact hour(s), 60 minutes each]", "1"),
        ("[CEUs reported][2]", "2"),
    ],
)
def test_the_name_beside_an_amount_says_whether_it_was_given(cells: str, quantity: str) -> None:
    table = f"#grid(columns: (7cm, 9cm), row-gutter: 14pt){cells}"
    assert values(read(f"{rows(**WHO)}\n\n#v(20pt)\n{table}"))["quantity"] == quantity


@pytest.mark.parametrize(
    "sentence",
    [
        "Sessions 1 to 4 together are worth 6.0 contact hours.",
        "The full program carries 10 contact hours.",
        "Total possible for the whole meeting: 6 contact hours.",
        "Ten hours of instruction make 1.0 CEU.",
    ],
)
def test_what_the_whole_is_worth_and_what_makes_a_unit_were_not_given(sentence: str) -> None:
    assert amount(sentence, Contact_hours="1.5") == ("1.5", "contact_hour")
