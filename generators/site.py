"""The MkDocs hook: what the site takes from handbook.yml.

One `mkdocs build` makes the site in every language: the first language at the root, and each
other one inside that build, in a folder of its own.
"""

import logging
import re
import shutil
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from math import ceil
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any

from babel.numbers import format_decimal
from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from generators import glossary, memory, theme
from generators.browser import event_script, file_script, kit_script, place
from generators.colours import FONTS, colours
from generators.cores import can_fork
from generators.decks import decks
from generators.kit import KitFile
from generators.kit import files as kit_files
from generators.logo import icon, rings, site_logo
from generators.page_html import (
    among_others,
    anchor,
    apart,
    as_slides,
    finished,
    said,
    unsearched,
)
from generators.pages import check, code, without_links
from generators.prose import reading_minutes
from generators.thumbnail import Thumbnail
from generators.whole_kit import whole_kits
from generators.wording import in_words_of
from handbook.choices import default_choices
from handbook.content import OWN, navigation, page_path
from handbook.load import load
from handbook.model import Brand, Handbook, Language, Vocabulary
from handbook.problems import Problem, ProblemsFound
from handbook.templates import Template
from handbook.vocabulary import spoken
from macros import room_screen
from macros.context import Context
from macros.kit import by_family, by_moment, by_role
from macros.people import role_name
from macros.times import moment
from macros.wording import capitalised

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.hooks.site")

# The page that offers the whole kit.
_KIT = "kit/index.md"
# The form that fills the templates in.
_FORM = "my-klantarena.md"
# Of Material only the script and the search are used; see overrides/main.html.
_UNUSED = re.compile(r"assets/(stylesheets/(main|palette)\.|images/favicon|.*\.map$)")
# Only pages opened from a disk need it.
_OFFLINE = "assets/javascripts/iframe-worker.js"


@dataclass(frozen=True, slots=True)
class Download:
    """A Word file as a page offers it, with the one to fill in with a pen."""

    url: str
    name: str
    label: str
    size: str
    choices: dict[str, str]
    default: bool
    thumbnail: Thumbnail
    on_paper: "Download | None" = None


@dataclass(frozen=True, slots=True)
class KitDownload:
    """The whole kit of a preset as a page offers it; `paper` tells that it holds both sorts."""

    preset: str
    name: str
    url: str
    size: str
    paper: bool


@dataclass(frozen=True, slots=True)
class Presentation:
    """The slides of a page as it offers them."""

    url: str
    name: str
    size: str


class Stop(Abort):
    """The pages cannot be built; the message says everything that is wrong."""

    exit_code = 2


# Without repr: the macros plugin writes the whole config out, which would take half a second.
@dataclass(frozen=True, slots=True, repr=False)
class Edition:
    """What is being built: the handbook in one language. It travels in the MkDocs config."""

    handbook: Handbook
    language: Language
    downloads: dict[str, list[Download]]
    """The Word files by the path of their page, as in "kit/run-sheet.md"."""
    templates: list[Template]
    """What the Word files are made of, in the order of use."""
    kits: list[KitDownload]
    """The whole kits, that of the default preset first."""
    presentations: dict[str, Presentation]
    """The slides by the path of their page, as in "train/slides.md"."""


