"""Names in the XML of Word: ISO 29500-1, and [MS-DOCX] for w14 and w15."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def value(element: etree._Element | None) -> str:
    """Return the w:val of an element; nothing where it is not there."""
    return "" if element is None else element.get(f"{W}val", "")


def take_out(element: etree._Element) -> None:
    """Take an element out of the tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def put_after(element: etree._Element, *following: etree._Element) -> None:
    """Put elements directly behind another one; the text behind it comes behind them all."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("nothing can stand behind the root of a part")
    at = parent.index(element) + 1
    following[-1].tail, element.tail = element.tail, None
    parent[at:at] = following


def all_in(namespace: str, *names: str) -> tuple[str, ...]:
    """Return names with their namespace."""
    return tuple(f"{namespace}{name}" for name in names)
