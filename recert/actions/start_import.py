"""Take a file in and keep it aside: nothing of it is on the transcript until the actor confirms."""

from __future__ import annotations

from django.utils.translation import gettext as _

from recert.actions.refusal import Refused
from recert.records.models import ImportDraft, Person

MOST_BYTES = 5 * 1024 * 1024
MOST_DRAFTS = 10


class FileRefused(Refused):
    """The file is empty, or larger than a transcript can be."""


def start_import(actor: Person, *, name: str, content: bytes, size: int | None = None) -> ImportDraft:
    """`size` is the whole file's, where not all of a file that is too large was read.

    :raises FileRefused: when there is nothing in it, or too much.
    """
    if not content:
        raise FileRefused(_("This file is empty. Choose the file with your activities."), field="file")
    if len(content) > MOST_BYTES:
        # Rounded up: one byte too many must not read as exactly what is allowed.
        counts = {"found": -(-max(len(content), size or 0) // 1024), "most": MOST_BYTES // 1024}
        raise FileRefused(_("This file has %(found)d kB; at most %(most)d kB can be read.") % counts, field="file")
    older = ImportDraft.objects.filter(person=actor).values_list("pk", flat=True)[MOST_DRAFTS - 1 :]
    ImportDraft.objects.filter(pk__in=list(older)).delete()
    plain = "".join(letter for letter in name if letter.isprintable())
    return ImportDraft.objects.create(person=actor, name=plain[-255:] or "transcript", content=content)
