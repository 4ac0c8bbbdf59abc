"""What a feed lists becomes courses that are found; the next reading changes only what changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from recert.actions.find_courses import Wishes, find_courses, open_found
from recert.actions.manage_feeds import FeedRefused, add_feed, list_feeds
from recert.actions.read_feed import read_due_feeds, read_feed, read_feed_file
from recert.actions.take_feed import take_feed
from recert.feeds.listed import FeedUnreadable
from recert.feeds.tables import read_table
from recert.records.models import Course, FeedRun, FeedSource, Person
from tests.feeds.publisher import Publisher

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TABLE = "id,title,provider,quantity,unit,category,approved_by,price,outcomes\n"
WOUNDS = "1,Wound dressing clinic,Prof. Okafor,2,aama_ceu,clinical,aama,20,Choose a dressing\n"
FIRST = f"{TABLE}{WOUNDS}2,Front desk Spanish,Prof. Okafor,1,ce_credit,,,5,\n"


def feed(**facts: object) -> FeedSource:
    return FeedSource.objects.create(name="okafor", format="table", **facts)


def counts(run: FeedRun) -> tuple[int, int, int, int]:
    return run.new, run.changed, run.same, run.gone


def found(words: str) -> list[str]:
    answer = find_courses(None, wishes=Wishes(words=words))
    return [each.course.title for each in open_found(answer, answer.numbers)]


def test_a_second_reading_says_what_is_new_changed_the_same_and_gone() -> None:
    source = feed()
    assert counts(read_feed_file(source, name="courses.csv", content=FIRST.encode(), now=NOW)) == (2, 0, 0, 0)
    assert found("dressing clinic") == ["Wound dressing clinic"]
    second = FIRST.replace(",20,", ",25,").replace("2,Front desk Spanish", "3,Telephone manners")
    assert counts(read_feed_file(source, name="courses.csv", content=second.encode(), now=NOW + timedelta(days=1))) == (
        1,
        1,
        0,
        1,
    )
    assert Course.objects.get(title="Wound dressing clinic").price == 2500
    gone = Course.objects.get(title="Front desk Spanish")
    assert (gone.has_ended, gone.checked_on) == (True, NOW.date())
    assert counts(read_feed_file(source, name="courses.csv", content=second.encode(), now=NOW)) == (0, 0, 2, 0)
    assert counts(read_feed_file(source, name="courses.csv", content=FIRST.encode(), now=NOW)) == (0, 2, 0, 1)


def test_a_price_that_was_not_taken_stands_in_the_report_and_its_course_is_not_counted_as_refused() -> None:
    cheap = FIRST.replace(",20,", ",cheap,")
    run = read_feed_file(feed(), name="courses.csv", content=cheap.encode(), now=NOW)
    assert (counts(run), run.refused_count) == ((2, 0, 0, 0), 0)
    assert [(one["where"], one["values"]) for one in run.refused] == [("line 2", {"found": "cheap"})]


def test_a_feed_leaves_the_courses_of_others_alone() -> None:
    before = Course.objects.filter(feed="curated").count()
    read_feed_file(feed(), name="courses.csv", content=TABLE.encode(), now=NOW)
    assert Course.objects.filter(feed="curated").count() == before == 243


def test_what_a_publisher_says_to_the_six_questions_is_evidence(client: Client) -> None:
    read_feed_file(feed(), name="courses.csv", content=FIRST.encode(), now=NOW)
    page = client.get(f"/courses/{Course.objects.get(title='Wound dressing clinic').pk}/").content.decode()
    assert "Choose a dressing" in page
    assert "in the provider’s own words, Nov. 22, 2026" in page


def test_nothing_is_half_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("recert.actions.take_feed.take_courses", breaks)
    with pytest.raises(RuntimeError):
        take_feed(feed(), read=read_table(FIRST), now=NOW)
    assert not Course.objects.filter(feed="okafor").exists()
    assert not FeedRun.objects.exists()


def test_a_page_that_changed_is_read_again_and_one_that_did_not_is_not(publisher: Publisher) -> None:
    course = {"@type": "Course", "@id": "a", "name": "Wound dressing clinic"}
    address = publisher.offer("/c.json", json.dumps(course), ETag='"1"')
    source = FeedSource.objects.create(name="okafor", format="linked_data", address=address)
    assert counts(read_feed(source, now=NOW, way=publisher.way)) == (1, 0, 0, 0)
    publisher.pages["/c.json"] = (304, {}, b"")
    source.refresh_from_db()
    assert counts(read_feed(source, now=NOW, way=publisher.way)) == (0, 0, 1, 0)
    assert publisher.asked[-1][1]["if-none-match"] == '"1"'


def test_a_sitemap_is_walked_and_a_page_without_courses_is_refused_by_name(publisher: Publisher) -> None:
    good = publisher.offer("/a", '{"@type": "Course", "@id": "a", "name": "Wound dressing clinic"}')
    bad = publisher.offer("/b", "<p>nothing</p>")
    places = "".join(f"<url><loc>{each}</loc></url>" for each in (good, bad))
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    address = publisher.offer("/sitemap.xml", f'<urlset xmlns="{space}">{places}</urlset>')
    source = FeedSource.objects.create(name="okafor", format="sitemap", address=address)
    run = read_feed(source, now=NOW, way=publisher.way)
    assert (counts(run), [one["where"] for one in run.refused]) == ((1, 0, 0, 0), [bad])


def test_trouble_is_reported_and_touches_nothing(publisher: Publisher) -> None:
    source = feed(address=publisher.address("/gone"))
    run = read_feed(source, now=NOW, way=publisher.way)
    assert "answered 404" in run.trouble
    assert not Course.objects.filter(feed="okafor").exists()


def test_only_feeds_that_are_due_and_on_are_read_by_the_clock(publisher: Publisher) -> None:
    feed(address=publisher.offer("/f.csv", FIRST), read_at=NOW)
    FeedSource.objects.create(name="off", format="table", address=publisher.address("/f.csv"), is_on=False)
    assert read_due_feeds(now=NOW + timedelta(hours=23)) == 0
    assert read_due_feeds(now=NOW + timedelta(hours=24)) == 1
    assert "not among the publishers" in FeedRun.objects.get().trouble  # nobody is allowed by default


def test_only_an_operator_has_feeds(sam: Person, dana: Person) -> None:
    with pytest.raises(FeedSource.DoesNotExist):
        list_feeds(dana)
    with pytest.raises(FeedRefused, match=r"evil\.example is not among"):
        add_feed(sam, name="evil", format="table", address="https://evil.example/")
    with pytest.raises(FeedRefused, match="is taken"):
        add_feed(sam, name="curated", format="table", address="")
    assert add_feed(sam, name="okafor", format="table", address="") in list_feeds(sam)


def test_sam_hands_in_a_file_and_reads_the_report(client: Client, sam: Person, tmp_path: Path) -> None:
    client.force_login(sam)
    client.post("/operator/feeds/", {"name": "okafor", "format": "table", "address": ""})
    file = tmp_path / "courses.csv"
    file.write_text(FIRST + "3,,,,,,,,\n", encoding="utf-8")
    with file.open("rb") as given:
        page = client.post("/operator/feeds/okafor/read/", {"file": given}, follow=True).content.decode()
    assert "2 new, 0 changed, 0 as before, 0 gone, 1 refused." in page
    assert "It has no title." in page


def test_a_file_of_another_kind_is_refused_in_words(client: Client, sam: Person) -> None:
    with pytest.raises(FeedUnreadable, match="needs the columns id and title"):
        read_feed_file(feed(), name="courses.csv", content=b"a,b\n1,2\n", now=NOW)


def test_the_exported_table_is_a_feed_that_changes_nothing_but_where_it_comes_from(client: Client) -> None:
    text = b"".join(client.get("/catalog/courses.csv").streaming_content).decode()
    read = read_table(text)
    assert (len(read.listed), read.refused) == (243, ())


def test_the_catalog_is_there_as_ctdl_with_a_page_for_each_course(client: Client) -> None:
    graph = json.loads(b"".join(client.get("/catalog/courses.json").streaming_content))["@graph"]
    assert len(graph) == Course.objects.count()
    assert graph[0]["@type"] == "ceterms:LearningOpportunityProfile"
    assert client.get(graph[0]["@id"].removeprefix("http://testserver")).status_code == 200
