"""`klantarena templates`."""

import json
import os
import pty
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generators.kit import KitFile
from handbook.model import Handbook
from tests.commands.conftest import Command, refused


def manifest(folder: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return entries


def word_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")}


def test_every_word_file_comes_with_a_line_in_the_manifest(
    tmp_path: Path, klantarena: Command, kit_files: dict[str, bytes]
) -> None:
    """Both languages are made, and manifest.json lists each file with its blanks and its hash."""
    out = tmp_path / "new" / "kit"
    finished = klantarena("templates", "--out", str(out))
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr == "", "piped, it is quiet"
    entries = manifest(out)
    assert {entry["file"] for entry in entries} == word_files(out) == set(kit_files)
    for entry in entries:
        data = (out / entry["file"]).read_bytes()
        assert data == kit_files[entry["file"]]
        assert entry["sha256"] == sha256(data).hexdigest()
        assert entry["file"].startswith(f"{entry['language']}/")
        assert "organisation.name" in entry["fields"]
    invitation = [entry for entry in entries if entry["id"] == "customer-invitation"]
    assert {entry["language"] for entry in invitation} == {"nl", "en"}
    assert all("guest.name" in " ".join(e["fields"]) or e["fields"] for e in invitation)
    sheets = [e for e in entries if e["id"] == "run-sheet" and e["language"] == "nl"]
    combinations = [tuple(sorted(entry["choices"].items())) for entry in sheets]
    assert len(set(combinations)) == len(combinations) > 1, "one file for each choice"
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_one_language_can_be_made_alone(tmp_path: Path, klantarena: Command) -> None:
    """With --language en there is no Dutch file, and none in the manifest."""
    finished = klantarena("templates", "--out", str(tmp_path / "kit"), "--language", "en")
    assert finished.returncode == 0, finished.stderr
    assert not (tmp_path / "kit" / "nl").exists()
    assert {entry["language"] for entry in manifest(tmp_path / "kit")} == {"en"}


def test_files_for_a_pen_and_whole_kits_come_when_asked(
    tmp_path: Path, klantarena: Command, paper_kit: dict[str, KitFile], handbook: Handbook
) -> None:
    """With --paper each file has its sheet for a pen beside it; with --zip each preset its kit."""
    out = tmp_path / "kit"
    asked = ("templates", "--out", str(out), "--language", "en", "--paper", "--zip")
    finished = klantarena(*asked)
    assert finished.returncode == 0, finished.stderr
    expected = {name: file.data for name, file in paper_kit.items() if name.startswith("en/")}
    entries = manifest(out)
    on_paper = [entry for entry in entries if entry.get("paper")]
    assert {entry["file"]: (out / entry["file"]).read_bytes() for entry in on_paper} == expected
    assert len(word_files(out)) == 2 * len(expected)
    assert all(entry["fields"] == [] for entry in on_paper)
    whole = [entry for entry in entries if entry["id"] == "whole-kit"]
    assert whole[0]["preset"] == handbook.default_preset
    assert {entry["preset"] for entry in whole} == set(handbook.presets)
    for entry in whole:
        preset = handbook.presets[entry["preset"]]
        assert entry["choices"] == {"round2": preset.round2, "round3": preset.round3}
        data = (out / entry["file"]).read_bytes()
        assert entry["sha256"] == sha256(data).hexdigest()
    assert "3 whole kits" in finished.stdout
    # Not asked for any more: what this command made is taken away again.
    assert klantarena("templates", "--out", str(out), "--language", "en").returncode == 0
    assert list(out.rglob("*.zip")) == []
    assert len(word_files(out)) == len(expected)


def test_a_kit_alone_leaves_the_loose_sheets_for_a_pen_out(
    tmp_path: Path, klantarena: Command
) -> None:
    """With --zip they are in the .zip, not between the other files as well."""
    out = tmp_path / "kit"
    assert klantarena("templates", "--out", str(out), "--language", "nl", "--zip").returncode == 0
    assert not any(entry.get("paper") for entry in manifest(out))
    (first, *_) = sorted(out.rglob("*.zip"))
    with zipfile.ZipFile(first) as archive:
        assert any(name.startswith("Papier/") for name in archive.namelist())


def test_what_it_made_before_goes_and_what_people_put_there_stays(
    tmp_path: Path, klantarena: Command
) -> None:
    """A file of an earlier kit is removed; a changed one, and somebody's own, are left alone."""
    out = tmp_path / "kit"
    (out / "en").mkdir(parents=True)
    outside = tmp_path / "outside.docx"
    entries = []
    for path, on_disk in (
        (out / "en/old.docx", b"old"),
        (out / "en/filled in.docx", b"with my own words"),
        (outside, b"old"),
    ):
        path.write_bytes(on_disk)
        name = os.path.relpath(path, out)
        entries.append({"file": name, "sha256": sha256(b"old").hexdigest()})
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    (out / "manifest.json").write_text(json.dumps(entries), encoding="utf-8")
    finished = klantarena("templates", "--out", str(out), "--language", "en")
    assert finished.returncode == 0, finished.stderr
    assert not (out / "en/old.docx").exists()
    assert (out / "en/filled in.docx").read_bytes() == b"with my own words"
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert outside.exists(), "a manifest is not followed out of its folder"


def test_a_mistake_in_one_page_leaves_the_folder_as_it_was(
    copy: Path, tmp_path: Path, klantarena: Command
) -> None:
    """Where one template cannot be made, none is put in place."""
    page = copy / "docs/en/kit/action-plan.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ nothing_of_the_kind() }}\n", "utf-8")
    lines = refused(klantarena("templates", "--out", str(tmp_path / "kit")))
    assert lines[0].startswith("docs/en/kit/action-plan.md:")
    assert not (tmp_path / "kit").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "kit", "--language", "fr"), "write nl or en"),
        (("--out", "handbook.yml"), "this is a file; name a folder"),
        (("--out", "handbook.yml/kit"), "handbook.yml"),
        ((), "--out"),
    ],
)
def test_what_cannot_be_done_is_said(
    copy: Path, klantarena: Command, arguments: tuple[str, ...], said: str
) -> None:
    """An unknown language or a folder that cannot be made: exit 2, in words, nothing written."""
    before = set(copy.iterdir())
    assert said in "\n".join(refused(klantarena("templates", *arguments)))
    assert set(copy.iterdir()) == before


def test_on_a_terminal_it_shows_that_it_is_busy(copy: Path, tmp_path: Path) -> None:
    """Somebody who waits for seconds sees what for."""
    mine, its = pty.openpty()
    program = Path(sys.executable).with_name("klantarena")
    with subprocess.Popen(
        [program, "templates", "--out", tmp_path / "kit", "--language", "en"],
        cwd=copy,
        stdout=subprocess.PIPE,
        stderr=its,
        env={**os.environ, "TERM": "xterm"},
    ) as process:
        os.close(its)
        shown = b""
        while True:
            try:
                shown += os.read(mine, 4096)
            except OSError:  # how Linux says that the other end was closed
                break
            if not shown:
                break
    os.close(mine)
    assert process.returncode == 0
    assert b"Making the Word files" in shown
