"""The check that a fact is told can tell a page that tells it from one that does not."""

import pytest

from generators.prose import Passage
from handbook.facts import Fact, expand, facts
from handbook.problems import ProblemsFound
from tests.pages.reading import LANGUAGES, handbook, register
from tests.pages.telling import NEAR, holds_for, is_elsewhere, places, stretches


def fact(*says: str, **more) -> Fact:
    return Fact.model_validate(
        {"number": "F001", "topic": "x", "nl": "x", "en": "x", "says": {"nl": says, "en": says}}
        | more
    )


def tells(one: Fact, *texts: str) -> bool:
    return bool(places(one, "nl", stretches(tuple(Passage(text) for text in texts))))


@pytest.mark.parametrize(
    ("says", "text", "expected"),
    [
        (["idee", "toets"], "Leg je ideeën voor en toets ze.", True),
        (["idee", "toets"], "Leg je ideeën voor.", False),
        (["idee|plan", "toets"], "Toets dit plan.", True),
        (["ring"], "de binnenring", False),
        (["6", "klanten"], "Er zijn 60 klanten.", False),
        (["15 00", "15 30"], "15.00–15.30 uur", True),
        (["klants vraag"], "De klant's vraag", True),
    ],
)
def test_a_fact_is_told_when_all_its_words_stand_there(says, text, expected):
    """Every word must be there, from its beginning, and a number as a whole."""
    assert tells(fact(*says), text) is expected


def test_words_far_apart_tell_nothing():
    """The words of a fact must stand in one short stretch, not somewhere on the page."""
    assert tells(fact("begin", "einde"), "begin", "en " * (NEAR - 3), "einde")
    assert not tells(fact("begin", "einde"), "begin", "en " * NEAR, "einde")


def test_words_in_two_tabs_tell_nothing():
    """A visitor sees one tab at a time."""
    page = (Passage("begin", tab="Een", tabs=1), Passage("einde", tab="Twee", tabs=1))
    assert not places(fact("begin", "einde"), "nl", stretches(page))


def test_a_fact_of_one_mode_must_be_recognised_as_such():
    """It counts under its own tab, with its mark, or beside its name; not under another's tab."""
    mixed = handbook().choices["round3"].modes["mixed_groups"].name["nl"]
    swap = handbook().choices["round3"].modes["ring_swap"].name["nl"]
    preset = handbook().presets["A"].name["nl"]
    one = fact("brainstorm", only={"round3": ["mixed_groups"]})

    def place(passage: Passage):
        (found,) = places(one, "nl", stretches((passage,)))
        return found

    marked = Passage("een brainstorm", modes={"round3": frozenset({"mixed_groups"})})
    for clear in (
        Passage("een brainstorm", tab=mixed, tabs=1),
        marked,
        Passage(f"een brainstorm, bij {mixed}"),
        Passage(f"een brainstorm, bij {preset}"),
    ):
        assert holds_for(place(clear), one, handbook(), "nl")
    assert not holds_for(place(Passage("een brainstorm")), one, handbook(), "nl")
    assert is_elsewhere(place(Passage("een brainstorm", tab=swap, tabs=1)), one, handbook(), "nl")
    assert not is_elsewhere(place(marked), one, handbook(), "nl")


@pytest.mark.parametrize("entry", ["F1", "53-64", "F064-F053", "F053-F053", "F053–F064", ""])
def test_what_is_no_fact_is_refused_with_what_to_write(entry):
    """An entry that is neither a number nor a range is refused, and the message shows both."""
    with pytest.raises(ValueError, match="write a number as F053, or a range as F053-F064"):
        expand(entry)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fact_is_recognised_in_its_own_wording(language):
    """The telling words of a fact are found in the fact as the register words it."""
    lost = [
        f"{one.number}: {one[language]}"
        for one in register().values()
        if not places(one, language, stretches((Passage(one[language]),)))
    ]
    assert not lost, "\n".join(lost)


def test_a_mistake_in_the_register_is_named_with_its_line(tmp_path):
    """A fact without words to recognise it by is reported with file, line and what to write."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    (folder / "facts.yml").write_text(
        "F001:\n  topic: x\n  nl: x\n  en: x\n  says:\n    nl: [x]\n  onyl: {}\n", encoding="utf-8"
    )
    with pytest.raises(ProblemsFound) as found:
        facts(tmp_path)
    unknown, missing = sorted(found.value.problems, key=lambda one: -(one.line or 0))
    assert str(unknown).startswith("handbook/facts.yml:7: F001.onyl: ")
    assert str(missing).startswith("handbook/facts.yml:5: F001.says.en: ")
