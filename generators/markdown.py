"""Markdown to HTML, with the extensions that mkdocs.yml lists for both renderers."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

# MkDocs switches these on by itself.
_BUILT_IN = ("toc", "tables", "fenced_code")


def to_html(text: str, project: Path) -> str:
    """Return Markdown as HTML, as MkDocs renders it."""
    path = project / "mkdocs.yml"
    # What macros wrote holds no Markdown, and its parser is slow on HTML: a table goes around it
    # as an empty division, a blank as one character that nobody uses.
    ready: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        ready.append(match[0])
        number = len(ready) - 1
        if match[0].startswith("<div"):
            return f'<div data-ready="{number}"></div>'
        return chr(_FIRST + number) if _FIRST + number <= _LAST else match[0]

    marked = _READY.sub(set_aside, text)
    html = str(_renderer(path, path.stat().st_mtime_ns).reset().convert(marked))

    def put_back(mark: re.Match[str]) -> str:
        number = int(mark[1]) if mark[1] else ord(mark[0]) - _FIRST
        return ready[number] if number < len(ready) else mark[0]

    return _MARKS.sub(put_back, html)


# The private use area of Unicode.
_FIRST, _LAST = 0xE000, 0xF8FF
_READY = re.compile(
    r'<div class="table">.*?</div>|<span class="blank\b[^>]*>[^<]*</span>', re.DOTALL
)
_MARKS = re.compile(rf'<div data-ready="(\d+)"></div>|[{chr(_FIRST)}-{chr(_LAST)}]')


@lru_cache(maxsize=1)
def _renderer(path: Path, changed: int) -> Markdown:
    del changed  # part of the key only: an edited mkdocs.yml gives a new renderer
    settings = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    names: list[str] = list(_BUILT_IN)
    configs: dict[str, dict[str, Any]] = {}
    for extension in settings["markdown_extensions"]:
        if isinstance(extension, dict):
            ((name, config),) = extension.items()
            configs[name] = config or {}
        else:
            name = extension
        if name not in names:
            names.append(name)
    return Markdown(extensions=names, extension_configs=configs)
