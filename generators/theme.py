"""What the theme's templates print on every page: names, logo, languages, choices and words."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup

from generators.logo import rings, site_logo
from generators.wording import in_words_of
from handbook.choices import default_choices
from handbook.model import Handbook, Language, Vocabulary
from macros.wording import capitalised, edition_mark, edition_said, kit_name


def of_every_page(
    handbook: Handbook, language: Language, project: Path, address: str
) -> dict[str, Any]:
    """Return what every page prints; `address` is that of the site in this language."""
    first = handbook.languages[0]
    root = address if language == first else address.removesuffix(f"{language}/")
    up = "" if language == first else "../"
    publisher = handbook.publication.publisher
    edition = (handbook.edition.version, handbook.edition.date, language)
    return {
        "handbook": handbook,
        "spoken": _speaker(handbook.vocabulary),
        "language": language,
        "languages": [
            {
                "code": other,
                "name": capitalised(Locale(other).get_display_name(other) or other),
                "prefix": up + ("" if other == first else f"{other}/"),
                "home": root + ("" if other == first else f"{other}/"),
            }
            for other in handbook.languages
        ],
        "logo": _inline(rings(project, handbook.brand)),
        "own_logo": site_logo(project, handbook.brand, language),
        "publisher": publisher[language] if publisher else "",
        "edition_said": edition_said(*edition),
        "edition_mark": edition_mark(*edition, kit_name(handbook.vocabulary, language)),
        "choices": _choices(handbook, language),
    }


def _speaker(vocabulary: Vocabulary) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what puts the theme's words, by language, in those of the organisation.

    They are the same on every page, and every piece of a page asks for them: it says them once.
    """
    said: dict[str, Any] = {}

    def say(value: Any, language: str) -> Any:
        if isinstance(value, dict):
            return {name: say(child, language) for name, child in value.items()}
        return in_words_of(value, vocabulary, language) if isinstance(value, str) else value

    def spoken_words(words: dict[str, Any]) -> dict[str, Any]:
        if not said:
            said.update({language: say(texts, language) for language, texts in words.items()})
        return said

    return spoken_words


def _choices(handbook: Handbook, language: Language) -> dict[str, Any]:
    """Return what the script needs to follow a visitor's choice over all pages."""
    default = default_choices(handbook)
    return {
        "default": {name: default[name] for name in handbook.choices},
        "modes": {
            name: {mode: known.name[language] for mode, known in choice.modes.items()}
            for name, choice in handbook.choices.items()
        },
        "presets": {
            letter: {"round2": preset.round2, "round3": preset.round3}
            for letter, preset in handbook.presets.items()
        },
    }


def _inline(svg: str) -> Markup:
    """Return an SVG file for use inside HTML: without prologue and comments."""
    return Markup(re.sub(r"<\?.*?\?>|<!.*?>|\n\s*", "", svg, flags=re.DOTALL))


class Compiled(BytecodeCache):
    """The theme's templates, compiled once for all languages and all builds of a process."""

    def __init__(self) -> None:
        """Begin with nothing compiled."""
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is known; Jinja itself sees whether the template has changed."""
        if known := self.kept.get(bucket.key):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


@lru_cache(maxsize=1)
def compiled() -> Compiled:
    """Return the templates as this process has compiled them."""
    return Compiled()
