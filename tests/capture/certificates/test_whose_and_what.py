"""Which words of a paper are its title, its holder and its provider, and which only stand where those could."""

from __future__ import annotations

import pytest

from recert.capture.certificates.read import read_file
from tests.capture.certificates.papers import pdf, read, sure, values

LETTER = '#set page(paper: "us-letter")\n'
DONE = "Date completed: 05/02/2025 \\ Contact hours: 2.0\n\n"


def table(*rows: str) -> str:
    """Rows of a table, cells divided by strokes."""
    cells = [cell for row in rows for cell in row.split("|")]
    columns = len(rows[0].split("|"))
    return f"#grid(columns: ({'1fr, ' * columns}), row-gutter: 10pt, {', '.join(f'[{cell}]' for cell in cells)})\n\n"


def test_the_head_of_a_column_is_no_title() -> None:
    courses = table("Year|Course|Name|CEUs|Mark", "2023|PH-77|Sterile Compounding|1.6|S")
    said = values(read(f"{LETTER}Record of Continuing Education\n\nParticipant: Evan Okafor\n\n{courses}{DONE}"))
    assert said["title"] == "Sterile Compounding"


def test_the_first_of_several_sessions_is_not_surely_the_title() -> None:
    sessions = table("Number|Workshop|Hours", "101-23|Gram Stain Clinic|1.0", "102-23|Wet Mounts|1.0")
    paper = f"{LETTER}#text(22pt)[Microbiology by Microscope]\n\nAttendee: Luz Okafor\n\n{sessions}{DONE}"
    entry = read(paper)
    assert entry.fields["title"].value == "Microbiology by Microscope" or not entry.fields["title"].sure


@pytest.mark.parametrize(
    "said",
    [
        "Subject: ATTENDANCE AND CREDIT",
        "Subject: 08 – Opioids",
        "Recommended renewal \\ Completed \\ Card issued",
        "Dana Whitfield, RN \\ Dana Whitfield, Dean",
    ],
)
def test_words_that_name_something_else_are_no_sure_title(said: str) -> None:
    entry = read(f"{LETTER}Certificate of Completion\n\n{said}\n\nName: Luz Okafor\n\n{DONE}")
    assert "title" not in entry.fields or not entry.fields["title"].sure


def test_a_title_beside_itself_in_another_language_is_asked_in_one() -> None:
    both = "Pesticides and the Clinic Exposición a pesticidas en la clínica"
    entry = read(f"{LETTER}Certificate of Completion\n\nName: Luz Okafor\n\nCourse title: {both}\n\n{DONE}")
    assert (entry.fields["title"].value, entry.fields["title"].sure) == ("Pesticides and the Clinic", False)


def test_a_card_is_called_by_its_whole_line() -> None:
    card = (
        "#text(22pt)[Certificate for Evan Okafor]\n\nwho showed the skills of\n\n"
        "#text(22pt)[CPR and Choking Relief for Clinic Reception]\n\n"
        "Class date: July 19, 2023 \\ Expires: July 31, 2025 \\ Instructor: Dana \\ Roster 5567-2"
    )
    assert values(read(LETTER + card))["title"] == "CPR and Choking Relief for Clinic Reception"


def test_a_manager_over_has_completed_is_not_the_holder() -> None:
    paper = (
        f"{LETTER}Certificate of Completion\n\n#text(22pt)[Whitfield, Dana]\n\n"
        "Building C · Manager: Rosa Okafor\n\nhas successfully completed the module\n\n"
        f"#text(18pt)[Slips and Wet Floors]\n\n{DONE}"
    )
    assert values(read(paper))["holder"] == "Whitfield, Dana"


@pytest.mark.parametrize(
    "said",
    [
        "Luz Okafor \\ 18 Birch Lane \\ Salem, OR 97301\n\nThe above individual has completed the activity Asthma at School",
        "Asthma at School\n\nLuz Okafor \\ 18 Birch Lane \\ Salem, OR 97301\n\nEarned 2.0 contact hours",
        "Educator: Luz Okafor\n\nCourse: Asthma at School",
        "Se certifica que Luz Okafor (RUT: 1.234.567-8) \\ ha participado en el curso Asma en la escuela",
    ],
)
def test_the_holder_is_a_person_and_not_a_town(said: str) -> None:
    assert values(read(f"{LETTER}Certificate of Completion\n\n{said}\n\n{DONE}"))["holder"] == "Luz Okafor"


