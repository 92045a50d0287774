"""The words of an organisation, said instead of ours: whole words only, in their own case.

Words that are part of another word stay, as in klantgericht or customer-facing; so do web and mail
addresses and names of files. Saying the words twice is the same as saying them once: no new word
holds a word that is itself replaced, which `mistakes` sees to.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from handbook.document import Finding, Place
from handbook.model import DutchWord, EnglishWord, Language, Vocabulary

Word = DutchWord | EnglishWord

_PLURALS = {
    "klant": "klanten",
    "medewerker": "medewerkers",
    "gespreksleider": "gespreksleiders",
    "klantarena": "klantarena's",
    "customer": "customers",
    "employee": "employees",
    "facilitator": "facilitators",
}
# A place that a script fills in, an address, the name of a file, and what explains the Dutch name
# in English.
_KEPT = (
    r"\{[\w ]*\}|https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+|\w[\w-]*(?:\.[a-z0-9][\w-]*)+(?:/\S*)?"
    r"|[Cc]ustomer arenas?"
)
# Words with het, and endings of such words.
_HET = re.compile(
    r"(?:lid|kind|gezin|huishouden|slachtoffer|individu|publiek|personeel|team|bestuur|paar|"
    r"gesprek|overleg|panel|forum|debat|café|plein|podium|platform|diner|ontbijt|atelier|lab|"
    r"uur|moment|project|\w{2}[tkp]?je)$",
    re.IGNORECASE,
)
# Spelt with a vowel and said with a consonant, or the other way round.
_WITH_A = re.compile(r"(?:eu|uni(?!n|m)|us[ei]|one\b|once\b|ur[aeiou])", re.IGNORECASE)
_WITH_AN = re.compile(r"(?:hour|heir|honest|honou?r)", re.IGNORECASE)


def spoken(text: str, vocabulary: Vocabulary, language: str) -> str:
    """Return a text, without markup, in the words of an organisation."""
    if language not in ("nl", "en"):
        return text
    rules = _rules(vocabulary, "nl" if language == "nl" else "en")
    return rules.said(text) if rules else text


def replaced(vocabulary: Vocabulary, language: Language) -> dict[str, Word]:
    """Return the words that an organisation says differently, by ours."""
    words = vocabulary.nl if language == "nl" else vocabulary.en
    return {ours: own for ours, own in words if own is not None}


def mistakes(vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield the words that would not fit into the texts, by their place below `words`."""
    for language in ("nl", "en"):
        words = replaced(vocabulary, language)
        ours = [form for word in words for form in (_PLURALS[word], word)]
        holds = re.compile(rf"(?<![\w-])(?:{'|'.join(ours)})(?![\w-])", re.IGNORECASE)
        for name, own in words.items():
            place = (language, name)
            if isinstance(own, DutchWord):
                yield from _het(place, own)
            for key in ("singular", "plural"):
                found = holds.search(getattr(own, key))
                if found:
                    what = f'"{getattr(own, key)}" holds the word {found[0]}, '
                    remedy = "write a word without it"
                    yield Finding((*place, key), what + "which is itself replaced", remedy)
                    break


def _het(place: Place, own: DutchWord) -> Iterator[Finding]:
    """Yield a word with het: "de klant" would become "de lid"."""
    if own.article == "het" or _HET.search(own.singular):
        name = str(place[-1])
        yield Finding(
            (*place, "article" if own.article == "het" else "singular"),
            f'"{own.singular}" is a word with het, '
            f"and the texts say de {name}, die {name} and elke {name}",
            f"write a word with de, like {_EXAMPLES[name]}",
        )


_EXAMPLES = {
    "klant": "bewoner, deelnemer or huurder",
    "medewerker": "collega",
    "gespreksleider": "begeleider",
    "klantarena": "bewonersarena, bewonerstafel or bewonersdialoog",
}


class _Rules:
    """The replacements of one language, made ready."""

    def __init__(self, words: dict[str, Word], language: Language) -> None:
        self.forms: dict[str, str] = {}
        for ours, own in words.items():
            for old, new in ((_PLURALS[ours], own.plural), (ours, own.singular)):
                self.forms |= {
                    old: new,
                    _capital(old): _capital(new, language),
                    old.upper(): new.upper(),
                }
        forms = "|".join(map(re.escape, sorted(self.forms, key=len, reverse=True)))
        self.words = re.compile(rf"(?P<kept>{_KEPT})|(?<![\w-])(?P<ours>{forms})(?![\w-])")
        self.articles = {
            form: own.article or _article(own.singular)
            for own in words.values()
            if isinstance(own, EnglishWord)
            for form in (own.singular, _capital(own.singular))
        }
        said = "|".join(map(re.escape, self.articles))
        self.before = re.compile(rf"\b([Aa])n?(\s+)({said})(?![\w-])") if said else None
        self.possessive = [
            re.compile(rf"(?<![\w-])({re.escape(own.plural)})(['’])(?=\s+\w)", re.IGNORECASE)
            for own in words.values()
            if isinstance(own, EnglishWord) and not own.plural.endswith("s")
        ]

    def said(self, text: str) -> str:
        """Return a text with the words replaced."""
        text = self.words.sub(lambda found: found["kept"] or self.forms[found["ours"]], text)
        if self.before is not None:
            text = self.before.sub(self._with_article, text)
        for plural in self.possessive:
            text = plural.sub(r"\1\2s", text)
        return text

    def _with_article(self, found: re.Match[str]) -> str:
        return f"{found[1]}{self.articles[found[3]][1:]}{found[2]}{found[3]}"


@lru_cache(maxsize=8)
def _rules(vocabulary: Vocabulary, language: Language) -> _Rules | None:
    words = replaced(vocabulary, language)
    return _Rules(words, language) if words else None


def _article(word: str) -> str:
    sounds_like_a_vowel = word[:1].lower() in "aeiou" and not _WITH_A.match(word)
    return "an" if sounds_like_a_vowel or _WITH_AN.match(word) else "a"


def _capital(word: str, language: Language = "en") -> str:
    """Return a word as it begins a sentence; in Dutch ij is one letter."""
    first = 2 if language == "nl" and word[:2].lower() == "ij" else 1
    return word[:first].upper() + word[first:]


def reworded(data: Any, vocabulary: Vocabulary) -> Any:
    """Return the data of a config with all its texts in the words of an organisation."""
    if isinstance(data, dict):
        if data and set(data) <= {"nl", "en"}:
            return {
                language: spoken(text, vocabulary, language) if isinstance(text, str) else text
                for language, text in data.items()
            }
        return {key: reworded(value, vocabulary) for key, value in data.items()}
    return [reworded(value, vocabulary) for value in data] if isinstance(data, list) else data
