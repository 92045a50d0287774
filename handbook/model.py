"""The method as data: what handbook.yml may hold, typed and frozen.

The docstrings and descriptions become the JSON Schema that explains each key in an editor.
Which values go together is checked in `checks.py`; what follows from them is reckoned in
`numbers.py` and `schedule.py`.
"""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["nl", "en"]
ChoiceName = Literal["round2", "round3"]
RoundName = Literal["round1", "round2", "round3"]
Party = Literal["customers", "employees", "facilitator"]
Parties = Annotated[tuple[Party, ...], Field(min_length=1)]
FieldType = Literal[
    "text", "long", "date", "time", "choice", "checkbox", "email", "phone", "number"
]

_FACT = "F(00[1-9]|0[1-9][0-9]|1[0-9]{2}|2[01][0-9]|22[0-8])"
FACT = rf"^(own|{_FACT})$"
FACTS = rf"^{_FACT}(-{_FACT})?$"
OFFSET = r"^([+-][1-9][0-9]{0,2} (days?|weeks?|months?)|0 days)$"
IDENTIFIER = r"^[a-z][a-z0-9_]*$"
SLUG = r"^[a-z0-9][a-z0-9/-]*$"
PRESET = r"^[A-Z]$"
COLOUR = r"^#[0-9A-Fa-f]{6}$"
CLOCK_TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
VERSION = r"^[0-9]+\.[0-9]+\.[0-9]+$"
ADDRESS = r"^https?://[^\s/]+(/[^\s]*)?/$"
CONTACT = r"^(https?://\S+|[^@\s]+@[^@\s]+)$"
WEB_ADDRESS = r"^https?://[^\s/]+(/\S*)?$"
TERM = r"^[^\W\d_](?:[\w '’-]{0,38}\w)?$"
# No quotes, no markup: the name goes into style sheets and into Word.
FILE = r"^[^\\:]{1,200}$"
FONT = r"^[^\W_](?:[\w .+-]{0,58}[\w+])?$"

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
PresetName = Annotated[str, StringConstraints(pattern=PRESET)]
Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
ClockTime = Annotated[str, StringConstraints(pattern=CLOCK_TIME)]
Offset = Annotated[str, StringConstraints(pattern=OFFSET)]
Font = Annotated[str, StringConstraints(pattern=FONT)]
File = Annotated[str, StringConstraints(pattern=FILE, strip_whitespace=True)]
"""A path seen from the project's folder, with slashes."""
Term = Annotated[str, StringConstraints(pattern=TERM)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
FactRange = Annotated[str, StringConstraints(pattern=FACTS)]
WholeMinutes = Annotated[int, Field(ge=1, le=600, strict=True)]
People = Annotated[int, Field(ge=1, le=60, strict=True)]
Level = Annotated[int, Field(ge=1, le=3, strict=True)]
Sources = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=FACT)], ...], Field(min_length=1)
]
"""Where a value comes from: fact numbers (F001 to F228), or "own" for our own default."""


class Record(BaseModel):
    """The common ground of all keys: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Words(Record):
    """The same text in both languages."""

    nl: Text
    """The Dutch text."""
    en: Text
    """The English text (British spelling)."""

    def __getitem__(self, language: Language) -> str:
        """Return the text in one language."""
        return self.nl if language == "nl" else self.en


class Edition(Record):
    """Which edition of the texts this is; stands in every footer."""

    version: Annotated[str, StringConstraints(pattern=VERSION)]
    """Three numbers, as in "1.2.0"."""
    date: Annotated[str, StringConstraints(pattern=DAY)]
    """The day of this edition, as in "2026-11-22"."""


class Publication(Record):
    """Where the handbook is published and where people write to."""

    address: Annotated[str, StringConstraints(pattern=ADDRESS)]
    """Address of the site, ending in a slash; links in Word files begin with it."""
    mistakes: Annotated[str, StringConstraints(pattern=CONTACT)]
    """Mail address or web address for "Report a mistake"."""
    source: Annotated[str, StringConstraints(pattern=WEB_ADDRESS)] | None = None
    """Where the source of this edition stands, for whoever wants to see or use it."""
    publisher: Words | None = None
    """The organisation whose edition this is; comes from organisation.yml."""
    name: Words | None = None
    """What the site is called, where it is not "klantarena"; comes from organisation.yml."""


class Logo(Record):
    """The logo of an organisation."""

    file: File
    """An SVG or PNG file, seen from the project's folder."""
    dark: File | None = None
    """The same on a dark background; without it, the logo stands on a light plate there."""
    description: Words
    """What people hear who cannot see it."""