@pytest.mark.parametrize(
    "below",
    [
        "on the date listed below",
        "\\ 4.0 Continuing Education Units \\ Category: Staff Training \\ Quiz Score: 90%",
        "\\ (Course Title / No.)",
        "(1044-E)",
    ],
)
def test_what_is_said_below_a_title_is_no_part_of_it(below: str) -> None:
    paper = f"{LETTER}Luz Okafor\n\nhas successfully completed the course \\ Asthma at School {below}\n\n{DONE}"
    assert values(read(paper))["title"] == "Asthma at School"


def test_a_title_stands_below_the_words_that_announce_it() -> None:
    done = "Luz Okafor\n\nsuccessfully completed the Old Mill School Professional Development course listed below:"
    assert values(read(f"{LETTER}{done}\n\nAsthma at School\n\n{DONE}"))["title"] == "Asthma at School"


def test_a_day_is_no_provider() -> None:
    said = "Luz Okafor\n\nCourse: Asthma at School\n\nMarch 14, 2024 \\ This program has been approved for 2.0 contact hours."
    assert "provider" not in values(read(f"{LETTER}Statement of Credit\n\n{said}"))


def test_captions_in_capitals_are_no_names() -> None:
    fields = table("ISSUED TO|BORN", "Sam Okafor|4/30") + table("VALID FROM|VALID TO", "3/12/2021|3/12/2024")
    assert (
        values(read(f"{LETTER}Receipt of Credit\n\n{fields}Course: Opioids at Home\n\n{DONE}"))["holder"]
        == "Sam Okafor"
    )


def test_a_letter_is_about_the_person_it_greets() -> None:
    letter = (
        "June 2, 2025\n\nDana Whitfield \\ Harbor Street Family Clinic \\ 118 Harbor Street \\ Salem, OR 97301\n\n"
        "Dear Ms. Whitfield:\n\nOn May 13, 2025, you completed our training “Storing Frozen Vaccines.” "
        "You are awarded 2.5 contact hours.\n\nRosa Okafor \\ Rosa Okafor, MPH \\ Coordinator"
    )
    assert sure(read(LETTER + letter))["holder"] == "Dana Whitfield"


def test_a_badge_is_issued_to_somebody_on_a_day() -> None:
    badge = "Stroke Signs\n\nThis badge was issued to Dana Whitfield on May 3, 2025.\n\nContact hours: 3.0"
    assert values(read(f"{LETTER}{badge}"))["holder"] == "Dana Whitfield"


@pytest.mark.parametrize(
    ("said", "provider"),
    [
        ("Red Cedar Chapter proudly hands this certificate to", "Red Cedar Chapter"),
        ("Provider: Raritan Pulse School, NJ-3381", "Raritan Pulse School"),
        ("Provider: Old Mill Seminars, XYZ Board Recognized Provider. Number: 7.", "Old Mill Seminars"),
        ("Provider: Old Mill School (State-Approved Clock Hour Provider)", "Old Mill School"),
        ("Issued by: Old Mill Accredited Provider Unit (P7731)", "Old Mill Accredited Provider Unit"),
        ("Old Mill School's Continuing Education office is accredited by the board.", "Old Mill School"),
        ("Bayou Medical Society \\ The Society is accredited by the board.", "Bayou Medical Society"),
        ("El Colegio Técnico Las Palmas confiere el presente a", "Colegio Técnico Las Palmas"),
        ("Provided by Sable Learning Systems, accredited by the board", "Sable Learning Systems"),
        ("Provider: Golden Gate Draw Forum, Daly City", "Golden Gate Draw Forum"),
        ("Provider: University of Harrow, Daly City", "University of Harrow, Daly City"),
        ("Provider: Centro Nuevo Sol (New Sun Center)", "Centro Nuevo Sol"),
        ("Provider: Harrow Health Project / Proyecto de Salud Harrow", "Harrow Health Project"),
        ("JORNADA ANUAL · Colegio Técnico Las Palmas", "Colegio Técnico Las Palmas"),
        (
            "Saint Aldric Simulation Center \\ Provider: Center Saint Aldric Simulation Center",
            "Saint Aldric Simulation Center",
        ),
        ("From: Education Desk, Harrow Nurses Forum", "Harrow Nurses Forum"),
        ("Harrow Pediatric Clinic \\ Presented by: Evan Okafor, RN", "Harrow Pediatric Clinic"),
        ("Harrow Pulmonary Forum \\ Continuing Respiratory Education acknowledges that", "Harrow Pulmonary Forum"),
    ],
)
def test_a_provider_is_its_whole_name_and_no_more(said: str, provider: str) -> None:
    paper = f"{LETTER}Certificate of Completion\n\n{said}\n\nName: Luz Okafor\n\nCourse: Asthma at School\n\n{DONE}"
    assert values(read(paper))["provider"] == provider


