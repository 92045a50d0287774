"""An event.yml: what can stand in it, and what is said about what cannot."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from handbook.choices import Choices, choices_of
from handbook.document import parse
from handbook.event import Event, parse_event
from handbook.event_example import event_example
from handbook.model import Handbook
from handbook.problems import ProblemsFound
from handbook.schema import event_schema_text
from handbook.values import LONGEST, clean

TEMPLATES = ["customer-invitation", "run-sheet"]


def read(text: str, handbook: Handbook) -> Event:
    return parse_event(text, handbook, TEMPLATES, "event.yml").event


def refused(text: str, handbook: Handbook) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read(text, handbook)
    return [str(problem) for problem in found.value.problems]


def test_an_empty_file_is_an_event_of_which_nothing_is_known(handbook: Handbook) -> None:
    event = read("", handbook)
    assert (event.values, event.lists, event.date) == ({}, {}, None)
    assert event.languages == handbook.languages[:1]
    assert event.choices == choices_of(handbook.presets[handbook.default_preset])
    assert event.working_days


def test_everything_is_read_as_text(handbook: Handbook) -> None:
    """A telephone number keeps its nought; a time, a date and a number have one form."""
    event = read(
        """
        language: [en, nl]
        choices: {round3: ring_swap}
        working_days: false
        event: {date: 2027-03-11, start_time: 9.30, theme: '  bellen  '}
        organisation: {contact_phone: 0612345678, name: 12.50}
        recording: {planned: no}
        costs: [{item: taart, estimate: 012.50}, {item: zaal, estimate: '7,00'}]
        guests: [{name: Jan, invited: true, came: false}, {}, {name: ' '}]
        tasks: {support: {who: Ada, done: true}}
        programme: {round1: {note: hier}}
        local: {run-sheet: {someone: true, other: 3}}
        """,
        handbook,
    )
    assert event.languages == ("en", "nl")
    assert event.choices.round3 == "ring_swap"
    assert not event.working_days
    assert event.values == {
        "event.date": "2027-03-11",
        "event.start_time": "09:30",
        "event.theme": "bellen",
        "organisation.contact_phone": "0612345678",
        "organisation.name": "12.50",
        "recording.planned": "no",
    }
    assert event.lists["costs"] == (
        {"item": "taart", "estimate": "12.5"},
        {"item": "zaal", "estimate": "7"},
    )
    assert event.lists["guests"] == ({"name": "Jan", "invited": "true", "came": "false"},)
    assert event.tasks == {"support": {"who": "Ada", "done": "true"}}
    assert event.notes == {"round1": "hier"}
    assert event.local == {"run-sheet": {"someone": "true", "other": "3"}}


def test_a_preset_says_both_choices(handbook: Handbook) -> None:
    for letter, preset in handbook.presets.items():
        event = read(f"preset: {letter}", handbook)
        assert event.choices == Choices(preset.round2, preset.round3)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("langage: nl", "langage: this key is not known; did you mean language?"),
        ("language: de", 'language[1]: "de" is not one of the possible values'),
        ("preset: Z", 'preset: "Z" is not one of the possible values; write one of: A, B, C'),
        ("working_days: yes", 'working_days: "yes" is neither true nor false; write true or false'),
        ("event: {dat: x}", "event.dat: this key is not known; did you mean date?"),
        ("event: {date: 2027-02-29}", 'event.date: "2027-02-29" is not a day of the calendar'),
        ("event: {date: 12-03-2027}", "write year, month and day, like 2027-03-11"),
        ("event: {date: 1027-03-12}", 'event.date: "1027-03-12" is not a day of the calendar'),
        ("event: {start_time: 25:00}", 'event.start_time: "25:00" is not a time'),
        ("event: {start_time: half 3}", "write hours and minutes, like 13:30"),
        ("event: {daypart: noon}", '"noon" is not one of the possible values'),
        ("event: {title: true}", "event.title: true is not read as text here; put it in quotes"),
        ("organisation: {contact_email: ada}", '"ada" is not an e-mail address'),
        ("costs: [{estimate: veel}]", 'costs[1].estimate: "veel" is not a number'),
        ("guests: [{nme: Jan}]", "guests[1].nme: this key is not known; did you mean name?"),
        ("guests: [{name: Jan, came: ja}]", 'guests[1].came: "ja" is neither true nor false'),
        ("guests: Jan", '"Jan" is not a list'),
        ("venue: Utrecht", 'venue: "Utrecht" stands where keys are expected'),
        ("tasks: {suport: {done: true}}", "tasks.suport: this key is not known; did you mean sup"),
        ("programme: {round4: {note: x}}", "programme.round4: this key is not known"),
        ("local: {run-shet: {a: b}}", "did you mean run-sheet?"),
        ("delete_on: morgen", 'delete_on: "morgen" is not a day of the calendar'),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(
    line: str, said: str, handbook: Handbook
) -> None:
    (problem,) = refused(f"# an event\n{line}\n", handbook)
    assert problem.startswith("event.yml:2: ")
    assert said in problem


def test_all_mistakes_are_told_at_once(handbook: Handbook) -> None:
    problems = refused("preset: C\nchoices: {round2: x}\nevent: {date: x, tim: y}\n", handbook)
    assert [problem.split(": ")[0] for problem in problems] == [
        "event.yml:1",
        "event.yml:2",
        "event.yml:3",
        "event.yml:3",
    ]


def test_a_text_that_is_too_long_is_told(handbook: Handbook) -> None:
    (problem,) = refused(f"event: {{title: {'x' * (LONGEST + 1)}}}", handbook)
    assert f"this text has {LONGEST + 1} characters; write at most 4,000" in problem


def test_the_example_is_an_event_that_explains_every_key(handbook: Handbook) -> None:
    """It passes as it stands, by the schema that stands beside it too, and leaves no key out."""
    text = event_example(handbook)
    event = read(text, handbook)
    assert event.date is not None
    assert event.date.isoformat() > handbook.edition.date
    assert len(event.lists["guests"]) > 1
    for group in handbook.fields.values():
        for name, definition in group.fields.items():
            assert f"# {definition.label.nl} / {definition.label.en}" in text
            assert f"\n  {name}:" in text
    for name, listed in handbook.lists.items():
        assert f"\n{name}:" in text or f"\n#{name}:" in text
        for column, definition in listed.columns.items():
            assert f"#   {column}: {definition.label.nl} / {definition.label.en}" in text


def test_the_schema_agrees_with_the_command(handbook: Handbook, project) -> None:  # type: ignore[no-untyped-def]
    """An editor marks what the command refuses, and nothing in the example."""
    schema = json.loads(event_schema_text(handbook, project))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    def mistakes(text: str) -> int:
        return len(list(validator.iter_errors(parse(text, "x", numbers_as_text=True).data)))

    assert mistakes(event_example(handbook)) == 0
    for line in (
        "evnt: {}",
        "event: {dat: x}",
        "event: {start_time: '25:00'}",
        "event: {daypart: noon}",
        "costs: [{estimate: veel}]",
        "tasks: {suport: {done: true}}",
        "working_days: 'yes'",
        "language: de",
    ):
        assert mistakes(line) > 0, line


@given(st.text())
def test_whatever_is_typed_is_clean_after_reading(text: str) -> None:
    """Cleaned text can stand in XML, and cleaning again changes nothing."""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert len(cleaned) <= LONGEST
    assert all(sign == "\n" or sign >= " " for sign in cleaned)
    assert not any("\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff" for sign in cleaned)
