"""The same document for a pen: lines and boxes where blanks were, and no doubt what goes there."""

from dataclasses import replace

import pytest

from generators.blanks import blanks
from generators.blocks import (
    Blank,
    Block,
    Card,
    Cards,
    Cell,
    Inline,
    LineBreak,
    ListItem,
    ListOfItems,
    LongAnswer,
    Option,
    Paragraph,
    Table,
    Text,
    TickBox,
    WritingLine,
    WritingLines,
)
from generators.handwriting import by_hand
from tests.word import samples
from tests.word.samples import blank, cell, document, text

YES_NO = (Option("yes", "ja"), Option("no", "nee"))


def written(*blocks: Block) -> tuple[Block, ...]:
    return by_hand(document("test", "nl", "Proef", *blocks)).blocks


def line(*content: Inline) -> tuple[Inline, ...]:
    (paragraph,) = written(Paragraph(content))
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


def labels(table: Table) -> list[list[str]]:
    """Return what each cell says: the label above the room to write, or nothing."""
    (made,) = written(table)
    assert isinstance(made, Table)
    return [
        [
            "".join(one.text for block in cell.blocks for one in block.content)  # type: ignore
            for cell in row
        ]
        for row in made.rows
    ]


def answer(path: str, label: str, **more: object) -> Cell:
    return Cell((Paragraph((blank(path, label, **more),)),))


def rows(*lines: tuple[Cell, ...], header: tuple[str, ...]) -> Table:
    return Table(tuple(cell(words) for words in header), lines, (1,) * len(header), "Tabel")


@pytest.mark.parametrize("made", samples.documents(), ids=lambda one: one.identifier)
def test_no_blank_is_left_in_any_document(made):
    """Nothing that only a program can fill in stands on paper, not even in the header."""
    assert [one for one in made.header if isinstance(one, Blank)] != []
    on_paper = by_hand(made)
    assert list(blanks(on_paper.blocks)) == []
    assert not [one for one in on_paper.header if isinstance(one, Blank)]


def test_what_is_filled_in_already_is_printed():
    """The name of an organisation with an edition of its own is not asked again."""
    name = replace(blank("organisation.name", "Naam"), filled="De Linde")
    assert line(Text("Namens "), name) == (Text("Namens "), Text("De Linde"))


def test_a_line_in_a_sentence_says_behind_it_what_goes_there():
    """No placeholder shows, so the label stands in small print: as the placeholder, no brackets."""
    _, made, _ = line(Text("Het gaat over "), blank("event.theme", "Onderwerp"), Text("."))
    assert made == WritingLine("onderwerp", made.length)
    assert made.length >= 40, "long enough for a name"


def test_a_date_takes_a_shorter_line_and_a_sentence_a_longer_one():
    """The length of the line shows how much is asked."""
    lengths = []
    for kind in ("date", "text", "long"):
        _, made, _ = line(Text("Op "), blank("event.x", "Gevraagd", kind), Text(" dus"))
        lengths.append(made.length)
    assert lengths == sorted(set(lengths))


@pytest.mark.parametrize(
    "before",
    ["Onderwerp: ", "Dit stond er al: ", "Dit is het onderwerp van de dag, "],
)
def test_what_the_text_says_is_not_said_again(before):
    """After a colon, or after the very word, a label would only be in the way."""
    _, made, _ = line(Text(before), blank("event.theme", "Onderwerp"), Text(" en meer."))
    assert made.label == ""


def test_two_blanks_after_one_colon_are_told_apart():
    """Where "Bel ons" leaves two lines, each says which it is."""
    made = line(
        Text("Bel ons: "), blank("a.b", "Telefoon"), Text(" of "), blank("a.c", "E-mail"), Text(".")
    )
    assert [one.label for one in made if isinstance(one, WritingLine)] == ["telefoon", "e-mail"]


def test_a_line_at_the_end_of_its_paragraph_reaches_the_margin():
    """Where nothing follows there is no reason to stop; in a quotation the words end before it."""
    *_, made = line(Text("Wat bleef liggen: "), blank("local.a", "Rest"))
    assert made == WritingLine("", 0)
    (quoted,) = written(Paragraph((Text("Ik hoorde "), blank("local.a", "Zin")), "quote"))
    assert quoted.content[-1].length > 0


def test_lines_of_an_address_stand_alone_and_end_alike():
    """Name and date at the head of a letter: each its own line, of one length."""
    made = line(blank("guest.name", "Naam"), LineBreak(), blank("local.d", "Datum van de brief"))
    first, _, second = made
    assert (first.label, second.label) == ("naam", "datum van de brief")
    assert first.length == second.length > 60


