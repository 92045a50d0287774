"""Dutch pages address one reader at a time: `je` to colleagues, `u` to customers."""

import re

import pytest

from tests.pages.reading import Line, Reading, label, pages
from tests.pages.voice import voice


def is_letter(page: Reading) -> bool:
    return page.is_kit and '{{ field("guest.' in page.source.body


DUTCH = list(pages("nl").values())

every = pytest.mark.parametrize("page", DUTCH, ids=label)


@every
def test_a_page_addresses_its_own_reader(page):
    """Outside words to say aloud a page says `je`, but a letter to a guest says `u`.

    A letter is a page of the kit that fills in something about a guest; the boxes beside it are
    for the colleague who sends it.
    """
    wrong = "informal" if is_letter(page) else "formal"
    found = [
        f"{page.file}:{line.number}: {match[0]!r}: {line.text}"
        for line in page.typed
        if not line.box or not is_letter(page)
        for match in addressed(line, wrong)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", [page for page in DUTCH if is_letter(page)], ids=label)
def test_a_letter_says_u(page):
    """A letter to a guest addresses the guest."""
    said = [match for line in page.typed if not line.box for match in addressed(line, "formal")]
    assert said, f"{page.file}: nobody is addressed"


def addressed(line: Line, form: str) -> list[re.Match[str]]:
    """Return where a text addresses its reader so, outside what others are quoted as saying."""
    if line.is_said:
        return []
    text = re.sub(r"[\"“][^\"”]*(?:[\"”]|$)|'[^']*'", "", line.text)
    forms = "|".join(voice()["address"][form])
    return list(re.finditer(rf"(?<![\w'’])(?:{forms})(?![\w'’])", text, re.IGNORECASE))
