"""The pages are easy to read: short sentences, and no words that only insiders use."""

import re
from functools import lru_cache

import pytest

from generators.prose import sentences, spoken, words
from generators.readability import AVERAGE_AT_MOST, SENTENCE_AT_MOST
from tests.pages.reading import LANGUAGES, Reading, every_page, label, pages
from tests.pages.voice import voice

GLOSSARY = "reference/glossary"
SOURCES = "reference/sources"

every = pytest.mark.parametrize("page", every_page(), ids=label)
english = pytest.mark.parametrize(
    "page", [page for page in every_page() if page.language == "en"], ids=label
)


@every
def test_sentences_are_short_on_average(page):
    """A page has at most 14 words per sentence, lists and full sentences in tables included."""
    said = spoken(page.passages)
    average = sum(len(words(sentence)) for sentence in said) / len(said)
    assert average <= AVERAGE_AT_MOST, f"{page.file}: {average:.1f} words per sentence"


@every
def test_no_sentence_is_long(page):
    """No sentence of a page has more than 28 words, wherever it stands."""
    long = [
        f"{page.line(sentence)}: {len(words(sentence))} words: {sentence}"
        for text in everything(page)
        for sentence in sentences(text)
        if len(words(sentence)) > SENTENCE_AT_MOST
    ]
    assert not long, "\n".join(long)


@every
def test_no_page_uses_jargon(page):
    """No page uses a word of the list, unless it says under `terms` that it explains it."""
    if page.name == GLOSSARY:
        return
    allowed = {term.lower() for term in terms(page)}
    wrong = [
        f"{page.line(text)}: {match[0]!r}: {text}"
        for pattern in voice()["jargon"][page.language]
        for text, match in found(page, pattern)
        if match[0].lower() not in allowed
    ]
    assert not wrong, "\n".join(wrong)


@every
def test_terms_are_explained_on_their_page(page):
    """A word that a page lists under `terms` really stands on it, and really is jargon."""
    for term in terms(page):
        assert found(page, term), f"{page.file}: terms: {term!r} does not occur on the page"
        assert any(
            pattern_of(pattern).fullmatch(term)
            for pattern in [*voice()["jargon"][page.language], "klantenarena"]
        ), f"{page.file}: terms: {term!r} may be used anyhow; leave it out"


@every
def test_the_method_has_one_spelling(page):
    """The method is called klantarena everywhere; other names stand on the sources page."""
    allowed = {"klantarena", "klantarenas", "klantarena's", *terms(page)}
    wrong = [
        f"{page.line(text)}: {match[0]!r}"
        for text in everything(page)
        for match in re.finditer(r"\bklant(?:en)?[ -]?arena['’]?s?\b", text, re.IGNORECASE)
        if match[0].replace("’", "'").replace("K", "k", 1) not in allowed
    ]
    assert page.name == SOURCES or not wrong, "\n".join(wrong)


@english
def test_english_is_spelled_the_british_way(page):
    """No English page has an American spelling."""
    wrong = [
        f"{page.line(text)}: {match[0]!r}; write {right}"
        for pattern, right in voice()["british"].items()
        for text, match in found(page, pattern)
        if match[0].lower() not in voice()["british_exceptions"]
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_on_two_pages(language):
    """A sentence of eight words or more is typed on one page of the handbook only.

    Not so words to say aloud: a promise is worded the same wherever it is made.
    """
    places: dict[str, dict[str, str]] = {}
    for page in pages(language).values():
        for line in page.typed:
            for sentence in sentences(line.text):
                if len(words(sentence)) >= 8 and not line.is_said and not page.is_kit:
                    places.setdefault(sentence, {})[page.name] = f"{page.file}:{line.number}"
    double = [
        f"{', '.join(found.values())}: {sentence}"
        for sentence, found in places.items()
        if len(found) > 1
    ]
    assert not double, "typed more than once\n" + "\n".join(double)


def everything(page: Reading) -> list[str]:
    """Return all texts of a page, its title and description included."""
    about = page.source.front_matter.data
    return [about["title"], about.get("description", ""), *(one.text for one in page.passages)]


def terms(page: Reading) -> list[str]:
    return page.source.front_matter.data.get("terms") or []


def found(page: Reading, pattern: str) -> list[tuple[str, re.Match[str]]]:
    return [
        (text, match) for text in everything(page) for match in pattern_of(pattern).finditer(text)
    ]


@lru_cache
def pattern_of(pattern: str) -> re.Pattern[str]:
    spelled = re.escape(pattern).replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w){spelled}(?!\w)", re.IGNORECASE)