@pytest.mark.parametrize(
    "said",
    [
        "Jointly provided by Saint Aldric Health and the Cascade Stroke Coalition.",
        "The course was jointly provided by the Union County Division of Health and Rutledge School \\ of Nursing.",
        "Actividad auspiciada por Laboratorios Verdal mediante donativo educativo.",
        "The activity was sponsored by Verdal Laboratories through an educational grant.",
        "Bayou Imaging Society and Acadiana Safety Forum certify that",
    ],
)
def test_joint_providers_and_those_who_pay_are_asked(said: str) -> None:
    entry = read(f"{LETTER}Certificate of Completion\n\nName: Luz Okafor\n\nCourse: Asthma at School\n\n{DONE}{said}")
    assert "provider" not in entry.fields or not entry.fields["provider"].sure


def test_a_name_goes_on_from_one_line_to_the_next() -> None:
    words = "This program was approved for two hours until the end of November of 2025. Provided by Meridian"
    paper = f"{LETTER}#set text(10pt)\n{DONE}#box(width: 20cm)[{words} \\ Webcast Education, 221 Jefferson Street]"
    (entry,) = read_file(pdf(f"{paper}\n\nName: Luz Okafor"), "paper.pdf").entries
    assert entry.fields["provider"].value == "Meridian Webcast Education"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Thank you for being with us at the Prairie Pediatric Update on Feb 3, 2023.", "Prairie Pediatric Update"),
        ("Yes: the webinar Refills from A to Zinc, which you completed, counts.", "Refills from A to Zinc"),
        ("You attended the academy's 44th Scientific Assembly.", "44th Scientific Assembly"),
        ("Topic: RX-LR-088 \n\n #text(20pt)[Bone Scans for Limited Operators]", "Bone Scans for Limited Operators"),
    ],
)
def test_a_title_stands_where_a_sentence_leads_to_it_and_is_no_code(said: str, title: str) -> None:
    assert values(read(f"{LETTER}Certificate of Attendance\n\nName: Luz Okafor\n\n{said}\n\n{DONE}"))["title"] == title


def test_a_title_that_may_go_on_in_the_next_line_is_asked() -> None:
    cut = "#text(20pt)[Lipids in the Office: Pitfalls and \\ Possibilities \\ Practice \\ Proofs \\ Plans]"
    entry = read(f"{LETTER}Certificate of Completion\n\nName: Luz Okafor\n\n{cut}\n\n{DONE}")
    assert not entry.fields["title"].sure


@pytest.mark.parametrize("line", ["Category B", "Yakima, Washington", "Bay Region Epidemiology"])
def test_a_class_a_place_and_a_region_are_no_holders(line: str) -> None:
    said = values(read(f"{LETTER}Certificate\n\nPresented to\n\n{line}\n\nName: Luz Okafor\n\nTopic: Lice\n\n{DONE}"))
    assert said["holder"] == "Luz Okafor"


@pytest.mark.parametrize(
    "cells",
    [
        "[Offered by][Harrow Training Center for \\ Public Health][Registered][Apr 2, 2025]",
        "[Provider][Harrow Animal Bite \\ Program][Contact hours][0.25]",
        "[By][Harrow Lifeline Training][Teacher][Sam (2207)]",
    ],
)
def test_a_provider_is_what_stands_beside_its_name_in_a_column_of_names(cells: str) -> None:
    paper = (
        f"{LETTER}Certificate of Completion\n\nLuz Okafor\n\n{DONE}#grid(columns: (3cm, 6cm), row-gutter: 6pt){cells}"
    )
    assert values(read(paper))["provider"].startswith("Harrow ")


def test_a_provider_is_what_stands_under_the_title_of_its_column() -> None:
    cells = "[Title][Vendor][Finished][Privacy Rules in the Small Office][Harrow Campus][1/13/2025]"
    table = f"#grid(columns: (5.7cm, 4cm, 3cm), row-gutter: 8pt){cells}"
    assert (
        values(read(f"{LETTER}Completion record\n\nLuz Okafor\n\n{table}\n\nHarrow Campus library"))["provider"]
        == "Harrow Campus"
    )


