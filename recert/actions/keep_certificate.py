"""Take a paper in: the original is safe in the vault before its row is written, and nothing has read it yet."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from functools import partial
from hashlib import sha256

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.open_vault import vault
from recert.actions.read_soon import read_soon
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.media_types import media_type_of
from recert.records.models import Certificate, Person, StoredFile
from recert.records.vault import Kept, NothingInIt, TooLarge

MOST_BYTES = 25 * 2**20
MOST_BYTES_OF_A_PERSON = 2 * 2**30
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class PaperRefused(Refused):
    """There is nothing in it."""


class PaperTooLarge(PaperRefused):
    """More than a certificate can be, or more than one person may keep."""


class NoRoomForPaper(PaperRefused):
    """The disk is full; what is stored already is safe."""


def keep_certificate(
    actor: Person, *, name: str, content: Iterable[bytes], request_key: str | None = None, came_by: str = "uploaded"
) -> Certificate:
    """When this returns, the original outlives a power cut. The same request again finds the same certificate.

    :raises PaperRefused: PaperTooLarge or NoRoomForPaper among them; nothing was kept then.
    """
    with vault().held():
        kept = _kept(content)
        key = _key_of(request_key, kept)
        if key and (known := Certificate.objects.filter(person=actor, request_key=key).first()):
            return known
        _refuse_hoarding(actor, kept)
        return _recorded(actor, kept, {"name": _plain(name), "request_key": key, "came_by": came_by})


def _key_of(request_key: str | None, kept: Kept) -> str | None:
    """Of the request and the bytes: who goes back to a form and chooses another file sends the same key with it."""
    return sha256(f"{request_key} {kept.digest}".encode()).hexdigest() if request_key else None


def _kept(content: Iterable[bytes]) -> Kept:
    try:
        return vault().keep(content, most=MOST_BYTES)
    except NothingInIt:
        raise PaperRefused(_("This file is empty. Choose the certificate again."), field="papers") from None
    except TooLarge:
        raise too_large() from None
    except OSError as problem:
        if problem.errno not in NO_ROOM:
            raise
        full = _("There is no room on this server just now. The file was not kept: send it again later.")
        raise NoRoomForPaper(full, field="papers") from problem


def too_large() -> PaperTooLarge:
    most = {"most": MOST_BYTES // 2**20}
    sentence = _("This file is larger than %(most)d MB. Take a smaller photo, or save fewer pages in one file.")
    return PaperTooLarge(sentence % most, field="papers")


def _refuse_hoarding(actor: Person, kept: Kept) -> None:
    there = Certificate.objects.filter(person=actor).aggregate(bytes=Sum("file__size"))["bytes"] or 0
    if there + kept.size > MOST_BYTES_OF_A_PERSON:
        sentence = _("You keep %(most)d MB of papers here already. Delete some you no longer need first.")
        raise PaperTooLarge(sentence % {"most": MOST_BYTES_OF_A_PERSON // 2**20}, field="papers")


@transaction.atomic
def _recorded(actor: Person, kept: Kept, stated: dict[str, str | None]) -> Certificate:
    kind = media_type_of(kept.head)
    file, _new = StoredFile.objects.get_or_create(digest=kept.digest, defaults={"size": kept.size, "media_type": kind})
    values = {**stated, "file": file, "received_at": timezone.now()}
    key = values.pop("request_key")
    if key is None:
        row, new = Certificate.objects.create(person=actor, **values), True
    else:
        row, new = Certificate.objects.get_or_create(person=actor, request_key=key, defaults=values)
    if new:
        after = {"name": row.name, "digest": kept.digest, "size": kept.size, "came_by": row.came_by}
        record_change(actor, verb="keep", about=("certificate", row.pk), holder=actor, after=after)
        transaction.on_commit(partial(read_soon, row.pk), robust=True)
    return row


def _plain(name: str) -> str:
    """The file's own name, without a folder and without characters that nobody can see."""
    own = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in own if letter.isprintable()).strip()[-255:] or "certificate"
