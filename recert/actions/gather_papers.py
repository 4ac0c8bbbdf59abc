"""The papers on file for the actor's activities: what proves each, and what describes its course."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from django.db.models import QuerySet

from recert.actions.open_vault import vault
from recert.capture.pages import pages_apart
from recert.packet.values import Papers, Picture
from recert.records.models import Draft, Person

DESCRIBES = "not_a_certificate"
"""A paper that proves nothing and was attached all the same, such as a course flyer, describes the course."""
Pages = Mapping[str, tuple[Picture, ...]]
"""By digest: every page of a file."""


def gather_papers(actor: Person, *, drawn: bool) -> dict[str, Papers]:
    """By activity. Not `drawn`, each paper is there as a page without a picture, which is enough to check by."""
    proofs = list(_proofs(actor))
    pages = _drawn(proofs) if drawn else {}
    grouped: dict[str, list[Draft]] = {}
    for proof in proofs:
        grouped.setdefault(str(proof.activity_id), []).append(proof)
    return {activity: _papers(actor, each, pages) for activity, each in grouped.items()}


def _proofs(actor: Person) -> QuerySet[Draft]:
    own = Draft.objects.filter(activity__person=actor, certificate__person=actor, outcome="confirmed")
    here = own.filter(certificate__trashed_at=None, activity__trashed_at=None)
    return here.select_related("certificate__file").order_by("certificate_id", "position")


def _drawn(proofs: Iterable[Draft]) -> Pages:
    paths: dict[Path, str] = {}
    for proof in proofs:
        digest = proof.certificate.file.digest
        paths[vault().path_of(digest)] = digest
    there = [path for path in paths if path.is_file()]
    return {
        paths[paged.path]: tuple(
            Picture(jpeg=page.jpeg, width=page.width, height=page.height, page=number)
            for number, page in enumerate(paged.pages, 1)
        )
        for paged in pages_apart(there)
    }


def _papers(actor: Person, proofs: Sequence[Draft], pages: Pages) -> Papers:
    proving = [proof for proof in proofs if proof.kind != DESCRIBES]
    describing = [proof for proof in proofs if proof.kind == DESCRIBES]
    return Papers(
        certificate=tuple(page for proof in proving for page in _pages(proof, pages)),
        description=tuple(page for proof in describing for page in _pages(proof, pages)),
        shows_name=True if any(_shows(actor.name, proof) for proof in proving) else None,
    )


def _pages(proof: Draft, pages: Pages) -> list[Picture]:
    name, digest = proof.certificate.name, proof.certificate.file.digest
    if not pages:
        return [Picture(jpeg=b"", width=0, height=0, file=name)]
    return [
        Picture(jpeg=page.jpeg, width=page.width, height=page.height, file=name, page=page.page)
        for page in pages.get(digest, ())
        if proof.first_page <= page.page <= proof.last_page
    ]


def _shows(name: str, proof: Draft) -> bool:
    """Whether every part of the actor's name stands in the name that was read from the paper."""
    read = str(proof.fields.get("holder", {}).get("value", "")).casefold().replace(",", " ").split()
    return bool(name.split()) and set(name.casefold().split()) <= set(read)
