"""Read a block of YAML into the dataclass it mirrors: each key a field, each value what the field's type says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import yaml

from recert.rulebooks import scalars
from recert.rulebooks.nodes import Pairs, RulebookWrong, Says, did_you_mean, items, line_of, pairs, shown
from recert.rules.edition import Source
from recert.rules.transcript import KINDS, UNITS

T = TypeVar("T")
POINTS = {"needed", "at_most", "points"}
"""Fields that hold hundredths of a point."""
NAMES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "unit": ("unit", UNITS), "units": ("unit", UNITS), "only_units": ("unit", UNITS),
    "kind": ("kind", KINDS), "kinds": ("kind", KINDS), "exempt_kinds": ("kind", KINDS),
}  # fmt: skip
"""Fields that name units or kinds of the file contract."""
READ_APART = {"Rulebook": ["editions", "sources", "credentials"]}
"""Keys that stand beside a dataclass's fields and are read before them."""


@dataclass(slots=True)
class Reading:
    """One file as it is read: its sources, the credential at hand, what was read already and where it stands."""

    file: str
    sources: Mapping[str, Source] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    credential: str = ""
    credentials: tuple[str, ...] = ()
    done: dict[tuple[int, str], Any] = field(default_factory=dict)
    where: dict[int, yaml.Node] = field(default_factory=dict)

    def wrong(self, node: yaml.Node, says: Says) -> RulebookWrong:
        return RulebookWrong(self.file, line_of(node), says)

    def wrong_value(self, value: object, says: Says) -> RulebookWrong:
        """The refusal of something read before, at the line where it stands."""
        return self.wrong(self.where[id(value)], says)


Convert = Callable[[Reading, yaml.Node, str], Any]
"""Reading, node, what it is for in words → the value."""


def record(reading: Reading, node: yaml.Node, shape: type[T]) -> T:
    """Read one block into the dataclass; a block used twice through an alias is read once."""
    key = (id(node), f"{shape.__name__} {reading.credential if shape.__name__ == 'Edition' else ''}")
    if key not in reading.done:
        what = _words(shape.__name__)
        value = fill(reading, node, shape, pairs(node, reading.file, what))
        reading.done[key] = value
    return reading.done[key]  # type: ignore[no-any-return]


def fill(reading: Reading, node: yaml.Node, shape: type[T], given: Pairs, **known: Any) -> T:
    """Fill the dataclass from its keys and from what is already known."""
    what = _words(shape.__name__)
    wanted = _fields(cast("Hashable", shape))
    for name, (key, _) in given.items():
        if name not in wanted or name in known:
            mine = [each for each in wanted if each not in known] + READ_APART.get(shape.__name__, [])
            raise reading.wrong(
                key, (f"the key '{name}' is unknown in {what}", "a field's name", f"{did_you_mean(name, mine)}")
            )
    for name, (_, required) in wanted.items():
        if required and name not in given and name not in known:
            says = (f"{what} has no '{name}'", f"{_reason(name)}", f"add {name}: …")
            raise reading.wrong(node, says)
    values = {name: wanted[name][0](reading, value, f"'{name}'") for name, (_, value) in given.items()}
    if values.get("measure") == "points" and values["value"] is not None:
        values["value"] = scalars.points(given["value"][1], reading.file, "'value'")
    made = shape(**values, **known)
    reading.where[id(made)] = node
    return made


def _reason(name: str) -> str:
    reasons = {
        "source": "a source for every number", "confidence": "how sure we are of every number",
        "cited": "the clause, its source and how sure we are", "says": "the clause in one plain sentence",
    }  # fmt: skip
    return reasons.get(name, "its value, because nothing is assumed")


def _words(name: str) -> str:
    """A dataclass's name as a reader knows it: `KindRule` → the kind rule."""
    return "the " + "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


@cache
def _fields(shape: Any) -> Mapping[str, tuple[Convert, bool]]:
    hints = get_type_hints(shape)
    return {
        each.name: (
            _converter(hints[each.name], each.name),
            each.default is MISSING and each.default_factory is MISSING,
        )
        for each in fields(shape)
    }


def _converter(hint: Any, name: str) -> Convert:
    """Choose how to read a field from its name, where that says more, else from its type."""
    origin = get_origin(hint)
    if hint is Source:
        return _source
    if origin in (Union, UnionType):
        return _union(hint, name)
    if origin in (tuple, frozenset, Mapping):
        return _collection(hint, name)
    if origin is Literal:
        return partial(_one_of, get_args(hint))
    if is_dataclass(hint):
        return lambda reading, node, _: record(reading, node, hint)  # type: ignore[arg-type]
    return _plain(hint, name)


