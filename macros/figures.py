"""Drawings of the rings: who sits where, and who may speak.

The SVG carries literal colours, since the rasteriser for Word knows no CSS variables; the
site's style sheet overrides them by class. Shape carries the meaning: a filled dot is a
customer, an open dot an employee, a diamond the facilitator, and two arcs mean "may speak".
"""

from dataclasses import dataclass
from html import escape
from math import ceil, cos, pi, sin

from handbook import numbers
from handbook.choices import Choices, mode
from handbook.model import Brand, Party, RoundName
from macros.context import Context, by_choice
from macros.rounds import find_round, party_names
from macros.wording import wording

SIZE = 640
CENTRE = SIZE / 2
INNER_RADIUS = 140
OUTER_RADIUS = 250
SEAT = 15
ROOM = CENTRE - OUTER_RADIUS
"""What stays free above the highest seat and below the lowest."""
EDGE = 10
"""What stays free at least around a ring, where few seats stand far from its top."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One chair: where it stands, who sits on it, and where that person looks."""

    x: float
    y: float
    party: Party
    facing_x: float = CENTRE
    facing_y: float = CENTRE


@dataclass(frozen=True, slots=True)
class Band:
    """One ring of the floor, on which chairs stand."""

    name: str
    x: float
    y: float
    radius: float
    width: float


def rings(
    context: Context, round_name: str, round2: str | None = None, round3: str | None = None
) -> str:
    """Return the ring figure of a round, drawn with the configured numbers."""
    name = find_round(round_name)
    return by_choice(
        context,
        lambda choices: _figure(context, name, choices),
        tag="div",
        round2=round2,
        round3=round3,
    )


def rings_drawing(context: Context, name: RoundName, choices: Choices) -> tuple[str, str]:
    """Return the drawing of a round as SVG, and its description in words."""
    handbook, language = context.handbook, context.language
    seating = "rings" if name == "round1" else mode(handbook, name, choices).seating
    speakers = numbers.speakers(handbook, name, choices)
    customers = numbers.customers(handbook, choices)
    least = numbers.employees_least(handbook, choices)
    employees = min(ceil(customers * 1.5), numbers.employees_most(handbook, choices))
    if seating == "groups":
        employees = least
        groups = ceil((customers + employees) / handbook.rings.group.value)
        seats, tables = _seats_in_groups(customers, employees, groups)
        where = _words_groups(customers, employees, groups, language)
    elif seating == "swapped":
        employees = least
        seats, tables = _seats_in_rings("employees", employees, "customers", customers)
        where = _words_rings("employees", employees, "customers", customers, language)
    else:
        seats, tables = _seats_in_rings("customers", customers, "employees", employees)
        where = _words_rings("customers", customers, "employees", employees, language)
    speak = party_names(speakers, language)
    talk = {"nl": f"Aan het woord: {speak}.", "en": f"Speaking: {speak}."}[language]
    title = handbook.rounds[name].name[language]
    # The same drawing has the same id: what differs between the modes is in it.
    identifier = f"rings-{name}-{seating}-{customers}-{employees}"
    description = f"{where} {talk}"
    return (
        _svg(identifier, title, description, tables, seats, speakers, handbook.brand),
        description,
    )


def two_rings(context: Context, title: str, customers: int, employees: int) -> str:
    """Return the ring figure with so many people, as they sit in round 1."""
    handbook, language = context.handbook, context.language
    seats, bands = _seats_in_rings("customers", customers, "employees", employees)
    svg = _svg(
        f"rings-{customers}-{employees}",
        title,
        _words_rings("customers", customers, "employees", employees, language),
        bands,
        seats,
        handbook.rounds["round1"].speaks,
        handbook.brand,
    )
    return _with_legend(context, svg, f"{escape(title)}. ")


def empty_rings(brand: Brand) -> str:
    """Return the two rings with nobody in them, as a decoration."""
    bands = [
        Band("ring-outer", CENTRE, CENTRE, OUTER_RADIUS, 44),
        Band("ring-inner", CENTRE, CENTRE, INNER_RADIUS, 48),
    ]
    colours = {"ring-outer": brand.line, "ring-inner": brand.band}
    drawn = "".join(_band(band, colours) for band in bands)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" '
        f'aria-hidden="true">{drawn}</svg>'
    )


def _figure(context: Context, name: RoundName, choices: Choices) -> str:
    svg, _ = rings_drawing(context, name, choices)
    return _with_legend(context, svg)


def _with_legend(context: Context, svg: str, caption: str = "") -> str:
    language = context.language
    legend = (
        f"● {wording('customer', language)} · ○ {wording('employee', language)} · "
        f"◆ {wording('facilitator', language)} · )) {wording('may_speak', language)}"
    )
    return (
        f'<figure class="rings" data-width="90">{svg}'
        f"<figcaption>{caption}{legend}</figcaption></figure>"
    )


def _words_rings(
    inner: Party, inner_count: int, outer: Party, outer_count: int, language: str
) -> str:
    if language == "nl":
        names = {"customers": "klanten", "employees": "medewerkers"}
        return (
            f"{inner_count} {names[inner]} en de gespreksleider zitten in de binnenring. "
            f"{outer_count} {names[outer]} zitten daaromheen in de buitenring."
        )
    return (
        f"{inner_count} {inner} and the facilitator sit in the inner ring. "
        f"{outer_count} {outer} sit around them in the outer ring."
    )


def _words_groups(customers: int, employees: int, groups: int, language: str) -> str:
    if language == "nl":
        return (
            f"{customers} klanten en {employees} medewerkers zitten gemengd in {groups} groepjes. "
            "De gespreksleider loopt ertussen."
        )
    return (
        f"{customers} customers and {employees} employees sit in {groups} mixed groups. "
        "The facilitator walks between them."
    )


