"""The data part of a file: what it says about its document, and its nodes marked for filling in.

Word keeps each control and its node the same; so do we.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generators.fill.controls import Columns, Package
from generators.fill.marks import Marks
from generators.fill.names import put_after
from generators.word.data import NAMESPACE
from handbook.model import Language

_K = f"{{{NAMESPACE}}}"
_ITEM = f"{_K}item"


@dataclass(frozen=True, slots=True)
class About:
    """What a data part says about its document."""

    template: str = ""
    language: Language | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    """The choices that its text depends on, each with the mode it is written for."""
    filled: frozenset[str] = frozenset()
    """The paths that were filled in before."""
    usual: Mapping[str, str] = field(default_factory=dict)
    """What a path holds until something is filled in."""


def is_data(root: etree._Element) -> bool:
    """Tell whether a part is a data part of ours."""
    return root.tag == f"{_K}data"


def about(root: etree._Element) -> About:
    """Return what a data part says about its document."""
    spoken = root.get("language")
    return About(
        template=root.get("template", ""),
        language="nl" if spoken == "nl" else "en" if spoken == "en" else None,
        choices={name: mode for name in ("round2", "round3") if (mode := root.get(name))},
        filled=frozenset(root.get("filled", "").split()),
        usual={path: usual for path, node in _nodes(root, "") if (usual := node.get("usual"))},
    )


def mark_data(root: etree._Element, marks: Marks, package: Package) -> None:
    """Mark the nodes of a data part; what a bound control lacks is made."""
    for path, nothing in package.bound.items():
        _node(root, path, nothing)
    for name, columns in package.columns.items():
        if columns.empty:
            _complete(root, name, columns)
    for path, node in list(_nodes(root, "")):
        _mark_node(node, path, marks)
    for name, columns in package.columns.items():
        if columns.empty:
            _mark_rows(root, name, columns, marks)
    root.set("filled", marks.hole("filled"))


def _nodes(parent: etree._Element, path: str) -> Iterator[tuple[str, etree._Element]]:
    """Yield the nodes that hold text, each with its path."""
    items = 0
    for child in parent:
        if not (isinstance(child.tag, str) and child.tag.startswith(_K)):
            continue
        step = child.tag.removeprefix(_K)
        if child.tag == _ITEM:
            items += 1
            step = str(items)
        below = f"{path}.{step}" if path else step
        if next(child.iterchildren(etree.Element), None) is None:
            yield below, child
        else:
            yield from _nodes(child, below)


def _node(root: etree._Element, path: str, nothing: str) -> etree._Element:
    """Return the node of a path; it is made where it is not there."""
    node = root
    for step in path.split("."):
        if step.isdigit():
            items = node.findall(_ITEM)
            while len(items) < int(step):
                items.append(etree.SubElement(node, _ITEM))
            node = items[int(step) - 1]
        else:
            known = node.find(f"{_K}{step}")
            if known is None:
                known = etree.SubElement(node, f"{_K}{step}")
                known.text = nothing if step == path.rsplit(".", 1)[-1] else None
            node = known
    return node


def _complete(root: etree._Element, name: str, columns: Columns) -> None:
    """Give each row of a list all columns that are bound."""
    listed = _node(root, f"lists.{name}", "")
    for row in range(1, max(columns.rows, len(listed.findall(_ITEM))) + 1):
        for column, nothing in columns.empty.items():
            _node(root, f"lists.{name}.{row}.{column}", nothing)


def _mark_node(node: etree._Element, path: str, marks: Marks) -> None:
    begin, end = marks.mark(f"held {marks.noted(path)}"), marks.mark("end")
    begin.tail, node.text = node.text, None
    node.insert(0, begin)
    node.append(end)


def _mark_rows(root: etree._Element, name: str, columns: Columns, marks: Marks) -> None:
    items = _node(root, f"lists.{name}", "").findall(_ITEM)
    items[0].addprevious(marks.mark(f"rows {marks.noted(name)}"))
    for item in items:
        item.addprevious(marks.mark("item"))
    spare = etree.Element(_ITEM, nsmap={root.prefix: NAMESPACE})
    put_after(items[-1], marks.mark("spare"), spare, marks.mark("end"))
    for column, nothing in columns.empty.items():
        node = etree.SubElement(spare, f"{_K}{column}")
        node.text = nothing
        _mark_node(node, f"lists.{name}.*.{column}", marks)
