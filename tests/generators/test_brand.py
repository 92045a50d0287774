"""One brand: the site's style sheet and the theme of a Word file carry the same colours."""

import io
import re
import zipfile
from dataclasses import fields
from pathlib import Path

import pytest

from generators.colours import colours
from generators.logo import icon, on_paper, rings, site_logo
from generators.word.writer import write
from handbook.model import Brand, FontFiles, Handbook, Logo, Words
from handbook.organisation import Colours
from handbook.palette import Palette, house
from tests.handbook.test_pictures import png, svg
from tests.word import samples

# The places of Word's theme, and the site's variable that they are equal to.
THEME = {
    "dk1": "brand-ink",
    "lt1": "brand-paper",
    "lt2": "brand-ground",
    "accent1": "brand-outer",
    "accent2": "brand-inner",
    "accent3": "brand-line",
    "accent4": "brand-band",
    "hlink": "brand-outer",
}


def variables(sheet: str) -> dict[str, str]:
    """Return the variables of a style sheet with plain values."""
    return dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6}|\"[^\"]*\");", sheet))


def word_file(brand: Brand) -> dict[str, str]:
    """Return the parts of a Word file in this brand."""
    data = write(samples.letter("nl"), brand)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode() for name in archive.namelist() if name[-3:] == "xml"
        }


@pytest.mark.parametrize("main", ["#FFE680", "#2C6E49", "#E30613", "#000000"])
def test_site_and_word_carry_the_same_colours(main: str, project: Path, handbook: Handbook) -> None:
    """Each colour of Word's theme is the value of the site's variable, whatever the house style."""
    brand = handbook.brand
    brand = brand.model_copy(update=house(Colours(main=main, accent="#6A4C93"), brand))
    theme = dict(
        re.findall(
            r'<a:(\w+)><a:srgbClr val="([0-9A-F]{6})"/>',
            word_file(on_paper(project, brand))["word/theme.xml"],
        )
    )
    site = variables(colours(brand))
    assert {place: f"#{theme[place]}" for place in THEME} == {
        place: site[name] for place, name in THEME.items()
    }


def test_every_colour_has_a_value_for_light_and_for_dark(handbook: Handbook) -> None:
    """What site.css calls by name has both; a browser that does not know dark has the light one."""
    sheet = colours(handbook.brand)
    site = variables(sheet)
    for field in fields(Palette):
        name = field.name.replace("_", "-")
        assert f"brand-{name}" in site and f"dark-{name}" in site
        assert f"--{name}: var(--brand-{name});" in sheet
        assert f"--{name}: light-dark(var(--brand-{name}), var(--dark-{name}));" in sheet


def test_the_style_sheets_name_no_colour_that_is_not_there(
    project: Path, handbook: Handbook
) -> None:
    """Each variable that a style sheet uses is set in one, or by a page itself."""
    folder = project / "overrides/assets/stylesheets"
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css")))
    every = written + colours(handbook.brand)
    set_here = set(re.findall(r"--([\w-]+):", every))
    without_default = set(re.findall(r"var\(--([\w-]+)\)", every))
    on_pages = {"edge", "guidance"}
    assert without_default - set_here - on_pages == set()


def test_drawings_follow_the_house_style(handbook: Handbook) -> None:
    """A figure carries its literal light colour; in the site's sheet that becomes a variable."""
    brand = handbook.brand.model_copy(update=house(Colours(main="#FFE680"), handbook.brand))
    sheet = colours(brand)
    assert f'svg [fill="{brand.outer}" i] {{ fill: var(--outer); }}' in sheet
    assert f'svg [stroke="{brand.inner}" i] {{ stroke: var(--inner); }}' in sheet


def test_the_letter_is_named_in_site_and_word(project: Path, handbook: Handbook) -> None:
    """The site gets its name and its files, Word the name of its own."""
    files = FontFiles(regular="organisation/own.woff2", bold="organisation/own-bold.woff2")
    brand = handbook.brand.model_copy(
        update={"site_font": "Own Letter", "font_files": files, "font": "Other Letter"}
    )
    sheet = colours(brand)
    assert variables(sheet)["letter"] == '"Own Letter"'
    faces = re.findall(r"@font-face \{ (.*?) \}", sheet)
    assert len(faces) == 2
    assert 'url("../fonts/own-bold.woff2")' in faces[1] and "font-weight: 700" in faces[1]
    theme = word_file(on_paper(project, brand))["word/theme.xml"]
    assert theme.count('<a:latin typeface="Other Letter"/>') == 2


