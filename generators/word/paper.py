"""The sheet of paper: A4, with the margins of the house. All measures are in twips."""

from dataclasses import dataclass
from typing import Literal

from docx.shared import Length, Mm, Twips

Orientation = Literal["portrait", "landscape"]


def twips(length: Length) -> int:
    """Give a length in the unit of Word, a twentieth of a point."""
    return round(length / Twips(1))


SIDE = twips(Mm(23))
TOP = twips(Mm(29))
BOTTOM = twips(Mm(22))
HEAD = twips(Mm(11))
FOOT = twips(Mm(11))


@dataclass(frozen=True, slots=True)
class Paper:
    """One A4 sheet, upright or on its side."""

    orientation: Orientation
    width: int
    height: int

    @property
    def text_width(self) -> int:
        """The room between the left and the right margin."""
        return self.width - 2 * SIDE

    @property
    def text_height(self) -> int:
        """The room between the top and the bottom margin."""
        return self.height - TOP - BOTTOM


PAPERS: dict[Orientation, Paper] = {
    "portrait": Paper("portrait", 11906, 16838),
    "landscape": Paper("landscape", 16838, 11906),
}