def test_a_choice_becomes_its_options_each_behind_a_box():
    """What can be chosen is printed; what would not fit in the line is answered in writing."""
    choice = blank("local.a", "Nemen we op?", "choice", options=YES_NO)
    assert line(Text("Opname? "), choice)[1:] == (
        TickBox(),
        Text("\u00a0ja"),
        Text("  "),
        TickBox(),
        Text("\u00a0nee"),
    )
    wordy = tuple(Option(f"o{n}", "een antwoord van veel woorden") for n in range(3))
    *_, made = line(Text("Kies "), blank("local.b", "Keuze", "choice", options=wordy), Text("."))[
        :2
    ]
    assert isinstance(made, WritingLine)


def test_a_checkbox_becomes_a_box_in_lists_and_cells():
    """A box to tick stays what it is, without its control."""
    tick = blank("local.t", "Klaar", "checkbox")
    (listed,) = written(ListOfItems((ListItem((tick, Text(" Klaar"))),), "check"))
    assert listed.items[0].content == (TickBox(), Text(" Klaar"))
    (made,) = written(rows((Cell((Paragraph((tick,)),)), cell("Stoelen")), header=("Klaar", "Wat")))
    assert made.rows[0][0].blocks == (Paragraph((TickBox(),)),)


def test_a_long_answer_becomes_as_many_lines_as_it_asks_for():
    """A box of four lines is four ruled lines, under its own caption."""
    long = blank("local.heard", "Wat viel op?", "long", bound=False, lines=4)
    assert written(LongAnswer(long, text("Wat viel op?"))) == (
        WritingLines(4, "Wat viel op?", text("Wat viel op?")),
    )


def test_a_cell_is_empty_where_header_or_row_say_what_goes_there():
    """A column "Naam" needs no "naam" in each cell, nor does the row of the facilitator."""
    table = rows(
        (cell("Gespreksleider"), answer("team.facilitator", "Gespreksleider")),
        (cell("Zaal"), answer("local.b", "Naam van de zaal")),
        header=("Taak", "Naam"),
    )
    assert labels(table) == [["Gespreksleider", ""], ["Zaal", ""]]


def test_a_cell_that_asks_something_else_says_so():
    """Below "Mijn naam" a parent may sign: that cell has its label."""
    table = rows(
        (answer("guest.name", "Naam"),),
        (answer("local.parent", "Ouder of voogd"),),
        header=("Mijn naam",),
    )
    assert labels(table) == [[""], ["ouder of voogd"]]


def test_a_label_is_not_repeated_down_a_column():
    """The first row shows how to answer; the rows below it are room to write."""
    table = rows(
        *[(answer(f"local.how{n}", "Brief, mail of bellen"),) for n in range(3)], header=("Hoe",)
    )
    assert labels(table) == [["brief, mail of bellen"], [""], [""]]


def test_who_usually_does_a_task_stands_in_each_row():
    """On a checklist the role is no name of the column: it says whose task it is."""
    table = rows(
        *[(cell("Doe iets"), answer(f"tasks.t{n}.who", "trekker")) for n in range(2)],
        header=("Taak", "Wie"),
    )
    assert labels(table) == [["Doe iets", "trekker"]] * 2


def test_a_long_answer_in_a_cell_keeps_its_room():
    """A cell for three lines is three lines high on paper too."""
    long = blank("local.x", "Wat bleef", "long", bound=False, lines=3)
    (made,) = written(rows((Cell((LongAnswer(long),)),), header=("Wat bleef",)))
    assert made.rows[0][0].blocks == (WritingLines(3, "Wat bleef"),)


def test_rows_that_word_repeats_are_plain_rows_on_paper():
    """There is no "+" on paper: the rows that are there are the rows there are."""
    table = rows(*[(answer(f"lists.a.{n}.b", "Wat"),) for n in (1, 2, 3)], header=("Wat",))
    (made,) = written(replace(table, repeating="a"))
    assert (made.repeating, len(made.rows)) == (None, 3)


def test_a_card_for_a_name_leaves_its_title_to_the_pen():
    """The rule under the title is the line to write on; below it stands what goes there."""
    (made,) = written(Cards((Card((blank("guest.name", "Naam"),), (Paragraph(text("Welkom")),)),)))
    (card,) = made.cards
    assert card.blocks[0] == Paragraph(text("naam"), "label")
    assert not [one for one in card.title if isinstance(one, Blank)]
