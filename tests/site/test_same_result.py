"""A Word file is filled alike in the browser and on the command line, whatever the values."""

import io
import json
import random
import re
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page

from generators.browser import event_script
from generators.fill.form import compiled, filled
from generators.kit import KitFile
from handbook.event import parse_event
from handbook.model import Handbook
from handbook.problems import ProblemsFound
from handbook.values import LONGEST

pytestmark = pytest.mark.xdist_group("site-2")

SCRIPTS = ("schedule", "values", "zip", "word-fill")
FILES = (
    ("nl", "customer-invitation"),
    ("en", "note-takers-sheet"),
    ("nl", "project-card"),
    ("nl", "report"),
)
# Signs that break something somewhere: markup, other scripts, breaks, and what XML forbids.
PIECES = [
    *("a", "Z", "é", "😀", "\u202e", "שלום", "&", "<", ">", '"', "'", "]]>", "&amp;", "<w:t>"),
    *("\n", "\r\n", "\r", "\t", " ", "  ", "\x00", "\x07", "\x0b", "\x85", "\u2028", "\ud800"),
    *("\ufffe", "\uffff", "\xa0", "\u200b", "👩‍👩‍👧", "ﷺ", "İ", "ß", "x" * 50, "{{ 7*7 }}"),
]
KNOWN = ["2027-03-12", "2027-02-30", "9999-12-31", "true", "false", "yes", "open", "now", "done"]
FILL = """([word, cases]) => {
    const bytes = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
    const text = found => {
        let signs = "";
        for (let at = 0; at < found.length; at += 30000)
            signs += String.fromCharCode.apply(null, found.subarray(at, at + 30000));
        return btoa(signs);
    };
    return klantarena.word.open(bytes(word)).then(async source => {
        const filled = [];
        for (const one of cases) {
            const [values, language] = JSON.parse(one);
            filled.push(text((await source.fill(values, language)).content));
        }
        return filled;
    });
}"""


@pytest.fixture
def page(project: Path, handbook: Handbook, browser: Browser) -> Iterator[Page]:
    """Give a page with nothing but the scripts that fill."""
    scripts = project / "overrides/assets/javascripts"
    opened = browser.new_page()
    opened.set_content("<!doctype html><title>Test</title>")
    opened.add_script_tag(content=(scripts / "sentences.js").read_text(encoding="utf-8"))
    opened.add_script_tag(content=event_script(handbook, "nl"))
    for name in SCRIPTS:
        opened.add_script_tag(content=(scripts / f"{name}.js").read_text(encoding="utf-8"))
    yield opened
    opened.close()


def in_the_browser(page: Page, word: bytes, cases: list[tuple[dict[str, str], str]]) -> list[bytes]:
    # As JSON with escapes: half a pair would not travel otherwise.
    wire = [json.dumps(case) for case in cases]
    filled: list[str] = page.evaluate(FILL, [b64encode(word).decode(), wire])
    return [b64decode(one) for one in filled]


def value(chance: random.Random) -> str:
    if chance.random() < 0.2:
        return chance.choice(KNOWN)
    if chance.random() < 0.03:
        return "ab😀 " * 1100
    return "".join(chance.choice(PIECES) for _ in range(chance.choice([0, 1, 3, 8])))


def values(paths: tuple[str, ...], chance: random.Random) -> dict[str, str]:
    """Return values for most blanks, and for more rows than a list has."""
    given = {path: value(chance) for path in paths if chance.random() < 0.8}
    columns = {tuple(path.split(".")[1::2]) for path in paths if path.startswith("lists.")}
    for row in range(1, chance.choice([1, 4, 24])):
        for column in sorted(columns):
            if len(column) == 2:
                given[f"lists.{column[0]}.{row}.{column[1]}"] = value(chance)
    return given


