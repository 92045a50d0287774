"""A document that can be filled: read once into static strings and slots, filled by joining them.

Between two slots everything stays as it was. A slot is one content control; it knows how it reads
untouched, filled with a value, and emptied again.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from xml.sax.saxutils import escape

from lxml import etree

from generators.fill.container import Entry, archive_of, entries_of, packed, unpacked
from generators.fill.controls import (
    DAY,
    PARAGRAPH,
    WORDS,
    Element,
    Value,
    W,
    child,
    is_left_alone,
    kind_of,
    path_of,
    placeholders_of,
    prepare,
    properties,
    reader_of,
    reset,
    word,
)
from generators.fill.refusal import RefusalError
from generators.fill.rows import NAMESPACE, grow, rows_asked, rows_there

_FILLED_PART = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\."
    r"(document\.main|header|footer|footnotes|endnotes)\+xml"
)
_DATA_PART = re.compile(r"customXml/[^/]*\.xml")
_GLOSSARY = "word/glossary/document.xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
# Marks in the tree that show in its text where to cut; no document has elements of these names.
_MARK = "klantarena-slot"
_SLOT = re.compile(rf"<{_MARK}(?: xmlns=\"\")?/>")
_NODE = re.compile(rf'<{_MARK}(?: xmlns="")? path="([^"]*)"/>')
_WORDS = re.compile(rf"<{WORDS}(?: xmlns=\"\")?/>")
_PARAGRAPH = re.compile(rf"<{PARAGRAPH}(?: xmlns=\"\")?/>")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="{}"?>\n'
# Lists grow to many sizes in a kit for many guests; each size is worked out once.
_LAYOUTS_KEPT = 32


@dataclass(frozen=True, slots=True)
class Slot:
    """One content control of a part, in each of its states."""

    path: str
    bound: bool
    is_new: bool
    """Whether it stands in a row that was added."""
    read: Callable[[str, str], Value | None]
    """Gives what the control takes of a value, in the language of the event."""
    untouched: str
    filled: Callable[[Value], str]
    emptied: str
    emptied_data: str
    """What the node of the data part holds when it is emptied."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text: static strings with a slot between each two."""

    name: str
    strings: tuple[str, ...]
    slots: tuple[Slot, ...]
    is_numbered: bool
    """Whether the rows of a list got other numbers: written out whenever the file changes."""
    is_grown: bool


@dataclass(frozen=True, slots=True)
class Data:
    """The data part: its tree, and static strings with a node's text between each two."""

    name: str
    root: Element
    before: frozenset[str]
    """The paths that an earlier filling filled."""
    head: str
    """Up to where the list of filled paths comes."""
    strings: tuple[str, ...]
    nodes: tuple[tuple[str, str], ...]
    """Of each node its path and what it holds."""


@dataclass(slots=True)
class Fillable:
    """A document, ready to be filled as often as one likes."""

    template: str | None
    language: str | None
    choices: dict[str, str]
    paths: tuple[str, ...]
    """The paths of its blanks, in the order of the document."""
    _entries: list[Entry]
    _trees: dict[str, Element]
    _data: Data
    _placeholders: dict[str, str]
    _there: dict[str, int]
    _layouts: dict[tuple[tuple[str, int], ...], tuple[Part, ...]] = field(default_factory=dict)

    def fill(self, values: Mapping[str, str], language: str = "nl") -> bytes:
        """Return the document with values by path; dates and choices as event.yml has them.

        What an earlier filling left and these values lack is emptied again; what a person typed
        is kept. `language` is that of the event, for dates that do not name their own.
        """
        before = self._data.before
        held: dict[str, str] = {}
        filled: set[str] = set()
        changed: dict[str, str] = {}
        bound: set[str] = set()
        parts = self._layout(values)
        for part in parts:
            pieces = [part.strings[0]]
            touched = part.is_grown
            for slot, after in zip(part.slots, part.strings[1:], strict=True):
                path = slot.path
                given = values.get(path)
                value = slot.read(given, language) if given else None
                if value is not None:
                    pieces.append(slot.filled(value))
                    held[path] = value.data
                    filled.add(path)
                elif path in before or slot.is_new:
                    pieces.append(slot.emptied)
                    held[path] = slot.emptied_data
                else:
                    pieces += (slot.untouched, after)
                    continue
                if slot.bound:
                    bound.add(path)
                touched = True
                pieces.append(after)
            if touched:
                changed[part.name] = "".join(pieces)
        if not changed:
            return archive_of(self._entries)
        for part in parts:
            if part.is_numbered and part.name not in changed:
                slots = (slot.untouched for slot in part.slots)
                changed[part.name] = "".join(_woven(part.strings, slots))
        changed[self._data.name] = _data_text(self._data, held, filled, bound)
        return archive_of(
            packed(entry.name, changed[entry.name].encode()) if entry.name in changed else entry
            for entry in self._entries
        )

    def _layout(self, values: Mapping[str, str]) -> tuple[Part, ...]:
        """Return the parts with as many rows as the values ask for."""
        asked = rows_asked(values)
        more = tuple(
            (name, asked[name])
            for name, there in sorted(self._there.items())
            if asked.get(name, 0) > there
        )
        known = self._layouts.get(more)
        if known is None:
            if len(self._layouts) >= _LAYOUTS_KEPT:
                self._layouts.clear()
            known = self._layouts[more] = _compiled(self._trees, dict(more), self._placeholders)
        return known


