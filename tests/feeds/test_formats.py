"""Each format becomes the same kind of listing; what cannot be taken is refused by itself, with its reason."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from recert.feeds.calendars import read_calendar
from recert.feeds.linked_data import read_linked_data
from recert.feeds.listed import FeedUnreadable
from recert.feeds.news import read_news
from recert.feeds.sitemap import pages_of
from recert.feeds.tables import read_table

COURSE = {
    "@context": "https://schema.org",
    "@type": "Course",
    "@id": "https://school.example/wounds",
    "name": "Wound care basics",
    "description": "<p>Dressings &amp; healing.</p>",
    "provider": {"@type": "Organization", "name": "Prof. Okafor's school"},
    "inLanguage": "en-US",
    "numberOfCredits": {"@type": "StructuredValue", "value": 2, "unitText": "ANCC contact hours"},
    "teaches": ["Choose a dressing", "Say when to call"],
    "offers": {"@type": "Offer", "price": "15.00", "priceCurrency": "USD"},
    "hasCourseInstance": {
        "@type": "CourseInstance",
        "courseMode": "Onsite",
        "startDate": "2027-02-03T09:00:00-08:00",
        "endDate": "2027-02-04",
        "courseWorkload": "PT2H30M",
        "instructor": {"@type": "Person", "name": "Prof. Okafor", "description": "RN, PhD"},
        "location": {"address": {"addressLocality": "Portland", "addressRegion": "OR", "postalCode": "97201-1234"}},
    },
}  # fmt: skip


def test_a_page_with_schema_org_is_read_whole() -> None:
    page = f'<html><script type="application/ld+json">{json.dumps(COURSE)}</script></html>'
    (found,) = read_linked_data(page).listed
    assert (found.key, found.title, found.provider) == (
        "https://school.example/wounds",
        "Wound care basics",
        "Prof. Okafor's school",
    )
    assert (found.credit.quantity, found.credit.unit, found.credit.approved_by) == (Decimal(2), "cne", "ancc")
    assert (found.price, found.hours, found.format, found.language) == (1500, Decimal("2.5"), "in_person", "en")
    assert (found.starts_on, found.ends_on, found.zip) == (date(2027, 2, 3), date(2027, 2, 4), "97201")
    assert found.evidence == {
        "outcomes": "Choose a dressing, Say when to call",
        "instructors": "Prof. Okafor, RN, PhD",
        "methods": "Onsite",
    }


def test_ctdl_is_read_by_its_own_words() -> None:
    graph = {"@graph": [{
        "@type": "ceterms:LearningOpportunityProfile", "ceterms:ctid": "ce-1", "ceterms:name": {"en-US": "ECG basics"},
        "ceterms:subjectWebpage": "https://school.example/ecg", "ceterms:offeredBy": {"ceterms:name": {"en": "School"}},
    }]}  # fmt: skip
    (found,) = read_linked_data(json.dumps(graph)).listed
    assert (found.key, found.title, found.provider, found.url) == (
        "ce-1",
        "ECG basics",
        "School",
        "https://school.example/ecg",
    )


def test_a_price_that_cannot_be_read_is_said_and_the_course_is_taken() -> None:
    read = read_table("id,title,price\n1,Wounds,cheap\n2,ECG,\n3,Triage,$5\n1,Wounds,dear\n")
    assert [(each.title, each.price) for each in read.listed] == [("Wounds", None), ("ECG", None), ("Triage", 500)]
    [remark] = read.remarks
    assert (remark.where, remark.values) == ("line 2", {"found": "cheap"})
    assert remark.wording % remark.values == (
        "It was taken without a price: “cheap” was found, dollars such as 12.50 were wanted, 0 if it is free."
    )
    assert [each.where for each in read.refused] == ["Wounds"]


@pytest.mark.parametrize(("price", "remarks"), [("on request", ["on request"]), ("15.00", []), ("", [])])
def test_a_page_whose_price_is_no_amount_is_remarked_on(price: str, remarks: list[str]) -> None:
    read = read_linked_data(json.dumps({**COURSE, "offers": {"price": price, "priceCurrency": "USD"}}))
    assert [each.values["found"] for each in read.remarks] == remarks
    assert len(read.listed) == 1


def test_a_price_in_another_currency_is_no_price_in_dollars() -> None:
    (found,) = read_linked_data(json.dumps({**COURSE, "offers": {"price": 15, "priceCurrency": "EUR"}})).listed
    assert found.price is None


def test_free_is_what_the_publisher_says_is_free() -> None:
    (found,) = read_linked_data(json.dumps({**COURSE, "offers": None, "isAccessibleForFree": True})).listed
    assert found.price == 0


def test_a_table_says_which_line_was_refused() -> None:
    read = read_table(
        "id,title,quantity,unit,price,format\n1,Wounds,2,contact_hour,10.00,online\n2,,1,cme,,\n3,ECG,many,cme,,\n1,Again,,,,\n"
    )
    assert [(each.key, each.price, each.format) for each in read.listed] == [("1", 1000, "online")]
    assert [(each.where, each.wording) for each in read.refused] == [
        ("line 3", "It has no title."), ("line 4", "A number in it cannot be read."),
        ("Again", "It is in this feed twice; the first was taken."),
    ]  # fmt: skip


def test_news_in_both_dialects() -> None:
    item = "<item><title>Wounds</title><link>https://s.example/1</link><description>1 CME</description></item>"
    entry = '<entry><title>ECG</title><id>e1</id><link href="https://s.example/2"/></entry>'
    rss, atom = f"<rss><channel>{item}</channel></rss>", f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    assert [each.url for read in (read_news(rss), read_news(atom)) for each in read.listed] == [
        "https://s.example/1",
        "https://s.example/2",
    ]


def test_an_all_day_event_ends_the_day_before_the_one_it_names() -> None:
    days = ["DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270303"]
    event = ["BEGIN:VEVENT", "UID:a1", "SUMMARY:Conference", *days, "LOCATION:Boise", "END:VEVENT"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *event, "END:VCALENDAR", ""]
    (found,) = read_calendar("\r\n".join(lines)).listed
    assert (found.key, found.starts_on, found.ends_on, found.format) == (
        "a1",
        date(2027, 3, 1),
        date(2027, 3, 2),
        "in_person",
    )


def test_a_sitemap_names_each_page_once() -> None:
    entry = "<url><loc>https://s.example/a</loc></url>"
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entry}{entry}</urlset>'
    assert pages_of(sitemap) == ("https://s.example/a",)


BOMB = '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]><rss>&c;</rss>'


@pytest.mark.parametrize(
    ("read", "text", "told"),
    [
        (read_linked_data, "<html>no data</html>", "neither JSON nor a page"),
        (read_linked_data, '{"@type": ', "cannot be read"),
        (read_linked_data, "[" * 100_000, "cannot be read"),
        (read_linked_data, "[" * 60 + "]" * 60, "nested more than 40 deep"),
        (read_table, "title,price\nWounds,1\n", "id is missing"),
        (read_news, "not xml", "not XML"),
        (read_news, BOMB, "defines names of its own"),
        (read_news, "<html/>", "neither RSS nor Atom"),
        (read_calendar, "hello", "not a calendar"),
    ],
)
def test_what_is_nothing_of_the_kind_is_refused_in_a_sentence(read: object, text: str, told: str) -> None:
    with pytest.raises(FeedUnreadable, match=told):
        read(text)
