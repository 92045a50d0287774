"""Workshops: how long each exercise takes, who sits where, and how much there is to print."""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.model import Exercise, Layout, Material, Training, Workshop, WorkshopStep
from handbook.schedule import clock

SET, PERSON, GROUP = "set", "person", "group"
"""What there may be one of, besides one for each part in an exercise."""


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step of an exercise as one workshop holds it, in minutes."""

    step: WorkshopStep
    minutes: int


@dataclass(frozen=True, slots=True)
class Session:
    """An exercise in its place in a workshop, in minutes after midnight."""

    name: str
    exercise: Exercise
    steps: tuple[TimedStep, ...]
    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it takes, in minutes."""
        return self.end - self.start


def timed_steps(exercise: Exercise, workshop: str) -> tuple[TimedStep, ...]:
    """Return the steps that a workshop holds of an exercise."""
    return tuple(
        TimedStep(step, step.minutes[workshop])
        for step in exercise.steps
        if workshop in step.minutes
    )


def sessions(training: Training, workshop: str) -> tuple[Session, ...]:
    """Return the exercises of a workshop with their times."""
    moment = clock(training.workshops[workshop].starts_at)
    held = []
    for name in training.workshops[workshop].exercises:
        exercise = training.exercises[name]
        steps = timed_steps(exercise, workshop)
        end = moment + sum(step.minutes for step in steps)
        held.append(Session(name, exercise, steps, moment, end))
        moment = end
    return tuple(held)


def seated(layout: Layout) -> int:
    """Return how many people a layout seats."""
    return layout.groups * sum(layout.parts.values())


def layout_for(exercise: Exercise, people: int) -> Layout | None:
    """Return how so many people sit in an exercise, or None where all sit in one ring."""
    return next((one for one in exercise.layouts if one.people == people), None)


def material_of(training: Training, workshop: str) -> Mapping[str, Material]:
    """Return everything that a workshop takes, each thing once, in the order of use."""
    held: Workshop = training.workshops[workshop]
    names = [*held.material]
    for exercise in held.exercises:
        names += training.exercises[exercise].material
    return {name: training.material[name] for name in dict.fromkeys(names)}


def copies(training: Training, workshop: str, material: str, people: int) -> int:
    """Return how many of something a workshop takes; where exercises differ, the most."""
    per = training.material[material].per
    if per == SET:
        return 1
    if per == PERSON:
        return people
    layouts = [
        layout
        for name in training.workshops[workshop].exercises
        if material in training.exercises[name].material
        if (layout := layout_for(training.exercises[name], people))
    ]
    if per == GROUP:
        return max((layout.groups for layout in layouts), default=1)
    return max((layout.groups * layout.parts.get(per, 0) for layout in layouts), default=0)
