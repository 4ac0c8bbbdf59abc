"""Draw small certificates the way providers print them, as PDFs with a text layer."""

from __future__ import annotations

import typst

from recert.capture.certificates.read import read_file
from recert.capture.certificates.reading import Entry

DIPLOMA = r"""
#set page(flipped: true, paper: "us-letter"); #set align(center)
#text(size: 34pt)[Certificate of Completion]

Prairie Health Learning, LLC certifies that

#text(size: 24pt)[Dana M. Reyes, CMA (AAMA)]
#line(length: 50%)
has successfully completed the enduring material titled

#text(size: 18pt)[Wound Assessment and Dressing Selection in the \ Ambulatory Clinic: What Medical \ Assistants Need to Know]

on March 14, 2017

and is awarded 1.25 contact hours (0.125 CEU), of which 0.25 pharmacotherapy.

#text(size: 9pt)[Prairie Health Learning is accredited as a provider of nursing continuing professional development by
the American Nurses Credentialing Center's Commission on Accreditation. Provider Number 13485. This activity is based on
60-minute contact hours. Retain this certificate for four years. Questions: (800) 232-4CEU]
#v(20pt)
#grid(columns: (1fr, 1fr))[Ann Person, MSN, RN \ Director of Education][January 3, 2018 \ Date printed]
"""
CARD = r"""
#set page(width: 9cm, height: 6cm, margin: 5mm); #set text(size: 9pt)
#text(size: 14pt)[BASIC LIFE SUPPORT]

*BLS Provider*

#text(size: 11pt)[Dana Reyes]

has successfully completed the cognitive and skills evaluations of the Basic Life Support (CPR and AED) Program.

#grid(columns: (1fr, 1fr), row-gutter: 6pt)[Issue Date \ 10/12/2025][Renew By \ 10/2027][Training Center Name \ Salem
Fire Training][Instructor Name \ Pat Stone]
"""


def pdf(source: str) -> bytes:
    return bytes(typst.compile(source.encode()))


def rows(**said: str) -> str:
    """A form: one `Label:   value` row to each, underscores in labels as spaces."""
    cells = "".join(f"[{label.replace('_', ' ')}:][{value}]" for label, value in said.items())
    return f'#set page(paper: "us-letter")\n= Certificate of Completion\n#grid(columns: (5cm, 1fr), row-gutter: 14pt){cells}'


def read(source: str) -> Entry:
    """The only entry on a page of this source."""
    (entry,) = read_file(pdf(source), "paper.pdf").entries
    return entry


def values(entry: Entry) -> dict[str, str]:
    return {name: field.value for name, field in entry.fields.items()}


def sure(entry: Entry) -> dict[str, str]:
    return {name: field.value for name, field in entry.fields.items() if field.sure}
