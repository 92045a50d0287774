"""Calculators: a table to read, and a form above it that the site's script brings to life.

Without JavaScript, on paper and in Word the table says it all. Numbers and sentences travel to
the script in data attributes: it knows none by itself, and reckons only what depends on what a
visitor types.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape

from handbook import numbers
from handbook.choices import Choices
from handbook.model import Handbook, Language, Minutes, split_offset
from handbook.room import room
from handbook.schedule import Slot, clock
from handbook.schedule import programme as slots_of
from macros.context import BOTH, Context, by_choice
from macros.decision import chooser
from macros.messages import message, templates
from macros.room import seats_inside, side
from macros.tables import table
from macros.timeline_drawing import when
from macros.times import clock_short, clock_time
from macros.wording import capitalised, wording

DAY = 24 * 60
EARLY = 7 * 60
"""Before this time somebody who typed 3.30 will have meant the afternoon."""
YEARS = 5
"""Dates further away than this are slips of the hand."""
DURATION_MOST = 600
"""No round lasts longer, as handbook.yml has it."""

NUMBER_MESSAGES = ("number_empty", "number_unreadable", "number_broken")
CUSTOMER_MESSAGES = (*NUMBER_MESSAGES, "customers_few", "customers_many")
MINUTE_MESSAGES = ("minutes_few", "minutes_many", "minutes_short", "minutes_long")
SPEAKING = ("speaking_value", "speaking_value_one", "speaking_value_none")
TIME_MESSAGES = ("time_empty", "time_unreadable", "time_unknown", "time_early")
DATE_MESSAGES = ("date_empty", "date_far", "date_old", "date_past", "date_soon")


def calculator_people(context: Context) -> str:
    """Return how many acceptances, chairs and employees go with a number of customers."""
    handbook, language = context.handbook, context.language
    results = ("acceptances", "careful", "chairs", "employees", "least", "room")
    rows = {wanted: _people(handbook, wanted, language) for wanted in _allowed(handbook)}
    columns = ("customers", "acceptances", "careful", "employees", "least", "room")
    shown = table(
        [message(f"column_{column}", language) for column in columns],
        [
            [str(wanted), *(rows[wanted][column] for column in columns[1:])]
            for wanted in numbers.customer_numbers(handbook)
        ],
        widths=[0.13, 0.21, 0.17, 0.17, 0.14, 0.18],
        caption=message("people_caption", language),
        classes="numbers",
    )
    target = int(handbook.rings.inner.target.value)
    form = _field(
        "people-customers",
        "customers",
        message("customers_label", language),
        _customers_hint(handbook, language),
        str(target),
    ) + _results([(name, message(name, language), rows[target][name]) for name in results])
    return _calculator(
        context,
        "people",
        form,
        shown,
        {"rows": rows, **_customer_limits(handbook)},
        CUSTOMER_MESSAGES,
    )


def calculator_speaking_time(context: Context) -> str:
    """Return how many minutes each customer can speak in round 1 (D03)."""
    handbook, language = context.handbook, context.language
    minutes = handbook.rounds["round1"].minutes
    target = int(handbook.rings.inner.target.value)
    durations = sorted(
        {minutes.least or minutes.usual, minutes.usual, minutes.most or minutes.usual}
    )
    shown = table(
        [
            message("column_customers", language),
            *(message("column_minutes", language, minutes=one) for one in durations),
        ],
        [
            [str(wanted), *(_speaking(one / wanted, language) for one in durations)]
            for wanted in numbers.customer_numbers(handbook)
        ],
        widths=[0.3, *[0.7 / len(durations)] * len(durations)],
        caption=message("speaking_caption", language),
        classes="numbers",
    )
    limits = _minute_limits(minutes)
    form = (
        _field(
            "speaking-customers",
            "customers",
            message("speaking_customers", language),
            _customers_hint(handbook, language),
            str(target),
        )
        + _field(
            "speaking-minutes",
            "minutes",
            message("minutes_label", language),
            message("minutes_hint", language, **limits),
            str(minutes.usual),
        )
        + _results(
            [
                (
                    "speaking",
                    message("speaking", language),
                    _speaking(minutes.usual / target, language),
                )
            ]
        )
        + f'<p class="calculator__note">{message("speaking_note", language)}</p>'
    )
    return _calculator(
        context,
        "speaking",
        form,
        shown,
        {"minutes": {**limits, "limit": DURATION_MOST}, **_customer_limits(handbook)},
        (*CUSTOMER_MESSAGES, *MINUTE_MESSAGES, *SPEAKING),
    )


def calculator_programme(context: Context) -> str:
    """Return every block of the day with its times, from when the customers come in."""
    handbook, language = context.handbook, context.language
    start = clock(handbook.programme.welcome_at)
    example = clock_time(start, language)
    shown = by_choice(context, lambda choices: _programme(context, choices), tag="div")
    form = _field(
        "programme-start",
        "time",
        message("start_label", language),
        message("start_hint", language, example=example),
        clock_short(start, language),
        numeric=False,
    ) + "".join(
        '<div class="calculator__field">'
        + chooser(context, choice, f"programme-{choice}", handbook.choices[choice].name[language])
        + "</div>"
        for choice in BOTH
        if f'data-{choice}="' in shown
    )
    sentences = templates((*TIME_MESSAGES, "needs_food", "too_late"), language)
    data = {
        "clock": clock_short(0, language).replace("0", "{hours}", 1).replace("00", "{minutes}"),
        "clock_in_text": example.replace(clock_short(start, language), "{clock}"),
        "example": example,
        "early": EARLY,
        "food_after": clock(handbook.programme.food_after),
        "ends_by": clock(handbook.programme.ends_by),
    }
    return _calculator(
        context, "programme", form, shown, data, tuple(sentences), title="start_title"
    )


def calculator_dates(context: Context) -> str:
    """Return all moments of the timeline, with room for their dates."""
    handbook, language = context.handbook, context.language
    shown = table(
        [capitalised(wording("when", language)), capitalised(wording("what", language))],
        [
            [
                f'<span class="calculator__date" hidden data-offset="{number}" '
                f'data-unit="{unit}"></span>'
                f"{capitalised(when(moment, language))}",
                escape(moment.name[language]),
            ]
            for moment in handbook.moments
            for number, unit in (split_offset(moment.offset),)
        ],
        widths=[0.48, 0.52],
        caption=wording("timeline", language),
        classes="dates",
    )
    form = _field(
        "dates-day",
        "date",
        message("date_label", language),
        message("date_hint", language),
        "",
        kind="date",
    )
    data = {"locale": {"nl": "nl-NL", "en": "en-GB"}[language], "years": YEARS}
    return _calculator(context, "dates", form, shown, data, (*DATE_MESSAGES, "past"))


def _calculator(
    context: Context,
    name: str,
    form: str,
    shown: str,
    data: Mapping[str, object],
    sentences: tuple[str, ...],
    title: str = "",
) -> str:
    """Return the table with its form above it; for Word the table alone."""
    if context.choices is not None:
        return shown
    language = context.language
    heading = message(title or f"{name}_title", language)
    return (
        f'<div class="calculator" data-calculator="{name}" data-numbers="{_json(data)}" '
        f'data-messages="{_json(templates(sentences, language))}">'
        f'<div class="calculator__form" role="group" aria-labelledby="{name}-title" hidden>'
        f'<p class="calculator__title" id="{name}-title">{heading}</p>{form}</div>'
        f"{shown}</div>"
    )


def _field(
    identifier: str,
    name: str,
    label: str,
    hint: str,
    value: str,
    *,
    kind: str = "text",
    numeric: bool = True,
) -> str:
    """Return a field with its label and its hint, and room for what is wrong with it.

    A field of type number would keep what it cannot read to itself; a text field says it.
    """
    keyboard = ' inputmode="numeric"' if numeric and kind == "text" else ""
    return (
        f'<div class="calculator__field"><label for="{identifier}">{label}</label>'
        f'<input id="{identifier}" type="{kind}" name="{name}" value="{escape(value)}"{keyboard} '
        f'autocomplete="off" aria-describedby="{identifier}-hint {identifier}-message">'
        f'<p class="calculator__hint" id="{identifier}-hint">{escape(hint)}</p>'
        f'<p class="calculator__message" id="{identifier}-message" aria-live="polite"></p></div>'
    )


def _results(results: Sequence[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<div><dt>{label}</dt><dd data-result="{name}">{value}</dd></div>'
        for name, label, value in results
    )
    return f'<div class="calculator__results" aria-live="polite"><dl>{rows}</dl></div>'


def _people(handbook: Handbook, wanted: int, language: Language) -> dict[str, str]:
    acceptances = numbers.acceptances_for(handbook, wanted)
    least, most = numbers.employees_for(handbook, wanted)
    return {
        "acceptances": str(acceptances),
        "careful": str(numbers.acceptances_for(handbook, wanted, careful=True)),
        "chairs": message("chairs_value", language, chairs=acceptances),
        "employees": message("employees_value", language, least=least, most=most),
        "least": str(numbers.least_for(handbook, wanted)),
        "room": side(room(handbook, seats_inside(handbook, wanted)), language),
    }


def _allowed(handbook: Handbook) -> range:
    """Return the numbers of customers that make a ring, from the smallest ring's least on."""
    usual = numbers.customer_numbers(handbook)
    return range(numbers.least_for(handbook, usual[0]), usual[-1] + 1)


