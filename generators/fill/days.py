"""Days in words, as Word writes them in a date control (ISO 29500-1, 17.5.2.7)."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

_TOKEN = re.compile("'([^']*)'|d+|M+|y+")


def is_day(text: str) -> bool:
    """Tell whether a text is a day that exists, as 2027-03-12."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def written_day(day: date, form: str, language: str) -> str:
    """Return a day in words, by the letters that Word uses, as in "d MMMM yyyy"."""
    names = _names(language)

    def token(found: re.Match[str]) -> str:
        if found[1] is not None:
            return found[1]
        sign = found[0][0] + str(min(len(found[0]), 4))
        return {
            "d1": str(day.day),
            "d2": f"{day.day:02}",
            "d3": names["days_short"][day.weekday()],
            "d4": names["days"][day.weekday()],
            "M1": str(day.month),
            "M2": f"{day.month:02}",
            "M3": names["months_short"][day.month - 1],
            "M4": names["months"][day.month - 1],
            "y1": f"{day.year % 100:02}",
            "y2": f"{day.year % 100:02}",
            "y3": f"{day.year:04}",
            "y4": f"{day.year:04}",
        }[sign]

    return _TOKEN.sub(token, form)


@lru_cache(maxsize=4)
def _names(language: str) -> dict[str, list[str]]:
    days, short = (get_day_names(width, locale=language) for width in ("wide", "abbreviated"))
    months, brief = (get_month_names(width, locale=language) for width in ("wide", "abbreviated"))
    return {
        "days": [days[number] for number in range(7)],
        "days_short": [short[number] for number in range(7)],
        "months": [months[number] for number in range(1, 13)],
        "months_short": [brief[number] for number in range(1, 13)],
    }