def _plain(hint: Any, name: str) -> Convert:
    if name in NAMES:
        return partial(_named, *NAMES[name])
    if hint is int and name in POINTS:
        return _scalar(scalars.points)
    readers: dict[Any, Callable[..., Any]] = {
        str: scalars.text, int: scalars.whole, bool: scalars.yes_or_no, date: scalars.day,
    }  # fmt: skip
    return _scalar(readers[hint])


def _scalar(read: Callable[[yaml.Node, str, str], Any]) -> Convert:
    return lambda reading, node, what: read(node, reading.file, what)


def _union(hint: Any, name: str) -> Convert:
    """`X | None`, or a fact's value, whose measure is checked once the fact is read."""
    options = [option for option in get_args(hint) if option is not NoneType]
    inner = _converter(options[0], name) if len(options) == 1 else _any_value
    return lambda reading, node, what: None if scalars.is_null(node) else inner(reading, node, what)


def _any_value(reading: Reading, node: yaml.Node, what: str) -> int | bool | str | date:
    value, quoted = scalars.written(node, reading.file, what, "one value")
    if not quoted and value in {"true", "false"}:
        return value == "true"
    if not quoted and scalars.WHOLE.fullmatch(value):
        return int(value)
    if not quoted and len(value) == 10 and value[4] == value[7] == "-":
        return scalars.day(node, reading.file, what)
    return scalars.text(node, reading.file, what)


def _collection(hint: Any, name: str) -> Convert:
    inside = get_args(hint)
    if get_origin(hint) is Mapping:
        return partial(_mapping, _converter(inside[1], name))
    if len(inside) == 2 and inside[1] is not Ellipsis:
        return partial(_pair, _converter(inside[0], name))
    return partial(_list, _converter(inside[0], name), get_origin(hint))


def _pair(convert: Convert, reading: Reading, node: yaml.Node, what: str) -> tuple[Any, Any]:
    both = items(node, reading.file, what)
    if len(both) != 2:
        raise reading.wrong(node, (f"found {len(both)} of two numbers for {what}", "month and day", "write [8, 1]"))
    return convert(reading, both[0], what), convert(reading, both[1], what)


def _list(convert: Convert, make: Callable[[list[Any]], Any], reading: Reading, node: yaml.Node, what: str) -> Any:
    mine = [item for item in items(node, reading.file, what) if _is_for_this_credential(reading, item)]
    values = [convert(reading, item, what) for item in mine]
    if make is frozenset and len(set(values)) < len(values):
        raise reading.wrong(node, (f"a name stands twice in {what}", "each once", "take the second out"))
    return make(values)


def _is_for_this_credential(reading: Reading, item: yaml.Node) -> bool:
    """`only: [id, …]` keeps an item of a family's list to some of its credentials."""
    if not isinstance(item, yaml.MappingNode):
        return True
    key = (id(item), "only")
    if key not in reading.done:
        reading.done[key] = _only(reading, item)
    only = reading.done[key]
    return not only or reading.credential in only


def _only(reading: Reading, item: yaml.MappingNode) -> tuple[str, ...]:
    """Take `only` out of the block, so that what is left mirrors its dataclass."""
    found = [(key, value) for key, value in item.value if key.value == "only"]
    if not found:
        return ()
    item.value.remove(found[0])
    named = items(found[0][1], reading.file, "'only'")
    return tuple(_one_of(reading.credentials, reading, each, "'only'") for each in named)


def _mapping(convert: Convert, reading: Reading, node: yaml.Node, what: str) -> dict[str, Any]:
    given = pairs(node, reading.file, what)
    return {name: convert(reading, value, f"'{name}' in {what}") for name, (_, value) in given.items()}


def _one_of(known: tuple[str, ...], reading: Reading, node: yaml.Node, what: str) -> str:
    value, _ = scalars.written(node, reading.file, what, "one of the known words")
    if value not in known:
        says = (f"found {shown(node)} for {what}", "a known word", f"{did_you_mean(value, list(known))}")
        raise reading.wrong(node, says)
    return value


def _named(noun: str, known: tuple[str, ...], reading: Reading, node: yaml.Node, what: str) -> str:
    value, _ = scalars.written(node, reading.file, what, f"a {noun}")
    if value not in known:
        says = (
            f"found {shown(node)} for {what}",
            f"a {noun} of the file contract",
            f"{did_you_mean(value, list(known))}",
        )
        raise reading.wrong(node, says)
    return value


def _source(reading: Reading, node: yaml.Node, what: str) -> Source:
    name, _ = scalars.written(node, reading.file, what, "a source's id")
    if name not in reading.sources:
        says = (
            f"found {shown(node)} for {what}",
            "an id from 'sources'",
            f"{did_you_mean(name, list(reading.sources))}",
        )
        raise reading.wrong(node, says)
    reading.cited.add(name)
    return reading.sources[name]
