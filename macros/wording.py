"""The words that macros themselves add, in both languages."""

from datetime import date

from babel.dates import format_date

from handbook.model import Language, Vocabulary, Words
from handbook.vocabulary import spoken

_WORDS = {
    "write_here": Words(nl="schrijf hier", en="write here"),
    "done": Words(nl="Klaar", en="Done"),
    "task": Words(nl="Taak", en="Task"),
    "who": Words(nl="Wie", en="Who"),
    "when": Words(nl="Wanneer", en="When"),
    "date": Words(nl="Datum", en="Date"),
    "time": Words(nl="Tijd", en="Time"),
    "time_start": Words(nl="begintijd", en="starting time"),
    "time_end": Words(nl="eindtijd", en="finishing time"),
    "what": Words(nl="Wat", en="What"),
    "minutes": Words(nl="minuten", en="minutes"),
    "how_long": Words(nl="Hoe lang", en="How long"),
    "round": Words(nl="Ronde", en="Round"),
    "speaks": Words(nl="Wie praat", en="Who speaks"),
    "purpose": Words(nl="Waarvoor", en="What for"),
    "remarks": Words(nl="Opmerkingen", en="Notes"),
    "role": Words(nl="Rol", en="Role"),
    "tasks": Words(nl="Taken", en="Tasks"),
    "mode": Words(nl="Manier", en="Way"),
    "suits": Words(nl="Past bij", en="Suits"),
    "preset": Words(nl="Vaste combinatie", en="Preset"),
    "customers": Words(nl="klanten", en="customers"),
    "employees": Words(nl="medewerkers", en="employees"),
    "facilitator": Words(nl="gespreksleider", en="facilitator"),
    "customer": Words(nl="klant", en="customer"),
    "employee": Words(nl="medewerker", en="employee"),
    "may_speak": Words(nl="mag praten", en="may speak"),
    "and": Words(nl="en", en="and"),
    "before": Words(nl="vóór de bijeenkomst", en="before the session"),
    "after": Words(nl="na de bijeenkomst", en="after the session"),
    "on_the_day": Words(nl="op de dag zelf", en="on the day itself"),
    "programme": Words(nl="Programma van de dag", en="Programme of the day"),
    "run_sheet": Words(nl="Draaiboek van de dag", en="Run sheet of the day"),
    "signs": Words(nl="Zo herken je het", en="How you recognise it"),
    "your_date": Words(nl="datum", en="date"),
    "note": Words(nl="notitie", en="note"),
    "level": Words(nl="Niveau", en="Level"),
    "timeline": Words(nl="Tijdpad", en="Timeline"),
    "invitation": Words(nl="Uitnodigingen en berichten", en="Invitations and messages"),
    "briefing": Words(nl="Briefings en kaarten", en="Briefings and cards"),
    "checklist": Words(nl="Checklists", en="Checklists"),
    "action-plan": Words(nl="Actieplan en terugkoppeling", en="Action plan and reporting back"),
    "support": Words(nl="Formulieren en hulpmiddelen", en="Forms and aids"),
    "training": Words(nl="Om te trainen", en="For training"),
    "your_time": Words(nl="jouw tijd", en="your time"),
    "goal": Words(nl="Doel", en="Goal"),
    "material": Words(nl="Leg klaar", en="Have ready"),
    "seats": Words(nl="Zo zitten jullie", en="How you sit"),
    "pairs": Words(nl="tweetallen", en="pairs"),
    "trios": Words(nl="drietallen", en="trios"),
    "fours": Words(nl="viertallen", en="fours"),
    "of": Words(nl="van", en="of"),
    "form": Words(nl="Jullie vorm", en="Your form"),
    "small_form": Words(nl="Zo speel je hem", en="How to play it"),
    "step": Words(nl="Stap", en="Step"),
    "steps": Words(nl="Stappen", en="Steps"),
    "minute": Words(nl="minuut", en="minute"),
    "happens": Words(nl="Wat er vaak gebeurt", en="What usually happens"),
    "debrief": Words(nl="Nagesprek", en="Talk afterwards"),
    "pages": Words(nl="Bladzijden", en="Pages"),
    "all_parts": Words(nl="Onderdeel", en="Part"),
    "says_customer": Words(nl="Klant", en="Customer"),
    "says_employee": Words(nl="Medewerker", en="Employee"),
    "could_be": Words(nl="Zo kan de vraag worden", en="What the question can become"),
    "clarifying": Words(nl="verduidelijkt", en="clarifies"),
    "deepening": Words(nl="verdiept", en="deepens"),
    "idea": Words(nl="toetst een idee", en="tests an idea"),
    "what_happened": Words(nl="Dit maakte je mee", en="What you went through"),
    "manner": Words(nl="Zo speel je het", en="How you play it"),
    "beneath": Words(nl="Pas als iemand goed vraagt", en="Only when someone asks well"),
    "see": Words(nl="Wat je ziet", en="What you see"),
    "say": Words(nl="Wat je zegt", en="What you say"),
    "leave": Words(nl="Wat je laat", en="What you leave"),
    "own_moment": Words(nl="Een moment van jullie zelf", en="A moment of your own"),
    "play": Words(nl="Jij speelt", en="You play"),
    "time_one": Words(nl="1e keer", en="1st time"),
    "time_two": Words(nl="2e keer", en="2nd time"),
    "time_three": Words(nl="3e keer", en="3rd time"),
    "seen_or_heard": Words(nl="Wat je ziet of hoort", en="What you see or hear"),
    "answer": Words(nl="Antwoord", en="Answer"),
    "paper": Words(nl="papier", en="paper"),
    "file": Words(nl="Bestand, en wie het invult", en="File, and who fills it in"),
    "first_page_table": Words(nl="Wat je wanneer gebruikt", en="What to use when"),
    "whole_kit": Words(nl="{name}-kit", en="{name} kit"),
    "source_place": Words(
        nl="de plek waar de bestanden van dit handboek staan",
        en="the place where the files of this handbook are",
    ),
    "edition": Words(nl="versie {version}, {date}", en="version {version}, {date}"),
    "floor": Words(nl="Praten", en="Speaking"),
    "listens": Words(nl="Luisteren", en="Listening"),
    "everyone": Words(nl="iedereen", en="everyone"),
}

