"""What stands on a template page becomes blocks, and what is guidance stays out."""

from pathlib import Path

import pytest

from generators.blocks import (
    Blank,
    Cards,
    Figure,
    Heading,
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
)
from generators.markdown import to_html
from generators.reader import UnreadableError, read

PROJECT = Path(__file__).parents[2]


def blocks_of(markdown: str, tabs: dict[str, bool] | None = None):
    return read(to_html(markdown, PROJECT), tabs or {}, "Test page")


def test_lines_of_one_paragraph_become_one_line_of_text():
    """One sentence per source line reads on as one paragraph, with single spaces."""
    assert blocks_of("Een zin.\nNog   een zin.\n") == (Paragraph((Text("Een zin. Nog een zin."),)),)


def test_bold_italic_and_links_keep_their_style():
    """Bold, italic and both together survive, also within a link."""
    (paragraph,) = blocks_of("Dit is **vet *en schuin*** en [een **link**](https://example.org/).")
    assert Text("en schuin", bold=True, italic=True) in paragraph.content
    assert (
        Link((Text("een "), Text("link", bold=True)), "https://example.org/") in paragraph.content
    )


def test_relative_links_become_plain_text():
    """A link that leads nowhere outside the site is not a link in a document."""
    (paragraph,) = blocks_of("Lees [de pagina](page.md).")
    assert paragraph == Paragraph((Text("Lees "), Text("de pagina"), Text(".")))


def test_headings_move_up_one_level_below_the_title():
    """A second-level heading of the page is a first-level heading below the document's title."""
    assert blocks_of("## Een {: #one }\n\n### Twee {: #two }\n") == (
        Heading(1, (Text("Een"),)),
        Heading(2, (Text("Twee"),)),
    )


def test_nested_lists_hang_below_their_item():
    """A list within an item belongs to that item, numbered or not."""
    (found,) = blocks_of("1. een\n    - kind\n2. twee\n")
    child = ListOfItems((ListItem((Text("kind"),)),), "bullet")
    assert found == ListOfItems(
        (ListItem((Text("een"),), (child,)), ListItem((Text("twee"),))), "number"
    )


def test_a_list_of_boxes_is_a_check_list():
    """Where every item begins with a box to tick, the list is a check list."""
    box = '<span data-path="local.a" data-kind="checkbox" data-label="A">☐</span>'
    (found,) = blocks_of(f"- {box} A\n- {box} B\n")
    assert found.kind == "check"
    assert found.items[0].content[0] == Blank("local.a", "checkbox", "A", "☐")


def test_a_choice_keeps_its_answers_in_order():
    """The possible answers of a choice come through with value and label."""
    options = "{&quot;b&quot;: &quot;Beta&quot;, &quot;a&quot;: &quot;Alfa&quot;}"
    (paragraph,) = blocks_of(
        f'<span data-path="local.x" data-kind="choice" data-label="X" '
        f'data-options="{options}">[x]</span>'
    )
    (blank,) = paragraph.content
    assert blank.options == (Option("b", "Beta"), Option("a", "Alfa"))


def test_guidance_boxes_stay_out():
    """A box with advice for whoever fills it in is on the site only."""
    text = "Voor.\n\n/// advice | Ons advies\nNiet in Word.\n///\n\nNa.\n"
    assert blocks_of(text) == (Paragraph((Text("Voor."),)), Paragraph((Text("Na."),)))


def test_only_the_chosen_tab_is_kept():
    """Of the tabs of a choice only the text of the chosen mode stands in the document."""
    text = "/// tab | Een\nEerste.\n///\n\n/// tab | Twee\nTweede.\n///\n"
    assert blocks_of(text, {"Een": False, "Twee": True}) == (Paragraph((Text("Tweede."),)),)


def test_a_tab_that_is_not_a_mode_is_refused():
    """A tab whose label is not a mode would silently lose text, so it is refused by name."""
    with pytest.raises(UnreadableError, match='the tab "Drie" is not a mode'):
        blocks_of("/// tab | Drie\nTekst.\n///\n", {"Een": True})


def test_a_table_takes_its_caption_from_the_heading_above_it():
    """A Markdown table is named by the heading it stands under, for screen readers."""
    text = "## Wie doet wat {: #who }\n\n| Wie | Wat |\n|---|--:|\n| ik | dit |\n"
    _, table = blocks_of(text)
    assert isinstance(table, Table)
    assert (table.caption, table.description) == ("Wie doet wat", "Wie · Wat")
    assert [cell.alignment for cell in table.rows[0]] == ["left", "right"]
    assert table.widths == (0.5, 0.5)


