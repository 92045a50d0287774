"""The words that handbook pages and templates share, as macros for their Markdown."""

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.load import load
from handbook.templates import templates
from macros.context import Context
from macros.library import macros

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: "MacrosPlugin") -> None:
    """Load the handbook, bind the macros to the site's language, and register them."""
    project = Path(env.conf["config_file_path"]).parent
    handbook = load(project / "handbook.yml")
    language = env.conf["theme"]["language"]
    context = Context(handbook, language, templates(project, handbook, language))
    for name, macro in macros(context).items():
        env.macro(macro, name)  # type: ignore[no-untyped-call]
