"""A file that is no whole export is refused with a sentence, and nothing at all has changed."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

from recert.actions.bring_back import NotBrought, NotYours
from recert.actions.check_standing import check_standing
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_certificate import keep_certificate
from recert.actions.open_vault import vault
from recert.capture.archives import form
from recert.records.models import Activity, Certificate, Draft, Person, StoredFile
from tests.actions.archives import brought, changed, exported, joined, parts_of, zipped
from tests.actions.conftest import Finish
from tests.badges.made import own_did, signed

PAPER = b"%PDF-1.7 hostile tests"


@pytest.fixture
def file(dana: Person, finish: Finish) -> bytes:
    hold_credential(dana, credential="cma-aama", certified_on=date(2023, 3, 14))
    row = finish(dana)
    paper = keep_certificate(dana, name="card.pdf", content=[PAPER])
    Draft.objects.create(certificate=paper, position=1, outcome="confirmed", activity=row)
    check_standing(dana, today=date(2026, 11, 22))
    return exported(dana)


def rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_models()}


def refused(person: Person, file: bytes) -> str:
    """The sentence it is refused with, once it is sure that nothing changed."""
    before, papers = rows(), list(vault().digests())
    with pytest.raises(NotBrought) as refusal:
        brought(person, file, is_mine=True)
    assert rows() == before
    assert set(vault().digests()) <= set(papers)
    person.refresh_from_db()
    assert person.name == "Luz"
    return str(refusal.value)


def with_entry(file: bytes, name: str, **attributes: Any) -> bytes:
    into = io.BytesIO(file)
    with zipfile.ZipFile(into, "a") as archive:
        listed = zipfile.ZipInfo(name)
        for attribute, value in attributes.items():
            setattr(listed, attribute, value)
        archive.writestr(listed, b"../../secret-key")
    return into.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../../secret-key", "/etc/passwd", "data/../../x.json", "originals/../x", "originals/a/b.pdf",
        "originals\\..\\x.pdf", "C:\\x.html", "data/EXPORT.JSON", "originals/", "data/é.json", "originals/a\x01b",
    ],
)  # fmt: skip
def test_a_name_that_no_export_has(file: bytes, luz: Person, name: str) -> None:
    assert "no export has" in refused(luz, with_entry(file, name))


def test_a_link_to_somewhere_else(file: bytes, luz: Person) -> None:
    linked = with_entry(file, "originals/0009 link.pdf", external_attr=0o120777 << 16)
    assert "no export has" in refused(luz, linked)


def test_a_paper_that_is_on_no_list(file: bytes, luz: Person) -> None:
    parts = parts_of(file)
    assert "no export has" in refused(luz, joined({**parts, "originals/0009 more.pdf": b"more"}))


@pytest.mark.parametrize("keep", [0, 10, 100, 2000, -1, -30, -500])
def test_a_file_that_was_cut_off(file: bytes, luz: Person, keep: int) -> None:
    assert "cut off" in refused(luz, file[:keep])


def test_the_second_half_alone(file: bytes, luz: Person) -> None:
    assert refused(luz, file[len(file) // 2 :])


def test_one_turned_bit_in_anything_it_holds(file: bytes, luz: Person) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        listed = [entry for entry in archive.infolist() if entry.compress_size > 20]
        places = [entry.header_offset + 30 + len(entry.filename) + 8 for entry in listed]
    for place in places:
        broken = bytearray(file)
        broken[place] ^= 0x10
        assert refused(luz, bytes(broken))


def test_another_paper_under_a_true_name(file: bytes, luz: Person) -> None:
    parts = parts_of(file)
    (path,) = [name for name in parts if name.startswith("originals/")]
    assert "not what it was" in refused(luz, joined({**parts, path: PAPER[::-1]}))


def test_a_changed_row_with_the_old_digest(file: bytes, luz: Person) -> None:
    parts = parts_of(file)
    parts["data/activities.json"] = parts["data/activities.json"].replace(b'"5"', b'"50"')
    assert "not what it was" in refused(luz, zipped(parts))


@pytest.mark.parametrize("missing", ["data/export.json", "data/files.json", "SHA256SUMS", "data/activities.json"])
def test_a_part_that_is_missing(file: bytes, luz: Person, missing: str) -> None:
    parts = parts_of(file)
    del parts[missing]
    assert missing in refused(luz, zipped(parts))


def test_the_same_name_twice(file: bytes, luz: Person) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = with_entry(file, "data/activities.json")
    assert "twice" in refused(luz, twice)


def test_a_bomb_is_found_before_it_goes_off(file: bytes, luz: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = parts_of(file)
    bomb = zipped({**parts, "data/activities.json": b" " * (form.MOST_TABLE + 1)})
    assert "larger than it may be" in refused(luz, bomb)


def test_a_bomb_that_lies_about_its_size(file: bytes, luz: Person) -> None:
    bomb = bytearray(zipped({**parts_of(file), "data/activities.json": b" " * 10_000_000}))
    true, told = struct.pack("<L", 10_000_000), struct.pack("<L", 100)
    assert refused(luz, bytes(bomb.replace(true, told)))


def test_a_list_longer_than_any_export(file: bytes, luz: Person) -> None:
    end = file.rindex(b"PK\x05\x06")
    swollen = file[: end + 10] + struct.pack("<HL", 65_000, 2**31) + file[end + 16 :]
    assert "more than an export can" in refused(luz, swollen)


def test_a_newer_form(file: bytes, luz: Person) -> None:
    newer = changed(file, "export", lambda rows: rows[0].update(number=2))
    assert "Update Recert" in refused(luz, newer)


@pytest.mark.parametrize("change", [{"form": "else"}, {"number": "1"}, {"number": True}])
def test_a_form_that_is_not_ours(file: bytes, luz: Person, change: dict[str, Any]) -> None:
    assert "not an export of Recert" in refused(luz, changed(file, "export", lambda rows: rows[0].update(change)))


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("activities", {"quantity": "-1"}),
    ("activities", {"quantity": "1e9999999"}),
    ("activities", {"quantity": "0.00001"}),
    ("activities", {"unit": "wishes"}),
    ("activities", {"kind": "course\x00"}),
    ("activities", {"title": "x" * 301}),
    ("activities", {"title": "a\x00b"}),
    ("activities", {"title": {"a": 1}}),
    ("activities", {"earned_on": "2026-02-31"}),
    ("activities", {"category": "clinical=9;general=9"}),
    ("activities", {"minutes": -1}),
    ("activities", {"minutes": True}),
    ("activities", {"version": 2**70}),
    ("activities", {"trashed_at": "2026-01-01"}),
    ("activities", {"source": "stolen"}),
    ("holdings", {"cycle_ends": "2000-01-01"}),
    ("holdings", {"person": 1, "credential": None}),
    ("verdicts", {"holding": 99}),
    ("verdicts", {"rules": "0" * 64}),
    ("verdicts", {"document": {}}),
    ("verdicts", {"document": []}),
    ("verdicts", {"transcript": [{"id": "77"}]}),
    ("rules", {"rules": {"credential": "cma-aama"}}),
    ("certificates", {"file": "f" * 64}),
    ("certificates", {"file": None}),
    ("drafts", {"activity": 12}),
    ("drafts", {"certificate": "1"}),
    ("drafts", {"kind": 5}),
    ("account", {"language": "tlh"}),
    ("account", {"time_zone": "../../etc/passwd"}),
    ("account", {"transcript_revision": "many"}),
    ("files", {"digest": "../../../secret-key"}),
    ("files", {"path": "../x"}),
    ("files", {"size": 5}),
]


@pytest.mark.parametrize(("table", "change"), WRONG, ids=lambda value: str(value)[:50])
def test_a_row_that_no_verb_would_have_stored(file: bytes, luz: Person, table: str, change: dict[str, Any]) -> None:
    assert refused(luz, changed(file, table, lambda rows: rows[0].update(change)))


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.append(5),
        lambda rows: rows.append(rows[0]),
        lambda rows: rows.append({**rows[0], "n": "2"}),
        lambda rows: rows[0].pop("title"),
    ],
    ids=["no row", "the same row again", "no number", "a column too few"],
)
def test_rows_that_do_not_fit(file: bytes, luz: Person, change: Callable[[Any], None]) -> None:
    assert refused(luz, changed(file, "activities", change))


@pytest.mark.parametrize("text", [b"[" * 100_000, b'[\n{"n": NaN}\n]', b"[\n\xff\xfe\n]", b"[\n{\n]"])
def test_a_table_that_is_no_table(file: bytes, luz: Person, text: bytes) -> None:
    assert "cannot be read" in refused(luz, joined({**parts_of(file), "data/activities.json": text}))


def test_the_export_of_someone_else(file: bytes, luz: Person) -> None:
    with pytest.raises(NotYours, match=r"dana@example\.org"):
        brought(luz, file)
    assert not Certificate.objects.filter(person=luz).exists()


def test_an_account_that_is_in_use(file: bytes, dana: Person) -> None:
    before = rows()
    with pytest.raises(NotBrought, match="still empty"):
        brought(dana, file)
    assert rows() == before


def test_a_signature_that_was_checked_elsewhere_was_not_checked_here(file: bytes, luz: Person) -> None:
    brought(luz, changed(file, "drafts", lambda rows: rows[0].update(issuer_checked=True)), is_mine=True)
    assert not Draft.objects.get(certificate__person=luz).issuer_checked


def test_a_forged_answer_is_worked_out_anew_before_anybody_sees_it(file: bytes, luz: Person) -> None:
    def forge(rows: Any) -> None:
        rows[-1]["document"]["met"] = True

    brought(luz, changed(file, "verdicts", forge), is_mine=True)
    assert check_standing(luz, today=date(2026, 11, 22))[0].document["met"] is False


def test_papers_of_others_are_not_to_be_had_by_their_digest(file: bytes, luz: Person, evan: Person) -> None:
    """Naming a digest is not enough: the bytes must be in the file."""
    secret = keep_certificate(evan, name="secret.pdf", content=[b"Evan's own"])
    reached = changed(file, "certificates", lambda rows: rows[0].update(file=secret.file.digest))
    assert refused(luz, reached)
    assert StoredFile.objects.get(digest=secret.file.digest).certificates.get().person == evan


def test_what_was_half_done_is_undone(file: bytes, luz: Person) -> None:
    def contradict(rows: Any) -> None:
        rows.append({**rows[0], "n": 2})

    assert "contradict" in refused(luz, changed(file, "holdings", contradict))
    assert not Activity.objects.filter(person=luz).exists()


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_signature_that_is_good_here_too_stays_good(dana: Person, luz: Person, is_listed: bool) -> None:
    issuers = Path(settings.DATA) / "issuers.json"
    issuers.write_text(json.dumps({own_did(): ""} if is_listed else {}))
    badge = keep_certificate(dana, name="badge.json", content=[signed("json")])
    Draft.objects.create(certificate=badge, position=1, kind="badge", issuer_checked=True)
    brought(luz, exported(dana), is_mine=True)
    issuers.unlink()
    assert Draft.objects.get(certificate__person=luz).issuer_checked is is_listed
