"""Papers for the cast, drawn small by code: two that prove what Dana has, one that waits for her to look at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recert.actions.attach_certificate import attach_certificate
from recert.actions.keep_certificate import keep_certificate
from recert.records.models import Activity, Person
from recert.rules.calendar import days_after

FONT = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"
WIDTH, HEIGHT, SIZE = 792, 612, 22
PROVED = ("Adult immunization update", "Wound care in the office")


def give_dana_her_certificates(dana: Person, *, today: date) -> None:
    """Reading them is left to the jobs, as with any other paper."""
    for activity in Activity.objects.filter(person=dana, title__in=PROVED).order_by("earned_on"):
        amount = "12.0 AMA PRA Category 1 Credits" if activity.unit == "cme" else "10.0 contact hours (nursing)"
        lines = _certificate(activity.title, activity.earned_on, amount, activity.provider)
        paper = keep_certificate(dana, name=f"{activity.title}.pdf", content=[drawn(lines)], came_by="imported")
        attach_certificate(dana, certificate_id=paper.pk, activity_id=activity.pk)
    lines = _certificate("Scheduling and patient flow", days_after(today, -9), "2.0 contact hours", "State society")
    keep_certificate(dana, name="scan-0001.pdf", content=[drawn(lines)])


def _certificate(title: str, day: date, amount: str, provider: str) -> tuple[str, ...]:
    finished = f"Date completed: {day:%B} {day.day}, {day.year}"
    return ("CERTIFICATE OF COMPLETION", "", "This certifies that", "Dana", "has completed", title, "", finished, amount,
            "", f"Provider: {provider}")  # fmt: skip


def drawn(lines: Sequence[str], *, pages: int = 1) -> bytes:
    """A PDF with a text layer, written out by hand: a frame, and the lines one below the other."""
    escaped = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
    words = " ".join(f"({line}) Tj T*" for line in escaped)
    content = f"2 w 24 24 {WIDTH - 48} {HEIGHT - 48} re S BT /F1 {SIZE} Tf 80 {HEIGHT - 110} Td 38 TL {words} ET"
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(pages))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    for n in range(pages):
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] {FONT}"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {4 + 2 * n} 0 R >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _assembled(objects)


def _assembled(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return out + f"{end}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
