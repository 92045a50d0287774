"""Dates as a control of Word shows them, by its own pattern.

Word's patterns (ISO 29500-1, 17.16.4.1): d dd ddd dddd, M MM MMM MMMM, yy yyyy; text between
single quotes stands as it is. The names come from one table, so that the browser writes the same.
"""

import re
from collections.abc import Callable
from datetime import date

from handbook.model import Language
from macros.calendar_names import days, months

_TOKEN = re.compile(r"'([^']*)'?|(d+|M+|y+)")


def iso_day(text: str) -> date | None:
    """Return the day that an ISO 8601 date names, if there is one."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def shown_day(day: date, pattern: str, language: Language) -> str:
    """Return a day as a pattern of Word writes it."""

    def written(match: re.Match[str]) -> str:
        token = match[2]
        if token is None:
            return match[1]
        known = _WRITTEN[token[0]]
        return known[min(len(token), len(known)) - 1](day, language)

    return _TOKEN.sub(written, pattern)


_Written = Callable[[date, Language], str]
_WRITTEN: dict[str, tuple[_Written, ...]] = {
    "d": (
        lambda day, _: str(day.day),
        lambda day, _: f"{day.day:02}",
        lambda day, language: days(language, "abbreviated")[day.weekday()],
        lambda day, language: days(language)[day.weekday()],
    ),
    "M": (
        lambda day, _: str(day.month),
        lambda day, _: f"{day.month:02}",
        lambda day, language: months(language, "abbreviated")[day.month - 1],
        lambda day, language: months(language)[day.month - 1],
    ),
    "y": (
        lambda day, _: f"{day.year % 100:02}",
        lambda day, _: f"{day.year % 100:02}",
        lambda day, _: f"{day.year:04}",
        lambda day, _: f"{day.year:04}",
    ),
}