def test_names_of_fields_and_who_signs_are_no_provider() -> None:
    cells = "[#text(8pt)[Kind]][#text(8pt)[Lesson]][#text(8pt)[Worth]][Category B][KS-88][0.75 hour]"
    paper = f"{LETTER}#grid(columns: 3, column-gutter: 2cm, row-gutter: 6pt){cells}\n\nLuz Okafor\n\nRosa, Educación Continua"
    assert "provider" not in values(read(f"{paper}\n\n{DONE}"))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dana Whitfield Employee ID 40077193", "Dana Whitfield"),
        ("Participant: Dana Whitfield, CMA (AAMA), other health professional", "Dana Whitfield"),
        ("Participant (last, first) Whitfield, Rosa", "Whitfield, Rosa"),
        ("Apellido y nombre / Name Whitfield Rosa A.", "Whitfield Rosa A"),
        ("Member Evan Whitfield heard the talk “Asthma Update”", "Evan Whitfield"),
        ("This is for Evan Whitfield", "Evan Whitfield"),
    ],
)
def test_a_name_is_found_among_what_stands_on_its_line(line: str, name: str) -> None:
    paper = f"{LETTER}Certificate of Completion\n\n{line}\n\nCourse title: Slips and Wet Floors\n\n{DONE}"
    assert values(read(paper))["holder"] == name


def test_the_name_beside_an_office_is_not_who_did_what_is_said_below() -> None:
    card = table("Instructor|Rosa Okafor", "The above individual has completed the skills test.|")
    entry = read(f"{LETTER}Basic Life Support\n\n#text(18pt)[Dana Whitfield]\n\n#v(30pt)\n\n{card}Renew by 01/2027")
    assert entry.fields["holder"].value == "Dana Whitfield"


def test_a_hyphen_at_the_end_of_a_line_stays_in_a_title() -> None:
    title = "#box(width: 230pt, text(20pt, hyphenate: false)[Opioid Overdose and Hands-Only Rescue])"
    paper = f"{LETTER}Certificate of Completion\n\nDana Whitfield\n\nhas completed the course\n\n{title}\n\n{DONE}"
    assert values(read(paper))["title"] == "Opioid Overdose and Hands-Only Rescue"


def test_a_field_under_a_title_in_the_same_letters_makes_it_a_question() -> None:
    large = "#text(20pt)[Control de infecciones \\ Institución: Mutual de Salud]"
    paper = f"{LETTER}#align(center)[Certificado\n\nLuz Okafor\n\nha completado el curso\n\n{large}]\n\n{DONE}"
    assert not read(paper).fields["title"].sure


def test_the_town_under_a_title_in_the_same_letters_is_no_part_of_it() -> None:
    paper = (
        f"{LETTER}#align(center)[Certificate of Completion\n\nDana Whitfield\n\nhas successfully completed\n\n"
        f"Trauma-Informed Care \\ Louisville KY\n\n]{DONE}"
    )
    entry = read(paper)
    assert entry.fields["title"].value == "Trauma-Informed Care" or not entry.fields["title"].sure


@pytest.mark.parametrize(
    ("says", "provider"),
    [
        ("Harrow Nurses Network\n\nEND OF DAY\n\nBayamón, Puerto Rico", "Harrow Nurses Network"),
        ("Se hace constar que\n\nWe certify that\n\nAlder Rural Health Alliance", "Alder Rural Health Alliance"),
        ("Offered by Wheatland Surgery\\\nCenters, Salem, Oregon", "Wheatland Surgery Centers"),
        ("Sam Whitfield\\\nOrganizing Committee, State Laboratory College", "State Laboratory College"),
        ("Where: Salem Convention Center\n\nHarrow Nurses Network", "Harrow Nurses Network"),
    ],
)
def test_a_provider_is_what_most_speaks_for_among_all_lines(says: str, provider: str) -> None:
    paper = f"{LETTER}Certificate of Completion\n\nName: Luz Okafor\n\nCourse: Asthma at School\n\n{DONE}{says}"
    assert values(read(paper))["provider"] == provider


def test_a_department_and_a_word_of_many_names_are_asked() -> None:
    for name in ("Continuing Education Office", "Training Network"):
        entry = read(f"{LETTER}#text(20pt)[{name}]\n\nName: Luz Okafor\n\nCourse: Asthma at School\n\n{DONE}")
        assert not entry.fields["provider"].sure
