"""How easily the pages read: the length of sentences, and a score.

The score is LIX (Björnsson, 1968): words per sentence, plus long words per hundred. It needs no
syllables. Those can only be guessed: a hyphenation dictionary knows too few of them, and
textstat fetches a dictionary of English when it runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generators.markdown import to_html
from generators.pages import with_macros
from generators.prose import passages, reading_minutes, sentences, spoken, words
from handbook.content import page_paths
from handbook.front_matter import read_page
from handbook.load import load
from handbook.model import Language
from handbook.templates import templates
from macros.context import Context

# What the language of this handbook promises (B1): no test and no command knows better.
AVERAGE_AT_MOST = 14
SENTENCE_AT_MOST = 28


@dataclass(frozen=True, slots=True)
class PageReadability:
    """How one page reads.

    `average` is in words per sentence, `score` is LIX; `longest` is the longest sentence of the
    page, headings and tables included.
    """

    language: Language
    page: str
    words: int
    average: float
    longest: str
    score: float
    minutes: int


def readability(project: Path) -> list[PageReadability]:
    """Return how each page reads, in the order of languages and paths.

    Raises `ProblemsFound` where a page cannot be made.
    """
    handbook = load(project / "handbook.yml")
    read = []
    for language in handbook.languages:
        context = Context(handbook, language, templates(project, handbook, language))
        for page, path in page_paths(project, handbook, language).items():
            html = to_html(with_macros(read_page(path, project), context), project)
            read.append(measured(html, language, page))
    return read


def report(pages: list[PageReadability]) -> Iterator[str]:
    """Yield a table with a line for each page, and what is too long in it."""
    width = max((len(f"{one.language}/{one.page}") for one in pages), default=0)
    yield f"{'Page':{width}}  words  minutes  words per sentence  score (LIX)"
    for one in pages:
        yield (
            f"{f'{one.language}/{one.page}':{width}}  {one.words:5}  {one.minutes:7}"
            f"  {one.average:18.1f}  {one.score:11.0f}"
        )
        if one.average > AVERAGE_AT_MOST:
            yield f"  too long on average: at most {AVERAGE_AT_MOST} words per sentence"
        if len(words(one.longest)) > SENTENCE_AT_MOST:
            yield f"  too long: {len(words(one.longest))} words: {one.longest}"
    yield "LIX: below 30 very easy, 30 to 40 easy, 40 to 50 as a newspaper, above that hard."


def measured(html: str, language: Language, page: str) -> PageReadability:
    """Return how a page reads, from its HTML."""
    said = spoken(passages(html))
    known = [word for sentence in said for word in words(sentence)]
    every = [
        sentence
        for passage in passages(html)
        if passage.shown
        for sentence in sentences(passage.text)
    ]
    average = len(known) / max(1, len(said))
    long = sum(1 for word in known if len(word) > 6)
    return PageReadability(
        language=language,
        page=page,
        words=len(known),
        average=average,
        longest=max(every, key=lambda sentence: len(words(sentence)), default=""),
        score=average + 100 * long / max(1, len(known)),
        minutes=reading_minutes(html),
    )
