"""Blanks: the places where somebody fills something in.

The HTML carries everything a reader needs to make a Word content control of it:
`data-path` (where the value lives), `data-kind`, `data-label`, and for some `data-options`,
`data-lines`, `data-format`, `data-bound`, and `data-placeholder` where something is filled in
already. What is `reckoned` looks like text, and follows an event's values once there are any.
"""

import json
import re
from collections.abc import Mapping
from difflib import get_close_matches
from html import escape

from handbook.model import FieldDefinition, Language, ListDefinition, Words
from macros.calendar_names import SHORT_DATE
from macros.context import Context, MacroError
from macros.tables import table
from macros.wording import wording

KINDS = {"long": "long", "date": "date", "choice": "choice", "checkbox": "checkbox"}


def field(context: Context, name: str) -> str:
    """Return a blank that the field registry declares, as `event.date` or `guest.name`."""
    definition, path = _declared(context, name)
    return _blank(context, path, definition, extra={"data-field": name})


def blank(context: Context, identifier: str, label: str, lines: int = 1) -> str:
    """Return a blank of this template alone; with more lines it takes a box of its own."""
    _check_identifier(identifier)
    path = f"local.{identifier}"
    if lines == 1:
        return _span(path, "text", label, placeholder(label))
    inner = _span(
        path,
        "long",
        label,
        f"[{wording('write_here', context.language)}]",
        {"data-lines": str(lines), "data-bound": "false"},
    )
    return (
        f'<div class="long-answer"><p class="long-answer__label">{escape(label)}</p>'
        f'<div class="long-answer__box" style="--lines: {lines}">{inner}</div></div>'
    )


def choice(context: Context, identifier: str, label: str, options: dict[str, str]) -> str:
    """Return a blank with a list of possible answers: value to label."""
    del context
    _check_identifier(identifier)
    return _span(
        f"local.{identifier}",
        "choice",
        label,
        placeholder(label),
        {"data-options": json.dumps(options, ensure_ascii=False)},
    )


def checkbox(context: Context, identifier: str, label: str, shown: bool = True) -> str:
    """Return a box to tick, with its label; not `shown`, the label is for screen readers only."""
    del context
    _check_identifier(identifier)
    box = tick_box(f"local.{identifier}", label)
    return f"{box} {escape(label)}" if shown else box


def tick_box(path: str, label: str) -> str:
    """Return a box to tick without visible label; screen readers hear the label."""
    return _span(path, "checkbox", label, "☐")


def rows(context: Context, name: str, count: int, columns: list[str] | None = None) -> str:
    """Return a list of the registry as a table with `count` rows to fill in."""
    definition = _list(context, name)
    chosen = columns or list(definition.columns)
    described = [_column(context, name, column) for column in chosen]
    shares = [_share(column, context.language) for column in described]
    return table(
        [escape(column.label[context.language]) for column in described],
        [
            [
                _blank(context, f"lists.{name}.{row}.{column}", one)
                for column, one in zip(chosen, described, strict=True)
            ]
            for row in range(1, count + 1)
        ],
        widths=[share / sum(shares) for share in shares],
        caption=definition.name[context.language],
        attributes={"data-list": name},
        classes="rows handwriting",
    )


def cell(context: Context, name: str, row: int, column: str) -> str:
    """Return the blank for one cell of a list, where its rows are no table; rows count from 1."""
    if row < 1:
        raise MacroError(f"there is no row {row}; rows count from 1")
    return _blank(context, f"lists.{name}.{row}.{column}", _column(context, name, column), row=row)


def date_of(context: Context, identifier: str) -> str:
    """Return a date blank for a moment of the timeline: the day on which it falls."""
    known = {moment.id: moment for moment in context.handbook.moments}
    if identifier not in known:
        raise MacroError(f'there is no moment "{identifier}"; write one of: {", ".join(known)}')
    moment = known[identifier]
    label = moment.name[context.language]
    shown = placeholder(wording("your_date", context.language))
    return _span(f"moments.{identifier}", "date", label, shown)


def free_text(path: str, label: str) -> str:
    """Return a blank for a table cell: a short text that belongs to a row of the config."""
    return _span(path, "text", label, placeholder(label))


