"""organisation.yml laid over handbook.yml: the one becomes data of the other.

What an organisation says in its own few keys is written into a copy of the data of handbook.yml,
and that is read and checked as if it had always stood there. For each place that was changed it
is remembered where in organisation.yml it comes from, so that a mistake is told there.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_origin

from pydantic import ValidationError

from handbook import checks, messages
from handbook.document import Document, Finding, Place, shown
from handbook.model import (
    OFFSET,
    TERM,
    Amount,
    DutchWord,
    EnglishWord,
    Handbook,
    Minutes,
    Moment,
    Programme,
    Record,
    Vocabulary,
    Words,
)
from handbook.organisation import Fonts, Organisation, OwnChecklist
from handbook.palette import BRIGHT, LETTERS, changes, house, ratio
from handbook.pictures import font_mistake, logo_mistake
from handbook.problems import Problem
from handbook.schedule import order_of
from handbook.vocabulary import mistakes, reworded

NAME = "organisation.yml"
# Its name as people spell it, and as editors change it.
_MEANT = re.compile(r"organi[sz]ation\.ya?ml(\.txt)?", re.IGNORECASE)

# The blanks of handbook.yml that an organisation fills in once.
_BLANKS: dict[str, Place] = {
    "name": ("name",),
    "department": ("contact", "department"),
    "address": ("contact", "address"),
    "contact_name": ("contact", "name"),
    "contact_email": ("contact", "email"),
    "contact_phone": ("contact", "phone"),
    "website": ("contact", "website"),
    "privacy_officer": ("privacy_officer",),
    "complaints": ("complaints",),
}


@dataclass(slots=True)
class Layer:
    """The data of handbook.yml with an organisation's own laid over it."""

    data: dict[str, Any]
    origins: dict[Place, Place] = field(default_factory=dict)
    """Each place that was changed, and the place in organisation.yml it comes from."""
    findings: list[Finding] = field(default_factory=list)
    """What cannot be laid over, by its place in organisation.yml."""

    def put(self, place: Place, value: Any, origin: Place) -> None:
        """Write a value into the data; what stands around it must be there."""
        around: Any = self.data
        for step in place[:-1]:
            around = around[step]
        around[place[-1]] = value
        self.origins[place] = origin


def misplaced(project: Path) -> Iterator[Problem]:
    """Yield each file that is meant to be an organisation.yml, and that nobody would read."""
    for folder in (project, project / "organisation"):
        for path in sorted(folder.glob("*")):
            is_read = path == project / NAME
            if not is_read and _MEANT.fullmatch(path.name) and path.is_file():
                file = path.relative_to(project).as_posix()
                remedy = f"call it {NAME}, and put it beside handbook.yml"
                yield Problem(file, None, "", "this file is not read", remedy)


def organisation_of(written: Document, handbook: Handbook) -> tuple[Organisation, list[Finding]]:
    """Return what can be read of an organisation.yml, and what is wrong with the rest."""
    findings = [Finding(place, *messages.empty(place, Organisation)) for place in _empty(written)]
    data = _without_nothing(written.data)
    chosen = data.get("languages")
    languages = chosen if isinstance(chosen, list) else list(handbook.languages)
    try:
        return Organisation.model_validate(data, context=languages), findings
    except ValidationError as error:
        findings += [
            Finding(_as_written(found.place, data), found.what, found.remedy)
            for found in messages.findings(error, Organisation)
        ]
    wrong = {found.place[0] for found in findings}
    sound = {key: value for key, value in data.items() if key not in wrong}
    return Organisation.model_validate(sound, context=languages), findings


def _empty(written: Document) -> Iterator[Place]:
    """Yield the keys behind which a value is missing.

    A group of keys may be empty: all below it can still be remarks.
    """
    for place in written.lines:
        value = written.data
        for step in place:
            value = value[step]
        kind = messages.bare(messages.annotation(place, Organisation))
        is_group = get_origin(kind) or messages.model_at(place, Organisation) not in (None, Words)
        if value is None and kind is not None and not is_group:
            yield place


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nothing(child) for key, child in value.items() if child is not None}
    return [_without_nothing(child) for child in value] if isinstance(value, list) else value


