"""`klantarena init`."""

from pathlib import Path

from tests.commands.conftest import Command, refused


def test_it_begins_an_edition_that_is_sound(copy: Path, klantarena: Command) -> None:
    """It writes organisation.yml, and nothing else; what it writes has no mistake in it."""
    before = set(copy.iterdir())
    finished = klantarena("init")
    assert finished.returncode == 0, finished.stderr
    written = copy / "organisation.yml"
    assert set(copy.iterdir()) - before == {written}
    assert str(written) in finished.stdout
    checked = klantarena("check")
    assert checked.returncode == 0, checked.stderr
    assert "organisation.yml" in checked.stdout


def test_it_leaves_what_is_there(copy: Path, klantarena: Command) -> None:
    """An organisation.yml that is there stays as it is."""
    own = copy / "organisation.yml"
    own.write_text("name: De Linde\n", encoding="utf-8")
    (line,) = refused(klantarena("init"))
    assert line.startswith(f"{own}: this file is there already")
    assert "--out" in line
    assert own.read_text(encoding="utf-8") == "name: De Linde\n"


def test_it_can_be_written_elsewhere(copy: Path, klantarena: Command) -> None:
    """With --out it comes in another file, or in another folder."""
    assert klantarena("init", "--out", "mine.yml").returncode == 0
    folder = copy / "mine"
    folder.mkdir()
    assert klantarena("init", "--out", "mine").returncode == 0
    assert (folder / "organisation.yml").read_bytes() == (copy / "mine.yml").read_bytes()


def test_a_mistake_in_it_stops_every_command(copy: Path, klantarena: Command) -> None:
    """check, templates and build say the same line, and nothing is written."""
    (copy / "organisation.yml").write_text("name: A\npreset: D\n", encoding="utf-8")
    for command in (("check",), ("templates", "--out", "kit"), ("build",)):
        (line,) = refused(klantarena(*command))
        assert line.startswith("organisation.yml:2: preset: ")
    assert not (copy / "kit").exists()
    assert not (copy / "site").exists()
