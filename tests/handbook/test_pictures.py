"""An organisation's logo and fonts: what cannot be used is refused, and why is said."""

import shutil
import struct
import zlib
from pathlib import Path

import pytest

from handbook.load import ConfigError, load
from handbook.pictures import size


def png(width: int = 4, height: int = 2, dots: bytes | None = None) -> bytes:
    """Return a PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = dots if dots is not None else zlib.compress((b"\0" + b"\x99" * 3 * width) * height)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def svg(inside: str = '<path d="M0 0h9v9z"/>', box: str = 'viewBox="0 0 9 9"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{inside}</svg>'.encode()


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    shutil.copy(project / "handbook.yml", tmp_path)
    (tmp_path / "organisation").mkdir()
    return tmp_path


def told(folder: Path, config: str) -> str:
    """Return the one mistake in an organisation.yml."""
    (folder / "organisation.yml").write_text(config, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(folder / "handbook.yml")
    (problem,) = caught.value.problems
    return str(problem)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("logo.png", png(), id="a PNG"),
        pytest.param("logo.svg", svg(), id="an SVG"),
        pytest.param("LOGO.SVG", svg(), id="a name in capitals"),
        pytest.param("logo.svg", b"\xef\xbb\xbf" + svg(), id="an SVG with a byte order mark"),
        pytest.param(
            "logo.svg",
            b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
            b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n' + svg(),
            id="an SVG as drawing programs begin it",
        ),
        pytest.param(
            "logo.svg",
            svg('<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0h9"/>'),
            id="an SVG that refers to itself",
        ),
        pytest.param(
            "logo.svg", svg(box='width="9mm" height="4.5mm"'), id="an SVG with measures alone"
        ),
    ],
)
def test_a_sound_logo_is_taken(folder: Path, name: str, content: bytes) -> None:
    """SVG and PNG are taken as drawing programs write them."""
    (folder / "organisation" / name).write_bytes(content)
    own = folder / "organisation.yml"
    own.write_text(f"name: A\nlogo: organisation/{name}\n", encoding="utf-8")
    logo = load(folder / "handbook.yml").brand.own_logo
    assert logo is not None and logo.file == f"organisation/{name}"
    assert size(content)[0] > 0


REFUSED = {
    "another kind of file": ("logo.jpg", b"\xff\xd8\xff", "not an SVG or PNG", "save the logo as"),
    "a photo by another name": ("logo.png", b"\xff\xd8\xff\xe0", "not a picture", "again as PNG"),
    "half a PNG": ("logo.png", png()[:-20], "damaged", "again as PNG"),
    "a spoilt PNG": ("logo.png", png().replace(b"\x08\x02", b"\x08\x03"), "damaged", "again"),
    "an empty file": ("logo.png", b"", "not a picture", "again as PNG"),
    "too many dots": ("logo.png", png(30_000, 30_000, b"x"), "30000 by 30000 dots", "1000 dots"),
    "text by another name": ("logo.svg", b"Beste lezer", "not an SVG drawing", "plain SVG"),
    "a web page": ("logo.svg", b"<html><body/></html>", "not an SVG drawing", "plain SVG"),
    "half an SVG": ("logo.svg", svg()[:-8], "not an SVG drawing", "plain SVG"),
    "no size": ("logo.svg", svg(box=""), "how large it is", "a viewBox"),
    "no width": ("logo.svg", svg(box='viewBox="0 0 0 9"'), "how large it is", "a viewBox"),
    "a script": ("logo.svg", svg("<script>alert(1)</script>"), "a script", "shapes only"),
    "a script in an attribute": (
        "logo.svg",
        svg('<path onload="alert(1)" d="M0 0"/>'),
        "a script (onload)",
        "shapes only",
    ),
    "a script in a link": (
        "logo.svg",
        svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>'),
        "from another place",
        "shapes only",
    ),
    "a picture from elsewhere": (
        "logo.svg",
        svg(
            '<image xmlns:xlink="http://www.w3.org/1999/xlink" '
            'xlink:href="https://example.org/a.png"/>'
        ),
        "from another place",
        "shapes only",
    ),
    "a font from elsewhere": (
        "logo.svg",
        svg("<style>@import url(https://example.org/a.css);</style>"),
        "from another place",
        "shapes only",
    ),
    "a style from elsewhere": (
        "logo.svg",
        svg('<path style="fill: url(//example.org/a.svg#b)" d="M0 0"/>'),
        "from another place",
        "shapes only",
    ),
    "a style sheet": (
        "logo.svg",
        b'<?xml-stylesheet href="https://example.org/a.css"?>' + svg(),
        "a style sheet from elsewhere",
        "shapes only",
    ),
    "a web page inside": (
        "logo.svg",
        svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">A</p></foreignObject>'),
        "<foreignobject>",
        "shapes only",
    ),
    "letters": ("logo.svg", svg("<text>De Linde</text>"), "letters as text", "as outlines"),
    "words of its own": (
        "logo.svg",
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<desc>&a;</desc>"),
        "ENTITY",
        "plain SVG",
    ),
}


@pytest.mark.parametrize("logo", REFUSED.values(), ids=REFUSED.keys())
def test_a_logo_that_cannot_be_used_is_refused(
    folder: Path, logo: tuple[str, bytes, str, str]
) -> None:
    """Line, key, what is wrong and what to do about it."""
    name, content, what, remedy = logo
    (folder / "organisation" / name).write_bytes(content)
    line = told(folder, f"name: A\nlogo: organisation/{name}\n")
    assert line.startswith("organisation.yml:2: logo: ")
    assert what in line
    assert remedy in line


def test_a_logo_of_forty_megabytes_is_not_even_read(folder: Path) -> None:
    """Its size is said, and how large it may be."""
    with (folder / "organisation/logo.png").open("wb") as file:
        file.truncate(40_000_000)
    line = told(folder, "name: A\nlogo: organisation/logo.png\n")
    assert "too large (40.0 MB); keep it below 1 MB" in line


@pytest.mark.parametrize(
    ("path", "what", "remedy"),
    [
        ("organisation/logo.svg", "there is no file", "check its name"),
        ("../logo.svg", "not in this project", "copy it to the folder organisation"),
        ("/etc/logo.svg", "not in this project", "copy it"),
        (r"organisation\logo.svg", "not the path of a file", "with slashes"),
        ("https://example.org/logo.svg", "not the path of a file", "from the project's folder"),
        ("organisation", "not an SVG or PNG", "save the logo"),
    ],
)
def test_a_logo_must_be_a_file_of_the_project(
    folder: Path, path: str, what: str, remedy: str
) -> None:
    """Neither a web address nor a path out of the project will do."""
    line = told(folder, f"name: A\nlogo: '{path}'\n")
    assert line.startswith("organisation.yml:2: logo: ")
    assert what in line and remedy in line


@pytest.mark.parametrize(
    "place", ["logo.svg", "organisation/Logo.SVG", "organisation/pictures/logo.svg"]
)
def test_a_logo_that_was_put_elsewhere_is_found(folder: Path, place: str) -> None:
    """Uploaded into another folder, or spelt with capitals: the message says where it is."""
    (folder / place).parent.mkdir(exist_ok=True)
    (folder / place).write_bytes(svg())
    line = told(folder, "name: A\nlogo: organisation/logo.svg\n")
    assert line.endswith(f"there is no file organisation/logo.svg; did you mean {place}?")


def test_a_logo_needs_words_for_who_cannot_see_it(folder: Path) -> None:
    """The organisation's name will do; without it the logo is refused."""
    (folder / "organisation/logo.svg").write_bytes(svg())
    assert "add name:" in told(folder, "logo: organisation/logo.svg\n")
    assert "add logo:" in told(folder, "name: A\nlogo_dark: organisation/logo.svg\n")


