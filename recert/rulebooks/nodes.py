"""Take YAML apart into nodes that know their line, and refuse what a reader could take for something else."""

from __future__ import annotations

from difflib import get_close_matches

import yaml
from yaml._yaml import CParser

Pairs = dict[str, tuple[yaml.ScalarNode, yaml.Node]]
"""Key → the key's own node and the value's node."""

Says = tuple[str, str, str]
"""What was found, what was wanted, what to do."""

YES_OR_NO = {"y", "n", "yes", "no", "on", "off", "true", "false"}
"""Words that YAML 1.1 reads as a yes or a no, wherever they stand without quotes."""


class RulebookWrong(ValueError):
    """A rulebook that cannot be believed: the message says where, what was found, what was wanted and what to do."""

    def __init__(self, file: str, line: int, says: Says) -> None:
        found, wanted, do = says
        super().__init__(f"{file}:{line}: {found}; wanted {wanted}; {do}")
        self.file, self.line = file, line


class _Composer(CParser):
    """libyaml without guessing: every plain word stays text, and what it means is for its field to say."""

    def __init__(self, stream: str) -> None:
        CParser.__init__(self, stream)

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Nothing is resolved, so nothing is remembered on the way down."""

    def ascend_resolver(self) -> None:
        """Nothing is resolved, so nothing is forgotten on the way up."""


def line_of(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def compose(text: str, file: str) -> yaml.Node:
    """Read YAML text into its root node.

    :raises RulebookWrong: when it is not one well-formed YAML document.
    """
    try:
        root = _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        told = ", ".join(filter(None, (error.context, error.problem)))
        says = (f"the YAML cannot be read: {told}", "one well-formed document", "correct this line")
        raise RulebookWrong(file, mark.line + 1 if mark else 1, says) from None
    except yaml.reader.ReaderError as error:
        says = (f"found a character YAML does not allow ({error.character!r})", "plain text", "take it out")
        raise RulebookWrong(file, text.count("\n", 0, error.position) + 1, says) from None
    if root is None:
        raise RulebookWrong(
            file, 1, ("the file is empty", "a rulebook", "write at least credential, name and certifier")
        )
    return root


def pairs(node: yaml.Node, file: str, what: str) -> Pairs:
    """Read a mapping's keys, each once; `<<: *name` fills in what the mapping does not say itself."""
    return _pairs(node, file, what, ())


def _pairs(node: yaml.Node, file: str, what: str, merging: tuple[yaml.Node, ...]) -> Pairs:
    if not isinstance(node, yaml.MappingNode) or node.tag:
        raise RulebookWrong(
            file, line_of(node), (f"found {shown(node)} for {what}", "keys with values", "write key: value")
        )
    if node in merging:
        raise RulebookWrong(
            file, line_of(node), (f"{what} is merged into itself", "another block", "name an earlier one")
        )
    own: Pairs = {}
    merged: Pairs = {}
    for key, value in node.value:
        name = _key(key, file, what)
        if name == "<<":
            merged |= _pairs(value, file, what, (*merging, node))
        elif name in own:
            first = line_of(own[name][0])
            says = (
                f"the key '{name}' is written twice in {what}, first on line {first}",
                "it once",
                "keep one of them",
            )
            raise RulebookWrong(file, line_of(key), says)
        else:
            own[name] = (key, value)
    return merged | own


def _key(key: yaml.Node, file: str, what: str) -> str:
    if not isinstance(key, yaml.ScalarNode) or key.tag:
        raise RulebookWrong(
            file, line_of(key), (f"found {shown(key)} as a key in {what}", "a plain word", "write key: value")
        )
    if not key.style and key.value.lower() in YES_OR_NO:
        says = (f"the key '{key.value}' in {what} reads as a yes or a no in YAML", "a field's name", "use another word")
        raise RulebookWrong(file, line_of(key), says)
    return str(key.value)


def items(node: yaml.Node, file: str, what: str) -> list[yaml.Node]:
    """Read a list's items."""
    if not isinstance(node, yaml.SequenceNode) or node.tag:
        raise RulebookWrong(file, line_of(node), (f"found {shown(node)} for {what}", "a list", "write [a, b] or - a"))
    return list(node.value)


def shown(node: yaml.Node) -> str:
    """Say in words what stands at a node."""
    if node.tag:
        return f"the tag {node.tag}"
    if isinstance(node, yaml.MappingNode):
        return "a block of keys"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return f"'{node.value}'" if node.value else "nothing"


def did_you_mean(found: str, known: list[str]) -> str:
    """Name the nearest right word, or all of them when none is near."""
    near = get_close_matches(found, known, 1, 0.6)
    return f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(known)}"
