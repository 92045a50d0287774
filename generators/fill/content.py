"""What a control shows: put into a copy of it, emptied or filled in."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Literal

from lxml import etree

from generators.fill.marks import Marks
from generators.fill.names import SPACE, W14, W, all_in, take_out, value
from generators.fill.pieces import Answer, Day, Lines, Paragraphs
from generators.word.controls import CROSSED_BOX, OPEN_BOX

Level = Literal["line", "block", "cell"]
Put = Callable[[etree._Element], None]

PLACEHOLDER = "PlaceholderText"
_BEFORE_SHOWING = frozenset(
    all_in(W, "rPr", "alias", "tag", "id", "lock", "placeholder", "temporary")
)
_TRACKED = all_in(W, "ins", "del", "moveFrom", "moveTo", "rPrChange")
_OF_SYMBOL_FONTS = range(0xE000, 0xF900)


def fill(control: etree._Element, answer: Answer, level: Level, marks: Marks) -> None:
    """Make a control one that is filled in, with holes for what comes."""
    properties, content = parts(control)
    letters = _letters(properties, content)
    _no_placeholder(properties)
    if isinstance(answer, Day):
        day = properties.find(f"{W}date")
        if day is not None:
            day.set(f"{W}fullDate", f"{marks.hole('day')}T00:00:00Z")

    def run(parent: etree._Element) -> None:
        made = _run(parent, letters)
        if isinstance(answer, Lines) or (isinstance(answer, Paragraphs) and level == "line"):
            made.append(marks.mark("lines"))
            _text(made, marks.hole("text"))
            made.append(marks.mark("between"))
            etree.SubElement(made, f"{W}br")
            made.append(marks.mark("end"))
        else:
            _text(made, marks.hole("text"))

    if isinstance(answer, Paragraphs) and level != "line":
        around = (marks.mark("lines"), marks.mark("between"), marks.mark("end"))
        _put(content, level, run, around)
    else:
        _put(content, level, run)


def show(control: etree._Element, level: Level, text: str) -> None:
    """Make a control show a text as if it had been typed."""
    properties, content = parts(control)
    letters = _letters(properties, content)
    _no_placeholder(properties)
    _put(content, level, lambda parent: _text(_run(parent, letters), text))


def empty(control: etree._Element, level: Level, placeholder: str) -> None:
    """Make a control show its placeholder again."""
    properties, content = parts(control)
    day = properties.find(f"{W}date")
    if day is not None:
        day.attrib.pop(f"{W}fullDate", None)
    for kind in all_in(W, "dropDownList", "comboBox"):
        listed = properties.find(kind)
        if listed is not None:
            listed.attrib.pop(f"{W}lastValue", None)
    _no_placeholder(properties)
    known = [child for child in properties if child.tag in _BEFORE_SHOWING]
    showing = etree.SubElement(properties, f"{W}showingPlcHdr")
    if known:
        known[-1].addnext(showing)
    else:
        properties.insert(0, showing)

    def run(parent: etree._Element) -> None:
        made = etree.SubElement(parent, f"{W}r")
        style = etree.SubElement(etree.SubElement(made, f"{W}rPr"), f"{W}rStyle")
        style.set(f"{W}val", PLACEHOLDER)
        _text(made, placeholder)

    _put(content, level, run)


def tick(control: etree._Element, level: Level, *, ticked: bool) -> None:
    """Make a checkbox one that is ticked, or open."""
    properties, content = parts(control)
    letters = _letters(properties, content)
    _no_placeholder(properties)
    box = properties.find(f"{W14}checkbox")
    if box is None:
        return
    checked = box.find(f"{W14}checked")
    if checked is None:
        checked = etree.SubElement(box, f"{W14}checked")
        box.insert(0, checked)
    checked.set(f"{W14}val", "1" if ticked else "0")
    state = box.find(f"{W14}checkedState" if ticked else f"{W14}uncheckedState")
    usual = f"{ord(CROSSED_BOX if ticked else OPEN_BOX):04X}"
    code = usual if state is None else state.get(f"{W14}val", usual)
    font = "" if state is None else state.get(f"{W14}font", "")

    def run(parent: etree._Element) -> None:
        made = _run(parent, letters)
        sign = _character(code) or _character(usual)
        if ord(sign) in _OF_SYMBOL_FONTS:
            symbol = etree.SubElement(made, f"{W}sym")
            symbol.set(f"{W}font", font)
            symbol.set(f"{W}char", code)
        else:
            _text(made, sign)

    _put(content, level, run)


def parts(control: etree._Element) -> tuple[etree._Element, etree._Element]:
    """Return the properties and the content of a control that has both."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if properties is None or content is None:
        raise ValueError("a control without properties or content cannot be filled in")
    return properties, content


