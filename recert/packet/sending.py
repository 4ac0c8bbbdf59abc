"""The pages on how to send it: what was checked, and each way to apply with its steps, dates, fees and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recert.packet import names
from recert.packet.blocks import (
    Block,
    Cell,
    box,
    cell,
    cited,
    day,
    heading,
    in_english,
    listed,
    pair,
    pairs,
    paragraph,
    steps,
    table,
    words,
)
from recert.packet.blocks import section as section_of
from recert.packet.check import CheckLine
from recert.packet.letters import Letter
from recert.packet.reactivate import Path
from recert.packet.routes import RouteSteps
from recert.packet.said import Say, told
from recert.rules.edition import Fact
from recert.rules.wording import N_

HOW = {
    "online": N_("Online"),
    "mail": N_("By mail"),
    "email": N_("By e-mail"),
    "telephone": N_("By telephone"),
    "exam": N_("By exam"),
}
FEES = {
    "ce_application_fee": N_("Application by continuing education"),
    "expedited_fee": N_("Expedited"),
    "exam_fee_member": N_("Exam, for members of the certifier's association"),
    "exam_fee_other": N_("Exam, for others"),
    "annual_fee": N_("Annual fee"),
    "programme_fee": N_("The programme itself"),
    "renewal_fee": N_("Renewal"),
    "own_course_price": N_("The certifier's own course"),
    "recertification_fee": N_("Recertification"),
    "reactivation_fee": N_("Reactivation"),
    "fee_in_the_three_months": N_("Application in the months after expiry"),
}
STATES = {
    "missing": N_("missing"),
    "should_not_be_sent": N_("do not send"),
    "leave_out": N_("can be left out"),
    "look": N_("please look"),
    "ok": N_("ok"),
}
ORDER = ("missing", "look", "should_not_be_sent", "leave_out")


def check_section(lines: Sequence[CheckLine], left_out: Sequence[Block], say: Say) -> Block:
    """What was checked: all that is not in order, and how many things are; then what does not count at all."""
    fine = sum(line.state == "ok" for line in lines)
    rows = [_checked(line, say) for state in ORDER for line in lines if line.state == state]
    head = [say(name) for name in (N_("Line"), N_("State"), N_("What was found"), N_("What to do"))]
    done = paragraph(say(N_("%(number)s things were checked and are in order.")) % {"number": str(fine)})
    found = table(head, rows, columns=(0, 1, 3, 2.4)) if rows else paragraph(say(N_("Nothing is left to do.")))
    return section_of(say(N_("Check before you send")), [done, found, *left_out])


def _checked(line: CheckLine, say: Say) -> list[Cell]:
    what = cell(told(line.said, say))
    if line.cited is not None:
        what.append(words(f"{line.cited.source.publisher}: {line.cited.source.title}", "small"))
    return [
        cell(words(str(line.number) if line.number else "–", "strong")),
        cell(say(STATES[line.state])),
        what,
        cell(told(line.how, say) if line.how else ""),
    ]


def letters_section(lines: Sequence[CheckLine], say: Say) -> Block | None:
    """The messages to providers, one for each activity that lacks a paper."""
    letters = {line.activity: line.letter for line in lines if line.letter is not None}
    if not letters:
        return None
    blocks = [block for letter in letters.values() for block in _message(letter, say)]
    return section_of(say(N_("Messages to send for missing papers")), blocks)


def _message(letter: Letter, say: Say) -> Iterator[Block]:
    yield heading(told(letter.subject, say))
    yield box(*(line for sentence in (letter.subject, *letter.body) for line in in_english(sentence, say)))


def letter_blocks(letter: Letter) -> Iterator[Block]:
    """A letter as it is sent, in English: to whom, about what, and what it says."""
    yield paragraph(words(letter.to, lang="en"))
    yield paragraph(words(letter.subject.text, "strong", lang="en"))
    yield from (paragraph(words(sentence.text, lang="en")) for sentence in letter.body)


PATHS = {
    "open": N_("Open to you."),
    "closed": N_("No longer open."),
    "later": N_("Not open yet."),
    "unknown": N_("not known: ask your certifier"),
}


def paths_section(paths: Sequence[Path], say: Say) -> Block:
    """After an expiry: what is still possible, until when, on which conditions and at what price."""
    return section_of(
        say(N_("Your credential has expired: the ways back")), [each for path in paths for each in _path(path, say)]
    )


def _path(path: Path, say: Say) -> Iterator[Block]:
    yield paragraph(words(told(path.said, say), "strong"), say(PATHS[path.state]))
    if path.conditions:
        yield listed(cell(told(condition, say)) for condition in path.conditions)
    if path.fees:
        yield pairs(*(pair(say(FEES.get(fee.about, fee.about)), *_fee(fee, say)) for fee in path.fees))
    for citation in path.cited:
        yield paragraph(*cited(citation, say))


def ways_section(ways: Sequence[RouteSteps], say: Say) -> Block:
    """Every way to apply, those that are open first."""
    ordered = sorted(ways, key=lambda way: (not way.is_open, not way.offered))
    return section_of(say(N_("How to send it")), [block for way in ordered for block in _way(way, say)])


def _way(way: RouteSteps, say: Say) -> Iterator[Block]:
    yield heading(say(HOW[way.how]))
    yield paragraph(words(told(way.why, say), "strong"))
    if not way.offered and not way.steps:
        return
    yield pairs(*_facts(way, say))
    if way.steps:
        yield steps(
            cell(say(step.says), words(f"{step.source.publisher}: {step.source.title}", "small")) for step in way.steps
        )
    if way.script:
        yield heading(say(N_("What to say")), 3)
        yield box(*(line for sentence in way.script for line in in_english(sentence, say)))
    if way.letter is not None:
        yield from _mailing(way, way.letter, say)


def _mailing(way: RouteSteps, letter: Letter, say: Say) -> Iterator[Block]:
    yield heading(say(N_("Address label")), 3)
    unknown = say(N_("(the mailing address was not found: take it from the certifier's form)"))
    yield {"sort": "label", "lines": cell(words(letter.to, "strong"), *(way.address or (unknown,)))}
    yield heading(say(N_("Checklist")), 3)
    yield listed(cell(told(item, say)) for item in way.checklist)


def _facts(way: RouteSteps, say: Say) -> Iterator[Block]:
    unknown = say(N_("not known"))
    if way.link:
        yield pair(say(N_("Start here")), words(way.link, "", way.link))
    if way.phone:
        yield pair(say(N_("Telephone")), way.phone)
    if way.how == "email":
        yield pair(say(N_("E-mail")), way.email or unknown)
    if way.how == "mail":
        yield pair(say(N_("Address")), *(way.address or (unknown,)))
    for safe in way.safe_days:
        values = {"day": day(safe.apply_by, say)}
        yield pair(say(N_("Apply by")), words(say("%(day)s") % values, "strong"), words(say(safe.cited.says), "small"))
    if way.post_by is not None:
        margin = say(N_("five days earlier, our own margin for the mail"))
        yield pair(say(N_("Post it by")), words(day(way.post_by, say), "strong"), words(margin, "small"))
    for fee in way.fees:
        yield pair(say(FEES.get(fee.about, fee.about)), *_fee(fee, say))


def _fee(fee: Fact, say: Say) -> Iterator[Block]:
    if isinstance(fee.value, int):
        yield words(f"${fee.value // 100:,}.{fee.value % 100:02d}")
    else:
        yield words(say(N_("not known: ask your certifier")))
    yield words(say(fee.cited.says), "small")
    if doubt := names.CONFIDENCE[fee.cited.confidence]:
        yield words(say(doubt), "small")


def copy_section(ways: Sequence[RouteSteps], say: Say) -> Block | None:
    """What is entered into the certifier's form, field by field."""
    way = next((way for way in ways if way.entries), None)
    if way is None:
        return None
    blocks: list[Block] = []
    if way.entries_cited is not None:
        blocks.append(paragraph(*cited(way.entries_cited, say)))
    for entry in way.entries:
        blocks.append(heading(say(N_("No. %(number)s")) % {"number": str(entry.number)}))
        missing = say(N_("(still missing)"))
        blocks.append(pairs(*(pair(say(each.label), told(each.value, say) or missing) for each in entry.fields)))
    return section_of(say(N_("To copy into the certifier's form")), blocks)
