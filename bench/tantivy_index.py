"""The same cards in tantivy, a search engine made for nothing else, asked the same questions."""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import tantivy

from recert.actions.find_courses import Wishes, sought_by
from recert.records.course_search import Sought
from recert.records.models import CourseCard


def tantivy_times(asked: Sequence[Wishes]) -> dict[str, Any]:
    """Its p50 and p99 over words, filters and squares; ranges, circles and orders are left to whoever uses it."""
    with TemporaryDirectory() as folder:
        index = _index(folder)
        searcher = index.searcher()
        times = sorted(_seconds(index, searcher, sought) for wishes in asked if (sought := sought_by(wishes)))
    return {
        "milliseconds": {
            "p50": round(times[len(times) // 2] * 1000, 2),
            "p99": round(times[int(len(times) * 0.99)] * 1000, 2),
        }
    }


def _index(folder: str) -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True, indexed=True)
    for name in ("title", "words", "facts"):
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace")
    index = tantivy.Index(builder.build(), path=folder)
    writer = index.writer(heap_size=200_000_000)
    for number, *texts in CourseCard.objects.values_list("number", "title", "words", "facts").iterator(10_000):
        document = tantivy.Document(number=number)
        for name, text in zip(("title", "words", "facts"), texts, strict=True):
            document.add_text(name, text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _seconds(index: Any, searcher: Any, sought: Sought) -> float:
    begun = perf_counter()
    found = searcher.search(index.parse_query(_query(sought), ["title", "words"]), 500)
    [searcher.doc(address)["number"] for _, address in found.hits[:20]]
    return perf_counter() - begun


def _query(sought: Sought) -> str:
    groups = [" OR ".join(f"title:{word} OR words:{word}" for word in group) for group in sought.groups]
    facts = [" OR ".join(f"facts:{fact}" for fact in alternatives) for alternatives in sought.facts]
    return " AND ".join(f"({part})" for part in (*groups, *facts))
