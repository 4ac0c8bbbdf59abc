"""Three people's packets: a mixed CMA, an RMA beside a CCMA, and a CMA all of whose points the AAMA approved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from recert.capture.transcripts import read_transcript
from recert.packet.assemble import assemble
from recert.packet.values import Packet, Papers, Picture, Purpose
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.evaluate import evaluate
from recert.rules.verdict import Span

HEADER = "id,earned_on,title,provider,kind,quantity,unit,minutes,category,approved_by,approval_number,relevant"
CMA = Span(date(2021, 11, 5), date(2026, 11, 30))
RMA = Span(date(2023, 12, 1), date(2026, 12, 1))
CCMA = Span(date(2024, 12, 15), date(2026, 12, 15))
TODAY = date(2026, 10, 1)

APPROVED = [
    "a,2022-03-14,Wound care at the bedside,AAMA,,12,aama_ceu,600,clinical,aama,AAMA-2022-0314,",
    "b,2023-05-01,Billing basics,AAMA,,11,aama_ceu,550,administrative,aama,AAMA-2023-0501,",
    "c,2024-02-20,Law and ethics for medical assistants,AAMA,,10,aama_ceu,500,general,aama,AAMA-2024-0220,",
    "d,2024-06-30,BLS for healthcare providers,American Red Cross,cpr_card,1,card,,,,,",
]
MIXED = [
    *APPROVED,
    "e,2023-09-12,Medical communication,State College,college,1,college_credit,,general,,MA-110,yes",
    "f,2025-01-18,Infection control and patient privacy,Riverside Clinic,,3,contact_hour,150,clinical=2;general=1,ancc,RC-77,yes",
    "g,2025-08-02,Coding update,Coders' Guild,,10,contact_hour,500,administrative,,,yes",
    "h,2025-09-09,Chronic disease conference,State Society,conference,8,cme,480,clinical,accme,,yes",
    "i,2024-11-11,Lunch webinar,Riverside Clinic,,0.5,cme,30,general,,,yes",
]
ALL_APPROVED = [
    *APPROVED,
    "e,2025-03-03,Pharmacology for medical assistants,AAMA,,20,aama_ceu,1000,clinical,aama,AAMA-2025-0303,",
    "f,2025-10-10,Front desk and phone,State Society,,5,aama_ceu,250,administrative,aama,SS-15,",
]
RMA_ROWS = [
    "1,2024-02-10,Phlebotomía avanzada,Colegio Comunitario,,12,point,,,amt,,yes",
    "2,2025-05-21,Salud comunitaria y diabetes,AMT,conference,14,point,,,amt,,yes",
    "3,2026-03-08,Seguridad del paciente,Clínica Río,workshop,6,point,,,,,yes",
]
CCMA_ROWS = [
    "1,2025-05-21,Salud comunitaria y diabetes,AMT,conference,4,ce_credit,,,amt,,yes",
    "2,2026-03-08,Seguridad del paciente,Clínica Río,workshop,3,ce_credit,,,,,yes",
]


def packet(
    rows: Sequence[str],
    *,
    credential: str = "cma-aama",
    cycle: Span = CMA,
    papers: Mapping[str, Papers] | None = None,
    purpose: Purpose = "application",
) -> Packet:
    """The packet of a transcript, as of TODAY."""
    transcript = read_transcript("rows.csv", "\n".join([HEADER, *rows]).encode())
    book = rulebook(credential)
    edition, span = rules_for(book, cycle=cycle)
    verdict = evaluate(transcript.activities, edition=edition, cycle=span, as_of=TODAY)
    return assemble(book, verdict, transcript.activities, papers=papers, holder="Dana Demo", purpose=purpose)


def picture(*lines: str, size: tuple[int, int] = (850, 1100), file: str = "scan.jpg") -> Picture:
    """A page of a certificate, as somebody scanned it."""
    page = Image.new("RGB", size, "#fbfaf4")
    pen = ImageDraw.Draw(page)
    pen.rectangle((30, 30, size[0] - 30, size[1] - 30), outline="#31456b", width=6)
    for place, line in enumerate(lines):
        pen.text((90, 150 + 70 * place), line, fill="#1b1b1b", font=ImageFont.load_default(34))
    out = BytesIO()
    page.save(out, "JPEG", quality=80)
    return Picture(jpeg=out.getvalue(), width=size[0], height=size[1], file=file)


def paper(title: str, *, size: tuple[int, int] = (850, 1100), described: bool = True) -> Papers:
    """A certificate, with a course description in words unless it lacks one."""
    front = picture("Certificate of completion", "Dana Demo", title, size=size, file=f"{title}.jpg")
    text = f"{title}: what medical assistants need to know, with examples." if described else ""
    return Papers(certificate=(front,), description_text=text, shows_name=True)


def mixed_papers() -> dict[str, Papers]:
    """What is on file for the mixed case: one diploma on its side, one with two pages."""
    two = paper("Coding update")
    back = picture("Page two: topics and hours", file="Coding update.jpg")
    return {
        "e": paper("Medical communication", size=(1100, 850)),
        "f": paper("Infection control and patient privacy"),
        "g": Papers(certificate=(*two.certificate, back), description_text=two.description_text, shows_name=True),
        "h": paper("Chronic disease conference"),
    }


def write(folder: Path, rows: Sequence[str]) -> Path:
    """The transcript as a file."""
    file = folder / "transcript.csv"
    file.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return file