def fillable(source: bytes) -> Fillable:
    """Return a document that can be filled; raises `RefusalError` with why it cannot."""
    entries = entries_of(source)
    named = {entry.name: entry for entry in entries}

    def tree(name: str) -> Element | None:
        return _parsed(unpacked(named[name])) if name in named else None

    types = tree("[Content_Types].xml")
    if types is None:
        raise RefusalError("fill_broken")
    kinds = _kinds(types)
    main = next((entry.name for entry in entries if kinds.get(entry.name) == "document.main"), None)
    if main is None:
        raise RefusalError("fill_no_document")
    trees: dict[str, Element] = {}
    data: tuple[str, Element] | None = None
    for entry in entries:
        if entry.name in kinds:
            trees[entry.name] = _parsed(unpacked(entry))
        elif _DATA_PART.fullmatch(entry.name):
            root = _parsed(unpacked(entry))
            if data is None and root.tag == f"{{{NAMESPACE}}}data":
                data = (entry.name, root)
    placeholders = placeholders_of(tree(_glossary(main, tree)))
    paths = tuple(
        dict.fromkeys(
            path
            for root in trees.values()
            for control in root.iter(word("sdt"))
            if (path := path_of(control)) and not is_left_alone(control)
        )
    )
    if data is None or not paths:
        raise RefusalError("fill_no_blanks")
    name, root = data
    return Fillable(
        template=root.get("template"),
        language=root.get("language"),
        choices={one: root.get(one, "") for one in ("round2", "round3") if root.get(one)},
        paths=paths,
        _entries=entries,
        _trees=trees,
        _data=_data(name, root, paths),
        _placeholders=placeholders,
        _there=rows_there(trees.values()),
    )


def _parsed(content: bytes) -> Element:
    """Return the root of a part; raises `RefusalError` where it is no sound XML in UTF-8."""
    try:
        text = content.decode("utf-8-sig")
        said = re.match(r"<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)", text)
        if said and not re.fullmatch("utf-?8", said[1], re.IGNORECASE):
            raise RefusalError("fill_broken")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(text.encode(), parser)
    except (UnicodeDecodeError, etree.XMLSyntaxError) as error:
        raise RefusalError("fill_broken") from error
    if root.getroottree().docinfo.doctype:
        raise RefusalError("fill_broken")
    return root


def _kinds(types: Element) -> dict[str, str]:
    """Return what each part of the text is: document.main, header and so on."""
    found = {}
    for override in types.iterchildren(f"{{{_TYPES}}}Override"):
        kind = _FILLED_PART.fullmatch(override.get("ContentType", ""))
        if kind:
            found[override.get("PartName", "").removeprefix("/")] = kind[1]
    return found


