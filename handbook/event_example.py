"""An event.yml to begin with: every key of the registry explained, with invented values."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from handbook.model import FieldDefinition, FieldGroup, Handbook, Words

SCHEMA = "event.schema.json"
_HEAD = f"""\
# yaml-language-server: $schema={SCHEMA}
#
# JULLIE KLANTARENA
#
# Wat is dit?   Alles wat over één bijeenkomst bekend is. Vul het één keer in; de opdracht
#               klantarena fill event.yml --out kit zet het in alle brieven en lijsten.
# Hoe?          1. Verander wat achter de dubbele punt staat. Laat de spaties vooraan staan en
#                  gebruik geen tabs. Zet een tekst met een dubbele punt of een hekje tussen
#                  "aanhalingstekens".
#               2. Weet je iets nog niet? Haal de regel weg, of laat leeg wat achter de dubbele
#                  punt staat.
#               3. Bewaar het bestand en geef de opdracht. Klopt er iets niet, dan lees je op
#                  welke regel, en wat je moet schrijven.
# Namen?        Er staan namen van mensen in. Bewaar het waar alleen het team bij kan, en gooi
#               het weg op de dag die je afsprak. Alle namen hieronder zijn verzonnen.
#
# YOUR KLANTARENA
#
# What is this? All that is known about one session. Fill it in once; the command
#               klantarena fill event.yml --out kit puts it into all letters and lists.
# How?          1. Change what stands behind the colon. Leave the spaces in front, and use no
#                  tabs. Put a text with a colon or a hash in "quotes".
#               2. Something you do not know yet? Take the line out, or leave empty what stands
#                  behind the colon.
#               3. Save the file and give the command. If something is wrong you read on which
#                  line, and what to write instead.
# Names?        There are names of people in here. Keep it where only the team can get at it,
#               and throw it away on the day you agreed. All names below are invented.

# Taal van de kit, of allebei: [nl, en] / Language of the kit, or both: [nl, en]
"""
_WORKING_DAYS = """\
# Valt een datum in een weekend of op een feestdag? Dan komt de werkdag ervoor. false: niet.
# Does a date fall in a weekend or on a public holiday? Then the working day before. false: no.
working_days: true

