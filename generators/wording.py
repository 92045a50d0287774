"""The words of an organisation in HTML: in its text and in what is read aloud, nowhere else."""

import json
import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any

from handbook.model import Vocabulary
from handbook.vocabulary import spoken

_TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_NAME = re.compile(r"<(/?)([\w-]+)")
_LANGUAGE = re.compile(r'\slang="([\w-]+)"')
_LINK = re.compile(r'\shref="((?:https?:|mailto:)[^"]*)"')
# What people read or hear of an element besides its text; the second kind holds JSON.
_SPOKEN = re.compile(
    r'(\s(?:alt|title|aria-label|aria-description|placeholder|data-label|data-placeholder)=")'
    r'([^"]*)(")'
)
_JSON = re.compile(r'(\sdata-(?:options|messages|numbers)=")([^"]*)(")')
_CODE = frozenset({"code", "pre", "kbd", "samp", "script", "style"})
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})


def in_words_of(
    html: str, vocabulary: Vocabulary, language: str, own_address: str = "http://./"
) -> str:
    """Return HTML in the words of an organisation.

    Code, links to other sites than `own_address`, and what has translate="no" stay as they are.
    What has a lang of its own is said in that language.
    """
    if vocabulary == Vocabulary():
        return html
    pieces = _TAG.split(html)
    # Each open element that changes something: its name, how deep it is nested, what holds in it.
    open_elements: list[tuple[str, int, str | None]] = []
    for number, piece in enumerate(pieces):
        speaking = open_elements[-1][2] if open_elements else language
        if not number % 2:
            if speaking is not None and piece.strip():
                pieces[number] = spoken(piece, vocabulary, speaking)
            continue
        tag = _NAME.match(piece)
        if tag is None:
            continue
        closing, name = bool(tag[1]), tag[2].lower()
        inside = _inside(piece, name, speaking, own_address)
        if not closing and inside is not None:
            pieces[number] = _attributes(piece, vocabulary, inside)
        if name in _VOID or piece.endswith("/>"):
            continue
        if open_elements and open_elements[-1][0] == name:
            known, depth, held = open_elements.pop()
            depth += -1 if closing else 1
            if depth:
                open_elements.append((known, depth, held))
        elif not closing and inside != speaking:
            open_elements.append((name, 1, inside))
    return "".join(pieces)


def _inside(tag: str, name: str, speaking: str | None, own_address: str) -> str | None:
    """Return in which language an element is said; None where it stays as it is."""
    if speaking is None or name in _CODE or ' translate="no"' in tag:
        return None
    link = _LINK.search(tag) if name == "a" else None
    if link and not unescape(link[1]).startswith(own_address):
        return None
    language = _LANGUAGE.search(tag)
    return language[1] if language else speaking


def _attributes(tag: str, vocabulary: Vocabulary, language: str) -> str:
    def say(text: str) -> str:
        return spoken(text, vocabulary, language)

    tag = _SPOKEN.sub(lambda found: found[1] + _said(found[2], say) + found[3], tag)
    return _JSON.sub(lambda found: found[1] + _said(found[2], _in_json(say)) + found[3], tag)


def _said(written: str, say: Callable[[str], str]) -> str:
    """Return the value of an attribute in other words; untouched where nothing is replaced."""
    text = unescape(written)
    said = say(text)
    return written if said == text else escape(said)


def _in_json(say: Callable[[str], str]) -> Callable[[str], str]:
    """Return how JSON is said in other words: its texts are, its keys are not."""

    def in_values(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: in_values(child) for key, child in value.items()}
        if isinstance(value, list):
            return [in_values(child) for child in value]
        return say(value) if isinstance(value, str) else value

    def in_json(text: str) -> str:
        data = json.loads(text)
        said = in_values(data)
        return text if said == data else json.dumps(said, ensure_ascii=False)

    return in_json
