"""The timeline of an event as a calendar file (RFC 5545), to be taken in by any calendar."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from handbook.choices import holds
from handbook.event import Event
from handbook.model import Handbook, Language, Moment
from handbook.values import one_line
from macros.event import dates, values
from macros.wording import event_name

_PRODUCT = "Klantarena"
_DAY = timedelta(days=1)
# Nine in the morning on the day before.
_REMINDER = timedelta(hours=-15)


def calendar(handbook: Handbook, event: Event, language: Language) -> bytes:
    """Return the moments of the timeline as days of a calendar, each with a reminder.

    The same event gives the same bytes: its stamp is the day of the edition. Without a day there
    are no moments, and nothing is returned.
    """
    days = dates(handbook, event)
    if not days:
        return b""
    made = Calendar()
    made.add("PRODID", f"-//{_PRODUCT}//{handbook.edition.version}//{language.upper()}")
    made.add("VERSION", "2.0")
    known = values(handbook, event, language)
    for moment in handbook.moments:
        made.add_component(_entry(handbook, event, language, moment, days[moment.id], known))
    written: bytes = made.to_ical(sorted=False)
    return written


def _entry(
    handbook: Handbook,
    event: Event,
    language: Language,
    moment: Moment,
    day: date,
    known: Mapping[str, str],
) -> Entry:
    entry = Entry()
    summary = f"{event_name(handbook.vocabulary, language)}: {moment.name[language]}"
    entry.add("UID", _identifier(handbook, event, moment))
    entry.add("DTSTAMP", datetime.combine(_edition(handbook), time(), UTC))
    entry.add("DTSTART", day)
    entry.add("DTEND", day + _DAY)
    entry.add("SUMMARY", summary)
    if tasks := _tasks(handbook, event, language, moment, known):
        entry.add("DESCRIPTION", tasks)
    place = ", ".join(known[path] for path in ("venue.name", "venue.address") if path in known)
    if place and day == event.date:
        entry.add("LOCATION", one_line(place))
    entry.add("TRANSP", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", summary)
    alarm.add("TRIGGER", _REMINDER)
    entry.add_component(alarm)
    return entry


def _tasks(
    handbook: Handbook,
    event: Event,
    language: Language,
    moment: Moment,
    known: Mapping[str, str],
) -> str:
    """Return what is to be done at a moment, a line for each thing, with who does it."""
    lines = []
    for checklist in handbook.checklists.values():
        for item in checklist.items:
            if item.moment == moment.id and holds(item.only, event.choices):
                role = handbook.roles[item.role].name[language]
                who = one_line(known.get(f"tasks.{item.id}.who", role))
                lines.append(f"- {item.text[language]} ({who})")
    return "\n".join(lines)


def _edition(handbook: Handbook) -> date:
    return date.fromisoformat(handbook.edition.date)


def _identifier(handbook: Handbook, event: Event, moment: Moment) -> str:
    """Return what names this moment of this event, the same however often it is made."""
    names = [event.values.get(path, "") for path in ("organisation.name", "event.title")]
    number = _fingerprint("\n".join((*names, event.values.get("event.date", ""))))
    host = urlsplit(handbook.publication.address).hostname or "klantarena"
    return f"{moment.id}-{number:08x}@{host}"


def _fingerprint(text: str) -> int:
    """Return a 32-bit number for a text: FNV-1a, which a browser reckons as easily."""
    number = 0x811C9DC5
    for byte in text.encode():
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number