class FontFiles(Record):
    """The files of a letter, woff2 if there is a choice; seen from the project's folder."""

    regular: File | None = None
    """Ordinary text."""
    bold: File | None = None
    """Headings and what stands out."""
    italic: File | None = None
    """Words with a slant."""
    bold_italic: File | None = None
    """Both."""


class Brand(Record):
    """Colours, letter and logo of the site and the Word files."""

    ink: Colour
    """Text and headings."""
    ground: Colour
    """The background of the pages."""
    paper: Colour
    """The background of a sheet of paper."""
    outer: Colour
    """The outer ring: links, lines, table accents."""
    inner: Colour
    """The inner ring: the accent, used sparingly."""
    line: Colour
    """Hairlines."""
    band: Colour
    """Soft backgrounds."""
    fill: Colour | None = None
    """Buttons; text on it is light or dark, as it reads best. Without it, the outer ring's."""
    font: Font
    """The letter in Word."""
    font_fallback: Font
    """The letter where the first is not installed."""
    site_font: Font | None = None
    """The letter on the site; without it, one that the visitor's computer has."""
    font_files: FontFiles = FontFiles()
    """Files of that letter, for visitors who do not have it."""
    logo: str
    """Path of an SVG file, seen from the project's folder."""
    logo_description: Words
    """What the logo shows, for people who cannot see it."""
    own_logo: Logo | None = None
    """The organisation's logo, in place of the method's; comes from organisation.yml."""


class DutchWord(Record):
    """What you say instead of a Dutch word."""

    singular: Term
    """For one, as in bewoner."""
    plural: Term
    """For more, as in bewoners."""
    article: Literal["de", "het"] = "de"
    """The word before it; only words with de fit into the texts."""


class EnglishWord(Record):
    """What you say instead of an English word."""

    singular: Term
    """For one, as in resident."""
    plural: Term
    """For more, as in residents."""
    article: Literal["a", "an"] | None = None
    """The word before it; without it, an before a vowel."""


class DutchWords(Record):
    """The Dutch words that you may say differently."""

    klant: DutchWord | None = None
    """Whoever sits in the inner ring."""
    medewerker: DutchWord | None = None
    """Whoever sits in the outer ring."""
    gespreksleider: DutchWord | None = None
    """Whoever leads the conversation."""
    klantarena: DutchWord | None = None
    """The whole; method_name does the same."""


class EnglishWords(Record):
    """The English words that you may say differently."""

    customer: EnglishWord | None = None
    """Whoever sits in the inner ring."""
    employee: EnglishWord | None = None
    """Whoever sits in the outer ring."""
    facilitator: EnglishWord | None = None
    """Whoever leads the conversation."""
    klantarena: EnglishWord | None = None
    """The whole; method_name does the same."""


class Vocabulary(Record):
    """The words that an organisation says instead of ours."""

    nl: DutchWords = DutchWords()
    """In Dutch."""
    en: EnglishWords = EnglishWords()
    """In English."""


class Minutes(Record):
    """How long something takes, in minutes."""

    usual: WholeMinutes
    """What the programme reckons with."""
    least: WholeMinutes | None = None
    """Shorter does not work."""
    most: WholeMinutes | None = None
    """Longer tires people out."""
    source: Sources
    """Facts, or own."""


class Amount(Record):
    """One number of the method."""

    value: Annotated[float, Field(ge=0, le=1000, strict=True, allow_inf_nan=False)]
    """The number itself."""
    source: Sources
    """Facts, or own."""


class Mode(Record):
    """One way to do a round."""

    name: Words
    """Short name, also the label of its tab."""
    summary: Words
    """What happens, in one or two sentences."""
    suits: Words
    """When to choose it."""
    source: Sources
    """Facts, or own."""
    speaks: Parties
    """Who may speak in this round when it is done this way."""
    seating: Literal["rings", "swapped", "groups"] = "rings"
    """Customers inside, employees inside, or mixed groups."""
    minutes: Minutes | None = None
    """Only where it takes longer or shorter than the round usually does."""
    customers: Amount | None = None
    """Only where it wants another number of customers in the inner ring."""