def test_widths_before_a_table_are_its_columns():
    """The mark before a table gives its columns their shares, and only to that table."""
    one = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    mark = '<div class="widths" data-widths="30 70"></div>'
    first, second = (
        b for b in blocks_of(f"{mark}\n\n{one}\ntekst\n\n{one}") if isinstance(b, Table)
    )
    assert first.widths == (0.3, 0.7)
    assert second.widths == (0.5, 0.5)


def test_a_table_with_other_widths_than_columns_is_refused():
    """Three widths before two columns is a mistake of the author, not a guess of ours."""
    text = '<div class="widths" data-widths="30 30 40"></div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    with pytest.raises(UnreadableError, match="2 columns but 3 widths"):
        blocks_of(text)


def test_a_drawing_keeps_its_description_and_its_view_box():
    """SVG passes untouched, with the description that screen readers need."""
    svg = '<svg viewBox="0 0 10 10"><title>T</title><desc>Twee &amp; ringen</desc></svg>'
    (figure,) = blocks_of(f'<figure data-width="90">{svg}<figcaption>● klant</figcaption></figure>')
    assert figure == Figure(svg, "Twee & ringen", 90.0, (Text("● klant"),))


def test_a_heading_begins_a_card():
    """Cards to cut out: each heading begins one, what follows stands on it."""
    (cards,) = blocks_of(
        "/// html | div.cards\n### Een {: #a }\nTekst.\n\n### Twee {: #b }\nNog.\n///"
    )
    assert isinstance(cards, Cards)
    assert [card.title for card in cards.cards] == [(Text("Een"),), (Text("Twee"),)]
    assert cards.cards[1].blocks == (Paragraph((Text("Nog."),)),)


PICTURE = '<figure><svg viewBox="0 0 1 1"><desc>Een tas</desc></svg></figure>'


def test_a_picture_stands_beside_its_paragraph():
    """Pictures with a paragraph each become rows: the picture first, then what it means."""
    (table,) = blocks_of(
        f"/// html | div.pictured\n{PICTURE}\n\nEen.\n\n{PICTURE}\n\nTwee.\n{{: .lead }}\n///"
    )
    assert isinstance(table, Table)
    assert [[type(block) for cell in row for block in cell.blocks] for row in table.rows] == [
        [Figure, Paragraph]
    ] * 2
    assert table.rows[1][1].blocks == (Paragraph((Text("Twee."),), "lead"),)


@pytest.mark.parametrize("content", ["Tekst eerst.", f"{PICTURE}\n\nEen.\n\nNog een."])
def test_a_picture_without_one_paragraph_is_refused(content):
    """Where pictures and paragraphs do not alternate, the author is told."""
    with pytest.raises(UnreadableError, match="one paragraph for each picture"):
        blocks_of(f"/// html | div.pictured\n{content}\n///")


def test_a_quotation_is_to_be_said_aloud():
    """A block quotation becomes words to say aloud."""
    assert blocks_of("> Welkom.\n") == (Paragraph((Text("Welkom."),), "quote"),)


def test_page_breaks_and_new_lines_survive():
    """A page break and a hard line break come through."""
    text = 'Een  \ntwee\n\n<div class="page-break"></div>\n\ndrie\n'
    assert blocks_of(text) == (
        Paragraph((Text("Een"), LineBreak(), Text("twee"))),
        PageBreak(),
        Paragraph((Text("drie"),)),
    )


def test_a_long_answer_has_its_label_and_its_lines():
    """A long answer is a box with its label above it, unbound so that it takes bullets."""
    html = (
        '<div class="long-answer"><p class="long-answer__label">Wat viel op?</p><div>'
        '<span data-path="local.heard" data-kind="long" data-label="Wat viel op?" '
        'data-lines="4" data-bound="false">[schrijf hier]</span></div></div>'
    )
    assert blocks_of(html) == (
        LongAnswer(
            Blank("local.heard", "long", "Wat viel op?", "[schrijf hier]", bound=False, lines=4),
            (Text("Wat viel op?"),),
        ),
    )


def test_what_word_cannot_hold_is_refused():
    """A picture in the text has no place in a document: the author is told so."""
    for text in ("<div><img src='x.png'></div>", "Een ![plaatje](x.png) hier."):
        with pytest.raises(UnreadableError, match="<img> has no place"):
            blocks_of(text)
