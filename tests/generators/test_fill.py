"""Filling: what a person gets back, whatever the values are and wherever the file has been."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generators.fill import form
from generators.fill.refusal import RefusedFileError
from generators.fill.zipped import LARGEST
from generators.kit import KitFile
from handbook.model import Handbook, Language
from handbook.values import LONGEST, clean
from tests.word.open_xml_sdk import errors
from tests.word.quality import findings
from tests.word.rendering import pdfs, saved_again

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = {"date": "2027-03-11", "time": "13.30 uur", "checkbox": "true", "number": "12,5"}


@pytest.fixture(scope="session")
def values(handbook: Handbook) -> dict[str, str]:
    """Return a value for every blank of the registry, and three guests more than fit a page."""
    found = {}
    for group, fields in handbook.fields.items():
        for name, field in fields.fields.items():
            sample = next(iter(field.options), SAMPLES.get(field.type, f"Xfirst {group} {name}"))
            found[f"{group}.{name}"] = sample
    for name, known in handbook.lists.items():
        for row in range(1, 20):
            for column, field in known.columns.items():
                sample = next(
                    iter(field.options), SAMPLES.get(field.type, f"Xfirst {column} {row}")
                )
                found[f"lists.{name}.{row}.{column}"] = sample
                if name == "guests":
                    found[f"guest.{column}"] = sample
    return found


def filled(data: bytes, values: dict[str, str], language: Language = "nl") -> bytes:
    return form.filled(form.compiled(data, language), values)


def read(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def text_of(data: bytes) -> str:
    root = etree.fromstring(read(data).encode())
    lines = []
    for paragraph in root.iter(f"{W}p"):
        pieces = (
            "\n" if one.tag == f"{W}br" else one.text or ""
            for one in paragraph.iter(f"{W}t", f"{W}br")
        )
        lines.append("".join(pieces))
    return "\n".join(lines)


def changed(data: bytes, change: Callable[[str], str], name: str = "word/document.xml") -> bytes:
    """Return a document as after somebody worked on it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.namelist():
            text = before.read(entry)
            after.writestr(entry, change(text.decode()).encode() if entry == name else text)
    return out.getvalue()


def named(kit: dict[str, KitFile], identifier: str, language: str = "nl") -> bytes:
    return next(
        file.data
        for file in kit.values()
        if (file.template.identifier, file.template.language) == (identifier, language)
    )


@pytest.fixture(scope="session")
def one_of_each(kit: dict[str, KitFile]) -> dict[str, KitFile]:
    """Return the first file of each template, in both languages."""
    first = {file.template: (name, file) for name, file in reversed(list(kit.items()))}
    return dict(first.values())


@pytest.mark.xdist_group("fill")
def test_every_template_stays_sound_when_it_is_filled(
    one_of_each: dict[str, KitFile], values: dict[str, str]
) -> None:
    """Filled with all values, no template gives our lint anything to say."""
    found = {
        name: findings(filled(file.data, values, file.template.language))
        for name, file in one_of_each.items()
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.xdist_group("every word file")
def test_the_open_xml_sdk_finds_nothing_in_filled_files(
    one_of_each: dict[str, KitFile], values: dict[str, str]
) -> None:
    """Microsoft's own checks pass for each template, with all values."""
    files = {
        name: filled(file.data, values, file.template.language)
        for name, file in one_of_each.items()
    }
    assert errors(files) == {}


@pytest.mark.xdist_group("word files on paper")
def test_libreoffice_shows_what_is_filled_in(
    kit: dict[str, KitFile], values: dict[str, str]
) -> None:
    """On paper a letter and a list that grew hold the values, and no bracket of a name."""
    files = {
        name: filled(named(kit, name), values)
        for name in ("customer-invitation", "participant-list")
    }
    pages = {name: " ".join(" ".join(pdf.pages).split()) for name, pdf in pdfs(files).items()}
    assert "Xfirst event theme" in pages["customer-invitation"]
    assert "[onderwerp]" not in pages["customer-invitation"]
    assert "Xfirst name 19" in pages["participant-list"]


@pytest.mark.xdist_group("fill")
def test_nothing_of_an_earlier_filling_stays(
    one_of_each: dict[str, KitFile], values: dict[str, str]
) -> None:
    """Filled anew with other values, or with none, a file holds nothing of the first."""
    for name, file in one_of_each.items():
        first = filled(file.data, values)
        for other in ({}, dict.fromkeys(values, "Second")):
            again = filled(first, other)
            with zipfile.ZipFile(io.BytesIO(again)) as archive:
                for part in archive.namelist():
                    if part.endswith(".xml"):
                        assert b"Xfirst " not in archive.read(part), f"{name}: {part}"


def test_what_a_person_typed_is_kept(kit: dict[str, KitFile]) -> None:
    """A blank that was filled in by hand, and for which there is no value, keeps its words."""
    letter = filled(named(kit, "customer-invitation"), {"event.theme": "wachten"})
    by_hand = changed(
        letter, lambda text: text.replace(' filled="event.theme"', ""), "customXml/item1.xml"
    )
    again = filled(by_hand, {"organisation.contact_name": "Team Klant"})
    assert "wachten" in text_of(again)
    assert "Team Klant" in text_of(again)


def test_without_values_a_file_stays_the_same(kit: dict[str, KitFile]) -> None:
    """Nothing to fill in changes nothing, in no part."""
    data = named(kit, "project-card")
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(io.BytesIO(filled(data, {}))) as after,
    ):
        assert before.namelist() == after.namelist()
        for name in before.namelist():
            assert before.read(name) == after.read(name)


