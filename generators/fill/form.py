"""A Word file with our controls, compiled once and filled in many times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from generators.fill.controls import Package, building_blocks, identifiers, mark
from generators.fill.data import About, about, is_data, mark_data
from generators.fill.marks import Marks, unused_name
from generators.fill.parts import READ, Parts
from generators.fill.pieces import Pieces, Writing
from generators.fill.refusal import RefusedFileError
from generators.fill.zipped import Entry, changed, content, entries, zipped
from handbook.model import Language

_FIRST_IDENTIFIER = 1_000_001
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="%b"?>\n'


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
    labels: Mapping[str, str]
    """What its controls ask for: how each path is called, in order."""
    growing: frozenset[str]
    """The lists to which rows can be added."""
    identifiers: frozenset[int]


def compiled(source: bytes, language: Language) -> Form:
    """Return a Word file as a form; `language` is that of a file that does not say its own.

    Raises `RefusedFileError` for what is no Word file, or none with our controls.
    """
    kept = entries(source)
    read = Parts(kept)
    main = read.main()
    data = {
        place: root
        for place, entry in enumerate(kept)
        if entry.name.startswith("customXml/")
        and entry.name.endswith(".xml")
        and b"urn:klantarena:event:" in content(entry)
        and is_data(root := read.tree(place))
    }
    said = about(next(iter(data.values()))) if data else About()
    glossary = read.related(main, "glossaryDocument", "word/glossary/document.xml")
    known = {} if glossary is None else building_blocks(glossary)
    package = Package(known, said.usual, said.language or language)
    trees = {place: read.tree(place) for place in read.places(READ)}
    used = frozenset(number for root in trees.values() for number in identifiers(root))
    parts = {}
    for place, root in trees.items():
        marks = Marks(unused_name(read.text(place)))
        mark(root, marks, package)
        if marks.places or marks.names:
            parts[place] = (_HEAD % b"yes", *marks.pieces(root))
    if not data or not package.labels:
        raise RefusedFileError("fill_no_blanks")
    nodes = {}
    for place, root in data.items():
        marks = Marks(unused_name(read.text(place)))
        mark_data(root, marks, package)
        nodes[place] = (_HEAD % b"no", *marks.pieces(root))
    return Form(source, kept, parts, nodes, said, package.labels, frozenset(package.columns), used)


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
            written[place] = changed(form.entries[place], b"".join(writing.out))
    if not written:
        return form.source
    for place, pieces in form.data.items():
        writing.out = []
        writing.write(pieces)
        written[place] = changed(form.entries[place], b"".join(writing.out))
    return zipped([written.get(place, entry) for place, entry in enumerate(form.entries)])


def _rows(values: Mapping[str, str]) -> dict[str, int]:
    """Return how many rows each list has, up to the last one that holds something."""
    rows: dict[str, int] = {}
    for path, value in values.items():
        if value and path.startswith("lists."):
            _, name, number, *_ = path.split(".")
            if number.isdecimal():
                rows[name] = max(rows.get(name, 0), int(number))
    return rows


def _free(used: frozenset[int]) -> Iterator[int]:
    return (number for number in count(_FIRST_IDENTIFIER) if number not in used)
