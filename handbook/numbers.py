"""Numbers that follow from the config: how many people, how long, how many chairs."""

from math import ceil

from handbook.choices import Choices, mode
from handbook.model import Handbook, Minutes, Party, RoundName


def minutes(handbook: Handbook, round_name: RoundName, choices: Choices) -> Minutes:
    """Return how long a round takes, with the mode that is chosen for it."""
    if round_name != "round1":
        chosen = mode(handbook, round_name, choices).minutes
        if chosen is not None:
            return chosen
    return handbook.rounds[round_name].minutes


def speakers(handbook: Handbook, round_name: RoundName, choices: Choices) -> tuple[Party, ...]:
    """Return who may speak in a round."""
    if round_name == "round1":
        return handbook.rounds[round_name].speaks
    return mode(handbook, round_name, choices).speaks


def customers(handbook: Handbook, choices: Choices) -> int:
    """Return how many customers should sit in the inner ring."""
    wanted = mode(handbook, "round3", choices).customers or handbook.rings.inner.target
    return int(wanted.value)


def customer_numbers(handbook: Handbook) -> range:
    """Return every number of customers that the method knows, from the smallest ring on."""
    wanted = [
        int(mode.customers.value)
        for mode in handbook.choices["round3"].modes.values()
        if mode.customers is not None
    ]
    smallest = min([*wanted, int(handbook.rings.inner.target.value)])
    return range(smallest, int(handbook.rings.inner.most.value) + 1)


def customers_least(handbook: Handbook, choices: Choices) -> int:
    """Return the number of customers below which the day is better moved."""
    return least_for(handbook, customers(handbook, choices))


def least_for(handbook: Handbook, wanted: int) -> int:
    """Return below which number the day is better moved, when so many customers are wanted."""
    return _up(wanted * handbook.rings.inner.least_share.value)


def acceptances(handbook: Handbook, choices: Choices, *, careful: bool = False) -> int:
    """Return how many customers have to say yes, since some cancel at the last moment (D01)."""
    return acceptances_for(handbook, customers(handbook, choices), careful=careful)


def acceptances_for(handbook: Handbook, wanted: int, *, careful: bool = False) -> int:
    """Return how many have to say yes, when so many customers are wanted."""
    inner = handbook.rings.inner
    factor = inner.careful_overbooking if careful else inner.overbooking
    return _up(wanted * factor.value)


def acceptances_careful(handbook: Handbook, choices: Choices) -> int:
    """Return how many customers have to say yes for an evening, or where many cancel (D01)."""
    return acceptances(handbook, choices, careful=True)


def speaking_minutes(handbook: Handbook, choices: Choices) -> int:
    """Return how many whole minutes of round 1 there are for each customer (D03)."""
    return minutes(handbook, "round1", choices).usual // customers(handbook, choices)


def chairs(handbook: Handbook, choices: Choices) -> int:
    """Return how many chairs stand in the inner ring: nobody who comes is turned away (C03)."""
    return acceptances(handbook, choices)


def employees_least(handbook: Handbook, choices: Choices) -> int:
    """Return how many employees the outer ring has at the least."""
    return employees_for(handbook, customers(handbook, choices))[0]


def employees_most(handbook: Handbook, choices: Choices) -> int:
    """Return how many employees the outer ring has at the most."""
    return employees_for(handbook, customers(handbook, choices))[1]


def employees_for(handbook: Handbook, wanted: int) -> tuple[int, int]:
    """Return how many employees at the least and at the most belong to so many customers."""
    outer = handbook.rings.outer
    return (
        _up(wanted * outer.least_ratio.value),
        int(round(wanted * outer.most_ratio.value, 6)),
    )


def _up(number: float) -> int:
    """Return a number rounded up.

    Decimal fractions such as 1.33 are not exact in binary: 100 × 1.1 must not become 111.
    """
    return ceil(round(number, 6))
