"""Dates from the day of the session, and clock times from the start of the day."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.choices import choices_of, combinations
from handbook.model import Handbook
from handbook.schedule import clock, date_of, order_of, programme

days = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("event", "offset", "expected"),
    [
        ("2027-03-12", "0 days", "2027-03-12"),
        ("2027-03-12", "-8 weeks", "2027-01-15"),
        ("2027-03-12", "+1 day", "2027-03-13"),
        ("2027-03-12", "-1 week", "2027-03-05"),
        ("2027-12-30", "+3 days", "2028-01-02"),
        ("2027-05-31", "-3 months", "2027-02-28"),
        ("2028-05-31", "-3 months", "2028-02-29"),
        ("2027-12-31", "+2 months", "2028-02-29"),
        ("2026-12-31", "+2 months", "2027-02-28"),
        ("2028-02-29", "+6 months", "2028-08-29"),
        ("2028-02-29", "+12 months", "2029-02-28"),
        ("2027-01-31", "-3 months", "2026-10-31"),
        ("2027-08-31", "+6 months", "2028-02-29"),
        ("2027-03-31", "-1 month", "2027-02-28"),
        ("2027-11-30", "+7 months", "2028-06-30"),
        ("2100-04-30", "-2 months", "2100-02-28"),
    ],
)
def test_dates_follow_the_day(event: str, offset: str, expected: str) -> None:
    """Also over the end of a year, at the end of a month and in a leap year."""
    assert date_of(date.fromisoformat(event), offset) == date.fromisoformat(expected)


@settings(derandomize=True, database=None, max_examples=300)
@given(event=days, number=st.integers(1, 60), sign=st.sampled_from("+-"))
def test_months_keep_the_day_of_the_month_where_it_exists(
    event: date, number: int, sign: str
) -> None:
    """So many months on, on the same day of the month or else the month's last day."""
    found = date_of(event, f"{sign}{number} months")
    distance = (found.year - event.year) * 12 + found.month - event.month
    assert distance == int(f"{sign}{number}")
    assert found.day == min(event.day, monthrange(found.year, found.month)[1])


@settings(derandomize=True, database=None, max_examples=100)
@given(event=days, number=st.integers(1, 100), sign=st.sampled_from("+-"))
def test_weeks_keep_the_day_of_the_week(event: date, number: int, sign: str) -> None:
    """So many weeks are seven times as many days."""
    found = date_of(event, f"{sign}{number} weeks")
    assert found.weekday() == event.weekday()
    assert found - event == timedelta(days=7 * int(f"{sign}{number}"))


def test_the_timeline_is_in_order_for_every_day_of_four_years(handbook: Handbook) -> None:
    """Whatever the day of the session, no moment comes before the one above it."""
    for ahead in range(4 * 366):
        event = date(2026, 1, 1) + timedelta(days=ahead)
        dates = [date_of(event, moment.offset) for moment in handbook.moments]
        assert dates == sorted(dates), event


def test_offsets_are_put_in_order_across_units() -> None:
    """Months, weeks and days can be compared."""
    offsets = ["-3 months", "-11 weeks", "-8 weeks", "-3 days", "0 days", "+10 days", "+2 months"]
    assert sorted(offsets, key=order_of) == offsets


def test_the_day_adds_up_with_every_choice(handbook: Handbook) -> None:
    """Blocks follow one another without a gap, from the welcome on, and the closing is in time."""
    day = handbook.programme
    for choices in combinations(handbook, ("round2", "round3")):
        slots = programme(handbook, choices)
        names = [slot.block.id for slot in slots]
        assert len(names) == len(set(names))
        assert all(one.end == two.start for one, two in pairwise(slots))
        by_name = {slot.block.id: slot for slot in slots}
        assert by_name[day.welcome].start == clock(day.welcome_at)
        assert by_name[day.closing].end <= clock(day.ends_by)
        rounds = [slot.block.round for slot in slots if slot.block.round]
        assert rounds == list(handbook.rounds)


def test_each_preset_ends_when_its_blocks_add_up_to(handbook: Handbook) -> None:
    """The end of a preset's day is its start plus the minutes of its blocks."""
    for preset in handbook.presets.values():
        slots = programme(handbook, choices_of(preset))
        assert slots[-1].end - slots[0].start == sum(slot.minutes for slot in slots)


def test_the_organisation_confers_only_before_it_answers(handbook: Handbook) -> None:
    """A block that belongs to a choice is held with that choice alone."""
    for choices in combinations(handbook, ("round2", "round3")):
        names = [slot.block.id for slot in programme(handbook, choices)]
        assert ("conferral" in names) == (choices.round3 == "organisation_answer")


def test_another_start_moves_the_whole_day(handbook: Handbook) -> None:
    """A session in the evening has the same blocks, later."""
    (choices, *_) = combinations(handbook, ())
    usual = programme(handbook, choices)
    later = programme(handbook, choices, clock(handbook.programme.welcome_at) + 90)
    assert [(slot.start + 90, slot.end + 90) for slot in usual] == [
        (slot.start, slot.end) for slot in later
    ]
