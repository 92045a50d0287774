"""What is still empty in a personal kit, as a list that somebody can work through."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generators.fill.reading import Empty
from handbook.model import Handbook, Language
from macros.event import GUESTS
from macros.messages import message


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of one template."""

    name: str
    for_customers: bool
    copies: Mapping[str, tuple[Empty, ...]]
    """The empty blanks of each of its files, by the guest it is for."""
    no_room: int = 0
    """How many rows of a list did not fit on it."""


def still_empty(handbook: Handbook, language: Language, made: Sequence[Filled]) -> str:
    """Return the list of what is still empty; in front what stands in most documents."""
    parts = [
        _part("fill_empty_shared", language, _shared(handbook, language, made)),
        _part("fill_empty_guests", language, _of_guests(handbook, language, made)),
        _part("fill_empty_letters", language, _in_letters(handbook, made)),
    ]
    told = [part for part in parts if part] or [message("fill_empty_nothing", language)]
    told.append(_part("fill_empty_rest", language, _in_the_rest(handbook, made)))
    told += [
        message("fill_no_room", language, file=one.name, count=one.no_room)
        for one in made
        if one.no_room
    ]
    told.append(message("fill_school_holidays", language))
    title = message("fill_empty_title", language)
    return "\n\n".join([title.upper(), *filter(None, told)])


def _part(name: str, language: Language, lines: Iterator[str]) -> str:
    listed = [f"- {line}" for line in lines]
    return "\n".join([message(name, language), *listed]) if listed else ""


def _shared(handbook: Handbook, language: Language, made: Sequence[Filled]) -> Iterator[str]:
    """Yield the blanks that are asked for once for all documents, in the order of the form."""
    counted: dict[str, int] = {}
    for one in made:
        for path in {empty.path for empties in one.copies.values() for empty in empties}:
            counted[path] = counted.get(path, 0) + 1
    for group, fields in handbook.fields.items():
        for name, definition in fields.fields.items():
            if count := counted.get(f"{group}.{name}"):
                label = definition.label[language]
                yield message("fill_empty_files", language, label=label, count=count)


def _of_guests(handbook: Handbook, language: Language, made: Sequence[Filled]) -> Iterator[str]:
    """Yield for each guest which columns are asked for and empty."""
    listed = handbook.lists.get(GUESTS)
    if listed is None:
        return
    asked: dict[str, set[str]] = {}
    for one in made:
        for guest, empties in one.copies.items():
            for empty in empties:
                if guest and empty.path.startswith(f"{listed.item}."):
                    asked.setdefault(guest, set()).add(empty.path.partition(".")[2])
    for guest, columns in asked.items():
        labels = [
            column.label[language] for name, column in listed.columns.items() if name in columns
        ]
        yield f"{guest}: {', '.join(labels)}"


def _in_letters(handbook: Handbook, made: Sequence[Filled]) -> Iterator[str]:
    """Yield the blanks that only one template has and that a customer would read."""
    for one in made:
        labels = dict.fromkeys(empty.label for empty in _own(handbook, one))
        if one.for_customers and labels:
            yield f"{one.name}: {', '.join(labels)}"


def _in_the_rest(handbook: Handbook, made: Sequence[Filled]) -> Iterator[str]:
    """Yield how many blanks each other template has of its own that are empty."""
    for one in made:
        if not one.for_customers and (count := len({e.path for e in _own(handbook, one)})):
            yield f"{one.name}: {count}"


def _own(handbook: Handbook, one: Filled) -> Iterator[Empty]:
    """Yield the empty blanks that are neither asked for once, nor rows of a list."""
    items = {listed.item for listed in handbook.lists.values()}
    elsewhere = {*handbook.fields, *items, "lists"}
    for empties in one.copies.values():
        yield from (one for one in empties if one.path.partition(".")[0] not in elsewhere)
