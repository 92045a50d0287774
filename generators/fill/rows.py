"""The rows of a list in a document: numbered, and as many as the values ask for."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy

from generators.fill.controls import (
    W14,
    W15,
    Element,
    attribute,
    child,
    content,
    properties,
    tag_of,
    word,
)

NAMESPACE = "urn:klantarena:event:1"

_LIST = re.compile(r"lists\.([a-z0-9_]+)")
_CELL = re.compile(r"lists\.([a-z0-9_]+)\.([1-9][0-9]*)\..*")
# Marks that can stand in one place of a document only.
_MARKS = [
    word(name)
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
        "commentReference",
        "footnoteReference",
        "endnoteReference",
    )
]
_FIRST_NEW_ID = 1000001


def rows_asked(values: Mapping[str, str]) -> dict[str, int]:
    """Return for each list the number of its last row with a value."""
    rows: dict[str, int] = {}
    for path, value in values.items():
        found = _CELL.fullmatch(path)
        if found and value:
            rows[found[1]] = max(rows.get(found[1], 0), int(found[2]))
    return rows


def rows_there(roots: Iterable[Element]) -> dict[str, int]:
    """Return for each list that can grow how many rows the document has of it, at the least."""
    rows: dict[str, int] = {}
    for root in roots:
        for section, name in _sections(root):
            there = len(_items(section))
            rows[name] = min(rows.get(name, there), there)
    return rows


def grow(
    roots: Iterable[Element], rows: Mapping[str, int]
) -> tuple[set[Element], set[int], set[int]]:
    """Count the rows of every list and add those that are asked for.

    Returns the controls that were added, and which of `roots`, by place, were numbered anew, and
    which have grown.
    """
    listed = list(roots)
    used = {
        attribute(child(held, "id"), "val") for root in listed for held in root.iter(word("sdtPr"))
    }
    following = _FIRST_NEW_ID
    added: set[Element] = set()
    numbered: set[int] = set()
    grown: set[int] = set()
    for place, root in enumerate(listed):
        for section, name in list(_sections(root)):
            items = _items(section)
            if not items:
                continue
            last = items[-1]
            pattern = deepcopy(last)
            pattern.tail = None
            for row, item in enumerate(items, start=1):
                if _number(item, name, row):
                    numbered.add(place)
            for row in range(len(items) + 1, rows.get(name, 0) + 1):
                copy = _fresh(pattern)
                _number(copy, name, row)
                for held in copy.iter(word("sdtPr")):
                    while str(following) in used:
                        following += 1
                    known = child(held, "id")
                    if known is not None:
                        known.set(word("val"), str(following))
                        following += 1
                last.addnext(copy)
                last = copy
                grown.add(place)
                added.update(copy.iter(word("sdt")))
    return added, numbered, grown


def xpath(path: str) -> str:
    """Return the XPath of the one node of the data part that a path names."""
    steps = (f"/k:item[{step}]" if step.isdigit() else f"/k:{step}[1]" for step in path.split("."))
    return "/k:data[1]" + "".join(steps)


def _sections(root: Element) -> Iterable[tuple[Element, str]]:
    for section in root.iter(word("sdt")):
        named = _LIST.fullmatch(tag_of(section))
        if named and child(properties(section), "repeatingSection", W15) is not None:
            yield section, named[1]


def _items(section: Element) -> list[Element]:
    inside = content(section)
    return [
        item
        for item in (() if inside is None else inside.findall(word("sdt")))
        if child(properties(item), "repeatingSectionItem", W15) is not None
    ]


def _number(item: Element, name: str, row: int) -> bool:
    """Write the number of a row in its tags and bindings; tell whether that changed anything."""
    changed = False
    column_of = re.compile(rf"lists\.{name}\..+\.([a-z0-9_]+)")
    inside = content(item)
    controls = [] if inside is None else list(inside.iter(word("sdt")))
    for control in (item, *controls):
        path = f"lists.{name}.{row}"
        tag = child(properties(control), "tag")
        if control is not item:
            column = column_of.fullmatch(attribute(tag, "val") or "")
            if not column:
                continue
            path += f".{column[1]}"
        if tag is None:
            continue
        changed |= _set(tag, word("val"), path)
        binding = None if control is item else child(properties(control), "dataBinding")
        if binding is not None:
            changed |= _set(binding, word("prefixMappings"), f"xmlns:k='{NAMESPACE}'")
            changed |= _set(binding, word("xpath"), xpath(path))
    return changed


def _set(element: Element, name: str, value: str) -> bool:
    if element.get(name) == value:
        return False
    element.set(name, value)
    return True


def _fresh(item: Element) -> Element:
    """Return a copy of a row without the marks that can stand in one place only."""
    copy = deepcopy(item)
    for element in copy.iter("*"):
        for name in ("paraId", "textId"):
            element.attrib.pop(f"{{{W14}}}{name}", None)
    for mark in list(copy.iter(*_MARKS)):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    return copy
