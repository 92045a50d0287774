"""Where pages stand: ours in docs, and over them an organisation's own in organisation/docs."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import get_args

from handbook.document import Finding
from handbook.front_matter import read_page
from handbook.messages import choose
from handbook.model import Handbook, Language
from handbook.problems import Problem, ProblemsFound

OWN = "organisation/docs"
"""Where an organisation's own pages stand, in a folder for each language, as ours do in docs."""


def page_path(project: Path, language: Language, page: str) -> Path:
    """Return where a page stands, by its path in the navigation; an own page goes before ours."""
    own = project / OWN / language / f"{page}.md"
    return own if own.exists() else project / "docs" / language / f"{page}.md"


def page_paths(project: Path, handbook: Handbook, language: Language) -> dict[str, Path]:
    """Return every page of a language by its path in the navigation, own pages before ours.

    Pages that the organisation does not offer are left out.
    """
    found: dict[str, Path] = {}
    for folder in (project / "docs" / language, project / OWN / language):
        for path in sorted(folder.rglob("*.md")):
            page = path.relative_to(folder).with_suffix("").as_posix()
            if page not in handbook.left_out:
                found[page] = path
    return dict(sorted(found.items()))


def navigation(project: Path, handbook: Handbook, language: Language) -> dict[str, list[str]]:
    """Return the pages of each phase in reading order, with an organisation's added pages.

    An added page names its phase in its front matter, and may name the page it comes after.
    One that names no phase, or one that does not exist, is left out: `problems` tells.
    """
    pages = {phase.id: list(phase.pages) for phase in handbook.phases}
    for page, phase, after in _added(project, handbook, language):
        inside = pages.get(phase)
        if inside is not None:
            place = inside.index(after) + 1 if after in inside else len(inside)
            inside.insert(place, page)
    return pages


def problems(project: Path, handbook: Handbook, language: Language) -> Iterator[Problem]:
    """Yield what is wrong with the places of an organisation's own pages."""
    known = [phase.id for phase in handbook.phases]
    pages = navigation(project, handbook, language)
    for page, phase, after in _added(project, handbook, language):
        front_matter = read_page(page_path(project, language, page), project).front_matter
        if phase not in known:
            what = f"there is no phase {phase}" if phase else "an added page belongs in a phase"
            yield front_matter.problem(Finding(("phase",), what, choose(phase, known)))
        elif after and after not in pages[phase]:
            what = f"the phase {phase} has no page {after}"
            yield front_matter.problem(Finding(("after",), what, choose(after, pages[phase])))


def unread(project: Path) -> Iterator[Problem]:
    """Yield each page that an organisation put where no page is looked for."""
    folders = [f"{OWN}/{language}" for language in get_args(Language)]
    for path in sorted((project / "organisation").rglob("*.md")):
        is_read = any(path.is_relative_to(project / folder) for folder in folders)
        # Without a head it is no page, as the licence of a font.
        if not is_read and path.read_bytes().lstrip(b"\xef\xbb\xbf").startswith(b"---"):
            file = path.relative_to(project).as_posix()
            remedy = f"move it to {' or '.join(folders)}"
            yield Problem(file, None, "", "this page is not read", remedy)


def outdated(project: Path, handbook: Handbook) -> Iterator[Problem]:
    """Yield each own page in place of ours whose text of ours is not the one it was made from."""
    for language in handbook.languages:
        for page, path in page_paths(project, handbook, language).items():
            ours = project / "docs" / language / f"{page}.md"
            if path == ours or not ours.exists():
                continue
            front_matter = read_page(path, project).front_matter
            said, mark = front_matter.data.get("copied_from"), edition_of(ours)
            if said == mark:
                continue
            what, remedy = (
                (
                    "our page has changed since",
                    f"compare it with {ours.relative_to(project).as_posix()}, "
                    f"take over what you want, and write copied_from: {mark}",
                )
                if said
                else (
                    "it does not say what it was made from",
                    f"add this line at its top, below title: copied_from: {mark}",
                )
            )
            yield front_matter.problem(Finding(("copied_from",), what, remedy))


def edition_of(path: Path) -> str:
    """Return a mark that changes when the text of a page does: twelve hex digits."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    return sha256(text.encode()).hexdigest()[:12]


def _added(project: Path, handbook: Handbook, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield each page that we do not have: its path, its phase, and the page it comes after."""
    listed = {page for phase in handbook.phases for page in phase.pages} | {"index"}
    listed |= set(handbook.left_out)
    folder = project / OWN / language
    for path in sorted(folder.rglob("*.md")):
        page = path.relative_to(folder).with_suffix("").as_posix()
        if page in listed:
            continue
        try:
            data = read_page(path, project).front_matter.data
        except ProblemsFound:
            continue  # told where the page itself is read
        said = data if isinstance(data, dict) else {}
        yield page, str(said.get("phase", "")), str(said.get("after", ""))
