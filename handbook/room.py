"""The room: how large it has to be for the two rings, from chairs and metres (D05)."""

from dataclasses import dataclass
from math import ceil, floor, pi

from handbook.model import Handbook

HALF_METRE = 0.5
SLACK = 0.05
"""A room may fall short of the sum by so many metres: nobody measures a hall by the centimetre."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room with two rings, in metres. A ring is measured along the front of its chairs."""

    seats_inside: int
    """Chairs in the inner ring, the facilitator's among them."""
    inner_radius: float
    outer_radius: float
    seats_outside: int
    """Chairs that fit beside each other in the outer ring, when it is closed."""
    aisle: int
    """Chairs of the outer ring that are left out, so that people can get to the inner ring."""
    side: float
    """Length and width of the room, in half metres."""


def room(handbook: Handbook, seats: int) -> Room:
    """Return the room for an inner ring of so many chairs, the facilitator's among them."""
    measures = handbook.rings.room
    pitch = measures.chair_pitch.value
    inner = seats * pitch / (2 * pi)
    outer = inner + measures.ring_gap.value
    needed = 2 * (outer + measures.chair_depth.value + measures.walkway.value)
    return Room(
        seats_inside=seats,
        inner_radius=inner,
        outer_radius=outer,
        seats_outside=floor(round(2 * pi * outer / pitch, 6)),
        aisle=ceil(round(measures.walkway.value / pitch, 6)),
        side=ceil((needed - SLACK) / HALF_METRE) * HALF_METRE,
    )
