"""Links that open one thing without signing in: to stop mail, read a calendar, follow an enquiry. No secret is stored."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

from recert.records.models import Enquiry, Person, ReminderWishes

STOP_MAIL, READ_CALENDAR = "recert.reminders.stop-mail", "recert.reminders.read-calendar"
FOLLOW_ENQUIRY = "recert.enquiries.follow"


def unsubscribe_key(person: Person) -> str:
    return _signed(STOP_MAIL, str(person.pk))


def person_to_unsubscribe(key: str) -> Person:
    """:raises DoesNotExist: for a key that we did not sign."""
    return Person.objects.get(pk=_checked(STOP_MAIL, key)[0])


def calendar_key(wishes: ReminderWishes) -> str:
    """Another one as soon as the holder asks for a new link."""
    return _signed(READ_CALENDAR, f"{wishes.person_id}-{wishes.calendar_link}")


def wishes_of_calendar(key: str) -> ReminderWishes:
    """:raises DoesNotExist: for a key that we did not sign, or that was taken back, or while the feed is off."""
    person_id, link = _checked(READ_CALENDAR, key)
    found = ReminderWishes.objects.select_related("person")
    return found.get(person_id=person_id, calendar_link=link, by_calendar=True, person__is_active=True)


def enquiry_key(enquiry: Enquiry) -> str:
    return _signed(FOLLOW_ENQUIRY, str(enquiry.pk))


def enquiry_of(key: str) -> Enquiry:
    """:raises DoesNotExist: for a key that we did not sign."""
    return Enquiry.objects.get(pk=_checked(FOLLOW_ENQUIRY, key)[0])


def _signed(salt: str, what: str) -> str:
    return Signer(salt=salt, sep=".").sign(what)


def _checked(salt: str, key: str) -> tuple[int, int]:
    try:
        first, _, second = Signer(salt=salt, sep=".").unsign(key).partition("-")
    except BadSignature:
        raise Person.DoesNotExist from None
    return int(first), int(second or 0)
