"""What the people of the demo have done: plausible courses, with the questions that real transcripts raise."""

from __future__ import annotations

from typing import NamedTuple


class Done(NamedTuple):
    """One activity, so many months after the start of the cycle."""

    months: int
    title: str
    provider: str
    quantity: str
    unit: str
    category: str = ""
    approved_by: str = ""
    kind: str = "course"
    minutes: str = ""
    has_paper: bool = True
    relevant: bool | None = True


AAMA, CLINIC, COLLEGE = "AAMA", "Riverside Family Clinic", "Lakeview Community College"

DANA_BEFORE = (
    Done(4, "Documentation in the electronic record", AAMA, "8", "aama_ceu", "administrative", "aama"),
    Done(14, "Annual conference", AAMA, "15", "aama_ceu", "clinical=9;general=6", "aama", "conference"),
    Done(27, "Billing and coding update", AAMA, "6", "aama_ceu", "administrative", "aama"),
    Done(33, "Medical law and ethics", COLLEGE, "1", "college_credit", "general", kind="college"),
    Done(41, "Diabetes care day", "State society", "9", "aama_ceu", "clinical", "aama", "seminar"),
    Done(52, "Infection control", AAMA, "10", "aama_ceu", "clinical", "aama"),
)
"""A full cycle: 63 points."""

DANA_NOW = (
    Done(3, "Prior authorization step by step", AAMA, "4", "aama_ceu", "administrative", "aama"),
    Done(9, "HIPAA at the front desk", AAMA, "5", "aama_ceu", "general", "aama"),
    Done(15, "Working with interpreters", AAMA, "5", "aama_ceu", "general", "aama"),
    Done(20, "Electrocardiography refresher", AAMA, "6", "aama_ceu", "clinical", "aama", "workshop"),
    Done(22, "Adult immunization update", "County Medical Society", "12", "cme", "clinical", "accme"),
    Done(28, "Wound care in the office", "Nursing Education Network", "10", "cne", "clinical", "ancc"),
    Done(36, "Asthma and the inhaler", "County Medical Society", "8", "cme", "clinical", "accme"),
    Done(38, "Hand hygiene, a reminder", CLINIC, "0.5", "contact_hour", "clinical", minutes="25"),
    Done(44, "Telehealth basics", "Health Learning Online", "1.5", "ceu", "clinical", relevant=None),
    Done(48, "A year of full-time work", CLINIC, "1", "year", kind="employment", has_paper=False),
    Done(50, "Asthma and the inhaler", "County Medical Society", "2", "cme", "clinical", "accme", has_paper=False),
)
"""50 points count, 20 of them approved: short of 6 administrative ones, and 10 of the rest must be approved."""

LUZ = (
    Done(2, "Phlebotomy refresher", "NHA", "4", "ce_credit", "clinical", "nha"),
    Done(5, "Bloodborne pathogens", CLINIC, "2", "contact_hour", "clinical", kind="in_service", minutes="100"),
    Done(8, "Spanish for the exam room", COLLEGE, "1", "college_credit", "general", kind="college"),
    Done(11, "Pediatric vital signs", "AMT", "5", "ce_credit", "clinical", "amt"),
    Done(13, "Front office essentials", "AMT", "3", "ce_credit", "administrative", "amt"),
    Done(16, "Vaccine storage and handling", "NHA", "3", "ce_credit", "clinical", "nha", has_paper=False),
)
"""One transcript that serves two credentials."""
