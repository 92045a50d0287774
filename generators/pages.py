"""Pages of the handbook to HTML, without MkDocs: macros first, then Markdown."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from types import CodeType
from urllib.parse import urljoin

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import UndefinedError

from handbook import content
from handbook.content import page_path, page_paths
from handbook.document import Finding
from handbook.front_matter import FrontMatter, Page, about, read_page
from handbook.load import load
from handbook.messages import choose
from handbook.model import Handbook, Language
from handbook.problems import Problem, ProblemsFound
from handbook.templates import Template, is_template, templates
from macros.context import Context, MacroError
from macros.library import macros


def template_text(project: Path, template: Template, context: Context) -> str:
    """Return the Markdown of a template page, its macros carried out for `context.choices`.

    Raises `ProblemsFound` where a macro cannot be carried out.
    """
    context = replace(context, depends=template.word.choices)
    return markdown_text(project, f"kit/{template.identifier}", context)


def markdown_text(project: Path, name: str, context: Context) -> str:
    """Return the Markdown of a page, by its path in the navigation, its macros carried out.

    Links become absolute, since the file made of it is read far from the site.
    Raises `ProblemsFound` where a macro cannot be carried out.
    """
    handbook, language = context.handbook, context.language
    text = with_macros(read_page(page_path(project, language, name), project), context)
    return _absolute(without_links(text, name, handbook.left_out), handbook, language, name)


def without_links(text: str, page: str, left_out: Collection[str]) -> str:
    """Return the Markdown of a page in which links to pages that are left out are plain words."""

    def words(match: re.Match[str]) -> str:
        target = normpath(join(dirname(page), match[2]))
        return match[1] if target in left_out else match[0]

    return _WHOLE_LINK.sub(words, text) if left_out else text


def page_address(handbook: Handbook, language: Language, page: str) -> str:
    """Return the absolute address of a page, by its path in the navigation."""
    folder = "" if language == handbook.languages[0] else f"{language}/"
    path = "" if page == "index" else f"{page.removesuffix('/index')}/"
    return urljoin(handbook.publication.address, folder + path)


def with_macros(page: Page, context: Context) -> str:
    """Return the Markdown of a page with its macros carried out.

    Raises `ProblemsFound` with the line of the macro that cannot be.
    """
    known = macros(context)
    try:
        return str(_compiled(page.body).render(known))
    except TemplateSyntaxError as error:
        line = page.first_line + error.lineno - 1
        problem = Problem(
            page.file,
            line,
            "",
            f"this macro cannot be read ({error.message})",
            "check its brackets and quotes",
        )
    except UndefinedError as error:
        problem = Problem(
            page.file, _line(page, error), "", f"{error.message}", choose(_name(str(error)), known)
        )
    except (MacroError, TypeError, TemplateError) as error:
        what, _, remedy = str(error).partition("; ")
        problem = Problem(
            page.file, _line(page, error), "", what, remedy or "see CONTRIBUTING for the macros"
        )
    raise ProblemsFound([problem])


def check(project: Path) -> list[Problem]:
    """Return everything that is wrong in the config and in the pages.

    What is wrong with a page as a Word file only shows when `generators.kit` makes it.
    """
    try:
        handbook = load(project / "handbook.yml")
    except ProblemsFound as found:
        return list(found.problems)
    return [
        *_missing_pages(project, handbook),
        *content.unread(project),
        *(
            problem
            for language in handbook.languages
            for problem in _page_problems(project, handbook, language)
        ),
    ]


def _page_problems(project: Path, handbook: Handbook, language: Language) -> Iterator[Problem]:
    try:
        kit = templates(project, handbook, language)
    except ProblemsFound as found:
        yield from found.problems
        return
    context = Context(handbook, language, kit)
    left_out = {page.removeprefix("kit/") for page in handbook.left_out}
    known = [*(template.identifier for template in kit), *left_out]
    yield from content.problems(project, handbook, language)
    for name, path in page_paths(project, handbook, language).items():
        try:
            page = read_page(path, project)
            if not is_template(name):
                yield from _unknown_templates(page, known)
            with_macros(page, context)
        except ProblemsFound as found:
            yield from found.problems


def _unknown_templates(page: Page, known: list[str]) -> Iterator[Problem]:
    """Yield what the front matter of a page says wrong; raises `ProblemsFound` for its form."""
    for number, name in enumerate(about(page, FrontMatter).templates):
        if name not in known:
            finding = Finding(
                ("templates", number), f"the kit has no template {name}", choose(name, known)
            )
            yield page.front_matter.problem(finding)


def _missing_pages(project: Path, handbook: Handbook) -> Iterator[Problem]:
    pages = {
        language: set(page_paths(project, handbook, language)) for language in handbook.languages
    }
    ours = {page for phase in handbook.phases for page in phase.pages} | {"index"}
    for language, present in pages.items():
        inside = content.navigation(project, handbook, language).values()
        listed = {page for phase in inside for page in phase} | {"index"}
        others = set().union(*pages.values()) | listed
        for page in sorted(others - present):
            folder = "docs" if page in ours else content.OWN
            yield Problem(
                f"{folder}/{language}/{page}.md",
                None,
                "",
                "this page is missing",
                "every page stands in every language, and every page of handbook.yml exists",
            )
        for page in sorted(present - listed):
            path = page_path(project, language, page)
            if path.is_relative_to(project / "docs"):
                yield Problem(
                    path.relative_to(project).as_posix(),
                    None,
                    "",
                    "this page is in no phase",
                    "add it to the pages of a phase in handbook.yml",
                )


@lru_cache(maxsize=512)
def _compiled(body: str) -> JinjaTemplate:
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    return JinjaTemplate.from_code(environment, code(body), {})


@lru_cache(maxsize=512)
def code(body: str) -> CodeType:
    """Return the macros of a page as code, compiled once for our check and for mkdocs-macros."""
    return Environment(autoescape=False).compile(body)


def _name(message: str) -> str:
    """Return the name in Jinja's "'fields' is undefined"."""
    return message.partition("'")[2].partition("'")[0]


def _line(page: Page, error: BaseException) -> int:
    """Return the line of the file where an error inside a macro call came from."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        # Jinja names its compiled templates so, with the line of the source.
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return page.first_line + line - 1


_WHOLE_LINK = re.compile(r"\[([^\[\]]*)\]\(([^)\s:]+?)\.md(?:#[^)\s]*)?\)")
_LINK = re.compile(r"(?<=\]\()([^)\s:]+?)\.md(#[^)\s]*)?(?=\))")


def _absolute(text: str, handbook: Handbook, language: Language, name: str) -> str:
    """Return the Markdown of a page with its links to other pages made absolute."""

    def address(match: re.Match[str]) -> str:
        page = normpath(join(dirname(name), match[1]))
        return page_address(handbook, language, page) + (match[2] or "")

    return _LINK.sub(address, text)