class Step(Record):
    """A question of the help to choose: yes leads to a mode, no to the next question."""

    question: Words
    """To be answered with yes or no."""
    mode: Identifier
    """The mode to choose after a yes."""
    source: Sources
    """Facts, or own."""


class Choice(Record):
    """A round that can be done in more than one way."""

    name: Words
    """What is being chosen."""
    question: Words
    """The question that helps to choose."""
    steps: tuple[Step, ...] = ()
    """Questions in order; after the last no, the default preset's mode is chosen."""
    modes: dict[Identifier, Mode]
    """The ways to do it."""


class Preset(Record):
    """A combination of choices that a source describes."""

    name: Words
    """Its name."""
    summary: Words
    """Whom it suits."""
    round2: Identifier
    """A mode of round 2."""
    round3: Identifier
    """A mode of round 3."""
    source: Sources
    """Facts, or own."""


class Round(Record):
    """One of the three rounds."""

    name: Words
    """What it is called, as in "De klant vertelt"."""
    purpose: Words
    """What it is for, in one sentence."""
    speaks: Parties
    """Who may speak, unless the chosen mode says otherwise."""
    minutes: Minutes
    """How long, unless the chosen mode says otherwise."""
    source: Sources
    """Facts, or own."""


class InnerRing(Record):
    """Customers in the middle."""

    target: Amount
    """How many customers you want to have there."""
    most: Amount
    """More do not get a turn."""
    least_share: Amount
    """Share of the target below which the day is better moved, from 0 to 1."""
    overbooking: Amount
    """How many acceptances for each customer you want to have there."""
    careful_overbooking: Amount
    """The same for an evening, or for people who cancel often."""


class OuterRing(Record):
    """Employees around them."""

    least_ratio: Amount
    """Employees for each customer, at the least."""
    most_ratio: Amount
    """Employees for each customer, at the most: a larger ring makes customers shy."""


class Room(Record):
    """Measures of a room, in metres."""

    chair_pitch: Amount
    """Width of a chair along the ring."""
    ring_gap: Amount
    """Free space between the rings."""
    chair_depth: Amount
    """Depth of a chair."""
    walkway: Amount
    """Free space behind the outer ring."""


class Rings(Record):
    """How many people sit where."""

    inner: InnerRing
    """Customers in the middle."""
    outer: OuterRing
    """Employees around them."""
    room: Room
    """What a room needs."""
    group: Amount
    """People in a mixed group in round 3."""


class Role(Record):
    """Who does what."""

    name: Words
    """As in "trekker"; lower case."""
    tasks: tuple[Words, ...]
    """What this person does, in the order of time."""
    source: Sources
    """Facts, or own."""


class Condition(Record):
    """Holds only when one of the named modes is chosen."""

    round2: tuple[Identifier, ...] = ()
    """Modes of round 2; empty means all."""
    round3: tuple[Identifier, ...] = ()
    """Modes of round 3; empty means all."""


class ProgrammeBlock(Record):
    """One block of the day."""

    id: Identifier
    """Its name in the pages, as in `minutes("break")`; unique in the programme."""
    name: Words
    """As it stands in the programme."""
    what: Words
    """What happens, for the run sheet."""
    who: tuple[Identifier, ...]
    """Roles that are busy with it."""
    minutes: Minutes | None = None
    """How long; leave out where `round` says it."""
    round: RoundName | None = None
    """The round that is held in this block."""
    audience: Literal["team", "employees", "everyone"] = "everyone"
    """Who is there: customers only see what is for everyone."""
    only: Condition = Condition()
    """Only with these choices."""
    screen: Words | None = None
    """What the room screen says then, to everyone; a round shows who may speak and its rules."""
    source: Sources
    """Facts, or own."""


class Signals(Record):
    """When the facilitator's clock says that a block is nearly over."""

    minutes: Annotated[tuple[WholeMinutes, ...], Field(min_length=1)]
    """Minutes before the end of a block, from many to few."""
    source: Sources
    """Facts, or own."""


class Programme(Record):
    """The day, block after block."""

    welcome_at: ClockTime
    """When the customers come in, as in "15:00"."""
    welcome: Identifier
    """The block that begins then; the blocks before it are reckoned backwards."""
    closing: Identifier
    """The block after which people may go home."""
    ends_by: ClockTime
    """The closing ends at this time or before it, whatever is chosen."""
    food_after: ClockTime
    """A programme that runs past this time needs food, not only drinks."""
    signals: Signals
    """When the facilitator's clock says that a block is nearly over."""
    blocks: tuple[ProgrammeBlock, ...]
    """The blocks in the order of time."""
    source: Sources
    """Where the clock times come from: facts, or own."""


