"""The room plan: both rings to scale, with measures."""

from math import cos, pi, sin

from handbook import numbers
from handbook.choices import Choices
from handbook.model import Brand, Handbook, Language
from handbook.room import Room, room
from macros.context import Context, by_choice
from macros.digits import without_letters
from macros.drawing import WIDTH, figure, frame, metres, text
from macros.messages import message
from macros.tables import table

LEFT, TOP = 78.0, 62.0
WALLS = WIDTH - LEFT - 6
CENTRE_X, CENTRE_Y = LEFT + WALLS / 2, TOP + WALLS / 2
HEIGHT = TOP + WALLS + 74
DOOR = 1.0
"""Width of the drawn door in metres: a drawing of a door, no demand on the room."""


def room_plan(context: Context, round3: str | None = None) -> str:
    """Return the plan of the room: rings to scale, places, passage, door and measures."""
    return by_choice(context, lambda choices: _figure(context, choices), tag="div", round3=round3)


def room_sizes(context: Context) -> str:
    """Return a table: for so many customers so many chairs, and a room of this size."""
    handbook, language = context.handbook, context.language
    columns = ("room_customers", "room_inside", "room_outside", "room_side")
    return table(
        [message(column, language) for column in columns],
        [
            [
                str(wanted),
                str(seats - 1),
                str(planned.seats_outside - planned.aisle),
                side(planned, language),
            ]
            for wanted in numbers.customer_numbers(handbook)
            for seats in (seats_inside(handbook, wanted),)
            for planned in (room(handbook, seats),)
        ],
        widths=[0.2, 0.26, 0.28, 0.26],
        caption=message("room_title", language),
        classes="numbers",
    )


def seats_inside(handbook: Handbook, wanted: int) -> int:
    """Return the chairs of the inner ring: one for each acceptance, and the facilitator's."""
    return numbers.acceptances_for(handbook, wanted) + 1


def side(planned: Room, language: Language) -> str:
    """Return the size of a room: "10,5 × 10,5 m"."""
    length = metres(planned.side, language)
    return f"{length}\u00a0×\u00a0{length}\u00a0m"


def _figure(context: Context, choices: Choices) -> str:
    handbook, language = context.handbook, context.language
    wanted = numbers.customers(handbook, choices)
    planned = room(handbook, seats_inside(handbook, wanted))
    employees = min(
        numbers.employees_most(handbook, choices), planned.seats_outside - planned.aisle
    )
    sentence = message(
        "room_caption",
        language,
        chairs=planned.seats_inside - 1,
        side=metres(planned.side, language),
        outside=planned.seats_outside - planned.aisle,
    )
    description = message(
        "room_description", language, chairs=planned.seats_inside - 1, employees=employees
    )
    svg = frame(
        f"room-{planned.seats_inside}-{employees}",
        message("room_title", language),
        f"{description} {sentence}",
        HEIGHT,
        _drawing(handbook, planned, employees, language),
        handbook.brand,
    )
    if context.choices is not None:
        # Where Word's pictures are painted there are no letters; a door is seen to be one.
        svg = without_letters(svg, handbook.brand.ink)
    return figure("rings room", svg, f"{message('room_legend', language)} {sentence}")


def _drawing(handbook: Handbook, planned: Room, employees: int, language: Language) -> str:
    brand, measures = handbook.brand, handbook.rings.room
    unit = WALLS / planned.side
    depth = measures.chair_depth.value
    inner_line = (planned.inner_radius + depth / 2) * unit
    outer_line = (planned.outer_radius + depth / 2) * unit
    drawn = [
        _walls(unit, brand, message("room_door", language)),
        _ring(outer_line, depth * unit * 1.5, brand.line),
        _ring(inner_line, depth * unit * 1.5, brand.band),
    ]
    # Both rings leave the way from the door free: a gap at the bottom.
    full = 2 * pi
    inner = [full * (place + 0.5) / planned.seats_inside for place in range(planned.seats_inside)]
    aisle = full * planned.aisle / planned.seats_outside
    outer = [aisle / 2 + (full - aisle) * (place + 0.5) / employees for place in range(employees)]
    facilitator = planned.seats_inside // 2
    for place, turn in enumerate(inner):
        x, y = _on_ring(inner_line, turn)
        if place == 0:
            drawn.append(_wheelchair(x, y, unit, brand))
        elif place == facilitator:
            drawn.append(_diamond(x, y, brand))
        else:
            drawn.append(
                f'<circle class="seat-customer" cx="{x:.1f}" cy="{y:.1f}" '
                f'r="{depth * unit / 2:.1f}" fill="{brand.inner}"/>'
            )
    for place, turn in enumerate(outer):
        x, y = _on_ring(outer_line, turn)
        if place == 0:
            drawn.append(_wheelchair(x, y, unit, brand))
        else:
            drawn.append(
                f'<circle class="seat-employee" cx="{x:.1f}" cy="{y:.1f}" '
                f'r="{depth * unit / 2 - 1.5:.1f}" fill="{brand.paper}" '
                f'stroke="{brand.outer}" stroke-width="3"/>'
            )
    drawn.append(_measures(handbook, planned, unit, language))
    return "".join(drawn)


def _on_ring(radius: float, turn: float) -> tuple[float, float]:
    """Return a point on a ring; turn 0 is at the door, then counter-clockwise."""
    return CENTRE_X + radius * sin(turn), CENTRE_Y + radius * cos(turn)


