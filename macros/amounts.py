"""Numbers of the method in running text: the config's digits, without the unit."""

from collections.abc import Callable

from handbook import numbers
from handbook.choices import Choices
from handbook.model import Handbook, Minutes
from macros.context import Context, MacroError, by_choice
from macros.rounds import ROUNDS


def amount(
    context: Context,
    reckon: Callable[[Handbook, Choices], int],
    round2: str | None = None,
    round3: str | None = None,
) -> str:
    """Return a number that follows from the config and the choices."""
    return by_choice(
        context,
        lambda choices: str(reckon(context.handbook, choices)),
        round2=round2,
        round3=round3,
    )


def minutes(
    context: Context, name: str, round2: str | None = None, round3: str | None = None
) -> str:
    """Return how many minutes a round or a block of the programme takes."""
    return by_choice(
        context,
        lambda choices: str(_minutes(context, name, choices).usual),
        round2=round2,
        round3=round3,
    )


def minutes_least(
    context: Context, name: str, round2: str | None = None, round3: str | None = None
) -> str:
    """Return how many minutes a round takes at the least."""

    def write(choices: Choices) -> str:
        found = _minutes(context, name, choices)
        return str(found.usual if found.least is None else found.least)

    return by_choice(context, write, round2=round2, round3=round3)


def minutes_most(
    context: Context, name: str, round2: str | None = None, round3: str | None = None
) -> str:
    """Return how many minutes a round takes at the most."""

    def write(choices: Choices) -> str:
        found = _minutes(context, name, choices)
        return str(found.usual if found.most is None else found.most)

    return by_choice(context, write, round2=round2, round3=round3)


def customers_most(context: Context) -> str:
    """Return how many customers fit in the inner ring."""
    return str(int(context.handbook.rings.inner.most.value))


def group_size(context: Context) -> str:
    """Return how many people sit in a mixed group."""
    return str(int(context.handbook.rings.group.value))


def _minutes(context: Context, name: str, choices: Choices) -> Minutes:
    for round_name in ROUNDS:
        if name == round_name:
            return numbers.minutes(context.handbook, round_name, choices)
    blocks = {block.id: block.minutes for block in context.handbook.programme.blocks}
    found = blocks.get(name)
    if found is None:
        known = ", ".join([*ROUNDS, *(k for k, v in blocks.items() if v)])
        raise MacroError(f'"{name}" is not a part of the programme; write one of: {known}')
    return found
