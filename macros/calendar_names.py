"""Dates in words, the same in Word and in the browser: their patterns, and the names they need."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from babel import Locale

from handbook.model import Language

LOCALES: Mapping[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
LONG_DATE = "d MMMM yyyy"
"""How a date is written, in the letters of Word: 11 March 2027."""
SHORT_DATE = "d MMM yyyy"
"""The same where room is scarce, as in a column: 11 Mar 2027."""
DAY_AND_MONTH = "d MMMM"
"""The same where the year is known."""
Width = Literal["wide", "abbreviated"]


@cache
def months(language: Language, width: Width = "wide") -> tuple[str, ...]:
    """Return the names of the months, from January on."""
    names = Locale.parse(LOCALES[language]).months["format"][width]
    return tuple(names[number] for number in range(1, 13))


@cache
def days(language: Language, width: Width = "wide") -> tuple[str, ...]:
    """Return the names of the days, from Monday on."""
    names = Locale.parse(LOCALES[language]).days["format"][width]
    return tuple(names[number] for number in range(7))