@event_priority(100)  # search and macros look at the language when their turn comes
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take language, navigation and address from handbook.yml; stop where something is wrong."""
    memory.spare()
    project = Path(config.config_file_path).parent
    language = config.get("language")
    if language is None:  # the first language: the others are built inside this build
        _stop_at(check(project))
    handbook = load(project / "handbook.yml")
    language = language or handbook.languages[0]
    config["edition"] = Edition(handbook, language, {}, [], [], {})
    if handbook.publication.name is not None:
        config.site_name = handbook.publication.name[language]
    config.docs_dir = str(project / "docs" / language)
    config.theme["language"] = language
    pages = navigation(project, handbook, language)
    config.nav = [
        "index.md",
        *(
            {phase.name[language]: [f"{page}.md" for page in pages[phase.id]]}
            for phase in handbook.phases
        ),
    ]
    # `mkdocs serve` has filled in its own address by now, and opens at its root.
    config.site_url = config.site_url or handbook.publication.address
    _name_the_language(language)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Begin the other languages beside this one; while serving, keep what has not changed."""
    # Our check has compiled every page already: compiling is a fifth of a build.
    config.plugins["macros"].env.compile = code  # type: ignore[attr-defined]
    if not _serving(config):
        config["beside"] = [
            _begin(config, other, kept) for other, kept in _others(config) if can_fork()
        ]
        return
    for other, kept in _others(config):
        there, mark = kept.parent / other, kept.parent / f".{other}.inputs"
        if not mark.exists() or mark.read_text() != _inputs(config, other):
            shutil.rmtree(kept, ignore_errors=True)
        elif there.exists():  # not after a build that failed halfway: then it is still hidden
            shutil.rmtree(kept, ignore_errors=True)
            # MkDocs empties its folder now, but for what has a hidden name.
            there.rename(kept)


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, **_: Any) -> "LiveReloadServer":
    """Watch what the pages are made of besides the first language's own folder."""
    project = Path(config.config_file_path).parent
    for name in ("docs", "organisation", "organisation.yml"):
        if (project / name).exists():
            server.watch(str(project / name))
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the colours, the logo and the Word files; leave out what the theme does not use."""
    project = Path(config.config_file_path).parent
    edition: Edition = config["edition"]
    handbook = edition.handbook
    left_out = {f"{page}.md" for page in handbook.left_out}
    for file in list(files):
        unused = not _offline(config) and file.src_uri == _OFFLINE
        if unused or _UNUSED.match(file.src_uri) or file.src_uri in left_out:
            files.remove(file)
    _take_in_own(files, config, project / OWN / edition.language)
    _add_brand(files, config, project, edition)
    script = event_script(handbook, edition.language)
    _add(files, config, "assets/javascripts/event-data.js", script)
    try:
        kit = kit_files(handbook, project, edition.language, paper=True)
        made_decks = decks(handbook, project, edition.language)
    except ProblemsFound as found:
        _stop_at(list(found.problems))
    _add(files, config, "assets/javascripts/kit-data.js", kit_script(handbook, project, kit))
    for word, on_paper in zip(kit[::2], kit[1::2], strict=True):
        offered, beside = (
            _download(handbook, one, _add(files, config, f"downloads/{one.name}", one.data))
            for one in (word, on_paper)
        )
        page = f"kit/{word.template.identifier}.md"
        edition.downloads.setdefault(page, []).append(replace(offered, on_paper=beside))
        if _offline(config):
            script = file_script(place(handbook, edition.language, word.name), word.data)
            _add(files, config, f"downloads/{word.name}.js", script)
    edition.templates.extend(dict.fromkeys(word.template for word in kit))
    for whole in whole_kits(handbook, project, edition.language, kit):
        file = _add(files, config, f"downloads/{whole.name}", whole.data)
        size = _size(whole.data, edition.language)
        edition.kits.append(KitDownload(whole.preset, whole.name, file.url, size, paper=True))
    for deck in made_decks:
        file = _add(files, config, f"downloads/{deck.name}", deck.data)
        size = _size(deck.data, edition.language)
        edition.presentations[f"{deck.page}.md"] = Presentation(file.url, deck.name, size)
    return files


def _take_in_own(files: Files, config: MkDocsConfig, folder: Path) -> None:
    """Lay an organisation's own pages and pictures over ours."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            uri = path.relative_to(folder).as_posix()
            if there := files.get_file_from_path(uri):
                files.remove(there)
            files.append(File(uri, str(folder), config.site_dir, config.use_directory_urls))


def _add_brand(files: Files, config: MkDocsConfig, project: Path, edition: Edition) -> None:
    """Add the colours, the letter, the logo and the icon."""
    brand = edition.handbook.brand
    _add(files, config, "assets/stylesheets/brand.css", colours(brand))
    _add(files, config, "assets/logo.svg", rings(project, brand))
    _add(files, config, "assets/favicon.svg", icon(project, edition.handbook, edition.language))
    logo = site_logo(project, brand, edition.language)
    if logo is not None and brand.own_logo is not None:
        _add(files, config, logo.file, (project / brand.own_logo.file).read_bytes())
        if logo.dark and brand.own_logo.dark:
            _add(files, config, logo.dark, (project / brand.own_logo.dark).read_bytes())
    for file in _font_files(brand):
        _add(files, config, f"{FONTS}/{Path(file).name}", (project / file).read_bytes())


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let search give pages that explain before templates; while serving, keep what is the same.

    Links to templates that this edition does not offer become plain words.
    """
    handbook, language = _handbook(config)
    path = page.file.src_uri.removesuffix(".md")
    markdown = without_links(markdown, path, handbook.left_out)
    if page.meta.get("words") != "plain":
        _say_front_matter(page.meta, handbook, language)
    if not page.meta.get("word"):
        page.meta["search"] = {"boost": 2}
    if _serving(config):
        _keep_rendering(page, markdown, files)
    return markdown


def _say_front_matter(
    meta: MutableMapping[str, Any], handbook: Handbook, language: Language
) -> None:
    """Put the texts of a page's front matter in the words of the organisation."""

    def say(text: str) -> str:
        return spoken(text, handbook.vocabulary, language)

    for key in ("title", "description", "sentence"):
        if isinstance(meta.get(key), str):
            meta[key] = say(meta[key])
    if "tags" in meta:
        meta["tags"] = [say(tag) for tag in meta["tags"]]
    for door in meta.get("doors") or []:
        door |= {"title": say(door["title"]), "text": say(door["text"])}


