"""Read a scenario, evaluate it, and compare what it promises; what it does not promise must not happen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.document import verdict_document
from recert.rules.evaluate import evaluate
from recert.rules.transcript import Activity, parse_category
from recert.rules.verdict import Span

ROW = {
    "id", "earned_on", "title", "provider", "kind", "quantity", "unit", "minutes", "category", "approved_by",
    "approval_number", "certificate", "relevant",
}  # fmt: skip
SCENARIO = {
    "name", "because", "credential", "certified", "cycle", "first_cycle", "as_of", "earned_on", "transcript", "expect",
}  # fmt: skip
EXPECT = {
    "met", "short", "gap", "needs", "needed", "earned", "counted", "points", "as", "reasons", "questions", "asks",
    "dates", "cycle", "edition", "method", "refused",
}  # fmt: skip
SAID = {"true": True, "false": False, "null": None}


class Differs(AssertionError):
    """The verdict is not what the scenario promises."""


class ScenarioUnreadable(ValueError):
    """A scenario that says something nobody understands, or says it twice."""


class _Text(yaml.BaseLoader):
    """Every value as its text, so that 1.50 stays 1.50; a key written twice is refused; `<<` fills in."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        if len(set(keys)) < len(keys):
            raise ScenarioUnreadable(f"a key is written twice {node.start_mark}")
        read = super().construct_mapping(node, deep=deep)
        return read.pop("<<", {}) | read


def scenarios(file: Path) -> Iterator[Scenario]:
    """The scenarios of a file: a list whose first item may hold what the others share."""
    read = yaml.load(file.read_text(encoding="utf-8"), _Text)
    shared = {"credential": file.stem, **(read.pop(0)["defaults"] if "defaults" in read[0] else {})}
    for each in read:
        yield from (Scenario(file.name, one) for one in _in_each_cycle(shared | each))


