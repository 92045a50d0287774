"""What a page says, without its markup: passages, sentences, words, and how long they take.

Reads the HTML of a page before the theme adds its own. Drawings, and names that only screen
readers hear, are left out; a blank to fill in counts as one word.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import ceil
from typing import Literal

from lxml.html import HtmlElement, fragment_fromstring

# Our own default: what an adult reads in a minute when it has to be understood, not skimmed.
WORDS_PER_MINUTE = 200

BLANK = "____"

Kind = Literal["paragraph", "item", "cell", "heading", "label"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of text as it stands on the page, and where it stands.

    `box` is the kind of box around it, or "quote" for words to say aloud; `tab` is the label of
    its tab and `tabs` the number of the set of tabs, counted from 1; `row` numbers the table row
    of a cell; `modes` says with which modes it is shown, where that is not all, and `shown`
    whether it is when the visitor has chosen nothing.
    """

    text: str
    kind: Kind = "paragraph"
    box: str = ""
    tab: str = ""
    tabs: int = 0
    row: int = 0
    modes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shown: bool = True


def passages(html: str) -> tuple[Passage, ...]:
    """Return the text of a page in the order of reading."""
    # Tags within a drawing are no text, and its names are not always known to an HTML parser.
    text = re.sub(r"<svg\b.*?</svg>", "", html, flags=re.DOTALL)
    return tuple(_Passages().within(fragment_fromstring(text, create_parent="div"), Passage("")))


def sentences(text: str) -> list[str]:
    """Return the sentences of a passage; one that ends nowhere is a sentence too."""
    return [one for one in re.split(_END, text) if words(one)]


def words(text: str) -> list[str]:
    """Return the words of a text; "yes-it-is" and "15.30" are one word each."""
    return re.findall(r"\w+(?:[-'’.,:]\w+)*", text)


def spoken(page: tuple[Passage, ...]) -> list[str]:
    """Return the sentences of a page that are read as sentences.

    Items of a list count, headings and names do not, and what stands in a table counts where it
    ends as a sentence does.
    """
    return [
        sentence
        for passage in page
        if passage.shown
        if passage.kind in ("paragraph", "item") or re.search(r"[.?!][\"”’)]*$", passage.text)
        if passage.kind not in ("heading", "label")
        for sentence in sentences(passage.text)
    ]


@lru_cache(maxsize=256)
def reading_minutes(html: str) -> int:
    """Return how many minutes a page takes to read, at least one.

    Of text that depends on a choice only the default is counted, and of tabs only the longest.
    """
    counts: dict[int, dict[str, int]] = {}
    for passage in passages(html):
        if passage.shown:
            tabs = counts.setdefault(passage.tabs, {})
            tabs[passage.tab] = tabs.get(passage.tab, 0) + len(words(passage.text))
    read = sum(max(tabs.values()) for tabs in counts.values())
    return max(1, ceil(read / WORDS_PER_MINUTE))


# A full stop, then perhaps a closing quote or bracket, then a capital, a digit, an opening quote
# or a blank: "drie keer." vraagt zij, and "15.30 uur", go on.
_END = re.compile(r"(?<=[.?!…])[\"”’)]*\s+(?=[\"“‘(_\[]*[A-ZÀ-Þ0-9_●○◆])")

_SKIPPED = {"script", "style", "colgroup", "input", "svg", "button"}
_KINDS: dict[str, Kind] = {
    "li": "item",
    "dd": "item",
    "dt": "label",
    "td": "cell",
    "th": "label",
    "figcaption": "label",
    "summary": "label",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
_INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "small", "span", "strong", "sub", "sup"}


class _Passages:
    """Reads one page; numbers its table rows and its sets of tabs."""

    def __init__(self) -> None:
        self.rows = 0
        self.tabs = 0

    def within(self, parent: HtmlElement, place: Passage) -> Iterator[Passage]:
        """Yield the passages below an element; loose text is a passage of the element's kind."""
        loose = parent.text or ""
        for element in parent:
            if isinstance(element.tag, str) and element.tag in _INLINE:
                loose += _inline(element)
            elif isinstance(element.tag, str):
                yield from _said(loose, place)
                loose = ""
                yield from self.block(element, place)
            loose += element.tail or ""
        yield from _said(loose, place)

    def block(self, element: HtmlElement, place: Passage) -> Iterator[Passage]:
        """Yield the passages of a block, marked with what the block says about them."""
        names = set(element.get("class", "").split())
        if element.tag in _SKIPPED or names & {"for-screen-readers", "tabbed-labels"}:
            return
        place = _placed(element, names, place)
        if "tabbed-set" in names:
            labels = [label.text_content() for label in element.iter("label")]
            contents = [one for one in element.iter("div") if "tabbed-block" in one.classes]
            self.tabs += 1
            place = replace(place, tabs=self.tabs)
            for label, content in zip(labels, contents, strict=True):
                yield from self.within(content, replace(place, tab=label))
            return
        if element.tag == "tr":
            self.rows += 1
            place = replace(place, row=self.rows)
        yield from self.within(element, place)


def _placed(element: HtmlElement, names: set[str], place: Passage) -> Passage:
    kind = _KINDS.get(str(element.tag), place.kind)
    if names & {"admonition-title", "long-answer__label"}:
        kind = "label"
    box = place.box
    if "admonition" in names:
        box = next(iter(sorted(names - {"admonition"})), "note")
    elif element.tag == "blockquote" or "questions" in names:
        box = "quote"
    modes = dict(place.modes)
    for choice in ("round2", "round3"):
        if (wanted := element.get(f"data-{choice}")) is not None:
            modes[choice] = frozenset(wanted.split())
    shown = place.shown and not ("by-choice" in names and "by-choice--default" not in names)
    return replace(place, kind=kind, box=box, modes=modes, shown=shown)


def _said(text: str, place: Passage) -> Iterator[Passage]:
    text = " ".join(text.split())
    if words(text):
        yield replace(place, text=text)


def _inline(element: HtmlElement) -> str:
    """Return the text of an element within a line, for the choices that hold by default."""
    names = set(element.get("class", "").split())
    if element.tag == "br":
        return "\n"
    if "blank" in names:
        return "" if "blank--checkbox" in names else BLANK
    if "by-choice" in names and "by-choice--default" not in names:
        return ""
    inner = "".join(
        (_inline(child) if isinstance(child.tag, str) else "") + (child.tail or "")
        for child in element
    )
    return (element.text or "") + inner
