"""The choices of the method: how round 2 and round 3 are done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from handbook.model import ChoiceName, Condition, Handbook, Mode, Preset


@dataclass(frozen=True, slots=True)
class Choices:
    """One combination: a mode for round 2 and a mode for round 3."""

    round2: str
    round3: str

    def __getitem__(self, choice: ChoiceName) -> str:
        """Return the mode that is chosen for one round."""
        return self.round2 if choice == "round2" else self.round3


def default_choices(handbook: Handbook) -> Choices:
    """Return the choices of the default preset, or those that hold instead of them."""
    preset = choices_of(handbook.presets[handbook.default_preset])
    return replace(preset, **handbook.default_modes)


def choices_of(preset: Preset) -> Choices:
    """Return the choices of a preset."""
    return Choices(preset.round2, preset.round3)


def combinations(handbook: Handbook, depends: tuple[ChoiceName, ...]) -> Iterator[Choices]:
    """Yield one combination for each way the named choices can fall, presets first.

    A choice that is not named keeps its default.
    """
    default = default_choices(handbook)
    every = [
        Choices(round2, round3)
        for round2, round3 in product(
            handbook.choices["round2"].modes if "round2" in depends else [default.round2],
            handbook.choices["round3"].modes if "round3" in depends else [default.round3],
        )
    ]
    presets = [choices_of(preset) for preset in handbook.presets.values()]
    yield from sorted(every, key=lambda choices: choices not in presets)


def mode(handbook: Handbook, choice: ChoiceName, choices: Choices) -> Mode:
    """Return the chosen way to do a round."""
    return handbook.choices[choice].modes[choices[choice]]


def holds(condition: Condition, choices: Choices) -> bool:
    """Tell whether something that holds only with some modes holds now."""
    return (not condition.round2 or choices.round2 in condition.round2) and (
        not condition.round3 or choices.round3 in condition.round3
    )
