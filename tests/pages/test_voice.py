"""Dutch pages address one reader at a time: `je` to colleagues, `u` to customers."""

import re

import pytest

from tests.pages.reading import Line, Reading, label, pages
from tests.pages.voice import voice


def reader(page: Reading) -> str:
    """Return who reads a page: the handbook is for the team, a template says whom it is for."""
    return (page.source.front_matter.data.get("word") or {}).get("reader", "team")


DUTCH = list(pages("nl").values())

every = pytest.mark.parametrize("page", DUTCH, ids=label)


@every
def test_a_page_addresses_its_own_reader(page):
    """Outside words to say aloud a page says `je`, but what customers read says `u`.

    The boxes beside a text for customers are for the colleague who sends it.
    """
    wrong = {"customer": "informal", "team": "formal"}.get(reader(page))
    found = [
        f"{page.file}:{line.number}: {match[0]!r}: {line.text}"
        for line in page.typed
        if wrong and not (line.box and reader(page) == "customer")
        for match in addressed(line, wrong)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", [page for page in DUTCH if reader(page) == "customer"], ids=label)
def test_what_customers_read_says_u(page):
    """A text for customers addresses them."""
    said = [match for line in page.typed if not line.box for match in addressed(line, "formal")]
    assert said, f"{page.file}: nobody is addressed"


def addressed(line: Line, form: str) -> list[re.Match[str]]:
    """Return where a text addresses its reader so, outside what others are quoted as saying."""
    if line.is_said:
        return []
    text = re.sub(r"[\"“][^\"”]*(?:[\"”]|$)|'[^']*'", "", line.text)
    forms = "|".join(voice()["address"][form])
    return list(re.finditer(rf"(?<![\w'’])(?:{forms})(?![\w'’])", text, re.IGNORECASE))
