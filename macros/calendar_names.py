"""The names of months and days, for dates in words: the same in Word and in the browser."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from babel import Locale

from handbook.model import Language

LOCALES: Mapping[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
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
