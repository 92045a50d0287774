"""What the scripts of my klantarena know: the registry, the words, and all that is reckoned with.

It becomes assets/javascripts/event-data.js, one for each language: the scripts hold no number and
no sentence of their own.
"""

from typing import Any
from urllib.parse import urlsplit

from handbook import numbers
from handbook.choices import Choices, combinations, default_choices
from handbook.event_model import MOST_ROWS, NUMBER, TIME, YEARS
from handbook.file_names import DEVICES
from handbook.model import FieldDefinition, Handbook, Language
from handbook.organisation import EMAIL
from handbook.schedule import clock, programme
from handbook.values import LONGEST
from handbook.vocabulary import spoken
from handbook.working_days import holidays
from macros.calendar_names import DAY_AND_MONTH, LONG_DATE, days, months
from macros.context import BOTH
from macros.event import GUESTS
from macros.event_words import kit_texts, words
from macros.wording import event_name

# Besides its label, what people write above a column of guests.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("naam", "gast", "klant", "guest", "customer", "full name"),
    "contact": ("telefoon", "telefoonnummer", "e-mail", "mail", "phone", "email", "contact"),
    "salutation": ("aanhef", "salutation", "title", "greeting"),
    "language": ("taal", "language"),
    "needs": ("wensen", "bijzonderheden", "dieet", "needs", "diet", "wishes"),
    "invited": ("gevraagd", "invited", "asked"),
    "accepted": ("toegezegd", "ja", "komt wel", "accepted", "coming", "yes"),
    "confirmed": ("confirmed",),
    "reminded": ("reminded",),
    "came": ("aanwezig", "geweest", "came", "present", "attended"),
}


def event_data(handbook: Handbook, language: Language) -> dict[str, Any]:
    """Return everything the scripts know, ready for JSON."""
    return {
        **_dates(handbook, language),
        "words": _said(words(language), handbook, language),
        "fields": {
            f"{group}.{name}": _field(definition, language)
            for group, fields in handbook.fields.items()
            for name, definition in fields.fields.items()
        },
        "groups": {
            group: {
                name: _field(definition, language) for name, definition in fields.fields.items()
            }
            for group, fields in handbook.fields.items()
        },
        "lists": {
            name: {
                "columns": {
                    column: _field(definition, language)
                    | {"headings": _headings(name, column, definition)}
                    for column, definition in known.columns.items()
                }
            }
            for name, known in handbook.lists.items()
        },
        "presets": {
            letter: {"round2": preset.round2, "round3": preset.round3}
            for letter, preset in handbook.presets.items()
        },
        "modes": {name: list(choice.modes) for name, choice in handbook.choices.items()},
        "people": {
            mode: _people(handbook, Choices(default_choices(handbook).round2, mode))
            for mode in handbook.choices["round3"].modes
        },
        "welcome_at": handbook.programme.welcome_at,
        "welcome": handbook.programme.welcome,
        "closing": handbook.programme.closing,
        "ends_by": clock(handbook.programme.ends_by),
        "food_after": clock(handbook.programme.food_after),
        "languages": list(handbook.languages),
        "longest": LONGEST,
        "most_rows": MOST_ROWS,
        "years": [YEARS[0], YEARS[-1]],
        "patterns": {"email": EMAIL, "number": NUMBER, "time": TIME},
    }


def kit_words(handbook: Handbook, language: Language) -> dict[str, Any]:
    """Return the words of the texts that come with a filled kit, in the language of that kit."""
    return {
        "words": _said(kit_texts(language), handbook, language),
        "calendar": _calendar(handbook, language),
        "labels": {
            f"{group}.{name}": definition.label[language]
            for group, fields in handbook.fields.items()
            for name, definition in fields.fields.items()
            if definition.filled is None
        }
        | {f"moments.{moment.id}": moment.name[language] for moment in handbook.moments},
        "guest_labels": {
            name: definition.label[language]
            for name, definition in handbook.lists[GUESTS].columns.items()
        },
    }


