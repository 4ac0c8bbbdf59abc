"""Papers built in other ways: captions, numbered fields, rows without colons, names broken by the next field."""

from __future__ import annotations

from recert.capture.certificates.read import read_file
from tests.capture.certificates.papers import pdf, read, sure, values

LETTER = '#set page(paper: "us-letter")\n'


def test_captions_under_their_values_are_names_of_what_stands_above() -> None:
    cells = [
        ("Dana Reyes", "Name of attendee"),
        ("Wound Care Basics", "Name of offering"),
        ("11/03/2025", "Date attended"),
        ("2.0", "Contact hours"),
    ]
    paper = (
        LETTER
        + "Proof of attendance\n\n"
        + "".join(f"{value} \\ #text(7pt)[{name}] #v(12pt)\n" for value, name in cells)
    )
    said = values(read(paper))
    assert (said["holder"], said["title"], said["earned_on"]) == ("Dana Reyes", "Wound Care Basics", "2025-11-03")


def test_numbered_fields_of_a_form_are_read() -> None:
    said = sure(
        read(
            LETTER
            + r"""Evidence of Attendance

1\. Licensee: Luz Ortega

2\. Subject: Ergonomics for Sonographers

3\. Date: 03/04/2026

4\. Sponsor: Columbia Imaging Society

5\. Contact hours: 7.5"""
        )
    )
    assert said["holder"] == "Luz Ortega"
    assert said["title"] == "Ergonomics for Sonographers"
    assert said["provider"] == "Columbia Imaging Society"


def test_the_next_field_on_the_line_ends_a_provider() -> None:
    card = (
        "#set page(width: 9cm, height: 6cm, margin: 5mm); #set text(size: 8pt)\n"
        "#text(12pt)[CPR AED]\n\nLuz Ortega\n\nThe above individual has passed the skills evaluation.\n\n"
        "Training Center: Metro CPR Instructor ID: 08123456\n\nIssued: 06/2025 #h(1cm) Renew by: 06/2027"
    )
    assert values(read(card))["provider"] == "Metro CPR"


def test_a_stretch_over_two_months_ends_in_the_second() -> None:
    said = read(
        LETTER
        + "Certificate of Completion\n\nEvan Grey\n\nhas completed the course\n\nMedical Spanish\n\n"
        + "January 12 -- March 2, 2026\n\n6 contact hours"
    )
    assert said.fields["earned_on"].value == "2026-03-02"


def test_two_stubs_on_a_page_are_two_certificates() -> None:
    stub = (
        "ATTENDEE COPY\n\nRecord of Attendance\n\nRosa Delgado was present for the whole of\n\n{title}\n\n"
        "on 3/8/2025 and receives {hours} contact hours from Cascade Skills Fair.\n#v(6cm)\n"
    )
    page = (
        LETTER + stub.format(title="Taping and Bracing", hours="1.0") + stub.format(title="Suture Removal", hours="1.5")
    )
    entries = read_file(pdf(page), "paper.pdf").entries
    assert [entry.fields["quantity"].value for entry in entries] == ["1", "1.5"]
    assert [entry.fields["title"].value for entry in entries] == ["Taping and Bracing", "Suture Removal"]


SLIP = (
    "#block(height: 7cm)[State Society Meeting \\ Session Certificate \\ Luz Ortega \\ attended \\ {title} \\ on May 4, 2024 \\ "
    "for {hours} contact hours \\ #v(1cm) Rosa, Secretary]\n"
)


def test_a_form_filled_in_again_on_the_page_is_another_certificate() -> None:
    slips = (("Gout", "1.0"), ("First Hour of a Burn", "1.5"), ("Shingles", "0.5"))
    page = LETTER + "".join(SLIP.format(title=title, hours=hours) for title, hours in slips)
    entries = read_file(pdf(page), "paper.pdf").entries
    assert [entry.fields["quantity"].value for entry in entries] == ["1", "1.5", "0.5"]
    assert {entry.fields["earned_on"].value for entry in entries} == {"2024-05-04"}


def test_forms_in_rows_of_columns_are_as_many_certificates() -> None:
    cells = "".join(
        rf"[Session Slip \ Name: Luz Ortega \ Session: {title} \ Date: May 4, 2024 \ Contact hours: {hours}]"
        for title, hours in (("Gout", "1.0"), ("Anemia", "1.5"), ("Shingles", "0.5"), ("Asthma Plans", "2.0"))
    )
    page = f"{LETTER}#grid(columns: (1fr, 1fr), row-gutter: 40pt, column-gutter: 30pt){cells}"
    entries = read_file(pdf(page), "paper.pdf").entries
    assert sorted(entry.fields["quantity"].value for entry in entries) == ["0.5", "1", "1.5", "2"]


def test_the_same_form_for_somebody_else_to_keep_is_no_second_certificate() -> None:
    page = LETTER + 2 * SLIP.format(title="Gout", hours="1.0")
    assert len(read_file(pdf(page), "paper.pdf").entries) == 1


def test_cards_that_differ_in_their_title_alone_are_two() -> None:
    card = (
        "#block(height: 6cm)[Provider card \\ {title} \\ Rosa Delgado \\ has met the skills requirements \\ Issue date "
        "3/14/2024 \\ Renew by 03/2026 \\ Instructor Sam]\n"
    )
    page = LETTER + card.format(title="Basic Life Support") + card.format(title="Heartsaver First Aid")
    assert [entry.kind for entry in read_file(pdf(page), "paper.pdf").entries] == ["cpr_card", "cpr_card"]


def test_a_notice_that_a_credential_expires_is_no_certificate() -> None:
    notice = LETTER + (
        "Your certification expires soon\n\nDear Dana Reyes,\n\nOur records show that your credential expires on "
        "June 30, 2026. You need 60 points, of which 30 contact hours must be approved by the AAMA. Time to renew."
    )
    assert read(notice).kind == "not_a_certificate"


def test_a_seal_beside_two_lines_does_not_make_them_one() -> None:
    seal = "#place(dx: 9cm, dy: 4mm)[#text(46pt)[EC]]"
    lines = r"ofrecida el 28 de marzo de 2025 en Caguas, \ con un valor de 3 horas contacto."
    said = values(read(f"= Certificado\nLuz Ortega asistió a la actividad\n\n{seal}\n#text(11pt)[{lines}]"))
    assert (said["earned_on"], said["quantity"]) == ("2025-03-28", "3")


def test_an_organisation_that_gave_a_class_is_its_provider() -> None:
    said = values(
        read("= Certificate of Attendance\nLuz Ortega\n\nattended Ear Care\n\ngiven by\n\nAlder County Nurses Club")
    )
    assert said["provider"] == "Alder County Nurses Club"


def test_nobody_is_named_before_an_impersonal_verb() -> None:
    said = read(
        "= Colegio del Este\n\nCertificado\n\nPor la presente se hace constar que\n\nLuz Ortega\n\nasistió al taller"
    )
    assert values(said)["provider"] == "Colegio del Este"
