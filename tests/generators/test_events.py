"""What is good to know about an event on some day."""

from datetime import date
from pathlib import Path

import pytest

from generators.events import Job, remarks
from handbook.event import parse_event
from handbook.model import Handbook


@pytest.mark.parametrize(
    ("text", "today", "said"),
    [
        ("", "2026-11-22", "event.date is empty, so no date of the timeline is known"),
        ("event: {date: 2027-03-11}", "2026-01-01", None),
        ("event: {date: 2027-03-11}", "2027-03-12", "the session, on Thursday 11 March 2027, is"),
        ("event: {date: 2027-04-27}", "2026-01-01", "the session is on Tuesday 27 April 2027, whe"),
    ],
)
def test_what_is_good_to_know_depends_on_the_day(
    text: str, today: str, said: str | None, handbook: Handbook
) -> None:
    job = Job(parse_event(text, handbook, [], "x"), Path("x"), {})
    told = list(remarks(handbook, job, date.fromisoformat(today)))
    if said is None:
        assert told == []
    else:
        assert len(told) == 1
        assert told[0].startswith(said)


def test_dates_that_are_past_are_named(handbook: Handbook) -> None:
    """Whoever begins late reads which steps should have been taken, each with its day."""
    job = Job(parse_event("event: {date: 2027-03-11}", handbook, [], "x"), Path("x"), {})
    (told,) = remarks(handbook, job, date(2026, 12, 12))
    assert told == ("these dates are past already: Preparation starts (Friday 11 December 2026)")
