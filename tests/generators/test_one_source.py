"""One value changed in handbook.yml is changed in every Word file that carries it, and in no other.

What is to be typed in and what is for a pen are both looked at, in every combination of choices.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from generators.decks import decks
from generators.kit import files
from handbook.choices import combinations, default_choices
from handbook.model import Handbook, Language
from handbook.schedule import programme
from handbook.workshops import sessions
from macros.context import BOTH
from macros.times import clock_short, offset_distance
from tests.generators.test_kit import changed, text_of

Change = Callable[[dict[str, Any]], None]
NEW_RULE = {"nl": "Hier stond eerst een andere regel.", "en": "Another rule stood here before."}
NEW_TASK = {"nl": "Hier stond eerst een andere taak.", "en": "Another task stood here before."}
NEW_SAID = {"nl": "Hier stond eerst een andere zin.", "en": "Another line stood here before."}
NEW_OFFSET, NEW_MINUTES = "-9 weeks", 71


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


def texts(handbook: Handbook, project: Path, language: Language) -> dict[str, tuple[str, bytes]]:
    """Return the text and the bytes of every file, by name."""
    return {
        file.name: (text_of(file.data), file.data)
        for file in files(handbook, project, language, paper=True)
    }


def carriers(found: dict[str, tuple[str, bytes]], words: set[str]) -> set[str]:
    return {name for name, (text, _) in found.items() if any(word in text for word in words)}


def differing(
    before: dict[str, tuple[str, bytes]], after: dict[str, tuple[str, bytes]]
) -> set[str]:
    assert before.keys() == after.keys()
    return {name for name in before if before[name][1] != after[name][1]}


def check(
    handbook: Handbook,
    project: Path,
    language: Language,
    change: Change,
    old: set[str],
    new: set[str],
) -> set[str]:
    """See the change in each file that carried the old words; return their names."""
    before = texts(handbook, project, language)
    after = texts(changed(handbook, change), project, language)
    carrying = carriers(before, old)
    assert carriers(before, new) == set(), "the new words are new"
    assert carriers(after, old) == set()
    assert carriers(after, new) == carrying
    assert differing(before, after) == carrying, "no other file is another byte"
    on_paper = {name for name in carrying if name.endswith(("papier).docx", "paper).docx"))}
    assert 2 * len(on_paper) == len(carrying) > 0
    return carrying


def test_a_ground_rule(handbook: Handbook, project: Path, language: Language):
    """The words of a rule stand on the card, and in the briefing of every way to do a round."""
    place = next(n for n, rule in enumerate(handbook.ground_rules) if rule.id == "no_argument")

    def reworded(data: dict[str, Any]) -> None:
        data["ground_rules"][place]["text"] = NEW_RULE

    old, new = {handbook.ground_rules[place].text[language]}, {NEW_RULE[language]}
    carrying = check(handbook, project, language, reworded, old, new)
    assert len({name[:2] for name in carrying}) > 1, "more than one template"


def test_an_item_of_a_checklist(handbook: Handbook, project: Path, language: Language):
    """The task stands in the checklist of every way to hold a klantarena."""
    name, checklist = next(iter(handbook.checklists.items()))

    def reworded(data: dict[str, Any]) -> None:
        data["checklists"][name]["items"][0]["text"] = NEW_TASK

    old = checklist.items[0].text[language]
    check(handbook, project, language, reworded, {old}, {NEW_TASK[language]})


def test_when_a_moment_is(handbook: Handbook, project: Path, language: Language):
    """A later invitation changes its distance wherever that is said."""
    place = next(n for n, one in enumerate(handbook.moments) if one.id == "invitation")
    old = handbook.moments[place].offset
    assert [one.offset for one in handbook.moments].count(old) == 1, "no other moment is then"

    def later(data: dict[str, Any]) -> None:
        data["moments"][place]["offset"] = NEW_OFFSET

    check(
        handbook,
        project,
        language,
        later,
        {offset_distance(old, language)},
        {offset_distance(NEW_OFFSET, language)},
    )


def test_the_minutes_of_a_round(handbook: Handbook, project: Path, language: Language):
    """A shorter round 1 changes its own length, and every time of the clock after it."""

    def shorter(data: dict[str, Any]) -> None:
        data["rounds"]["round1"]["minutes"] |= {"usual": NEW_MINUTES, "most": None}

    other = changed(handbook, shorter)
    old, new = (clock_times(one, language) for one in (handbook, other))
    before = texts(handbook, project, language)
    after = texts(other, project, language)
    carrying = carriers(before, old - new)
    assert carriers(after, old - new) == set()
    assert carrying <= carriers(after, new - old)
    usual = handbook.rounds["round1"].minutes.usual
    unit = {"nl": "minuten", "en": "minutes"}[language]
    lengths = carriers(after, {f"{NEW_MINUTES} {unit}"})
    assert lengths != set()
    assert lengths <= carriers(before, {f"{usual} {unit}"})
    assert differing(before, after) == carrying | lengths


def test_a_step_of_a_workshop(handbook: Handbook, project: Path, language: Language):
    """What a trainer says, and for how long, changes in both booklets and below the slides."""
    exercises = handbook.training.exercises
    workshops = handbook.training.workshops
    (said, *_) = exercises["judgement"].steps[0].say

    def rewritten(data: dict[str, Any]) -> None:
        steps = data["training"]["exercises"]
        steps["judgement"]["steps"][0]["say"] = [NEW_SAID]
        first, *_, last = (steps[name]["steps"][-1] for name in workshops["half_day"].exercises)
        first["minutes"]["half_day"] += 1
        last["minutes"]["half_day"] -= 1

    other = changed(handbook, rewritten)
    before, after = (printed(one, project, language) for one in (handbook, other))
    speaking = {name for name, text in before.items() if said[language] in text}
    assert len(speaking) == len(workshops) + 1, "a booklet for each workshop, and the slides"
    assert {name for name, text in after.items() if NEW_SAID[language] in text} == speaking
    assert not any(said[language] in text for text in after.values())
    old, new = (hours(one, language) for one in (handbook, other))
    held = {name for name, text in before.items() if old in text}
    assert {name for name, text in after.items() if new in text} == held != set()
    assert not any(old in text for text in after.values())


def hours(handbook: Handbook, language: Language) -> str:
    """Return from when to when the second part of the half day is, as it is printed."""
    part = sessions(handbook.training, "half_day")[1]
    return "\u2060–\u2060".join(clock_short(one, language) for one in (part.start, part.end))


def printed(handbook: Handbook, project: Path, language: Language) -> dict[str, str]:
    """Return the text of one file for each template, and what is seen and said with slides."""
    choices = default_choices(handbook)
    kit = files(handbook, project, language, choices)
    found = {file.name: text_of(file.data) for file in kit}
    for deck in decks(handbook, project, language):
        found[deck.name] = "\n".join(
            shape.text_frame.text
            for slide in Presentation(io.BytesIO(deck.data)).slides
            for shape in (*slide.shapes, *slide.notes_slide.shapes)
            if shape.has_text_frame
        )
    return found


def clock_times(handbook: Handbook, language: Language) -> set[str]:
    """Return every time of the clock that the programme has, whatever is chosen."""
    return {
        clock_short(minutes, language)
        for choices in combinations(handbook, BOTH)
        for slot in programme(handbook, choices)
        for minutes in (slot.start, slot.end)
    }
