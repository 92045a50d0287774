"""Workshops add up: to the minute, to the last person, and to the last copy."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from handbook.model import Handbook
from handbook.workshops import copies, layout_for, material_of, seated, sessions

WORKSHOPS = ("half_day", "short")


@pytest.fixture(params=WORKSHOPS)
def workshop(request: pytest.FixtureRequest) -> str:
    return request.param


def test_there_is_a_half_day_and_a_short_form(handbook: Handbook) -> None:
    """The half day takes 240 minutes and the short form 90, as the brief for trainers has it."""
    minutes = {name: one.minutes for name, one in handbook.training.workshops.items()}
    assert minutes == {"half_day": 240, "short": 90}


def test_a_workshop_is_timed_to_the_minute(handbook: Handbook, workshop: str) -> None:
    """Each exercise begins when the last one ends, and all together take what is promised."""
    held = sessions(handbook.training, workshop)
    for before, after in pairwise(held):
        assert before.end == after.start
    assert held[-1].end - held[0].start == handbook.training.workshops[workshop].minutes
    for one in held:
        assert one.minutes == sum(step.minutes for step in one.steps) > 0


def test_everyone_has_a_place(handbook: Handbook, workshop: str) -> None:
    """With eight, twelve and sixteen people the groups of each exercise come out even."""
    assert handbook.training.people == (8, 12, 16)
    for held in sessions(handbook.training, workshop):
        for layout in held.exercise.layouts:
            assert seated(layout) == layout.people
            assert min(layout.parts.values()) > 0


def test_the_arena_has_its_customers_and_its_outer_ring(handbook: Handbook) -> None:
    """With eight people four are customers; never fewer outside than inside, and cards for all."""
    arena = handbook.training.exercises["mini_arena"]
    smallest = layout_for(arena, 8)
    assert smallest is not None
    assert smallest.parts == {"customer": 4, "outer_ring": 4}
    for layout in arena.layouts:
        assert layout.parts["outer_ring"] >= layout.parts["customer"]
        assert layout.parts["customer"] <= len(handbook.training.role_cards)


def test_the_sentences_can_be_shared_out(handbook: Handbook) -> None:
    """Every group gets as many cards of level 1 as any other; everyone can draw a card."""
    training = handbook.training
    for layout in training.exercises["judgement"].layouts:
        assert len(training.sentences) % layout.groups == 0
    assert 3 * len(training.sentences) >= max(training.people)


def test_every_pair_has_a_case_of_its_own(handbook: Handbook) -> None:
    """There are cards for all pairs at once, and they come from all sectors."""
    training = handbook.training
    for layout in training.exercises["probing"].layouts:
        assert len(training.cases) >= layout.groups
    assert {case.sector for case in training.cases} == set(training.sectors)
    assert set(training.sectors) == {"care", "housing", "school", "municipality", "business"}


@pytest.mark.parametrize("people", [8, 12, 16])
def test_the_number_of_prints_is_right(handbook: Handbook, workshop: str, people: int) -> None:
    """A handout for everyone, a listening card for each in the outer ring, one pack of cards."""
    training = handbook.training

    def needed(name: str) -> int:
        return copies(training, workshop, name, people)

    arena = layout_for(training.exercises["mini_arena"], people)
    assert arena is not None
    assert needed("handout") == needed("observation_sheet") == needed("quiz") == people
    assert needed("listening_card") == arena.parts["outer_ring"]
    for pack in ("role_cards", "case_cards", "sentence_cards"):
        assert needed(pack) == 1
    if workshop == "half_day":
        assert needed("improvement_card") == people // 2


def test_a_workshop_takes_only_what_its_exercises_take(handbook: Handbook) -> None:
    """The short form needs no improvement card, since it has no assignments."""
    assert "improvement_card" in material_of(handbook.training, "half_day")
    assert "improvement_card" not in material_of(handbook.training, "short")


def test_each_level_has_as_many_signs(handbook: Handbook) -> None:
    """An observer looks for as many signs of one level as of another."""
    levels = Counter(sign.level for sign in handbook.training.signs)
    assert set(levels) == {level.level for level in handbook.listening_levels}
    assert len(set(levels.values())) == 1


def test_there_are_ten_difficult_moments_and_ten_questions(handbook: Handbook) -> None:
    """The rehearsal has the moments that facilitators fear; the quiz is as long."""
    names = {moment.id for moment in handbook.training.rehearsal}
    assert {"silence", "anger", "monologue", "defence", "empty_chair", "tears"} < names
    assert len(names) == len(handbook.training.quiz) == 10


def test_the_right_answer_does_not_stand_in_the_same_place(handbook: Handbook) -> None:
    """Whoever always ticks the same letter gets at most half of the quiz right."""
    quiz = handbook.training.quiz
    places = Counter(
        place for one in quiz for place, option in enumerate(one.options) if option.right
    )
    assert max(places.values()) <= len(quiz) / 2


def test_trainers_and_participants_are_addressed_with_je(handbook: Handbook) -> None:
    """Outside what is said aloud to customers, the Dutch texts say je."""
    training = handbook.training
    texts = [
        words.nl
        for exercise in training.exercises.values()
        for words in (
            exercise.goal,
            *(step.what for step in exercise.steps),
            *exercise.happens,
            *exercise.debrief,
        )
    ]
    texts += [
        words.nl
        for card in training.role_cards
        for words in (card.story, card.manner, card.beneath)
    ]
    texts += [words.nl for case in training.cases for words in (case.story, case.beneath)]
    texts += [words.nl for one in training.rehearsal for words in (one.see, one.leave, one.play)]
    for text in texts:
        unquoted = re.sub(r'"[^"]*"|: wat naar voor u', "", text)
        assert not re.search(r"\b(u|uw)\b", unquoted, re.IGNORECASE), text


def test_replies_to_customers_say_u(handbook: Handbook) -> None:
    """What an employee or facilitator says to a customer never says je or jullie."""
    training = handbook.training
    said = [words.nl for one in training.sentences for words in (*one.replies, one.question)]
    for text in said:
        assert not re.search(r"\b(je|jij|jou|jouw|jullie)\b", text, re.IGNORECASE), text