FONTS = {
    "no such file": ("own.woff2", None, "there is no file", "check its name"),
    "another kind": ("own.eot", b"", "not a font for the web", ".woff2"),
    "a picture by another name": ("own.woff2", png(), "holds no font", "look for the font"),
}


@pytest.mark.parametrize("font", FONTS.values(), ids=FONTS.keys())
def test_a_font_that_cannot_be_used_is_refused(
    folder: Path, font: tuple[str, bytes | None, str, str]
) -> None:
    """Line, key, what is wrong and what to do about it."""
    name, content, what, remedy = font
    if content is not None:
        (folder / "organisation" / name).write_bytes(content)
    line = told(folder, f"fonts:\n  site: Own\n  files:\n    regular: organisation/{name}\n")
    assert line.startswith("organisation.yml:4: fonts.files.regular: ")
    assert what in line and remedy in line


def test_files_of_a_font_need_its_name_and_its_ordinary_letter(folder: Path) -> None:
    """Without a name, or with the bold alone, a browser could not use them."""
    (folder / "organisation/own.woff2").write_bytes(b"wOF2 and more")
    assert "add site:" in told(folder, "fonts: {files: {regular: organisation/own.woff2}}\n")
    bold = "fonts: {site: Own, files: {bold: organisation/own.woff2}}\n"
    assert "regular is missing" in told(folder, bold)
