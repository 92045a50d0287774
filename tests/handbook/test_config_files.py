"""Files that cannot be read as a config are refused in one plain line, whatever stands in them."""

import os
from pathlib import Path

import pytest

from handbook.load import ConfigError, load
from tests.handbook.mistakes import Write, problems_in, real_text

# What stands in the file; the line that is told; what is wrong; what to write.
REFUSED: dict[str, tuple[str | bytes, int | None, str, str]] = {
    "an empty file": ("", None, "the file is empty", "an earlier edition"),
    "only remarks": ("# rounds:\n# nothing yet\n", None, "the file is empty", "earlier edition"),
    "a list": ("- rounds\n- choices\n", 1, "a list stands where", "like languages:"),
    "a sentence": ("Beste lezer\n", 1, '"Beste lezer" stands where', "like languages:"),
    "not UTF-8": (
        "brand:\n  font: Caf\xe9\n".encode("latin-1"),
        2,
        "not in UTF-8",
        "choose UTF-8",
    ),
    "a Word file": (b"PK\x03\x04\x14\x00\xff\xfe", 1, "not in UTF-8", "choose UTF-8"),
    "UTF-16": ("rounds:\n".encode("utf-16"), 1, "not in UTF-8", "choose UTF-8"),
    "a character that cannot be printed": (
        "brand:\n  font: Cali\x07bri\n",
        2,
        "cannot be printed",
        "remove it",
    ),
    "a tab in front": ("brand:\n\tfont: Calibri\n", 2, "there is a tab", "spaces instead of tabs"),
    "a tab before a dash": ("languages:\n \t- nl\n", 2, "there is a tab", "spaces instead of tabs"),
    "two colons": ("a:\n  nl: Ronde 1: de klant\n", 2, "a colon too many", "in quotes"),
    "too many spaces in front": ("a: 1\n   b: 2\n", 2, "too many spaces", "line the key up"),
    "too few spaces in front": (
        "a:\n    b: 1\n  c: 2\n",
        3,
        "does not fit with the lines above it",
        "as many spaces",
    ),
    "a dash out of line": ("a:\n  - x\n - y\n", 3, "does not fit", "keys or dashes"),
    "a word alone": ("a: 1\nbrand\nb: 2\n", 2, "no key with a colon", "write a key, a colon"),
    "quotes that are not closed": (
        'a: 1\nb: "Welkom\nc: 2\n',
        2,
        "the quotes that open here are not closed",
        "put a quote at the end",
    ),
    "a quote inside quotes": (
        "a: 'foto's maken'\n",
        1,
        "goes on after its closing quote",
        "the other kind of quotes",
    ),
    "a bracket that is not closed": (
        "a: 1\nb: {nl: ja, en: yes\nc: 2\n",
        2,
        "the bracket that opens here is not closed",
        "close it with",
    ),
    "a backslash in quotes": ('a: "C:\\docs"\n', 1, "a backslash", "single quotes"),
    "a text that begins with @": ("a: @home\n", 1, "cannot begin with this", "in quotes"),
    "a text that begins with *": ("a: *belangrijk\n", 1, r"(*belangrijk)", "in quotes"),
    "a text that begins with &": ("a: &co\n", 1, "(&co)", "in quotes"),
    "a text that begins with !": ("a: !let op\n", 1, "begins with !", "in quotes"),
    "a macro without quotes": ("a: {{ field }}\n", 1, "a key cannot be a list", "in quotes"),
    "a second document": ("a: 1\n---\nb: 2\n", 2, "a second document", "keep one document"),
    "brackets without end": (
        "a: 1\nb: " + "[" * 300_000,
        2,
        "more than 20 levels deep",
        "close the brackets",
    ),
    "dashes without end": (
        "a:\n " + "- " * 300_000,
        2,
        "more than 20 levels deep",
        "close the brackets",
    ),
    "a YAML bomb": (
        "a: &a [lol, lol, lol]\n"
        + "".join(
            f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        1,
        "names a part",
        "remove it",
    ),
    "a type of Python": (
        "a: !!python/object/apply:os.system [true]\n",
        1,
        "says what type",
        "remove it",
    ),
    "ten megabytes": ("a: " + "x" * 10_000_000, None, "too large (10.0 MB)", "below 1 MB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, write: Write) -> None:
    """One message, with the line where there is one, and what to do about it."""
    content, line, what, remedy = REFUSED[name]
    (problem,) = problems_in(write(content))
    assert problem.file == "handbook.yml"
    assert problem.line == line
    assert what in problem.what
    assert remedy in problem.remedy


def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    """The message says which folder it was looked for in."""
    (problem,) = problems_in(tmp_path / "handbook.yml")
    assert problem.what == "there is no such file"
    assert tmp_path.name in problem.remedy


def test_a_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    """A folder is not mistaken for an empty file."""
    (tmp_path / "handbook.yml").mkdir()
    (problem,) = problems_in(tmp_path / "handbook.yml")
    assert problem.what == "this is a folder"


def test_a_device_is_refused_before_it_is_read() -> None:
    """A file without end would otherwise be read until memory is full."""
    (problem,) = problems_in(Path("/dev/zero"))
    assert problem.what == "this is not a file"


def test_a_file_that_may_not_be_read_is_refused_in_one_line(write: Write) -> None:
    """Without the right to read there is a message and no traceback."""
    path = write("a: 1\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        # Whoever may read everything (root) meets the same error on a name that is too long.
        path = path.with_name("x" * 5000)
    (problem,) = problems_in(path)
    assert "cannot be read" in problem.what


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_windows_files_are_read_as_any_other(mark: str, end: str, write: Write) -> None:
    """A byte order mark and line ends of Windows change nothing, not even the lines told."""
    text = mark + real_text().replace("\n", end)
    assert load(write(text)) == load(write(real_text()))
    wrong = text.replace("default_preset: C", "default_preset: c")
    lines = real_text().split("\n")
    (problem,) = problems_in(write(wrong))
    assert problem.line == lines.index("default_preset: C") + 1


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_line_breaks_that_no_editor_counts_do_not_shift_the_lines(sign: str, write: Write) -> None:
    """They come along with a text pasted from elsewhere, and editors do not show them."""
    text = real_text().replace("nl: Begrijpen", f"nl: Begrijpen{sign}en doen")
    assert load(write(text)).phases[0].name.nl == "Begrijpen en doen"
    (problem,) = problems_in(write(text.replace("default_preset: C", "default_preset: c")))
    assert problem.line == real_text().split("\n").index("default_preset: C") + 1


def test_values_are_read_as_yaml_1_2_does(write: Write) -> None:
    """No yes that becomes true, no 15:30 that becomes 930 and no date that is not text."""
    handbook = load(write(real_text().replace('welcome_at: "15:00"', "welcome_at: 15:00")))
    assert handbook.programme.welcome_at == "15:00"
    assert set(handbook.fields["recording"].fields["planned"].options) == {"yes", "no"}
    assert isinstance(handbook.edition.date, str)
    text = real_text().replace("nl: Afdeling", "nl: on").replace("en: Department", "en: off")
    label = load(write(text)).fields["organisation"].fields["department"].label
    assert (label.nl, label.en) == ("on", "off")


def test_the_error_carries_the_problems_and_reads_as_lines(write: Write) -> None:
    """Whoever catches it can print it as it is."""
    with pytest.raises(ConfigError) as caught:
        load(write(real_text().replace("languages: [nl, en]", "languages: [nl, nl]")))
    assert str(caught.value) == str(caught.value.problems[0])
    assert str(caught.value).startswith("handbook.yml:")
