"""The readable part of an export: pages that open in any browser, in both languages, without us and without a script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from recert.rulebooks.library import UnknownCredential, rulebook

Tables = Mapping[str, list[Any]]


def pages_in(own: str) -> Callable[[Tables], Mapping[str, str]]:
    """`index.html` in the person's own language, and one page for each other language."""

    def pages(tables: Tables) -> Mapping[str, str]:
        names = {code: "index.html" if code == own else f"index-{code}.html" for code, _name in settings.LANGUAGES}
        context = {**context_of(tables), "pages": [(names[code], code, name) for code, name in settings.LANGUAGES]}
        made = {name: _rendered("me/archive.html", code, context) for code, name in names.items()}
        return {"README.txt": _rendered("me/archive.txt", own, context), **made}

    return pages


def _rendered(template: str, language: str, context: Mapping[str, Any]) -> str:
    with translation.override(language):
        return render_to_string(template, {**context, "language": language})


def context_of(tables: Tables) -> dict[str, Any]:
    """What the pages tell, with every paper beside the activity that it proves."""
    paths = {file["digest"]: file["path"] for file in tables["files"]}
    papers = {paper["n"]: {**paper, "path": paths[paper["file"]]} for paper in tables["certificates"]}
    proofs: dict[int, list[Any]] = {}
    for draft in tables["drafts"]:
        if draft["activity"] and draft["outcome"] == "confirmed":
            proofs.setdefault(draft["activity"], []).append(papers[draft["certificate"]])
    answers = {entry["holding"]: entry["document"] for entry in tables["standing"]}
    return {
        "about": tables["export"][0],
        "account": tables["account"][0],
        "holdings": [
            {**row, "title": _title(row["credential"]), "answer": answers.get(row["n"])} for row in tables["holdings"]
        ],
        "activities": [{**row, "proofs": proofs.get(row["n"], ())} for row in tables["activities"]],
        "papers": papers.values(),
    }


def _title(credential: str) -> str:
    try:
        return rulebook(credential).name
    except UnknownCredential:
        return credential