def _glossary(main: str, tree: Callable[[str], Element | None]) -> str:
    """Return the name of the part that keeps the placeholders."""
    folder, _, name = main.rpartition("/")
    relations = tree(join(folder, "_rels", f"{name}.rels"))
    for relation in () if relations is None else relations.iter(f"{{{_RELATIONS}}}Relationship"):
        if relation.get("Type", "").endswith("/glossaryDocument"):
            target = relation.get("Target", "")
            return target[1:] if target.startswith("/") else normpath(join(dirname(main), target))
    return _GLOSSARY


def _compiled(
    trees: Mapping[str, Element], rows: Mapping[str, int], placeholders: Mapping[str, str]
) -> tuple[Part, ...]:
    """Return the parts of the text with so many rows, as strings and slots."""
    roots = [deepcopy(root) for root in trees.values()]
    added, numbered, grown = grow(roots, rows)
    parts = []
    for place, (name, original) in enumerate(trees.items()):
        strings, slots = _strings_and_slots(roots[place], added, placeholders)
        before, after = _around(original)
        strings = (
            [
                _DECLARATION.format("yes") + before + strings[0],
                *strings[1:-1],
                strings[-1] + after,
            ]
            if slots
            else [_DECLARATION.format("yes") + before + strings[0] + after]
        )
        parts.append(Part(name, tuple(strings), tuple(slots), place in numbered, place in grown))
    return tuple(parts)


def _strings_and_slots(
    root: Element, added: set[Element], placeholders: Mapping[str, str]
) -> tuple[list[str], list[Slot]]:
    """Return a part as static strings, and the control between each two."""
    controls = list(_fillable(root))
    kinds = [kind_of(control) for control in controls]
    paths = [path_of(control) or "" for control in controls]
    held: list[str] = []
    # Each state is worked out on a copy: what stands in a control decides how it is filled.
    untouched = _texts(root, controls, _unchanged)
    filled = opened = _texts(root, controls, lambda one, place: prepare(one, kinds[place]))
    if "checkbox" in kinds:
        opened = _texts(
            root, controls, lambda control, place: prepare(control, kinds[place], False)
        )
    emptied = _texts(
        root,
        controls,
        lambda control, place: held.append(
            reset(control, kinds[place], paths[place], placeholders)
        ),
    )
    prefix = next((f"{one}:" for one, uri in root.nsmap.items() if uri == W and one), "")
    slots = [
        Slot(
            paths[place],
            child(properties(control), "dataBinding") is not None,
            control in added,
            reader_of(control, kinds[place]),
            untouched[place * 2 + 1],
            _filler(kinds[place], filled[place * 2 + 1], opened[place * 2 + 1], prefix),
            emptied[place * 2 + 1],
            held[place],
        )
        for place, control in enumerate(controls)
    ]
    return untouched[::2], slots


def _unchanged(control: Element, place: int) -> None:
    del control, place


def _fillable(root: Element) -> Iterator[Element]:
    """Yield the controls that are filled; what stands within one goes with it."""
    filled: set[Element] = set()
    for control in root.iter(word("sdt")):
        if not filled.isdisjoint(control.iterancestors()):
            continue
        if path_of(control) and not is_left_alone(control):
            filled.add(control)
            yield control


def _texts(
    root: Element, controls: Sequence[Element], change: Callable[[Element, int], object]
) -> list[str]:
    """Return a part as text: what stands between the controls and each of them, in turn.

    `change` brings each control of a copy into the state that is wanted.
    """
    places = {control: place for place, control in enumerate(root.iter(word("sdt")))}
    copy = deepcopy(root)
    every = list(copy.iter(word("sdt")))
    for number, original in enumerate(controls):
        control = every[places[original]]
        change(control, number)
        control.addprevious(etree.Element(_MARK))
        mark = etree.Element(_MARK)
        mark.tail, control.tail = control.tail, None
        control.addnext(mark)
    return _SLOT.split(etree.tostring(copy, encoding="unicode", with_tail=False))


def _around(root: Element) -> tuple[str, str]:
    """Return the remarks before and after the root of a part."""
    before = list(root.itersiblings(preceding=True))[::-1]
    said = [etree.tostring(one, encoding="unicode", with_tail=False) for one in before]
    after = [
        etree.tostring(one, encoding="unicode", with_tail=False) for one in root.itersiblings()
    ]
    return "".join(f"{one}\n" for one in said), "".join(f"\n{one}" for one in after)