UNITS = {
    "days": (Words(nl="dag", en="day"), Words(nl="dagen", en="days")),
    "weeks": (Words(nl="week", en="week"), Words(nl="weken", en="weeks")),
    "months": (Words(nl="maand", en="month"), Words(nl="maanden", en="months")),
}


def wording(name: str, language: Language) -> str:
    """Return one of the macros' own words."""
    return _WORDS[name][language]


def event_name(vocabulary: Vocabulary, language: Language) -> str:
    """Return what an edition calls a klantarena, as it begins a line."""
    return spoken("Klantarena", vocabulary, language)


def kit_name(vocabulary: Vocabulary, language: Language) -> str:
    """Return what the kit of an edition is called: "Klantarena-kit"."""
    return wording("whole_kit", language).format(name=event_name(vocabulary, language))


def edition_mark(version: str, edition: str, language: Language, kit: str) -> str:
    """Return the mark at the foot of what customers read: "Klantarena-kit 0.1.0, maart 2026".

    `edition` is the date of the texts, as ISO 8601.
    """
    return f"{kit} {version}, {_written(edition, 'MMMM yyyy', language)}"


def edition_said(version: str, edition: str, language: Language) -> str:
    """Return which edition something is of: "versie 0.1.0, 1 maart 2026"."""
    said = _written(edition, "d MMMM yyyy", language)
    return wording("edition", language).format(version=version, date=said)


def _written(day: str, form: str, language: Language) -> str:
    return format_date(date.fromisoformat(day), form, locale=language)


def enumerated(names: list[str], language: Language) -> str:
    """Return names as a phrase: "klanten, medewerkers en gespreksleider"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {wording('and', language)} {names[-1]}"


def capitalised(text: str) -> str:
    """Return the text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]
