"""Content controls in the XML of a part: what they are, and what they hold.

ISO 29500-1, 17.5.2 (structured document tags). The browser's half is word-fill.js: a test holds
the two equal.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from lxml import etree

from generators.fill.days import is_day, written_day
from handbook.values import clean, one_line

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
TIMES = "times."

DAY = "0000-00-00T00:00:00Z"
"""Where the day comes in a control that is ready to be filled."""
WORDS, PARAGRAPH = "klantarena-words", "klantarena-paragraph"
"""Marks in such a control; no document has elements of these names."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTAINERS = {"repeatingSection", "repeatingSectionItem"}
_LEFT_ALONE = _CONTAINERS | {
    "picture",
    "docPartObj",
    "docPartList",
    "group",
    "equation",
    "citation",
    "bibliography",
}
_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
# The children of w:sdtPr that stand before w:showingPlcHdr.
_BEFORE_SHOWING = {"rPr", "alias", "tag", "id", "lock", "placeholder", "temporary"}
_PRIVATE_USE = range(0xE000, 0xF900)

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Value:
    """What a control takes of a value: what it shows, and what its data node holds."""

    shown: str
    data: str


def word(name: str) -> str:
    """Return the name of an element of Word's own."""
    return f"{{{W}}}{name}"


def child(element: Element | None, name: str, namespace: str = W) -> Element | None:
    """Return the first child of this name."""
    return None if element is None else element.find(f"{{{namespace}}}{name}")


def attribute(element: Element | None, name: str, namespace: str = W) -> str | None:
    """Return an attribute, which belongs to a namespace as all of Word's do."""
    return None if element is None else element.get(f"{{{namespace}}}{name}")


def properties(control: Element) -> Element | None:
    """Return what a control says about itself."""
    return child(control, "sdtPr")


def content(control: Element) -> Element | None:
    """Return what a control holds."""
    return child(control, "sdtContent")


def tag_of(control: Element) -> str:
    """Return the tag of a control."""
    return attribute(child(properties(control), "tag"), "val") or ""


def path_of(control: Element) -> str | None:
    """Return the path of a control, where its tag is one."""
    tag = tag_of(control)
    return tag if PATH.fullmatch(tag) else None


def kind_of(control: Element) -> str:
    """Return text, lines, date, choice, checkbox or rich."""
    held = properties(control)
    text = child(held, "text")
    if text is not None:
        return "lines" if attribute(text, "multiLine") in ("1", "true", "on") else "text"
    if child(held, "date") is not None:
        return "date"
    if _list_of(control) is not None:
        return "choice"
    return "checkbox" if child(held, "checkbox", W14) is not None else "rich"


def is_left_alone(control: Element) -> bool:
    """Tell whether a control is never filled: a container, or one in a deletion."""
    held, inside = properties(control), content(control)
    kinds = {etree.QName(one).localname for one in _elements(held)}
    if inside is None or kinds & _LEFT_ALONE or level_of(control) == "row":
        return True
    return any(above.tag in (word("del"), word("moveFrom")) for above in control.iterancestors())


def level_of(control: Element) -> str:
    """Return where a control stands: run, block, cell or row."""
    first = next(_elements(content(control)), None)
    if first is not None:
        known = {"tc": "cell", "tr": "row", "p": "block", "tbl": "block"}
        name = etree.QName(first)
        return known.get(name.localname, "run") if name.namespace == W else "run"
    parent = control.getparent()
    above = "" if parent is None else etree.QName(parent).localname
    if above in ("p", "hyperlink", "ins", "fldSimple", "smartTag", "moveTo"):
        return "run"
    return "cell" if above == "tr" else "block"


