"""The glossary's terms, explained where a page first uses them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

PAGE = "reference/glossary"

# A definition list: "binnenring · *inner ring*{: lang="en" } {: #inner-ring .explained }", then
# a line with a colon and the meaning.
_ENTRY = re.compile(
    r"^(?P<term>[^\n:{·]+?)(?: · [^\n]*?)? \{: #(?P<anchor>[\w-]+) \.explained \}\n"
    r":   (?P<text>.+)$",
    re.MULTILINE,
)
_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"</?(\w+)")
# Where a link would disturb: other links, headings, tables, drawings, words to say aloud.
_CLOSED = frozenset(
    {
        *("a", "button", "label", "summary", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
        *("table", "blockquote", "figure", "svg"),
    }
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term that pages explain: what it is called, where it is explained, and in short."""

    name: str
    anchor: str
    meaning: str


def terms(markdown: str) -> tuple[Term, ...]:
    """Return the terms of the glossary that carry the class `explained`, the longest first."""
    found = [
        Term(entry["term"].strip(), entry["anchor"], entry["text"].strip())
        for entry in _ENTRY.finditer(markdown)
    ]
    return tuple(sorted(found, key=lambda term: (-len(term.name), term.name)))


def explained(html: str, known: tuple[Term, ...], glossary: str) -> str:
    """Return a page on which the first use of each term leads to the glossary.

    `glossary` is the address of the glossary, seen from the page. A plural counts as a use.
    """
    wanted = {term.anchor: term for term in known if f"#{term.anchor}" not in html}
    closed = 0
    pieces = _TAG.split(html)
    for place, piece in enumerate(pieces):
        if piece.startswith("<"):
            name = _NAME.match(piece)
            if name and name[1] in _CLOSED and not piece.endswith("/>"):
                closed += -1 if piece.startswith("</") else 1
        elif not closed and piece.strip():
            pieces[place] = _linked(piece, wanted, glossary)
    return "".join(pieces)


def _linked(text: str, wanted: dict[str, Term], glossary: str) -> str:
    """Return a piece of text with its terms linked; each that is found is wanted no longer."""
    links: dict[str, str] = {}
    for term in _used(text, wanted):
        match = re.search(rf"(?<![\w-]){re.escape(term.name)}(?:en|s)?(?![\w-])", text, re.I)
        if match:
            del wanted[term.anchor]
            # Set aside behind a mark, so that no later term is found inside this link.
            mark = f"\ufdd0{len(links)}\ufdd1"
            links[mark] = (
                f'<a class="term" href="{glossary}#{term.anchor}" '
                f'title="{escape(term.meaning)}">{match[0]}</a>'
            )
            text = text[: match.start()] + mark + text[match.end() :]
    for mark, link in links.items():
        text = text.replace(mark, link)
    return text


def _used(text: str, wanted: Mapping[str, Term]) -> list[Term]:
    low = text.lower()
    return [term for term in wanted.values() if term.name.lower() in low]
