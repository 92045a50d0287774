"""Dates from an event's date, and clock times from the start of the day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from handbook.choices import Choices, holds
from handbook.model import Handbook, ProgrammeBlock, split_offset
from handbook.numbers import minutes


@dataclass(frozen=True, slots=True)
class Slot:
    """A block of the programme with its times, in minutes after midnight."""

    block: ProgrammeBlock
    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it takes, in minutes."""
        return self.end - self.start


def block_minutes(handbook: Handbook, block: ProgrammeBlock, choices: Choices) -> int:
    """Return how long a block of the programme takes, in minutes."""
    if block.round is not None:
        return minutes(handbook, block.round, choices).usual
    if block.minutes is None:
        raise ValueError(f"programme block {block.id} has neither minutes nor a round")
    return block.minutes.usual


def programme(
    handbook: Handbook, choices: Choices, welcome_at: int | None = None
) -> tuple[Slot, ...]:
    """Return the day with its times: what comes before the welcome is reckoned backwards.

    `welcome_at` is in minutes after midnight; by default it comes from the config.
    """
    welcome = clock(handbook.programme.welcome_at) if welcome_at is None else welcome_at
    blocks = [block for block in handbook.programme.blocks if holds(block.only, choices)]
    names = [block.id for block in blocks]
    before = blocks[: names.index(handbook.programme.welcome)]
    moment = welcome - sum(block_minutes(handbook, block, choices) for block in before)
    slots = []
    for block in blocks:
        end = moment + block_minutes(handbook, block, choices)
        slots.append(Slot(block, moment, end))
        moment = end
    return tuple(slots)


def clock(time: str) -> int:
    """Return a clock time such as "15:30" in minutes after midnight."""
    hours, minutes_past = time.split(":")
    return int(hours) * 60 + int(minutes_past)


def date_of(event: date, offset: str) -> date:
    """Return the date at a signed offset from the event's date.

    Months keep the day of the month where it exists, and else take the month's last day:
    three months before 31 May is 28 (or 29) February.
    """
    number, unit = split_offset(offset)
    if unit == "months":
        month = event.month - 1 + number
        year, month = event.year + month // 12, month % 12 + 1
        return date(year, month, min(event.day, monthrange(year, month)[1]))
    return event + timedelta(days=number * (7 if unit == "weeks" else 1))


def order_of(offset: str) -> float:
    """Return the approximate distance in days, to put offsets in order."""
    number, unit = split_offset(offset)
    return number * {"days": 1.0, "weeks": 7.0, "months": 365.25 / 12}[unit]
