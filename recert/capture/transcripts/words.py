"""The words people write in their tables, English and Spanish, and which of ours they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from recert.rules.transcript import KINDS, UNITS


def folded(text: str) -> str:
    """Bring a text to the form in which words are compared: no case, accents, signs or doubled spaces.

    >>> folded("  Créditos (CEUs) "), folded("Approval #"), folded("in-service")
    ('creditos ceus', 'approval #', 'in service')
    """
    plain = unicodedata.normalize("NFKD", re.sub("[™®©]", "", text.casefold()))
    return " ".join(re.sub(r"[^\w#]|_", " ", "".join(s for s in plain if not unicodedata.combining(s))).split())


def _turned(meanings: Mapping[str, str], own: Iterable[str] = ()) -> dict[str, str]:
    words = {folded(word): meaning for meaning, line in meanings.items() for word in line.split(",")}
    return words | {folded(word): word for word in own}


KIND_WORDS = _turned(
    {
        "course": "class, online course, online, live, in person, virtual, hybrid, on demand,"
        " webinar, live webinar, self study, home study, article, quiz, ce course, ceu, ce,"
        " training, module, lecture, curso, clase, capacitacion, seminario web",
        "conference": "annual conference, state conference, meeting, convention, symposium, congreso, conferencia",
        "workshop": "hands on workshop, skills lab, taller",
        "seminar": "seminario",
        "college": "college course, university, academic, semester course, universidad, colegio universitario,"
        " curso universitario",
        "cpr_card": "cpr, bls, cpr bls, bls cpr, cpr certification, bls card, bls provider, tarjeta de rcp, rcp",
        "exam_review": "review course, exam prep, exam review course, repaso de examen, repaso para el examen",
        "authoring": "author, article written, writing, autoria, writing article chapter book, escribir articulo capitulo libro",
        "presenting": "presenter, presentation, speaker, speaking, ponente, presentacion, presentar",
        "teaching": "teacher, instructor, precepting, ensenanza, ensenar, docencia",
        "volunteering": "volunteer, volunteer work, community service, voluntariado, voluntario",
        "in_service": "inservice, in service training, lunch and learn, employer training, training at work in service,"
        " capacitacion en el trabajo en el servicio",
        "employment": "job, work, employed, continued employment, work experience, empleo, trabajo",
    },
    KINDS,
)

UNIT_WORDS: dict[str, tuple[str, ...]] = {
    word: tuple(units.split())
    for line, units in {
        "ceu, ceus, continuing education unit, continuing education units, ceu kind not stated,"
        " ceu sin decir de que tipo": "ceu aama_ceu iacet_ceu",
        "aama ceu, aama ceus, aama approved ceu, aama approved ceus, ceu de la aama": "aama_ceu",
        "iacet ceu, iacet ceus, iacet ceu one is ten hours, ceu de iacet, ceu de iacet uno son diez horas": "iacet_ceu",
        "hour, hours, hr, hrs, h, ce hour, ce hours, hora, horas": "contact_hour clock_hour",
        "contact hour, contact hours, ch, contact hour 50 minutes, hora de contacto, horas de contacto,"
        " hora de contacto 50 minutos": "contact_hour",
        "clock hour, clock hours, clock hour 60 minutes, horas reloj, hora de reloj, hora de reloj 60 minutos": "clock_hour",
        "cme, cmes, cme credit, cme credits, cme hour, cme hours, ama pra category 1, ama pra category 1 credit,"
        " ama pra category 1 credits, ama pra category 1 credit s, ama pra cat1, ama pra cat 1, category 1 credit,"
        " category 1 credits, credito cme": "cme",
        "cne, cnes, cne hour, cne hours, cne credit, cne credits, cne contact hour, cne contact hours,"
        " nursing contact hour, nursing contact hours, nursing contact hour cne,"
        " hora de contacto de enfermeria cne": "cne",
        "ce, ces, ce credit, ce credits, nha credit, nha credits, credito ce": "ce_credit",
        "credit, credits, cr, credito, creditos": "ce_credit college_credit cme cne",
        "college credit, college credits, semester credit, semester credits, semester hour, semester hours,"
        " quarter credit, quarter credits, credito universitario, creditos universitarios": "college_credit",
        "point, points, pt, pts, ccp point, ccp points, recertification point, recertification points,"
        " punto, puntos": "point",
        "card, cards, tarjeta, tarjetas": "card",
        "year, years, yr, yrs, ano, anos": "year",
    }.items()
    for word in line.replace("  ", " ").split(", ")
} | {folded(unit): (unit,) for unit in UNITS if unit != "ceu"}
"""Word → the units it may mean, the one it means when nothing else is said first."""

APPROVER_WORDS = _turned(
    {
        "aama": "aama approved, american association of medical assistants, approved by aama",
        "amt": "american medical technologists, amt approved",
        "ancc": "american nurses credentialing center",
        "accme": "ama pra, ama pra category 1, accreditation council for continuing medical education",
        "nha": "national healthcareer association",
        "ncct": "national center for competency testing",
        "amca": "american medical certification association",
        "iacet": "international accreditors for continuing education and training",
    }
)

CATEGORY_WORDS = _turned(
    {
        "clinical": "clin, clin., c, clinica, clinico, clinicas",
        "administrative": "admin, admin., adm, adm., a, administration, administrativa, administrativo, administracion",
        "general": "gen, gen., g, transdisciplinary, generales",
    }
)

TICKS = frozenset("✓✔☑")
YES = frozenset(["yes", "y", "true", "1", "x", "si", "s", "ok", "relevant"])
NO = frozenset(["no", "n", "false", "0", "not relevant"])
NOBODY_SAYS = frozenset(folded(word) for word in ["", "?", "-", "–", "—", "n/a", "na", "none", "unknown", "tbd"])

MONTHS = {
    name: number
    for number, names in enumerate(
        ["january jan enero ene", "february feb febrero", "march mar marzo", "april apr abril abr", "may mayo",
         "june jun junio", "july jul julio", "august aug agosto ago", "september sep sept septiembre setiembre",
         "october oct octubre", "november nov noviembre", "december dec diciembre dic"],
        start=1,
    )
    for name in names.split()
}  # fmt: skip
