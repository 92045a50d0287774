"""Numbers that follow from the config."""

from fractions import Fraction
from math import ceil

import pytest

from handbook.choices import Choices, choices_of, combinations, default_choices, mode
from handbook.model import Amount, Handbook
from handbook.numbers import (
    acceptances,
    acceptances_for,
    chairs,
    customers,
    customers_least,
    employees_least,
    employees_most,
    minutes,
    speakers,
)

BOTH = ("round2", "round3")


def with_overbooking(handbook: Handbook, usual: float, careful: float) -> Handbook:
    inner = handbook.rings.inner.model_copy(
        update={
            "overbooking": Amount(value=usual, source=("own",)),
            "careful_overbooking": Amount(value=careful, source=("own",)),
        }
    )
    rings = handbook.rings.model_copy(update={"inner": inner})
    return handbook.model_copy(update={"rings": rings})


@pytest.mark.parametrize(
    ("wanted", "usual", "careful"), [(12, 16, 18), (10, 14, 15), (6, 8, 9), (100, 133, 150)]
)
def test_acceptances_are_rounded_up(
    handbook: Handbook, wanted: int, usual: int, careful: int
) -> None:
    """With the factors of D01, so many must say yes for so many to come."""
    factors = with_overbooking(handbook, 1.33, 1.5)
    assert acceptances_for(factors, wanted) == usual
    assert acceptances_for(factors, wanted, careful=True) == careful


@pytest.mark.parametrize("wanted", [10, 30, 100, 1000])
def test_a_whole_number_of_acceptances_is_not_rounded_up_any_further(
    handbook: Handbook, wanted: int
) -> None:
    """A factor of 1.1 gives eleven for ten: what binary fractions add is not rounded up."""
    assert acceptances_for(with_overbooking(handbook, 1.1, 1.1), wanted) == wanted * 11 // 10


def test_numbers_follow_the_config_with_every_choice(handbook: Handbook) -> None:
    """Customers, acceptances, chairs and employees, reckoned again in exact fractions."""
    rings = handbook.rings
    for choices in combinations(handbook, BOTH):
        own = mode(handbook, "round3", choices).customers or rings.inner.target
        wanted = int(own.value)
        exact = {
            name: wanted * Fraction(str(amount.value))
            for name, amount in {
                "usual": rings.inner.overbooking,
                "careful": rings.inner.careful_overbooking,
                "least": rings.outer.least_ratio,
                "most": rings.outer.most_ratio,
                "share": rings.inner.least_share,
            }.items()
        }
        assert customers(handbook, choices) == wanted
        assert customers_least(handbook, choices) == ceil(exact["share"])
        assert acceptances(handbook, choices) == ceil(exact["usual"])
        assert acceptances(handbook, choices, careful=True) == ceil(exact["careful"])
        assert employees_least(handbook, choices) == ceil(exact["least"])
        assert employees_most(handbook, choices) == int(exact["most"])


def test_nobody_who_comes_is_turned_away(handbook: Handbook) -> None:
    """There are chairs in the inner ring for everyone who said yes."""
    for choices in combinations(handbook, BOTH):
        assert chairs(handbook, choices) >= acceptances(handbook, choices)
        assert acceptances(handbook, choices) >= customers(handbook, choices)
        assert customers(handbook, choices) >= customers_least(handbook, choices) > 0


def test_mixed_groups_need_fewer_customers_and_more_time(handbook: Handbook) -> None:
    """A choice brings its own numbers, and they win."""
    default = default_choices(handbook)
    groups = Choices(default.round2, "mixed_groups")
    assert customers(handbook, groups) < customers(handbook, default)
    assert acceptances(handbook, groups) < acceptances(handbook, default)
    assert minutes(handbook, "round3", groups).usual > minutes(handbook, "round3", default).usual
    assert minutes(handbook, "round1", groups) == minutes(handbook, "round1", default)


def test_in_the_first_round_employees_never_speak(handbook: Handbook) -> None:
    """Whatever is chosen, only customers and the facilitator speak in round 1."""
    for choices in combinations(handbook, BOTH):
        assert set(speakers(handbook, "round1", choices)) == {"customers", "facilitator"}


def test_after_a_ring_swap_employees_speak_and_customers_listen(handbook: Handbook) -> None:
    """Who may speak follows the mode of the round."""
    swapped = Choices(default_choices(handbook).round2, "ring_swap")
    assert "employees" in speakers(handbook, "round3", swapped)
    assert "customers" not in speakers(handbook, "round3", swapped)
    assert "customers" in speakers(handbook, "round2", swapped)


def test_the_presets_come_first_and_every_combination_once(handbook: Handbook) -> None:
    """Word files of a preset stand in front of those of a mix."""
    every = list(combinations(handbook, BOTH))
    presets = [choices_of(preset) for preset in handbook.presets.values()]
    expected = len(handbook.choices["round2"].modes) * len(handbook.choices["round3"].modes)
    assert len(every) == len(set(every)) == expected
    assert set(every[: len(presets)]) == set(presets)


def test_a_choice_that_does_not_matter_keeps_its_default(handbook: Handbook) -> None:
    """A page that depends on round 3 alone gives one file for each of its modes."""
    some = list(combinations(handbook, ("round3",)))
    assert {choices.round2 for choices in some} == {default_choices(handbook).round2}
    assert {choices.round3 for choices in some} == set(handbook.choices["round3"].modes)
    assert list(combinations(handbook, ())) == [default_choices(handbook)]