class Moment(Record):
    """A moment of the timeline."""

    id: Identifier
    """Its name in the pages and in the checklists, as in `moment("invitation")`."""
    offset: Offset
    """Signed distance to the day, as in "-8 weeks", "+6 months" or "0 days"."""
    name: Words
    """What happens then, in a few words."""
    source: Sources
    """Facts, or own."""


class ChecklistItem(Record):
    """One thing to do or to check."""

    id: Identifier
    """Unique in all checklists; stays the same when the text is reworded."""
    text: Words
    """What to do, or what is true when it is done."""
    moment: Identifier
    """When: a moment of the timeline."""
    role: Identifier
    """Who: a role."""
    only: Condition = Condition()
    """Only with these choices."""
    source: Sources
    """Facts, or own."""


class Checklist(Record):
    """Things to do that belong together."""

    name: Words
    """Its heading."""
    items: tuple[ChecklistItem, ...]
    """What is on it, in the order of work."""


class GroundRule(Record):
    """A rule in the room."""

    id: Identifier
    """Unique; stays the same when the rule is reworded."""
    text: Words
    """The rule, as one says it."""
    reason: Words
    """Why, in one sentence."""
    holds_for: Parties
    """Who keeps to it."""
    rounds: Annotated[tuple[RoundName, ...], Field(min_length=1)]
    """In which rounds."""
    screen: tuple[RoundName, ...] = ()
    """In which of those rounds it stands on the room screen: a few there, in large letters."""
    only: Condition = Condition()
    """Only with these choices."""
    source: Sources
    """Facts, or own."""


class ListeningLevel(Record):
    """A way of listening."""

    level: Level
    """1, 2 or 3."""
    name: Words
    """Its name, as in "Luisteren om gelijk te krijgen"."""
    text: Words
    """What you do at this level."""
    signs: tuple[Words, ...]
    """How you recognise it."""
    source: Sources
    """Facts, or own."""


class Quality(Record):
    """What a facilitator is or can do."""

    id: Identifier
    """Unique among the requirements and qualities."""
    name: Words
    """In one or two words."""
    text: Words
    """What that means in the room."""
    source: Sources
    """Facts, or own."""


class Facilitator(Record):
    """The person who leads the conversation."""

    requirements: tuple[Quality, ...]
    """Without these it does not work."""
    qualities: tuple[Quality, ...]
    """What makes a good one."""


class Question(Record):
    """A question that can be asked aloud."""

    id: Identifier
    """Unique in its group."""
    text: Words
    """As one says it."""
    source: Sources
    """Facts, or own."""


class Questions(Record):
    """Questions that belong together."""

    name: Words
    """Their heading."""
    items: tuple[Question, ...]
    """The questions in the order of asking."""


class Default(Record):
    """What a blank gets where an event leaves it empty: one of the two."""

    moment: Identifier | None = None
    """For a date: the date of this moment."""
    end_of: Identifier | None = None
    """For a time: when this block of the programme ends."""


class FieldDefinition(Record):
    """A blank that is declared once, for the site, Word, the form and event.yml."""

    type: FieldType
    """What kind of answer it asks for."""
    label: Words
    """Its name; also its placeholder, between square brackets."""
    hint: Words | None = None
    """What to write there."""
    options: dict[Identifier, Words] = {}
    """The possible answers of a choice."""
    filled: Words | None = None
    """What is filled in already, as the organisation's own name; comes from organisation.yml."""
    default: Default | None = None
    """What it gets where an event leaves it empty."""


class FieldGroup(Record):
    """Fields that belong together."""

    name: Words
    """Its heading in forms."""
    fields: dict[Identifier, FieldDefinition]
    """The blanks: `event.date` is the blank `date` of the group `event`."""


class ListDefinition(Record):
    """A list of things with the same columns, as guests or actions."""

    item: Identifier
    """What one row is called in `field("guest.name")`."""
    name: Words
    """Its heading."""
    columns: dict[Identifier, FieldDefinition]
    """The blanks of one row: `guest.name` is the column `name` of the list of guests."""
    delete_at: Identifier | None = None
    """The moment at which the list is thrown away, where it holds names."""


