"""Bring the Spanish catalogue up to date with the strings marked in code and templates, and compile it.

Django's own makemessages needs GNU gettext installed; Babel does the same from the lock alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "recert"
FOLDER = PACKAGE / "locale" / "es" / "LC_MESSAGES"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
ABOUT = {
    "project": "Recert",
    "version": "0.1",
    "charset": "utf-8",
    "fuzzy": False,
    "copyright_holder": "the Recert contributors",
    "msgid_bugs_address": "the Recert contributors",
    "last_translator": "the Recert contributors",
    "language_team": "Spanish",
}
# What people read of the rulebooks and other data: sentences, and the labels of links. Names and titles stay as they are.
SENTENCES = {
    "says", "note", "claims", "confused_with", "open_questions", "unconfirmed", "points_called", "value", "dated", "seen",
    "credit",
}  # fmt: skip
LABELS = {"links", "topics"}
TEMPLATES = {".html", ".txt", ".webmanifest", ".svg"}


def sources() -> Iterator[tuple[Path, str]]:
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix == ".py":
            yield file, file.read_text(encoding="utf-8")
        elif file.suffix in TEMPLATES and "templates" in file.parts:
            yield file, as_python(file.read_text(encoding="utf-8"))


def as_python(template: str) -> str:
    """Django's rendering of a template as calls of gettext, without the indentation that is none of Python's."""
    if not settings.configured:
        settings.configure()
    return "\n".join(line.lstrip() for line in templatize(template).splitlines())


def extracted() -> Catalog:
    """Every string marked for translation, by where it stands."""
    catalog = Catalog(**ABOUT)
    for file, source in sources():
        name = file.relative_to(ROOT).as_posix()
        found = extract("python", BytesIO(source.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"})
        for line, message, comments, context in found:
            catalog.add(message, None, [(name, line)], auto_comments=comments, context=context)
    for name, sentence in data():
        catalog.add(sentence, None, [(name, None)])
    return catalog


def data() -> Iterator[tuple[str, str]]:
    """Every sentence of a YAML file, with the file it stands in."""
    for file in sorted(PACKAGE.rglob("*.yaml")):
        for document in yaml.safe_load_all(file.read_text(encoding="utf-8")):
            for sentence in sentences(document):
                yield file.relative_to(ROOT).as_posix(), sentence
            if "states" in file.parts and isinstance(document, dict):
                yield file.relative_to(ROOT).as_posix(), document["name"]


def sentences(node: Any, key: str = "") -> Iterator[str]:
    """The texts under the keys above, at any depth; a date or a number is no sentence."""
    if isinstance(node, dict):
        if key in LABELS:
            yield from (label for label in node if isinstance(label, str))
        for name, value in node.items():
            yield from sentences(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from sentences(value, key)
    elif key in SENTENCES and isinstance(node, str) and any(letter.isalpha() for letter in node):
        yield node


def stored() -> Catalog:
    file = FOLDER / "django.po"
    if not file.exists():
        return Catalog(locale="es", header_comment="# Recert in Spanish.", **ABOUT)
    with file.open("rb") as stream:
        return read_po(stream, locale="es", domain="django")


def compiled(catalog: Catalog) -> bytes:
    stream = BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    return [str(message.id) for message in catalog if message.id and (message.fuzzy or not is_complete(message.string))]


def is_complete(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(translation) if isinstance(translation, list | tuple) else bool(translation)


def main() -> int:
    catalog = stored()
    catalog.update(extracted(), no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "django.po").open("wb") as stream:
        write_po(stream, catalog, sort_output=True, include_lineno=False, width=120)
    (FOLDER / "django.mo").write_bytes(compiled(catalog))
    left = untranslated(catalog)
    print(f"{len(catalog)} strings, {len(left)} of them without Spanish.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