def _filler(kind: str, text: str, open_box: str, prefix: str) -> Callable[[Value], str]:
    """Return what writes a control with a value, from how it reads ready to be filled."""
    if kind == "checkbox":
        return lambda value: text if value.data == "true" else open_box
    around = _PARAGRAPH.split(text)
    if len(around) == 3:  # rich text, each line a paragraph of its own
        before, paragraph, after = around
        opening, closing = _WORDS.split(paragraph)
        return lambda value: (
            before
            + "".join(
                f"{opening}{_words(line, prefix)}{closing}"
                for line in value.shown.split("\n")
                if line.strip()
            )
            + after
        )
    begin, end = _WORDS.split(text)
    if kind == "date":
        first, _, second = begin.partition(DAY)
        return lambda value: (
            f"{first}{value.data}T00:00:00Z{second}{_words(value.shown, prefix)}{end}"
        )
    return lambda value: f"{begin}{_words(value.shown, prefix)}{end}"


def _words(text: str, prefix: str) -> str:
    """Return the contents of a run: text, and a break for each new line."""
    return f"<{prefix}br/>".join(
        f'<{prefix}t xml:space="preserve">{escape(line)}</{prefix}t>' if line else ""
        for line in text.split("\n")
    )


def _data(name: str, root: Element, paths: Iterable[str]) -> Data:
    """Return the data part as static strings, and the node between each two."""
    before = frozenset(root.get("filled", "").split())
    copy = deepcopy(root)
    copy.set("filled", _MARK)
    nodes: dict[str, str] = {}
    for path in paths:
        node = _node(copy, path, make=False)
        if node is not None and len(node) == 0:
            nodes[path] = node.text or ""
            node.text = None
            etree.SubElement(node, _MARK, path=path)
    above, below = _around(root)
    text = etree.tostring(copy, encoding="unicode", with_tail=False)
    head, _, rest = text.partition(f' filled="{_MARK}"')
    pieces = _NODE.split(rest)
    return Data(
        name,
        root,
        before,
        _DECLARATION.format("no") + above + head,
        (*pieces[:-1:2], pieces[-1] + below),
        tuple((path, nodes[path]) for path in pieces[1::2]),
    )


def _data_text(
    data: Data, held: Mapping[str, str], filled: Iterable[str], bound: Container[str]
) -> str:
    """Return the data part with what the controls hold, and the list of what is filled."""
    listed = " ".join(sorted(filled))
    known = {path for path, _ in data.nodes}
    if any(path in bound and path not in known for path in held):
        return _data_text_grown(data, held, listed, bound)
    mark = f' filled="{listed}"' if listed else ""
    texts = (escape(held.get(path, before)) for path, before in data.nodes)
    return "".join([data.head, mark, *_woven(data.strings, texts)])


def _data_text_grown(
    data: Data, held: Mapping[str, str], listed: str, bound: Container[str]
) -> str:
    """Return the data part with nodes that it did not have."""
    root = deepcopy(data.root)
    for path, value in held.items():
        node = _node(root, path, make=path in bound)
        if node is not None and "".join(node.itertext()) != value:
            for one in list(node):
                node.remove(one)
            node.text = value
    if listed:
        root.set("filled", listed)
    else:
        root.attrib.pop("filled", None)
    above, below = _around(data.root)
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    return _DECLARATION.format("no") + above + text + below


def _node(root: Element, path: str, *, make: bool) -> Element | None:
    """Return the node of the data part that a path names."""
    node = root
    for segment in path.split("."):
        name = f"{{{NAMESPACE}}}{'item' if segment.isdigit() else segment}"
        place = int(segment) if segment.isdigit() else 1
        found = node.findall(name)
        while make and len(found) < place:
            found.append(etree.SubElement(node, name))
        if len(found) < place:
            return None
        node = found[place - 1]
    return node


def _woven(strings: Sequence[str], between: Iterable[str]) -> Iterator[str]:
    yield strings[0]
    for text, after in zip(between, strings[1:], strict=True):
        yield text
        yield after
