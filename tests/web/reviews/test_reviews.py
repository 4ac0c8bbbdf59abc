"""Only someone whose transcript proves with a document that they took a course may say how it was."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.review_course import ReviewRefused, review_course, taken_by
from recert.records.models import Activity, Certificate, Course, Draft, Person, Review, StoredFile

NOW = datetime(2026, 11, 22, 17, tzinfo=UTC)


@pytest.fixture
def course(courses: None) -> Course:
    return Course.objects.exclude(provider_name="").order_by("pk")[0]


def took(person: Person, course: Course, **other: str) -> Activity:
    said = {"earned_on": "2025-06-11", "quantity": "1", "unit": "cme", "title": course.title}
    return add_activity(person, fields={**said, "provider": course.provider_name, **other})


def with_document(activity: Activity) -> Activity:
    file = StoredFile.objects.create(digest="a" * 64, size=1, media_type="application/pdf", stored_at=NOW)
    paper = Certificate.objects.create(
        person=activity.person, file=file, name="a.pdf", received_at=NOW, came_by="uploaded"
    )
    Draft.objects.create(certificate=paper, position=1, outcome="confirmed", activity=activity, settled_at=NOW)
    return activity


def test_who_took_it_with_a_document_may_review_it(client: Client, dana: Person, course: Course) -> None:
    with_document(took(dana, course))
    client.force_login(dana)
    client.post(f"/courses/{course.pk}/review/", {"stars": "4", "text": "Clear, and the test is fair."})
    page = Client().get(f"/courses/{course.pk}/").content.decode()
    assert "Clear, and the test is fair." in page
    assert "4.0 of 5, from 1 person who attached the document of this course." in page
    assert "Dana" not in page


def test_who_only_says_they_took_it_may_not(client: Client, dana: Person, course: Course) -> None:
    took(dana, course)
    client.force_login(dana)
    assert "Only those who took it write here" in client.get(f"/courses/{course.pk}/review/").content.decode()
    client.post(f"/courses/{course.pk}/review/", {"stars": "5", "text": "Great"})
    assert not Review.objects.exists()


def test_a_document_of_another_course_does_not_count(dana: Person, course: Course) -> None:
    with_document(took(dana, course, title="Something else"))
    assert taken_by(dana, course=course) is None


def test_title_and_provider_are_compared_as_people_write_them(dana: Person, course: Course) -> None:
    activity = with_document(took(dana, course, title=f" {course.title.upper()}. "))
    assert taken_by(dana, course=course) == activity


def test_a_second_review_takes_the_place_of_the_first(dana: Person, course: Course) -> None:
    with_document(took(dana, course))
    for stars in (1, 5):
        review_course(dana, course_id=course.pk, stars=stars, text="", today=date(2026, 11, 22))
    assert Review.objects.get().stars == 5


@pytest.mark.parametrize(("stars", "text"), [(0, ""), (6, ""), (3, "see https://spam.example.org"), (3, "x" * 1001)])
def test_nonsense_is_refused(dana: Person, course: Course, stars: int, text: str) -> None:
    with_document(took(dana, course))
    with pytest.raises(ReviewRefused):
        review_course(dana, course_id=course.pk, stars=stars, text=text, today=date(2026, 11, 22))


def test_a_review_goes_with_its_activity_and_at_a_word(client: Client, dana: Person, course: Course) -> None:
    activity = with_document(took(dana, course))
    client.force_login(dana)
    for _ in range(2):
        client.post(f"/courses/{course.pk}/review/", {"stars": "4"})
    client.post(f"/courses/{course.pk}/review/drop/")
    assert not Review.objects.exists()
    client.post(f"/courses/{course.pk}/review/", {"stars": "4"})
    activity.delete()
    assert not Review.objects.exists()


def test_an_operator_hides_what_nobody_should_read(client: Client, dana: Person, sam: Person, course: Course) -> None:
    with_document(took(dana, course))
    review = review_course(dana, course_id=course.pk, stars=1, text="Rude words", today=date(2026, 11, 22))
    client.force_login(sam)
    client.post(f"/reviews/{review.pk}/hide/", {"hidden": "yes"})
    assert "Rude words" in client.get(f"/courses/{course.pk}/").content.decode()
    assert "Rude words" not in Client().get(f"/courses/{course.pk}/").content.decode()


def test_nobody_but_an_operator_hides_a_review(client: Client, dana: Person, evan: Person, course: Course) -> None:
    with_document(took(dana, course))
    review = review_course(dana, course_id=course.pk, stars=1, text="", today=date(2026, 11, 22))
    client.force_login(evan)
    assert client.post(f"/reviews/{review.pk}/hide/", {"hidden": "yes"}).status_code == 404