def laid(
    organisation: Organisation, handbook: Handbook, document: Document, project: Path
) -> Layer:
    """Return the data of handbook.yml with an organisation's own written into it.

    `project` is the folder in which its logo and fonts stand.
    """
    words = _words(organisation)
    # Our texts only, and first: an organisation's own stay as they were written.
    layer = Layer(reworded(deepcopy(document.data), words))
    _lay_words(layer, organisation, words)
    _lay_identity(layer, organisation)
    _lay_logo(layer, organisation, project)
    _lay_colours(layer, organisation, handbook)
    _lay_fonts(layer, organisation.fonts, project)
    _lay_blanks(layer, organisation)
    _lay_numbers(layer, organisation, handbook)
    for name, own_list in organisation.checklists.items():
        _lay_checklist(layer, name, own_list)
    _lay_choices(layer, organisation)
    _lay_kit(layer, organisation)
    return layer


def remarks(organisation: Organisation, handbook: Handbook) -> Iterator[Finding]:
    """Yield what is used differently from what an organisation wrote, and why; no mistakes.

    `handbook` has the organisation laid over it.
    """
    instead = {
        "main": "links and lines become {used} there ({after})",
        "accent": "what stands out becomes {used} there ({after})",
        "text": "letters become {used} ({after})",
        "background": "the pages become {used} ({after})",
    }
    for change in changes(organisation.colours, handbook.brand):
        needed = ratio(BRIGHT if change.name == "background" else LETTERS)
        against = "black" if change.name == "background" else f"the pages in {change.view} view"
        yield Finding(
            ("colours", change.name),
            f'"{change.own}" differs {ratio(change.before)} from {against}, and {needed} is needed',
            instead[change.name].format(used=change.used, after=ratio(change.after)),
        )


def changeable(handbook: Handbook) -> dict[str, Place]:
    """Return every number, distance and time of a handbook, by its path with dots.

    An item of a list is called by its id: `moments.invitation`, `programme.blocks.break.minutes`.
    """
    found: dict[str, Place] = {}
    for place, record in checks.records(handbook):
        name = _dotted(place, handbook)
        match record:
            case Amount():
                found[name] = (*place, "value")
            case Minutes():
                found[name] = (*place, "usual")
                found |= {f"{name}.{key}": (*place, key) for key in ("usual", "least", "most")}
            case Moment():
                found[name] = (*place, "offset")
            case Programme():
                times = ("welcome_at", "ends_by", "food_after")
                found |= {f"{name}.{key}": (*place, key) for key in times}
    return found


def _words(organisation: Organisation) -> Vocabulary:
    """Return what an organisation says instead of our words, its name for the method included."""
    words, name = organisation.words, organisation.method_name
    if name is None or not all(re.match(TERM, one) for one in (name.nl, name.en)):
        return words
    dutch = words.nl.klantarena or DutchWord(singular=name.nl, plural=f"{name.nl}'s")
    english = words.en.klantarena or EnglishWord(singular=name.en, plural=f"{name.en}s")
    return Vocabulary(
        nl=words.nl.model_copy(update={"klantarena": dutch}),
        en=words.en.model_copy(update={"klantarena": english}),
    )


def _lay_words(layer: Layer, organisation: Organisation, words: Vocabulary) -> None:
    name = organisation.method_name
    if name is not None and words == organisation.words:
        remedy = "write letters only, at most 40, like bewonersarena"
        layer.findings.append(Finding(("method_name",), "this is no name for a method", remedy))
    written = organisation.words.model_dump()
    for found in mistakes(words):
        language, ours = str(found.place[0]), str(found.place[1])
        is_name = written[language][ours] is None
        place: Place = ("method_name",) if is_name else ("words", *found.place)
        layer.findings.append(Finding(place, found.what, found.remedy))
    if words != Vocabulary():
        layer.put(("vocabulary",), words.model_dump(), ("words",))


