"""Events into folders: each event.yml becomes a personal kit, or is told what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generators.archive import archive
from generators.fill.days import shown_day
from generators.manifest import changed_since, entry, put_files
from generators.personal import (
    Source,
    file_sources,
    kit_sources,
    not_fitting,
    personal_kit,
    refuse_unknown_blanks,
)
from handbook.choices import Choices
from handbook.event import EventFile, read_event
from handbook.file_names import numbered, safe_name
from handbook.model import Handbook, Language
from handbook.problems import Problem, ProblemsFound
from handbook.templates import templates
from handbook.working_days import holidays, is_working_day
from macros.calendar_names import LONG_DATE
from macros.event import dates

ENDINGS = (".yml", ".yaml")
SCHOOL_HOLIDAYS = "mind the school holidays in your region: the dates take no account of them"
"""What is good to know about every event that has a date."""


@dataclass(frozen=True, slots=True)
class Job:
    """One event to be filled in: its file, and the folder or zip file that comes of it."""

    file: EventFile
    target: Path
    sources: Mapping[Language, Sequence[Source]]


def event_paths(place: Path) -> list[Path]:
    """Return the event files at a place: the file itself, or those in the folder."""
    if not place.is_dir():
        return [place]
    # What begins with a point was put there by a system or an editor, not by a person.
    return sorted(
        path
        for path in place.iterdir()
        if path.suffix.lower() in ENDINGS and not path.name.startswith(".")
    )


def jobs(
    handbook: Handbook,
    project: Path,
    place: Path,
    out: Path,
    *,
    files: Sequence[Path] = (),
    as_zip: bool = False,
) -> tuple[list[Job], list[Problem]]:
    """Return what there is to fill in, and everything that is wrong in the other events.

    With `files` these Word files are filled in, instead of the templates of the kit.
    """
    known = [each.identifier for each in templates(project, handbook, handbook.languages[0])]
    kit: dict[tuple[Language, Choices], Sequence[Source]] = {}
    taken: set[str] = set()
    found: list[Job] = []
    problems: list[Problem] = []
    for path in event_paths(place):
        name = numbered(safe_name(path.stem, "event"), taken)
        target = out / name if place.is_dir() or as_zip else out
        try:
            file = read_event(path, handbook, known, str(path))
            event = file.event
            sources: dict[Language, Sequence[Source]] = {}
            if files:
                for source in file_sources(handbook, project, files, event):
                    sources[source.language] = [*sources.get(source.language, ()), source]
            for language in () if files else event.languages:
                key = (language, event.choices)
                if key not in kit:
                    kit[key] = kit_sources(handbook, project, *key)
                sources[language] = kit[key]
            for each in sources.values():
                refuse_unknown_blanks(file, each)
        except ProblemsFound as mistakes:
            problems += mistakes.problems
            continue
        problems += _in_the_way(path, target, as_zip=as_zip)
        found.append(Job(file, target.with_name(f"{name}.zip") if as_zip else target, sources))
    wrong = {problem.file for problem in problems}
    return [job for job in found if job.file.document.file not in wrong], problems


def carry_out(
    handbook: Handbook, job: Job, step: Callable[[], None], *, as_zip: bool = False
) -> int:
    """Write the kit of one event, whole or not at all; return how many files it has.

    `step` is called for each file that is made.
    """
    made: dict[str, bytes] = {}
    for language, sources in job.sources.items():
        folder = f"{language}/" if len(job.sources) > 1 else ""
        for path, data in personal_kit(handbook, job.file.event, language, sources):
            made[folder + path] = data
            step()
    if as_zip:
        job.target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".making-", dir=job.target.parent) as temporary:
            ready = Path(temporary) / job.target.name
            ready.write_bytes(archive(made))
            ready.replace(job.target)
    else:
        put_files(job.target, made, [entry(path, data) for path, data in sorted(made.items())])
    return len(made)


def size(job: Job) -> int:
    """Return about how many files come of an event, for whoever waits."""
    guests = len(job.file.event.lists.get("guests", ())) or 1
    return sum(
        guests if source.is_letter else 1 for sources in job.sources.values() for source in sources
    )


def remarks(handbook: Handbook, job: Job, today: date) -> Iterator[str]:
    """Yield what is no mistake in an event, but good to know on a day such as `today`."""
    event = job.file.event
    for source in next(iter(job.sources.values()), ()):
        if count := not_fitting(source, event):
            yield f"{source.name}: {count} guests do not fit on it, print it once more for them"
    day = event.date
    if day is None:
        yield "event.date is empty, so no date of the timeline is known"
        return
    if not is_working_day(day, holidays(handbook)):
        yield f"the session is on {_written(day)}, when many people do not work"
    days = dates(handbook, event)
    late = [moment for moment in handbook.moments if days[moment.id] < today]
    if day < today:
        yield f"the session, on {_written(day)}, is over"
    elif late:
        listed = ", ".join(f"{moment.name['en']} ({_written(days[moment.id])})" for moment in late)
        yield f"these dates are past already: {listed}"


def _written(day: date) -> str:
    return shown_day(day, f"dddd {LONG_DATE}", "en")


def _in_the_way(path: Path, target: Path, *, as_zip: bool) -> Iterator[Problem]:
    """Yield what keeps an event's kit from being written without loss."""
    if as_zip:
        return
    if target.exists() and not target.is_dir():
        yield Problem(
            str(path), None, "", f"{target} is a file", "name a folder with --out, or move it away"
        )
    for changed in changed_since(target):
        yield Problem(
            str(path),
            None,
            "",
            f"somebody has changed {target / changed} since it was filled in",
            "move it to where you keep it, or name another folder with --out",
        )
