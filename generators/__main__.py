"""The command line: `klantarena`, the same as `python -m generators`.

What a command needs is imported when it runs, so that `--help` answers at once.
"""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NoReturn

import typer

application = typer.Typer(
    name="klantarena",
    help="Make the klantarena handbook: the site, and the Word templates of its kit.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    epilog="Example: klantarena serve",
)

Project = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="The project's folder. By default: this folder, or the first above it that holds "
        "handbook.yml.",
        show_default=False,
    ),
]


Address = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Where the site will stand, as in https://example.org/klantarena/. By default: the "
        "address in organisation.yml or handbook.yml.",
        show_default=False,
    ),
]


class RefusalError(Exception):
    """A command cannot be carried out; the message says why, and what to do instead."""


def main() -> None:
    """Carry out one command; whatever goes wrong outside the code is said in one line."""
    from handbook.problems import ProblemsFound

    try:
        application()
    except ProblemsFound as found:
        _stop(str(problem) for problem in found.problems)
    except RefusalError as refusal:
        _stop([str(refusal)])
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        reason = (error.strerror or str(error)).lower()
        _stop([f"{place}{reason}; nothing was changed, mend this and try again"])


@application.command(epilog="Example: klantarena build --project ~/klantarena")
def build(address: Address = None, project: Project = None) -> None:
    """Build the whole site, with its downloads, in the folder site.

    What stood in site before is replaced when everything is ready, and not when something fails.
    """
    root = _project(project)
    _publish_at(address)
    site = root / "site"
    if site.exists() and not site.is_dir():
        raise RefusalError(f"{site}: this is a file; move it away, the site comes there")
    with TemporaryDirectory(prefix=".site-", dir=root) as temporary:
        made = Path(temporary) / "site"
        with _progress("Building the site"):
            _build(root, made)
        if site.exists():
            site.rename(Path(temporary) / "old")
        made.rename(site)
    pages = sum(1 for _ in site.rglob("*.html"))
    downloads = sum(1 for _ in site.rglob("*.docx"))
    typer.echo(f"{site}: {pages} pages and {downloads} Word files")


@application.command(epilog="Example: klantarena release --out dist")
def release(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files come.")] = Path("dist"),
    address: Address = None,
    project: Project = None,
) -> None:
    """Make everything that an edition gives away: site, kit, PDF, and a pack for offline.

    The PDF of the whole handbook needs Chromium or Chrome; without one it is left out, and said.
    """
    root = _project(project)
    _publish_at(address)
    from generators import release as edition
    from handbook.load import load

    handbook = load(root / "handbook.yml")
    if out.exists() and not out.is_dir():
        raise RefusalError(f"{out}: this is a file; name a folder with --out")
    program = edition.browser()
    with TemporaryDirectory(prefix=".site-", dir=root) as temporary:
        site, offline = Path(temporary) / "site", Path(temporary) / "offline"
        with _progress("Building the site"):
            _build(root, site)
        with _progress("Building the site for offline"):
            _build(root, offline, "--no-directory-urls")
        with _progress("Packing"):
            files = edition.artefacts(handbook, site, offline)
        if program:
            for language in handbook.languages:
                with _progress("Printing the handbook"):
                    name = edition.printed_name(handbook, language)
                    files[name] = edition.printed(program, handbook, site, language)
    edition.put_in_place(out, files)
    for name in sorted(files):
        typer.echo(f"{out / name}")
    if not program:
        typer.echo(
            "The handbook as PDF is not among them: that needs Chromium or Chrome, "
            "and neither is here.",
            err=True,
        )


