"""Once a day, run the searches a person kept, and note what was not there before."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from recert.actions.run_saved_search import run_saved_search
from recert.records.models import Person, ReminderWishes, SavedSearch


def people_who_saved(now: datetime) -> list[Person]:
    """Everybody with a search that was not run today, where they live."""
    waiting = SavedSearch.objects.filter(person__is_active=True).select_related("person").order_by("person_id")
    due = {search.person_id: search.person for search in waiting if search.looked_on != search.person.day_at(now)}
    return list(due.values())


def look_for_new_courses(person: Person, *, now: datetime) -> int:
    """How many searches had news; the person is planned for anew, so that they hear of it today."""
    today = person.day_at(now)
    had_news = 0
    for search in SavedSearch.objects.filter(person=person).exclude(looked_on=today):
        found = [course.pk for course in run_saved_search(person, search=search, today=today)]
        told = set(search.told)
        news = [course for course in found if course not in told]
        changed = {"news": news, "news_on": today, "told": [*search.told, *news]} if news else {}
        with transaction.atomic():
            SavedSearch.objects.filter(pk=search.pk).update(looked_on=today, **changed)
            if news:
                ReminderWishes.objects.filter(person=person).update(planned_on=None)
        had_news += bool(news)
    return had_news
