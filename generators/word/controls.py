"""Content controls: the blanks of a document, bound to its data part.

The order of the children of `w:sdtPr` is fixed by the schema: rPr, alias, tag, id, lock,
placeholder, showingPlcHdr, dataBinding, and then what kind of control it is.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import assert_never

from generators.blocks import Blank
from generators.word.data import PREFIXES, STORE, DataPart
from generators.word.markup import Xml, escape, join, text_run

# Word refuses longer titles and tags.
LONGEST_NAME = 64

OPEN_BOX, CROSSED_BOX = "\u2610", "\u2612"
# Word keeps the size when a click changes the sign; the font must hold both signs.
_BOX = (
    '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="MS Gothic" w:hAnsi="MS Gothic" '
    'w:eastAsia="MS Gothic"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'
)


@dataclass(slots=True)
class Controls:
    """The content controls of one document, in all its parts."""

    locale: str
    data: DataPart = field(default_factory=DataPart)
    placeholders: dict[str, str] = field(default_factory=dict)
    """Each placeholder text with the name of the building block that brings it back."""
    _identifiers: set[int] = field(default_factory=set)

    def within_line(self, blank: Blank, *, locked: bool) -> Xml:
        """Give the control for a blank that stands within a line of text."""
        return _control(self._properties(blank, locked=locked), shown(blank))

    def around(self, blank: Blank, content: Xml, *, locked: bool) -> Xml:
        """Give the control for a blank that holds a whole cell or whole paragraphs."""
        return _control(self._properties(blank, locked=locked), content)

    def rows(self, name: str, title: str, rows: list[Xml]) -> Xml:
        """Give the control that puts Word's own "+" behind the rows of a list."""
        path = f"lists.{name}"
        items = (
            _control(
                Xml(self._names(f"{path}.{number}", title) + "<w15:repeatingSectionItem/>"), row
            )
            for number, row in enumerate(rows, start=1)
        )
        binding = _binding(self.data.bind_rows(path, len(rows)), "w15")
        section = Xml(
            f"{self._names(path, title)}{binding}<w15:repeatingSection>"
            f'<w15:sectionTitle w:val="{_short(title)}"/></w15:repeatingSection>'
        )
        return _control(section, join(items))

    def _properties(self, blank: Blank, *, locked: bool) -> Xml:
        lock = '<w:lock w:val="sdtLocked"/>' if locked else ""
        binding = (
            _binding(self.data.bind(blank.path, blank.kind, blank.filled), "w")
            if blank.bound
            else ""
        )
        letters = _BOX if blank.kind == "checkbox" else ""
        return Xml(
            letters
            + self._names(blank.path, blank.label)
            + lock
            + self._placeholder(blank)
            + binding
            + _kind(blank, self.locale)
        )

    def _names(self, path: str, label: str) -> Xml:
        if len(path) > LONGEST_NAME:
            raise ValueError(f"{path!r} is longer than {LONGEST_NAME} characters; shorten it")
        if not label.strip():
            raise ValueError(f"{path!r} has no label; say in words what it asks for")
        return Xml(
            f'<w:alias w:val="{_short(label)}"/><w:tag w:val="{escape(path)}"/>'
            f'<w:id w:val="{self._identifier(path)}"/>'
        )

    def _identifier(self, path: str) -> int:
        """Give the next free number that belongs to `path`; a path may occur many times."""
        occurrence = 0
        while True:
            digest = sha256(f"{path}#{occurrence}".encode()).digest()
            identifier = int.from_bytes(digest[:4], "big") & 0x7FFFFFFF
            if identifier and identifier not in self._identifiers:
                self._identifiers.add(identifier)
                return identifier
            occurrence += 1

    def _placeholder(self, blank: Blank) -> Xml:
        if blank.kind == "checkbox":
            return Xml("")
        if not blank.placeholder.strip():
            raise ValueError(f"{blank.path!r} has no placeholder; write what is to be filled in")
        name = self.placeholders.setdefault(
            blank.placeholder, "PH" + sha256(blank.placeholder.encode()).hexdigest()[:14].upper()
        )
        showing = "" if blank.filled else "<w:showingPlcHdr/>"
        return Xml(f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder>{showing}')


def shown(blank: Blank) -> Xml:
    """Give what a blank shows: what is filled in, its placeholder, or an open checkbox."""
    if blank.kind == "checkbox":
        return open_box()
    if blank.filled:
        return text_run(blank.filled, bold=blank.bold, italic=blank.italic)
    return placeholder_run(blank.placeholder)


def open_box() -> Xml:
    """Give a box that is not ticked."""
    return Xml(f"<w:r>{_BOX}<w:t>{OPEN_BOX}</w:t></w:r>")


def placeholder_run(text: str) -> Xml:
    """Give a placeholder as it shows in the text."""
    return Xml(
        '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def building_blocks(placeholders: dict[str, str]) -> Xml:
    """Give the glossary's building blocks, from which Word brings a placeholder back."""
    return join(
        Xml(
            f'<w:docPart><w:docPartPr><w:name w:val="{name}"/>'
            '<w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>'
            '<w:types><w:type w:val="bbPlcHdr"/></w:types>'
            '<w:behaviors><w:behavior w:val="content"/></w:behaviors>'
            f'<w:guid w:val="{_guid(name)}"/></w:docPartPr>'
            f"<w:docPartBody><w:p>{placeholder_run(text)}</w:p></w:docPartBody></w:docPart>"
        )
        for text, name in placeholders.items()
    )


def _control(properties: Xml, content: Xml) -> Xml:
    return Xml(
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _binding(xpath: str, prefix: str) -> Xml:
    return Xml(
        f'<{prefix}:dataBinding w:prefixMappings="{PREFIXES}" w:xpath="{xpath}" '
        f'w:storeItemID="{STORE}"/>'
    )


def _kind(blank: Blank, locale: str) -> Xml:
    match blank.kind:
        case "text":
            return Xml("<w:text/>")
        case "long":
            # Rich text takes bullets and paragraphs, but cannot be bound.
            return Xml('<w:text w:multiLine="1"/>' if blank.bound else "<w:richText/>")
        case "date":
            return Xml(
                f'<w:date><w:dateFormat w:val="{escape(blank.format)}"/><w:lid w:val="{locale}"/>'
                '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
            )
        case "choice":
            return _choice(blank)
        case "checkbox":
            return Xml(
                '<w14:checkbox><w14:checked w14:val="0"/>'
                '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
            )
        case _:
            assert_never(blank.kind)


def _choice(blank: Blank) -> Xml:
    values = [option.value for option in blank.options]
    labels = [option.label for option in blank.options]
    if not values or "" in values or len(set(values)) < len(values):
        raise ValueError(f"{blank.path!r}: give each option of a choice a value of its own")
    if len({blank.placeholder, *labels}) < len(labels) + 1:
        raise ValueError(f"{blank.path!r}: give each option of a choice a label of its own")
    # An item without display text is how Word itself writes "Choose an item.": it empties.
    empty = Xml(f'<w:listItem w:value="{escape(blank.placeholder)}"/>')
    items = (
        Xml(
            f'<w:listItem w:displayText="{escape(option.label)}" w:value="{escape(option.value)}"/>'
        )
        for option in blank.options
    )
    return Xml(f"<w:dropDownList>{empty}{join(items)}</w:dropDownList>")


def _short(label: str) -> Xml:
    label = " ".join(label.split())
    return escape(label if len(label) <= LONGEST_NAME else label[: LONGEST_NAME - 1] + "…")


def _guid(name: str) -> str:
    digest = sha256(name.encode()).hexdigest().upper()
    return f"{{{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}}}"