def free_date(path: str, label: str) -> str:
    """Return a date blank for a table cell that belongs to a row of the config.

    There is little room: a date shows with its month cut short.
    """
    return _span(path, "date", label, placeholder(label), {"data-format": SHORT_DATE})


def reckoned(path: str, label: str, text: str, pins: Mapping[str, str]) -> str:
    """Return a text that follows from the config, and from an event's own values once it has them.

    `pins` names the modes that this text is for, where it is not for those that are chosen.
    """
    written = {
        "class": "computed",
        "data-path": path,
        "data-kind": "text",
        "data-label": label,
        "data-placeholder": placeholder(label),
    }
    if pins:
        written["data-pins"] = json.dumps(pins)
    return f"<span {_spelled(written)}>{escape(text)}</span>"


def _share(definition: FieldDefinition, language: Language) -> float:
    """Return how wide a column should be, compared with the others."""
    usual = {"checkbox": 0.5, "date": 0.9, "choice": 0.9, "number": 0.6, "long": 2.4}
    # No word of the heading may be cut: about this much for each letter, and the padding.
    heading = max(len(word) for word in definition.label[language].split()) * 0.11 + 0.2
    return max(usual.get(definition.type, 1.3), heading)


def _blank(
    context: Context,
    path: str,
    definition: FieldDefinition,
    extra: dict[str, str] | None = None,
    row: int = 0,
) -> str:
    attributes = dict(extra or {})
    if definition.options:
        options = {value: words[context.language] for value, words in definition.options.items()}
        attributes["data-options"] = json.dumps(options, ensure_ascii=False)
    if isinstance(definition.hint, Words):
        attributes["title"] = definition.hint[context.language]
    kind = KINDS.get(definition.type, "text")
    label = definition.label[context.language]
    shown = "☐" if kind == "checkbox" else placeholder(label)
    if isinstance(definition.filled, Words) and kind == "text":
        # A name of one's own is never said in other words.
        attributes |= {"data-placeholder": shown, "translate": "no"}
        shown = definition.filled[context.language]
    return _span(path, kind, f"{label} {row}" if row else label, shown, attributes)


def _span(
    path: str, kind: str, label: str, shown: str, attributes: dict[str, str] | None = None
) -> str:
    filled = " blank--filled" if attributes and "data-placeholder" in attributes else ""
    written = {
        "class": f"blank blank--{kind}{filled}",
        "data-path": path,
        "data-kind": kind,
        "data-label": label,
        **(attributes or {}),
    }
    if kind == "checkbox":
        # A screen reader says the label, not "ballot box".
        written |= {"role": "img", "aria-label": label}
    return f"<span {_spelled(written)}>{escape(shown)}</span>"


def _spelled(attributes: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())


def placeholder(label: str) -> str:
    """Return "[naam organisatie]" for "Naam organisatie"; abbreviations keep their capitals."""
    first, rest = label[:1], label[1:]
    return f"[{first if rest[:1].isupper() else first.lower()}{rest}]"


def _declared(context: Context, name: str) -> tuple[FieldDefinition, str]:
    handbook = context.handbook
    known = {
        f"{group}.{identifier}": definition
        for group, fields in handbook.fields.items()
        for identifier, definition in fields.fields.items()
    } | {
        f"{rows_of.item}.{identifier}": definition
        for rows_of in handbook.lists.values()
        for identifier, definition in rows_of.columns.items()
    }
    if name not in known:
        near = get_close_matches(name, known, n=1)
        meant = f'; did you mean "{near[0]}"?' if near else "; add it to fields in handbook.yml"
        raise MacroError(f'there is no field "{name}"{meant}')
    return known[name], name


def _list(context: Context, name: str) -> ListDefinition:
    lists = context.handbook.lists
    if name not in lists:
        raise MacroError(f'there is no list "{name}"; there are: {", ".join(lists)}')
    return lists[name]


def _column(context: Context, name: str, column: str) -> FieldDefinition:
    columns = _list(context, name).columns
    if column not in columns:
        raise MacroError(f'list "{name}" has no column "{column}"; it has: {", ".join(columns)}')
    return columns[column]


def _check_identifier(identifier: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", identifier):
        raise MacroError(
            f'"{identifier}" cannot be an id; write small letters, digits and underscores, '
            'as in "what_we_heard"'
        )
