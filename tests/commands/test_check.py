"""`klantarena check`."""

from pathlib import Path

from tests.commands.conftest import Command, refused


def state(folder: Path) -> dict[Path, tuple[int, bytes]]:
    return {
        path: (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_a_sound_project_is_said_to_be_well_and_stays_as_it_is(
    copy: Path, klantarena: Command
) -> None:
    """Nothing is written, and the answer says what was looked at."""
    before = state(copy)
    finished = klantarena("check")
    assert finished.returncode == 0, finished.stderr
    pages = len(list(copy.glob("docs/*/**/*.md")))
    assert f"handbook.yml and {pages} pages" in finished.stdout
    assert finished.stderr == ""
    assert state(copy) == before


def test_each_mistake_is_one_line_with_file_and_line(copy: Path, klantarena: Command) -> None:
    """Mistakes in two pages are both named, with the line they stand on."""
    places = []
    for page in ("docs/nl/kit/customer-invitation.md", "docs/en/day/round-1.md"):
        path = copy / page
        text = path.read_text(encoding="utf-8") + "\n{{ feild('event.date') }}\n"
        path.write_text(text, encoding="utf-8")
        places.append(f"{page}:{text.count(chr(10))}: ")
    lines = refused(klantarena("check"))
    assert len(lines) == 2, lines
    for place in places:
        assert any(line.startswith(place) and "feild" in line for line in lines), lines


def test_a_slide_that_holds_too_much_is_a_mistake(copy: Path, klantarena: Command) -> None:
    """The page of the slides is named, with the slide and what to do about it."""
    page = "docs/en/train/slides.md"
    text = (copy / page).read_text(encoding="utf-8")
    more = "\n## Far too much {: #too-much }\n\n" + "- One more thing to read\n" * 12
    (copy / page).write_text(text + more, encoding="utf-8")
    (line,) = refused(klantarena("check"))
    assert line.startswith(f'{page}: the text of the slide "Far too much" does not fit'), line
    assert "divide it over two slides" in line


def test_a_page_in_one_language_only_is_a_mistake(copy: Path, klantarena: Command) -> None:
    """A page that the English handbook lacks is named as missing."""
    (copy / "docs/en/day/round-1.md").unlink()
    lines = refused(klantarena("check"))
    assert any(line.startswith("docs/en/day/round-1.md: ") for line in lines), lines