@application.command(epilog="Example: klantarena serve --port 8080")
def serve(
    project: Project = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where to serve.")] = 8000,
) -> None:
    """Build everything and show it in the browser; a page that is saved is built anew."""
    root = _project(project)
    address = f"http://127.0.0.1:{port}/"
    with socket.socket() as probe:
        # As the server itself does: a port that was only just left may be taken again.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise RefusalError(
                f"port {port} cannot be used ({error.strerror}); "
                f"choose another one: klantarena serve --port {port + 1 if port < 65535 else 8000}"
            ) from error
    typer.echo("Building the handbook ...")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    process = subprocess.Popen(
        _mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}"),
        cwd=root,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        said: list[str] = []
        serving = False
        for line in _without_traces(process.stdout or ()):
            if "Serving on" in line:
                serving = True
                typer.echo("".join(_remarks(said)), err=True, nl=False)
                typer.echo(f"Look at {address}  (stop: Ctrl+C)")
            elif "Detected file changes" in line:
                typer.echo("A file was saved; building again ...")
            elif "Reloading browsers" in line:
                typer.echo("Ready; the browser shows it.")
            elif serving:
                typer.echo("".join(_remarks([line])), err=True, nl=False)
            else:
                said.append(line)
        if process.wait():
            _stop(_reasons(said))
    except KeyboardInterrupt:
        typer.echo("Stopped.")
    finally:
        process.terminate()
        process.wait()


@application.command(
    epilog="Example: klantarena templates --out kit --language nl --paper",
)
def templates(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files come.")],
    language: Annotated[
        str | None,
        typer.Option(metavar="nl|en", help="Only this language.", show_default=False),
    ] = None,
    paper: Annotated[
        bool, typer.Option("--paper", help="Also each file to fill in with a pen.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--zip", help="Also the whole kit as one .zip, for each preset.")
    ] = False,
    project: Project = None,
) -> None:
    """Make the Word files alone, without the site, and manifest.json that lists them.

    The files come in DIR/nl and DIR/en. Files that this command made before and that are no
    longer in the kit are removed; other files in DIR stay.
    """
    root = _project(project)
    from generators.cores import begin
    from generators.manifest import NAME, put_in_place
    from generators.whole_kit import in_language
    from handbook.load import load

    handbook = load(root / "handbook.yml")
    if language is not None and language not in handbook.languages:
        raise RefusalError(
            f"--language {language}: the handbook is not in this language; "
            f"write {' or '.join(handbook.languages)}"
        )
    if out.exists() and not out.is_dir():
        raise RefusalError(f"{out}: this is a file; name a folder with --out")
    asked = [each for each in handbook.languages if language in (None, each)]
    # Begun before anything moves on the terminal: a process that has threads does not fork well.
    wait = begin(partial(in_language, handbook, root, paper=paper, whole=whole), asked)
    with _progress("Making the Word files"):
        made = wait()
        kit = [file for files, _ in made for file in files]
        kits = [one for _, every in made for one in every]
        put_in_place(out, kit, kits)
    also = f" and {len(kits)} whole kits" if kits else ""
    typer.echo(f"{out}: {len(kit)} Word files{also}; {NAME} lists them")


@application.command(epilog="Example: klantarena check")
def check(
    project: Project = None,
    readability: Annotated[
        bool, typer.Option("--readability", help="Also say how easily each page reads.")
    ] = False,
) -> None:
    """Look for mistakes in the config, the pages and the templates; nothing is written."""
    root = _project(project)
    from generators import decks, kit, pages
    from handbook.content import outdated, page_paths
    from handbook.load import load
    from handbook.templates import is_template

    with _progress("Reading every page"):
        # Word files can only be tried where the pages themselves are sound.
        problems = pages.check(root) or [*kit.check(root), *decks.check(root)]
    if problems:
        _stop(str(problem) for problem in problems)
    from handbook.load import remarks

    for remark in remarks(root / "handbook.yml"):
        typer.echo(str(remark))
    if readability:
        from generators import readability as reading

        for line in reading.report(reading.readability(root)):
            typer.echo(line)
    handbook = load(root / "handbook.yml")
    for remark in outdated(root, handbook):
        typer.echo(f"To look at: {remark}")
    every = [
        page for language in handbook.languages for page in page_paths(root, handbook, language)
    ]
    templates = sum(1 for page in every if is_template(page))
    own = " and organisation.yml" if (root / "organisation.yml").exists() else ""
    typer.echo(
        f"All is well: handbook.yml{own} and {len(every)} pages, "
        f"{templates} of them Word templates."
    )


