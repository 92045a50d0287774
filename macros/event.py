"""An event's values as text for documents, by path: what is known, and what follows from it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from handbook.choices import Choices
from handbook.event import Event, Values
from handbook.model import Default, FieldDefinition, Handbook, Language
from handbook.schedule import Slot, clock, programme
from handbook.templates import Step
from handbook.working_days import moment_dates
from macros.times import clock_short, clock_time

GUESTS = "guests"
_DAY = 24 * 60
_STEPS: tuple[Step, ...] = ("came", "accepted", "invited")


def guests_for(event: Event, step: Step) -> tuple[Values, ...]:
    """Return the guests that a template is for.

    Where nobody has come as far as `step` yet, those count who came as far as the step before.
    """
    guests = event.lists.get(GUESTS, ())
    for tick in _STEPS[_STEPS.index(step) :] if step != "all" else ():
        if found := tuple(guest for guest in guests if guest.get(tick) == "true"):
            return found
    return guests


def dates(handbook: Handbook, event: Event) -> dict[str, date]:
    """Return the date of each moment of the timeline; none where the day is not known."""
    if event.date is None:
        return {}
    found = moment_dates(handbook, event.date, working_days=event.working_days)
    deleted = handbook.lists[GUESTS].delete_at if GUESTS in handbook.lists else None
    if deleted and event.delete_on:
        found[deleted] = date.fromisoformat(event.delete_on)
    return found


def slots(handbook: Handbook, event: Event, choices: Choices) -> tuple[Slot, ...]:
    """Return the programme of the day; nothing where its beginning is not known."""
    start = event.values.get("event.start_time")
    return programme(handbook, choices, clock(start)) if start else ()


def values(
    handbook: Handbook, event: Event, language: Language, choices: Choices | None = None
) -> dict[str, str]:
    """Return the values that all documents of an event share; what is empty is not there.

    `choices` are those of the document, where it is made for others than the event's.
    """
    found = dict(_given(handbook, event, language))
    day = dates(handbook, event)
    held = slots(handbook, event, choices or event.choices)
    for path, definition in _fields(handbook):
        if path not in found and definition.default is not None:
            found[path] = _default(definition, day, held, language)
    found |= {f"moments.{moment}": on.isoformat() for moment, on in day.items()}
    for slot in held:
        for edge, minutes in (("start", slot.start), ("end", slot.end)):
            found[f"times.{slot.block.id}.{edge}"] = clock_short(minutes % _DAY, language)
    found |= _tasks(handbook, event, day)
    found |= {f"programme.{block}.note": note for block, note in event.notes.items()}
    for name, rows in event.lists.items():
        if name != GUESTS:
            found |= _rows(handbook, name, rows, language)
    return {path: value for path, value in found.items() if value}


def values_of_template(
    handbook: Handbook,
    event: Event,
    language: Language,
    template: str,
    guests: Iterable[Values],
) -> dict[str, str]:
    """Return the values that one template has of its own: its blanks, and its guests."""
    found = {f"local.{blank}": value for blank, value in event.local.get(template, {}).items()}
    return found | _rows(handbook, GUESTS, guests, language)


def values_of_guest(handbook: Handbook, guest: Values, language: Language) -> dict[str, str]:
    """Return the values of a letter to one guest."""
    listed = handbook.lists[GUESTS]
    found = {
        f"{listed.item}.{column}": _text(definition, guest.get(column, ""), language)
        for column, definition in listed.columns.items()
    }
    salutation = f"{listed.item}.salutation"
    if salutation in found:
        found[salutation] = found[salutation] or guest.get("name", "")
    return {path: value for path, value in found.items() if value}


def _fields(handbook: Handbook) -> Iterator[tuple[str, FieldDefinition]]:
    for group, fields in handbook.fields.items():
        for name, definition in fields.fields.items():
            yield f"{group}.{name}", definition


def _given(handbook: Handbook, event: Event, language: Language) -> Iterator[tuple[str, str]]:
    for path, definition in _fields(handbook):
        if value := event.values.get(path):
            yield path, _text(definition, value, language)


def _text(definition: FieldDefinition, value: str, language: Language) -> str:
    """Return a value as a document shows it; dates and choices as controls take them."""
    if definition.type == "time" and value:
        return clock_time(clock(value), language)
    if definition.type == "number" and language == "nl":
        return value.replace(".", ",")
    return value


def _default(
    definition: FieldDefinition,
    day: Mapping[str, date],
    held: tuple[Slot, ...],
    language: Language,
) -> str:
    default = definition.default or Default()
    if default.moment is not None:
        return day[default.moment].isoformat() if default.moment in day else ""
    ends = [slot.end for slot in held if slot.block.id == default.end_of]
    return clock_time(ends[0] % _DAY, language) if ends else ""


def _tasks(handbook: Handbook, event: Event, day: Mapping[str, date]) -> dict[str, str]:
    found = {}
    for checklist in handbook.checklists.values():
        for item in checklist.items:
            known = event.tasks.get(item.id, {})
            path = f"tasks.{item.id}"
            on = day.get(item.moment)
            found[f"{path}.who"] = known.get("who") or event.values.get(f"team.{item.role}", "")
            found[f"{path}.date"] = known.get("date") or (on.isoformat() if on else "")
            found[f"{path}.done"] = known.get("done", "")
    return found


def _rows(
    handbook: Handbook, name: str, rows: Iterable[Values], language: Language
) -> dict[str, str]:
    found = {}
    columns = handbook.lists[name].columns if name in handbook.lists else {}
    for number, row in enumerate(rows, start=1):
        for column, definition in columns.items():
            value = _text(definition, row.get(column, ""), language)
            if definition.type == "checkbox":
                value = value or "false"
            if value:
                found[f"lists.{name}.{number}.{column}"] = value
    return found