def _in_each_cycle(says: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One scenario for each credential and each cycle it names; a cycle brings the day of rows that name none."""
    credentials, cycles = says.pop("credentials", None), says.pop("in_each", None)
    for credential in credentials or [says["credential"]]:
        for cycle, day in (cycles or {"": ""}).items():
            where = ", ".join(filter(None, [credential if credentials else "", cycle]))
            named = f"{says['name']} ({where})" if where else says["name"]
            days = {"cycle": cycle, "earned_on": day} if cycle else {}
            yield says | {"name": named, "credential": credential} | days


@dataclass(frozen=True)
class Scenario:
    """What is on the transcript, and what the verdict must say."""

    file: str
    says: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(self.says["name"])

    def hold(self) -> None:
        """:raises Differs: naming every difference."""
        self.refuse_unknown_words()
        expect = self.says["expect"]
        try:
            verdict = self.verdict()
        except (ValueError, LookupError) as refusal:
            if "refused" not in expect:
                raise
            differences = [] if expect["refused"] in str(refusal) else [f"refused: {refusal}"]
        else:
            differences = ["refused: it was not"] if "refused" in expect else list(compare(expect, verdict))
        if differences:
            raise Differs("\n".join([f"because {self.says['because']}", *differences]))

    def refuse_unknown_words(self) -> None:
        rows = {word for row in self.says["transcript"] for word in row}
        strange = (rows - ROW) | (self.says.keys() - SCENARIO) | (self.says["expect"].keys() - EXPECT)
        missing = {"name", "because", "transcript", "expect"} - self.says.keys()
        if strange or missing:
            raise ScenarioUnreadable(f"unknown: {sorted(strange)}, missing: {sorted(missing)}")

    def verdict(self) -> dict[str, Any]:
        says = self.says
        certified = date.fromisoformat(says["certified"]) if "certified" in says else None
        cycle = None if certified else span(says["cycle"])
        edition, cycle = rules_for(rulebook(says["credential"]), certified_on=certified, cycle=cycle)
        verdict = evaluate(
            [activity(row, number, says) for number, row in enumerate(says["transcript"], 1)],
            edition=edition,
            cycle=cycle,
            as_of=date.fromisoformat(says["as_of"]),
            first_cycle=SAID[says.get("first_cycle", "false")] is True,
        )
        return verdict_document(verdict)


def span(text: str) -> Span:
    starts, ends = text.split("..")
    return Span(date.fromisoformat(starts), date.fromisoformat(ends))


def activity(row: Mapping[str, str], number: int, says: Mapping[str, Any]) -> Activity:
    """A row of the file contract; the row number is its id, the scenario's shared day its day."""
    return Activity(
        id=row.get("id", str(number)),
        earned_on=date.fromisoformat(row.get("earned_on", says.get("earned_on", ""))),
        quantity=Decimal(row["quantity"]),
        unit=row["unit"],
        kind=row.get("kind", "course"),
        title=row.get("title", ""),
        provider=row.get("provider", ""),
        minutes=int(row["minutes"]) if "minutes" in row else None,
        category=parse_category(row.get("category", "")),
        approved_by=frozenset(filter(None, row.get("approved_by", "").split(";"))),
        approval_number=row.get("approval_number", ""),
        certificate=row.get("certificate", ""),
        relevant={"yes": True, "no": False}.get(row.get("relevant", "")),
    )


def compare(expect: Mapping[str, Any], verdict: Mapping[str, Any]) -> Iterator[str]:
    """Every difference, in words."""
    wanted = {"short": {}, "reasons": {}, **expect}
    wanted.setdefault("met", "false" if wanted["short"] else "true")
    if not wanted["short"]:
        wanted.setdefault("gap", "0")
    found = told(verdict)
    for word, value in wanted.items():
        yield from _differences(word, value, found[word])


def _differences(word: str, wanted: Any, found: Any) -> Iterator[str]:
    exact = word in ("short", "reasons", "needs")
    if isinstance(wanted, Mapping):
        for key in wanted.keys() | (found.keys() if exact else set()):
            if wanted.get(key) != found.get(key):
                yield f"{word} {key}: wanted {wanted.get(key)}, found {found.get(key)}"
    elif wanted != found:
        yield f"{word}: wanted {wanted}, found {found}"


def told(verdict: Mapping[str, Any]) -> dict[str, Any]:
    """The verdict in the scenario's words, all of it text."""
    rows, found = verdict["activities"], verdict["findings"]
    questions: dict[str, list[str]] = {row["id"]: [] for row in rows}
    for each in verdict["questions"]:
        questions.setdefault(each["activity"], []).append(each["code"])
    return {
        "met": {True: "true", False: "false", None: "null"}[verdict["met"]],
        "short": {each["about"]: each["short"] for each in found if each["short"] not in (None, "0")},
        "needed": {each["about"]: each["needed"] or "null" for each in found},
        "earned": {each["about"]: each["earned"] for each in found},
        "gap": verdict["gap"]["points"],
        "needs": {need["about"]: need["points"] for need in verdict["gap"]["needs"]},
        "counted": {row["id"]: row["counted"] for row in rows},
        "points": {row["id"]: row["points"] for row in rows},
        "as": {row["id"]: row["as"] for row in rows},
        "reasons": {row["id"]: [reason["code"] for reason in row["reasons"]] for row in rows if row["reasons"]},
        "questions": questions,
        "asks": questions.get(None, []),
        "dates": dict(_days(verdict["dates"])),
        "cycle": f"{verdict['cycle']['starts']}..{verdict['cycle']['ends']}",
        "edition": verdict["edition"],
        "method": verdict["method"],
    }


def _days(dates: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "expires_on", dates["expires_on"]
    yield "ce_route_closes_on", dates["ce_route_closes_on"] or "null"
    for safe in dates["latest_safe"]:
        yield safe["route"], safe["apply_by"]
        if safe["pass_by"]:
            yield f"{safe['route']}_pass", safe["pass_by"]
