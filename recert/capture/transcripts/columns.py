"""Match a file's own column names to the fields of an activity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from recert.capture.transcripts.amounts import is_settled, units_named
from recert.capture.transcripts.days import holds_day
from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.table import MOST_BYTES, MOST_ROWS, Sought, letter, nameless
from recert.capture.transcripts.words import APPROVER_WORDS, KIND_WORDS, UNIT_WORDS, folded
from recert.rules.wording import N_

SYNONYMS: dict[str, tuple[str, ...]] = {
    field: tuple(folded(word) for word in [field, *line.split(",")])
    for field, line in {
        "id": "activity id,record id,#,nr",
        "earned_on": "earned on,date earned,date completed,completion date,completed,completed on,date of completion,"
        "course date,activity date,ce date,date taken,date,day,date issued,issue date,when,fecha,"
        "fecha de finalizacion,fecha de termino,dia,date attended,attended on,activity end date,end date,event date,"
        "date awarded,awarded on,issued on,issued at,issued date,issued at date,issued,content completed at,program date,"
        "started on",
        "title": "course title,title of course,title of activity,activity title,course name,course,activity,name of course,"
        "program title,topic,subject,description,class,event,name,titulo,curso,nombre del curso,actividad,tema,"
        "badge name,badge title,badge template name,badge template,badge,content title,"
        "program name,program,course title name,credential name",
        "provider": "sponsor,sponsoring organization,organization,organisation,provider name,offered by,ce provider,"
        "presented by,source,school,issuer,company,proveedor,patrocinador,organizacion,institucion,"
        "authority,issued by,issuing organization,issuer name,issuer organization,organization name,"
        "sponsor name,educational provider,training provider,"
        "provider sponsor,content provider",
        "kind": "type,type of activity,activity type,course type,format,tipo,tipo de actividad",
        "quantity": "qty,contact hours,contact hour,clock hours,number of contact hours,hours,hrs,ce hours,no of hours,"
        "number of hours,aama ceus,aama ceu,cme credits,cme,cne,ce credits,recertification points,ccp points,points,"
        "credits,credit,number of credits,credits earned,points earned,hours earned,ceus,ceu,ceus earned,"
        "number of ceus,amount,value,cantidad,horas,horas de contacto,puntos,creditos,"
        "total ceus,total aama ceus,total credits,total hours,total points,credit hours,hours awarded,credits awarded,"
        "ce credits earned,hours completed,total,totals",
        "unit": "units,unit type,credit type,type of credit,unidad,tipo de credito",
        "minutes": "min,mins,length,length in minutes,duration,duration minutes,length minutes,minutos,duracion,"
        "duration in minutes,minutes spent",
        "category": "content area,area,content category,category of credit,points category,categoria",
        "approved_by": "approved by,approval,approver,accredited by,accreditation,approving body,aprobado por",
        "approval_number": "approval number,approval no,approval #,program number,program #,program approval number,"
        "course number,numero de aprobacion,aama program #,aama program number,aama #,tracking #,course tracking #,"
        "tracking number,course tracking number,ce broker #,ce broker tracking #,accreditation number,license number,"
        "credential id,activity number,course id,course #",
        "certificate": "certificate file,proof,document,attachment,file,link,certificado,comprobante,url,"
        "badge url,credential url,"
        "certificate url,public url",
        "relevant": "relevance,relevant to medical assisting,relevant to my work,relevante,pertinente",
    }.items()
}
"""Field → the names it goes by, the best first: hours come before CEUs where a file has both."""
FIELDS: tuple[str, ...] = tuple(SYNONYMS)
HEADER_WITHIN = 20
"""A header may stand below a few rows of title."""
APPROVED_BY = re.compile(r"(?:is )?(?:approved by )?(\w+)(?: approved| ceu approved| approval)?")


@dataclass(frozen=True, slots=True)
class Column:
    """One of a file's columns: `name` is unique in the file, `field` is None where it is kept as a note."""

    index: int
    name: str
    field: str | None = None

    @property
    def letter(self) -> str:
        return letter(self.index)

    @property
    def is_nameless(self) -> bool:
        """Whether the file gives it no name, so that it goes by its letter alone."""
        return self.name == nameless(self.index)

    @property
    def approver(self) -> str | None:
        """The approver a yes-or-no column asks about (“AAMA approved?”)."""
        asked = APPROVED_BY.fullmatch(folded(self.name))
        known = asked is not None and asked[1] in APPROVER_WORDS.values() and asked[0] != asked[1]
        return asked[1] if asked and known else None


def columns_of(header: tuple[str, ...]) -> tuple[Column, ...]:
    """Name every column once: an empty name and a repeated one get the letter."""
    names = [" ".join(name.split())[:200] for name in header]
    often = Counter(names)
    return tuple(
        Column(i, name if often[name] == 1 and name else f"{name} ({letter(i)})" if name else nameless(i))
        for i, name in enumerate(names)
    )


