"""The controls of a part, whoever wrote them: found, understood, and marked for filling in.

The names of elements are those of ISO 29500-1 (17.5.2, structured document tags) and of the
extensions [MS-DOCX] 2.5 (checkboxes) and 2.6 (repeating sections).
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from generators.fill.content import Level, empty, fill, parts, show, tick
from generators.fill.marks import Marks, Place
from generators.fill.names import W14, W15, W, all_in, put_after, take_out, value
from generators.fill.pieces import Answer, Choice, Day, Line, Lines, Paragraphs, Tick
from generators.word.data import PREFIXES
from handbook.model import Language
from macros.calendar_names import LONG_DATE
from macros.fields import placeholder

PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+", re.ASCII)
_BOUND = re.compile(r"/k:data\[1\]((?:/k:[a-z0-9_]+\[1\])+)")
_BOUND_IN_ROW = re.compile(
    r"/k:data\[1\]/k:(lists)\[1\]/k:([a-z0-9_]+)\[1\]/k:item\[([1-9][0-9]*)\]/k:([a-z0-9_]+)\[1\]"
)
_OTHER_KINDS = all_in(
    W, "picture", "docPartObj", "docPartList", "group", "equation", "citation", "bibliography"
)
_TRUE = ("1", "true", "on")
_BLOCKS = all_in(W, "p", "tbl")
_IN_A_LINE = all_in(W, "p", "hyperlink", "ins", "fldSimple", "smartTag", "moveTo")
_TAKEN_BACK = all_in(W, "del", "moveFrom")
# What may stand once in a document, and so not again in a row that is copied.
_ONCE = all_in(
    W,
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


@dataclass(slots=True)
class Columns:
    """The columns of a list that are bound, in the order in which they were met."""

    rows: int = 0
    empty: dict[str, str] = field(default_factory=dict)
    """What each of them holds when it is empty."""


@dataclass(frozen=True, slots=True)
class Package:
    """What the controls of all parts share."""

    placeholders: Mapping[str, str]
    """The texts of the glossary's building blocks, by name."""
    usual: Mapping[str, str]
    """What the data part says a path holds until something is filled in."""
    language: Language
    bound: dict[str, str] = field(default_factory=dict)
    """The paths that are bound, each with what it holds when it is empty, in order."""
    columns: dict[str, Columns] = field(default_factory=dict)
    """The lists with repeating rows, and what is bound in them."""
    labels: dict[str, str] = field(default_factory=dict)
    """What each path is called, in the order in which they were met."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a control stands, when it stands in a row of a list."""

    name: str
    number: str
    added: bool = False


def mark(root: etree._Element, marks: Marks, package: Package) -> None:
    """Mark every control of a part, and note in `package` what they ask for."""
    for control in list(_outermost(root)):
        _mark(control, marks, package, None)


def identifiers(root: etree._Element) -> Iterator[int]:
    """Yield the numbers of the controls of a part."""
    for element in root.iterfind(f".//{W}sdtPr/{W}id"):
        number = element.get(f"{W}val", "")
        if re.fullmatch(r"-?[0-9]{1,10}", number, re.ASCII):
            yield int(number)


def building_blocks(glossary: etree._Element) -> dict[str, str]:
    """Return the texts of a glossary's building blocks, by name."""
    found: dict[str, str] = {}
    for block in glossary.iter(f"{W}docPart"):
        name = block.find(f"{W}docPartPr/{W}name")
        body = block.find(f"{W}docPartBody")
        if name is not None and body is not None:
            text = "".join(run.text or "" for run in body.iter(f"{W}t"))
            found.setdefault(value(name), text)
    return found


