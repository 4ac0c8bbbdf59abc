"""Exports of other systems, written by us in their shapes: the same courses as a certifier or tracker lists them.

We have no real export of anybody. LinkedIn's column names, its months without days and its N/A are those that public
programs expect which read its data export. What Credly heads its columns with is documented nowhere that we found: the
two lists of badges are our guesses, and say no credits because its badges have none.
"""

from __future__ import annotations

import json

import typst

OFFICIAL = """Official Transcript,,,,,,
"Dana Whitfield, CMA (AAMA)",,,,,,
Program Date,Program Title,Sponsor,AAMA Program #,Administrative,General,Clinical,Total CEUs
03/14/2025,Wound Care Essentials,Willow Creek,137214,0.00,0.50,1.00,1.50
11/02/2024,Coding Updates,Keystone,135580,2.00,0.00,0.00,2.00
"""
TRACKER = """Course Name,Course Tracking #,Educational Provider,Date Completed,Hours,Subject Area,Status
Preventing Medical Errors,20-117734,Anytime Learning,07/30/2024,2,Medical Errors,Reported
Infection Control,20-662018,Lab Partners,01/15/2025,1.5,General,Reported
"""
CAREER = """Certification,Title,Type,CE Credits,Completed On
CCMA,Patient Intake Essentials,Online,1,9/30/2025
CCMA,Vaccines Across the Lifespan,Online,2.5,7/4/2024
"""
LEARNING = """Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),\
Content Completed At (if completed),Content Saved,Notes taken on videos (if taken)
Difficult Conversations,How to begin,Course,2025-02-01 20:11 UTC,2025-02-01 20:15 UTC,false,N/A
Phlebotomy in Pictures,Only looked at,Video,2025-02-03 07:40 UTC,N/A,true,N/A
"""
CERTIFICATIONS = """Name,Url,Authority,Started On,Finished On,License Number
Sterile Processing,https://okafor.example.org/c/1,Prof. Okafor's School,May 2025,,004417
"""
BADGES = """Badge Template Name,Issuing Organization,Issued At,Expires At,State,Badge URL
Venipuncture Basics,Prof. Okafor's School,2025-06-03 14:02:11 UTC,,accepted,https://okafor.example.org/b/7
Order of Draw,Prof. Okafor's School,2024-06-03 14:02:11 UTC,,revoked,https://okafor.example.org/b/3
"""
OTHER_BADGES = """Badge Name,Issuer,Issued Date,Expiration Date
Venipuncture Basics,Prof. Okafor's School,"June 3, 2025","June 3, 2027"
"""

PAGE = """
#set page(width: 11in, height: 5in, margin: 0.6in, footer: [Printed 11/22/2026 #h(1fr) Page #context counter(page).display()])
#set text(size: 9pt)
#let rows = json(bytes(sys.inputs.rows))
= Official Transcript
Dana Whitfield, CMA (AAMA) #h(2em) Valid through 11/30/2026
#v(8pt)
#table(
  columns: (auto, 2.2in, 1.6in, auto, auto, auto, auto, auto), stroke: none,
  align: (left, left, left, left, right, right, right, right),
  table.header([Date], [Program Title], [Sponsor], [AAMA Program \\#], [Admin], [General], [Clinical], [Total CEUs]),
  ..rows.flatten()
)
Total CEUs on record: 55.50
"""


def official_pdf(rows: list[list[str]], page: str = PAGE) -> bytes:
    """A transcript as a PDF table with a text layer, over as many pages as it needs."""
    return bytes(typst.compile(page.encode(), sys_inputs={"rows": json.dumps(rows)}))
