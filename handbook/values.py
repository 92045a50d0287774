"""What a value may hold: cleaned once at the edge, so that nothing behind it has to look again."""

import re

LONGEST = 4000
"""The most characters of one value, counted as Unicode does."""

_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# What XML 1.0 cannot carry; a Word file with such a character does not open.
_FORBIDDEN = re.compile("[^\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AROUND_A_BREAK = re.compile(" *\n[ \n]*")
_NUMBER = re.compile(r"(-?)0*([0-9]+)(?:[.,]([0-9]*?)0*)?")


def clean(text: str) -> str:
    """Return a text as it may stand in a document: one kind of line break, nothing forbidden."""
    if not text.isprintable():  # as most texts are, which then need no closer look
        text = _FORBIDDEN.sub("", _BREAK.sub("\n", text).replace("\t", " "))
    return text.strip(" \n")[:LONGEST].rstrip(" \n")


def one_line(text: str) -> str:
    """Return a text on one line."""
    return _AROUND_A_BREAK.sub(" ", text) if "\n" in text else text


def plain_number(text: str) -> str:
    """Return a number as it is written shortest, with a point: "012,50" gives "12.5"."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no number")
    sign, whole, rest = found.groups()
    written = f"{whole}.{rest}" if rest else whole
    return written if written == "0" else sign + written


def plain_time(text: str) -> str:
    """Return a clock time as "09:30", however its hours and minutes were parted."""
    hours, minutes = re.split("[:.]", text)
    return f"{int(hours):02}:{minutes}"