def _keep_rendering(page: Page, markdown: str, files: Files) -> None:
    """Render a page only where its Markdown, or what it can link to, is not what it was.

    Anchors are only checked when a page is rendered: a build checks them all.
    """
    render = page.render
    key = (page.file.abs_src_path, markdown, frozenset(file.src_uri for file in files))

    def rendered(config: MkDocsConfig, files: Files) -> None:
        kept = _renderings().get(key[0])
        if kept is None or kept[0] != key:
            render(config, files)
            names = page.present_anchor_ids
            _renderings()[key[0]] = (key, page.content, page.toc, names)
            return
        _, page.content, page.toc, page.present_anchor_ids = kept
        page.links_to_anchors = {}

    page.render = rendered  # type: ignore[method-assign]


@lru_cache(maxsize=1)
def _renderings() -> dict[str | None, tuple[Any, ...]]:
    return {}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the HTML of a page ready for the site, and explain the terms it uses."""
    handbook, language = _handbook(config)
    words = Vocabulary() if page.meta.get("words") == "plain" else handbook.vocabulary
    html = in_words_of(html, words, language, config.site_url or "http://./")
    _say_headings(page.toc, words, language)
    chosen = default_choices(handbook)
    html = finished(
        html,
        {
            str(escape(choice.modes[chosen[name]].name[language]))
            for name, choice in handbook.choices.items()
        },
    )
    if page.meta.get("slides"):
        # Slides repeat in a few words what the pages of the workshop tell.
        html = unsearched(html)
    if page.meta.get("template") or page.file.src_uri == f"{glossary.PAGE}.md":
        return html
    there = files.get_file_from_path(f"{glossary.PAGE}.md")
    if there is None:
        return html
    path = page_path(Path(config.config_file_path).parent, language, glossary.PAGE)
    terms = _terms(path.read_text(encoding="utf-8"), handbook.vocabulary, language)
    return glossary.explained(html, terms, get_relative_url(there.url, page.url))


def _say_headings(headings: Iterable[AnchorLink], words: Vocabulary, language: Language) -> None:
    """Put the headings of a page, as its contents and the search show them, in these words."""
    for heading in headings:
        heading.title = in_words_of(heading.title, words, language)
        _say_headings(heading.children, words, language)


@lru_cache(maxsize=4)
def _terms(markdown: str, words: Vocabulary, language: Language) -> tuple[glossary.Term, ...]:
    return tuple(
        replace(
            term,
            name=spoken(term.name, words, language),
            meaning=spoken(term.meaning, words, language),
        )
        for term in glossary.terms(markdown)
    )


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
    """Give the theme's templates what they print on every page."""
    project = Path(config.config_file_path).parent
    handbook, language = _handbook(config)
    env.bytecode_cache = theme.compiled()
    env.globals |= theme.of_every_page(handbook, language, project, config.site_url or "")
    env.globals["offline"] = _offline(config)
    return env


def on_template_context(context: dict[str, Any], template_name: str, **_: Any) -> dict[str, Any]:
    """Give pages of the theme itself their base, and the whole handbook to the one that prints."""
    # MkDocs ends it with a slash on the 404 page only.
    context["base"] = context["base_url"].rstrip("/")
    if template_name == "print.html":
        context["whole"] = _whole(context["nav"])
    return context