def reader_of(control: Element, kind: str) -> Callable[[str, str], Value | None]:
    """Return what makes of a value, and the language of the event, what the control takes of it."""
    if kind == "date":
        known = child(properties(control), "date")
        form = attribute(child(known, "dateFormat"), "val") or "d MMMM yyyy"
        said = re.match("nl|en", attribute(child(known, "lid"), "val") or "", re.IGNORECASE)
        own = said[0].lower() if said else None

        def day(value: str, language: str) -> Value | None:
            if not is_day(value):
                return None
            return Value(written_day(date.fromisoformat(value), form, own or language), value)

        return day
    if kind == "choice":
        items: dict[str, str] = {}
        for item in _elements(_list_of(control)):
            value = attribute(item, "value")
            if item.tag == word("listItem") and value is not None and value not in items:
                items[value] = attribute(item, "displayText") or value

        return lambda value, _: Value(items[value], value) if value in items else None
    if kind == "checkbox":
        return lambda value, _: Value(value, value) if value in ("true", "false") else None

    def text(value: str, _: str) -> Value | None:
        cleaned = clean(value)
        if kind == "text":
            cleaned = one_line(cleaned)
        return Value(cleaned, cleaned) if cleaned else None

    return text


def prepare(control: Element, kind: str, ticked: bool = True) -> None:
    """Make a control ready to be filled: `WORDS` stands where its words will come.

    Rich text has `PARAGRAPH` on both sides of the paragraph that each line gets. A date has `DAY`
    in its properties. A checkbox already has its sign.
    """
    look = _letters(control)
    _set_showing(control, False)
    if kind == "checkbox":
        _set_ticked(control, ticked)
        _set_content(control, _sign_run(control, ticked, look))
        return
    if kind == "date":
        known = child(properties(control), "date")
        assert known is not None
        known.set(word("fullDate"), DAY)
    run = _run(look)
    etree.SubElement(run, WORDS)
    _set_content(control, run)
    paragraph = run.getparent()
    if kind == "rich" and paragraph is not None and paragraph.tag == word("p"):
        paragraph.addprevious(etree.Element(PARAGRAPH))
        paragraph.addnext(etree.Element(PARAGRAPH))


def reset(control: Element, kind: str, path: str, placeholders: Mapping[str, str]) -> str:
    """Make a control as empty as it was; return what its data node then holds."""
    if kind == "checkbox":
        look = _letters(control)
        _set_ticked(control, False)
        _set_content(control, _sign_run(control, False, look))
        return "false"
    text = _placeholder(control, path, placeholders)
    if path.startswith(TIMES):
        usual = _letters(control)
        _set_showing(control, False)
        _set_content(control, _run(usual, text))
        return text
    if kind == "date":
        known = child(properties(control), "date")
        assert known is not None
        known.attrib.pop(word("fullDate"), None)
    if kind == "choice":
        known = _list_of(control)
        assert known is not None
        known.attrib.pop(word("lastValue"), None)
    _set_showing(control, True)
    grey = etree.Element(word("rPr"))
    etree.SubElement(grey, word("rStyle")).set(word("val"), "PlaceholderText")
    _set_content(control, _run(grey, text))
    return ""


def placeholders_of(glossary: Element | None) -> dict[str, str]:
    """Return the placeholders by the name of their building block."""
    found: dict[str, str] = {}
    for block in () if glossary is None else glossary.iter(word("docPart")):
        name = attribute(child(child(block, "docPartPr"), "name"), "val")
        body = child(block, "docPartBody")
        if name is not None and body is not None:
            text = "".join("".join(piece.itertext()) for piece in body.iter(word("t")))
            found.setdefault(name, text)
    return found


def _elements(element: Element | None) -> Iterator[Element]:
    """Yield the children that are elements, not remarks."""
    if element is not None:
        yield from element.iterchildren("*")


def _list_of(control: Element) -> Element | None:
    held = properties(control)
    listed = child(held, "dropDownList")
    return child(held, "comboBox") if listed is None else listed


def _without(element: Element, names: Iterable[str]) -> Element:
    for name in names:
        for one in element.findall(word(name)):
            element.remove(one)
    return element