def guess(columns: tuple[Column, ...], synonyms: Mapping[str, tuple[str, ...]] = SYNONYMS) -> tuple[Column, ...]:
    """Give each field the column that bears the best of its names; the other columns are kept as notes."""
    taken: dict[int, str] = {}
    for field, names in synonyms.items():
        best = min(
            ((rank, column.index) for column in columns if (rank := _rank(field, names, column)) is not None
             and column.index not in taken),
            default=None,
        )  # fmt: skip
        if best is not None:
            taken[best[1]] = field
    return tuple(replace(column, field=taken.get(column.index)) for column in columns)


def told_by_cells(columns: tuple[Column, ...], rows: Iterable[tuple[str, ...]]) -> tuple[Column, ...]:
    """Take a column that is named as the kind and holds rather units than kinds as the unit, where no other column is it."""
    named = next((column for column in columns if column.field == "kind"), None)
    if named is None or any(column.field == "unit" for column in columns):
        return columns
    cells = [folded(row[named.index]) for row in rows if named.index < len(row)]
    units = sum(cell in UNIT_WORDS for cell in cells)
    kinds = sum(cell in KIND_WORDS for cell in cells)
    if units > kinds or (units and units == kinds and _either(cells) and not _unit_is_named(columns)):
        return tuple(replace(column, field="unit") if column is named else column for column in columns)
    return columns


def _either(cells: Iterable[str]) -> bool:
    """Whether no cell names a unit or a kind alone: “CEU” is written for both."""
    return all((cell in UNIT_WORDS) == (cell in KIND_WORDS) for cell in cells)


def _unit_is_named(columns: Iterable[Column]) -> bool:
    """Whether the column of amounts says of what they are, as “Credits” does not."""
    amounts = next((column for column in columns if column.field == "quantity"), None)
    return is_settled(units_named(amounts.name)) if amounts else False


def mapped(columns: tuple[Column, ...], mapping: Mapping[str, str], file: str) -> tuple[Column, ...]:
    """Apply the holder's own mapping of column names to fields; an empty field keeps the column as a note.

    :raises TranscriptUnreadable: when it names no such column or field, or one field twice.
    """
    known = {column.name for column in columns}
    for name, field in mapping.items():
        if name not in known:
            raise TranscriptUnreadable(N_("%(file)s has no column “%(name)s”. Choose again."), file=file, name=name)
        if field and field not in FIELDS:
            raise TranscriptUnreadable(N_("There is no field “%(field)s” to read a column as."), field=field)
    doubled = [field for field, times in Counter(filter(None, mapping.values())).items() if times > 1]
    if doubled:
        both = ", ".join(f"“{name}”" for name, field in mapping.items() if field == doubled[0])
        raise TranscriptUnreadable(
            N_("The columns %(names)s are all to be read as %(field)s. Keep one and make the others notes."),
            names=both,
            field=doubled[0],
        )
    return tuple(replace(column, field=mapping.get(column.name) or None) for column in columns)


def recognised(header: tuple[str, ...]) -> tuple[bool, int]:
    """How much a row looks like a header: whether it has a column for the day, and how many fields it names."""
    fields = [column.field for column in guess(columns_of(header)) if column.field]
    return "earned_on" in fields, len(fields)


def header_row(
    rows: list[tuple[str, ...]], recognised: Callable[[tuple[str, ...]], tuple[bool, int]] = recognised
) -> int | None:
    """Find which of the first rows is the header: the one that names most fields, else the first.

    None where the first is an activity: a table without names loses nothing by being read without them.

    >>> header_row([("My log",), ("Date", "Course", "Hours")])
    1
    >>> header_row([("Wounds", "3/14/2024", "2")]) is None
    True
    """
    if not rows:
        return 0
    named = {i: recognised(row) for i, row in enumerate(rows) if not any(map(holds_day, row))}
    best = max(named, key=lambda i: (*named[i], -i), default=0)
    has_day, fields = named.get(best, (False, 0))
    if has_day or fields > 1:
        return best
    holds_numbers = fields == 0 and len(rows) > 1 and any(map(_are_numbers, *rows[:2]))
    return None if 0 not in named or holds_numbers else 0


def _are_numbers(*cells: str) -> bool:
    return all(re.fullmatch(r"\d+([.,]\d+)?", cell.strip()) for cell in cells)


TRANSCRIPT = Sought(recognised=recognised, most_bytes=MOST_BYTES, most_rows=MOST_ROWS, from_elsewhere=True)


def _rank(field: str, names: tuple[str, ...], column: Column) -> int | None:
    for name in _as_compared(column.name):
        if name in names:
            return names.index(name)
    if field == "approved_by" and column.approver:
        return len(names)
    return None


@lru_cache(maxsize=1024)
def _as_compared(name: str) -> tuple[str, str]:
    """The name with what stands in parentheses and without; every field asks for it, for each of many rows."""
    return folded(name), folded(re.sub(r"\(.*?\)", "", name))