def _whole(nav: Navigation) -> list[dict[str, Any]]:
    """Return the pages of the handbook by phase, ready to stand on one page; no templates."""
    phases = [
        (phase.title, [page for page in phase.children or [] if isinstance(page, Page)])
        for phase in nav.items
    ]
    read = {
        page.url
        for _, pages in phases
        for page in pages
        # Templates are for Word; the form is for a screen, and slides repeat the workshop's page.
        if not page.file.src_uri.startswith("kit/")
        and page.meta.get("template") not in ("event.html", "slides.html")
    }
    return [
        {
            "title": title,
            "pages": [
                {
                    "anchor": anchor(page.url),
                    "title": page.title,
                    "lead": page.meta["description"],
                    "content": Markup(among_others(page.content or "", page.url, read)),
                }
                for page in pages
                if page.url in read
            ],
        }
        for title, pages in phases
        if any(page.url in read for page in pages)
    ]


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give a page its place, its downloads, its strip of templates and its doors."""
    edition: Edition = config["edition"]
    handbook, language = edition.handbook, edition.language
    pages = {one.file.src_uri: one for one in nav.pages}
    context["part"] = _part(page)
    context["reading_minutes"] = reading_minutes(page.content or "")
    context["downloads"] = edition.downloads.get(page.file.src_uri, [])
    context["kits"] = edition.kits if page.file.src_uri == _KIT else []
    context["base"] = context["base_url"]
    if word := page.meta.get("word"):
        known = Context(handbook, language)
        context["filled_by"] = capitalised(role_name(known, word["filled_by"]))
        context["when"] = capitalised(moment(known, word["moment"]))
        before, sheet, after = apart(page.content or "")
        context |= {"guidance_before": before, "sheet": sheet, "guidance_after": after}
        context["template_name"] = Path(page.file.src_uri).stem
        context["form"] = pages.get(_FORM)
    if page.meta.get("slides"):
        context["slides"] = as_slides(page.content or "")
        context["presentation"] = edition.presentations[page.file.src_uri]
    if page.meta.get("template") == "room-screen.html":
        script = pages.get("kit/facilitator-script.md")
        context["room_screen"] = _room_screen(edition, script)
    offers = {
        template.identifier: {
            "page": pages[path],
            "word": template.word,
            "files": edition.downloads[path],
        }
        for template in edition.templates
        if (path := f"kit/{template.identifier}.md") in pages
    }
    context["strip"] = [offers[name] for name in page.meta.get("templates") or [] if name in offers]
    if page.meta.get("template") == "kit.html":
        known = Context(handbook, language, tuple(edition.templates))
        context |= {
            "kit": known.templates,
            "offers": offers,
            "moments": {one.id: moment(known, one.id) for one in handbook.moments},
            "views": {"when": by_moment(known), "who": by_role(known), "what": by_family(known)},
        }
    context["doors"] = [
        {**door, "url": _address(door["link"], pages, page)}
        for door in page.meta.get("doors") or []
        if door["link"].partition(".md")[0] not in handbook.left_out
    ]
    return context


def _room_screen(edition: Edition, script: Page | None) -> dict[str, Any]:
    """Return the parts of the room screen; what is said at each block stands in the script."""
    handbook, language = edition.handbook, edition.language
    known = Context(handbook, language)
    phrases = said((script and script.content) or "")

    def say(html: str) -> Markup:
        return Markup(in_words_of(html, handbook.vocabulary, language))

    return {
        "stages": say(room_screen.stages(known)),
        "schedule": say(room_screen.schedule(known)),
        "briefs": say(room_screen.briefs(known, phrases)),
        "settings": room_screen.settings(known),
    }


def on_post_build(config: MkDocsConfig) -> None:
    """Build the other languages inside the first one."""
    # Its date is that of the build: leave it out, so that the same input gives the same bytes.
    (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)
    if _offline(config):
        # A page on a disk may not fetch: Material's search reads a script instead.
        index = (Path(config.site_dir) / "search/search_index.json").read_text(encoding="utf-8")
        script = Path(config.site_dir) / "search/search_index.js"
        script.write_text(f"var __index = {index}", encoding="utf-8")
    for process in config.get("beside", []):
        process.join()
        if process.exitcode:
            raise Stop("The site was not built: the lines above say why.")
    for other, kept in _others(config):
        if not kept.exists():
            _build_language(config, other, kept)
            if _serving(config):
                (kept.parent / f".{other}.inputs").write_text(_inputs(config, other))
        kept.rename(kept.parent / other)
    memory.as_usual()


def on_build_error(**_: Any) -> None:
    """Look for unused memory as usual again: serving goes on after a mistake."""
    memory.as_usual()


def _build_language(config: MkDocsConfig, language: Language, out: Path) -> None:
    inner = load_config(
        config.config_file_path,
        site_dir=str(out),
        site_url=f"{config.site_url}{language}/",
        strict=config.strict,
        use_directory_urls=config.use_directory_urls,
    )
    inner["language"] = language
    inner.plugins.on_startup(command="build", dirty=False)
    build(inner)
    inner.plugins.on_shutdown()


def _begin(config: MkDocsConfig, language: Language, out: Path) -> ForkProcess:
    """Build a language in a process of its own; MkDocs leaves its hidden folder alone."""
    shutil.rmtree(out, ignore_errors=True)
    process = get_context("fork").Process(target=_in_a_process, args=(config, language, out))
    process.start()
    return process


def _in_a_process(config: MkDocsConfig, language: Language, out: Path) -> None:
    try:
        _build_language(config, language, out)
    except Abort as stop:
        stop.show()
        raise SystemExit(stop.exit_code) from None


def _offline(config: MkDocsConfig) -> bool:
    """Tell whether the site is built to be opened from a disk: with files for addresses."""
    return not config.use_directory_urls


def _serving(config: MkDocsConfig) -> bool:
    """Tell whether `mkdocs serve` builds: it gives the site its own address."""
    return (config.site_url or "").startswith(f"http://{config.dev_addr}/")


def _others(config: MkDocsConfig) -> list[tuple[Language, Path]]:
    """Return the languages that are built inside this build, each with a hidden place for it."""
    handbook, language = _handbook(config)
    if language != handbook.languages[0]:
        return []
    return [(other, Path(config.site_dir) / f".{other}") for other in handbook.languages[1:]]


def _inputs(config: MkDocsConfig, language: Language) -> str:
    """Return a fingerprint of all files that a language is made of."""
    project = Path(config.config_file_path).parent
    handbook, _ = _handbook(config)
    settings = ("handbook.yml", "organisation.yml", "mkdocs.yml", handbook.brand.logo)
    found = [project / name for name in (*settings, *_own_files(handbook.brand))]
    for folder in (
        project / "docs" / language,
        project / OWN / language,
        project / "overrides",
    ):
        found += sorted(folder.rglob("*"))
    read = sha256()
    for path in found:
        if path.is_file():
            read.update(f"{path}\0{path.stat().st_mtime_ns}\0{path.stat().st_size}\0".encode())
    return read.hexdigest()


def _own_files(brand: Brand) -> list[str]:
    """Return the files of an organisation's logo and letter."""
    logo = (brand.own_logo.file, brand.own_logo.dark) if brand.own_logo else ()
    return [*filter(None, logo), *_font_files(brand)]


