"""The empty presentation: its layouts in the colours, letter and logo of the brand."""

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from string import Template
from struct import unpack
from zipfile import ZipFile

from generators.word.brand import dressed
from generators.word.markup import escape
from generators.word.pictures import raster
from handbook.model import Brand, Language, Words

_WORDS = {
    "title_here": Words(nl="Titel", en="Title"),
    "text_here": Words(nl="Tekst", en="Text"),
    "picture_here": Words(nl="Afbeelding", en="Picture"),
    "table_here": Words(nl="Tabel", en="Table"),
    "layout_title": Words(nl="Titeldia", en="Title slide"),
    "layout_text": Words(nl="Titel en tekst", en="Title and text"),
    "layout_picture": Words(nl="Tekst en afbeelding", en="Text and picture"),
    "layout_table": Words(nl="Titel en tabel", en="Title and table"),
}
LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}

# Copying a project often leaves out files with a hidden name.
_HIDDEN = {"_rels/package.rels": "_rels/.rels"}

# In EMU, 914,400 to the inch: a slide is 12,192,000 wide and 6,858,000 high.
_RIGHT, _TOP, _HEIGHT = 11353800, 420000, 640000
_LARGE_TOP, _LARGE_HEIGHT = 620000, 900000
_WIDEST, _LARGE_WIDEST = 2400000, 3600000
_LEFT, _TITLE_WIDTH, _GAP = 838200, 8815600, 240000
_DOTS_HIGH = 240


@lru_cache(maxsize=8)
def empty(brand: Brand, language: Language, footer: str) -> bytes:
    """Return a presentation without slides; `footer` stands at the foot of each."""
    locale = LOCALES[language]
    logo = raster(brand.logo, height=_DOTS_HIGH)
    words = {
        name: escape(text.nl if language == "nl" else text.en) for name, text in _WORDS.items()
    }
    description = brand.logo_description
    said = escape(description.nl if language == "nl" else description.en)
    across, down = unpack(">II", logo[16:24])
    width, height = _size(across / down, _HEIGHT, _WIDEST)
    large = _size(across / down, _LARGE_HEIGHT, _LARGE_WIDEST)
    left = _RIGHT - width
    slots = {
        **words,
        "locale": locale,
        "footer": escape(footer),
        "logo": _logo(said, "rId6", left, _TOP, width, height),
        "large_logo": _logo(said, "rId2", _LEFT, _LARGE_TOP, *large),
        # A title stops before the logo, however wide that is.
        "title_width": str(min(_TITLE_WIDTH, left - _GAP - _LEFT)),
    }
    parts = {
        _HIDDEN.get(path, path): Template(text).substitute(slots)
        for path, text in _parts(files("generators.slides").joinpath("base"))
    }
    parts["ppt/theme/theme1.xml"] = dressed("word/theme.xml", brand, locale)
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for path, text in parts.items():
            archive.writestr(path, text)
        archive.writestr("ppt/media/logo.png", logo)
    return buffer.getvalue()


def _parts(folder: Traversable, above: str = "") -> list[tuple[str, str]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{above}{entry.name}"
        if entry.is_dir():
            found += _parts(entry, f"{path}/")
        else:
            found.append((path, entry.read_text("utf-8")))
    return found


def _size(shape: float, height: int, widest: int) -> tuple[int, int]:
    """Return how wide and how high a logo of this shape is, in a given room."""
    width = round(height * shape)
    return (width, height) if width <= widest else (widest, round(widest / shape))


def _logo(said: str, relation: str, left: int, top: int, width: int, height: int) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="9" name="Logo" descr="{said}"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></p:spPr></p:pic>"
    )
