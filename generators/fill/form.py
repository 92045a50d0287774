"""A Word file with our controls, compiled once and filled in many times."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from posixpath import join, normpath

from lxml import etree

from generators.fill.controls import Package, building_blocks, identifiers, mark
from generators.fill.data import About, about, is_data, mark_data
from generators.fill.marks import Marks, unused_name
from generators.fill.pieces import Pieces, Writing
from generators.fill.refusal import RefusedFileError
from generators.fill.zipped import Entry, changed, content, entries, zipped
from handbook.model import Language

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_TYPES}document.main+xml"
_READ = {_MAIN, *(f"{_TYPES}{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes"))}
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FIRST_IDENTIFIER = 1_000_001
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="{}"?>\n'


@dataclass(frozen=True, slots=True)
class Form:
    """A Word file, ready to be filled in."""

    source: bytes
    entries: tuple[Entry, ...]
    parts: Mapping[int, Pieces]
    """What people read, by the place of its entry."""
    data: Mapping[int, Pieces]
    """The data parts, by the place of their entries."""
    about: About
    paths: frozenset[str]
    """What its controls ask for; in the row that can be added, with a star for its number."""
    identifiers: frozenset[int]


def compiled(source: bytes, language: Language) -> Form:
    """Return a Word file as a form; `language` is that of a file that does not say its own.

    Raises `RefusedFileError` for what is no Word file, or none with our controls.
    """
    kept = entries(source)
    read = _Parts(kept)
    main = next(iter(read.places({_MAIN})), None)
    if main is None:
        raise RefusedFileError("fill_no_document")
    data = {
        place: root
        for place, entry in enumerate(kept)
        if entry.name.startswith("customXml/")
        and entry.name.endswith(".xml")
        and b"urn:klantarena:event:" in content(entry)
        and is_data(root := read.tree(place))
    }
    said = about(next(iter(data.values()))) if data else About()
    spoken: Language = "nl" if said.language == "nl" else "en" if said.language else language
    package = Package(read.placeholders(main), said.usual, spoken)
    trees = {place: read.tree(place) for place in read.places(_READ)}
    used = frozenset(number for root in trees.values() for number in identifiers(root))
    parts = {}
    for place, root in trees.items():
        marks = Marks(unused_name(read.text(place)))
        mark(root, marks, package)
        if marks.places or marks.names:
            parts[place] = (_HEAD.format("yes"), *marks.pieces(root))
    if not data or not package.paths:
        raise RefusedFileError("fill_no_blanks")
    nodes = {}
    for place, root in data.items():
        marks = Marks(unused_name(read.text(place)))
        mark_data(root, marks, package)
        nodes[place] = (_HEAD.format("no"), *marks.pieces(root))
    return Form(source, kept, parts, nodes, said, frozenset(package.paths), used)


def filled(form: Form, values: Mapping[str, str]) -> bytes:
    """Return a file filled in with `values`, by path; what is not there is not filled in.

    What an earlier fill had set and this one does not is emptied again; what somebody typed is
    left. The same form and values give the same bytes.
    """
    writing = Writing(values, _rows(values), form.about.filled, _free(form.identifiers))
    written: dict[int, Entry] = {}
    for place, pieces in form.parts.items():
        writing.changed = False
        writing.out = []
        writing.write(pieces)
        if writing.changed:
            written[place] = changed(form.entries[place], "".join(writing.out).encode())
    if not written:
        return form.source
    for place, pieces in form.data.items():
        writing.out = []
        writing.write(pieces)
        written[place] = changed(form.entries[place], "".join(writing.out).encode())
    return zipped([written.get(place, entry) for place, entry in enumerate(form.entries)])


def _rows(values: Mapping[str, str]) -> dict[str, int]:
    """Return how many rows each list has, up to the last one that holds something."""
    rows: dict[str, int] = {}
    for path, value in values.items():
        if value and path.startswith("lists."):
            _, name, number, *_ = path.split(".")
            rows[name] = max(rows.get(name, 0), int(number))
    return rows


def _free(used: frozenset[int]) -> Iterator[int]:
    return (number for number in count(_FIRST_IDENTIFIER) if number not in used)


class _Parts:
    """The parts of a file, read when they are asked for."""

    def __init__(self, kept: tuple[Entry, ...]) -> None:
        self.kept = kept
        self.by_name = {entry.name: place for place, entry in enumerate(kept)}

    def text(self, place: int) -> str:
        """Return the text of a part."""
        try:
            return content(self.kept[place]).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise RefusedFileError("fill_broken") from error

    def tree(self, place: int) -> etree._Element:
        """Return a part as a tree; raises `RefusedFileError` for what is no plain XML."""
        text = self.text(place)
        if "<!DOCTYPE" in text:
            raise RefusedFileError("fill_broken")
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(text.encode(), parser)
        except etree.XMLSyntaxError as error:
            raise RefusedFileError("fill_broken") from error

    def named(self, name: str) -> etree._Element | None:
        """Return a part by its name, if it is there."""
        place = self.by_name.get(name)
        return None if place is None else self.tree(place)

    def places(self, kinds: Collection[str]) -> Iterator[int]:
        """Yield the places of the parts that are of one of some kinds."""
        types = self.named("[Content_Types].xml")
        if types is None:
            return
        found = {
            override.get("PartName", "").removeprefix("/")
            for override in types.iter(_OVERRIDE)
            if override.get("ContentType") in kinds
        }
        yield from (place for name, place in self.by_name.items() if name in found)

    def placeholders(self, main: int) -> dict[str, str]:
        """Return the texts of the building blocks that belong to the main part."""
        folder, _, name = self.kept[main].name.rpartition("/")
        path = "word/glossary/document.xml"
        relations = self.named(join(folder, "_rels", f"{name}.rels"))
        for relation in relations.iter(_RELATION) if relations is not None else ():
            if relation.get("Type", "").endswith("/glossaryDocument"):
                path = normpath(join("/", folder, relation.get("Target", "")))[1:]
        glossary = self.named(path)
        return {} if glossary is None else building_blocks(glossary)
