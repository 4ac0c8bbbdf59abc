"""What was saved meanwhile and what was to be saved, side by side: nothing is lost, and the person chooses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from recert.records.versions import StaleEdit


@dataclass(frozen=True, slots=True)
class Pair:
    """One field as it is now and as it was to be saved."""

    label: str
    theirs: str
    yours: str


def both_versions(request: HttpRequest, stale: StaleEdit, pairs: Sequence[Pair], *, back: str) -> HttpResponse:
    """`back` is the page of the form, to which it can be sent once more over the version that is there now."""
    context = {
        "different": [pair for pair in pairs if pair.theirs != pair.yours],
        "alike": [pair for pair in pairs if pair.theirs == pair.yours],
        "again": [*_again(request, stale)],
        "back": back,
    }
    return render(request, "base/stale.html", context, status=409)


def _again(request: HttpRequest, stale: StaleEdit) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in ("csrfmiddlewaretoken", "version"):
            yield from ((name, str(value)) for value in values)
    yield "version", str(getattr(stale.theirs, "version", ""))
