"""Judge courses by the six questions, fees against what the catalog asks for the same kind of credit."""

from __future__ import annotations

from collections.abc import Mapping

from recert.quality.judge import Evidence, Fee, Judgement, Usual, judge
from recert.records.models import Course, UsualFee
from recert.rules.money import dollars

ALONE = Usual.of(())


def usual_fees() -> Mapping[str, Usual]:
    """What a credit of each unit usually costs; `hours` for courses that state only their length. One query."""
    return {row.unit: Usual(known=row.known, cents=row.cents, amount=row.amount) for row in UsualFee.objects.all()}


def judge_course(course: Course, usual: Mapping[str, Usual]) -> Judgement:
    """The judgement that the record allows: what the publisher says to the six questions, its delivery and its fee."""
    found: dict[str, Evidence] = {
        question: Evidence(answer="yes", quoted=said, href=course.url, read_on=course.checked_on, by="provider")
        for question, said in course.evidence.items()
    }
    if course.delivery:
        found["methods"] = Evidence(
            answer="yes", quoted=course.delivery, href=_where(course), read_on=course.checked_on
        )
    return judge(found) if course.price is None else _with_fee(course, course.price, found, usual)


def _with_fee(course: Course, price: int, found: dict[str, Evidence], usual: Mapping[str, Usual]) -> Judgement:
    amount, others = course.quantity if course.unit else course.hours, usual.get(course.unit or "hours", ALONE)
    answer = others.is_reasonable(price, amount)
    if answer == "not_stated":
        return judge(found)
    told = course.price_stated or f"${dollars(price)}"
    found["fees"] = Evidence(answer=answer, quoted=told, href=_where(course), read_on=course.checked_on)
    return judge(found, Fee(cents=price, amount=amount, unit=course.unit, usual=others) if price and amount else None)


def _where(course: Course) -> str:
    return course.source if course.source.startswith("http") else course.url
