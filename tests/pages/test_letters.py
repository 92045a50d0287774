"""Every letter can also be sent as an e-mail and as a short message."""

import re

import pytest
from lxml.html import fragment_fromstring

from tests.pages.reading import Reading, every_page, label

SALUTATION = {"nl": "Beste ", "en": "Dear "}
SUBJECT = {"nl": "Onderwerp: **", "en": "Subject: **"}
# What goes into two text messages that a telephone puts together.
LONGEST = 320


def salutations(page: Reading) -> int:
    return sum(
        not line.box and line.text.startswith(SALUTATION[page.language]) for line in page.typed
    )


LETTERS = [page for page in every_page() if page.is_kit and salutations(page)]
every = pytest.mark.parametrize("page", LETTERS, ids=label)


def boxes(page: Reading, kind: str) -> list[str]:
    """Return what stands in the boxes of this kind, as typed."""
    return re.findall(rf"^/// {kind} \|.*\n((?:.*\n)*?)///$", page.source.body, re.MULTILINE)


def test_there_are_letters_in_both_languages():
    """The letters of the kit are recognised by how they begin, as many in each language."""
    names = {
        language: {page.name for page in LETTERS if page.language == language}
        for language in ("nl", "en")
    }
    assert names["nl"] == names["en"]
    assert "kit/customer-invitation" in names["nl"]


@every
def test_every_letter_says_how_it_goes_as_an_e_mail_and_as_a_message(page: Reading):
    """For each letter on a page there is one box with a subject line, and one short message."""
    assert len(boxes(page, "mail")) == salutations(page), page.file
    assert len(boxes(page, "message")) == salutations(page), page.file
    for mail in boxes(page, "mail"):
        subject, empty, *advice = mail.splitlines()
        assert subject.startswith(SUBJECT[page.language]), f"{page.file}: {subject}"
        assert subject.endswith("**")
        assert (empty, advice) != ("", []), page.file


@every
def test_a_short_message_is_short(page: Reading):
    """A message has two lines, and fits on a telephone even with its blanks as they stand."""
    for message in boxes(page, "message"):
        assert len(message.splitlines()) == 2, f"{page.file}: {message}"
    for message in fragment_fromstring(page.html, create_parent="div").find_class("message"):
        said = " ".join(message.xpath("string(p[last()])").split())
        assert len(said) <= LONGEST, f"{page.file}: {len(said)} characters: {said}"
