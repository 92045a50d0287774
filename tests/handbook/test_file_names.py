"""Names of files made of what somebody typed."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.file_names import DEVICES, LONGEST, LONGEST_BYTES, numbered, safe_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Jan Jansen", "Jan Jansen"),
        ("  José\tde  la Cruz. ", "José de la Cruz"),
        ("../../etc/passwd", "etcpasswd"),
        ("..\\..\\windows", "windows"),
        ("C:\\x", "Cx"),
        ('<b>"Jan"</b> | *?', "bJanb"),
        ("con", "_con"),
        ("COM¹.txt", "_COM¹.txt"),
        ("Nul", "_Nul"),
        ("cheese\u202efdp.exe", "cheesefdp.exe"),
        ("", "gast"),
        ("... \x00\u200b", "gast"),
    ],
)
def test_a_name_is_safe_on_every_system(typed: str, name: str) -> None:
    assert safe_name(typed, "gast") == name


@given(st.text())
def test_no_text_leaves_its_folder_or_hides(text: str) -> None:
    """Whatever is typed: one name within its folder, not too long, with nothing unseen."""
    name = safe_name(text, "gast")
    assert Path("folder", name).parent == Path("folder")
    assert 0 < len(name) <= LONGEST + 1
    assert len(name.encode()) <= LONGEST_BYTES + 1
    assert not set(name) & set('<>:"/\\|?*')
    assert not {unicodedata.category(sign) for sign in name} & {"Cc", "Cf", "Cs"}
    assert name == name.strip(" .")
    assert name.partition(".")[0].upper() not in DEVICES


def test_the_same_name_twice_gets_a_number() -> None:
    """Windows and Macs take Jan and JAN for one."""
    taken: set[str] = set()
    assert [numbered(name, taken) for name in ("Jan", "JAN", "Jan", "Jan (2)")] == [
        "Jan",
        "JAN (2)",
        "Jan (3)",
        "Jan (2) (2)",
    ]