def test_the_same_values_give_the_same_bytes(
    kit: dict[str, KitFile], values: dict[str, str]
) -> None:
    """There is no clock and no chance in it."""
    data = named(kit, "run-sheet")
    assert filled(data, values) == filled(data, values)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(min_size=1, max_size=80)
    | st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</w:t></w:r>&amp;]]>",
            '=HYPERLINK("x")',
            "..\\..\\CON",
            "שלום עולם",
            "👩‍👩‍👧 \u202eomgekeerd",
            "regel 1\nregel 2\r\nregel 3",
            "{{ field('x') }} ${HOME}",
            "x" * 5000,
            "\x00\x07\x1b\ud800\ufffe",
        ]
    )
)
def test_any_text_comes_through_as_text(kit: dict[str, KitFile], text: str) -> None:
    """Markup, formulas, other scripts, control signs: what is left after cleaning is shown."""
    letter = filled(named(kit, "customer-invitation"), {"event.reason": text, "event.theme": text})
    expected = clean(text)
    assert len(expected) <= LONGEST
    assert expected in text_of(letter)
    assert findings(letter) == []


def test_a_list_grows_with_its_rows(kit: dict[str, KitFile], values: dict[str, str]) -> None:
    """More guests than the list has rows for: each gets a row, with controls of its own."""
    longer = filled(named(kit, "participant-list"), values)
    text = text_of(longer)
    for row in range(1, 20):
        assert f"Xfirst name {row}" in text
    tags = re.findall(r'<w:tag w:val="(lists\.guests\.\d+\.name)"/>', read(longer))
    assert len(tags) == len(set(tags)) == 19


def test_a_file_that_word_saved_again_can_be_filled(kit: dict[str, KitFile]) -> None:
    """Other ids, other order of attributes, split runs, tracked marks: the blank is found."""

    def resaved(text: str) -> str:
        numbers = iter(range(5, 10_000))
        text = re.sub(r'<w:id w:val="\d+"/>', lambda _: f'<w:id w:val="{next(numbers)}"/>', text)
        text = re.sub(
            r'<w:dataBinding (w:prefix\w+="[^"]*") (w:xpath="[^"]*") (w:storeItemID="[^"]*")/>',
            r"<w:dataBinding \3 \2 \1/>",
            text,
        )
        shown = re.search(r"<w:t[^>]*>\[onderwerp\]</w:t>", text)
        assert shown
        split = (
            '<w:t xml:space="preserve">[onder</w:t></w:r><w:r w:rsidR="00AB12CD">'
            '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>werp]</w:t>'
        )
        return text.replace(shown[0], split)

    data = changed(named(kit, "customer-invitation"), resaved)
    text = text_of(filled(data, {"event.theme": "wachten aan de balie"}))
    assert "wachten aan de balie" in text
    assert "[onder" not in text


@pytest.mark.xdist_group("word files on paper")
def test_a_file_that_libreoffice_saved_can_be_filled(
    kit: dict[str, KitFile], values: dict[str, str]
) -> None:
    """It leaves out the names of the blanks; by what they are bound to they are found all the same.

    Reworded, saved there, and filled in again with other values, a letter and a list hold nothing
    of the first; only the names of long answers, which are bound to nothing, are lost.
    """
    names = ("customer-invitation", "participant-list", "project-card")
    first = {
        name: changed(
            filled(named(kit, name), values),
            lambda text: text.replace("</w:p>", "<w:r><w:t> In onze woorden.</w:t></w:r></w:p>", 1),
        )
        for name in names
    }
    for name, data in saved_again(first).items():
        found = form.compiled(data, "nl")
        assert found.about.template == name
        lost = form.compiled(first[name], "nl").labels.keys() - found.labels.keys()
        assert all(path.startswith("local.") for path in lost)
        given = {path: "false" if value == "true" else "Second" for path, value in values.items()}
        again = form.filled(found, given | {"event.date": "2031-01-31"})
        text = text_of(again)
        assert "In onze woorden." in text
        assert "Xfirst" not in text
        assert "Second" in text
        assert "31 januari 2031" in text
        assert "☒" not in text
        empty = text_of(form.filled(form.compiled(again, "nl"), {}))
        assert "Second" not in empty
        assert "31 januari" not in empty


