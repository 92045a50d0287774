"""What an e-mail of a letter needs besides its text: the subject lines that its page proposes."""

import re
from pathlib import Path

from handbook.content import page_path
from handbook.front_matter import read_page
from handbook.model import Handbook
from handbook.templates import Template
from handbook.vocabulary import spoken
from macros.fields import KINDS, placeholder

Piece = str | dict[str, str]
"""Text, or a blank: its path, its kind, and what stands there while it is empty."""

_SUBJECT = re.compile(r"^/// mail \|.*\n[^*\n]*\*\*(.+)\*\*$", re.MULTILINE)
_FIELD = re.compile(r'\{\{ *field\("([a-z_]+)\.([a-z_]+)"\) *\}\}')


def subjects(handbook: Handbook, project: Path, template: Template) -> list[list[Piece]]:
    """Return the subject line of each letter on a template's page, in pieces."""
    path = page_path(project, template.language, f"kit/{template.identifier}")
    body = read_page(path, project).body
    return [_pieces(handbook, template, line) for line in _SUBJECT.findall(body)]


def _pieces(handbook: Handbook, template: Template, line: str) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for found in _FIELD.finditer(line):
        group, name = found.groups()
        field = handbook.fields[group].fields[name]
        pieces += (
            line[at : found.start()],
            {
                "path": f"{group}.{name}",
                "kind": KINDS.get(field.type, "text"),
                "empty": placeholder(field.label[template.language]),
            },
        )
        at = found.end()
    pieces.append(line[at:])
    return [
        spoken(piece, handbook.vocabulary, template.language) if isinstance(piece, str) else piece
        for piece in pieces
        if piece
    ]