def _customer_limits(handbook: Handbook) -> dict[str, object]:
    allowed = _allowed(handbook)
    target = int(handbook.rings.inner.target.value)
    return {"customers": {"least": allowed[0], "most": allowed[-1], "example": target}}


def _customers_hint(handbook: Handbook, language: Language) -> str:
    allowed = _allowed(handbook)
    return message("customers_hint", language, least=allowed[0], most=allowed[-1])


def _minute_limits(minutes: Minutes) -> dict[str, int]:
    return {
        "least": minutes.least or minutes.usual,
        "most": minutes.most or minutes.usual,
        "example": minutes.usual,
    }


def _speaking(minutes: float, language: Language) -> str:
    whole = int(minutes + 0.5)
    if whole > 1:
        return message("speaking_value", language, minutes=whole)
    return message("speaking_value_one" if whole == 1 else "speaking_value_none", language)


def _programme(context: Context, choices: Choices) -> str:
    handbook, language = context.handbook, context.language
    slots = slots_of(handbook, choices)
    start = clock(handbook.programme.welcome_at)
    (closing,) = (slot.end for slot in slots if slot.block.id == handbook.programme.closing)
    shown = table(
        [wording(column, language) for column in ("time", "what", "how_long")],
        [
            [
                f'<span data-starts="{slot.start - start}" data-ends="{slot.end - start}">'
                f"{_times(slot, language)}</span>",
                _what(slot, language),
                f"{slot.minutes}\u00a0{wording('minutes', language)}",
            ]
            for slot in slots
        ],
        widths=[0.26, 0.46, 0.28],
        caption=wording("programme", language),
        classes="times",
    )
    warning = _warning(handbook, closing, closing - start, language)
    return (
        f'<p class="calculator__warning" data-closing="{closing - start}" '
        f'aria-live="polite">{warning}</p>{shown}'
    )


def _times(slot: Slot, language: Language) -> str:
    start, end = (clock_short(minutes % DAY, language) for minutes in (slot.start, slot.end))
    return f"{start}\u2060\u2013\u2060{end}"  # word joiners keep the times on one line


def _what(slot: Slot, language: Language) -> str:
    name = escape(slot.block.name[language])
    if slot.block.audience == "everyone":
        return name
    return f"{name} <small>({message('team_only', language)})</small>"


def _warning(handbook: Handbook, closing: int, length: int, language: Language) -> str:
    """Return what somebody should know whose day ends at this time, or nothing."""
    ends_by = clock(handbook.programme.ends_by)
    food_after = clock(handbook.programme.food_after)
    end = clock_time(closing % DAY, language)
    if closing > ends_by:
        return message(
            "too_late",
            language,
            end=end,
            limit=clock_time(ends_by, language),
            latest=clock_time(ends_by - length, language),
        )
    if closing > food_after:
        return message("needs_food", language, end=end, limit=clock_time(food_after, language))
    return ""


def _json(data: Mapping[str, object]) -> str:
    return escape(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
