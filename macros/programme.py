"""The day, block after block: for customers, and as a run sheet for the team."""

from html import escape

from handbook.choices import Choices
from handbook.schedule import Slot
from handbook.schedule import programme as slots_of
from macros.context import Context, by_choice
from macros.fields import free_text
from macros.tables import table
from macros.times import ending, starting
from macros.wording import capitalised, enumerated, wording


def programme(context: Context, round2: str | None = None, round3: str | None = None) -> str:
    """Return the programme as customers see it: time, what, how long."""

    def write(choices: Choices) -> str:
        language = context.language
        slots = [
            slot
            for slot in slots_of(context.handbook, choices)
            if slot.block.audience == "everyone"
        ]
        return table(
            [wording("time", language), wording("what", language), wording("how_long", language)],
            [
                [
                    _times(context, slot, round2, round3),
                    escape(slot.block.name[language]),
                    f"{slot.minutes} {wording('minutes', language)}",
                ]
                for slot in slots
            ],
            widths=[0.28, 0.47, 0.25],
            caption=wording("programme", language),
        )

    return by_choice(context, write, tag="div", round2=round2, round3=round3)


def run_sheet(context: Context, round2: str | None = None, round3: str | None = None) -> str:
    """Return every block of the day: time, what, who, and room for remarks."""

    def write(choices: Choices) -> str:
        language = context.language
        return table(
            [
                wording("time", language),
                wording("what", language),
                wording("who", language),
                wording("remarks", language),
            ],
            [
                [
                    _times(context, slot, round2, round3),
                    f"<strong>{escape(slot.block.name[language])}</strong><br>"
                    f"{escape(slot.block.what[language])}",
                    escape(
                        capitalised(
                            enumerated(
                                [
                                    context.handbook.roles[role].name[language]
                                    for role in slot.block.who
                                ],
                                language,
                            )
                        )
                    ),
                    free_text(f"programme.{slot.block.id}.note", wording("note", language)),
                ]
                for slot in slots_of(context.handbook, choices)
            ],
            widths=[0.14, 0.44, 0.2, 0.22],
            caption=wording("run_sheet", language),
        )

    return by_choice(context, write, tag="div", round2=round2, round3=round3)


def _times(context: Context, slot: Slot, round2: str | None, round3: str | None) -> str:
    """Return "15.00-15.30" with an en dash that does not break."""
    start = starting(context, slot, round2, round3)
    end = ending(context, slot, round2, round3)
    return f"{start}\u2060\u2013\u2060{end}"  # word joiners keep the times on one line