def controls(data: bytes, path: str) -> list[etree._Element]:
    root = etree.fromstring(read(data).encode())
    return [
        one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == path
    ]


def shown(control: etree._Element) -> str:
    return "".join(text.text or "" for text in control.find(f"{W}sdtContent").iter(f"{W}t"))


def after_the_plus(text: str) -> str:
    """Return a list as Word leaves it after a click on the plus: the last row twice, tags too."""
    root = etree.fromstring(text.encode())
    (section,) = (
        one
        for one in root.iter(f"{W}sdt")
        if one.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == "lists.actions"
    )
    content = section.find(f"{W}sdtContent")
    row = deepcopy(content[-1])
    for number, identifier in enumerate(row.iter(f"{W}id")):
        identifier.set(f"{W}val", str(-500 - number))
    content.append(row)
    return etree.tostring(root, encoding="unicode")


def test_a_row_that_word_added_counts_by_its_place(kit: dict[str, KitFile]) -> None:
    """Word copies a row with its tags; filled in, the new row gets the values of its own place."""
    before = named(kit, "action-plan")
    rows = len(re.findall(r'<w:tag w:val="lists\.actions\.\d+\.what"/>', read(before)))
    data = changed(before, after_the_plus)
    full = filled(data, {f"lists.actions.{rows + n}.what": f"Zaak {n}" for n in (0, 1, 2)})
    for n in (0, 1, 2):
        (control,) = controls(full, f"lists.actions.{rows + n}.what")
        assert shown(control) == f"Zaak {n}"
    assert findings(full) == []


def around_theme(before: str, after: str) -> Callable[[str], str]:
    """Return a change that puts something around the first blank for the theme."""
    return lambda text: re.sub(
        r'<w:sdt><w:sdtPr><w:alias w:val="Onderwerp"/>.*?</w:sdt>',
        lambda match: before + match[0] + after,
        text,
        count=1,
    )


def test_what_is_taken_back_is_left_alone(kit: dict[str, KitFile]) -> None:
    """A blank inside a deletion that is only proposed is not filled in, another one is."""
    change = around_theme('<w:del w:id="9" w:author="A">', "</w:del>")
    data = changed(named(kit, "reminder"), change)
    texts = [shown(one) for one in controls(filled(data, {"event.theme": "bellen"}), "event.theme")]
    assert texts[0] == "[onderwerp]"
    assert set(texts[1:]) <= {"bellen"}


def test_both_ways_to_draw_the_same_are_filled(kit: dict[str, KitFile]) -> None:
    """Word writes some things twice, for old and new programs; both show the value."""
    alternate = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def twice(text: str) -> str:
        (blank,) = re.findall(r'<w:sdt><w:sdtPr><w:alias w:val="Aanleiding"/>.*?</w:sdt>', text)
        return text.replace(
            blank,
            f'<mc:AlternateContent xmlns:mc="{alternate}"><mc:Choice Requires="w14">{blank}'
            f"</mc:Choice><mc:Fallback>{blank}</mc:Fallback></mc:AlternateContent>",
        )

    data = changed(named(kit, "customer-invitation"), twice)
    full = filled(data, {"event.reason": "wij willen het weten"})
    assert [shown(one) for one in controls(full, "event.reason")] == ["wij willen het weten"] * 2


def test_the_letters_of_a_blank_stay_as_somebody_set_them(kit: dict[str, KitFile]) -> None:
    """Made bold and typed over by a person, a blank stays bold with another value."""

    def typed(text: str) -> str:
        run = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        control = re.search(r'<w:sdt><w:sdtPr><w:alias w:val="Onderwerp"/>.*?</w:sdt>', text)
        bold = (
            control[0].replace(run, "<w:r><w:rPr><w:b/></w:rPr>").replace("<w:showingPlcHdr/>", "")
        )
        return text.replace(control[0], bold, 1)

    full = filled(changed(named(kit, "customer-invitation"), typed), {"event.theme": "bellen"})
    first = controls(full, "event.theme")[0]
    assert shown(first) == "bellen"
    assert first.find(f"{W}sdtContent/{W}r/{W}rPr/{W}b") is not None


