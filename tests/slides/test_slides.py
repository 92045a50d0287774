"""The slides as a program for slides gets them, and as the room sees them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PageObject, PdfReader

from generators.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    LineBreak,
    Link,
    ListOfItems,
    Paragraph,
    Table,
    Text,
)
from generators.decks import decks
from generators.kit import KitFile
from generators.slides.writer import write
from handbook.model import Handbook, Language
from tests.word import samples
from tests.word.open_xml_sdk import errors
from tests.word.rendering import pdfs

LOCALES = {"nl": "nl-NL", "en": "en-GB"}


@pytest.fixture(scope="module")
def files(project: Path, handbook: Handbook) -> dict[str, bytes]:
    """Every presentation by its language, and one that uses every layout."""
    made = {
        language: deck.data
        for language in handbook.languages
        for deck in decks(handbook, project, language)
    }
    return made | {"sample": write(SAMPLE, samples.BRAND)}


@pytest.fixture(scope="module")
def shown(files: dict[str, bytes]) -> dict[str, Any]:
    return {name: Presentation(BytesIO(data)) for name, data in files.items()}


def heading(text: str) -> Heading:
    return Heading(1, (Text(text),))


def document(*blocks: Block) -> Document:
    return replace(samples.letter("nl"), title="Proefdia's", blocks=blocks)


TABLE = Table(
    header=(samples.cell("Wie"), samples.cell("Wat")),
    rows=(
        (samples.cell("Verteller"), samples.cell("Vertelt twee minuten")),
        (samples.cell("Kijker"), samples.cell("Kijkt")),
    ),
    widths=(0.4, 0.6),
    caption="Wie wat doet",
    description="Wie in het drietal wat doet",
)
FIGURE = Figure(svg=samples.RINGS, description="Twee ringen om elkaar", width=90)
SAMPLE = document(
    heading("Proefdia's"),
    samples.paragraph("Ondertitel"),
    heading("Tekst"),
    Paragraph((Text("Een zin"), LineBreak(), Link((Text("en meer"),), "https://example.org/"))),
    ListOfItems((samples.item("Een", ListOfItems((samples.item("Diep"),), "number")),)),
    Heading(2, (Text("Je zegt"),)),
    samples.paragraph("Dit zegt de trainer"),
    heading("Beeld"),
    samples.paragraph("Bij het beeld"),
    FIGURE,
    heading("Alleen beeld"),
    FIGURE,
    heading("Tabel"),
    TABLE,
)


def pieces(deck: Any) -> Iterator[tuple[int, str]]:
    """Give each paragraph and each cell of a presentation, with the number of its slide."""
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield from ((number, one.text) for one in shape.text_frame.paragraphs if one.text)
            if shape.has_table:
                yield from ((number, one.text) for one in shape.table.iter_cells())


def squeezed(text: str) -> str:
    """Return a text without spaces and signs that only join: a PDF divides words as it likes."""
    return re.sub(r"[\s\u00ad\u2060\u200b\v]", "", text)


def heights(page: PageObject) -> list[float]:
    """Give how high above the foot of a page each piece of text stands, in points."""
    found: list[float] = []

    def note(text: str, _: object, place: list[float], *__: object) -> None:
        if text.strip():
            found.append(place[5])

    page.extract_text(visitor_text=note)
    return found


def test_the_open_xml_sdk_finds_nothing(files: dict[str, bytes]) -> None:
    assert errors(files, "pptx") == {}


@pytest.mark.xdist_group("word files on paper")
def test_no_text_runs_off_a_slide(files: dict[str, bytes], shown: dict[str, Any]) -> None:
    """Each slide is a page of its own on which all its text stands, within the edges."""
    for name, pdf in pdfs(files, "pptx").items():
        deck = shown[name]
        assert len(pdf.pages) == len(deck.slides)
        printed = [squeezed(page) for page in pdf.pages]
        lost = [
            (number, text)
            for number, text in pieces(deck)
            if text != "‹#›" and squeezed(text) not in printed[number - 1]
        ]
        assert lost == [], name
        for number, page in enumerate(PdfReader(BytesIO(pdf.data)).pages, start=1):
            height = float(page.mediabox.height)
            low = heights(page)
            # The footer stands in the lowest twelfth; nothing else may come near it.
            body = [place for place in low if place > height / 12]
            assert min(low) > 0, f"{name}, slide {number}"
            assert min(body) > height / 10, f"{name}, slide {number}"


def test_every_slide_has_a_title_of_its_own_in_a_real_layout(shown: dict[str, Any]) -> None:
    """Titles stand in title placeholders, no two alike; all else fills a place of the layout."""
    for name, deck in shown.items():
        titles = [slide.shapes.title.text for slide in deck.slides]
        assert all(titles)
        assert len(set(titles)) == len(titles), name
        for slide in deck.slides:
            places = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
            assert all(shape.is_placeholder for shape in slide.shapes), slide.shapes.title.text
            assert {shape.placeholder_format.idx for shape in slide.shapes} <= places
            # An empty place shows its prompt.
            assert all(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_every_layout_is_used(shown: dict[str, Any]) -> None:
    """No layout is there for nothing."""
    used = {slide.slide_layout.name for slide in shown["sample"].slides}
    assert used == {layout.name for layout in shown["sample"].slide_layouts}


def unquoted(text: str) -> str:
    return re.sub("[\"'“”‘’]", "", squeezed(text))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_notes_hold_all_that_the_trainer_says(
    handbook: Handbook, shown: dict[str, Any], language: Language
) -> None:
    """Every sentence to say in the half-day workshop stands in the notes, and on no slide."""
    training = handbook.training
    notes = unquoted(
        " ".join(slide.notes_slide.notes_text_frame.text for slide in shown[language].slides)
    )
    missing = [
        sentence[language]
        for name in training.workshops["half_day"].exercises
        for step in training.exercises[name].steps
        if "half_day" in step.minutes
        for sentence in step.say
        for part in re.split(r"\{\w+\}", sentence[language])
        # Words that are said within what is said get quotes of another sort.
        if unquoted(part) not in notes
    ]
    assert missing == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheets_on_the_slide_are_those_on_the_wall(
    handbook: Handbook, shown: dict[str, Any], language: Language
) -> None:
    """The slide with the four sheets names those that the trainer hangs up, in that order."""
    names = handbook.training.material["columns"].name[language]
    sheets = names[names.index("(") + 1 : -1].split(", ")
    (slide,) = (
        [
            paragraph.text.partition(":")[0].lower()
            for paragraph in slide.placeholders[1].text_frame.paragraphs
        ]
        for slide in shown[language].slides
        if slide.placeholders[1].has_text_frame
        and sheets[0] in slide.placeholders[1].text_frame.text.lower()
    )
    assert slide == sheets


def test_pictures_have_a_text_alternative(shown: dict[str, Any]) -> None:
    """Drawings, tables and the logo say what they show; drawings keep their shape."""
    for deck in shown.values():
        drawn = [
            shape
            for slide in [*deck.slides, *deck.slide_layouts, deck.slide_master]
            for shape in slide.shapes
            if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
            or (shape.is_placeholder and (shape.has_table or hasattr(shape, "image")))
        ]
        assert len(drawn) > 2
        for shape in drawn:
            (properties,) = shape._element.xpath("./*/p:cNvPr")
            assert properties.get("descr")
            if hasattr(shape, "image"):
                across, down = shape.image.size
                assert shape.width / shape.height == pytest.approx(across / down, rel=0.01)


def test_slides_wear_the_brand_of_the_word_files(
    files: dict[str, bytes], shown: dict[str, Any], kit: dict[str, KitFile]
) -> None:
    """Theme and logo are those of the Word files: one brand, whatever the program."""
    word = ZipFile(BytesIO(next(file.data for name, file in kit.items() if name[:2] == "nl")))
    theme = word.read("word/theme.xml")
    with ZipFile(BytesIO(files["nl"])) as slides:
        assert slides.read("ppt/theme/theme1.xml") == theme
    sizes = {
        shape.image.size
        for slide in [shown["nl"].slide_layouts[0], shown["nl"].slide_master]
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    }
    assert len(sizes) == 1
    with ZipFile(BytesIO(files["sample"])) as slides:
        assert samples.BRAND.outer[1:].encode() in slides.read("ppt/theme/theme1.xml")


def test_a_wide_logo_leaves_the_title_alone() -> None:
    """Title and logo share the top of a slide, whatever the shape of the logo; neither overlaps."""
    for width in (10, 40, 90, 400):
        logo = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 10">'
            '<path d="M0 0h9v9z"/></svg>'
        )
        document = replace(samples.letter("nl"), blocks=(Heading(1, (Text("Eerste"),)),))
        data = write(document, samples.BRAND.model_copy(update={"logo": logo}))
        master = Presentation(BytesIO(data)).slide_master
        (shown,) = (one for one in master.shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE)
        (title,) = (one for one in master.placeholders if one.name == "Title")
        assert title.left + title.width < shown.left
        assert title.width > shown.width


def test_bars_have_the_colour_of_the_house_itself() -> None:
    """A pale yellow that letters cannot have is what people know the organisation by."""
    brand = samples.BRAND.model_copy(update={"fill": "#F6DD7A"})
    document = replace(samples.letter("nl"), blocks=(Heading(1, (Text("Eerste"),)),))
    with ZipFile(BytesIO(write(document, brand))) as parts:
        assert '<a:accent6><a:srgbClr val="F6DD7A"/>' in parts.read("ppt/theme/theme1.xml").decode()
        bar = parts.read("ppt/slideMasters/slideMaster1.xml").decode()
    assert re.search(r'name="Band".*?<a:schemeClr val="accent6"/>', bar, re.DOTALL)


def test_slides_take_colours_and_letters_from_the_theme(files: dict[str, bytes]) -> None:
    """No part names a colour or a letter itself, so that a change of theme changes all of it."""
    for data in files.values():
        with ZipFile(BytesIO(data)) as parts:
            for name in parts.namelist():
                if re.match(r"ppt/slide\w*/[^/]+\.xml", name):
                    text = parts.read(name).decode()
                    assert "srgbClr" not in text, name
                    letters = set(re.findall(r'<a:latin typeface="([^"]+)"', text))
                    assert letters <= {"+mj-lt", "+mn-lt"}, name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_slides_say_their_language(
    files: dict[str, bytes], shown: dict[str, Any], language: Language
) -> None:
    """Spelling checks and reading voices find one language: that of the page."""
    assert shown[language].core_properties.language == LOCALES[language]
    found = set()
    with ZipFile(BytesIO(files[language])) as parts:
        for name in parts.namelist():
            if name.endswith(".xml") and "/slide" in name:
                text = parts.read(name).decode()
                found |= set(re.findall(r'\blang="([^"]+)"', text))
                if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
                    runs = re.findall(r"<a:r>.*?</a:r>", text, re.DOTALL)
                    assert all("lang=" in run for run in runs), name
    assert found == {LOCALES[language]}


def test_the_same_input_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert write(SAMPLE, samples.BRAND) == files["sample"]
    with ZipFile(BytesIO(files["sample"])) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_numbers_stand_where_the_page_has_numbers(shown: dict[str, Any]) -> None:
    """A numbered list is numbered by the program itself, a bullet is no number."""
    text = shown["sample"].slides[1].placeholders[1].text_frame
    numbered = [
        paragraph.text for paragraph in text.paragraphs if paragraph._p.xpath("./a:pPr/a:buAutoNum")
    ]
    assert numbered == ["Diep"]


def test_text_above_the_first_slide_is_refused() -> None:
    """Nothing of a page is lost in silence."""
    with pytest.raises(ValueError, match="slides begin with a ## heading"):
        write(document(samples.paragraph("Zwevend")), samples.BRAND)


LONG = "Deze zin is veel te lang voor een dia die iemand achter in de zaal nog lezen moet. " * 6


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([heading("Vol"), FIGURE, FIGURE], 'the slide "Vol" holds too much'),
        ([heading("Vol"), TABLE, samples.paragraph("Erbij")], 'the slide "Vol" holds too much'),
        ([heading("Vol"), samples.paragraph(LONG)], 'the text of the slide "Vol" does not fit'),
        ([heading("Vol"), samples.paragraph(LONG[:200]), FIGURE], 'the text of the slide "Vol"'),
        ([heading("Vol"), replace(TABLE, rows=TABLE.rows * 8)], 'the text of the slide "Vol"'),
        ([heading(LONG[:90])], "is too long; shorten it"),
        ([heading("Vol"), *samples.cards("nl").blocks[-1:]], 'the slide "Vol" holds cards'),
    ],
    ids=["two figures", "table and text", "text", "beside a figure", "table", "title", "cards"],
)
def test_a_slide_with_too_much_is_refused(blocks: list[Block], said: str) -> None:
    """What would run off the slide is an error that says which slide, and what to do."""
    with pytest.raises(ValueError, match=re.escape(said)):
        write(document(heading("Eerst"), *blocks), samples.BRAND)
