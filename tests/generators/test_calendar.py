"""The timeline as a calendar file."""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generators.calendar import calendar
from handbook.choices import default_choices, holds
from handbook.event import Event
from handbook.load import load
from handbook.model import Handbook
from handbook.working_days import moment_dates
from macros.event_data import kit_words

DAY = date(2027, 5, 13)


def event(handbook: Handbook, **values: str) -> Event:
    known = {name.replace("__", "."): value for name, value in values.items()}
    return Event(
        handbook.languages,
        default_choices(handbook),
        values={"event.date": DAY.isoformat(), **known},
    )


def entries(made: bytes) -> list[Calendar]:
    return list(Calendar.from_ical(made.decode()).walk("VEVENT"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_moment_is_a_day_with_a_reminder_on_the_day_before(language, handbook) -> None:  # type: ignore[no-untyped-def]
    """The dates are those of the timeline, and the words those of the language."""
    found = entries(calendar(handbook, event(handbook), language))
    days = moment_dates(handbook, DAY, working_days=True)
    assert len(found) == len(handbook.moments)
    for moment, entry in zip(handbook.moments, found, strict=True):
        assert entry["DTSTART"].dt == days[moment.id]
        assert entry["DTEND"].dt == days[moment.id] + timedelta(days=1)
        assert str(entry["SUMMARY"]) == f"Klantarena: {moment.name[language]}"
        assert entry["DTSTAMP"].dt.date().isoformat() == handbook.edition.date
        (alarm,) = entry.walk("VALARM")
        assert alarm["TRIGGER"].dt == timedelta(hours=-15)


def test_what_is_to_do_stands_with_the_day_and_who_does_it(handbook: Handbook) -> None:
    """Tasks that belong to other choices are not there."""
    known = event(handbook, team__lead="Ada Bakker")
    made = entries(calendar(handbook, known, "nl"))
    for moment, entry in zip(handbook.moments, made, strict=True):
        told = str(entry.get("DESCRIPTION", ""))
        for checklist in handbook.checklists.values():
            for item in checklist.items:
                wanted = item.moment == moment.id and holds(item.only, known.choices)
                role = handbook.roles[item.role].name.nl
                who = "Ada Bakker" if item.role == "lead" else role
                assert (f"- {item.text.nl} ({who})" in told) == wanted, item.id


def test_without_a_day_there_is_no_calendar(handbook: Handbook) -> None:
    assert calendar(handbook, Event(("nl",), default_choices(handbook)), "nl") == b""


def test_another_event_has_other_names_and_the_same_event_the_same(handbook: Handbook) -> None:
    """A calendar that is taken in twice has each day once, and two events do not overwrite."""

    def names(known: Event) -> list[str]:
        return [str(entry["UID"]) for entry in entries(calendar(handbook, known, "nl"))]

    first = names(event(handbook, event__title="A"))
    assert len(set(first)) == len(first)
    assert names(event(handbook, event__title="A")) == first
    assert not set(names(event(handbook, event__title="B"))) & set(first)


@settings(max_examples=50, deadline=None)
@given(
    name=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)
    | st.sampled_from(["BEGIN:VALARM", "a;b,c:d\\e", "x" * 300, "é" * 80, "\\" * 90, "👩‍👩‍👧" * 40])
)
def test_any_name_comes_through_as_text(name: str, handbook: Handbook) -> None:
    """Signs with a meaning are escaped, lines are at most 75 octets, and nothing is added."""
    known = event(handbook, venue__name=name, team__lead=name)
    made = calendar(handbook, known, "nl")
    assert made == calendar(handbook, known, "nl")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")
    found = entries(made)
    assert len(found) == len(handbook.moments)
    held = next(str(entry["LOCATION"]) for entry in found if "LOCATION" in entry)
    # The library reads \\N of somebody's own as a line break.
    if "\\" not in name:
        assert held == name


def test_it_speaks_in_the_words_of_an_organisation(project: Path, tmp_path: Path) -> None:
    """Name, moments and tasks say them, and so does what the browser makes it of."""
    shutil.copy(project / "handbook.yml", tmp_path)
    (tmp_path / "organisation.yml").write_text(
        "method_name: {nl: bewonersarena, en: residents' arena}\n"
        "words: {nl: {klant: {singular: bewoner, plural: bewoners}}}\n",
        encoding="utf-8",
    )
    own = load(tmp_path / "handbook.yml")
    known = kit_words(own, "nl")
    for entry in entries(calendar(own, event(own), "nl")):
        assert str(entry["SUMMARY"]).startswith("Bewonersarena: ")
        said = f"{entry['SUMMARY']} {entry.get('DESCRIPTION', '')}"
        assert not re.search(r"\bklant(?:en|arena)?\b", said, re.IGNORECASE)
    assert known["calendar"]["name"] == "Bewonersarena"
    assert "bewoner" in " ".join(task["text"] for task in known["calendar"]["tasks"])
    assert "Mijn bewonersarena" in known["words"]["to_fill_once"]
