"""XML as text that is safe by type: only what is known to be well formed is called `Xml`.

Text is twenty times faster to put together than elements, and reads like the XML that it
becomes. The rule that keeps it safe: inside `Xml(f"...")` stand only other `Xml`, numbers
and names of our own; everything that somebody wrote passes through `escape` first.
"""

import re
from collections.abc import Iterable
from typing import NewType

Xml = NewType("Xml", str)

# All that XML 1.0 cannot carry: most control characters, lone surrogates, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(text: str) -> Xml:
    """Give `text` for use as text or as an attribute's value.

    Raises ValueError, naming the character, for what no Word file can hold.
    """
    if forbidden := _FORBIDDEN.search(text):
        around = text[max(0, forbidden.start() - 20) : forbidden.end() + 20]
        raise ValueError(
            f"the character U+{ord(forbidden.group()):04X} in {around!r} cannot stand in a "
            "Word file; remove it"
        )
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    return Xml(text)


def text_run(text: str, *, bold: bool = False, italic: bool = False, link: bool = False) -> Xml:
    """Give a run: text in one style."""
    properties = (
        ('<w:rStyle w:val="Hyperlink"/>' if link else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
    )
    described = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return Xml(f'<w:r>{described}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def join(pieces: Iterable[Xml]) -> Xml:
    """Put pieces behind each other."""
    return Xml("".join(pieces))
