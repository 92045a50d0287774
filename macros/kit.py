"""The kit of Word templates as a catalogue: by moment, by who fills them in, by family."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from handbook.model import Moment
from handbook.schedule import order_of
from handbook.templates import Family, Template
from macros.context import Context
from macros.times import find_moment, offset_distance
from macros.wording import capitalised, wording


@dataclass(frozen=True, slots=True)
class Group:
    """Templates that belong together, in the order of use; `parts` divides them further."""

    identifier: str
    name: str
    templates: tuple[Template, ...]
    parts: tuple["Group", ...] = ()


def by_moment(context: Context) -> tuple[Group, ...]:
    """Return the templates before, on and after the day, and within these by their distance."""

    def order(template: Template) -> float:
        return order_of(_moment(context, template).offset)

    def side(template: Template) -> str:
        distance = order(template)
        return "before" if distance < 0 else "after" if distance > 0 else "on_the_day"

    ordered = sorted(context.templates, key=order)
    return tuple(
        Group(
            f"when-{name.replace('_', '-')}",
            capitalised(wording(name, context.language)),
            tuple(found := list(templates)),
            tuple(_distances(context, found)) if name != "on_the_day" else (),
        )
        for name, templates in groupby(ordered, side)
    )


def by_role(context: Context) -> tuple[Group, ...]:
    """Return the templates by who fills them in, in the order of the roles."""
    return tuple(
        Group(f"who-{name.replace('_', '-')}", capitalised(role.name[context.language]), found)
        for name, role in context.handbook.roles.items()
        if (found := tuple(one for one in context.templates if one.word.filled_by == name))
    )


def by_family(context: Context) -> tuple[Group, ...]:
    """Return the templates by what kind of document they are."""
    return tuple(
        Group(f"what-{family}", wording(family, context.language), found)
        for family in get_args(Family)
        if (found := tuple(one for one in context.templates if one.word.family == family))
    )


def _distances(context: Context, templates: Sequence[Template]) -> Iterator[Group]:
    """Yield templates by how far from the day they are needed."""

    def distance(template: Template) -> str:
        return offset_distance(_moment(context, template).offset, context.language)

    for name, found in groupby(templates, distance):
        yield Group("", name, tuple(found))


def _moment(context: Context, template: Template) -> Moment:
    return find_moment(context, template.word.moment)