def _font_files(brand: Brand) -> list[str]:
    return list(brand.font_files.model_dump(exclude_none=True).values())


def _handbook(config: MkDocsConfig) -> tuple[Handbook, Language]:
    edition: Edition = config["edition"]
    return edition.handbook, edition.language


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise Stop("\n".join(str(problem) for problem in problems))


def _name_the_language(language: Language) -> None:
    """Put the folder before each warning: MkDocs names a page without it."""

    def named(record: logging.LogRecord) -> bool:
        # A record passes several handlers; name its language once.
        if record.levelno >= logging.WARNING and not hasattr(record, "language"):
            record.language = language
            record.msg = f"docs/{language}: {record.msg}"
        return True

    for handler in logging.getLogger("mkdocs").handlers:
        handler.filters = [named]


def _add(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> File:
    if there := files.get_file_from_path(path):
        files.remove(there)
    file = File.generated(config, path, content=content)
    files.append(file)
    return file


def _download(handbook: Handbook, word: KitFile, file: File) -> Download:
    default = default_choices(handbook)
    return Download(
        url=file.url,
        name=word.name,
        label=word.label,
        size=_size(word.data, word.template.language),
        choices=word.choices,
        default=all(
            word.choices.get(name, default[name]) == default[name] for name in handbook.choices
        ),
        thumbnail=word.thumbnail,
    )


def _size(data: bytes, language: Language) -> str:
    """Return how large a file is: "18 kB", "2,1 MB"."""
    if len(data) < 1_000_000:
        return f"{ceil(len(data) / 1000)} kB"
    return f"{format_decimal(ceil(len(data) / 100_000) / 10, format='0.0', locale=language)} MB"


def _part(page: Page) -> dict[str, Any] | None:
    """Return the part of the handbook a page stands in, and where."""
    part = page.parent
    if part is None or not part.children:
        return None
    return {
        "title": part.title,
        "place": part.children.index(page) + 1,
        "length": len(part.children),
    }


def _address(link: str, pages: dict[str, Page], page: Page) -> str:
    """Return where a link of the front matter leads, checked like the links in the text."""
    path, _, anchor = link.partition("#")
    target = pages.get(normpath(join(dirname(page.file.src_uri), path)))
    if target is None:
        log.warning(f"'{page.file.src_uri}' has a door to '{link}'; there is no such page")
        return ""
    if anchor and f'id="{anchor}"' not in (target.content or ""):
        log.warning(f"'{page.file.src_uri}' has a door to '{link}'; that page has no such anchor")
    return f"{target.url}#{anchor}" if anchor else target.url
