"""A certificate tells that somebody has done something; what only plans, sells, renews or reminds is none."""

from __future__ import annotations

import pytest

from tests.capture.certificates.papers import read, values

HEAD = '#set page(paper: "us-letter")\n'
OTHER_PAPERS = {
    "a registration": "You are registered: Headache Workshop\n\nHi Dana, thank you for registering. When: March 13, 2024\n\n"
    "Credit: 1.5 contact hours, after attendance\n\nYour certificate will be sent after the event. See you soon.",
    "an agenda": "Spring Skills Day\n\nSaturday, April 12, 2025\n\n7:30–8:00 AM Registration and breakfast\n\n8:00–10:00 AM "
    "Reading Rhythms, 2.0 contact hours\n\n10:15–11:15 AM Billing Rules, 1.0 contact hours\n\nFees: 60 dollars. Certificates "
    "are handed out at the desk.",
    "an unfinished course": "You are almost there!\n\nHello Dana, you have not finished this course yet: Sleep Apnea\n\n"
    "2.0 contact hours\n\n80% complete. Continue the course. Your certificate of completion will be waiting.",
    "a renewal": "Time to renew\n\nDana Reyes, your credential expires on March 1, 2025. To renew it, send proof of 10 hours "
    "of continuing education and the fee. Certificates must show the number of contact hours.",
    "a membership": "Certificate of Membership\n\nThis certifies that\n\nDana Reyes\n\nis an active member in good standing "
    "of the State Society through December 31, 2024",
    "a sign-in sheet": "Attendance Sign-In Sheet\n\nProgram: Wound Care Basics. Date: 4/4/2024. Contact hours: 1.0\n\n"
    "Print name: Dana Reyes\n\nPrint name: Luz Ortega",
    "a survey": "Training Needs Survey\n\nName: Luz Ortega. Date: 1/1/2024\n\nWhich courses have you attended this year? How "
    "many contact hours do you need?",
    "a reminder of a card": "Reminder from Metro CPR\n\nHi Dana Reyes, your BLS card expires on 05/31/2024. Renew by May 31 to "
    "stay current. Register at our desk. Cost: 65 dollars.",
    "a credential": "This is to certify that\n\nDana Reyes\n\nhas successfully met all requirements for certification as a\n\n"
    "Certified Phlebotomy Technician\n\nCertification number: P4K7\n\nExpiration date: 05/05/2025",
    "a webinar left early": "Shingles: One Visit\n\nDana Reyes\n\nMay 5, 2024. 1.0 contact hour\n\nNo certificate for this "
    "webinar\n\nGet certificate",
    "a bill": "EKG Technician Certificate Program\n\nName: Dana Reyes\n\nClock hours: 84\n\nThe certificate is awarded at "
    "graduation in January.\n\nThis schedule is not proof of attendance.",
    "a list of what is due": "Dear Dana Reyes,\n\nRestraint Alternatives, due 3/15/2025, not started, 1.0 contact hours\n\nA "
    "certificate of completion can be printed as soon as the test is passed with 80%.",
    "an offer": "Dana Reyes, does your license renew this fall? 24 contact hours for \\$59. Buy the bundle until August 31, 2022."
    "\n\nInstant certificate after each quiz.",
    "a badge not yet earned": "Intake Interview Star\n\nName: Dana Reyes\n\n2 of 5 requirements met\n\nJoined Sep 4, 2022\n\n"
    "What you will earn: 4.0 contact hours",
    "a mail that the certificate is ready": "Download your certificate:\n\nDear Dana Reyes,\n\nThank you for attending Wound "
    "Care.\n\nYour certificate is now ready! Download it with the link above.\n\nCertificate details:\n\nContact hours: 1.5",
    "a page of a portal": "CE certificate issued!\n\nCongratulations, Dana Reyes!\n\nContact hours awarded: 3.0\n\nView and "
    "download certificate\n\nYou can download a printable copy from your dashboard.",
    "a list of a portal": "Dana Reyes\n\nTraining Record\n\n"
    "#grid(columns: 4, column-gutter: 1cm, row-gutter: 9pt)[Course][Hours Earned][Completed][][Wound Care][1.5][3/14/2024]"
    "[View Cert][Foot Care][1][Incomplete][]\n\n% Complete\n\nPrint report\n\nExport CSV",
    "a new account": "Welcome to Learning Point!\n\nThank you for joining. Your account details are below.\n\nName - Dana Reyes"
    "\n\nTo change them, log in to your account. You get this mail because you completed an action on our pages.",
    "a letter of enrollment": "March 3, 2024\n\nTO WHOM IT MAY CONCERN\n\nThis is to certify that Dana Reyes was a student of "
    "the school, enrolled in the Medical Assisting program. It includes 720 clock hours of instruction.",
    "a letter of employment": "To whom it may concern:\n\nDana Reyes has been employed by Lakeview Clinics since March 1, 2021 "
    "and works 40 hours per week.",
}


