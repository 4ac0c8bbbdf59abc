"""Something new in a search that a person kept, for instance a course that fills their gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from recert.actions.occasion import Occasion
from recert.records.models import Course, Person, SavedSearch
from recert.rules.wording import N_

NAMED = 3

ONE = N_("New for “%(name)s”: 1 course.")
SOME = N_("New for “%(name)s”: %(count)s courses.")
TITLE = N_("%(title)s, by %(provider)s")
CHECK = N_("Before you pay, see with the provider whether it is still offered.")


def new_courses(person: Person, today: date) -> Iterator[Occasion]:  # noqa: ARG001 -- every kind is asked alike
    searches = list(SavedSearch.objects.filter(person=person, news_on__isnull=False))
    listed = Course.objects.in_bulk([course for search in searches for course in search.news])
    for search in searches:
        news = [listed[course] for course in search.news if course in listed]
        if news and search.news_on:
            named = tuple((TITLE, {"title": each.title, "provider": each.provider_name}) for each in news[:NAMED])
            yield Occasion(
                key=f"search:{search.pk}:{search.news_on}",
                due_on=search.news_on,
                wording=ONE if len(news) == 1 else SOME,
                values={"name": search.name, "count": str(len(news))},
                more=(*named, (CHECK, {})),
                link=f"{reverse('courses')}?{search.asked}",
                series=f"search:{search.pk}",
            )
