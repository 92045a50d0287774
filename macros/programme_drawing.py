"""The day as a bar: every block as tall as it takes long."""

from handbook.choices import Choices
from handbook.schedule import Slot
from handbook.schedule import programme as slots_of
from macros.context import Context, by_choice
from macros.drawing import LINE, WIDTH, figure, frame, lines, spread, text
from macros.messages import message
from macros.programme import programme
from macros.rounds import ROUNDS
from macros.times import clock_short, clock_time
from macros.wording import wording

MINUTE = 1.8
"""Units for a minute: ten minutes still show as a box."""
BAR, BAR_WIDTH, TIME, WHAT = 4.0, 110.0, 172.0, 256.0
GAP = 9


def programme_bar(context: Context, round2: str | None = None, round3: str | None = None) -> str:
    """Return the day as a bar to scale, with the time at which each block begins.

    In Word, where drawings have no letters, it is the programme as a table.
    """
    if context.choices is not None:
        return programme(context, round2, round3)
    return by_choice(
        context,
        lambda choices: _figure(context, choices),
        tag="div",
        round2=round2,
        round3=round3,
    )


def _figure(context: Context, choices: Choices) -> str:
    language = context.language
    slots = slots_of(context.handbook, choices)
    top = 20.0
    marks = [top + (slot.start - slots[0].start) * MINUTE for slot in slots]
    bottom = top + (slots[-1].end - slots[0].start) * MINUTE
    labels = [
        lines(
            f"{slot.block.name[language]} ({slot.minutes}\u00a0{wording('minutes', language)})",
            WIDTH - WHAT,
        )
        for slot in slots
    ]
    labels.append([message("programme_end", language)])
    distances = [len(label) * LINE + GAP for label in labels]
    places = spread([*marks, bottom], distances[:-1])
    times = [slot.start for slot in slots] + [slots[-1].end]
    drawn = [_box(context, slot, mark) for slot, mark in zip(slots, marks, strict=True)]
    for minutes, label, mark, place in zip(times, labels, [*marks, bottom], places, strict=True):
        drawn.append(
            f'<path d="M{BAR + BAR_WIDTH} {mark:.1f}H{BAR + BAR_WIDTH + 12}'
            f'L{TIME - 22} {place:.1f}H{TIME - 8}" fill="none" '
            f'stroke="{context.handbook.brand.ink}" stroke-width="1.5"/>'
        )
        drawn.append(text(TIME, place, clock_short(minutes, language), bold=True))
        drawn += [text(WHAT, place + number * LINE, line) for number, line in enumerate(label)]
    description = " ".join(
        f"{clock_time(slot.start, language)}: {slot.block.name[language]}, "
        f"{slot.minutes} {wording('minutes', language)}."
        for slot in slots
    )
    svg = frame(
        f"programme-{choices.round2}-{choices.round3}".replace("_", "-"),
        message("programme_title", language),
        f"{description} {clock_time(times[-1], language)}: {message('programme_end', language)}.",
        max(bottom + 6, places[-1] + LINE),
        "".join(drawn),
        context.handbook.brand,
    )
    return figure("drawing drawing--tall", svg, message("programme_caption", language))


def _box(context: Context, slot: Slot, y: float) -> str:
    brand, height = context.handbook.brand, slot.minutes * MINUTE
    shape = f'<rect x="{BAR}" y="{y:.1f}" width="{BAR_WIDTH}" height="{height:.1f}"'
    if slot.block.round is not None:
        number = ROUNDS.index(slot.block.round) + 1
        middle = text(BAR + BAR_WIDTH / 2, y + height / 2, str(number), bold=True, anchor="middle")
        return (
            f'{shape} fill="{brand.outer}" stroke="{brand.ink}" stroke-width="2"/>'
            f'<g fill="{brand.paper}">{middle}</g>'
        )
    if slot.block.audience == "everyone":
        return f'{shape} fill="{brand.band}" stroke="{brand.ink}" stroke-width="2"/>'
    return (
        f'{shape} fill="{brand.paper}" stroke="{brand.ink}" stroke-width="2" '
        'stroke-dasharray="7 5"/>'
    )
