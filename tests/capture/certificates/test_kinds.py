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
    "a save the date": "Spring Conference 2026\n\nSaturday, April 18, 2026. Up to 6.5 AAMA CEUs, applied for. Speaker: Dana "
    "Reyes\n\nMembers \\$65. Others \\$95\n\nA certificate of attendance is handed out at the door.",
    "a seat": "Seat confirmed\n\nFor Dana Reyes. Class: First Aid. Date: 6/30/24\n\nTotal 135.00\n\nYou must pass the skills "
    "test to receive a card.",
    "a bill for a card": "INVOICE 2024-118\n\nTo: Dana Reyes\n\nBLS renewal class 3/14/2024\n\nBalance due 0.00. Paid by check.",
    "a reminder without a deed": "Your card expires soon!\n\nDear Dana Reyes, our records show that your Basic Life Support "
    "card ends this fall.\n\nCard issued: 10/04/2023\n\nRenew by: 10/2025\n\nThis postcard is no proof of training.",
    "a plan that is paid for": "Subscription renewal\n\nDana Reyes\n\nUnlimited AAMA CEUs, 12 months \\$89.00\n\nSo far you have "
    "completed 0 lessons. Your plan renews by itself unless you cancel.",
    "a statement of an account": "Hello Dana Reyes, these credits stand on your record:\n\nContact hours received: 12\n\nYour "
    "certification ends June 30, 2025\n\nThis is not a transcript.",
    "a list of those who wait": "Dear Dana Reyes, the class BLS for Clinics on 3/4/2024 is full. You are number 3. Sam, Training "
    "Center",
    "a registry": "Nursing Aide Registry\n\nName: Dana Reyes\n\nCertificate number 004418\n\nStatus: Active\n\nNo findings of "
    "abuse on file",
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
    "a proof of enrolment in Spanish": "CONSTANCIA DE MATRÍCULA\n\nHacemos constar que la estudiante\n\nDana Reyes\n\nestá "
    "matriculada al presente en el curso Flebotomía, que otorgará 40 horas contacto a quien lo apruebe.\n\nEsta constancia "
    "no acredita la aprobación del curso.\n\n14 de febrero de 2022",
    "a second notice": "To: Dana Reyes\n\nReminder: your BLS runs out in 60 days\n\nCourse: Basic Life Support\n\nLast "
    "completed: 02/02/2022\n\nCard expires: February 29, 2024\n\nLength: 4 hours; 3.5 contact hours available",
    "a mail about a package": "Hi Dana Reyes,\n\nTwo courses are still waiting for you:\n\nChemical Hazards, 2.0 contact "
    "hours – not started\n\nErgonomics, 2.0 contact hours – certificate available\n\nNeed more time? 90 days for \\$15.",
    "a certificate of enrollment": "CERTIFICATE OF ENROLLMENT\n\nThis is to certify that\n\nDana Reyes\n\nis officially enrolled "
    "in Medical Assisting for 2025-2026.\n\nIssued December 11, 2025",
    "a screening": "Compliance Check\n\nDana Reyes\n\nScreening date: 9/18/2025\n\nThis certifies that the person named "
    "above was screened against the list of the Inspector General. Cleared.",
    "a mail with a certificate": "Certificate of Attendance\n\nHi Dana Reyes,\n\nThank you for attending Hand Hygiene on "
    "4/4/2024. Your certificate of attendance is attached to this e-mail.",
    "a sample": "PREVIEW ONLY\n\nCertificate of Completion\n\nDana Reyes\n\nA Medication Review\n\n20.00 contact hours\n\n"
    "Credits earned by this preview: 0.00. This sample is not a completion record.",
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


def test_a_heading_that_names_a_completion_is_a_certificates_name() -> None:
    paper = (
        "Course Completion\n\nLearner\n\nDana Reyes\n\nCertification ID K4R8, for CCMA recertification\n\nCourse: Insurance "
        "Cards\n\n4.0 CE credits\n\nFinished: 12/30/2023"
    )
    assert read(HEAD + paper).kind == "course"


def test_what_a_class_requires_is_no_rule_for_a_holder_who_has_shown_it() -> None:
    card = (
        "Digital Certification Card\n\nDana Reyes\n\nCPR/AED for the Professional Rescuer\n\nIssue date: 01/21/2023\n\n"
        "Registry no. 118204, certified by an authorized instructor\n\nThis card certifies that the holder has demonstrated "
        "the required knowledge and skills."
    )
    assert read(HEAD + card).kind == "cpr_card"


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
    "a letter for a lost paper": "Dear Dana, this letter replaces the certificate you lost. Our sign-in sheet of May 17, 2024 "
    "has your name for session 3.\n\nHearing Aids at the Desk, 1.0 AAMA CEU",
    "a letter to anybody": "To whom it may concern\n\nThis will certify that Dana Reyes attended Cold Sores on 2/22/24 and is "
    "entitled to 2 contact hours.",
    "a letter to accept": "To whom it may concern\n\nPlease accept this letter as verification that Dana Reyes participated in "
    "our Wound Day on 5/5/2023 and received 5 contact hours.",
    "a sheet of minutes": "Record of Staff In-Service (one sheet per employee)\n\nEmployee: Dana Reyes\n\nTopic: Cleaning "
    "Glucometers\n\nDate: 3/4/25\n\nTotal minutes: 20",
    "a title of bills": "Certificate of Completion\n\nDana Reyes\n\nFacturas, Receipts and Invoices\n\nCompleted May 2, 2024"
    "\n\n2 contact hours",
    "first aid for the mind": "Certificate of Completion\n\nDana Reyes\n\nhas successfully completed the course\n\nYouth Mental "
    "Health First Aid\n\nMay 2, 2024\n\nInstructor: Sam",
}


@pytest.mark.parametrize("paper", ATTESTED.values(), ids=ATTESTED)
def test_a_deed_is_told_in_many_ways(paper: str) -> None:
    assert read(HEAD + paper).kind == "course"


def test_the_last_day_of_a_card_makes_a_card_though_no_credit_is_given() -> None:
    entry = read(
        f"{HEAD}CPR for Clinics\n\nDana Reyes\n\nTrained on 2/10/2024\n\nCard ends 2/10/2026\n\nInstructor: Sam\n\nContinuing "
        "education: this class gives no contact hours."
    )
    assert entry.kind == "cpr_card"
    assert entry.fields["expires_on"].value == "2026-02-10"