class Layout(Record):
    """How people of one number are divided in an exercise."""

    people: People
    """How many take part, without the trainer."""
    groups: People = 1
    """How many groups sit beside each other."""
    parts: dict[Identifier, People]
    """How many of each group play which part, by the names of `training.parts`."""


class Part(Record):
    """What one can be in an exercise; lower case."""

    one: Words
    """One of them, as in "verteller"."""
    many: Words
    """More of them, as in "vertellers"."""


class WorkshopStep(Record):
    """One step of an exercise."""

    minutes: dict[Identifier, WholeMinutes]
    """How long it takes in each workshop that holds it; a workshop that is not named skips it."""
    what: Words
    """What the trainer does; {minutes} stands for the minutes of this step."""
    say: tuple[Words, ...] = ()
    """What the trainer can say aloud, without quotes; {minutes} may be used here too."""


class Exercise(Record):
    """A part of a workshop, from the welcome to the closing."""

    name: Words
    """As it stands in the programme."""
    goal: Words
    """What people can do or know afterwards, in one sentence."""
    material: tuple[Identifier, ...] = ()
    """What it takes, by the names of `training.material`."""
    layouts: tuple[Layout, ...] = ()
    """Who sits where, for each number of people; none where everyone sits in one ring."""
    steps: Annotated[tuple[WorkshopStep, ...], Field(min_length=1)]
    """What happens, in the order of time; the exercise takes as long as its steps together."""
    happens: tuple[Words, ...] = ()
    """What usually happens, and what the trainer does then."""
    debrief: tuple[Words, ...] = ()
    """Questions for the talk afterwards."""
    source: Sources
    """Facts, or own."""


class Material(Record):
    """Something a workshop takes."""

    name: Words
    """What it is."""
    template: Slug | None = None
    """The page of the kit to print it from, as in role-cards; none for what is not printed."""
    per: Identifier = "set"
    """How many: one "set", one for each "person", for each "group", or for each of one part."""
    how: Words | None = None
    """How to print it, as in "on stiff paper"."""


class Workshop(Record):
    """A training of some hours: exercises in their order."""

    name: Words
    """What it is called."""
    minutes: WholeMinutes
    """How long it takes; the steps of its exercises add up to this."""
    starts_at: ClockTime
    """When it begins in the programme that we print; a trainer may begin at another time."""
    exercises: tuple[Identifier, ...]
    """The exercises in the order of time, by the names of `training.exercises`."""
    material: tuple[Identifier, ...] = ()
    """What it takes besides what its exercises take."""
    source: Sources
    """Facts, or own."""


class RoleCard(Record):
    """A customer to play in the practice arena."""

    id: Identifier
    """Unique; stays the same when the card is reworded."""
    name: Words
    """What this customer is called, as in "De beller"."""
    story: Words
    """What this customer went through."""
    manner: Words
    """How to play this customer."""
    beneath: Words
    """What comes out only when somebody asks well."""


class Case(Record):
    """Something that happened to a customer, to tell in an exercise."""

    id: Identifier
    """Unique; stays the same when the case is reworded."""
    sector: Identifier
    """Where it happened, by the names of `training.sectors`."""
    name: Words
    """A short name, as in "De lekkage"."""
    story: Words
    """What happened, told to the one who tells it on."""
    beneath: Words
    """What it did to the customer; not said at once."""


class Sentence(Record):
    """A customer's sentence, with an answer at each listening level."""

    id: Identifier
    """Unique; stays the same when it is reworded."""
    heard: Words
    """What the customer said."""
    replies: Annotated[tuple[Words, ...], Field(min_length=3, max_length=3)]
    """What an employee says who listens at level 1, 2 and 3."""
    question: Words
    """An example of a question that can take the place of the reply at level 1."""
    kind: Literal["clarifying", "deepening", "idea"]
    """What kind of question that is."""


class Sign(Record):
    """What an observer can see or hear of a listening level."""

    level: Level
    """1, 2 or 3."""
    text: Words
    """What it is, from outside."""


class QuizOption(Record):
    """A possible answer."""

    text: Words
    """As it stands in the quiz."""
    right: bool = False
    """Whether this is the right one."""


class QuizQuestion(Record):
    """A question of the quiz."""

    id: Identifier
    """Unique; stays the same when the question is reworded."""
    text: Words
    """The question."""
    options: Annotated[tuple[QuizOption, ...], Field(min_length=2, max_length=4)]
    """The possible answers; one of them is right."""
    reason: Words
    """Why."""


