"""Documents that use every kind of block, in both languages: what the checks look at."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from generators.blocks import (
    Blank,
    BlankKind,
    Block,
    Card,
    Cards,
    Cell,
    Document,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    ListOfItems,
    LongAnswer,
    Option,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
)
from handbook.model import Brand, Words

Language = Literal["nl", "en"]
Chooser = Callable[[str, str], str]

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    '<circle cx="32" cy="32" r="28" fill="none" stroke="#0E5A64" stroke-width="6"/>'
    '<circle cx="32" cy="32" r="13" fill="#B5471F"/></svg>'
)
RINGS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><title>Rings</title>'
    '<circle cx="320" cy="320" r="250" fill="none" stroke="#D9CFC3" stroke-width="44"/>'
    '<circle cx="320" cy="320" r="140" fill="none" stroke="#F1DCCB" stroke-width="48"/>'
    '<circle cx="320" cy="180" r="15" fill="#B5471F"/>'
    '<circle cx="441" cy="390" r="15" fill="#B5471F"/>'
    '<circle cx="199" cy="390" r="15" fill="#B5471F"/>'
    '<circle cx="320" cy="70" r="13" fill="#fff" stroke="#0E5A64" stroke-width="3"/>'
    '<circle cx="570" cy="320" r="13" fill="#fff" stroke="#0E5A64" stroke-width="3"/>'
    '<circle cx="70" cy="320" r="13" fill="#fff" stroke="#0E5A64" stroke-width="3"/></svg>'
)
BRAND = Brand(
    ink="#1F2A30",
    ground="#FBF7F1",
    paper="#FFFFFF",
    outer="#0E5A64",
    inner="#B5471F",
    line="#D9CFC3",
    band="#F1DCCB",
    font="Calibri",
    font_fallback="Arial",
    logo=LOGO,
    logo_description=Words(nl="Logo: een ring in een ring", en="Logo: a ring within a ring"),
)


def in_language(language: Language) -> Chooser:
    return lambda nl, en: nl if language == "nl" else en


def text(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words))


def item(words: str, *children: ListOfItems) -> ListItem:
    return ListItem(text(words), children)


def cell(*content: Inline | str, header: bool = False) -> Cell:
    line = tuple(Text(piece) if isinstance(piece, str) else piece for piece in content)
    return Cell((Paragraph(line),), is_header=header)


def blank(path: str, label: str, kind: BlankKind = "text", **more: object) -> Blank:
    """Give a blank whose placeholder is its label between brackets."""
    placeholder = "" if kind == "checkbox" else f"[{label.lower()}]"
    return Blank(path, kind, label, placeholder, **more)  # type: ignore[arg-type]


def document(identifier: str, language: Language, title: str, *blocks: Block) -> Document:
    say = in_language(language)
    organisation = blank("organisation.name", say("Naam van de organisatie", "Organisation"))
    return Document(
        identifier=identifier,
        title=title,
        subject="Klantarena",
        language=language,
        version="0.1.0",
        edition="2026-03-01",
        header=(organisation,),
        paper="portrait",
        loose=False,
        blocks=blocks,
    )


def letter(language: Language) -> Document:
    say = in_language(language)
    date = blank("event.date", say("Datum", "Date"), "date")
    made = document(
        "invitation",
        language,
        say("Uitnodiging voor klanten", "Invitation for customers"),
        Paragraph(
            (
                Text(say("Beste ", "Dear ")),
                blank("guest.name", say("Naam van de gast", "Name of the guest")),
                Text(","),
            )
        ),
        Paragraph(
            (
                Text(
                    say(
                        "Wij willen graag van u horen hoe het echt gaat. Daarom nodigen wij u uit "
                        "voor een ",
                        "We would like to hear from you how things really are. That is why we "
                        "invite you to a ",
                    )
                ),
                Text("klantarena", bold=True, italic=language == "en"),
                Text(
                    say(
                        ": een gesprek waarin u vertelt en wij luisteren. Op ",
                        ": a conversation in which you talk and we listen. On ",
                    )
                ),
                date,
                Text(say(" praten wij met klanten over ", " we meet customers to talk about ")),
                blank("event.theme", say("Thema", "Theme")),
                Text(say(". U hoeft niets voor te bereiden.", ". You need not prepare anything.")),
            )
        ),
        Heading(1, text(say("Hoe gaat het?", "How does it go?"))),
        ListOfItems(
            (
                item(say("U zit in de binnenring.", "You sit in the inner ring.")),
                item(
                    say("Onze medewerkers luisteren.", "Our employees listen."),
                    ListOfItems(
                        (
                            item(say("Na de pauze vragen zij door.", "Later they may ask.")),
                            item(say("U kiest wat u vertelt.", "You choose what to tell.")),
                        )
                    ),
                ),
                item(say("De gespreksleider let op de tijd.", "The facilitator minds the time.")),
            )
        ),
        Heading(1, text(say("Wanneer en waar", "When and where"))),
        Table(
            header=(),
            rows=(
                (cell(say("Wanneer", "When"), header=True), cell(date)),
                (
                    cell(say("Hoe laat", "What time"), header=True),
                    cell("15.30", LineBreak(), say("Inloop vanaf 15.00", "Doors open at 15:00")),
                ),
                (
                    cell(say("Waar", "Where"), header=True),
                    cell(blank("venue.name", say("Naam van de zaal", "Name of the venue"))),
                ),
            ),
            widths=(0.25, 0.75),
            caption=say("Wanneer en waar", "When and where"),
            description=say("De dag, de tijd en de plaats", "The day, the time and the place"),
        ),
        Paragraph(
            (
                Text(say("Meer leest u op ", "Read more on ")),
                Link(
                    text(say("onze pagina voor gasten", "our page for guests")),
                    "https://example.org/klantarena?a=1&b=2",
                ),
                Text("."),
            )
        ),
        Paragraph(
            (
                Text(say("Met vriendelijke groet,", "Kind regards,")),
                LineBreak(),
                blank("lead.name", say("Trekker", "Lead")),
            )
        ),
        Paragraph(text(say("Lukt het niet? Bel ons.", "Not able to come? Ring us.")), "small"),
    )
    return replace(made, loose=True)


def form(language: Language) -> Document:
    say = in_language(language)

    def answer(path: str, label: str, lines: int, *, bound: bool = False) -> LongAnswer:
        return LongAnswer(blank(path, label, "long", bound=bound, lines=lines), text(label))

    seat = blank(
        "local.seat",
        say("Je plek", "Your seat"),
        "choice",
        options=(
            Option("inner", say("In de binnenring", "In the inner ring")),
            Option("outer", say("In de buitenring", "In the outer ring")),
        ),
    )
    ticks = (
        say(
            "Ik heb mijn drie belangrijkste zinnen onderstreept en aan de verslaglegger gegeven, "
            "ook de zinnen waarover ik twijfelde.",
            "I have underlined my three most important sentences and handed them to the "
            "note-taker, also those I had doubts about.",
        ),
        say("Ik heb mijn naam genoemd bij één actiepunt.", "I put my name to an action point."),
    )
    return document(
        "observation",
        language,
        say("Kijkformulier", "Observation form"),
        Title(text(say("Wat viel je op?", "What struck you?"))),
        Paragraph(
            text(
                say(
                    "Jij zwijgt en schrijft op wat je hoort: letterlijke woorden.",
                    "You say nothing and write down what you hear: their very words.",
                )
            ),
            "lead",
        ),
        Paragraph((Text(say("Je plek: ", "Your seat: ")), seat)),
        Paragraph(
            text(
                say(
                    "“Ik belde drie keer” is bruikbaar. “Klant is ontevreden” niet meer.",
                    "“I rang three times” is useful. “Customer is unhappy” no longer is.",
                )
            ),
            "quote",
        ),
        Heading(1, text(say("Ronde 1", "Round 1"))),
        answer("local.heard", say("Wat hoorde je?", "What did you hear?"), 6),
        answer("local.felt", say("Wat deed dat?", "What did that do?"), 4, bound=True),
        LongAnswer(blank("local.more", say("Wat nog meer?", "What else?"), "long", bound=False)),
        PageBreak(),
        Heading(1, text(say("Ronde 2", "Round 2"))),
        paragraph(say("Zo vraag je door:", "This is how you probe:")),
        ListOfItems(
            (
                item(say("Vraag naar een voorbeeld.", "Ask for an example.")),
                item(
                    say("Vraag wat er daarna gebeurde.", "Ask what happened next."),
                    ListOfItems(
                        (
                            item(say("En toen?", "And then?")),
                            item(say("Wie was erbij?", "Who was there?")),
                        ),
                        "number",
                    ),
                ),
                item(say("Vat samen in hun woorden.", "Sum up in their words.")),
            ),
            "number",
        ),
        paragraph(say("En dit laat je:", "And this you leave:")),
        ListOfItems(
            (item(say("uitleggen", "explaining")), item(say("verdedigen", "defending"))), "number"
        ),
        Heading(2, text(say("Voordat je naar huis gaat", "Before you go home"))),
        ListOfItems(
            tuple(
                ListItem((blank(f"local.done_{number}", words, "checkbox"), Text(f" {words}")))
                for number, words in enumerate(ticks, start=1)
            ),
            "check",
        ),
        Heading(3, text(say("In je eigen woorden", "In your own words"))),
        Paragraph((blank("local.free", say("Vrije ruimte", "Free space"), "long", bound=False),)),
    )


def checklist(language: Language) -> Document:
    say = in_language(language)
    tasks = (
        say("Zaal reserveren, ook voor rolstoelen", "Book a room that wheelchairs can enter"),
        say("Klanten uitnodigen: vraag er zestien", "Invite customers: ask sixteen"),
        say("Gespreksleider vragen", "Ask a facilitator"),
        say("Medewerkers uitleggen wat zwijgen vraagt", "Explain what saying nothing asks"),
        say("Ringleiding of schrijftolk regelen", "Arrange a hearing loop"),
        say("Stoelen in twee ringen zetten", "Set the chairs in two rings"),
    )

    def phase(number: int) -> Table:
        return Table(
            header=(
                cell(say("Klaar", "Done")),
                cell(say("Taak", "Task")),
                cell(say("Wie", "Who")),
                Cell((paragraph(say("Weken", "Weeks")),), "right"),
            ),
            rows=tuple(
                (
                    cell(blank(f"checks.task_{number}_{row}", task, "checkbox")),
                    cell(task),
                    cell(blank(f"checks.who_{number}_{row}", say("Naam", "Name"))),
                    Cell((paragraph("8"),), "right"),
                )
                for row, task in enumerate(tasks * number, start=1)
            ),
            widths=(0.08, 0.62, 0.2, 0.1),
            caption=say(f"Taken van fase {number}", f"Tasks of phase {number}"),
        )

    title = say("Tijdlijn en checklist", "Timeline and checklist")
    made = document(
        "timeline",
        language,
        title,
        Title(text(title)),
        Paragraph(text(say("Vink af wat klaar is.", "Tick what is done.")), "lead"),
        *(
            block
            for number in (1, 2, 3)
            for block in (Heading(1, text(say(f"Fase {number}", f"Phase {number}"))), phase(number))
        ),
    )
    return replace(made, paper="landscape")


def plan(language: Language) -> Document:
    say = in_language(language)
    states = (
        Option("open", "Open"),
        Option("busy", say("Bezig", "Under way")),
        Option("done", say("Klaar", "Done")),
    )
    labels = (
        say("Opdracht", "Assignment"),
        say("Wie", "Who"),
        say("Klaar op", "Done by"),
        say("Stand", "State"),
    )

    def assignment(row: int) -> tuple[Cell, ...]:
        path = f"lists.actions.{row}"
        return (
            cell(blank(f"{path}.what", labels[0])),
            cell(blank(f"{path}.who", labels[1])),
            cell(blank(f"{path}.by", labels[2], "date")),
            cell(blank(f"{path}.state", labels[3], "choice", options=states)),
        )

    def change(row: int, theme: str) -> tuple[Cell, ...]:
        first_then = (item(say("eerst", "first")), item(say("dan", "then")))
        note = Paragraph(text(say("met een toelichting", "with a note")), "small")
        long = blank(f"local.change_{row}", theme, "long", bound=False, lines=3)
        return (
            Cell((paragraph(theme), note, ListOfItems(first_then))),
            Cell((LongAnswer(long),)),
        )

    title = say("Actieplan", "Action plan")
    made = document(
        "action_plan",
        language,
        title,
        Title(text(title)),
        Paragraph(
            (
                Text(say("Klantarena van ", "Klantarena of ")),
                blank("event.date", say("Datum", "Date"), "date"),
                Text("."),
            )
        ),
        Heading(1, text(say("Wat gaan we doen?", "What will we do?"))),
        Table(
            header=tuple(cell(label) for label in labels),
            rows=tuple(assignment(row) for row in range(1, 7)),
            widths=(0.46, 0.2, 0.18, 0.16),
            caption=say("Opdrachten", "Assignments"),
            repeating="actions",
            handwriting=True,
        ),
        paragraph(say("Een rij te weinig? Klik op het plusje.", "One row short? Click the plus.")),
        Heading(1, text(say("Wat heeft de klant eraan?", "What is in it for the customer?"))),
        Table(
            header=(cell(say("Thema", "Theme")), cell(say("Wat wordt anders", "What changes"))),
            rows=(
                change(1, say("Wachten", "Waiting")),
                change(2, say("Uitleg", "Explaining")),
            ),
            widths=(0.35, 0.65),
            caption=say("Wat de klant merkt", "What the customer notices"),
        ),
    )
    return replace(made, loose=True)


def cards(language: Language, columns: int = 2, rows: int = 4, count: int = 11) -> Document:
    say = in_language(language)
    rules = (
        (
            say("Ieder woord telt", "Every word counts"),
            say("Niemand maakt je zin af.", "Nobody finishes your sentence."),
        ),
        (
            say("Praat over jezelf", "Speak for yourself"),
            say("Zeg wat jij meemaakte.", "Say what happened to you."),
        ),
        (
            say("Geen welles-nietes", "No yes-it-is, no-it-isn't"),
            say("Klopt het niet? Schrijf het op.", "Not true? Write it down."),
        ),
    )
    chosen = [rules[index % len(rules)] for index in range(count)]
    return document(
        f"cards_{columns}_{rows}",
        language,
        say("Kaartjes met spelregels", "Cards with ground rules"),
        Title(text(say("Spelregels op tafel", "Ground rules on the table"))),
        paragraph(say("Print ze op stevig papier.", "Print them on stiff paper.")),
        Cards(
            tuple(Card(text(rule), (paragraph(why),)) for rule, why in chosen),
            columns,
            rows,
        ),
    )


def room(language: Language) -> Document:
    say = in_language(language)
    ring, chairs, tables = say("Ring", "Ring"), say("Stoelen", "Chairs"), say("Tafels", "Tables")
    return document(
        "room",
        language,
        say("De zaal", "The room"),
        Title(text(say("Zo zet je de stoelen", "How to set the chairs"))),
        Figure(
            RINGS,
            say("Twee ringen om elkaar", "Two rings, one around the other"),
            110,
            text(say("Gevuld: klant.", "Filled: customer.")),
        ),
        Heading(1, text(say("Let op", "Mind"))),
        paragraph(say("Laat twee doorgangen vrij.", "Leave two passages free.")),
        Table(
            header=(cell(ring), cell(chairs)),
            rows=((cell(say("Binnen", "Inner")), cell("12")),),
            widths=(0.5, 0.5),
            caption=chairs,
        ),
        Table(
            header=(cell(tables), cell(say("Aantal", "Number"))),
            rows=((cell(say("Sta", "High")), cell("4 & <5>")),),
            widths=(0.5, 0.5),
            caption=tables,
        ),
        LongAnswer(blank("local.notes", say("Notities", "Notes"), "long", bound=False, lines=9)),
    )


def documents() -> list[Document]:
    """Give every sample in both languages."""
    languages: tuple[Language, ...] = ("nl", "en")
    return [
        made
        for language in languages
        for made in (
            letter(language),
            form(language),
            checklist(language),
            plan(language),
            cards(language),
            cards(language, 2, 2, 4),
            room(language),
        )
    ]