# Op deze dag gooi je de gastenlijst weg. Zonder deze regel: de dag uit het tijdpad.
# On this day you throw away the list of guests. Without this line: the day of the timeline.
#delete_on: {delete_on}
"""
_VALUES = {
    "organisation.name": "Woningstichting De Linde",
    "organisation.department": "Wonen en wijken",
    "organisation.address": "Lindelaan 1, 1234 AB Voorbeeldstad",
    "organisation.contact_name": "Sanne Bos",
    "organisation.contact_email": "sanne.bos@voorbeeld.nl",
    "organisation.contact_phone": "06 00 00 00 00",
    "organisation.website": "www.voorbeeld.nl",
    "organisation.privacy_officer": "privacy@voorbeeld.nl",
    "organisation.complaints": "klachten@voorbeeld.nl",
    "event.title": "Klantarena over reparaties",
    "event.theme": "reparaties in uw woning",
    "event.reason": "Veel huurders moeten twee keer bellen voor hun reparatie klaar is.",
    "event.start_time": "13:30",
    "event.language": "Nederlands",
    "venue.name": "Buurthuis De Boom",
    "venue.address": "Boomstraat 2, Voorbeeldstad",
    "venue.room": "Grote zaal",
    "venue.route": "Bus 1 stopt voor de deur. De zaal is rechts van de ingang.",
    "venue.parking": "Gratis achter het gebouw",
    "venue.access": "Geen drempels, een aangepast toilet en een ringleiding",
    "team.commissioning_manager": "Ruth de Wit",
    "team.lead": "Sanne Bos",
    "team.facilitator": "Karim Haddad",
    "team.second_facilitator": "",
    "team.note_taker": "Tom Vos",
    "team.opener": "Els Mulder",
    "team.closing_manager": "Ruth de Wit",
    "team.host_coordinator": "Joke Prins",
    "hospitality.gift": "een plant",
    "hospitality.travel_allowance": "wij betalen uw buskaartje of uw benzine",
    "hospitality.catering": "soep en brood",
    "recording.planned": "no",
}
_FORMS = {
    "date": "jjjj-mm-dd / yyyy-mm-dd",
    "time": "13:30",
    "number": "12,50",
    "checkbox": "true, false",
}
_ROWS: Mapping[str, tuple[Mapping[str, str | bool], ...]] = {
    "guests": (
        {
            "name": "Jan Jansen",
            "salutation": "meneer Jansen",
            "contact": "06 00 00 00 01",
            "language": "Nederlands",
            "needs": "een plek voor een rolstoel",
            "invited": True,
            "accepted": True,
        },
        {"name": "Fatma Demir", "salutation": "mevrouw Demir", "invited": True},
    ),
    "themes": (
        {"name": "Bellen", "question": "Hoe ging het toen u ons belde?", "minutes": "20"},
        {"name": "Wachten", "question": "Wat gebeurde er daarna?", "minutes": "20"},
    ),
    "employees": ({"name": "Noor Smit", "function": "opzichter"},),
}


def event_example(handbook: Handbook) -> str:
    """Return an event.yml that holds every key of the registry; it can be used as it stands."""
    return "\n".join(_lines(handbook)) + "\n"


def _lines(handbook: Handbook) -> Iterator[str]:
    day = _some_thursday(handbook)
    yield f"{_HEAD}language: {handbook.languages[0]}"
    yield ""
    yield "# Hoe je ronde 2 en ronde 3 doet. Of kies ze zelf: / Or choose them yourself:"
    chosen = handbook.presets[handbook.default_preset]
    yield f"#choices: {{round2: {chosen.round2}, round3: {chosen.round3}}}"
    for letter, preset in handbook.presets.items():
        yield f"#   {letter}: {preset.name.nl} / {preset.name.en}"
    yield f"preset: {handbook.default_preset}"
    yield ""
    yield from _WORKING_DAYS.format(delete_on=day + timedelta(days=210)).splitlines()
    for name, group in handbook.fields.items():
        yield ""
        yield from _group(name, group, day)
    for name, listed in handbook.lists.items():
        yield ""
        yield f"# {_both(listed.name)}"
        yield from _columns(listed.columns)
        rows = _ROWS.get(name, ())
        if rows:
            yield f"{name}:"
            yield from (f"  - {_row(row, listed.columns)}" for row in rows)
        else:
            yield f"#{name}:"
            yield f"#  - {{{next(iter(listed.columns))}: ...}}"
    yield ""
    yield from _rest(handbook)


def _some_thursday(handbook: Handbook) -> date:
    """Return a day that leaves time for everything before it: a Thursday after some months."""
    day = date.fromisoformat(handbook.edition.date) + timedelta(weeks=16)
    return day + timedelta(days=(3 - day.weekday()) % 7)


def _group(name: str, group: FieldGroup, day: date) -> Iterator[str]:
    yield f"# {_both(group.name)}"
    yield f"{name}:"
    for field, definition in group.fields.items():
        yield f"  # {_both(definition.label)}{_about(definition)}"
        path = f"{name}.{field}"
        if definition.default is not None:
            yield "  # Leeg: dit wordt uitgerekend. / Empty: this is reckoned."
            value = ""
        elif definition.type == "date":
            value = day.isoformat()
        else:
            value = definition.filled.nl if definition.filled else _VALUES.get(path, "")
            value = value if definition.options or not value else _quoted(value)
        yield f"  {field}: {value}".rstrip()


def _columns(columns: Mapping[str, FieldDefinition]) -> Iterator[str]:
    for name, definition in columns.items():
        yield f"#   {name}: {_both(definition.label)}{_about(definition)}"


def _about(definition: FieldDefinition) -> str:
    if definition.options:
        options = ", ".join(
            f"{name} = {_both(label)}" for name, label in definition.options.items()
        )
        return f" ({options})"
    return f" ({_FORMS[definition.type]})" if definition.type in _FORMS else ""


def _row(row: Mapping[str, str | bool], columns: Mapping[str, FieldDefinition]) -> str:
    known = {name: value for name, value in row.items() if name in columns}
    return f"{{{', '.join(f'{name}: {_quoted(value)}' for name, value in known.items())}}}"


def _rest(handbook: Handbook) -> Iterator[str]:
    item = next(iter(handbook.checklists.values())).items[0]
    block = handbook.programme.blocks[0]
    yield "# Wie doet wat? Zonder deze regels: wie de rol heeft. / Who does what? Without these"
    yield "# lines: whoever has the role."
    yield "#tasks:"
    yield f"#  # {_both(item.text)}"
    yield f"#  {item.id}: {{who: ..., done: true}}"
    yield ""
    yield "# Opmerkingen in het draaiboek / Notes in the run sheet"
    yield "#programme:"
    yield f"#  # {_both(block.name)}"
    yield f"#  {block.id}: {{note: ...}}"
    yield ""
    yield "# Plekken die maar één sjabloon heeft / Blanks that only one template has"
    yield "#local:"
    yield '#  customer-invitation: {letter_date: "..."}'


def _both(words: Words) -> str:
    return f"{words.nl} / {words.en}"


def _quoted(value: str | bool) -> str:
    return json.dumps(value, ensure_ascii=False)
