"""Reading the config: handbook.yml as a checked `Handbook`, or everything that is wrong in it."""

import os
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from handbook import checks, messages, overlay
from handbook.document import Document, Finding, Place, read
from handbook.model import Handbook, Words
from handbook.problems import Problem, ProblemsFound

ADDRESS_GIVEN = "KLANTARENA_ADDRESS"
"""The environment variable in which the command line passes on where the site will stand."""


class ConfigError(ProblemsFound):
    """The config cannot be used; `problems` says everything that is wrong in it."""


def load(path: Path) -> Handbook:
    """Return what stands in a config, with the organisation.yml beside it laid over it.

    Raises `ConfigError` with every mistake in them.
    """
    try:
        document = read(path)
        handbook = _upstream(document)
        own = path.with_name(overlay.NAME)
        if misplaced := list(overlay.misplaced(path.parent)):
            raise ConfigError(misplaced)
        return _published(_own(own, handbook, document) if own.exists() else handbook)
    except ConfigError:
        raise
    except ProblemsFound as found:
        raise ConfigError(found.problems) from None


def _published(handbook: Handbook) -> Handbook:
    """Return the handbook with the address that whoever publishes it has given, if any."""
    address = os.environ.get(ADDRESS_GIVEN)
    if not address:
        return handbook
    publication = handbook.publication.model_copy(update={"address": address})
    return handbook.model_copy(update={"publication": publication})


def remarks(path: Path) -> list[Problem]:
    """Return what is no mistake in the organisation.yml beside a sound config, but good to know."""
    handbook = load(path)
    own = path.with_name(overlay.NAME)
    if not own.exists():
        return []
    written = read(own, may_be_empty=True)
    organisation, _ = overlay.organisation_of(written, handbook)
    return [written.problem(found) for found in overlay.remarks(organisation, handbook)]


def _upstream(document: Document) -> Handbook:
    """Return what stands in handbook.yml alone."""
    handbook, findings = _checked(document)
    return _sound(handbook, [*document.problems, *map(document.problem, findings)])


def _own(path: Path, handbook: Handbook, document: Document) -> Handbook:
    """Return the handbook with an organisation.yml laid over it."""
    written = read(path, may_be_empty=True)
    organisation, found = overlay.organisation_of(written, handbook)
    layer = overlay.laid(organisation, handbook, document, path.parent)
    merged = Document(document.file, layer.data, document.lines)
    laid_over, findings = _checked(merged)
    problems = [*written.problems, *map(written.problem, [*found, *layer.findings])]
    problems += [overlay.told(finding, layer, written, merged) for finding in findings]
    return _sound(laid_over, problems)


def _checked(document: Document) -> tuple[Handbook | None, list[Finding]]:
    """Return what stands in a config and what is wrong in it; nothing where it cannot be read."""
    try:
        handbook = Handbook.model_validate(document.data)
    except ValidationError as error:
        return None, [*messages.findings(error), *_found_in_the_rest(document)]
    view = checks.view(handbook, document.data)
    return handbook, list(checks.findings(view, Handbook.model_fields))


def _sound(handbook: Handbook | None, problems: list[Problem]) -> Handbook:
    """Return the handbook where nothing is wrong; raises `ConfigError` with what is."""
    if handbook is None or problems:
        # The same mistake can be found twice; each is told once, in the order of the lines.
        unique = dict.fromkeys(problems)
        raise ConfigError(sorted(unique, key=lambda problem: problem.line or 0))
    return handbook


def _found_in_the_rest(document: Document) -> list[Finding]:
    """Return what the checks find in what can be read in spite of mistakes.

    A part of the config in which something was left out is not sound: checks that need the whole
    of it are not carried out.
    """
    parts: dict[str, Any] = {}
    sound = []
    rests = {}
    for name in Handbook.model_fields:
        if name in document.data:
            rest = _Rest(name, document.data[name])
            if rest.read(parts):
                rests[name] = rest
                if rest.whole:
                    sound.append(name)
    # Not validated as a whole, on purpose: what cannot be read is not there.
    view = checks.view(Handbook.model_construct(**parts), document.data)
    return [
        Finding(rests[str(found.place[0])].original(found.place), found.what, found.remedy)
        for found in checks.findings(view, sound)
    ]


class _Rest:
    """One part of the config, from which what cannot be read is left out, as little as possible."""

    def __init__(self, name: str, data: Any) -> None:
        self.name = name
        self.data = {name: deepcopy(data)}
        self.numbers = {name: _numbered(data)}
        self.whole = True

    def read(self, parts: dict[str, Any]) -> bool:
        """Put the part with the others, and tell whether anything of it can be read."""
        adapter = _adapter(self.name)
        # What is left out may make what it stood in incomplete; a few turns settle that.
        for _ in range(6):
            try:
                parts[self.name] = adapter.validate_python(self.data[self.name])
            except ValidationError as error:
                if not self._leave_out(error.errors(include_url=False)):
                    break
            else:
                return True
        return False

    def original(self, place: Place) -> Place:
        """Return where something stands in the file: items before it may have been left out."""
        steps: list[str | int] = []
        numbers: Any = self.numbers
        for step in place:
            if isinstance(step, int) and isinstance(numbers, list):
                number, numbers = numbers[step]
                steps.append(number)
            else:
                numbers = numbers.get(step) if isinstance(numbers, dict) else None
                steps.append(step)
        return tuple(steps)

    def _leave_out(self, errors: list[ErrorDetails]) -> bool:
        """Leave out what is wrong; tell whether something is left."""
        cuts: set[Place] = set()
        for error in errors:
            place = (self.name, *messages.place(error))
            if messages.is_unknown_key(error):
                cuts.add(place)
            elif messages.model_at(place[:-1]) is Words:
                _inside(self.data, place[:-1])[place[-1]] = "?"
            else:
                self.whole = False
                cut = _element(place)
                if cut is None:
                    return False
                cuts.add(cut)
        # From the back, so that the numbers of items stay right.
        for place in sorted(cuts, key=_order, reverse=True):
            del _inside(self.data, place[:-1])[place[-1]]
            numbers = _inside_numbers(self.numbers, place[:-1])
            del numbers[place[-1]]
        return True


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    """Return what reads one part of the config; made only when there are mistakes."""
    known = Handbook.model_fields[name]
    kind: Any = Annotated[known.annotation, known]
    return TypeAdapter(kind)


def _numbered(value: Any) -> Any:
    """Return the shape of data, in which each item of a list knows its number."""
    if isinstance(value, dict):
        return {key: _numbered(child) for key, child in value.items()}
    if isinstance(value, list):
        return [(number, _numbered(child)) for number, child in enumerate(value)]
    return None


def _inside(value: Any, place: Place) -> Any:
    for step in place:
        value = value[step]
    return value


def _inside_numbers(value: Any, place: Place) -> Any:
    for step in place:
        value = value[step][1] if isinstance(step, int) else value[step]
    return value


def _order(place: Place) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(step, int), step) for step in place)


def _element(place: Place) -> Place | None:
    """Return the nearest item or entry around a place that the rest can do without."""
    for end in range(len(place), 1, -1):
        around = messages.bare(messages.annotation(place[: end - 1]))
        if get_origin(around) is tuple and isinstance(place[end - 1], int):
            return place[:end]
        if get_origin(around) is dict:
            key = messages.bare(get_args(around)[0])
            if get_origin(key) is not Literal:
                return place[:end]
    return None
