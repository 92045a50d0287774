"""A personal kit: the templates of one event, filled in, with a letter for each guest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generators import kit
from generators.calendar import calendar
from generators.fill.form import Form, compiled, filled
from generators.fill.parts import main_part
from generators.fill.refusal import RefusedFileError
from generators.kit_texts import Filled, Subjects, mail, text_file, to_fill
from generators.letters import subjects
from handbook.choices import Choices
from handbook.document import Finding
from handbook.event import Event, EventFile, Values
from handbook.file_names import numbered, safe_name
from handbook.messages import choose
from handbook.model import ChoiceName, Handbook, Language
from handbook.problems import Problem, ProblemsFound
from handbook.templates import Step, Template, templates
from macros.event import GUESTS, guests_for, values, values_of_guest, values_of_template
from macros.event_words import kit_texts


@dataclass(frozen=True, slots=True)
class Source:
    """A Word file to fill in."""

    name: str
    """Of the files that come of it, without their ending."""
    folder: str
    """Where they come, when there is one for each guest."""
    form: Form
    template: str
    language: Language
    choices: Choices
    number: int = 0
    title: str = ""
    guests: Step = "all"
    subjects: Subjects = ()

    @property
    def is_letter(self) -> bool:
        """Whether it speaks of one guest, and so is made for each of them."""
        return any(path.startswith("guest.") for path in self.form.labels)


def kit_sources(
    handbook: Handbook, project: Path, language: Language, choices: Choices
) -> list[Source]:
    """Return the templates of the kit for one combination of choices."""
    return [
        _source(
            handbook,
            project,
            _form(file.data, language),
            file.name.removesuffix(".docx"),
            file.template,
            choices,
        )
        for file in kit.files(handbook, project, language, choices)
    ]


def file_sources(
    handbook: Handbook, project: Path, files: Sequence[Path], event: Event
) -> list[Source]:
    """Return Word files that somebody has reworded; raises `ProblemsFound` with all refusals."""
    found: list[Source] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for path in files:
        try:
            form = _form(path.read_bytes(), event.languages[0])
        except RefusedFileError as refusal:
            what, _, remedy = str(refusal).partition(". ")
            problems.append(Problem(str(path), None, "", what, remedy))
            continue
        name = numbered(safe_name(path.stem, "document"), taken)
        language = form.about.language or event.languages[0]
        choices = _choices(handbook, form, event)
        known = {one.identifier: one for one in templates(project, handbook, language)}
        template = known.get(form.about.template)
        if template is None:
            found.append(Source(name, name, form, form.about.template, language, choices))
        else:
            found.append(_source(handbook, project, form, name, template, choices))
    if problems:
        raise ProblemsFound(problems)
    return found


def personal_kit(
    handbook: Handbook, event: Event, language: Language, sources: Sequence[Source]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an event by path: Word files, e-mails, what is empty, the calendar."""
    words = kit_texts(language)
    shared: dict[Choices, dict[str, str]] = {}
    made: list[Filled] = []
    for source in sources:
        if source.choices not in shared:
            shared[source.choices] = values(handbook, event, language, source.choices)
        guests = guests_for(event, source.guests)
        common = shared[source.choices] | values_of_template(
            handbook, event, language, source.template, guests
        )
        is_mailed = source.is_letter and bool(source.subjects)
        for number, (path, known) in enumerate(_copies(handbook, source, guests, common)):
            data = filled(source.form, known)
            yield f"{path}.docx", data
            if is_mailed:
                written = mail(main_part(data), source.subjects, source.title, known, language)
                yield f"{path}.txt", text_file(written)
            if not number:
                labels = source.form.labels
                made.append(Filled(source.number, source.folder, labels, known, is_mailed))
    listed = to_fill(handbook, language, made, event.lists.get(GUESTS, ()))
    yield words["to_fill_file"], text_file(listed)
    if days := calendar(handbook, event, language):
        yield words["calendar_file"], days


def refuse_unknown_blanks(file: EventFile, sources: Sequence[Source]) -> None:
    """Raise `ProblemsFound` for blanks of one template that this template does not have."""
    known: dict[str, list[str]] = {}
    for source in sources:
        known.setdefault(source.template, []).extend(
            path.removeprefix("local.") for path in source.form.labels if path.startswith("local.")
        )
    findings = [
        Finding(
            ("local", template, blank),
            "this template has no such blank, with these choices",
            choose(blank, sorted(known[template])),
        )
        for template, blanks in file.event.local.items()
        if template in known
        for blank in blanks
        if blank not in known[template]
    ]
    if findings:
        raise ProblemsFound([file.document.problem(finding) for finding in findings])


def not_fitting(source: Source, event: Event) -> int:
    """Return how many guests find no place on a sheet that does not grow, as a sheet of cards."""
    places = [
        int(path.split(".")[2])
        for path in source.form.labels
        if path.startswith(f"lists.{GUESTS}.")
    ]
    if not places or GUESTS in source.form.growing:
        return 0
    return max(0, len(guests_for(event, source.guests)) - max(places))


def _source(
    handbook: Handbook,
    project: Path,
    form: Form,
    name: str,
    template: Template,
    choices: Choices,
) -> Source:
    return Source(
        name,
        f"{template.word.number:02} {template.word.filename}",
        form,
        template.identifier,
        template.language,
        choices,
        template.word.number,
        template.title,
        template.word.guests,
        subjects(handbook, project, template),
    )


def _copies(
    handbook: Handbook, source: Source, guests: Sequence[Values], common: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield for each file that comes of a source its path, and its values."""
    if not source.is_letter or not guests:
        yield source.name, common
        return
    taken: set[str] = set()
    unnamed = kit_texts(source.language)["guest"]
    for guest in guests:
        own = safe_name(guest.get("name", ""), unnamed)
        name = numbered(f"{source.name} - {own}", taken)
        known = {**common, **values_of_guest(handbook, guest, source.language)}
        yield f"{source.folder}/{name}", known


def _choices(handbook: Handbook, form: Form, event: Event) -> Choices:
    """Return the choices that a file is made for, as far as it says so."""

    def chosen(choice: ChoiceName) -> str:
        mode = form.about.choices.get(choice, "")
        return mode if mode in handbook.choices[choice].modes else event.choices[choice]

    return Choices(chosen("round2"), chosen("round3"))


@lru_cache(maxsize=512)
def _form(source: bytes, language: Language) -> Form:
    """Return a file compiled; for a folder of events each template is compiled once."""
    return compiled(source, language)