def _character(code: str) -> str:
    try:
        number = int(code, 16)
        return chr(number) if number >= ord(" ") and not 0xD800 <= number < 0xE000 else ""
    except (ValueError, OverflowError):
        return ""


def _no_placeholder(properties: etree._Element) -> None:
    for showing in properties.findall(f"{W}showingPlcHdr"):
        take_out(showing)


def _letters(properties: etree._Element, content: etree._Element) -> etree._Element | None:
    """Return the properties of the run that is to come: those of the one that was there."""
    shows_placeholder = properties.find(f"{W}showingPlcHdr") is not None
    first = next(content.iter(f"{W}r"), None)
    letters = first.find(f"{W}rPr") if first is not None else None
    if letters is not None:
        letters = _without(letters, _TRACKED)
        style = letters.find(f"{W}rStyle")
        if style is not None and (shows_placeholder or value(style) == PLACEHOLDER):
            take_out(style)
        if _has_elements(letters):
            return letters
    own = properties.find(f"{W}rPr")
    letters = None if own is None else _without(own, _TRACKED)
    return letters if letters is not None and _has_elements(letters) else None


def _without(element: etree._Element, names: Sequence[str]) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    for child in list(copy):
        if child.tag in names:
            take_out(child)
    return copy


def _has_elements(element: etree._Element) -> bool:
    return any(isinstance(child.tag, str) for child in element)


def _run(parent: etree._Element, letters: etree._Element | None) -> etree._Element:
    made = etree.SubElement(parent, f"{W}r")
    if letters is not None:
        made.append(deepcopy(letters))
    return made


def _text(run: etree._Element, text: str) -> None:
    made = etree.SubElement(run, f"{W}t")
    made.set(SPACE, "preserve")
    made.text = text


def _put(
    content: etree._Element,
    level: Level,
    run: Put,
    around: tuple[etree._Element, etree._Element, etree._Element] | None = None,
) -> None:
    """Replace what a control shows; `around` are the marks of a paragraph for each line."""
    if level == "line":
        _clear(content)
        run(content)
        return
    like = next(content.iter(f"{W}p"), None)
    described = _paragraph_properties(like)
    place = content
    if level == "cell":
        place = next(content.iterchildren(f"{W}tc"))
        kept = place.find(f"{W}tcPr")
        _clear(place)
        if kept is not None:
            kept.tail = None
            place.append(kept)
    else:
        _clear(content)
    if around is not None:
        place.append(around[0])
    paragraph = etree.SubElement(place, f"{W}p")
    if described is not None:
        paragraph.append(described)
    run(paragraph)
    if around is not None:
        place.extend(around[1:])


def _clear(element: etree._Element) -> None:
    """Take away all children and text, but not the attributes."""
    del element[:]
    element.text = None


def _paragraph_properties(paragraph: etree._Element | None) -> etree._Element | None:
    found = None if paragraph is None else paragraph.find(f"{W}pPr")
    if found is None:
        return None
    copy = _without(found, all_in(W, "sectPr", "pPrChange"))
    letters = copy.find(f"{W}rPr")
    if letters is not None:
        for child in list(letters):
            if child.tag in _TRACKED:
                take_out(child)
        if not _has_elements(letters):
            take_out(letters)
    return copy if _has_elements(copy) else None
