"""What is made for the browser's half of filling: the data of its scripts, as scripts.

Scripts and not JSON files, since a page that is read from disk may not fetch.
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generators.kit import KitFile, file_name
from generators.letters import Piece, subjects
from handbook.choices import combinations
from handbook.model import Handbook, Language
from handbook.templates import Template, templates
from macros.event_data import event_data, kit_words


def event_script(handbook: Handbook, language: Language) -> str:
    """Return the script that holds everything the form and the filling reckon with."""
    return _script("data", event_data(handbook, language))


def kit_script(handbook: Handbook, project: Path, kit: Sequence[KitFile]) -> str:
    """Return the script that holds the Word files of the kit in every language.

    `kit` are the files of one language: those of another have the same blanks.
    """
    letters = {
        file.template.identifier
        for file in kit
        if any(path.startswith("guest.") for path in file.fields)
    }
    lists: dict[str, set[str]] = {}
    for file in kit:
        held = {path.split(".")[1] for path in file.fields if path.startswith("lists.")}
        lists.setdefault(file.template.identifier, set()).update(held)
    return _script(
        "kits",
        {
            language: {
                **kit_words(handbook, language),
                "files": [
                    file
                    for template in templates(project, handbook, language)
                    for file in _files(
                        handbook,
                        template,
                        subjects(handbook, project, template),
                        letter=template.identifier in letters,
                        lists=sorted(lists.get(template.identifier, ())),
                    )
                ],
            }
            for language in handbook.languages
        },
    )


def place(handbook: Handbook, language: Language, name: str) -> str:
    """Return where a Word file stands, seen from the root of the site."""
    folder = "" if language == handbook.languages[0] else f"{language}/"
    return f"{folder}downloads/{name}"


def file_script(where: str, data: bytes) -> str:
    """Return the script that hands over a Word file to pages that are read from a disk."""
    return f'klantarena.takeFile({json.dumps(where)},"{b64encode(data).decode()}");\n'


def _files(
    handbook: Handbook,
    template: Template,
    subjects: Sequence[Sequence[Piece]],
    *,
    letter: bool,
    lists: Sequence[str],
) -> list[dict[str, Any]]:
    """Return the Word files of a template, by their place in the site."""
    language, word = template.language, template.word
    found = []
    for choices in combinations(handbook, word.choices):
        label = ", ".join(
            handbook.choices[choice].modes[choices[choice]].name[language]
            for choice in word.choices
        )
        found.append(
            {
                "id": template.identifier,
                "number": word.number,
                "title": template.title,
                "name": file_name(template, label),
                "folder": f"{word.number:02} {word.filename}",
                "place": place(handbook, language, file_name(template, label)),
                "choices": {choice: choices[choice] for choice in word.choices},
                "letter": letter,
                "lists": lists,
                "subjects": subjects,
                "guests": getattr(word, "guests", "all"),
            }
        )
    return found


def _script(key: str, held: dict[str, Any]) -> str:
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return f"window.klantarena = window.klantarena || {{}};\nklantarena.{key} = {text};\n"
