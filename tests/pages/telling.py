"""Whether a page tells a fact: its words stand close together, and under the right choice."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generators.prose import Passage
from handbook.facts import Fact
from handbook.model import Handbook, Language

# A fact takes a few sentences at most; words further apart than this tell nothing together.
NEAR = 50


@dataclass(frozen=True)
class Place:
    """Where a fact stands: the passages from the first of its words to the last."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return " … ".join(passage.text for passage in self.passages)


@dataclass(frozen=True)
class Stretch:
    """Passages that are read on end: those of one tab, or those between two sets of tabs."""

    passages: tuple[Passage, ...]

    @cached_property
    def words(self) -> list[tuple[str, int]]:
        """The plain words, each with the place of its passage."""
        return [
            (word, place)
            for place, passage in enumerate(self.passages)
            for word in plain(passage.text).split()
        ]

    def tells(self, stems: tuple[str, ...]) -> Iterator[Place]:
        """Yield each place where something of every stem stands close together."""
        found = [self._positions(stem) for stem in stems]
        if not all(found):
            return
        for start in sorted(set().union(*found)):
            ends = [positions[bisect_left(positions, start) :] for positions in found]
            if all(end and end[0] < start + NEAR for end in ends):
                last = max(end[0] for end in ends)
                yield Place(self.passages[self.words[start][1] : self.words[last][1] + 1])

    def _positions(self, stem: str) -> list[int]:
        text = " ".join(word for word, _ in self.words)
        ways = "|".join(
            # Half a number is another number: 6 is not 60.
            re.escape(way) + (r"\b" if way[-1].isdigit() else "")
            for way in (plain(one) for one in stem.split("|"))
        )
        return [text.count(" ", 0, match.start()) for match in re.finditer(rf"\b(?:{ways})", text)]


def stretches(page: tuple[Passage, ...]) -> list[Stretch]:
    return [
        Stretch(tuple(group)) for _, group in groupby(page, key=lambda one: (one.tabs, one.tab))
    ]


def places(fact: Fact, language: Language, page: list[Stretch]) -> list[Place]:
    return [place for stretch in page for place in stretch.tells(fact.says[language])]


def holds_for(place: Place, fact: Fact, handbook: Handbook, language: Language) -> bool:
    """Tell whether it is clear that what stands here holds for the fact's modes.

    It is in their tab, in a part that is shown with them, or in a text that names one of them or
    a preset that has it.
    """
    names = _names(fact, handbook, language)
    return any(
        passage.tab in names
        or any(name.lower() in passage.text.lower() for name in names)
        or any(modes <= set(getattr(fact.only, choice)) for choice, modes in passage.modes.items())
        for passage in place.passages
    )


def is_elsewhere(place: Place, fact: Fact, handbook: Handbook, language: Language) -> bool:
    """Tell whether a place is in the tab of a mode for which the fact does not hold."""
    others = {
        mode.name[language]
        for name, choice in handbook.choices.items()
        if (wanted := getattr(fact.only, name))
        for identifier, mode in choice.modes.items()
        if identifier not in wanted
    }
    return place.passages[0].tab in others


def _names(fact: Fact, handbook: Handbook, language: Language) -> set[str]:
    names = set()
    for name, choice in handbook.choices.items():
        for identifier in getattr(fact.only, name):
            names.add(choice.modes[identifier].name[language])
            names |= {
                preset.name[language]
                for preset in handbook.presets.values()
                if getattr(preset, name) == identifier
            }
    return names


def plain(text: str) -> str:
    """Return small letters and digits only, without accents and apostrophes."""
    letters = re.sub(r"[\u0300-\u036f'’]", "", unicodedata.normalize("NFKD", text.lower()))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())
