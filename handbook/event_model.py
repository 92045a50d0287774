"""What an event.yml may hold: a model made from the field registry of the handbook."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, create_model

from handbook.document import shown
from handbook.model import FieldDefinition, Handbook, Identifier, Language, Record, Words
from handbook.organisation import EMAIL, said
from handbook.values import LONGEST, clean, plain_number, plain_time

MOST_ROWS = 500
"""The most rows of one list."""
YEARS = range(2000, 2101)
"""Other years are slips of the hand."""
NUMBER = r"^-?[0-9]{1,9}([.,][0-9]{1,2})?$"
TIME = r"^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$"


def event_model(handbook: Handbook, templates: Sequence[str] = ()) -> type[Record]:
    """Return what an event.yml may hold: the field registry as keys, and a few of its own.

    The descriptions of its keys become the JSON Schema that explains them in an editor.
    """
    items = [item.id for checklist in handbook.checklists.values() for item in checklist.items]
    blocks = [block.id for block in handbook.programme.blocks]
    chosen: dict[str, Any] = {
        name: _key(_one_of(choice.modes), _both(choice.question))
        for name, choice in handbook.choices.items()
    }
    keys: dict[str, Any] = {
        "language": _key(_LANGUAGES, "Taal van de kit: nl, en of beide. / Language of the kit."),
        "preset": _key(_one_of(handbook.presets), "Een vaste combinatie. / A preset."),
        "choices": _key(
            _record("Chosen", chosen), "Hoe je ronde 2 en 3 doet. / How you do rounds 2 and 3."
        ),
        "working_days": _key(
            _KINDS["checkbox"], "Datums vallen op werkdagen. / Dates fall on working days."
        ),
        "delete_on": _key(
            _KINDS["date"],
            "Dan gaat de gastenlijst weg. / Then the list of guests is deleted.",
        ),
    }
    for name, group in handbook.fields.items():
        keys[name] = _key(_fields(f"Group_{name}", group.fields), _both(group.name))
    for name, listed in handbook.lists.items():
        row = _fields(f"Row_{name}", listed.columns)
        rows = Annotated[tuple[row, ...], Field(max_length=MOST_ROWS)]  # type: ignore[valid-type]
        keys[name] = _key(rows, _both(listed.name))
    task = {
        "who": _key(_KINDS["text"], "Wie het doet. / Who does it."),
        "done": _key(_KINDS["checkbox"], "Klaar. / Done."),
        "date": _key(_KINDS["date"], "Wanneer, als het anders is. / When, if it is another day."),
    }
    note = {"note": _key(_KINDS["long"], "Opmerking. / Remark.")}
    keys["tasks"] = _key(_dictionary(items, _record("Task", task)), "Wie wat doet. / Who does it.")
    keys["programme"] = _key(
        _dictionary(blocks, _record("Note", note)),
        "Opmerkingen in het draaiboek. / Notes in the run sheet.",
    )
    keys["local"] = _key(
        _dictionary(templates, dict[Identifier, _LOCAL] | None),
        "Plekken van één sjabloon. / Blanks of one template.",
    )
    return _model("Event", keys)


def _model(name: str, keys: Mapping[str, Any]) -> type[Record]:
    made: type[Record] = create_model(name, __base__=Record, **keys)
    return made


def _record(name: str, keys: Mapping[str, Any]) -> Any:
    return _model(name, keys) | None


def _key(kind: Any, description: str) -> Any:
    return (kind | None, Field(None, description=description))


def _fields(name: str, definitions: Mapping[str, FieldDefinition]) -> Any:
    keys = {
        key: _key(
            _one_of(definition.options) if definition.options else _KINDS[definition.type],
            _both(definition.label),
        )
        for key, definition in definitions.items()
    }
    return _record(name, keys)


def _both(words: Words) -> str:
    return f"{words.nl} / {words.en}"


def _dictionary(names: Sequence[str], held: Any) -> Any:
    keys: Any = Literal[tuple(names)] if names else Identifier
    return dict[keys, held]


def _one_of(names: Iterable[str]) -> Any:
    return _optional(Literal[tuple(names)])


# What each kind of blank takes


def _nothing(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _day(text: str) -> str:
    try:
        known = date.fromisoformat(text).year in YEARS and re.fullmatch(r"[0-9-]{10}", text)
    except ValueError:
        known = None
    if not known:
        raise said(
            f"{shown(text)} is not a day of the calendar",
            "write year, month and day, like 2027-03-11",
        )
    return text


def _matching(pattern: str, noun: str, remedy: str) -> Any:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise said(f"{shown(text)} is not {noun}", remedy)
        return text

    return AfterValidator(check)


def _ticked(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _fits(text: str) -> str:
    if len(text) > LONGEST:
        raise said(f"this text has {len(text)} characters", f"write at most {LONGEST:,}")
    return text


def _optional(kind: Any, *schema: Any) -> Any:
    return Annotated[kind | None, BeforeValidator(_nothing), *schema]


def _schema(**more: Any) -> Any:
    return WithJsonSchema({"type": ["string", "number", "null"], **more})


_TEXT: Any = Annotated[str, AfterValidator(_fits), AfterValidator(clean)]
_KINDS: dict[str, Any] = {
    "text": _optional(_TEXT, _schema(maxLength=LONGEST)),
    "long": _optional(_TEXT, _schema(maxLength=LONGEST)),
    "phone": _optional(_TEXT, _schema(maxLength=LONGEST)),
    "email": _optional(
        Annotated[_TEXT, _matching(EMAIL, "an e-mail address", "write it like info@example.org")],
        WithJsonSchema({"type": ["string", "null"], "pattern": EMAIL}),
    ),
    "number": _optional(
        Annotated[
            str,
            _matching(
                NUMBER, "a number", "write digits, and at most two behind the comma, like 12,50"
            ),
            AfterValidator(plain_number),
        ],
        _schema(pattern=NUMBER),
    ),
    "time": _optional(
        Annotated[
            str,
            _matching(TIME, "a time", "write hours and minutes, like 13:30"),
            AfterValidator(plain_time),
        ],
        WithJsonSchema({"type": ["string", "number", "null"], "pattern": TIME}),
    ),
    "date": _optional(
        Annotated[str, AfterValidator(_day)],
        WithJsonSchema({"type": ["string", "null"], "format": "date"}),
    ),
    "checkbox": Annotated[bool, Field(strict=True)] | None,
}
_LOCAL: Any = Annotated[
    _TEXT | None,
    BeforeValidator(_ticked),
    BeforeValidator(_nothing),
    WithJsonSchema({"type": ["string", "number", "boolean", "null"]}),
]
_LANGUAGES: Any = Annotated[
    tuple[Language, ...] | None,
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    Field(min_length=1, max_length=2),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": ["nl", "en", None]},
                {"type": "array", "items": {"enum": ["nl", "en"]}, "minItems": 1, "maxItems": 2},
            ]
        }
    ),
]