def test_a_kind_of_letter_is_not_a_name(handbook: Handbook) -> None:
    """The word serif and the like belong to CSS, and stand there without quotes."""
    brand = handbook.brand.model_copy(update={"site_font": "Serif"})
    assert "--letter: serif;" in colours(brand)


def own_logo(project: Path, handbook: Handbook, content: bytes, name: str) -> Brand:
    (project / name).write_bytes(content)
    logo = Logo(file=name, description=Words(nl="De Linde", en="The Linden"))
    return handbook.brand.model_copy(update={"own_logo": logo})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", png(80, 20)),
        ("logo.svg", svg('<path fill="#990000" d="M0 0h80v20H0z"/>', 'viewBox="0 0 80 20"')),
    ],
)
def test_the_logo_stands_in_the_head_of_word_in_its_own_proportions(
    name: str, content: bytes, handbook: Handbook, tmp_path: Path
) -> None:
    """PNG and SVG alike become a picture there, four times as wide as high, with its name."""
    brand = own_logo(tmp_path, handbook, content, name)
    header = word_file(on_paper(tmp_path, brand))["word/header.xml"]
    across, down = map(int, re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', header)[0])
    assert across / down == pytest.approx(4, rel=0.02)
    assert 'descr="De Linde"' in header


def test_a_wide_logo_leaves_room_for_the_name(handbook: Handbook, tmp_path: Path) -> None:
    """A logo of twenty times its height is made smaller: sixty millimetres is the most."""
    brand = own_logo(tmp_path, handbook, png(400, 20), "logo.png")
    header = word_file(on_paper(tmp_path, brand))["word/header.xml"]
    across = int(re.findall(r'<wp:extent cx="(\d+)"', header)[0])
    assert across == 60 * 36000


def test_the_rings_follow_the_house_style(project: Path, handbook: Handbook) -> None:
    """Without a logo of one's own the method's rings stand there, in one's own colours."""
    assert rings(project, handbook.brand) == (project / handbook.brand.logo).read_text("utf-8")
    brand = handbook.brand.model_copy(update=house(Colours(main="#0B5C8A"), handbook.brand))
    drawn = rings(project, brand)
    assert 'stroke="#0B5C8A"' in drawn and f'fill="{brand.inner}"' in drawn
    assert handbook.brand.outer not in drawn


def test_the_icon_is_the_logo_initials_or_the_rings(
    project: Path, handbook: Handbook, tmp_path: Path
) -> None:
    """A square logo is its own icon; a wide one cannot be read so small, and initials are shown."""
    named = handbook.publication.model_copy(
        update={"publisher": Words(nl="De Linde", en="Wonen & Co")}
    )

    def icon_of(brand: Brand, folder: Path = tmp_path) -> str:
        with_name = handbook.model_copy(update={"brand": brand, "publication": named})
        return icon(folder, with_name, "nl")

    square = svg('<path fill="#990000" d="M0 0h9v9z"/>')
    assert icon_of(own_logo(tmp_path, handbook, square, "a.svg")) == square.decode()
    assert "data:image/png;base64," in icon_of(own_logo(tmp_path, handbook, png(9, 9), "b.png"))
    wide = icon_of(own_logo(tmp_path, handbook, png(80, 20), "c.png"))
    assert ">DL</text>" in wide and f'fill="{handbook.brand.outer}"' in wide
    assert icon(project, handbook, "nl") == rings(project, handbook.brand)


def test_a_logo_keeps_its_room_while_it_comes_in(handbook: Handbook, tmp_path: Path) -> None:
    """Its proportions stand in the page, so that nothing moves."""
    shown = site_logo(tmp_path, own_logo(tmp_path, handbook, png(80, 20), "logo.png"), "en")
    assert shown is not None
    assert (shown.width, shown.height) == (160, 40)
    assert shown.description == "The Linden"
    assert shown.dark is None