class DifficultMoment(Record):
    """A moment that a facilitator can rehearse."""

    id: Identifier
    """Unique; stays the same when it is reworded."""
    name: Words
    """What it is, as in "Een stilte"."""
    see: Words
    """What the facilitator sees."""
    say: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What the facilitator can say, without quotes."""
    leave: Words
    """What the facilitator leaves undone."""
    play: Words
    """What the one who plays the other does in the rehearsal."""


class Training(Record):
    """Workshops for whoever will listen, and what there is to practise with."""

    people: Annotated[tuple[People, ...], Field(min_length=1)]
    """For how many people the workshops are made, the trainer left out."""
    parts: dict[Identifier, Part]
    """What one can be in an exercise."""
    material: dict[Identifier, Material]
    """What the workshops take."""
    exercises: dict[Identifier, Exercise]
    """What there is to do."""
    workshops: dict[Identifier, Workshop]
    """Which exercises, in which order, and when."""
    round3: dict[Identifier, Words]
    """How to play round 3 on a small scale, for each of its modes."""
    role_cards: tuple[RoleCard, ...]
    """Customers to play in the practice arena."""
    sectors: dict[Identifier, Words]
    """Where the cases come from, as in "Zorg"."""
    cases: tuple[Case, ...]
    """Stories to tell and to ask about."""
    sentences: tuple[Sentence, ...]
    """Customers' sentences with replies at each level."""
    signs: tuple[Sign, ...]
    """What an observer looks for."""
    quiz: tuple[QuizQuestion, ...]
    """Questions to see what stayed."""
    rehearsal: tuple[DifficultMoment, ...]
    """Difficult moments, for the facilitator."""


class Phase(Record):
    """A part of the handbook, as in "Voorbereiden"."""

    id: Identifier
    """Unique; part of addresses within the site."""
    name: Words
    """As it stands in the menu."""
    pages: tuple[Slug, ...]
    """Paths of its pages, without docs/<language>/ and without .md, in reading order."""


class Handbook(Record):
    """Everything the method says in numbers, dates and lists."""

    edition: Edition
    """Which edition this is."""
    publication: Publication
    """Where it is published."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=2)]
    """The first one stands at the root of the site."""
    brand: Brand
    """Colours, letter and logo."""
    phases: tuple[Phase, ...]
    """The navigation."""
    rounds: dict[RoundName, Round]
    """The three rounds."""
    choices: dict[ChoiceName, Choice]
    """How round 2 and round 3 can be done."""
    presets: dict[PresetName, Preset]
    """Combinations of choices that have a name: A, B and C."""
    default_preset: PresetName
    """The preset that holds where nothing is chosen."""
    default_modes: dict[ChoiceName, Identifier] = {}
    """Modes that hold instead of the preset's where nothing is chosen."""
    rings: Rings
    """How many people sit where."""
    programme: Programme
    """The day, block after block."""
    moments: tuple[Moment, ...]
    """The timeline, from early to late."""
    roles: dict[Identifier, Role]
    """Who does what."""
    checklists: dict[Identifier, Checklist]
    """What to do and to check, by subject."""
    ground_rules: tuple[GroundRule, ...]
    """The rules in the room."""
    listening_levels: tuple[ListeningLevel, ...]
    """Three ways of listening."""
    facilitator: Facilitator
    """What the facilitator needs to be and can do."""
    questions: dict[Identifier, Questions]
    """Questions to ask aloud, by group."""
    training: Training
    """Workshops and what to practise with."""
    fields: dict[Identifier, FieldGroup]
    """Blanks, by group: `event.date` is field `date` of group `event`."""
    lists: dict[Identifier, ListDefinition]
    """Blanks that come in rows."""
    left_out: tuple[Slug, ...] = ()
    """Pages that this edition does not offer, though they are written."""
    vocabulary: Vocabulary = Vocabulary()
    """Words that this edition says instead of ours; comes from organisation.yml."""


def split_offset(offset: str) -> tuple[int, str]:
    """Return a signed offset as number and unit: "-8 weeks" gives (-8, "weeks")."""
    number, unit = offset.split(" ")
    return int(number), unit if unit.endswith("s") else f"{unit}s"


def is_fact(source: str) -> bool:
    """Tell whether a source is a fact number and not our own default."""
    return re.match(FACT, source) is not None and source != "own"
