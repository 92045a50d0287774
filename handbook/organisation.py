"""What an organisation may change: the keys of organisation.yml, typed and frozen.

All of them may be left out. How they are laid over the handbook stands in `overlay.py`.
"""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from handbook.document import shown
from handbook.model import (
    ADDRESS,
    CONTACT,
    WEB_ADDRESS,
    ChoiceName,
    Colour,
    Condition,
    File,
    Font,
    FontFiles,
    Identifier,
    Language,
    PresetName,
    Record,
    Slug,
    Vocabulary,
    Words,
)

EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"

LONGEST_TEXT = 500
"""What a blank or a head can bear, in characters."""


def _in_each_language(value: Any, info: ValidationInfo) -> Any:
    """Read one text as the text of both languages; `info.context` holds those of the edition."""
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise said(f"this text has {len(value)} characters", f"write at most {LONGEST_TEXT}")
    if isinstance(value, str) and value.strip():
        return {"nl": value, "en": value}
    if isinstance(value, dict):
        languages: Sequence[str] = info.context or ()
        if len(languages) == 1 and set(value) == set(languages):
            return dict.fromkeys(("nl", "en"), value[languages[0]])
        return value
    if value is None or isinstance(value, str):
        raise said("nothing stands here", "write a text behind the colon, or remove the line")
    if isinstance(value, list):
        raise said("a list stands where one text is expected", "write one text")
    raise said(f"{shown(value)} is not read as text here", f'put it in quotes: "{value}"')


def said(what: str, remedy: str) -> PydanticCustomError:
    """Return a mistake in our own words, for `messages` to pass on."""
    return PydanticCustomError("said", "{what}; {remedy}", {"what": what, "remedy": remedy})


_EITHER: Any = str | Words
OneOrTwo = Annotated[Words, BeforeValidator(_in_each_language, json_schema_input_type=_EITHER)]
"""One text for both languages, or one for each."""


class Colours(Record):
    """The colours of the house style; the first two are enough, all others follow from them."""

    main: Colour | None = None
    """The colour people know you by: buttons, links, the outer ring, the lines in Word."""
    accent: Colour | None = None
    """The second colour, used sparingly: the inner ring and what stands out."""
    text: Colour | None = None
    """Text and headings; without it, nearly black with a touch of the main colour."""
    background: Colour | None = None
    """The background of the pages; without it, nearly white with a touch of the accent."""


class Fonts(Record):
    """The letters of the house style."""

    site: Font | None = None
    """The letter on the site; it is used where the visitor's computer has it."""
    files: FontFiles = FontFiles()
    """Files of the site's letter, for visitors who do not have it; see its licence first."""
    word: Font | None = None
    """The letter in Word; it is used where the reader's computer has it."""


class Contact(Record):
    """Whom customers can reach; stands in letters and forms."""

    name: OneOrTwo | None = None
    """A person or a team."""
    email: Annotated[str, StringConstraints(pattern=EMAIL)] | None = None
    """An e-mail address."""
    phone: OneOrTwo | None = None
    """A telephone number, also answered on the day itself."""
    website: OneOrTwo | None = None
    """The organisation's website."""
    department: OneOrTwo | None = None
    """The department that holds the session."""
    address: OneOrTwo | None = None
    """Street and number, postcode and town."""


class OwnItem(Record):
    """A task of your own on a checklist."""

    id: Identifier
    """A short name in small letters, as key_holder; stays the same when the text is reworded."""
    text: OneOrTwo
    """What to do, or what is true when it is done."""
    moment: Identifier
    """When: a moment of the timeline, as practical_check."""
    role: Identifier
    """Who: a role, as host_coordinator."""
    only: Condition = Condition()
    """Only with these choices."""


class OwnChecklist(Record):
    """What you change in a checklist."""

    add: tuple[OwnItem, ...] = ()
    """Tasks of your own; they come after ours."""
    leave_out: tuple[Identifier, ...] = ()
    """Tasks of ours that you do not want, by their id in handbook.yml."""


class OwnKit(Record):
    """What you change in the kit."""

    leave_out: tuple[Slug, ...] = ()
    """Templates you do not offer, by the name of their page, as expenses-form."""


Number = Annotated[Any, WithJsonSchema({"type": ["number", "string"]})]


class Organisation(Record):
    """Everything that an organisation's own edition does differently."""

    name: OneOrTwo | None = None
    """The organisation's name; stands in the head of the site and in every Word file."""
    logo: File | None = None
    """An SVG or PNG file in this project, as organisation/logo.svg."""
    logo_dark: File | None = None
    """The same on a dark background, where the first cannot be seen there."""
    logo_description: OneOrTwo | None = None
    """What people hear who cannot see the logo; without it, the organisation's name."""
    colours: Colours = Colours()
    """The colours of your house style."""
    fonts: Fonts = Fonts()
    """The letters of your house style."""
    contact: Contact = Contact()
    """Whom customers can reach; is filled in already wherever it is asked for."""
    privacy_officer: OneOrTwo | None = None
    """How to reach the privacy officer; an e-mail address will do."""
    complaints: OneOrTwo | None = None
    """Where customers can make a complaint: address, telephone number or web page."""
    site: Annotated[str, StringConstraints(pattern=ADDRESS)] | None = None
    """Address of your site, ending in a slash; links in Word files begin with it."""
    source: Annotated[str, StringConstraints(pattern=WEB_ADDRESS)] | None = None
    """Web address where the source of your edition stands."""
    mistakes: Annotated[str, StringConstraints(pattern=CONTACT)] | None = None
    """Mail or web address for "Report a mistake"; without it, the e-mail address of contact."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=2)] | None = None
    """nl, en or both; the first one stands at the root of the site."""
    method_name: OneOrTwo | None = None
    """What you call a klantarena; in the head of the site and wherever the word stands."""
    words: Vocabulary = Vocabulary()
    """What you say instead of klant, medewerker or gespreksleider, in both languages."""
    numbers: dict[str, Number] = Field(default={})
    """Numbers, distances and times of handbook.yml that you change, as rings.inner.target: 10."""
    checklists: dict[Identifier, OwnChecklist] = Field(default={})
    """Tasks to add to a checklist or to leave out, as venue: {leave_out: [gift]}."""
    preset: PresetName | None = None
    """The combination of choices that holds where nothing is chosen: A, B or C."""
    choices: dict[ChoiceName, Identifier] = Field(default={})
    """Or choose by yourself: round2 and round3, each with one of its modes."""
    kit: OwnKit = OwnKit()
    """Which templates you offer."""
