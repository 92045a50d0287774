"""Dates that fall on a day on which people work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model import Handbook
from handbook.schedule import date_of, order_of
from handbook.working_days import holidays, is_working_day, moment_dates


@pytest.mark.parametrize(
    "day",
    [
        "2027-01-01",
        "2027-03-29",
        "2027-04-27",
        "2027-05-06",
        "2027-05-17",
        "2027-12-25",
        "2030-05-05",
    ],
)
def test_dutch_public_holidays_are_known(day: str, handbook: Handbook) -> None:
    """New Year, Easter Monday, King's Day, Ascension, Whit Monday, Christmas, Liberation Day."""
    assert date.fromisoformat(day) in holidays(handbook)


def test_a_holiday_has_its_name_in_both_languages(handbook: Handbook) -> None:
    day = date(2027, 4, 27)
    assert holidays(handbook)[day] == "Koningsdag"
    assert holidays(handbook, "en")[day] == "King's Day"


@given(day=st.dates(date(2026, 1, 1), date(2040, 12, 31)))
def test_every_moment_falls_on_a_working_day_on_its_own_side(day: date, handbook: Handbook) -> None:
    """Before the day it moves back, after the day it stays after it, and never by two weeks."""
    free = holidays(handbook)
    moved = moment_dates(handbook, day, working_days=True)
    for moment in handbook.moments:
        meant = date_of(day, moment.offset)
        found = moved[moment.id]
        if order_of(moment.offset) == 0:
            assert found == day
            continue
        assert is_working_day(found, free), (moment.id, found)
        assert (found > day) == (meant > day)
        assert abs(found - meant) < timedelta(days=9)
        if is_working_day(meant, free):
            assert found == meant
        if meant < day:
            assert found <= meant


def test_a_call_the_day_after_a_friday_waits_until_monday(handbook: Handbook) -> None:
    """Moved back it would be made on the day itself, or before it."""
    friday = date(2027, 3, 12)
    assert moment_dates(handbook, friday, working_days=True)["aftercare"] == date(2027, 3, 15)


def test_days_can_stay_where_they_fall(handbook: Handbook) -> None:
    """Switched off, a date is just as far away as the method says, month's end and all."""
    day = date(2028, 5, 31)
    found = moment_dates(handbook, day, working_days=False)
    assert found == {m.id: date_of(day, m.offset) for m in handbook.moments}
    assert found["start"] == date(2028, 2, 29)
