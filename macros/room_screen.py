"""The room screen: a stage for each block that everyone is at, and the facilitator's view of it.

All of it stands in the page at once, for every choice: the script shows one block at a time and
needs no connection. Times are those of the config.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, get_args

from handbook import numbers
from handbook.choices import Choices, mode
from handbook.model import GroundRule, Parties, Party, ProgrammeBlock, RoundName
from handbook.schedule import Slot, clock
from handbook.schedule import programme as slots_of
from macros.context import BOTH, Context, by_choice, mark
from macros.figures import CENTRE, OUTER_RADIUS, empty_rings, rings_drawing
from macros.rounds import ROUNDS, party_names
from macros.times import clock_short, clock_time
from macros.wording import capitalised, wording

PARTIES: tuple[Party, ...] = get_args(Party)
MARGIN = 26
"""What stays free around the middle of the outer seats: half a ring, and a hair."""

_VIEW = re.compile(r'viewBox="([^"]*)"')
_NAMED = re.compile(r' role="img" aria-labelledby="[^"]*"|<title.*?</title>|<desc.*?</desc>')


def stages(context: Context) -> str:
    """Return what the room sees, block after block: who may speak and which rules hold."""
    return "".join(
        f'<section class="stage stage--{_kind(context, block)}" data-block="{block.id}">'
        f"{_stage(context, block)}</section>"
        for block in _blocks(context)
    )


def schedule(context: Context) -> str:
    """Return the programme at the side of the screen, for each choice that changes it."""

    def write(choices: Choices) -> str:
        items = "".join(
            f'<li data-block="{slot.block.id}" data-minutes="{slot.minutes}">'
            f'<time data-start="{slot.start}">{clock_short(slot.start, context.language)}</time> '
            f"<span>{escape(slot.block.name[context.language])}</span></li>"
            for slot in slots_of(context.handbook, choices)
            if slot.block.audience == "everyone"
        )
        return f'<ol class="schedule">{items}</ol>'

    return by_choice(context, write, tag="div")


def briefs(context: Context, phrases: Mapping[str, str]) -> str:
    """Return what the facilitator reads about each block.

    `phrases` are ready pieces of HTML, by block ("break") or by block and mode
    ("round3-ring-swap").
    """
    return "".join(
        f'<section class="brief" data-block="{block.id}">'
        f"{_brief(context, block, phrases)}</section>"
        for block in _blocks(context)
    )


def settings(context: Context) -> dict[str, Any]:
    """Return the numbers that the script reckons with; times are in minutes after midnight."""
    programme, midnight = context.handbook.programme, clock_short(0, context.language)
    return {
        "signals": programme.signals.minutes,
        "welcome": clock(programme.welcome_at),
        "clock": midnight.replace("00", "{minutes}").replace("0", "{hours}"),
    }


def _blocks(context: Context) -> tuple[ProgrammeBlock, ...]:
    blocks = context.handbook.programme.blocks
    return tuple(block for block in blocks if block.audience == "everyone")


def _kind(context: Context, block: ProgrammeBlock) -> str:
    """Return what a stage shows: a round, a look ahead at the rounds, or a moment of rest."""
    if block.round is not None:
        return "round"
    names = [one.id for one in _blocks(context)]
    first = next(number for number, one in enumerate(_blocks(context)) if one.round)
    welcome = names.index(context.handbook.programme.welcome)
    return "ahead" if welcome < names.index(block.id) < first else "rest"


def _stage(context: Context, block: ProgrammeBlock) -> str:
    if block.round is not None:
        return _round(context, block.round)
    sentence = block.screen[context.language] if block.screen else ""
    head = (
        f'<div class="stage__head">{_title(block.name[context.language])}'
        f'<p class="stage__sentence">{escape(sentence)}</p></div>'
    )
    if _kind(context, block) == "ahead":
        return head + _rounds_ahead(context)
    rings = _close_up(empty_rings(context.handbook.brand))
    return f'{head}<p class="stage__next" data-next></p><div class="stage__rings">{rings}</div>'


def _round(context: Context, name: RoundName) -> str:
    """Return a round: who may speak, lit up in the drawing, and the rules to keep."""
    language = context.language
    number = f"{capitalised(wording('round', language))} {ROUNDS.index(name) + 1}"
    who = by_choice(context, lambda choices: _who(context, name, choices), tag="div")
    chosen = [rule for rule in context.handbook.ground_rules if name in rule.screen]
    return (
        f'<div class="stage__head"><p class="stage__number">{number}</p>'
        f"{_title(context.handbook.rounds[name].name[language])}{who}</div>"
        f'<div class="stage__rings">{_lit(context, name)}</div>{_rules(context, chosen)}'
    )


def _rounds_ahead(context: Context) -> str:
    """Return the three rounds beside each other, and the rules that always hold for everyone."""
    figures = ""
    for number, name in enumerate(ROUNDS, start=1):
        # Its description stands on the round's own stage, and no name may stand twice on a page.
        drawing = _NAMED.sub("", _lit(context, name))
        title = escape(context.handbook.rounds[name].name[context.language])
        figures += (
            f'<li><div aria-hidden="true">{drawing}</div><p><span>{number}</span> {title}</p></li>'
        )
    always = [
        rule
        for rule in context.handbook.ground_rules
        if set(rule.holds_for) == set(PARTIES) and set(rule.rounds) == set(ROUNDS)
    ]
    return f'<ol class="stage__ahead">{figures}</ol>{_rules(context, always)}'


def _title(text: str) -> str:
    # Not an h1: the page has its own, above the start button.
    return f'<p class="stage__title" role="heading" aria-level="1">{escape(text)}</p>'


def _who(context: Context, name: RoundName, choices: Choices) -> str:
    """Return who has the floor and who listens, each with the sign of the drawing."""
    speakers = numbers.speakers(context.handbook, name, choices)
    rows = ""
    for label, parties in (
        ("floor", speakers),
        ("listens", tuple(party for party in PARTIES if party not in speakers)),
    ):
        if parties:
            names = "".join(
                f"<dd>{_sign(party)}{wording(party, context.language)}</dd>" for party in parties
            )
            term = wording(label, context.language)
            rows += f'<div class="who--{label}"><dt>{term}</dt>{names}</div>'
    return f'<dl class="who">{rows}</dl>'


def _sign(party: Party) -> str:
    return f'<span class="sign sign--{party}"></span>'


def _lit(context: Context, name: RoundName) -> str:
    """Return the rings with what the style sheet needs to light up who may speak."""

    def write(choices: Choices) -> str:
        handbook = context.handbook
        seating = "rings" if name == "round1" else mode(handbook, name, choices).seating
        speakers = " ".join(numbers.speakers(handbook, name, choices))
        drawing = _close_up(rings_drawing(context, name, choices)[0])
        return f'<div class="lit" data-seating="{seating}" data-speaks="{speakers}">{drawing}</div>'

    return by_choice(context, write, tag="div")


def _close_up(drawing: str) -> str:
    """Return a drawing with a narrow margin: on a page it has more room around it."""

    def narrowed(found: re.Match[str]) -> str:
        x, y, width, height = (float(number) for number in found[1].split())
        less = CENTRE - OUTER_RADIUS - MARGIN
        return f'viewBox="{x + less:g} {y + less:g} {width - 2 * less:g} {height - 2 * less:g}"'

    return _VIEW.sub(narrowed, drawing, count=1)


def _rules(context: Context, rules: Iterable[GroundRule]) -> str:
    """Return rules in large letters, by who keeps to them: customers first, everyone last."""
    groups: dict[Parties, list[GroundRule]] = {}
    for rule in rules:
        parties = tuple(party for party in PARTIES if party in rule.holds_for)
        groups.setdefault(parties, []).append(rule)
    written = ""
    for parties in sorted(groups, key=lambda each: (len(each), PARTIES.index(each[0]))):
        signs = "".join(_sign(party) for party in parties)
        whom = (
            wording("everyone", context.language)
            if len(parties) == len(PARTIES)
            else party_names(parties, context.language)
        )
        items = "".join(
            f"<li{mark(context, rule.only)}>{escape(rule.text[context.language])}</li>"
            for rule in groups[parties]
        )
        written += (
            f'<div class="rules__group"><p class="rules__whom">{signs}{capitalised(whom)}</p>'
            f"<ul>{items}</ul></div>"
        )
    return f'<div class="rules">{written}</div>'


def _brief(context: Context, block: ProgrammeBlock, phrases: Mapping[str, str]) -> str:
    language = context.language

    def times(choices: Choices) -> str:
        slots = {slot.block.id: slot for slot in slots_of(context.handbook, choices)}
        return _times(context, slots[block.id]) if block.id in slots else ""

    what = f"<p>{escape(block.what[language])}</p>"
    rules = ""
    if block.round in BOTH:
        name = block.round

        def chosen(choices: Choices) -> str:
            way = mode(context.handbook, name, choices)
            return (
                f"<p><strong>{escape(way.name[language])}.</strong> "
                f"{escape(way.summary[language])}</p>"
            )

        what = by_choice(context, chosen, tag="div")
    if block.round is not None:
        held = [rule for rule in context.handbook.ground_rules if block.round in rule.screen]
        rules = _rules(context, held)
    return (
        f'<p class="brief__times">{by_choice(context, times)}</p>'
        f'<div class="brief__what">{what}</div>{_phrase(context, block, phrases)}{rules}'
    )


def _phrase(context: Context, block: ProgrammeBlock, phrases: Mapping[str, str]) -> str:
    """Return what the facilitator says when a block begins, or nothing."""

    def said(choices: Choices) -> str:
        ways = [choices[choice].replace("_", "-") for choice in BOTH if choice == block.round]
        names = [f"{block.id}-{way}" for way in ways] + [block.id]
        found = next((phrases[name] for name in names if name in phrases), "")
        return f"<blockquote>{found}</blockquote>" if found else ""

    return by_choice(context, said, tag="div")


def _times(context: Context, slot: Slot) -> str:
    start = clock_time(slot.start, context.language)
    return (
        f'<time data-start="{slot.start}">{start}</time> · {slot.minutes} '
        f"{wording('minutes', context.language)}"
    )
