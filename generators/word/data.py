"""The data part: one small XML file inside each document that holds what is filled in.

A blank's path names its place: `event.date` becomes /data/event/date, and the number in
`lists.actions.2.what` picks the second `item` of the list.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

from generators.blocks import BlankKind
from generators.word.markup import Xml, escape, join

NAMESPACE = "urn:klantarena:event:1"
PREFIXES = f"xmlns:k='{NAMESPACE}'"
# Which data part a control belongs to; the same in every file, as each file has one.
STORE = "{" + str(uuid5(NAMESPACE_URL, NAMESPACE)).upper() + "}"

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")

# What a node holds until somebody fills it in: an open checkbox is a no, all else is empty.
_EMPTY: dict[BlankKind, str] = {
    "text": "",
    "long": "",
    "date": "",
    "choice": "",
    "checkbox": "false",
}


@dataclass(slots=True)
class _Node:
    """One element of the data part: what it holds, or what lies below it."""

    kind: BlankKind | None = None
    held: str = ""
    children: dict[str, "_Node"] = field(default_factory=dict)


@dataclass(slots=True)
class DataPart:
    """What one document asks for, gathered while its controls are written."""

    _root: _Node = field(default_factory=_Node)

    def bind(self, path: str, kind: BlankKind, held: str = "") -> str:
        """Give the XPath of the one node that `path` names, and see to it that it holds `held`."""
        xpath, node = self._node(path)
        if node.children:
            raise ValueError(f"{path!r} is a blank and a group; give one of the two another name")
        if node.kind is not None and _EMPTY[node.kind] != _EMPTY[kind]:
            raise ValueError(f"{path!r} is a {node.kind} in one place and a {kind} in another")
        if node.kind is not None and node.held != held:
            raise ValueError(f"{path!r} is filled in differently in two places; make them the same")
        node.kind, node.held = node.kind or kind, held
        return xpath

    def bind_rows(self, path: str, rows: int) -> str:
        """Give the XPath of all rows of the list that `path` names; it has so many rows."""
        xpath, _ = self._node(path)
        self._node(f"{path}.{rows}")
        return f"{xpath}/k:item"

    def _node(self, path: str) -> tuple[str, _Node]:
        node = self._root
        steps = ["/k:data[1]"]
        for segment in path.split("."):
            steps.append(_step(path, segment))
            if node.kind is not None:
                raise ValueError(f"{path!r} lies below a blank; give one of the two another name")
            node = node.children.setdefault(segment, _Node())
        return "".join(steps), node

    @property
    def is_empty(self) -> bool:
        """Whether the document asks for nothing, as one to fill in with a pen."""
        return not self._root.children

    def xml(self, about: Mapping[str, str]) -> Xml:
        """Give the data part itself, as it is before anybody fills anything in.

        `about` says what document this is, for whoever fills it in later.
        """
        said = "".join(f' {name}="{escape(value)}"' for name, value in about.items())
        return Xml(
            '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
            f'<k:data xmlns:k="{NAMESPACE}"{said}>{_content(self._root)}</k:data>'
        )


def _step(path: str, segment: str) -> str:
    if _NUMBER.fullmatch(segment):
        return f"/k:item[{segment}]"
    if _NAME.fullmatch(segment):
        return f"/k:{segment}[1]"
    raise ValueError(
        f"{path!r} is no path; write names of a-z, 0-9 and _ with dots between them, "
        "and row numbers from 1"
    )


def _content(node: _Node) -> Xml:
    if node.kind is not None:
        return escape(node.held) if node.held else Xml(_EMPTY[node.kind])
    numbers = [int(name) for name in node.children if name.isdigit()]
    rows = (
        Xml(f"<k:item>{_content(node.children.get(str(number), _Node()))}</k:item>")
        for number in range(1, max(numbers, default=0) + 1)
    )
    named = (
        Xml(f"<k:{name}{_usual(child)}>{_content(child)}</k:{name}>")
        for name, child in node.children.items()
        if not name.isdigit()
    )
    return Xml(join(rows) + join(named))


def _usual(node: _Node) -> Xml:
    """Give the mark of a node that holds something from the beginning, to come back to."""
    return Xml(f' usual="{escape(node.held)}"' if node.held else "")
