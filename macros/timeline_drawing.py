"""The timeline as a drawing: a line to scale, on which each moment has its place."""

from handbook.model import Language, Moment
from handbook.schedule import order_of
from macros.context import Context
from macros.drawing import LINE, WIDTH, figure, frame, lines, spread, text
from macros.messages import message
from macros.timeline import timeline
from macros.times import offset_distance, offset_phrase

AXIS, WHEN, WHAT = 20.0, 62.0, 238.0
GAP = 14
"""Between the labels of two moments."""
MONTH = order_of("+1 month")


def timeline_figure(context: Context) -> str:
    """Return all moments on one line to scale, from the first step to the last.

    In Word, where drawings have no letters, it is a list.
    """
    if context.choices is not None:
        return timeline(context)
    language = context.language
    stops = _stops(context)
    labels = [
        [line for moment in stop for line in lines(moment.name[language], WIDTH - WHAT)]
        for stop in stops
    ]
    distances = [len(label) * LINE + GAP for label in labels]
    days = [order_of(stop[0].offset) for stop in stops]
    top, length = 26.0, float(sum(distances))
    unit = length / (days[-1] - days[0])
    marks = [top + (day - days[0]) * unit for day in days]
    places = spread(marks, distances[:-1])
    brand = context.handbook.brand
    drawn = [
        f'<path d="M{AXIS} {marks[0]:.1f}V{marks[-1]:.1f}" stroke="{brand.outer}" '
        'stroke-width="3"/>'
    ]
    month = -int(-days[0] // MONTH)
    while month * MONTH <= days[-1]:
        y = marks[0] + (month * MONTH - days[0]) * unit
        drawn.append(
            f'<path d="M{AXIS - 9} {y:.1f}H{AXIS + 9}" stroke="{brand.outer}" stroke-width="2"/>'
        )
        month += 1
    for stop, label, day, mark, place in zip(stops, labels, days, marks, places, strict=True):
        drawn.append(
            f'<path d="M{AXIS} {mark:.1f}L{WHEN - 26} {place:.1f}H{WHEN - 8}" fill="none" '
            f'stroke="{brand.outer}" stroke-width="1.5"/>'
        )
        drawn.append(text(WHEN, place, when(stop[0], language), bold=day == 0))
        drawn += [
            text(WHAT, place + number * LINE, line, bold=day == 0)
            for number, line in enumerate(label)
        ]
    # Dots on top of the lines: open ones, and the day itself filled and larger.
    drawn += [
        f'<circle cx="{AXIS}" cy="{mark:.1f}" r="6" fill="{brand.paper}" '
        f'stroke="{brand.outer}" stroke-width="3"/>'
        for day, mark in zip(days, marks, strict=True)
        if day != 0
    ]
    drawn += [
        f'<circle cx="{AXIS}" cy="{mark:.1f}" r="13" fill="{brand.inner}"/>'
        for day, mark in zip(days, marks, strict=True)
        if day == 0
    ]
    height = max(marks[-1] + 20, places[-1] + len(labels[-1]) * LINE)
    description = " ".join(
        f"{offset_phrase(moment.offset, language)}: {moment.name[language]}."
        for stop in stops
        for moment in stop
    )
    title = message("timeline_title", language)
    svg = frame("timeline", title, description, height, "".join(drawn), brand)
    return figure("drawing drawing--tall", svg, message("timeline_caption", language))


def _stops(context: Context) -> list[list[Moment]]:
    """Return the moments in order of time; those of the same day together."""
    stops: dict[float, list[Moment]] = {}
    for moment in sorted(context.handbook.moments, key=lambda one: order_of(one.offset)):
        stops.setdefault(order_of(moment.offset), []).append(moment)
    return list(stops.values())


def when(moment: Moment, language: Language) -> str:
    """Return in short when a moment is: "8 weken vóór"."""
    days = order_of(moment.offset)
    if days == 0:
        return message("moment_day", language)
    return message(
        "moment_before" if days < 0 else "moment_after",
        language,
        distance=offset_distance(moment.offset, language),
    )
