"""The papers of a packet: each certificate in order, numbered to its line, and its course description after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recert.packet.blocks import Block, cell, heading, paragraph, section, table, words
from recert.packet.lines import title_of
from recert.packet.said import Say
from recert.packet.typeset import picture_name
from recert.packet.values import Packet, PacketLine, Picture
from recert.rules.wording import N_

CERTIFICATE = N_("No. %(number)s: %(title)s, %(day)s")
DESCRIPTION = N_("No. %(number)s: course description, %(title)s")
SHOWS_CERTIFICATE = N_(
    "Certificate no. %(number)s, page %(page)s of %(pages)s: “%(title)s”, %(provider)s, %(day)s. From %(file)s."
)
SHOWS_DESCRIPTION = N_("Course description no. %(number)s, page %(page)s of %(pages)s: “%(title)s”. From %(file)s.")
CAPTION = N_("Page %(page)s of %(pages)s, from %(file)s")


def papers_of(packet: Packet, say: Say) -> tuple[list[Block], list[Picture]]:
    """The pages of all papers that go with the packet, and the pictures they show, in order."""
    pages: list[Block] = []
    pictures: list[Picture] = []
    for line in packet.lines:
        for page, picture in _pages(line, say):
            pages.append(page | {"file": picture_name(len(pictures))})
            pictures.append(picture)
    return pages, pictures


def contents(papers: Sequence[Block], say: Say) -> Iterator[Block]:
    """A list of the papers that follow, with the page each begins on."""
    rows = [[cell(words(page["heading"])), cell(words(page["name"], "page"))] for page in papers if page["heading"]]
    if rows:
        head = [say(N_("Paper")), say(N_("Page"))]
        yield section(say(N_("Certificates")), [table(head, rows, columns=(1, 0))])


def _pages(line: PacketLine, say: Say) -> Iterator[tuple[Block, Picture]]:
    if line.mark != "attached":
        return
    activity = line.activity
    values = {
        "number": str(line.number),
        "title": title_of(activity, say),
        "provider": activity.provider or "–",
        "day": activity.earned_on.isoformat(),
    }
    papers = line.papers
    yield from _pictures(papers.certificate, say, values, (CERTIFICATE, SHOWS_CERTIFICATE))
    yield from _pictures(papers.description, say, values, (DESCRIPTION, SHOWS_DESCRIPTION))


def described(packet: Packet, say: Say) -> Iterator[Block]:
    """The course descriptions that are words, one after the other."""
    blocks: list[Block] = []
    for line in packet.lines:
        text = line.papers.description_text.strip()
        if line.mark == "attached" and text and not line.papers.description:
            values = {"number": str(line.number), "title": title_of(line.activity, say)}
            blocks.append(heading(say(N_("No. %(number)s: %(title)s")) % values))
            blocks += [paragraph(each.strip()) for each in text.split("\n") if each.strip()]
    if blocks:
        yield section(say(N_("Course descriptions")), blocks)


def _pictures(
    pictures: tuple[Picture, ...], say: Say, values: Mapping[str, str], wordings: tuple[str, str]
) -> Iterator[tuple[Block, Picture]]:
    title, shows = wordings
    sort = "certificate" if title is CERTIFICATE else "description"
    for page, picture in enumerate(pictures, 1):
        told = {**values, "page": str(page), "pages": str(len(pictures)), "file": picture.file or say(N_("a file"))}
        made = _page(say(title) % values if page == 1 else "", f"{sort}-{values['number']}")
        yield (
            made
            | {"caption": say(CAPTION) % told, "alt": say(shows) % told, "wide": picture.width > picture.height * 1.1},
            picture,
        )


def _page(title: str, name: str) -> Block:
    return {
        "heading": title,
        "name": name,
        "level": 2,
        "caption": "",
        "file": "",
        "alt": "",
        "wide": False,
    }