def xpath(path: str) -> str:
    """Return the canonical XPath of a cell of a list in the data part."""
    lists, name, row, column = path.split(".")
    return f"/k:data[1]/k:{lists}[1]/k:{name}[1]/k:item[{row}]/k:{column}[1]"


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the controls in an element that lie in no other control within it."""
    for child in element:
        if child.tag == f"{W}sdt":
            yield child
        else:
            yield from _outermost(child)


def _mark(control: etree._Element, marks: Marks, package: Package, row: _Row | None) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if content is None:
        return
    path = "" if properties is None else _path(properties)
    if properties is None or not path:
        _mark_inside(content, marks, package, row)
    elif properties.find(f"{W15}repeatingSection") is not None:
        names = path.split(".")
        if len(names) == 2 and names[0] == "lists" and row is None:
            _mark_rows(content, names[1], marks, package)
        else:
            _mark_inside(content, marks, package, row)
    elif properties.find(f"{W15}repeatingSectionItem") is not None:
        _mark_inside(content, marks, package, row)
    else:
        path = _in_row(properties, path, row, marks)
        answer = _answer(properties, package.language)
        level = _level(control, content)
        if answer is None or level is None or _is_taken_back(control):
            _mark_inside(content, marks, package, row)
        else:
            _mark_slot(control, path, answer, level, marks, package, row)


def _mark_inside(content: etree._Element, marks: Marks, package: Package, row: _Row | None) -> None:
    for control in list(_outermost(content)):
        _mark(control, marks, package, row)


def _mark_rows(content: etree._Element, name: str, marks: Marks, package: Package) -> None:
    items = [child for child in content if _is_item(child)]
    if not items:
        _mark_inside(content, marks, package, None)
        return
    spare = _copied(items[-1], marks)
    columns = package.columns.setdefault(name, Columns())
    columns.rows = max(columns.rows, len(items))
    items[0].addprevious(marks.mark(f"rows {marks.noted(name)}"))
    for number, item in enumerate(items, start=1):
        item.addprevious(marks.mark("item"))
        _number(item, name, str(number))
        _mark(item, marks, package, _Row(name, str(number)))
    put_after(items[-1], marks.mark("spare"), spare, marks.mark("end"))
    _number(spare, name, marks.hole("row"))
    _mark(spare, marks, package, _Row(name, marks.hole("row"), added=True))


def _is_item(element: etree._Element) -> bool:
    return (
        element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None
    )


def _number(item: etree._Element, name: str, number: str) -> None:
    tag = item.find(f"{W}sdtPr/{W}tag")
    if tag is not None:
        tag.set(f"{W}val", f"lists.{name}.{number}")


def _copied(item: etree._Element, marks: Marks) -> etree._Element:
    """Return a copy of a row, without what may stand in a document only once."""
    copy = deepcopy(item)
    copy.tail = None
    for element in [*copy.iter(*_ONCE)]:
        take_out(element)
    for element in copy.iter(etree.Element):
        for name in ("paraId", "textId"):
            element.attrib.pop(f"{W14}{name}", None)
    for identifier in copy.iterfind(f".//{W}sdtPr/{W}id"):
        identifier.set(f"{W}val", marks.hole("identifier"))
    return copy


def _in_row(properties: etree._Element, path: str, row: _Row | None, marks: Marks) -> str:
    """Return the path of a control: in a row, that of the row in which it really stands."""
    steps = path.split(".")
    tag = properties.find(f"{W}tag")
    if tag is None or row is None or len(steps) != 4 or steps[:2] != ["lists", row.name]:
        return path
    written = f"lists.{row.name}.{row.number}.{steps[3]}"
    tag.set(f"{W}val", written)
    for binding in _bindings(properties):
        binding.set(f"{W}prefixMappings", PREFIXES)
        binding.set(f"{W}xpath", xpath(written))
    return written.replace(marks.hole("row"), "*")


def _mark_slot(
    control: etree._Element,
    path: str,
    answer: Answer,
    level: Level,
    marks: Marks,
    package: Package,
    row: _Row | None,
) -> None:
    properties, content = parts(control)
    nothing = "false" if isinstance(answer, Tick) else ""
    if "*" not in path:
        package.labels.setdefault(path, value(properties.find(f"{W}alias")) or path)
    if _is_bound(properties):
        _note_bound(path, nothing, package, row)
    usual = package.usual.get(path)
    reset, filled = deepcopy(control), deepcopy(control)
    reset.tail = filled.tail = None
    following = [marks.mark("reset"), reset, marks.mark("filled")]
    if isinstance(answer, Tick):
        ticked = deepcopy(filled)
        tick(reset, level, ticked=False)
        tick(filled, level, ticked=False)
        tick(ticked, level, ticked=True)
        following += [filled, marks.mark("ticked"), ticked]
    else:
        if usual is None:
            empty(reset, level, _placeholder(properties, path, package))
        else:
            show(reset, level, usual)
        fill(filled, answer, level, marks)
        following.append(filled)
    marks.places.append(Place(path, answer, nothing if usual is None else usual))
    control.addprevious(marks.mark(f"slot {len(marks.places) - 1}"))
    put_after(control, *following, marks.mark("end"))
    if row is not None and row.added:
        # Nothing was there: a row that is added has no earlier text to keep.
        take_out(control)
    else:
        _mark_inside(content, marks, package, row)


def _note_bound(path: str, nothing: str, package: Package, row: _Row | None) -> None:
    steps = path.split(".")
    if row is not None and steps[:2] == ["lists", row.name]:
        package.columns[row.name].empty.setdefault(steps[3], nothing)
    if "*" not in path:
        package.bound.setdefault(path, nothing)


def _placeholder(properties: etree._Element, path: str, package: Package) -> str:
    block = value(properties.find(f"{W}placeholder/{W}docPart"))
    known = package.placeholders.get(block)
    return known or placeholder(value(properties.find(f"{W}alias")) or path)


# What a control is


def _path(properties: etree._Element) -> str:
    """Return the path of a control; nothing where it is none of ours.

    It is its tag. LibreOffice leaves tags out when it saves a file, but keeps what a control is
    bound to, and puts a second control around some; the one that knows its kind is ours.
    """
    tag = properties.find(f"{W}tag")
    if tag is not None:
        return value(tag) if PATH.fullmatch(value(tag)) else ""
    binding = properties.find(f"{W}dataBinding")
    if binding is None or isinstance(_answer(properties, "nl"), Paragraphs):
        return ""
    if binding.get(f"{W}prefixMappings", "").strip() != PREFIXES:
        return ""
    bound = binding.get(f"{W}xpath", "")
    if row := _BOUND_IN_ROW.fullmatch(bound):
        path = ".".join(row.groups())
    elif names := _BOUND.fullmatch(bound):
        path = names[1].replace("/k:", ".").replace("[1]", "")[1:]
    else:
        return ""
    return path if PATH.fullmatch(path) else ""


def _answer(properties: etree._Element, language: Language) -> Answer | None:
    if any(child.tag in _OTHER_KINDS for child in properties):
        return None
    text = properties.find(f"{W}text")
    if text is not None:
        return Lines() if text.get(f"{W}multiLine") in _TRUE else Line()
    day = properties.find(f"{W}date")
    if day is not None:
        pattern = value(day.find(f"{W}dateFormat")) or LONG_DATE
        spoken = value(day.find(f"{W}lid"))[:2].lower()
        return Day(pattern, "nl" if spoken == "nl" else "en" if spoken == "en" else language)
    for kind in ("dropDownList", "comboBox"):
        listed = properties.find(f"{W}{kind}")
        if listed is not None:
            return Choice(_labels(listed))
    if properties.find(f"{W14}checkbox") is not None:
        return Tick(())
    return Paragraphs()


def _labels(listed: etree._Element) -> dict[str, str]:
    labels: dict[str, str] = {}
    for item in listed.iterfind(f"{W}listItem"):
        value = item.get(f"{W}value", "")
        labels.setdefault(value, item.get(f"{W}displayText") or value)
    return labels


def _level(control: etree._Element, content: etree._Element) -> Level | None:
    first = next((child.tag for child in content if isinstance(child.tag, str)), None)
    if first is not None:
        if first == f"{W}tr":
            return None
        return "cell" if first == f"{W}tc" else "block" if first in _BLOCKS else "line"
    parent = control.getparent()
    if parent is None or parent.tag in _IN_A_LINE:
        return "line"
    return None if parent.tag == f"{W}tr" else "block"


def _is_taken_back(control: etree._Element) -> bool:
    return next(control.iterancestors(*_TAKEN_BACK), None) is not None


def _bindings(properties: etree._Element) -> list[etree._Element]:
    return properties.findall(f"{W}dataBinding")


def _is_bound(properties: etree._Element) -> bool:
    return any(
        etree.QName(child).localname == "dataBinding"
        for child in properties
        if isinstance(child.tag, str)
    )
