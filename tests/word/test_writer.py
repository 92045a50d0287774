"""What each kind of block becomes in Word."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from generators.blocks import (
    Blank,
    Card,
    Cards,
    Cell,
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
    TickBox,
    Title,
    WritingLine,
    WritingLines,
)
from generators.handwriting import by_hand
from generators.word.data import NAMESPACE
from generators.word.writer import write
from tests.word import samples
from tests.word.quality import NAMESPACES, W, WordFile, findings, text_of, value
from tests.word.samples import BRAND, RINGS, blank, cell, document, item, paragraph, room, text

PROJECT = Path(__file__).parents[2]


def opened(*blocks, **changes) -> WordFile:
    """Write blocks as a Word file, and open it again."""
    made = replace(document("test", "nl", "Proef", *blocks), **changes)
    content = write(made, BRAND)
    assert findings(content) == []
    with ZipFile(BytesIO(content)) as archive:
        return WordFile({name: archive.read(name) for name in archive.namelist()})


def every(file: WordFile, path: str) -> list:
    return file.body.xpath(path, namespaces=NAMESPACES)


def paragraphs(file: WordFile) -> list[tuple[str, str]]:
    """Give each paragraph of the body: its style and its text."""
    return [
        (value(p.find("w:pPr/w:pStyle", NAMESPACES)) or "Normal", text_of(p))
        for p in file.body.iter(f"{W}p")
    ]


def table(*rows, header=("Wat", "Wie"), widths=(0.7, 0.3), **more) -> Table:
    return Table(
        header=tuple(cell(words) for words in header),
        rows=rows or ((cell("Stoelen"), cell("Ada")),),
        widths=widths,
        caption="Taken",
        **more,
    )


# Text


def test_titles_headings_and_paragraphs_carry_the_styles_of_their_rank():
    file = opened(
        Title(text("Titel")),
        Heading(1, text("Een")),
        Heading(2, text("Twee")),
        Heading(3, text("Drie")),
        paragraph("gewoon"),
        *(Paragraph(text(role), role) for role in ("lead", "small", "quote")),
    )
    assert paragraphs(file) == [
        ("Title", "Titel"),
        ("Heading1", "Een"),
        ("Heading2", "Twee"),
        ("Heading3", "Drie"),
        ("Normal", "gewoon"),
        ("Lead", "lead"),
        ("SmallPrint", "small"),
        ("Quote", "quote"),
    ]


def test_bold_italic_line_breaks_and_links_stay_what_they_are():
    file = opened(
        Paragraph(
            (
                Text("vet", bold=True),
                Text("schuin", italic=True),
                LineBreak(),
                Link(text("de gids"), "https://example.org/?a=1&b=2"),
            )
        )
    )
    assert text_of(every(file, "//w:r[w:rPr/w:b]/..")[0]) == "vetschuin\nde gids"
    assert [text_of(e.getparent()) for e in every(file, "//w:r[w:rPr/w:i]/w:t")] != []
    link = every(file, "//w:hyperlink")[0]
    identifier = link.get(f"{{{NAMESPACES['r']}}}id")
    relations = file.trees["word/_rels/document.xml.rels"]
    [relation] = [e for e in relations if e.get("Id") == identifier]
    assert relation.get("Target") == "https://example.org/?a=1&b=2"
    assert relation.get("TargetMode") == "External"


@pytest.mark.parametrize("address", ["../day/round-1/", "javascript:alert(1)", ""])
def test_a_link_that_leads_nowhere_from_a_file_is_refused(address):
    with pytest.raises(ValueError, match="write a whole address"):
        opened(Paragraph((Link(text("hier"), address),)))


WORDS = "5 < 6 & 7 > 3, \"citaat\" 'enkel' $titel 😀 שלום مرحبا ½ — é\u00a0€"


def test_signs_emoji_and_right_to_left_text_survive_everywhere_they_may_stand():
    date = blank("event.date", WORDS[:60], "date")
    choice = blank("local.a", "Keuze", "choice", options=(Option("x&<", WORDS),))
    file = opened(
        Heading(1, text(WORDS)),
        Paragraph((Text(WORDS), date, choice)),
        replace(table(), caption=WORDS, description=WORDS),
        Figure(RINGS, WORDS, 50),
        title=WORDS,
        subject=WORDS,
    )
    assert paragraphs(file)[0] == ("Heading1", WORDS)
    assert every(file, "//wp:docPr/@descr") == [WORDS]
    assert every(file, "//w:tblCaption/@w:val") == [WORDS]
    assert WORDS in every(file, "//w:listItem/@w:displayText")
    assert file.trees["docProps/core.xml"].findtext("dc:title", "", NAMESPACES) == WORDS
    assert WORDS in text_of(file.trees["word/footer.xml"])


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_sign_that_no_word_file_can_hold_is_refused_by_its_number(sign):
    with pytest.raises(ValueError, match=rf"U\+{ord(sign):04X}"):
        opened(paragraph(f"tekst met {sign} erin"))
    with pytest.raises(ValueError, match=rf"U\+{ord(sign):04X}"):
        opened(title=f"Titel {sign}")


def test_a_title_longer_than_word_holds_is_refused():
    with pytest.raises(ValueError, match="the title has 256 characters"):
        opened(title="x" * 256)
    assert opened(title="x" * 255)


def test_a_page_break_sets_the_next_paragraph_on_a_new_page_whatever_it_stands_in():
    for block in (
        Heading(1, text("Kop")),
        paragraph("tekst"),
        ListOfItems((item("een"), item("twee"))),
        table(),
        LongAnswer(blank("local.a", "Antwoord", "long", bound=False)),
        Cards((Card(text("Kaart"), ()),)),
    ):
        file = opened(paragraph("eerst"), PageBreak(), block)
        opening = every(file, "//w:p[w:pPr/w:pageBreakBefore]")
        assert opening == [list(file.body.iter(f"{W}p"))[1]]
    assert every(opened(table(), PageBreak()), "//w:pageBreakBefore") == []


def test_what_announces_a_table_or_a_list_stays_with_it():
    file = opened(
        paragraph("Dit is er nodig."),
        table(),
        paragraph("Zo doe je dat:"),
        ListOfItems((item("eerst"), item("dan"), item("klaar"))),
        paragraph("Klaar."),
    )
    kept = [text_of(p) for p in every(file, "/*/*/w:p[w:pPr/w:keepNext]")]
    assert kept == ["Dit is er nodig.", "Zo doe je dat:", "eerst"]


def test_what_announces_words_to_say_stays_with_them():
    """The line above a quotation does not stay behind; the quotation itself may run on."""
    file = opened(
        paragraph("Als iemand stil is"),
        Paragraph(text("Wilt u er iets over zeggen?"), "quote"),
        Paragraph(text("Nee is ook goed."), "quote"),
        paragraph("Klaar."),
    )
    kept = [text_of(p) for p in every(file, "/*/*/w:p[w:pPr/w:keepNext]")]
    assert kept == ["Als iemand stil is"]


def test_room_below_a_table_and_none_above_a_heading_that_opens_a_page():
    file = opened(table(), paragraph("Daarna."), PageBreak(), Heading(1, text("Nieuw")))
    room_above = {
        text_of(p): value(p.find("w:pPr/w:spacing", NAMESPACES), "before")
        for p in every(file, "/*/*/w:p")
    }
    assert int(room_above["Daarna."]) > 0
    assert room_above["Nieuw"] == "0"


# Lists


def test_each_numbered_list_counts_from_one_and_nested_lists_lie_deeper():
    nested = ListOfItems((item("a"), item("b")), "number")
    numbers = ListOfItems((item("een", nested), item("twee")), "number")
    bullets = ListOfItems((item("punt", ListOfItems((item("streepje"),))),))
    file = opened(numbers, paragraph("en"), numbers, bullets)
    listed = [
        (text_of(p), value(p.find("w:pPr/w:numPr/w:ilvl", NAMESPACES)), number(p))
        for p in every(file, "//w:p[w:pPr/w:numPr]")
    ]
    assert [(words, level) for words, level, _ in listed] == [
        *[("een", "0"), ("a", "1"), ("b", "1"), ("twee", "0")] * 2,
        ("punt", "0"),
        ("streepje", "1"),
    ]
    lists = [identifier for _, _, identifier in listed]
    assert lists[0] == lists[3] != lists[4] == lists[7]
    assert len({lists[0], lists[1], lists[4], lists[5]}) == 4
    restarts = file.trees["word/numbering.xml"].xpath(
        "w:num[w:lvlOverride/w:startOverride/@w:val='1']/@w:numId", namespaces=NAMESPACES
    )
    assert {lists[0], lists[1], lists[4], lists[5]} == set(restarts)


def number(p: etree._Element) -> str:
    return value(p.find("w:pPr/w:numPr/w:numId", NAMESPACES))


def test_the_text_of_a_check_list_lines_up_behind_its_checkboxes():
    tick = blank("local.done", "Klaar", "checkbox")
    file = opened(
        ListOfItems((ListItem((tick, Text(" Stoelen gezet"))),), "check"),
        table((cell(replace(tick, path="local.too"), " Tafels"), cell("Ada"))),
    )
    assert ("ListCheck", "☐\tStoelen gezet") in paragraphs(file)
    assert ("TableCheck", "☐\tTafels") in paragraphs(file)
    with pytest.raises(ValueError, match="does not begin with its checkbox"):
        opened(ListOfItems((item("zonder"),), "check"))


# Blanks


def control(file: WordFile, tag: str, part: str = "word/document.xml") -> etree._Element:
    [found] = file.trees[part].xpath(
        f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NAMESPACES
    )
    return found


def data(file: WordFile) -> str:
    root = file.trees["customXml/item1.xml"]
    assert root.tag == "{urn:klantarena:event:1}data"
    return etree.tostring(root).decode().replace("k:", "").split(">", 1)[1].rsplit("</", 1)[0]


def test_a_blank_is_a_bound_control_that_names_its_path_and_shows_its_placeholder():
    name = blank("organisation.name", "Naam")
    file = opened(Paragraph((Text("Namens "), name, Text("."))), header=(name,))
    for part in ("word/document.xml", "word/header.xml"):
        found = control(file, "organisation.name", part)
        properties = found.find("w:sdtPr", NAMESPACES)
        assert value(properties.find("w:alias", NAMESPACES)) == "Naam"
        binding = properties.find("w:dataBinding", NAMESPACES)
        assert value(binding, "xpath") == "/k:data[1]/k:organisation[1]/k:name[1]"
        assert text_of(found) == "[naam]"
    assert text_of(every(file, "//w:p")[0]) == "Namens [naam]."
    assert data(file) == "<organisation><name/></organisation>"


def test_every_bound_blank_has_one_node_in_the_data_part_and_an_unbound_one_has_none():
    file = opened(
        Paragraph(
            (
                blank("event.date", "Datum", "date"),
                blank("local.heard", "Gehoord", "long"),
                blank("event.theme", "Thema"),
                blank("event.date", "Datum", "date"),
                blank("local.done", "Klaar", "checkbox"),
                blank("local.free", "Vrij", "long", bound=False),
            )
        ),
        header=(),
    )
    assert data(file) == ("<event><date/><theme/></event><local><heard/><done>false</done></local>")
    assert control(file, "local.free").find("w:sdtPr/w:dataBinding", NAMESPACES) is None


def test_a_cell_of_a_list_is_bound_to_its_own_row_where_no_table_repeats_the_rows():
    """The third name is that of the third item; the items before it are there, and empty."""
    file = opened(
        Paragraph(
            (
                blank("lists.guests.3.name", "Naam 3"),
                blank("lists.guests.1.came", "Was er 1", "checkbox"),
            )
        ),
        header=(),
    )
    items = "<item><came>false</came></item><item/><item><name/></item>"
    assert data(file) == f"<lists><guests>{items}</guests></lists>"
    for tag, path in (("3.name", "item[3]/k:name[1]"), ("1.came", "item[1]/k:came[1]")):
        binding = control(file, f"lists.guests.{tag}").find("w:sdtPr/w:dataBinding", NAMESPACES)
        assert value(binding, "xpath") == f"/k:data[1]/k:lists[1]/k:guests[1]/k:{path}"
    assert not every(file, "//w15:repeatingSection")


@pytest.mark.parametrize(
    ("paths", "reason"),
    [
        (("Event.Date",), "is no path"),
        (("lists.actions.0.what",), "is no path"),
        (("event",), None),
        (("event", "event.date"), "lies below a blank"),
        (("event.date", "event"), "is a blank and a group"),
        (("a." + "b" * 63,), "longer than 64"),
    ],
)
def test_a_path_that_the_data_part_cannot_hold_is_refused(paths, reason):
    blocks = tuple(Paragraph((blank(path, "Vak"),)) for path in paths)
    if reason:
        with pytest.raises(ValueError, match=reason):
            opened(*blocks)
    else:
        assert opened(*blocks)


def test_a_date_has_a_calendar_in_the_language_of_the_document():
    when = Paragraph((blank("event.date", "Datum", "date"),))
    for language, locale in (("nl", "nl-NL"), ("en", "en-GB")):
        file = opened(when, language=language)
        date = control(file, "event.date").find("w:sdtPr/w:date", NAMESPACES)
        assert value(date.find("w:dateFormat", NAMESPACES)) == "d MMMM yyyy"
        assert value(date.find("w:lid", NAMESPACES)) == locale
        assert value(date.find("w:storeMappedDataAs", NAMESPACES)) == "date"


def test_a_choice_offers_its_labels_keeps_its_values_and_can_be_emptied():
    options = (Option("open", "Nog open"), Option("done", "Klaar"))
    file = opened(Paragraph((blank("local.state", "Stand", "choice", options=options),)))
    items = control(file, "local.state").findall(".//w:listItem", NAMESPACES)
    assert [(value(i, "value"), value(i, "displayText")) for i in items] == [
        ("[stand]", ""),
        ("open", "Nog open"),
        ("done", "Klaar"),
    ]
    for wrong in ((), (options[0], options[0]), (Option("", "Leeg"),)):
        with pytest.raises(ValueError, match="give each option"):
            opened(Paragraph((blank("local.state", "Stand", "choice", options=wrong),)))


def test_a_checkbox_is_named_and_changes_between_an_open_and_a_crossed_box():
    file = opened(Paragraph((blank("local.done", "Zaal gereserveerd", "checkbox"),)))
    found = control(file, "local.done")
    box = found.find("w:sdtPr/w14:checkbox", NAMESPACES)
    w14 = f"{{{NAMESPACES['w14']}}}val"
    assert [(etree.QName(e).localname, e.get(w14)) for e in box] == [
        ("checked", "0"),
        ("checkedState", "2612"),
        ("uncheckedState", "2610"),
    ]
    assert value(found.find("w:sdtPr/w:alias", NAMESPACES)) == "Zaal gereserveerd"
    assert text_of(found) == "☐"


def test_controls_of_a_form_are_locked_and_those_of_a_letter_never():
    line = Paragraph((blank("event.theme", "Thema"),))
    answer = LongAnswer(blank("local.a", "Antwoord", "long", bound=False))
    locks = [
        [value(e) for e in every(opened(line, answer, loose=loose), "//w:lock")]
        for loose in (False, True)
    ]
    assert locks == [["sdtLocked", "sdtLocked"], []]


def test_a_label_that_word_finds_too_long_is_shortened_in_the_name_of_the_control():
    file = opened(Paragraph((blank("local.a", "lang " * 20),)))
    alias = value(control(file, "local.a").find("w:sdtPr/w:alias", NAMESPACES))
    assert len(alias) == 64
    assert alias.endswith("…")


def test_a_long_answer_is_a_tinted_box_as_high_as_its_lines_that_takes_paragraphs():
    long = blank("local.heard", "Wat hoorde je?", "long", bound=False, lines=6)
    file = opened(LongAnswer(long, text("Wat hoorde je?")))
    assert paragraphs(file)[:2] == [
        ("AnswerCaption", "Wat hoorde je?"),
        ("Answer", "[wat hoorde je?]"),
    ]
    row = every(file, "//w:tbl/w:tr")[0]
    height = row.find("w:trPr/w:trHeight", NAMESPACES)
    assert value(height, "hRule") == "atLeast"
    assert int(value(height)) / 1440 * 25.4 == pytest.approx(6 * 7, abs=0.2)
    assert row.find("w:trPr/w:cantSplit", NAMESPACES) is None
    # Around the whole cell, so that Enter and bullets work.
    assert row.find("w:sdt/w:sdtContent/w:tc/w:p", NAMESPACES) is not None
    assert row.find("w:sdt/w:sdtPr/w:richText", NAMESPACES) is not None
    shade = file.styles.xpath(
        "w:style[@w:styleId='AnswerBox']/w:tcPr/w:shd/@w:themeFill", namespaces=NAMESPACES
    )
    assert shade == ["background2"]


def test_a_bound_long_answer_takes_new_lines():
    file = opened(LongAnswer(blank("local.heard", "Gehoord", "long", lines=3)))
    found = control(file, "local.heard").find("w:sdtPr/w:text", NAMESPACES)
    assert value(found, "multiLine") == "1"


# Tables


def test_a_table_repeats_its_header_keeps_rows_whole_and_fills_the_width():
    file = opened(table(*[(cell("Stoelen"), cell("Ada"))] * 30, description="Wie wat doet"))
    rows = every(file, "//w:tbl/w:tr")
    assert [row.find("w:trPr/w:tblHeader", NAMESPACES) is not None for row in rows] == [
        True,
        *[False] * 30,
    ]
    assert all(row.find("w:trPr/w:cantSplit", NAMESPACES) is not None for row in rows)
    grid = [int(width) for width in every(file, "//w:gridCol/@w:w")]
    size = every(file, "//w:pgSz")[0]
    margins = every(file, "//w:pgMar")[0]
    room_between = (
        int(value(size, "w")) - int(value(margins, "left")) - int(value(margins, "right"))
    )
    assert sum(grid) == room_between
    assert grid[0] / sum(grid) == pytest.approx(0.7, abs=0.001)
    assert every(file, "//w:tblDescription/@w:val") == ["Wie wat doet"]


def test_two_rows_at_least_stay_on_either_side_of_a_break_in_a_long_table():
    file = opened(table(*[(cell("Stoelen"), cell("Ada"))] * 8))
    kept = [
        all(p.find("w:pPr/w:keepNext", NAMESPACES) is not None for p in row.iter(f"{W}p"))
        for row in every(file, "//w:tbl/w:tr")
    ]
    assert kept == [True, True, False, False, False, False, False, True, False]


def test_a_short_table_stays_on_one_page():
    file = opened(table(*[(cell("Stoelen"), cell("Ada"))] * 4))
    kept = [
        row.find(".//w:keepNext", NAMESPACES) is not None for row in every(file, "//w:tbl/w:tr")
    ]
    assert kept == [True, True, True, True, False]


def test_rows_for_handwriting_are_at_least_nine_millimetres_high():
    file = opened(table(handwriting=True))
    heights = [int(height) / 1440 * 25.4 for height in every(file, "//w:trHeight/@w:val")]
    assert heights
    assert min(heights) >= 9


def test_cells_align_as_asked_and_row_headers_stand_out():
    rows = ((cell("Wanneer", header=True), Cell((paragraph("8"),), "right")),)
    file = opened(Table((), rows, (0.5, 0.5), "Praktisch"))
    assert paragraphs(file)[:2] == [("TableHeading", "Wanneer"), ("TableText", "8")]
    assert every(file, "//w:tc[2]//w:jc/@w:val") == ["right"]
    assert every(file, "//w:tblLook/@w:firstColumn") == ["1"]


def test_word_can_add_rows_to_a_list_and_take_them_away():
    rows = tuple(
        (
            cell(blank(f"lists.actions.{n}.what", "Wat")),
            cell(blank(f"lists.actions.{n}.who", "Wie")),
        )
        for n in (1, 2, 3)
    )
    file = opened(table(*rows, repeating="actions"))
    section = control(file, "lists.actions")
    assert section.getparent().tag == f"{W}tbl"
    items = section.findall("w:sdtContent/w:sdt", NAMESPACES)
    assert [value(i.find("w:sdtPr/w:tag", NAMESPACES)) for i in items] == [
        f"lists.actions.{n}" for n in (1, 2, 3)
    ]
    assert all(i.find("w:sdtPr/w15:repeatingSectionItem", NAMESPACES) is not None for i in items)
    binding = section.find("w:sdtPr/w15:dataBinding", NAMESPACES)
    assert value(binding, "xpath") == "/k:data[1]/k:lists[1]/k:actions[1]/k:item"
    what = control(file, "lists.actions.2.what").find("w:sdtPr/w:dataBinding", NAMESPACES)
    assert value(what, "xpath") == "/k:data[1]/k:lists[1]/k:actions[1]/k:item[2]/k:what[1]"
    assert data(file).startswith(
        "<lists><actions>" + "<item><what/><who/></item>" * 3 + "</actions></lists>"
    )
    assert section.find(".//w:lock", NAMESPACES) is None


def test_cells_hold_paragraphs_and_lists_and_an_empty_cell_a_paragraph():
    mixed = Cell((paragraph("eerst"), ListOfItems((item("een"), item("twee"))), paragraph("dan")))
    file = opened(table((mixed, Cell(()))))
    assert paragraphs(file)[2:7] == [
        ("TableText", "eerst"),
        ("TableBullet", "een"),
        ("TableBullet", "twee"),
        ("TableText", "dan"),
        ("TableText", ""),
    ]


def test_a_long_blank_alone_in_a_cell_takes_paragraphs_and_its_lines_of_height():
    long = blank("local.why", "Waarom", "long", bound=False, lines=4)
    file = opened(table((Cell((LongAnswer(long),)), Cell((Paragraph((long,)),)))))
    assert len(every(file, "//w:tr/w:sdt/w:sdtContent/w:tc")) == 2
    assert [round(int(h) / 1440 * 25.4) for h in every(file, "//w:trHeight/@w:val")] == [28]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (table((cell("een"),)), "has 2 columns, but a row has 1 cells"),
        (replace(table(), rows=()), "has no rows"),
        (replace(table(), caption=" "), "has no caption"),
        (table((Cell((table(),)), cell("x"))), "stands inside a table"),
        (table((Cell((PageBreak(),)), cell("x"))), "stands inside a table"),
    ],
)
def test_a_table_that_word_cannot_hold_is_refused(wrong, reason):
    with pytest.raises(ValueError, match=reason):
        opened(wrong)


def test_between_two_tables_stands_the_name_of_the_second():
    file = opened(table(), replace(table(), caption="Wie belt wie"))
    assert ("AnswerCaption", "Wie belt wie") in paragraphs(file)


# Pictures and cards


def test_a_figure_is_as_wide_as_asked_sharp_in_print_and_described():
    file = opened(Figure(RINGS, "Twee ringen", 100, text("Gevuld: klant.")))
    [extent] = every(file, "//wp:extent")
    assert int(extent.get("cx")) == int(extent.get("cy")) == 100 * 36000
    assert every(file, "//wp:docPr/@descr") == ["Twee ringen"]
    picture = next(part for name, part in file.parts.items() if name.endswith("image1.png"))
    dots = int.from_bytes(picture[16:20], "big")
    assert dots / (100 / 25.4) >= 200
    assert len(picture) < 100_000
    assert paragraphs(file) == [("Figure", ""), ("Caption", "Gevuld: klant.")]


def test_a_figure_never_stands_out_into_the_margin():
    file = opened(Figure(RINGS, "Twee ringen", 400))
    assert int(every(file, "//wp:extent/@cx")[0]) <= (210 - 2 * 23 + 0.1) * 36000


def test_a_figure_that_is_no_drawing_or_without_words_is_refused():
    with pytest.raises(ValueError, match="is no SVG"):
        opened(Figure("<svg", "Twee ringen", 50))
    with pytest.raises(ValueError, match="no text alternative"):
        opened(Figure(RINGS, " ", 50))


def test_a_figure_whose_letters_would_be_left_out_is_refused():
    lettered = RINGS.replace("</svg>", '<g><text x="9" y="9">klant</text></g></svg>')
    with pytest.raises(ValueError, match="a figure holds letters"):
        opened(Figure(lettered, "Twee ringen", 50))


def test_a_picture_in_both_languages_is_painted_once():
    dutch, english = (
        next(
            part
            for name, part in opened(
                Figure(RINGS.replace("Rings", title), "Twee ringen", 50)
            ).parts.items()
            if name.endswith("image1.png")
        )
        for title in ("Ringen", "Rings")
    )
    assert dutch == english


def test_cards_fill_the_page_in_equal_size_and_each_sheet_begins_a_page():
    sheet = Cards(tuple(Card(text(f"Kaart {n}"), (paragraph("Tekst"),)) for n in range(11)))
    file = opened(sheet)
    rows = every(file, "//w:tbl/w:tr")
    assert [len(row.findall("w:tc", NAMESPACES)) for row in rows] == [2] * 6
    assert len({value(e) for e in every(file, "//w:trHeight")}) == 1
    assert {value(e, "hRule") for e in every(file, "//w:trHeight")} == {"exact"}
    opening = [
        n for n, row in enumerate(rows) if row.find(".//w:pageBreakBefore", NAMESPACES) is not None
    ]
    assert opening == [4]
    height = 4 * int(value(every(file, "//w:trHeight")[0])) / 1440 * 25.4
    assert 230 < height < 297 - 29 - 22
    assert {p for p, _ in paragraphs(file)} == {"CardTitle", "CardText", "AfterTable"}
    borders = file.styles.xpath(
        "w:style[@w:styleId='Cards']/w:tblPr/w:tblBorders/*/@w:val", namespaces=NAMESPACES
    )
    assert set(borders) == {"dashSmallGap"}


def test_four_cards_to_a_page_have_larger_letters():
    file = opened(Cards((Card(text("Kaart"), (paragraph("Tekst"),)),), 2, 2))
    assert {p for p, _ in paragraphs(file)} >= {"LargeCardTitle", "LargeCardText"}


# For a pen


def test_a_line_to_write_on_is_as_long_as_asked_and_its_label_is_small_print():
    file = opened(Paragraph((Text("Beste "), WritingLine("aanhef", 40), Text(","))))
    strokes, label = (e.text for e in every(file, "//w:r[w:rPr/w:rStyle]/w:t"))
    # In Calibri of 10.5 points a stroke is half as wide as the letter is high.
    assert 38 < len(strokes) * 10.5 * 0.498 * 0.353 < 41
    assert label == "\u00a0aanhef", "it does not leave its line"
    assert size_of(file, "WritingLabelText") < 16


def size_of(file: WordFile, style: str) -> int:
    """Give the size of a character style in half points."""
    [size] = file.styles.xpath(
        f"w:style[@w:styleId='{style}']/w:rPr/w:sz/@w:val", namespaces=NAMESPACES
    )
    return int(size)


def test_a_line_without_a_length_reaches_the_margin():
    margin = 11906 - 2 * 1304
    file = opened(Paragraph((Text("Naam: "), WritingLine())))
    [stop] = every(file, "//w:p/w:pPr/w:tabs/w:tab")
    assert (value(stop), value(stop, "leader")) == ("right", "underscore")
    assert int(value(stop, "pos")) == margin
    assert every(file, "//w:r/w:tab") != []
    in_a_cell = Cell((Paragraph((Text("Naam: "), WritingLine())),))
    file = opened(table((in_a_cell, cell("Ada")), widths=(0.5, 0.5)))
    [stop] = every(file, "//w:p/w:pPr/w:tabs/w:tab")
    assert int(value(stop, "pos")) < margin / 2, "it stays in its cell"


def test_ruled_lines_lie_far_enough_apart_for_a_pen():
    file = opened(WritingLines(3, "Wat viel op?", text("Wat viel op?")))
    heights = every(file, "//w:trHeight")
    assert [value(e, "hRule") for e in heights] == ["exact"] * 3
    assert all(8 <= int(value(e)) / 1440 * 25.4 <= 9.1 for e in heights)
    assert every(file, "//w:tblCaption/@w:val") == ["Wat viel op?"]
    assert paragraphs(file)[0] == ("AnswerCaption", "Wat viel op?")


def test_an_empty_cell_is_a_box_high_enough_to_write_in():
    label = Cell((Paragraph(text("ouder of voogd"), "label"),))
    file = opened(table((cell("Zaal"), Cell(())), (label, Cell(()))))
    heights = [int(value(e)) / 1440 * 25.4 for e in every(file, "//w:trHeight")]
    assert len(heights) == 2
    assert min(heights) >= 8.99
    assert every(file, "//w:tblStyle/@w:val") == ["WritingTable"]
    assert ("WritingLabel", "ouder of voogd") in paragraphs(file)


def test_on_paper_nothing_is_left_that_only_word_can_fill_in():
    form = by_hand(samples.form("nl"))
    content = write(form, BRAND)
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        said = b"".join(archive.read(name) for name in names if name.endswith(".xml"))
    assert b"<w:sdt>" not in said
    assert b'PlaceholderText"/></w:rPr><w:t' not in said
    assert not [name for name in names if name.startswith(("customXml", "word/glossary"))]


def test_a_box_to_tick_with_a_pen_lines_up_like_one_to_click():
    file = opened(ListOfItems((ListItem((TickBox(), Text(" Stoelen gezet"))),), "check"))
    assert paragraphs(file) == [("ListCheck", "☐\tStoelen gezet")]
    options = Paragraph((TickBox(), Text("\u00a0ja  "), TickBox(), Text("\u00a0nee")))
    assert paragraphs(opened(options)) == [("Normal", "☐\u00a0ja  ☐\u00a0nee")]


# The whole file


def test_header_and_footer_name_the_organisation_the_document_and_the_page():
    for language, footer in (
        ("nl", "Proef · versie 0.1.0, 1 maart 2026\tpagina 1 van 1"),
        ("en", "Proef · version 0.1.0, 1 March 2026\tpage 1 of 1"),
    ):
        file = opened(paragraph("tekst"), language=language)
        assert text_of(file.trees["word/header.xml"]) == "\t[naam van de organisatie]"
        assert text_of(file.trees["word/footer.xml"]) == footer
        fields = file.trees["word/footer.xml"].xpath("//@w:instr", namespaces=NAMESPACES)
        assert fields == [" PAGE ", " NUMPAGES "]
        alternative = file.trees["word/header.xml"].xpath("//@descr")
        assert alternative == [BRAND.logo_description[language]]


def test_what_customers_read_says_only_quietly_which_edition_it_is():
    """A letter names no template, only its kit; the properties of the file still do."""
    for language, footer in (
        ("nl", "Bewonersarena-kit 0.1.0, maart 2026\tpagina 1 van 1"),
        ("en", "Bewonersarena-kit 0.1.0, March 2026\tpage 1 of 1"),
    ):
        letter = {"reader": "customer", "kit": "Bewonersarena-kit"}
        file = opened(paragraph("tekst"), language=language, **letter)
        assert text_of(file.trees["word/footer.xml"]) == footer
        core = file.trees["docProps/core.xml"]
        assert [e.text for e in core if etree.QName(e).localname == "version"] == ["0.1.0"]


def test_letters_that_go_out_one_by_one_have_no_page_numbers():
    """A customer who gets the second of three letters does not look for the first page."""
    footer = opened(paragraph("tekst"), numbered=False).trees["word/footer.xml"]
    assert text_of(footer) == "Proef · versie 0.1.0, 1 maart 2026"
    assert footer.xpath("//@w:instr", namespaces=NAMESPACES) == []


def test_the_properties_are_those_of_the_document_and_its_edition():
    core = opened(paragraph("tekst"), edition="2026-03-01").trees["docProps/core.xml"]
    said = {etree.QName(e).localname: e.text for e in core}
    assert said["title"] == "Proef"
    assert said["subject"] == "Klantarena"
    assert said["language"] == "nl-NL"
    assert said["created"] == said["modified"] == "2026-03-01T00:00:00Z"
    assert not said.get("creator")
    assert not said.get("lastModifiedBy")


def test_paper_on_its_side_is_a4_on_its_side():
    size = every(opened(paragraph("tekst"), paper="landscape"), "//w:pgSz")[0]
    assert (value(size, "w"), value(size, "h"), value(size, "orient")) == (
        "16838",
        "11906",
        "landscape",
    )


def test_another_brand_changes_colours_letter_and_logo_and_no_word_of_the_text():
    made = room("nl")
    other = BRAND.model_copy(
        update={"outer": "#123456", "font": "Georgia", "font_fallback": "Times New Roman"}
    )
    files = []
    for brand in (BRAND, other):
        with ZipFile(BytesIO(write(made, brand))) as archive:
            files.append({name: archive.read(name) for name in archive.namelist()})
    changed = {name for name in files[0] if files[0][name] != files[1][name]}
    assert changed == {
        "word/theme.xml",
        "word/fontTable.xml",
        "word/styles.xml",
        "word/numbering.xml",
    }
    theme = etree.fromstring(files[1]["word/theme.xml"])
    assert theme.xpath("//a:accent1/a:srgbClr/@val", namespaces=NAMESPACES) == ["123456"]
    assert set(theme.xpath("//a:latin/@typeface", namespaces=NAMESPACES)) == {"Georgia"}
    fonts = etree.fromstring(files[1]["word/fontTable.xml"])
    assert fonts.xpath("w:font[@w:name='Georgia']/w:altName/@w:val", namespaces=NAMESPACES) == [
        "Times New Roman"
    ]


def test_styles_take_every_colour_from_the_theme():
    styles = opened(paragraph("tekst")).styles
    for element in styles.iter(etree.Element):
        colour = value(element, "fill") or value(element, "color")
        if element.tag == f"{W}color":
            colour = value(element)
        if colour and colour != "auto":
            assert value(element, "themeColor") or value(element, "themeFill"), etree.tostring(
                element
            )


def test_a_logo_that_is_a_path_is_refused():
    with pytest.raises(ValueError, match="must be the text of an SVG file"):
        write(room("nl"), BRAND.model_copy(update={"logo": "overrides/assets/logo.svg"}))


def test_an_error_names_the_document():
    with pytest.raises(ValueError, match=r"^test \(nl\): "):
        opened(paragraph("\x00"))


SCRIPT = """
import hashlib
from generators.word.writer import write
from tests.word.samples import BRAND, documents
print([hashlib.sha256(write(made, BRAND)).hexdigest() for made in documents()])
"""


def test_the_same_document_gives_the_same_bytes_in_any_process_on_any_day():
    answers = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=PROJECT,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(answers) == 1


def test_no_entry_of_the_zip_tells_when_or_where_it_was_made():
    with ZipFile(BytesIO(write(room("nl"), BRAND))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(e.date_time, e.create_system) for e in entries} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_a_blank_without_label_or_placeholder_is_refused():
    for wrong, reason in (
        (Blank("local.a", "text", " ", "[naam]"), "has no label"),
        (Blank("local.a", "text", "Naam", " "), "has no placeholder"),
    ):
        with pytest.raises(ValueError, match=reason):
            opened(Paragraph((wrong,)))


def test_what_is_filled_in_already_looks_like_any_other_text():
    """A time of the programme stands there as text, as bold as its words, and can be filled in."""
    time = blank("times.round1.start", "Ronde 1", filled="15.30")
    made = opened(Paragraph((Text("Om "), replace(time, bold=True), Text(" of "), time)))
    first, second = every(made, ".//w:sdt")
    for control in (first, second):
        assert control.find("w:sdtPr/w:showingPlcHdr", NAMESPACES) is None
        assert control.find(".//w:rStyle", NAMESPACES) is None
    assert first.find(".//w:b", NAMESPACES) is not None
    assert second.find(".//w:b", NAMESPACES) is None
    assert paragraphs(made)[0][1] == "Om 15.30 of 15.30"
    ((_, data),) = made.data.items()
    (node,) = data.xpath("//k:start", namespaces={"k": NAMESPACE})
    assert (node.text, node.get("usual")) == ("15.30", "15.30")


def test_the_data_part_says_which_document_this_is():
    """Whoever fills in a file that was sent on can tell what it is, and for which modes."""
    made = opened(paragraph("Tekst"), choices=(("round3", "ring_swap"),))
    ((_, data),) = made.data.items()
    assert dict(data.attrib) == {"template": "test", "language": "nl", "round3": "ring_swap"}