def _lay_identity(layer: Layer, organisation: Organisation) -> None:
    """Write down whose edition this is, and where it stands."""
    if organisation.name is not None:
        layer.put(("publication", "publisher"), organisation.name.model_dump(), ("name",))
    if organisation.method_name is not None:
        name = organisation.method_name.model_dump()
        layer.put(("publication", "name"), name, ("method_name",))
    if organisation.site is not None:
        layer.put(("publication", "address"), organisation.site, ("site",))
    if organisation.source is not None:
        layer.put(("publication", "source"), organisation.source, ("source",))
    if organisation.mistakes is not None:
        layer.put(("publication", "mistakes"), organisation.mistakes, ("mistakes",))
    elif organisation.contact.email is not None:
        layer.put(("publication", "mistakes"), organisation.contact.email, ("contact", "email"))
    if organisation.languages is not None:
        layer.put(("languages",), list(organisation.languages), ("languages",))


def _lay_logo(layer: Layer, organisation: Organisation, project: Path) -> None:
    for key in ("logo", "logo_dark"):
        file = getattr(organisation, key)
        wrong = logo_mistake(project, file) if file else None
        if wrong:
            layer.findings.append(Finding((key,), *wrong))
    if organisation.logo is None:
        if organisation.logo_dark is not None:
            remedy = "add logo: with the one for a light background"
            layer.findings.append(Finding(("logo_dark",), "there is no logo beside it", remedy))
        return
    described = organisation.logo_description or organisation.name
    if described is None:
        what = "people who cannot see the logo do not hear whose it is"
        layer.findings.append(Finding(("logo",), what, "add name: with the organisation's name"))
        return
    logo = {
        "file": organisation.logo,
        "dark": organisation.logo_dark,
        "description": described.model_dump(),
    }
    layer.put(("brand", "own_logo"), logo, ("logo",))


def _lay_colours(layer: Layer, organisation: Organisation, handbook: Handbook) -> None:
    for key, colour in house(organisation.colours, handbook.brand).items():
        layer.put(("brand", key), colour, ("colours",))


def _lay_fonts(layer: Layer, fonts: Fonts, project: Path) -> None:
    files = fonts.files.model_dump(exclude_none=True)
    for style, file in files.items():
        wrong = font_mistake(project, file)
        if wrong:
            layer.findings.append(Finding(("fonts", "files", style), *wrong))
    if files and fonts.site is None:
        what = "these files belong to a font that has no name here"
        layer.findings.append(Finding(("fonts", "files"), what, "add site: with its name"))
    if files and "regular" not in files:
        remedy = "add regular: with the file for ordinary text"
        layer.findings.append(Finding(("fonts", "files"), "regular is missing", remedy))
    if files:
        layer.put(("brand", "font_files"), files, ("fonts", "files"))
    if fonts.site is not None:
        layer.put(("brand", "site_font"), fonts.site, ("fonts", "site"))
    if fonts.word is not None:
        layer.put(("brand", "font"), fonts.word, ("fonts", "word"))


def _lay_blanks(layer: Layer, organisation: Organisation) -> None:
    """Fill in the blanks that are the same in each letter and form."""
    fields = layer.data["fields"].get("organisation", {}).get("fields", {})
    for blank, origin in _BLANKS.items():
        value: Any = organisation
        for step in origin:
            value = getattr(value, str(step))
        if value is None or blank not in fields:
            continue
        words = value if isinstance(value, Words) else Words(nl=value, en=value)
        place = ("fields", "organisation", "fields", blank, "filled")
        layer.put(place, words.model_dump(), origin)


def _lay_numbers(layer: Layer, organisation: Organisation, handbook: Handbook) -> None:
    known = changeable(handbook)
    for name, value in organisation.numbers.items():
        origin = ("numbers", name)
        if name not in known:
            layer.findings.append(_unknown_number(name, known))
        elif isinstance(value, dict | list):
            what = f"{shown(value)} stands where a number is expected"
            remedy = "write the whole path before the colon and the number behind it, "
            example = "like rings.inner.target: 10"
            layer.findings.append(Finding(origin, what, remedy + example))
        else:
            place = known[name]
            layer.put(place, value, origin)
            layer.put((*place[:-1], "source"), ["own"], origin)
    _sort_moments(layer)


def _sort_moments(layer: Layer) -> None:
    """Put the moments in order: distances of one's own may have changed it."""
    moments = layer.data["moments"]
    if not all(re.match(OFFSET, str(moment["offset"])) for moment in moments):
        return
    order = sorted(range(len(moments)), key=lambda at: order_of(moments[at]["offset"]))
    layer.data["moments"] = [moments[at] for at in order]
    layer.origins = {
        ("moments", order.index(int(place[1])), *place[2:]) if place[0] == "moments" else place: (
            origin
        )
        for place, origin in layer.origins.items()
    }


