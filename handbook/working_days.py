"""Which days people work, and what moves a date that falls on another one."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from handbook.model import Handbook, Language
from handbook.schedule import date_of, order_of

COUNTRY = "NL"
YEARS_BEFORE, YEARS_AFTER = 1, 20
"""How far around the edition's year the holidays are known; outside of it only weekends count."""
_NAMES: Mapping[Language, str] = {"nl": "nl", "en": "en_US"}
_SATURDAY = 5
_DAY = timedelta(days=1)


def holidays(handbook: Handbook, language: Language = "nl") -> Mapping[date, str]:
    """Return the Dutch public holidays around the edition, each with its name."""
    return _holidays(int(handbook.edition.date[:4]), _NAMES[language])


@cache
def _holidays(year: int, language: str) -> Mapping[date, str]:
    from holidays import country_holidays  # slow to import, and few commands need it

    years = range(year - YEARS_BEFORE, year + YEARS_AFTER + 1)
    found = country_holidays(COUNTRY, years=years, language=language)
    return dict(sorted(found.items()))


def is_working_day(day: date, free: Mapping[date, str]) -> bool:
    """Tell whether people work on a day."""
    return day.weekday() < _SATURDAY and day not in free


def moment_dates(handbook: Handbook, event: date, *, working_days: bool) -> dict[str, date]:
    """Return the date of each moment of the timeline.

    With `working_days`, a date on which nobody works moves to the working day before it; where
    that would no longer be after the event, to the next one. The event itself does not move.
    """
    free = holidays(handbook) if working_days else {}
    dates = {}
    for moment in handbook.moments:
        day = date_of(event, moment.offset)
        if working_days and order_of(moment.offset) != 0:
            day = _worked(day, event, free)
        dates[moment.id] = day
    return dates


def _worked(day: date, event: date, free: Mapping[date, str]) -> date:
    moved = day
    while not is_working_day(moved, free):
        moved -= _DAY
    if day > event >= moved:
        moved = day
        while not is_working_day(moved, free):
            moved += _DAY
    return moved
