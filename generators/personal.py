"""A personal kit: the templates of one event, filled in, with a letter for each guest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generators import kit
from generators.calendar import calendar
from generators.file_names import numbered, safe_name
from generators.fill.form import Form, compiled, filled
from generators.fill.reading import Empty, Letter, empties, letters
from generators.fill.refusal import RefusedFileError
from generators.still_empty import Filled, still_empty
from handbook.choices import Choices
from handbook.document import Finding
from handbook.event import Event, EventFile, Values
from handbook.messages import choose
from handbook.model import ChoiceName, Handbook, Language
from handbook.problems import Problem, ProblemsFound
from handbook.templates import Step, templates
from macros.event import GUESTS, guests_for, values, values_of_guest, values_of_template
from macros.messages import message

# Windows takes a text without it for one in an old encoding.
_BYTE_ORDER_MARK = "\ufeff"
_BETWEEN_LETTERS = "\n\n* * *\n\n"


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
    guests: Step = "all"
    for_customers: bool = False


def kit_sources(
    handbook: Handbook, project: Path, language: Language, choices: Choices
) -> list[Source]:
    """Return the templates of the kit for one combination of choices."""
    return [
        Source(
            file.name.removesuffix(".docx"),
            f"{file.template.word.number:02} {file.template.word.filename}",
            _form(file.data, language),
            file.template.identifier,
            language,
            choices,
            file.template.word.guests,
            file.template.word.reader == "customer",
        )
        for file in kit.files(handbook, project, language, choices)
    ]


def file_sources(
    handbook: Handbook, project: Path, files: Sequence[Path], event: Event
) -> list[Source]:
    """Return Word files that somebody has reworded; raises `ProblemsFound` with all refusals."""
    found: list[Source] = []
    problems: list[Problem] = []
    known = {
        template.identifier: template.word
        for template in templates(project, handbook, handbook.languages[0])
    }
    taken: set[str] = set()
    for path in files:
        try:
            form = _form(path.read_bytes(), event.languages[0])
        except RefusedFileError as refusal:
            what, _, remedy = str(refusal).partition(". ")
            problems.append(Problem(str(path), None, "", what, remedy))
            continue
        word = known.get(form.about.template)
        name = numbered(safe_name(path.stem, "document"), taken)
        language: Language = "en" if form.about.language == "en" else event.languages[0]
        language = "nl" if form.about.language == "nl" else language
        found.append(
            Source(
                name,
                name,
                form,
                form.about.template,
                language,
                _choices(handbook, form, event),
                word.guests if word else "all",
                word is not None and word.reader == "customer",
            )
        )
    if problems:
        raise ProblemsFound(problems)
    return found


def personal_kit(
    handbook: Handbook, event: Event, language: Language, sources: Sequence[Source]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an event by path: Word files, e-mails, what is empty, the calendar."""
    shared: dict[Choices, dict[str, str]] = {}
    made: list[Filled] = []
    for source in sources:
        if source.choices not in shared:
            shared[source.choices] = values(handbook, event, language, source.choices)
        guests = guests_for(event, source.guests)
        common = shared[source.choices] | values_of_template(
            handbook, event, language, source.template, guests
        )
        copies: dict[str, tuple[Empty, ...]] = {}
        for guest, path, known in _copies(handbook, source, guests, common):
            data = filled(source.form, known)
            copies[guest] = empties(data)
            yield f"{path}.docx", data
            if written := letters(data, language):
                yield f"{path}.txt", text_file(email_text(written, language))
        made.append(Filled(source.name, source.for_customers, copies, _no_room(source, common)))
    said = still_empty(handbook, language, made)
    yield message("fill_empty_file", language), text_file(said)
    if days := calendar(handbook, event, language):
        yield message("fill_calendar_file", language), days


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


def email_text(written: Sequence[Letter], language: Language) -> str:
    """Return letters as the text of e-mails: the subject, and what it says."""
    return _BETWEEN_LETTERS.join(
        f"{message('fill_subject', language, subject=letter.subject)}\n\n{letter.text}"
        for letter in written
    )


def text_file(text: str) -> bytes:
    """Return a text as a file that every editor shows well, old Notepad too."""
    return f"{_BYTE_ORDER_MARK}{text}\n".replace("\n", "\r\n").encode()


def _copies(
    handbook: Handbook, source: Source, guests: Sequence[Values], common: Mapping[str, str]
) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield for each file that comes of a source: whose it is, its path, and its values."""
    listed = handbook.lists.get(GUESTS)
    is_letter = listed is not None and any(
        path.startswith(f"{listed.item}.") for path in source.form.labels
    )
    if not is_letter or not guests:
        yield "", source.name, common
        return
    taken: set[str] = set()
    unnamed = message("fill_guest", source.language)
    for guest in guests:
        own = safe_name(guest.get("name", ""), unnamed)
        name = numbered(f"{source.name} - {own}", taken)
        known = {**common, **values_of_guest(handbook, guest, source.language)}
        yield name.removeprefix(f"{source.name} - "), f"{source.folder}/{name}", known


def _no_room(source: Source, common: Mapping[str, str]) -> int:
    """Return how many rows do not fit: a sheet of cards does not grow as a table does."""
    room: dict[str, int] = {}
    for path in source.form.labels:
        steps = path.split(".")
        if steps[0] == "lists" and len(steps) == 4:
            least = 0 if steps[2] == "*" else int(steps[2])
            room[steps[1]] = max(room.get(steps[1], 0), least)
    growing = {path.split(".")[1] for path in source.form.labels if ".*." in path}
    rows = {
        name: max(
            (int(path.split(".")[2]) for path in common if path.startswith(f"lists.{name}.")),
            default=0,
        )
        for name in room
    }
    return sum(max(0, rows[name] - room[name]) for name in room if name not in growing)


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