def _letters(control: Element) -> Element | None:
    """Return how the letters in a control looked, without the grey of a placeholder."""
    held, inside = properties(control), content(control)
    run = None if inside is None else next(inside.iter(word("r")), None)
    there = child(run, "rPr")
    if there is not None:
        look = deepcopy(there)
        look.tail = None
        style = child(look, "rStyle")
        showing = child(held, "showingPlcHdr") is not None
        if style is not None and (attribute(style, "val") == "PlaceholderText" or showing):
            look.remove(style)
        if next(_elements(_without(look, _REVISIONS)), None) is not None:
            return look
    own = child(held, "rPr")
    if own is None:
        return None
    look = _without(deepcopy(own), _REVISIONS)
    look.tail = None
    return look if next(_elements(look), None) is not None else None


def _run(look: Element | None, text: str = "") -> Element:
    run = etree.Element(word("r"))
    if look is not None:
        run.append(look)
    for number, line in enumerate(text.split("\n") if text else ()):
        if number:
            etree.SubElement(run, word("br"))
        if line:
            words = etree.SubElement(run, word("t"))
            words.set(_SPACE, "preserve")
            words.text = line
    return run


def _sign_run(control: Element, ticked: bool, look: Element | None) -> Element:
    box = child(properties(control), "checkbox", W14)
    state = child(box, "checkedState" if ticked else "uncheckedState", W14)
    sign = attribute(state, "val", W14) or ("2612" if ticked else "2610")
    point = int(sign, 16)
    if point not in _PRIVATE_USE:
        return _run(look, chr(point))
    run = _run(look)
    symbol = etree.SubElement(run, word("sym"))
    symbol.set(word("font"), attribute(state, "font", W14) or "")
    symbol.set(word("char"), sign)
    return run


def _set_content(control: Element, run: Element) -> None:
    """Put one run in a control, in a paragraph or a cell where it holds those."""
    inside = content(control)
    assert inside is not None
    level = level_of(control)
    node = run
    if level != "run":
        layout = _layout(next(inside.iter(word("p")), None))
        node = etree.Element(word("p"))
        if layout is not None:
            node.append(layout)
        node.append(run)
    if level == "cell":
        paragraph, node = node, etree.Element(word("tc"))
        width = child(child(inside, "tc"), "tcPr")
        if width is not None:
            kept = deepcopy(width)
            kept.tail = None
            node.append(kept)
        node.append(paragraph)
    for one in list(inside):
        inside.remove(one)
    inside.text = None
    inside.append(node)


def _layout(paragraph: Element | None) -> Element | None:
    there = child(paragraph, "pPr")
    if there is None:
        return None
    layout = _without(deepcopy(there), ("sectPr", "pPrChange"))
    layout.tail = None
    mark = child(layout, "rPr")
    if mark is not None and next(_elements(_without(mark, _REVISIONS)), None) is None:
        layout.remove(mark)
    return layout


def _set_showing(control: Element, showing: bool) -> None:
    held = properties(control)
    assert held is not None
    there = child(held, "showingPlcHdr")
    if not showing:
        if there is not None:
            held.remove(there)
        return
    if there is not None:
        return
    before = [
        one
        for one in _elements(held)
        if etree.QName(one).namespace == W and etree.QName(one).localname in _BEFORE_SHOWING
    ]
    mark = etree.Element(word("showingPlcHdr"))
    held.insert(held.index(before[-1]) + 1 if before else 0, mark)


def _set_ticked(control: Element, ticked: bool) -> None:
    box = child(properties(control), "checkbox", W14)
    assert box is not None
    state = child(box, "checked", W14)
    if state is None:
        state = etree.Element(f"{{{W14}}}checked")
        box.insert(0, state)
    state.set(f"{{{W14}}}val", "1" if ticked else "0")


def _placeholder(control: Element, path: str, placeholders: Mapping[str, str]) -> str:
    name = attribute(child(child(properties(control), "placeholder"), "docPart"), "val")
    if name is not None and name in placeholders:
        return placeholders[name]
    label = attribute(child(properties(control), "alias"), "val")
    if not label:
        return f"[{path}]"
    first, second = label[:1], label[1:2]
    return f"[{first if second != second.lower() else first.lower()}{label[1:]}]"
