"""How cards to cut out lie on the sheet."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from generators.blocks import Cards
from generators.word.writer import write
from tests.word import samples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    ("columns", "size", "middle"),
    [(2, "text", False), (1, "text", True), (2, "name", True), (1, "sign", True)],
)
def test_text_cards_beside_each_other_begin_at_the_same_height(columns, size, middle):
    """Their titles line up, however long their texts; a name or a sign stands in the middle."""
    document = next(one for one in samples.documents() if one.identifier == "cards_2_4")
    (cards,) = (block for block in document.blocks if isinstance(block, Cards))
    changed = replace(document, blocks=(replace(cards, columns=columns, size=size),))
    with ZipFile(BytesIO(write(changed, samples.BRAND))) as file:
        body = etree.fromstring(file.read("word/document.xml"))
    filled = [cell for cell in body.iter(f"{W}tc") if "".join(cell.itertext())]
    assert len(filled) == len(cards.cards)
    assert {cell.find(f".//{W}vAlign") is not None for cell in filled} == {middle}
