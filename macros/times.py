"""Clock times, moments and distances in words."""

from handbook.choices import Choices
from handbook.model import Language, Moment, split_offset
from handbook.schedule import Slot, programme
from macros.context import Context, MacroError, by_choice
from macros.fields import reckoned
from macros.wording import UNITS, wording

_AFTER_TIME = {"nl": " uur", "en": ""}


def clock_time(minutes: int, language: Language) -> str:
    """Return minutes after midnight as "15.30 uur" or "15:30"."""
    return clock_short(minutes, language) + _AFTER_TIME[language]


def clock_short(minutes: int, language: Language) -> str:
    """Return minutes after midnight as "15.30" or "15:30", for a column of times."""
    hours, past = divmod(minutes, 60)
    return f"{hours}.{past:02}" if language == "nl" else f"{hours}:{past:02}"


def starts(
    context: Context, block: str, round2: str | None = None, round3: str | None = None
) -> str:
    """Return when a block of the programme begins."""

    def write(choices: Choices) -> str:
        return _in_text(context, starting(context, _slot(context, block, choices), round2, round3))

    return by_choice(context, write, round2=round2, round3=round3)


def ends(context: Context, block: str, round2: str | None = None, round3: str | None = None) -> str:
    """Return when a block of the programme ends."""

    def write(choices: Choices) -> str:
        return _in_text(context, ending(context, _slot(context, block, choices), round2, round3))

    return by_choice(context, write, round2=round2, round3=round3)


def starting(
    context: Context, slot: Slot, round2: str | None = None, round3: str | None = None
) -> str:
    """Return when a slot begins, as text that changes with an event's own time.

    `round2` and `round3` pin a mode: the time is that of the day with this mode.
    """
    return _of_slot(context, slot, "start", slot.start, round2, round3)


def ending(
    context: Context, slot: Slot, round2: str | None = None, round3: str | None = None
) -> str:
    """Return when a slot ends, as text that changes with an event's own time."""
    return _of_slot(context, slot, "end", slot.end, round2, round3)


def find_moment(context: Context, identifier: str) -> Moment:
    """Return a moment of the timeline; raises `MacroError` where there is none."""
    for moment in context.handbook.moments:
        if moment.id == identifier:
            return moment
    known = ", ".join(moment.id for moment in context.handbook.moments)
    raise MacroError(f'there is no moment "{identifier}"; write one of: {known}')


def distance(context: Context, identifier: str) -> str:
    """Return how far a moment is from the day, without before or after: "8 weken"."""
    return offset_distance(find_moment(context, identifier).offset, context.language)


def moment(context: Context, identifier: str) -> str:
    """Return when a moment is: "8 weken vóór de bijeenkomst"."""
    return offset_phrase(find_moment(context, identifier).offset, context.language)


def offset_distance(offset: str, language: Language) -> str:
    """Return a signed offset as a distance: "-8 weeks" gives "8 weken"."""
    number, unit = split_offset(offset)
    one, many = UNITS[unit]
    # Eleven weeks is eleven weeks, but "1 weken" is nothing.
    return f"{abs(number)} {(one if abs(number) == 1 else many)[language]}"


def offset_phrase(offset: str, language: Language) -> str:
    """Return a signed offset as a phrase: "-8 weeks" gives "8 weken vóór de bijeenkomst"."""
    number, _ = split_offset(offset)
    if number == 0:
        return wording("on_the_day", language)
    side = wording("before" if number < 0 else "after", language)
    return f"{offset_distance(offset, language)} {side}"


def _of_slot(
    context: Context, slot: Slot, edge: str, minutes: int, round2: str | None, round3: str | None
) -> str:
    language = context.language
    pins = {name: mode for name, mode in (("round2", round2), ("round3", round3)) if mode}
    return reckoned(
        f"times.{slot.block.id}.{edge}",
        f"{slot.block.name[language]}: {wording(f'time_{edge}', language)}",
        clock_short(minutes, language),
        pins,
    )


def _in_text(context: Context, time: str) -> str:
    return time + _AFTER_TIME[context.language]


def _slot(context: Context, block: str, choices: Choices) -> Slot:
    if block not in {one.id for one in context.handbook.programme.blocks}:
        known = ", ".join(one.id for one in context.handbook.programme.blocks)
        raise MacroError(f'"{block}" is not a block of the programme; write one of: {known}')
    for slot in programme(context.handbook, choices):
        if slot.block.id == block:
            return slot
    raise MacroError(
        f'the block "{block}" is not held with every choice; '
        "stay inside its tab and name the mode, as in "
        f'{{{{ starts("{block}", round3="organisation_answer") }}}}'
    )