def _seats_in_rings(
    inner: Party, inner_count: int, outer: Party, outer_count: int
) -> tuple[list[Seat], list[Band]]:
    inner_parties: list[Party] = ["facilitator", *[inner] * inner_count]
    seats = [
        Seat(*_on_circle(CENTRE, CENTRE, INNER_RADIUS, place, len(inner_parties)), party)
        for place, party in enumerate(inner_parties)
    ]
    seats += [
        Seat(*_on_circle(CENTRE, CENTRE, OUTER_RADIUS, place + 0.5, outer_count), outer)
        for place in range(outer_count)
    ]
    bands = [
        Band("ring-outer", CENTRE, CENTRE, OUTER_RADIUS, 44),
        Band("ring-inner", CENTRE, CENTRE, INNER_RADIUS, 48),
    ]
    return seats, bands


def _seats_in_groups(customers: int, employees: int, groups: int) -> tuple[list[Seat], list[Band]]:
    # The more groups, the smaller each one, so that neighbours do not touch.
    distance = 0 if groups == 1 else 175
    radius = 120 if groups == 1 else min(86, 0.78 * distance * sin(pi / groups))
    seats = [Seat(CENTRE, CENTRE, "facilitator", CENTRE, CENTRE + 1)] if groups > 1 else []
    bands = []
    for group in range(groups):
        x, y = _on_circle(CENTRE, CENTRE, distance, group + 0.5, groups)
        members: list[Party] = [
            *["customers"] * len(range(group, customers, groups)),  # type: ignore[list-item]
            *["employees"] * len(range(group, employees, groups)),  # type: ignore[list-item]
        ]
        mixed = members[::2] + members[1::2]
        bands.append(Band("ring-inner", x, y, radius, 44))
        seats += [
            Seat(*_on_circle(x, y, radius, place, len(mixed)), party, x, y)
            for place, party in enumerate(mixed)
        ]
    return seats, bands


def _on_circle(x: float, y: float, radius: float, place: float, places: int) -> tuple[float, float]:
    """Return a point on a circle; place 0 is at the top, then clockwise."""
    angle = 2 * pi * place / places - pi / 2
    return x + radius * cos(angle), y + radius * sin(angle)


def _svg(
    identifier: str,
    title: str,
    description: str,
    bands: list[Band],
    seats: list[Seat],
    speakers: tuple[Party, ...],
    brand: Brand,
) -> str:
    colours = {
        "ring-outer": brand.line,
        "ring-inner": brand.band,
        "customers": brand.inner,
        "employees": brand.outer,
        "facilitator": brand.ink,
        "paper": brand.paper,
    }
    drawn = [_band(band, colours) for band in bands]
    for seat in seats:
        drawn.append(_seat(seat, colours))
        if seat.party in speakers:
            drawn.append(_arcs(seat, colours[seat.party]))
    reach = [(seat.y, ROOM) for seat in seats]
    reach += [(band.y, band.radius + band.width / 2 + EDGE) for band in bands]
    top = min(y - free for y, free in reach)
    height = max(y + free for y, free in reach) - top
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {top:.0f} {SIZE} {height:.0f}" '
        'role="img" '
        f'aria-labelledby="{identifier}-title {identifier}-description">'
        f'<title id="{identifier}-title">{escape(title)}</title>'
        f'<desc id="{identifier}-description">{escape(description)}</desc>'
        f"{''.join(drawn)}</svg>"
    )


def _band(band: Band, colours: dict[str, str]) -> str:
    return (
        f'<circle class="{band.name}" cx="{band.x:.1f}" cy="{band.y:.1f}" r="{band.radius:.1f}" '
        f'fill="none" stroke="{colours[band.name]}" stroke-width="{band.width}"/>'
    )


def _seat(seat: Seat, colours: dict[str, str]) -> str:
    x, y = seat.x, seat.y
    match seat.party:
        case "customers":
            return (
                f'<circle class="seat-customer" cx="{x:.1f}" cy="{y:.1f}" r="{SEAT}" '
                f'fill="{colours["customers"]}"/>'
            )
        case "employees":
            return (
                f'<circle class="seat-employee" cx="{x:.1f}" cy="{y:.1f}" r="{SEAT - 1.5}" '
                f'fill="{colours["paper"]}" stroke="{colours["employees"]}" stroke-width="3"/>'
            )
        case "facilitator":
            return (
                f'<rect class="seat-facilitator" x="{x - 13:.1f}" y="{y - 13:.1f}" width="26" '
                f'height="26" rx="4" transform="rotate(45 {x:.1f} {y:.1f})" '
                f'fill="{colours["facilitator"]}"/>'
            )


def _arcs(seat: Seat, colour: str) -> str:
    """Return two arcs in front of a seat, as of a voice."""
    dx, dy = seat.facing_x - seat.x, seat.facing_y - seat.y
    length = (dx * dx + dy * dy) ** 0.5
    dx, dy = dx / length, dy / length
    paths = ""
    for radius in (22, 29):
        # Half a radian to both sides of where the person looks.
        ends = [
            (
                seat.x + radius * (dx * cos(turn) - dy * sin(turn)),
                seat.y + radius * (dx * sin(turn) + dy * cos(turn)),
            )
            for turn in (-0.5, 0.5)
        ]
        (x1, y1), (x2, y2) = ends
        paths += f"M{x1:.1f} {y1:.1f}A{radius} {radius} 0 0 1 {x2:.1f} {y2:.1f}"
    return (
        f'<path class="speaks speaks--{seat.party}" d="{paths}" fill="none" stroke="{colour}" '
        'stroke-width="3" stroke-linecap="round"/>'
    )
