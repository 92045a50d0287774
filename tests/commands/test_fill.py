"""`klantarena event` and `klantarena fill`."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generators.word.writer import write
from tests.commands.conftest import Command, Run, refused
from tests.tools import tool
from tests.word import samples
from tests.word.quality import findings

EVENT = """
event: {date: 2030-03-14, theme: '<b>bellen & wachten</b>'}
guests:
  - {name: '../Jan: Jansen', accepted: true}
  - {name: CON}
"""


def warned(finished: Run) -> list[str]:
    return [line for line in finished.stdout.splitlines() if line.startswith("To look at: ")]


@pytest.fixture
def folder(copy: Path) -> Path:
    """Return a folder for events in the copy of the project, beside a letter of a team's own."""
    (copy / "ours.docx").write_bytes(write(samples.letter("nl"), samples.BRAND))
    made = copy / "events"
    made.mkdir()
    return made


def test_the_example_becomes_a_kit(copy: Path, klantarena: Command) -> None:
    """From nothing to a filled kit in two commands; a second time it stays as it is.

    An editor with the schema beside the example finds nothing in it, and finds what is wrong.
    """
    written = klantarena("event")
    assert written.returncode == 0, written.stderr
    assert {"event.yml", "event.schema.json"} <= {path.name for path in copy.iterdir()}
    schema = [tool("check-jsonschema"), "--schemafile", copy / "event.schema.json"]
    assert subprocess.run([*schema, copy / "event.yml"], check=False).returncode == 0
    wrong = copy / "wrong.yml"
    wrong.write_text("event: {date: 2027-02-30, dat: x}", encoding="utf-8")
    told = subprocess.run([*schema, wrong], check=False, capture_output=True, text=True)
    assert told.returncode == 1
    assert "wrong.yml::$.event" in told.stdout
    (line,) = refused(klantarena("event"))
    assert "event.yml: this file is there already and stays as it is" in line

    made = klantarena("fill", "event.yml", "--out", "mine")
    assert made.returncode == 0, made.stderr
    assert made.stderr == ""
    files = {path.relative_to(copy / "mine").as_posix() for path in (copy / "mine").rglob("*.*")}
    letters = {name for name in files if name.startswith("06 ")}
    assert letters == {
        f"06 Uitnodiging klant/06 Uitnodiging klant - {guest}{ending}"
        for guest in ("Jan Jansen", "Fatma Demir")
        for ending in (".docx", ".txt")
    }
    assert {"Nog invullen.txt", "Tijdpad.ics"} <= files
    before = {name: (copy / "mine" / name).read_bytes() for name in files}
    assert klantarena("fill", "event.yml", "--out", "mine").returncode == 0
    assert {name: (copy / "mine" / name).read_bytes() for name in files} == before


def test_a_folder_of_events_gives_a_kit_for_each_that_is_right(
    folder: Path, copy: Path, klantarena: Command
) -> None:
    """All mistakes of all events are told with file and line; nothing is written for those."""
    (folder / "one.yml").write_text(EVENT, encoding="utf-8")
    (folder / "two.yml").write_text("event: {dat: x}\nguests: none\n", encoding="utf-8")
    (folder / "three.yml").write_text("local: {project-card: {nonsense: x}}", encoding="utf-8")
    (folder / "four.yml").write_bytes("event: {theme: café}".encode("latin-1"))
    (folder / ".hidden.yml").write_text("of an editor", encoding="utf-8")
    finished = klantarena("fill", "events", "--out", "kits", "--zip")
    assert finished.returncode == 2
    assert [line.partition("; ")[0] for line in finished.stderr.splitlines()] == [
        "events/four.yml:1: the file is not in UTF-8",
        "events/three.yml:1: local.project-card.nonsense: this template has no such blank, "
        "with these choices",
        "events/two.yml:1: event.dat: this key is not known",
        'events/two.yml:2: guests: "none" is not a list',
    ]
    assert [path.name for path in (copy / "kits").iterdir()] == ["one.zip"]
    with zipfile.ZipFile(copy / "kits" / "one.zip") as kit:
        names = kit.namelist()
        invited = [name for name in names if name.startswith("06 ") and name.endswith(".docx")]
        assert invited == [
            f"06 Uitnodiging klant/06 Uitnodiging klant - {guest}.docx"
            for guest in ("Jan Jansen", "_CON")
        ]
        letter = kit.read(invited[0])
        assert kit.read("Tijdpad.ics").startswith(b"BEGIN:VCALENDAR")
    assert findings(letter) == []
    with zipfile.ZipFile(BytesIO(letter)) as parts:
        assert b"&lt;b&gt;bellen &amp; wachten&lt;/b&gt;" in parts.read("word/document.xml")


def test_what_somebody_changed_is_not_written_over(
    folder: Path, copy: Path, klantarena: Command
) -> None:
    """With --file a team's own letter is filled in; one that was reworded since then stays.

    A letter to a guest who is gone is taken away.
    """
    event = folder / "one.yml"
    event.write_text(EVENT, encoding="utf-8")
    fill = ("fill", str(event), "--out", "mine", "--file", "ours.docx")
    made = klantarena(*fill)
    assert made.returncode == 0, made.stderr
    letters = copy / "mine" / "ours"
    assert {path.name for path in letters.iterdir()} == {
        "ours - Jan Jansen.docx",
        "ours - _CON.docx",
    }
    event.write_text(EVENT.replace("  - {name: CON}\n", ""), encoding="utf-8")
    assert klantarena(*fill).returncode == 0
    (letter,) = letters.iterdir()

    letter.write_bytes(letter.read_bytes() + b"reworded")
    kept = letter.read_bytes()
    (line,) = refused(klantarena(*fill))
    assert f"somebody has changed mine/{letter.relative_to(copy / 'mine')}" in line
    assert "move it to where you keep it" in line
    assert letter.read_bytes() == kept


def test_what_cannot_be_filled_in_is_refused(folder: Path, copy: Path, klantarena: Command) -> None:
    """No Word file, no event, an empty folder: one line says what is wrong, and nothing is made."""
    event = folder / "one.yml"
    event.write_text(EVENT, encoding="utf-8")
    (copy / "notes.docx").write_text("no Word file", encoding="utf-8")
    (line,) = refused(klantarena("fill", str(event), "--out", "mine", "--file", "notes.docx"))
    assert line.startswith("notes.docx: This file is damaged, or is not a Word file; Open it")
    (line,) = refused(klantarena("fill", "nothing.yml", "--out", "mine", "--file", "ours.docx"))
    assert "nothing.yml: there is no such file" in line
    event.unlink()
    (line,) = refused(klantarena("fill", "events", "--out", "mine"))
    assert "no event.yml in this folder; write one: klantarena event" in line
    assert not (copy / "mine").exists()


def test_what_is_late_is_told(folder: Path, klantarena: Command) -> None:
    """A day that is over or free is no mistake, but is said; so are the school holidays."""
    event = folder / "one.yml"
    event.write_text("event: {date: 2026-01-04}", encoding="utf-8")
    made = klantarena("fill", str(event), "--out", "mine", "--file", "ours.docx")
    assert made.returncode == 0, made.stderr
    told = " ".join(warned(made))
    assert "the session, on Sunday 4 January 2026, is over" in told
    assert "when many people do not work" in told
    assert told.count("school holidays") == 1