def _unknown_number(name: str, known: dict[str, Place]) -> Finding:
    meant = messages.choose(name, known)
    if not meant.endswith("?"):
        meant = "write the path to a number of handbook.yml, with dots, like rings.inner.target"
    return Finding(("numbers", name), "there is no such number, distance or time", meant)


def _lay_checklist(layer: Layer, name: str, changes: OwnChecklist) -> None:
    checklists = layer.data["checklists"]
    if name not in checklists:
        remedy = messages.choose(name, checklists)
        layer.findings.append(Finding(("checklists", name), "there is no such checklist", remedy))
        return
    items = checklists[name]["items"]
    ids = [item["id"] for item in items]
    for number, unwanted in enumerate(changes.leave_out):
        if unwanted not in ids:
            origin = ("checklists", name, "leave_out", number)
            remedy = messages.choose(unwanted, ids)
            layer.findings.append(Finding(origin, f"there is no task {unwanted} on it", remedy))
    checklists[name]["items"] = [item for item in items if item["id"] not in changes.leave_out]
    for number, item in enumerate(changes.add):
        place = ("checklists", name, "items", len(checklists[name]["items"]))
        checklists[name]["items"].append(item.model_dump(mode="json") | {"source": ["own"]})
        layer.origins[place] = ("checklists", name, "add", number)


def _lay_choices(layer: Layer, organisation: Organisation) -> None:
    if organisation.preset is not None:
        layer.put(("default_preset",), organisation.preset, ("preset",))
    if organisation.choices:
        layer.put(("default_modes",), dict(organisation.choices), ("choices",))


def _lay_kit(layer: Layer, organisation: Organisation) -> None:
    pages = [page for phase in layer.data["phases"] for page in phase["pages"]]
    offered = [page.removeprefix("kit/") for page in pages if page.startswith("kit/")]
    offered = [name for name in offered if name != "index"]
    unwanted = []
    for number, name in enumerate(organisation.kit.leave_out):
        if name in offered:
            unwanted.append(f"kit/{name}")
        else:
            origin = ("kit", "leave_out", number)
            remedy = messages.choose(name, offered)
            layer.findings.append(Finding(origin, f'there is no template "{name}"', remedy))
    for phase in layer.data["phases"]:
        phase["pages"] = [page for page in phase["pages"] if page not in unwanted]
    layer.put(("left_out",), unwanted, ("kit", "leave_out"))


def _dotted(place: Place, handbook: Handbook) -> str:
    steps = []
    value: Any = handbook
    for step in place:
        value = getattr(value, str(step)) if isinstance(value, Record) else value[step]
        steps.append(str(getattr(value, "id", step) if isinstance(step, int) else step))
    return ".".join(steps)


def _as_written(place: Place, data: Any) -> Place:
    """Return the place of a mistake without the language, where one text stands for both."""
    value = data
    for number, step in enumerate(place):
        if isinstance(value, str):
            return place[:number]
        value = value.get(step) if isinstance(value, dict) else None
    return place


def told(finding: Finding, layer: Layer, written: Document, merged: Document) -> Problem:
    """Return a mistake in the whole as a mistake in organisation.yml, which caused it."""
    place = finding.place
    for end in range(len(place), 0, -1):
        origin = layer.origins.get(place[:end])
        if origin is not None:
            where = _as_written((*origin, *place[end:]), written.data)
            return written.problem(Finding(where, finding.what, finding.remedy))
    origin = _nearest(place, layer.origins)
    key = merged.key(place)
    what = f"with this, {key} no longer fits: {finding.what}" if key else finding.what
    return written.problem(Finding(origin, what, finding.remedy))


def _nearest(place: Place, origins: dict[Place, Place]) -> Place:
    """Return where what was changed nearest to a place comes from."""

    def shared(other: Place) -> int:
        same = 0
        for one, another in zip(place, other, strict=False):
            if one != another:
                break
            same += 1
        return same

    return origins[max(origins, key=shared)] if origins else ()
