"""Read a rulebook's YAML into values, and refuse with a line number whatever could be misread."""

from __future__ import annotations

import yaml

from recert.rulebooks import checks
from recert.rulebooks.nodes import Pairs, RulebookWrong, compose, items, pairs
from recert.rulebooks.scalars import text as text_of
from recert.rulebooks.shapes import Reading, fill
from recert.rules.edition import Edition, Rulebook, Source

__all__ = ["RulebookWrong", "read_rulebook"]


def read_rulebook(text: str, name: str) -> tuple[Rulebook, ...]:
    """Read one file: a credential, or a family of them that share their editions.

    :raises RulebookWrong: names the file (`name`), the line, what was found and wanted, and what to do.
    """
    root = compose(text, name)
    given = pairs(root, name, "the rulebook")
    reading = Reading(name)
    reading.sources = read_sources(reading, given.pop("sources", None))
    family = _family(reading, root, given)
    reading.credentials = tuple(_id(reading, node, each) for node, each in family)
    rulebooks = tuple(_rulebook(reading, node, each) for node, each in family)
    checks.all_cited(reading)
    return rulebooks


def read_sources(
    reading: Reading, entry: tuple[yaml.ScalarNode, yaml.Node] | None, *, may_lack_address: bool = False
) -> dict[str, Source]:
    """Read the block `sources`: id → where the numbers of this file were read.

    A law cited by its number alone has no address; a number in a rulebook always does.
    """
    if entry is None:
        return {}
    sources = {}
    for name, (key, node) in pairs(entry[1], reading.file, "'sources'").items():
        given = pairs(node, reading.file, "the source")
        unaddressed = {"href": ""} if may_lack_address and "href" not in given else {}
        source = fill(reading, node, Source, given, **unaddressed)
        if not unaddressed and not source.href.startswith(("https://", "http://")):
            says = (f"found '{source.href}' as the address of '{name}'", "a full address", "write https://…")
            raise reading.wrong(node, says)
        sources[name] = source
        reading.where[id(source)] = key
    return sources


def _family(reading: Reading, root: yaml.Node, given: Pairs) -> list[tuple[yaml.Node, Pairs]]:
    """The keys of each credential in the file: its own, and those the family shares."""
    entry = given.pop("credentials", None)
    if entry is None:
        return [(root, given)]
    family = []
    for node in items(entry[1], reading.file, "'credentials'"):
        own = pairs(node, reading.file, "the credential")
        for name in own.keys() & given.keys():
            says = (f"the key '{name}' is written for the credential and for its family", "it once", "keep one of them")
            raise reading.wrong(own[name][0], says)
        family.append((node, given | own))
    return family


def _id(reading: Reading, node: yaml.Node, given: Pairs) -> str:
    if "credential" not in given:
        raise reading.wrong(node, ("the rulebook has no 'credential'", "its id", "add credential: cma-aama"))
    return text_of(given["credential"][1], reading.file, "'credential'")


def _rulebook(reading: Reading, node: yaml.Node, given: Pairs) -> Rulebook:
    reading.credential = _id(reading, node, given)
    own = dict(given)
    entry = own.pop("editions", None)
    editions = () if entry is None else _editions(reading, entry[1])
    rulebook = fill(reading, node, Rulebook, own, editions=editions)
    checks.rulebook(reading, rulebook)
    return rulebook


def _editions(reading: Reading, node: yaml.Node) -> tuple[Edition, ...]:
    read = []
    for item in items(node, reading.file, "'editions'"):
        given = pairs(item, reading.file, "the edition")
        edition = fill(reading, item, Edition, given, credential=reading.credential)
        checks.edition(reading, edition)
        read.append(edition)
    return tuple(read)