def test_a_long_answer_becomes_paragraphs(kit: dict[str, KitFile]) -> None:
    """Each line of a long answer is a paragraph of its own, and looks like the one before it."""
    full = filled(named(kit, "report"), {"local.in_short": "Eerst dit.\n\nDan dat."})
    (control,) = controls(full, "local.in_short")
    lines = list(control.iter(f"{W}p"))
    assert [shown_line.xpath("string()") for shown_line in lines] == ["Eerst dit.", "Dan dat."]
    styles = {etree.tostring(line.find(f"{W}pPr")) for line in lines}
    assert len(styles) == 1
    assert findings(full) == []


def test_a_time_of_the_day_comes_back(kit: dict[str, KitFile]) -> None:
    """Emptied again, a time is the handbook's own, as text and not as a blank."""
    data = named(kit, "attendance-list")
    (before,) = controls(data, "times.opening.start")
    full = filled(data, {"times.opening.start": "9.15"})
    assert shown(controls(full, "times.opening.start")[0]) == "9.15"
    (again,) = controls(filled(full, {}), "times.opening.start")
    assert shown(again) == shown(before)
    assert again.find(f"{W}sdtPr/{W}showingPlcHdr") is None


@pytest.mark.parametrize(
    ("pattern", "locale", "expected"),
    [
        ("d MMMM yyyy", "nl-NL", "1 maart 2027"),
        ("dddd d MMM yy", "nl-NL", "maandag 1 mrt 27"),
        ("ddd, dd/MM/yyyy", "en-GB", "Mon, 01/03/2027"),
        ("d 'van' MMMM", "en-GB", "1 van March"),
        ("M", "de-DE", "3"),
    ],
)
def test_a_date_follows_the_pattern_of_its_control(
    kit: dict[str, KitFile], pattern: str, locale: str, expected: str
) -> None:
    """Whatever pattern somebody chose in Word, the date is written by it."""

    def chosen(text: str) -> str:
        text = text.replace(
            '<w:dateFormat w:val="d MMMM yyyy"/>', f'<w:dateFormat w:val="{pattern}"/>'
        )
        return text.replace('<w:lid w:val="nl-NL"/>', f'<w:lid w:val="{locale}"/>')

    full = filled(changed(named(kit, "customer-invitation"), chosen), {"event.date": "2027-03-01"})
    first = controls(full, "event.date")[0]
    assert shown(first) == expected
    assert first.find(f"{W}sdtPr/{W}date").get(f"{W}fullDate") == "2027-03-01T00:00:00Z"


def test_what_no_control_can_take_is_left_out(kit: dict[str, KitFile]) -> None:
    """A day that is not there and an answer that is none leave the blank as it was."""
    data = named(kit, "action-plan")
    values = {
        "event.date": "2027-02-30",
        "lists.actions.1.status": "misschien",
        "lists.actions.1.reported": "ja",
        "lists.actions.1.what": " \t\n ",
    }
    assert filled(data, values) == data


def another_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "hello")
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda _: b"", "fill_broken"),
        (lambda _: b"just text", "fill_broken"),
        (lambda _: another_zip(), "fill_no_document"),
        (lambda data: data[: len(data) // 2], "fill_broken"),
        (lambda data: b"\xd0\xcf\x11\xe0" + data, "fill_old_word"),
        (lambda data: data + b"\0" * LARGEST, "fill_too_large"),
        (lambda data: changed(data, lambda text: text + "<", "word/document.xml"), "fill_broken"),
        (
            lambda data: changed(
                data, lambda text: re.sub("urn:klantarena", "urn:x", text), "customXml/item1.xml"
            ),
            "fill_no_blanks",
        ),
        (
            lambda data: changed(
                data,
                lambda text: text.replace("document.main", "template.main"),
                "[Content_Types].xml",
            ),
            "fill_no_document",
        ),
        (
            lambda data: changed(
                data,
                lambda text: text.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1),
            ),
            "fill_broken",
        ),
    ],
)
def test_what_is_no_document_of_ours_is_refused(
    kit: dict[str, KitFile], spoil: Callable[[bytes], bytes], reason: str
) -> None:
    """The refusal says which of the sentences fits."""
    with pytest.raises(RefusedFileError) as refused:
        form.compiled(spoil(named(kit, "customer-invitation")), "nl")
    assert refused.value.reason == reason


def test_damage_never_ends_in_another_error(kit: dict[str, KitFile]) -> None:
    """Bytes changed at random give a refusal or a file, nothing else."""
    data = bytearray(named(kit, "customer-invitation"))
    chance = random.Random(20261122)
    for _ in range(150):
        spoiled = bytearray(data)
        for _ in range(4):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        with suppress(RefusedFileError):
            filled(bytes(spoiled), {"event.theme": "x"})
