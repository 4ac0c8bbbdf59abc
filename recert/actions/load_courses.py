"""Fill the tables of courses and providers from the data carried with the package, and index their words."""

from __future__ import annotations

from recert.actions.index_courses import index_courses, weigh_fees
from recert.actions.load_feed import load_feed, replace_rows
from recert.feeds import curated
from recert.records.institutions import stored_at
from recert.records.models import Course, Provider
from recert.topics.outline import outline
from recert.topics.specialties import specialties_of
from recert.topics.suggest import suggest

SAME_NAME = {"id", "record_type", "title", "url", "is_own_page", "delivery", "format", "hours", "credit_stated"}
SAME_NAME |= {"category", "approval_number", "price", "price_stated", "released", "expires", "held", "has_ended"}
SAME_NAME |= {"address", "city", "state", "zip", "audience", "topic", "source", "checked_on"}


def load_courses() -> list[str]:
    """The name of the feed if it was new."""
    return [curated.NAME] if load_feed(curated.NAME, edition=curated.edition(), store=_store) else []


def _store() -> int:
    providers = [_provider(one) for one in curated.read_providers()]
    replace_rows(Provider, providers, named_by=("id",))
    by_name = {provider.name: provider for provider in providers}
    courses = [_course(one, by_name.get(one.provider)) for one in curated.read_courses()]
    count = replace_rows(Course, courses, named_by=("id",), among={"feed": curated.NAME})
    index_courses(courses)
    weigh_fees()
    return count


def _provider(one: curated.Provider) -> Provider:
    return Provider(**{name: getattr(one, name) for name in curated.Provider.__slots__})


def _course(one: curated.Course, provider: Provider | None) -> Course:
    first, last = one.days
    suggested = suggest(one.title, outline("aama"))
    return Course(
        **{name: getattr(one, name) for name in SAME_NAME},
        provider=provider,
        provider_name=one.provider,
        kind=one.credit.kind,
        quantity=one.credit.quantity,
        unit=one.credit.unit,
        approved_by=one.credit.approved_by,
        suggested=";".join(each.category for each in suggested),
        **stored_at(one.point),
        feed=curated.NAME,
        starts_on=first,
        ends_on=last,
        specialties=";".join(specialties_of(f"{one.title} {one.topic}")),
    )
