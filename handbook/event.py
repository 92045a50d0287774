"""The values of one event, from its event.yml: checked against the field registry, and cleaned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from handbook import messages
from handbook.choices import Choices, choices_of, default_choices
from handbook.document import Document, Finding, parse, text_of
from handbook.event_model import event_model
from handbook.model import Handbook, Language, Record
from handbook.problems import ProblemsFound

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """One klantarena: what is known about it.

    Everything is text: dates are ISO 8601, times "09:30", ticks "true" or "false", an answer to a
    choice is the id of its option. What is not filled in is not there.
    """

    languages: tuple[Language, ...]
    choices: Choices
    working_days: bool = True
    """Whether a date on which nobody works moves."""
    delete_on: str = ""
    """When the list of guests is thrown away, where that is not the day of the timeline."""
    values: Values = field(default_factory=dict)
    """By path, as `event.date`."""
    lists: Mapping[str, tuple[Values, ...]] = field(default_factory=dict)
    """The rows of each list that holds anything, by column."""
    tasks: Mapping[str, Values] = field(default_factory=dict)
    """By item of the checklists: `who`, `done`, `date`."""
    notes: Values = field(default_factory=dict)
    """Remarks on the blocks of the programme."""
    local: Mapping[str, Values] = field(default_factory=dict)
    """By template, the blanks that only this template has."""

    @property
    def date(self) -> date | None:
        """The day itself, where it is known."""
        day = self.values.get("event.date")
        return date.fromisoformat(day) if day else None


@dataclass(frozen=True, slots=True)
class EventFile:
    """An event, and where each of its values stands."""

    event: Event
    document: Document


def read_event(path: Path, handbook: Handbook, templates: Sequence[str], file: str) -> EventFile:
    """Return what stands in an event.yml; raises `ProblemsFound` with every mistake in it.

    `templates` are the ids of the kit's templates; `file` is the name by which mistakes are told.
    """
    return parse_event(text_of(path, file), handbook, templates, file)


def parse_event(text: str, handbook: Handbook, templates: Sequence[str], file: str) -> EventFile:
    """Return what stands in the text of an event.yml; raises `ProblemsFound`."""
    document = parse(text, file, may_be_empty=True, numbers_as_text=True)
    model = event_model(handbook, templates)
    findings: list[Finding] = []
    read: Any = None
    try:
        read = model.model_validate(document.data)
    except ValidationError as error:
        findings = list(messages.findings(error, model))
    if "preset" in document.data and "choices" in document.data:
        findings.append(
            Finding(("preset",), "preset and choices stand here both", "keep one of the two")
        )
    problems = [*document.problems, *map(document.problem, findings)]
    if problems:
        unique = dict.fromkeys(problems)
        raise ProblemsFound(sorted(unique, key=lambda problem: problem.line or 0))
    return EventFile(_event(read, handbook), document)


def _event(read: Any, handbook: Handbook) -> Event:
    values = {
        f"{group}.{name}": value
        for group in handbook.fields
        for name, value in _filled(getattr(read, group)).items()
    }
    lists = {
        name: rows
        for name in handbook.lists
        if (rows := tuple(filter(None, map(_filled, getattr(read, name) or ()))))
    }
    return Event(
        languages=tuple(dict.fromkeys(read.language or handbook.languages[:1])),
        choices=_choices(read, handbook),
        working_days=read.working_days is not False,
        delete_on=read.delete_on or "",
        values=values,
        lists=lists,
        tasks={name: filled for name, task in _held(read.tasks) if (filled := _filled(task))},
        notes={name: note.note for name, note in _held(read.programme) if note.note},
        local={
            name: {key: value for key, value in blanks.items() if value}
            for name, blanks in _held(read.local)
        },
    )


def _held(named: dict[str, Any] | None) -> list[tuple[str, Any]]:
    return [(name, held) for name, held in (named or {}).items() if held is not None]


def _filled(record: Record | None) -> dict[str, str]:
    """Return what is filled in of a group or a row; ticks as text, and nothing that is empty."""
    return {
        name: _as_text(value) for name, value in (record or ()) if value is not None and value != ""
    }


def _choices(read: Any, handbook: Handbook) -> Choices:
    if read.preset:
        return choices_of(handbook.presets[read.preset])
    usual = default_choices(handbook)
    if read.choices is None:
        return usual
    return Choices(read.choices.round2 or usual.round2, read.choices.round3 or usual.round3)


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