def canonical(word: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        assert parts.testzip() is None
        return {
            name: etree.tostring(
                etree.fromstring(parts.read(name)).getroottree(), method="c14n", with_comments=True
            )
            if name.endswith((".xml", ".rels"))
            else parts.read(name)
            for name in parts.namelist()
        }


@pytest.mark.parametrize(("language", "template"), FILES)
def test_browser_and_command_line_fill_alike(
    language: str, template: str, page: Page, kit: dict[str, KitFile]
) -> None:
    """For random values, and filled once more with fewer, every part is the same."""
    chance = random.Random(f"{language} {template}")
    word = next(
        file.data
        for file in kit.values()
        if (file.template.language, file.template.identifier) == (language, template)
    )
    paths = tuple(compiled(word, "nl").labels)
    cases = [({}, "nl"), *((values(paths, chance), "en") for _ in range(6))]
    once = [filled(compiled(word, spoken), given) for given, spoken in cases]
    for ours, theirs, case in zip(in_the_browser(page, word, cases), once, cases, strict=True):
        assert canonical(ours) == canonical(theirs), case
    assert canonical(once[0]) == canonical(word)
    fewer = {path: given for path, given in cases[1][0].items() if chance.random() < 0.5}
    (again,) = in_the_browser(page, once[1], [(fewer, "nl")])
    assert canonical(again) == canonical(filled(compiled(once[1], "nl"), fewer))


def without_tags(word: bytes) -> bytes:
    """Return a file as LibreOffice leaves it: blanks without names, rows that cannot grow."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                text = re.sub(
                    rb'<w:tag w:val="[^"]*"/>|<w15:repeatingSection(?:Item)?/>', b"", text
                )
            after.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(("language", "template"), FILES)
def test_what_lost_its_names_is_filled_alike(
    language: str, template: str, page: Page, kit: dict[str, KitFile]
) -> None:
    """Blanks are found by what they are bound to, the same ones in the browser."""
    chance = random.Random(f"{language} {template}")
    word = without_tags(
        next(
            file.data
            for file in kit.values()
            if (file.template.language, file.template.identifier) == (language, template)
        )
    )
    form = compiled(word, "nl")
    cases = [(values(tuple(form.labels), chance), "nl") for _ in range(2)]
    ours = in_the_browser(page, word, cases)
    for one, (given, _) in zip(ours, cases, strict=True):
        assert canonical(one) == canonical(filled(form, given)) != canonical(word)


MISTAKES = {
    "event.date": [
        "2027-02-28",
        "2027-02-29",
        "1999-12-31",
        "2100-12-31",
        "2101-01-01",
        "1-3-2027",
    ],
    "event.start_time": ["9:05", "09.05", "23:59", "24:00", "9:5", "9:60", "٣:30", "half 3"],
    "event.daypart": ["morning", "noon"],
    "event.title": ["x" * LONGEST, "x" * (LONGEST + 1), "😀" * LONGEST],
    "organisation.contact_email": ["ada@example.org", "ada@example", "a b@example.org", "ada", "@"],
    "costs.estimate": ["12,50", "-3", "0.5", "1,234", "1.", "veel", "1234567890", "٣"],
}


@pytest.mark.parametrize("path", MISTAKES)
def test_the_form_takes_what_the_command_takes(path: str, page: Page, handbook: Handbook) -> None:
    """What the form lets through and saves is no mistake on the command line, and the reverse."""
    group, _, name = path.partition(".")
    definitions = (
        handbook.lists[group].columns if group == "costs" else handbook.fields[group].fields
    )
    field = {"type": definitions[name].type, "options": dict.fromkeys(definitions[name].options)}
    for text in MISTAKES[path]:
        held = {name: text}
        written = json.dumps({group: [held] if group == "costs" else held}, ensure_ascii=False)
        try:
            parse_event(written, handbook, [], "event.yml")
            expected = True
        except ProblemsFound:
            expected = False
        found = page.evaluate(
            "([field, text]) => klantarena.values.mistake(field, text)", [field, text]
        )
        assert (found is None) == expected, text[:20]