@application.command(epilog="Example: klantarena fill event.yml --out my-klantarena")
def fill(
    event: Annotated[
        Path,
        typer.Argument(
            metavar="EVENT",
            help="An event.yml, as klantarena event writes one, or a folder with several.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files come.")],
    as_zip: Annotated[
        bool, typer.Option("--zip", help="One zip file for each event, instead of a folder.")
    ] = False,
    file: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DOCX",
            help="Fill in this Word file, as your team reworded it, instead of the kit. "
            "Can be given several times.",
            show_default=False,
        ),
    ] = None,
    project: Project = None,
) -> None:
    """Fill in the whole kit for an event: letters for each guest, lists, dates and a calendar.

    Nothing is written for an event with a mistake in it. Files that this command made before are
    replaced or removed; where somebody changed one since, it says so and leaves all as it is.
    """
    root = _project(project)
    from datetime import date

    from generators import events
    from handbook.load import load

    handbook = load(root / "handbook.yml")
    if not events.event_paths(event):
        raise RefusalError(f"{event}: no event.yml in this folder; write one: klantarena event")
    with _progress("Reading"):
        jobs, problems = events.jobs(handbook, root, event, out, files=file or (), as_zip=as_zip)
    said: list[str] = []
    try:
        with _steps("Filling in", sum(map(events.size, jobs))) as step:
            for job in jobs:
                count = events.carry_out(handbook, job, step, as_zip=as_zip)
                said.append(f"{job.target}: {count} files")
                for remark in events.remarks(handbook, job, date.today()):
                    said.append(f"To look at: {job.file.document.file}: {remark}")
    finally:
        # Below the bar; also what was made before something went wrong.
        for line in said:
            typer.echo(line)
    if any(job.file.event.date for job in jobs):
        typer.echo(f"To look at: {events.SCHOOL_HOLIDAYS}")
    if problems:
        _stop(str(problem) for problem in problems)


@application.command("event", epilog="Example: klantarena event --out spring.yml")
def event_example(
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where it comes.")] = Path("event.yml"),
    project: Project = None,
) -> None:
    """Write an event.yml in which every key is explained, with invented values.

    Beside it comes event.schema.json, with which an editor completes and explains its keys.
    """
    root = _project(project)
    from handbook.event_example import SCHEMA, event_example
    from handbook.load import load
    from handbook.schema import event_schema_text

    handbook = load(root / "handbook.yml")
    if out.exists():
        raise RefusalError(
            f"{out}: this file is there already and stays as it is; "
            "move it away, or name another one with --out"
        )
    _put(out, event_example(handbook))
    _put(out.with_name(SCHEMA), event_schema_text(handbook, root))
    typer.echo(f"{out}: written; change it, and run klantarena fill {out} --out my-klantarena")


@application.command(epilog="Example: klantarena schema --write")
def schema(
    organisation: Annotated[
        bool, typer.Option("--organisation", help="That of organisation.yml.")
    ] = False,
    event: Annotated[bool, typer.Option("--event", help="That of an event.yml.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Put it in its file, as handbook.schema.json, instead.")
    ] = False,
    project: Project = None,
) -> None:
    """Print the JSON Schema of handbook.yml, with which an editor completes and explains keys."""
    from handbook.schema import FILES, event_schema_text, schema_text

    name = "organisation.schema.json" if organisation else "handbook.schema.json"
    text = schema_text(FILES[name])
    if event:
        from handbook.event_example import SCHEMA
        from handbook.load import load

        root = _project(project)
        name, text = SCHEMA, event_schema_text(load(root / "handbook.yml"), root)
    if not write:
        typer.echo(text, nl=False)
        return
    path = _project(project) / name
    _put(path, text)
    typer.echo(f"{path}: written")


