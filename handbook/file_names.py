"""Names of files that hold what somebody typed: safe on every system, and each only once."""

import re
import unicodedata

LONGEST = 60
"""The most characters of a name, counted as Unicode does."""
LONGEST_BYTES = 120
"""The most bytes of a name in UTF-8: with what stands around it, it fits everywhere."""

_SPACES = re.compile("[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_REFUSED = re.compile(r'[<>:"/\\|?*]')
DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"]
    + [f"{device}{number}" for device in ("COM", "LPT") for number in "0123456789¹²³"]
)
"""Names that Windows keeps for its devices, whatever comes behind the first dot."""


def safe_name(text: str, fallback: str) -> str:
    """Return a text as the name of a file, or `fallback` where nothing of it is left.

    No path, no device, nothing that is not to be seen and nothing that turns reading round.
    """
    spaced = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    seen = "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    name = _SPACES.sub(" ", _REFUSED.sub("", seen)).strip(" .")[:LONGEST]
    while len(name.encode()) > LONGEST_BYTES:
        name = name[:-1]
    name = name.rstrip(" .") or fallback
    return f"_{name}" if name.partition(".")[0].upper() in DEVICES else name


def numbered(name: str, taken: set[str]) -> str:
    """Return a name that is not taken yet, with a number where it has to, and take it."""
    found, number = name, 1
    while found.lower() in taken:
        number += 1
        found = f"{name} ({number})"
    taken.add(found.lower())
    return found