def _calendar(handbook: Handbook, language: Language) -> dict[str, Any]:
    """Return what a calendar file says besides its dates."""
    return {
        "product": f"-//Klantarena//{handbook.edition.version}//{language.upper()}",
        "name": event_name(handbook.vocabulary, language),
        "host": urlsplit(handbook.publication.address).hostname or "klantarena",
        "edition": handbook.edition.date,
        "moments": {moment.id: moment.name[language] for moment in handbook.moments},
        "tasks": [
            {
                "id": item.id,
                "moment": item.moment,
                "only": {"round2": item.only.round2, "round3": item.only.round3},
                "text": item.text[language],
                "role": handbook.roles[item.role].name[language],
            }
            for checklist in handbook.checklists.values()
            for item in checklist.items
        ],
    }


def _said(texts: dict[str, str], handbook: Handbook, language: Language) -> dict[str, str]:
    """Return texts in the words of an organisation."""
    return {name: spoken(text, handbook.vocabulary, language) for name, text in texts.items()}


def _field(definition: FieldDefinition, language: Language) -> dict[str, Any]:
    known: dict[str, Any] = {"type": definition.type, "label": definition.label[language]}
    if definition.options:
        known["options"] = {value: said[language] for value, said in definition.options.items()}
    return known


def _headings(name: str, column: str, definition: FieldDefinition) -> list[str]:
    """Return what may stand above a pasted column, in both languages."""
    if name != GUESTS:
        return []
    return [definition.label.nl, definition.label.en, *_HEADINGS.get(column, ())]


def _people(handbook: Handbook, choices: Choices) -> dict[str, int]:
    """Return how many people and chairs belong to a way to do round 3."""
    return {
        "customers": numbers.customers(handbook, choices),
        "least": numbers.customers_least(handbook, choices),
        "most": int(handbook.rings.inner.most.value),
        "acceptances": numbers.acceptances(handbook, choices),
        "careful": numbers.acceptances_careful(handbook, choices),
        "chairs": numbers.chairs(handbook, choices),
        "employees_least": numbers.employees_least(handbook, choices),
        "employees_most": numbers.employees_most(handbook, choices),
    }


def _dates(handbook: Handbook, language: Language) -> dict[str, Any]:
    """Return what dates and times are reckoned with."""
    start = clock(handbook.programme.welcome_at)
    return {
        "holidays": {day.isoformat(): name for day, name in holidays(handbook, language).items()},
        "names": {one: _names(one) for one in handbook.languages},
        "moments": [
            {"id": moment.id, "offset": moment.offset, "name": moment.name[language]}
            for moment in handbook.moments
        ],
        "delete_moment": handbook.lists[GUESTS].delete_at,
        "programme": {
            f"{choices.round2} {choices.round3}": [
                {
                    "id": slot.block.id,
                    "name": slot.block.name[language],
                    "for_customers": slot.block.audience == "everyone",
                    "start": slot.start - start,
                    "end": slot.end - start,
                }
                for slot in programme(handbook, choices)
            ]
            for choices in combinations(handbook, BOTH)
        },
        "defaults": {
            f"{group}.{name}": definition.default.model_dump(exclude_none=True)
            for group, fields in handbook.fields.items()
            for name, definition in fields.fields.items()
            if definition.default is not None
        },
        "tasks": {
            item.id: {"moment": item.moment, "role": item.role}
            for checklist in handbook.checklists.values()
            for item in checklist.items
        },
        "day_format": LONG_DATE,
        "day_format_short": DAY_AND_MONTH,
        "reserved_names": sorted(DEVICES),
    }


def _names(language: Language) -> dict[str, list[str]]:
    return {
        "days": list(days(language)),
        "days_short": list(days(language, "abbreviated")),
        "months": list(months(language)),
        "months_short": list(months(language, "abbreviated")),
    }