@pytest.mark.parametrize("paper", OTHER_PAPERS.values(), ids=OTHER_PAPERS)
def test_a_paper_that_tells_no_deed_is_no_certificate(paper: str) -> None:
    assert read(HEAD + paper).kind == "not_a_certificate"


def test_a_certificate_may_speak_of_prices_and_rules() -> None:
    entry = read(
        f"{HEAD}Certificate of Completion\n\nDana Reyes\n\nhas completed the course Wound Care on May 2, 2024 and was awarded "
        "2.0 contact hours.\n\nReplacement copies: 5 dollars. You must keep this certificate. To renew, see your board. "
        "Register at our desk for the next one."
    )
    assert entry.kind == "course"


def test_a_class_that_is_valid_for_some_time_is_a_card_and_hours_of_practice_are_no_credit() -> None:
    entry = read(
        f"{HEAD}#align(center)[Golden Bay CPR\n\nCertificate of Completion\n\nDana Reyes\n\npassed the written and practical "
        "examinations in\n\nBLS Recertification\n\nDate completed: 11/16/2024\n\nValid until: 11/16/2026\n\n"
        "It includes 3 hours of classroom practice.]"
    )
    assert entry.kind == "cpr_card"
    assert entry.fields["title"].value == "BLS Recertification"
    assert not entry.fields["quantity"].sure if "quantity" in entry.fields else True


def test_an_hour_about_cpr_is_a_course() -> None:
    entry = read(
        f"{HEAD}Certificate of Completion\n\nDana Reyes has completed\n\nCPR Guidelines: What Changed?\n\n"
        "1 contact hour, completed 12/12/2024. This home study course does not certify you in CPR."
    )
    assert entry.kind == "course"


def test_a_module_that_expires_does_not_end_the_certificate() -> None:
    said = values(
        read(
            f"{HEAD}Certificate of Completion\n\nDana Reyes\n\nhas completed the module\n\nNasal Swabs\n\n"
            "Date: 16-Oct-2025 \\ Module expires: 30-Jun-2027 \\ Provider 7-0098, valid through 12/31/2026"
        )
    )
    assert said["earned_on"] == "2025-10-16"
    assert "expires_on" not in said


def test_a_seal_that_leans_away_from_the_page_is_not_read() -> None:
    said = values(
        read(
            f"{HEAD}Certificate of Completion\n\nDana Reyes has completed the course Wound Care on May 2, 2024.\n\n"
            "#place(top + right, rotate(-18deg, text(20pt)[Provided by Golden Seal Academy]))"
        )
    )
    assert "Seal" not in said.get("provider", "")


def test_a_slip_with_all_that_counts_and_nothing_against_it_is_a_certificate() -> None:
    slip = "CME CREDIT VOUCHER\n\nName: Luz Ortega\n\nLecture: Thyroid Nodules\n\nDate: March 4, 2024\n\nCredit: 1.0 CME credit"
    entry = read(HEAD + slip)
    assert (entry.kind, entry.fields["title"].value) == ("course", "Thyroid Nodules")


def test_a_card_and_its_copy_to_cut_out_are_one() -> None:
    card = "BLS for Clinic Staff\n\nDana Reyes\n\n{} 08/10/2024\n\nExpires 08/10/2026\n\nLife Support Trainers of Salem\n\n"
    entry = read(
        f"{HEAD}{card.format('has successfully completed the requirements. Completed:')}#v(4cm)\n{card.format('Completed:')}"
    )
    assert entry.kind == "cpr_card"


ATTESTED = {
    "a letter": "Foot Care for Clinics — proof of participation\n\nHello Dana Reyes, thank you for joining on May 2, 2024. We "
    "award 1.25 CE credits to everyone with at least 8 right answers. There is no other certificate.",
    "a part of a course": "Learning that fits a lunch break\n\nStatement of Participation\n\nDana Reyes\n\ncompleted two of "
    "three parts of\n\nFoot Care for Clinics\n\nMay 2, 2024\n\n2.25 contact hours",
    "a sheet of skills": "User Sign-Off\n\nUser: Dana Reyes\n\nSystem: Vaccine Refrigerator Monitoring\n\nDate: 2023-10-04\n\n"
    "Skill demonstrated: placing the probe. Pass",
    "a transcript": "Office of Admissions and Records\n\nVERIFICATION OF A SINGLE COURSE\n\nStudent: Reyes, Dana\n\nCourse: Foot "
    "Care for Clinics\n\nGrade posted: 12/16/2022",
    "a record on a page": "Past activity\n\nRegistered name: Dana Reyes\n\nTitle: Foot Care for Clinics\n\nCredit date: May 2, "
    "2024\n\nQuiz: Passed on second try\n\n0.75 contact hours",
    "first aid for the mind": "Certificate of Completion\n\nDana Reyes\n\nhas successfully completed the course\n\nYouth Mental "
    "Health First Aid\n\nMay 2, 2024\n\nInstructor: Sam",
}


@pytest.mark.parametrize("paper", ATTESTED.values(), ids=ATTESTED)
def test_a_deed_is_told_in_many_ways(paper: str) -> None:
    assert read(HEAD + paper).kind == "course"
