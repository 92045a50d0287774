"""A template in small is a drawing of that very template."""

import re
from dataclasses import replace

import pytest

from generators.blocks import (
    Blank,
    Block,
    Card,
    Cards,
    Cell,
    Document,
    Figure,
    Heading,
    LineBreak,
    Link,
    ListItem,
    ListOfItems,
    LongAnswer,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
)
from generators.kit import KitFile
from generators.thumbnail import thumbnail

NAME = Blank("guest.name", "text", "Naam", "[naam]")
TICK = Blank("local.done", "checkbox", "Klaar", "☐")
LONG = Blank("local.heard", "long", "Wat viel op?", "[schrijf hier]", bound=False, lines=4)


def drawn(*blocks: Block, paper: str = "portrait") -> dict[str, list[tuple[int, int, int, int]]]:
    """Return what a document looks like in small: (x, y, width, height) of each mark, by kind."""
    document = Document(
        identifier="sample",
        title="Een blad",
        subject="Om te tekenen",
        language="nl",
        version="1.0.0",
        edition="2026-11-22",
        header=(),
        paper=paper,  # type: ignore[arg-type]
        loose=False,
        blocks=blocks,
    )
    return marks(thumbnail(document).drawing)


def marks(drawing: str) -> dict[str, list[tuple[int, int, int, int]]]:
    found = {}
    for kind, path in re.findall(r'<path class="thumbnail__(\w+)" d="([^"]*)"/>', drawing):
        found[kind] = [
            tuple(int(number or 0) for number in mark)
            for mark in re.findall(r"M(-?\d+) (-?\d+)(?:h(\d+))?(?:v(\d+))?", path)
        ]
    return found


def paragraph(*content: Text | Blank | LineBreak | Link) -> Paragraph:
    return Paragraph(content)


def cell(text: str) -> Cell:
    return Cell((paragraph(Text(text)),))


FOOT = 2  # strokes of text that stand below every page


def test_a_longer_text_has_more_lines_and_the_last_is_as_long_as_it_is():
    """A few words are one short line; fifty take several, all but the last nearly full."""
    (short,) = drawn(paragraph(Text("Beste klant,")))["text"][:-FOOT]
    lines = drawn(paragraph(Text("woorden " * 50)))["text"][:-FOOT]
    assert len(lines) > 3
    assert short[2] < lines[0][2] / 3
    assert all(line[2] > 0.9 * lines[0][2] for line in lines[:-1])


def test_columns_of_a_table_have_their_true_widths():
    """A table of one to three has its second column at a quarter of the width."""
    table = Table((cell("A"), cell("B")), ((cell("a"), cell("b")),), (0.25, 0.75), "Tabel")
    seen = drawn(table)
    ((left, _, width, _),) = seen["band"]
    first, second = (mark[0] for mark in seen["bold"])
    assert second - first == pytest.approx(width / 4, abs=1)
    assert first - left < 4
    assert len(seen["line"]) == 1  # a rule below the one row


def test_what_is_to_be_filled_in_stands_where_it_stands():
    """A blank within a sentence is drawn between its words; boxes and answers have their place."""
    seen = drawn(
        paragraph(Text("Beste "), NAME, Text(", welkom bij ons.")),
        ListOfItems((ListItem((TICK, Text("Koffie"))), ListItem((TICK, Text("Thee")))), "check"),
        LongAnswer(LONG, (Text("Wat viel op?"),)),
    )
    before, after = seen["text"][:2]
    blank = seen["blank"][1]  # the first is the organisation's name in the head
    assert before[0] + before[2] < blank[0] < after[0]
    assert before[1] == blank[1] == after[1]
    assert len(seen["box"]) == 2
    known = drawn(paragraph(Text("Beste "), replace(NAME, filled="Ada"), Text(", welkom bij ons.")))
    assert len(known["text"]) == 1 + FOOT  # what is known already is a word like any other
    ((_, _, _, height),) = seen["answer"]
    shorter = drawn(LongAnswer(replace(LONG, lines=2)))["answer"][0][3]
    assert height == pytest.approx(2 * shorter, abs=shorter / 2)


def test_cards_are_drawn_in_their_grid():
    """Eight cards of two by four are four rows, each with three upright lines to cut along."""
    cards = tuple(Card((NAME,), (paragraph(Text("Ik luister.")),)) for _ in range(10))
    cuts = drawn(Cards(cards, columns=2, rows=4, size="name"))["cut"]
    assert len([cut for cut in cuts if cut[3]]) == 4 * 3
    assert len({cut[1] for cut in cuts if not cut[3]}) == 5


def test_only_the_first_sheet_is_drawn():
    """What follows a page break, or no longer fits, is not there."""
    one = paragraph(Text("Eerste bladzijde."))
    assert drawn(one, PageBreak(), one) == drawn(one)
    many = drawn(*[Heading(1, (Text("Kop"),)), one] * 60)
    assert 10 < len(many["heading"]) < 40


def test_every_kind_of_block_is_drawn():
    """Each kind of block leaves something on the sheet."""
    empty = drawn()
    svg = '<svg viewBox="0 0 100 50"><desc>x</desc></svg>'
    for block in (
        Title((Text("Titel"),)),
        Heading(3, (Text("Kop"),)),
        Paragraph((Link((Text("een adres"),), "https://voorbeeld.nl"),), "small"),
        Paragraph((Text("Zeg dit hardop."),), "quote"),
        Paragraph((Text("Eerst"), LineBreak(), Text("daarna")), "lead"),
        ListOfItems((ListItem((Text("Een"),), (ListOfItems((ListItem((Text("a"),)),)),)),)),
        Figure(svg, "Een tekening", 100, (Text("Onderschrift"),)),
        Cards((Card((Text("Ingang"),), ()),), 1, 1, "sign"),
    ):
        assert drawn(block) != empty, block


def test_nothing_lies_beside_the_paper(kit: dict[str, KitFile]):
    """On the sheet of every template all marks lie within its edges."""
    for name, file in kit.items():
        width, height = (int(size) for size in file.thumbnail.view.split()[2:])
        assert (width > height) == (file.template.word.paper == "landscape")
        for kind, found in marks(file.thumbnail.drawing).items():
            for x, y, across, down in found:
                assert x >= 0, (name, kind)
                assert x + across <= width, (name, kind)
                assert 0 <= y <= y + down <= height, (name, kind)


def test_every_template_has_a_picture_of_its_own_and_a_light_one(kit: dict[str, KitFile]):
    """No two templates of a language look the same, and none weighs more than 3 kB."""
    seen: dict[tuple[str, str], str] = {}
    for file in kit.values():
        key = (file.template.language, file.thumbnail.drawing)
        assert seen.setdefault(key, file.template.identifier) == file.template.identifier
        assert len(file.thumbnail.drawing) < 3000, file.name


def test_a_picture_has_no_colours_of_its_own(kit: dict[str, KitFile]):
    """Every mark takes its colour from the style sheet, so that dark and brand are followed."""
    for file in kit.values():
        assert not re.search(r"fill=|stroke=|style=|#", file.thumbnail.drawing)
