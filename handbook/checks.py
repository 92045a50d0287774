"""What must hold between the keys of the config, beyond the type of each.

Each check is a function that yields findings. It is given the records it may look at and the
names that are declared; where a part of the config cannot be read, its records are not there.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, pairwise
from typing import Any, TypeVar

from handbook.choices import combinations
from handbook.document import Finding, Place
from handbook.messages import choose
from handbook.model import (
    Amount,
    Case,
    ChecklistItem,
    Choice,
    Condition,
    Default,
    Edition,
    Exercise,
    FieldDefinition,
    FieldGroup,
    GroundRule,
    Handbook,
    InnerRing,
    Layout,
    ListDefinition,
    Material,
    Minutes,
    Mode,
    OuterRing,
    Phase,
    Preset,
    ProgrammeBlock,
    QuizQuestion,
    Record,
    Rings,
    Room,
    Signals,
    Step,
    Words,
    Workshop,
    WorkshopStep,
)
from handbook.schedule import clock, order_of, programme
from handbook.workshops import GROUP, PERSON, SET, seated, timed_steps

ROUNDS = ("round1", "round2", "round3")

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Names:
    """What is declared in the config, even where the declaration has a mistake of its own.

    None where the part that declares them cannot be found.
    """

    roles: tuple[str, ...] | None = None
    moments: tuple[str, ...] | None = None
    presets: tuple[str, ...] | None = None
    blocks: tuple[str, ...] | None = None
    exercises: tuple[str, ...] | None = None
    materials: tuple[str, ...] | None = None
    parts: tuple[str, ...] | None = None
    workshops: tuple[str, ...] | None = None
    sectors: tuple[str, ...] | None = None
    modes: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """What a check looks at."""

    handbook: Handbook
    """Parts that cannot be read are missing here; see `Check.parts`."""
    records: Mapping[type[Record], Sequence[tuple[Place, Any]]]
    """By kind, with their places."""
    names: Names

    def of(self, kind: type[AnyRecord]) -> Sequence[tuple[Place, AnyRecord]]:
        """Return the records of one kind, with their places."""
        return self.records.get(kind, ())


@dataclass(frozen=True, slots=True)
class Check:
    """A check, and what it needs."""

    find: Callable[[View], Iterator[Finding]]
    parts: tuple[str, ...] = ()
    """Parts that it reads as a whole: with a mistake in one of them it cannot judge."""


def findings(view: View, sound: Iterable[str]) -> Iterator[Finding]:
    """Yield what every check finds whose parts are sound."""
    parts = set(sound)
    for check in CHECKS:
        if parts.issuperset(check.parts):
            yield from check.find(view)


def view(handbook: Handbook, data: Any) -> View:
    """Return what the checks look at; `data` is what stands in the file."""
    by_kind = defaultdict(list)
    for place, record in records(handbook):
        by_kind[type(record)].append((place, record))
    return View(handbook, by_kind, declared(data))


def records(value: Any, place: Place = ()) -> Iterator[tuple[Place, Record]]:
    """Yield every record of the config with its place, texts excepted."""
    if isinstance(value, Words):
        return
    if isinstance(value, Record):
        yield place, value
        for name, child in value.__dict__.items():
            if isinstance(child, Record | dict | tuple):
                yield from records(child, (*place, name))
    elif isinstance(value, dict):
        for name, child in value.items():
            yield from records(child, (*place, name))
    elif isinstance(value, tuple):
        for number, child in enumerate(value):
            if isinstance(child, Record):
                yield from records(child, (*place, number))


def declared(data: Any) -> Names:
    """Return the names that the config declares, from what stands in the file."""
    return Names(
        roles=_names(data, "roles"),
        moments=_names(data, "moments"),
        presets=_names(data, "presets"),
        blocks=_names(data, "programme", "blocks"),
        exercises=_names(data, "training", "exercises"),
        materials=_names(data, "training", "material"),
        parts=_names(data, "training", "parts"),
        workshops=_names(data, "training", "workshops"),
        sectors=_names(data, "training", "sectors"),
        modes={name: _names(data, "choices", name, "modes") for name in ROUNDS[1:]},
    )


def _names(data: Any, *steps: str) -> tuple[str, ...] | None:
    for step in steps:
        data = data.get(step) if isinstance(data, dict) else None
    if isinstance(data, dict):
        return tuple(str(name) for name in data)
    if isinstance(data, list):
        return tuple(str(item["id"]) for item in data if isinstance(item, dict) and "id" in item)
    return None


# Names and references


def _identifiers(view: View) -> Iterator[Finding]:
    """Yield ids that stand twice in one list, or twice in the checklists or the facilitator."""
    seen: dict[tuple[Place, str], Place] = {}
    kinds = [found for kind, found in view.records.items() if "id" in kind.model_fields]
    for place, record in chain.from_iterable(kinds):
        whole = place[:1] if place[0] in ("checklists", "facilitator") else place[:-1]
        first = seen.setdefault((whole, record.id), place)
        if first != place:
            other = "" if first[:-1] == place[:-1] else f", in {'.'.join(map(str, first[:-1]))}"
            yield Finding(
                (*place, "id"),
                f'"{record.id}" is already the id of another one{other}',
                "give one of the two another id",
            )


def _references(view: View) -> Iterator[Finding]:
    names = view.names
    for place, item in view.of(ChecklistItem):
        yield from _known((*place, "moment"), "moment", item.moment, names.moments)
        yield from _known((*place, "role"), "role", item.role, names.roles)
    for place, block in view.of(ProgrammeBlock):
        for number, role in enumerate(block.who):
            yield from _known((*place, "who", number), "role", role, names.roles)
    for place, preset in view.of(Preset):
        for choice in ("round2", "round3"):
            chosen = getattr(preset, choice)
            yield from _known((*place, choice), f"mode of {choice}", chosen, names.modes[choice])
    for place, step in view.of(Step):
        choice = str(place[1])
        yield from _known((*place, "mode"), f"mode of {choice}", step.mode, names.modes[choice])
    for place, default in view.of(Default):
        if default.moment is not None:
            yield from _known((*place, "moment"), "moment", default.moment, names.moments)
        if default.end_of is not None:
            noun = "block of the programme"
            yield from _known((*place, "end_of"), noun, default.end_of, names.blocks)
    for place, listed in view.of(ListDefinition):
        if listed.delete_at is not None:
            yield from _known((*place, "delete_at"), "moment", listed.delete_at, names.moments)
    for place, condition in view.of(Condition):
        for choice in ("round2", "round3"):
            for number, mode in enumerate(getattr(condition, choice)):
                where = (*place, choice, number)
                yield from _known(where, f"mode of {choice}", mode, names.modes[choice])


def _default_preset(view: View) -> Iterator[Finding]:
    chosen = view.handbook.default_preset
    yield from _known(("default_preset",), "preset", chosen, view.names.presets)
    for choice, mode in view.handbook.default_modes.items():
        where = ("default_modes", choice)
        yield from _known(where, f"mode of {choice}", mode, view.names.modes[choice])


def _programme_names(view: View) -> Iterator[Finding]:
    for name in ("welcome", "closing"):
        chosen = getattr(view.handbook.programme, name)
        yield from _known(("programme", name), "block of the programme", chosen, view.names.blocks)


def _known(place: Place, noun: str, name: str, known: tuple[str, ...] | None) -> Iterator[Finding]:
    if known is not None and name not in known:
        yield Finding(place, f'there is no {noun} "{name}"', choose(name, known))


def _languages(view: View) -> Iterator[Finding]:
    for language, times in Counter(view.handbook.languages).items():
        if times > 1:
            yield Finding(
                ("languages",), f"{language} stands there twice", "name each language once"
            )


def _phases(view: View) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, phase in view.of(Phase):
        for number, page in enumerate(phase.pages):
            if page in seen:
                yield Finding(
                    (*place, "pages", number),
                    f'the page "{page}" stands in the menu twice',
                    "remove one of the two",
                )
            seen.add(page)


def _edition(view: View) -> Iterator[Finding]:
    for place, edition in view.of(Edition):
        try:
            date.fromisoformat(edition.date)
        except ValueError:
            yield Finding(
                (*place, "date"),
                f'"{edition.date}" is not a day of the calendar',
                "write year, month and day, like 2026-11-22",
            )


# Rounds and choices


def _rounds(view: View) -> Iterator[Finding]:
    for name in ROUNDS:
        if name not in view.handbook.rounds:
            yield Finding(("rounds",), f"{name} is missing", f"add {name}: a klantarena has three")


def _choices(view: View) -> Iterator[Finding]:
    for name in ROUNDS[1:]:
        if name not in view.handbook.choices:
            yield Finding(("choices",), f"{name} is missing", f"add {name}: with its modes")
    for place, choice in view.of(Choice):
        if not choice.modes:
            yield Finding((*place, "modes"), "there is no mode", "describe at least one")


def _mode_names(view: View) -> Iterator[Finding]:
    """Yield modes with the same name: a name is the label of a tab, so it must tell them apart."""
    seen: dict[tuple[str, str], Place] = {}
    for place, mode in view.of(Mode):
        for language in ("nl", "en"):
            name = getattr(mode.name, language)
            first = seen.setdefault((language, name), place)
            if first != place:
                yield Finding(
                    (*place, "name", language),
                    f'"{name}" is also the name of {first[-1]}',
                    "give one of the two another name: it is the label of a tab",
                )


# Numbers


def _minutes(view: View) -> Iterator[Finding]:
    for place, minutes in view.of(Minutes):
        least, usual, most = minutes.least, minutes.usual, minutes.most
        if least is not None and most is not None and least > most:
            yield Finding(
                (*place, "least"),
                f"{least} is more than most, which is {most}",
                "write the smaller number at least and the larger one at most",
            )
        elif least is not None and usual < least:
            yield Finding(
                (*place, "usual"),
                f"{usual} is less than least, which is {least}",
                f"write at least {least} here, or a smaller number at least",
            )
        elif most is not None and usual > most:
            yield Finding(
                (*place, "usual"),
                f"{usual} is more than most, which is {most}",
                f"write at most {most} here, or a larger number at most",
            )


def _rings(view: View) -> Iterator[Finding]:
    for place, inner in view.of(InnerRing):
        yield from _people((*place, "target"), inner.target)
        yield from _people((*place, "most"), inner.most)
        yield from _at_most(place, "target", inner.target, "most", inner.most)
        yield from _between((*place, "least_share"), inner.least_share, 0.1, 1)
        yield from _between((*place, "overbooking"), inner.overbooking, 1, 3)
        yield from _between((*place, "careful_overbooking"), inner.careful_overbooking, 1, 3)
        yield from _at_most(
            place,
            "overbooking",
            inner.overbooking,
            "careful_overbooking",
            inner.careful_overbooking,
        )
    for place, outer in view.of(OuterRing):
        yield from _between((*place, "least_ratio"), outer.least_ratio, 0.1, 10)
        yield from _between((*place, "most_ratio"), outer.most_ratio, 0.1, 10)
        yield from _at_most(place, "least_ratio", outer.least_ratio, "most_ratio", outer.most_ratio)
    for place, room in view.of(Room):
        for name in type(room).model_fields:
            yield from _between((*place, name), getattr(room, name), 0.1, 20)
    for place, rings in view.of(Rings):
        yield from _people((*place, "group"), rings.group, least=2)


def _mode_customers(view: View) -> Iterator[Finding]:
    for place, mode in view.of(Mode):
        if mode.customers is None:
            continue
        yield from _people((*place, "customers"), mode.customers)
        most = view.handbook.rings.inner.most.value
        if mode.customers.value > most:
            yield Finding(
                (*place, "customers", "value"),
                f"{mode.customers.value:g} is more than rings.inner.most, which is {most:g}",
                f"write at most {most:g} here, or a larger number there",
            )


def _people(place: Place, amount: Amount, least: int = 1) -> Iterator[Finding]:
    if amount.value != int(amount.value) or amount.value < least:
        yield Finding(
            (*place, "value"),
            f"{amount.value:g} is not a number of people",
            f"write a whole number of at least {least}, like 12",
        )


def _between(place: Place, amount: Amount, least: float, most: float) -> Iterator[Finding]:
    if not least <= amount.value <= most:
        size = "small" if amount.value < least else "large"
        yield Finding(
            (*place, "value"),
            f"{amount.value:g} is too {size}",
            f"write a number from {least:g} to {most:g}",
        )


def _at_most(
    place: Place, name: str, amount: Amount, bound_name: str, bound: Amount
) -> Iterator[Finding]:
    if amount.value > bound.value:
        yield Finding(
            (*place, name, "value"),
            f"{amount.value:g} is more than {bound_name}, which is {bound.value:g}",
            f"write at most {bound.value:g} here, or a larger number at {bound_name}",
        )


# Time


def _moments(view: View) -> Iterator[Finding]:
    moments = view.handbook.moments
    latest = None
    for number, moment in enumerate(moments):
        if latest is not None and order_of(moment.offset) < order_of(latest.offset):
            yield Finding(
                ("moments", number, "offset"),
                f'"{moment.offset}" is before "{latest.offset}" of {latest.id}, which stands above '
                "it",
                "put the moments from early to late, or change this distance",
            )
        else:
            latest = moment
    if not any(order_of(moment.offset) == 0 for moment in moments):
        yield Finding(
            ("moments",),
            "no moment is the day itself",
            'add one with id: day and offset: "0 days"',
        )


def _blocks(view: View) -> Iterator[Finding]:
    """Yield what is wrong in the order of the day."""
    blocks = view.handbook.programme.blocks
    base: Place = ("programme", "blocks")
    missing = [name for name in ROUNDS if name not in {block.round for block in blocks}]
    held: list[str] = []
    for number, block in enumerate(blocks):
        if (block.minutes is None) == (block.round is None):
            both = block.minutes is not None
            yield Finding(
                (*base, number),
                "this block has minutes and a round" if both else "this block has no minutes",
                "keep one of the two: a round has its own minutes"
                if both
                else "add minutes:, or round: for one of the three rounds",
            )
        if block.round is None:
            continue
        if block.round in held:
            instead = f", and {missing[0]} is missing" if missing else ""
            yield Finding(
                (*base, number, "round"),
                f"{block.round} is held twice{instead}",
                f"write {missing[0]} in one of the two" if missing else "remove one of the two",
            )
        elif held and block.round < held[-1]:
            yield Finding(
                (*base, number, "round"),
                f"{block.round} comes after {held[-1]}",
                "put the three rounds in order",
            )
        if block.only != Condition():
            yield Finding(
                (*base, number, "only"),
                "a round is always held, whatever is chosen",
                "remove only: from this block",
            )
        held.append(block.round)
    # A round that is held twice stands where the missing one should: that is said above.
    if len(held) == len(set(held)):
        for name in missing:
            yield Finding(base, f"{name} is missing", f"add a block with round: {name}")
    if not missing:
        yield from _around_the_rounds(blocks)


def _around_the_rounds(blocks: tuple[ProgrammeBlock, ...]) -> Iterator[Finding]:
    base: Place = ("programme", "blocks")
    where = {block.round or block.id: number for number, block in enumerate(blocks)}
    if "break" not in where:
        yield Finding(
            base, "there is no break", "add a block with id: break between round 1 and round 2"
        )
    elif not where["round1"] < where["break"] < where["round2"]:
        yield Finding(
            (*base, where["break"]),
            "the break does not stand between round 1 and round 2",
            "move this block to between them",
        )


def _frame(view: View) -> Iterator[Finding]:
    """Yield what is wrong in where the day begins for customers, and where it ends."""
    day = view.handbook.programme
    names = [block.id for block in day.blocks]
    rounds = [number for number, block in enumerate(day.blocks) if block.round is not None]
    if not {day.welcome, day.closing} <= set(names) or not rounds:
        return
    welcome, closing = names.index(day.welcome), names.index(day.closing)
    for name, number in (("welcome", welcome), ("closing", closing)):
        if day.blocks[number].only != Condition():
            yield Finding(
                ("programme", "blocks", number, "only"),
                f"this block is the {name}, and that is held whatever is chosen",
                "remove only: from this block",
            )
    if welcome > rounds[0]:
        yield Finding(
            ("programme", "welcome"),
            f"{day.welcome} comes after the first round",
            "name a block before it, like reception",
        )
        return
    if closing < rounds[-1]:
        yield Finding(
            ("programme", "closing"),
            f"{day.closing} comes before the last round",
            "name a block after it, like closing",
        )
    for number, block in enumerate(day.blocks[:welcome]):
        if block.audience == "everyone":
            yield Finding(
                ("programme", "blocks", number),
                f"this block is for everyone, but it comes before {day.welcome}, "
                "when customers come in",
                "write audience: team or audience: employees, or move it",
            )


def _times(view: View) -> Iterator[Finding]:
    """Yield what is wrong in the clock times that follow, with every combination of choices."""
    if any(any(check(view)) for check in (_blocks, _frame, _programme_names, _choices, _rounds)):
        return
    if any(_default_preset(view)) or any(_references(view)):
        return
    day = view.handbook.programme
    ends_by = clock(day.ends_by)
    late: list[tuple[int, str]] = []
    begin = 0
    for choices in combinations(view.handbook, ("round2", "round3")):
        slots = programme(view.handbook, choices)
        begin = min(begin, slots[0].start)
        end = next(slot.end for slot in slots if slot.block.id == day.closing)
        if end > ends_by:
            late.append((end, f"round2: {choices.round2} and round3: {choices.round3}"))
    if begin < 0:
        yield Finding(
            ("programme", "welcome_at"),
            f'with "{day.welcome_at}" the first block begins on the day before',
            "write a later time, or shorten what comes before the welcome",
        )
    if late:
        end, combination = max(late, key=lambda one: one[0])
        others = f" (and {len(late) - 1} other combinations)" if len(late) > 1 else ""
        yield Finding(
            ("programme", "ends_by"),
            f"with {combination}{others} the closing ends at {_clock(end)}, "
            f"later than {day.ends_by}",
            f"shorten the day by {end - ends_by} minutes, begin earlier than {day.welcome_at}, "
            f'or write "{_clock(end)}" here',
        )


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


# The room screen


def _room_screen(view: View) -> Iterator[Finding]:
    """Yield what the room screen would never show, and signals that go off in a wrong order."""
    for place, rule in view.of(GroundRule):
        for number, name in enumerate(rule.screen):
            if name not in rule.rounds:
                yield Finding(
                    (*place, "screen", number),
                    f"this rule does not hold in {name}",
                    f"remove {name} here, or add it to rounds",
                )
    for place, block in view.of(ProgrammeBlock):
        if block.screen is not None and (block.round is not None or block.audience != "everyone"):
            is_round = block.round is not None
            yield Finding(
                (*place, "screen"),
                "a round shows who may speak, and its rules"
                if is_round
                else "the room screen is on when everyone is there, and this block is before that",
                "remove screen: from this block",
            )
    for place, signals in view.of(Signals):
        for number, (before, after) in enumerate(pairwise(signals.minutes), start=1):
            if after >= before:
                yield Finding(
                    (*place, "minutes", number),
                    f"{after} comes after {before}",
                    "write the minutes from many to few, like [5, 1]",
                )


# Texts and blanks


def _listening_levels(view: View) -> Iterator[Finding]:
    for number, level in enumerate(view.handbook.listening_levels):
        if level.level != number + 1:
            yield Finding(
                ("listening_levels", number, "level"),
                f"{level.level} stands where {number + 1} is expected",
                "put the levels in order: 1, 2 and 3",
            )


def _options(view: View) -> Iterator[Finding]:
    for place, definition in view.of(FieldDefinition):
        if definition.type == "choice" and len(definition.options) < 2:
            yield Finding(
                place,
                "a choice needs at least two options",
                "add options: with each possible answer, as yes: {nl: ja, en: yes}",
            )
        elif definition.type != "choice" and definition.options:
            yield Finding(
                (*place, "options"),
                f"a blank of type {definition.type} has no options",
                "write type: choice, or remove the options",
            )


def _defaults(view: View) -> Iterator[Finding]:
    """Yield blanks whose default is not of their own kind."""
    for place, definition in view.of(FieldDefinition):
        if definition.default is None:
            continue
        given = [name for name, value in definition.default if value is not None]
        wanted = {"date": "moment", "time": "end_of"}.get(definition.type)
        if wanted is None:
            yield Finding(
                (*place, "default"),
                f"a blank of type {definition.type} has no default",
                "write type: date or type: time, or remove the default",
            )
        elif given != [wanted]:
            yield Finding(
                (*place, "default"),
                f"this is no default for a blank of type {definition.type}",
                "write a moment, as {moment: intake}"
                if wanted == "moment"
                else "write a block of the programme, as {end_of: closing}",
            )


def _list_items(view: View) -> Iterator[Finding]:
    """Yield lists whose items are called as something else is: `guest.name` must mean one thing."""
    taken = {name: f"the group {name}" for name in getattr(view.handbook, "fields", {})}
    for place, definition in view.of(ListDefinition):
        if definition.item in taken:
            yield Finding(
                (*place, "item"),
                f'"{definition.item}" is already the name of {taken[definition.item]}',
                "write another word for one row",
            )
        taken[definition.item] = f"one row of {place[-1]}"


# Workshops


def _training_names(view: View) -> Iterator[Finding]:
    names = view.names
    for place, workshop in view.of(Workshop):
        for number, exercise in enumerate(workshop.exercises):
            where = (*place, "exercises", number)
            yield from _known(where, "exercise", exercise, names.exercises)
            if exercise in workshop.exercises[:number]:
                yield Finding(where, f"{exercise} is held twice", "remove one of the two")
    takers = [(place, one.material) for place, one in view.of(Workshop)]
    takers += [(place, one.material) for place, one in view.of(Exercise)]
    for place, taken in takers:
        for number, name in enumerate(taken):
            yield from _known((*place, "material", number), "material", name, names.materials)
    for place, step in view.of(WorkshopStep):
        for name in step.minutes:
            yield from _known((*place, "minutes"), "workshop", name, names.workshops)
    for place, layout in view.of(Layout):
        for part in layout.parts:
            yield from _known((*place, "parts"), "part", part, names.parts)
    for place, material in view.of(Material):
        known = None if names.parts is None else (SET, PERSON, GROUP, *names.parts)
        yield from _known((*place, "per"), "part", material.per, known)
    for place, case in view.of(Case):
        yield from _known((*place, "sector"), "sector", case.sector, names.sectors)


def _small_rounds(view: View) -> Iterator[Finding]:
    """Yield modes of round 3 that cannot be practised, and practice for no mode."""
    known, told = view.names.modes["round3"] or (), view.handbook.training.round3
    unknown = [mode for mode in told if known and mode not in known]
    for mode in unknown:
        yield from _known(("training", "round3", mode), "mode of round3", mode, known)
    # A misspelt one stands where the missing one should: that is said above.
    for mode in () if unknown else known:
        if mode not in told:
            yield Finding(
                ("training", "round3"),
                f"{mode} is missing",
                f"add {mode}: with how to play it on a small scale",
            )


def _workshop_minutes(view: View) -> Iterator[Finding]:
    """Yield workshops whose steps do not add up to their length."""
    exercises = view.handbook.training.exercises
    for place, workshop in view.of(Workshop):
        name, total = str(place[-1]), 0
        for number, exercise in enumerate(workshop.exercises):
            steps = timed_steps(exercises[exercise], name) if exercise in exercises else ()
            total += sum(step.minutes for step in steps)
            if exercise in exercises and not steps:
                yield Finding(
                    (*place, "exercises", number),
                    f"no step of {exercise} has minutes for {name}",
                    f"write {name}: with a number at minutes of its steps, or remove it here",
                )
        if total != workshop.minutes and exercises.keys() >= set(workshop.exercises):
            change = "shorten" if total > workshop.minutes else "lengthen"
            yield Finding(
                (*place, "minutes"),
                f"the steps of {name} add up to {total} minutes, not {workshop.minutes}",
                f"{change} a step by {abs(total - workshop.minutes)}, or write {total} here",
            )


def _layouts(view: View) -> Iterator[Finding]:
    """Yield groups that do not come out even, and numbers of people without a layout."""
    wanted = view.handbook.training.people
    for place, layout in view.of(Layout):
        if seated(layout) != layout.people:
            yield Finding(
                (*place, "parts"),
                f"{layout.groups} x {sum(layout.parts.values())} people are {seated(layout)}, "
                f"not {layout.people}",
                f"change groups or the parts, so that all {layout.people} have a place",
            )
    for place, exercise in view.of(Exercise):
        made = [layout.people for layout in exercise.layouts]
        if made and sorted(made) != sorted(wanted):
            numbers = ", ".join(map(str, wanted))
            yield Finding(
                (*place, "layouts"),
                f"there are layouts for {', '.join(map(str, made))} people, "
                f"but training.people says {numbers}",
                f"write one layout for each of {numbers}",
            )


def _training_texts(view: View) -> Iterator[Finding]:
    for place, step in view.of(WorkshopStep):
        for words in (step.what, *step.say):
            rest = (words.nl + words.en).replace("{minutes}", "")
            if "{" in rest or "}" in rest:
                yield Finding(
                    place,
                    "between { } only minutes can stand",
                    "write {minutes}, or leave the braces out",
                )
    for place, question in view.of(QuizQuestion):
        right = sum(option.right for option in question.options)
        if right != 1:
            yield Finding(
                (*place, "options"),
                f"{right} answers are right",
                "write right: true at one of them",
            )


# What else an event.yml says, and what else a document asks for by path.
_TAKEN = frozenset(
    (
        *("language", "preset", "choices", "working_days", "delete_on"),
        *("tasks", "programme", "local", "lists", "times", "moments"),
    )
)


def _keys_of_an_event(view: View) -> Iterator[Finding]:
    """Yield groups and lists that cannot be a key of event.yml: the key means something else."""
    for kind in (FieldGroup, ListDefinition):
        for place, _ in view.of(kind):
            if place[-1] in _TAKEN:
                yield Finding(
                    place,
                    f'"{place[-1]}" has another meaning in an event.yml',
                    "give it another name",
                )


CHECKS = (
    Check(_identifiers),
    Check(_references),
    Check(_default_preset, ("default_preset",)),
    Check(_programme_names, ("programme",)),
    Check(_languages, ("languages",)),
    Check(_phases),
    Check(_edition),
    Check(_rounds, ("rounds",)),
    Check(_choices, ("choices",)),
    Check(_mode_names),
    Check(_minutes),
    Check(_rings),
    Check(_mode_customers, ("rings",)),
    Check(_moments, ("moments",)),
    Check(_blocks, ("programme",)),
    Check(_frame, ("programme",)),
    Check(_times, ("programme", "rounds", "choices", "presets", "default_preset")),
    Check(_room_screen),
    Check(_listening_levels, ("listening_levels",)),
    Check(_options),
    Check(_defaults),
    Check(_list_items),
    Check(_keys_of_an_event),
    Check(_training_names),
    Check(_small_rounds, ("training",)),
    Check(_workshop_minutes, ("training",)),
    Check(_layouts, ("training",)),
    Check(_training_texts),
)
