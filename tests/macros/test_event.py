"""What an event's values become in a document of each language."""

from datetime import date

import pytest

from handbook.choices import Choices
from handbook.event import Event, parse_event
from handbook.model import Handbook
from handbook.schedule import clock, programme
from handbook.working_days import moment_dates
from macros.event import guests_for, values, values_of_guest, values_of_template
from macros.times import clock_short, clock_time


def event(text: str, handbook: Handbook) -> Event:
    return parse_event(text, handbook, ["customer-invitation"], "event.yml").event


FULL = """
event: {date: 2027-03-11, start_time: 9.05, theme: bellen}
team: {lead: Ada}
costs: [{item: taart, estimate: 12.50}]
guests: [{name: Jan, accepted: true}, {name: Fatma, salutation: mevrouw Demir}]
local: {customer-invitation: {letter_date: 5 maart}}
"""


def test_values_are_written_in_the_language_of_the_document(handbook: Handbook) -> None:
    """Times and numbers read as people write them there; dates are left to the control."""
    known = event(FULL, handbook)
    dutch, english = values(handbook, known, "nl"), values(handbook, known, "en")
    assert (dutch["event.start_time"], english["event.start_time"]) == ("9.05 uur", "9:05")
    assert (dutch["lists.costs.1.estimate"], english["lists.costs.1.estimate"]) == ("12,5", "12.5")
    assert dutch["event.date"] == english["event.date"] == "2027-03-11"


def test_the_day_follows_from_its_beginning(handbook: Handbook) -> None:
    """Every block of the programme has its times, for the choices of the event or the document."""
    known = event(FULL, handbook)
    for mode in handbook.choices["round3"].modes:
        choices = Choices(known.choices.round2, mode)
        found = values(handbook, known, "nl", choices)
        slots = programme(handbook, choices, clock("9:05"))
        times = {path: value for path, value in found.items() if path.startswith("times.")}
        assert times == {
            f"times.{slot.block.id}.{edge}": clock_short(minutes % (24 * 60), "nl")
            for slot in slots
            for edge, minutes in (("start", slot.start), ("end", slot.end))
        }
        end = next(slot.end for slot in slots if slot.block.id == handbook.programme.closing)
        assert found["event.end_time"] == clock_time(end, "nl")


def test_dates_follow_from_the_day(handbook: Handbook) -> None:
    """Moments, tasks and the days that the registry derives have the date of the timeline."""
    known = event(FULL, handbook)
    found = values(handbook, known, "nl")
    days = moment_dates(handbook, date(2027, 3, 11), working_days=True)
    for moment, day in days.items():
        assert found[f"moments.{moment}"] == day.isoformat()
    for checklist in handbook.checklists.values():
        for item in checklist.items:
            assert found[f"tasks.{item.id}.date"] == days[item.moment].isoformat()
            if item.role == "lead":
                assert found[f"tasks.{item.id}.who"] == "Ada"
    default = handbook.fields["event"].fields["reply_by"].default
    assert default is not None
    assert found["event.reply_by"] == days[str(default.moment)].isoformat()


def test_what_somebody_filled_in_goes_before_what_follows(handbook: Handbook) -> None:
    found = values(
        handbook,
        event(
            """
            event: {date: 2027-03-11, start_time: 9.05, end_time: 12.00, reply_by: 2027-01-05}
            team: {lead: Ada}
            delete_on: 2027-12-01
            tasks: {support: {who: Els, date: 2027-01-02}}
            """,
            handbook,
        ),
        "nl",
    )
    assert found["event.end_time"] == "12.00 uur"
    assert found["event.reply_by"] == "2027-01-05"
    assert found["moments.delete_data"] == "2027-12-01"
    assert (found["tasks.support.who"], found["tasks.support.date"]) == ("Els", "2027-01-02")


def test_without_a_day_there_are_no_dates_and_no_times(handbook: Handbook) -> None:
    """Nothing is made up: the handbook's own times stay as they are."""
    found = values(handbook, event("event: {theme: bellen}", handbook), "nl")
    assert found == {"event.theme": "bellen"}


def test_a_template_gets_its_own_blanks_and_its_guests(handbook: Handbook) -> None:
    known = event(FULL, handbook)
    found = values_of_template(
        handbook, known, "nl", "customer-invitation", guests_for(known, "accepted")
    )
    assert found["local.letter_date"] == "5 maart"
    assert found["lists.guests.1.name"] == "Jan"
    assert found["lists.guests.1.accepted"] == "true"
    assert found["lists.guests.1.came"] == "false"
    assert not any(path.startswith("lists.guests.2.") for path in found)


def test_a_guest_without_form_of_address_is_called_by_name(handbook: Handbook) -> None:
    """A bracket must not reach a customer."""
    first, second = event(FULL, handbook).lists["guests"]
    assert values_of_guest(handbook, first, "nl")["guest.salutation"] == "Jan"
    assert values_of_guest(handbook, second, "nl")["guest.salutation"] == "mevrouw Demir"


@pytest.mark.parametrize(
    ("ticks", "step", "expected"),
    [
        ("", "came", "ABC"),
        ("A invited, B invited", "came", "AB"),
        ("A invited, B accepted", "came", "B"),
        ("A invited, B accepted, C came", "came", "C"),
        ("A invited, B accepted, C came", "accepted", "B"),
        ("A invited, B accepted", "all", "ABC"),
    ],
)
def test_letters_go_to_who_has_come_so_far(
    ticks: str, step: str, expected: str, handbook: Handbook
) -> None:
    """Where nobody has come so far yet, to those of the step before."""
    rows = {name: {"name": name} for name in "ABC"}
    for tick in filter(None, ticks.split(", ")):
        name, column = tick.split(" ")
        rows[name][column] = "true"
    known = Event(handbook.languages, Choices("", ""), lists={"guests": tuple(rows.values())})
    assert "".join(guest["name"] for guest in guests_for(known, step)) == expected  # type: ignore[arg-type]