@application.command(epilog="Example: klantarena init")
def init(
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Where it comes; by default organisation.yml in the project's folder.",
            show_default=False,
        ),
    ] = None,
    project: Project = None,
) -> None:
    """Begin an edition of your own: write an organisation.yml in which every key is explained.

    Only your name is filled in; all else is there as a remark, to change and switch on.
    """
    from handbook.beginning import beginning
    from handbook.overlay import NAME

    path = out or _project(project) / NAME
    if path.is_dir():
        path = path / NAME
    if path.exists():
        raise RefusalError(
            f"{path}: this file is there already and stays as it is; "
            "move it away, or name another one with --out"
        )
    _put(path, beginning())
    typer.echo(f"{path}: written; open it, fill in your name, and run klantarena check")


def _put(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    with TemporaryDirectory(prefix=".writing-", dir=path.parent) as temporary:
        ready = Path(temporary) / path.name
        ready.write_text(text, encoding="utf-8", newline="\n")
        ready.replace(path)


def _project(named: Path | None) -> Path:
    """Return the project's folder: the named one, or the first from here upwards."""
    if named is not None:
        if not (named / "handbook.yml").is_file():
            raise RefusalError(
                f"{named}: no handbook.yml in this folder; name the project's folder"
            )
        return named.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "handbook.yml").is_file():
            return folder
    raise RefusalError(
        f"{here}: no handbook.yml here or in a folder above; "
        "go to the project's folder, or name it with --project"
    )


def _publish_at(address: str | None) -> None:
    """Let this command and what it starts take another address for the site."""
    if address is None:
        return
    from handbook.load import ADDRESS_GIVEN
    from handbook.model import ADDRESS

    full = address if address.endswith("/") else f"{address}/"
    if not re.match(ADDRESS, full):
        raise RefusalError(
            f"--address {address}: this is not the address of a site; "
            "write it like https://example.org/klantarena/"
        )
    os.environ[ADDRESS_GIVEN] = full


def _build(root: Path, out: Path, *options: str) -> None:
    """Build the site into a folder; stop with what is wrong."""
    finished = subprocess.run(
        _mkdocs("build", "--strict", "--site-dir", str(out), *options),
        cwd=root,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode:
        _stop(_reasons(finished.stdout.splitlines(keepends=True)))


def _mkdocs(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def _environment() -> dict[str, str]:
    # The banners of Material and of redirects about MkDocs 2, which these pinned versions never
    # meet.
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return os.environ | quiet | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}


def _reasons(said: list[str]) -> list[str]:
    """Return why MkDocs failed, as it and our own checks in it said."""
    return [line.rstrip() for line in _remarks(_without_traces(said))] or [
        "MkDocs stopped without saying why; try: python -m mkdocs build --strict --verbose"
    ]


def _remarks(said: Iterable[str]) -> list[str]:
    """Return the lines of MkDocs that are more than news of its progress."""
    return [line for line in said if line.strip() and not line.startswith(("INFO", "DEBUG"))]


def _without_traces(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, of each traceback only the last one, which says what went wrong."""
    in_trace = False
    for line in lines:
        in_trace = line.startswith("Traceback ") or (in_trace and line.startswith(" "))
        if not in_trace:
            yield line


@contextmanager
def _progress(what: str) -> Iterator[None]:
    """Show that something is going on, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} ..."):
        yield


@contextmanager
def _steps(what: str, count: int) -> Iterator[Callable[[], None]]:
    """Show how far something is, on a terminal only; what it gives is called at each step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=count)
        yield lambda: progress.advance(task)


def _stop(lines: Iterable[str]) -> NoReturn:
    """Say what is wrong and end with exit code 2."""
    for line in dict.fromkeys(lines):
        typer.echo(line, err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
