"""Every number of an edition by name, with its measure and citation: what the documents, pages and guide all quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recert.rules.edition import Citation, Edition

Value = int | bool | str | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One thing an edition states. `value` is None where nobody knows; `points` are in hundredths, money in cents.

    `about` is `total`, a category, `approved`, `cycle`, `minimum_length`, `pre_earned`, `lapse_months`…; of a cap, a
    fact or a thing also required its own name; of a conversion `unit:cme` (or `unit:cme@college` for some kinds), of a
    kind `kind:employment`, of a route `route:online`.
    """

    about: str
    value: Value
    measure: str
    cited: Citation


def numbers_of(edition: Edition) -> tuple[Number, ...]:
    """Every number, in the order a reader wants them: what is asked first, then what limits it, then how to apply."""
    return (
        *_asked(edition),
        *_limits(edition),
        *_conversions(edition),
        *_kinds(edition),
        *_also(edition),
        *_times(edition),
        *(Number(about=f.about, value=f.value, measure=f.measure, cited=f.cited) for f in edition.facts),
    )


def _asked(edition: Edition) -> Iterator[Number]:
    yield Number(about="cycle", value=edition.cycle.months, measure="months", cited=edition.cycle.cited)
    for asked in edition.requirements:
        yield Number(about=asked.about, value=asked.needed, measure="points", cited=asked.cited)
    if (reduced := edition.reduced_total) is not None:
        yield Number(about="reduced_total", value=reduced.needed, measure="points", cited=reduced.cited)


def _limits(edition: Edition) -> Iterator[Number]:
    for cap in edition.caps:
        yield Number(about=cap.about, value=cap.at_most, measure="points", cited=cap.cited)
    if (shortest := edition.minimum_length) is not None:
        yield Number(about="minimum_length", value=shortest.minutes, measure="minutes", cited=shortest.cited)
    if (early := edition.pre_earned) is not None:
        yield Number(about="pre_earned_months", value=early.months, measure="months", cited=early.cited)
    if (repeats := edition.repeats) is not None:
        yield Number(about="repeats", value=repeats.within, measure="text", cited=repeats.cited)
    if (again := edition.recurring) is not None:
        yield Number(about="recurring_training", value=again.once_per_months, measure="months", cited=again.cited)


def _conversions(edition: Edition) -> Iterator[Number]:
    for conversion in edition.conversions:
        kinds = f"@{'+'.join(sorted(conversion.kinds))}" if conversion.kinds else ""
        about = f"unit:{conversion.unit}{kinds}"
        yield Number(about=about, value=conversion.points, measure="points", cited=conversion.cited)


def _kinds(edition: Edition) -> Iterator[Number]:
    for rule in edition.kinds:
        about = f"kind:{rule.kind}"
        yield Number(about=about, value=rule.accepted, measure="yes_no", cited=rule.cited)
        if rule.until is not None:
            yield Number(about=f"{about}_until", value=rule.until, measure="date", cited=rule.cited)


def _also(edition: Edition) -> Iterator[Number]:
    for thing in edition.also_required:
        yield Number(about=thing.about, value=thing.required, measure="yes_no", cited=thing.cited)


def _times(edition: Edition) -> Iterator[Number]:
    if (lapse := edition.lapse) is not None:
        readings = (("months", lapse.months), ("days", lapse.days), ("not_after", lapse.not_after))
        for name, value in readings:
            if value is not None:
                measure = "date" if name == "not_after" else name
                yield Number(about=f"lapse_{name}", value=value, measure=measure, cited=lapse.cited)
    for route in edition.routes:
        yield Number(about=f"route:{route.route}", value=route.days, measure="days", cited=route.cited)
        if route.pass_months is not None:
            about = f"route:{route.route}_pass"
            yield Number(about=about, value=route.pass_months, measure="months", cited=route.cited)
