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
    renderer = _renderer(path, path.stat().st_mtime_ns)
    # Tables that macros wrote hold no Markdown, and its parser is slow on HTML: they go around it.
    tables: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        tables.append(match[0])
        return f'<div data-table="{len(tables) - 1}"></div>'

    marked = re.sub(r'<div class="table">.*?</div>', set_aside, text, flags=re.DOTALL)
    html = str(renderer.reset().convert(marked))
    return re.sub(r'<div data-table="(\d+)"></div>', lambda match: tables[int(match[1])], html)


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