def _ring(radius: float, width: float, colour: str) -> str:
    return (
        f'<circle cx="{CENTRE_X}" cy="{CENTRE_Y}" r="{radius:.1f}" fill="none" '
        f'stroke="{colour}" stroke-width="{width:.1f}"/>'
    )


def _walls(unit: float, brand: Brand, door: str) -> str:
    half, bottom = DOOR * unit / 2, TOP + WALLS
    right = CENTRE_X + half
    return (
        f'<rect x="{LEFT}" y="{TOP}" width="{WALLS}" height="{WALLS}" fill="{brand.paper}"/>'
        f'<path d="M{CENTRE_X - half:.1f} {bottom}H{LEFT}V{TOP}H{LEFT + WALLS}V{bottom}'
        f'H{right:.1f}V{bottom + 2 * half:.1f}" fill="none" stroke="{brand.ink}" '
        'stroke-width="5" stroke-linejoin="round"/>'
        f'<path d="M{CENTRE_X - half:.1f} {bottom}A{2 * half:.1f} {2 * half:.1f} 0 0 0 '
        f'{right:.1f} {bottom + 2 * half:.1f}" fill="none" stroke="{brand.ink}" '
        'stroke-width="1.5" stroke-dasharray="5 5"/>'
        f"{text(right + 14, bottom + 30, door)}"
    )


def _diamond(x: float, y: float, brand: Brand) -> str:
    return (
        f'<rect class="seat-facilitator" x="{x - 11:.1f}" y="{y - 11:.1f}" width="22" height="22" '
        f'rx="4" transform="rotate(45 {x:.1f} {y:.1f})" fill="{brand.ink}"/>'
    )


def _wheelchair(x: float, y: float, unit: float, brand: Brand) -> str:
    """Return a place without a chair: a dashed square with somebody in a wheelchair."""
    size = 0.62 * unit
    return (
        f'<g class="seat-wheelchair" transform="translate({x - size / 2:.1f} {y - size / 2:.1f}) '
        f'scale({size / 24:.3f})"><rect width="24" height="24" rx="3" fill="{brand.paper}" '
        f'stroke="{brand.ink}" stroke-width="1.4" stroke-dasharray="3 2"/>'
        f'<circle cx="10" cy="5" r="2.1" fill="{brand.ink}"/>'
        f'<path d="M10 8.4V13.4H14.8L17 18.4M7.6 11.4A4.6 4.6 0 1 0 14.3 17" fill="none" '
        f'stroke="{brand.ink}" stroke-width="1.9" stroke-linecap="round" '
        'stroke-linejoin="round"/></g>'
    )


def _measures(handbook: Handbook, planned: Room, unit: float, language: Language) -> str:
    measures, ink = handbook.rings.room, handbook.brand.ink
    drawn = []
    # The way from the inner ring to the wall, through the passage to the door.
    start = planned.inner_radius
    for length in (measures.ring_gap, measures.chair_depth, measures.walkway):
        end = start + length.value
        top = CENTRE_Y + start * unit
        bottom = min(CENTRE_Y + end * unit, TOP + WALLS - 3)
        # Behind the inner ring's own chairs, where there is room for letters.
        middle = (top + bottom) / 2
        if length is measures.ring_gap:
            middle = (top + measures.chair_depth.value * unit * 1.25 + bottom) / 2
        drawn.append(_dimension(CENTRE_X, top, CENTRE_X, bottom, ink))
        drawn.append(text(CENTRE_X + 12, middle, metres(length.value, language), bold=True))
        start = end
    # From chair to chair, inside the inner ring, on the left.
    seats = planned.seats_inside
    place = round(seats * 3 / 4 - 0.5)
    radius = (planned.inner_radius - 0.12) * unit
    (x1, y1), (x2, y2) = (
        _on_ring(radius, 2 * pi * (one + 0.5) / seats) for one in (place, place - 1)
    )
    drawn.append(_dimension(x1, y1, x2, y2, ink))
    x, y = _on_ring(radius - 12, 2 * pi * place / seats)
    drawn.append(text(x, y, metres(measures.chair_pitch.value, language), bold=True))
    # The whole room.
    whole = f"{metres(planned.side, language)} m"
    drawn.append(_dimension(LEFT, TOP - 22, LEFT + WALLS, TOP - 22, ink))
    drawn.append(text(CENTRE_X, TOP - 44, whole, bold=True, anchor="middle"))
    drawn.append(_dimension(LEFT - 22, TOP, LEFT - 22, TOP + WALLS, ink))
    drawn.append(
        f'<g transform="rotate(-90 {LEFT - 46} {CENTRE_Y})">'
        f"{text(LEFT - 46, CENTRE_Y, whole, bold=True, anchor='middle')}</g>"
    )
    return "".join(drawn)


def _dimension(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Return a line with a short stroke across each end."""
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    across_x, across_y = (y1 - y2) / length * 7, (x2 - x1) / length * 7
    strokes = "".join(
        f"M{x - across_x:.1f} {y - across_y:.1f}L{x + across_x:.1f} {y + across_y:.1f}"
        for x, y in ((x1, y1), (x2, y2))
    )
    return (
        f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}{strokes}" fill="none" '
        f'stroke="{colour}" stroke-width="2"/>'
    )
