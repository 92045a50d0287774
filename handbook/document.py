"""A YAML file as plain data, with the line of every key.

Only plain YAML is read: no parts that are repeated elsewhere (& and *), no types (!), no second
document. So no small file can grow large. Values are understood as YAML 1.2 does: `yes`, `no`,
`15:30` and `2026-11-22` are text.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from handbook.problems import Problem, ProblemsFound

Place = tuple[str | int, ...]
"""The way from the top of the file to a value: keys, and numbers of items counted from 0."""

SIZE_LIMIT = 1_000_000
DEPTH_LIMIT = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTANTS = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"], None),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
# Longer numbers are text: Python refuses to reckon with thousands of digits. So are telephone
# numbers, which begin with a nought or a plus.
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_DECIMAL = re.compile(
    r"[-+]?(?:\.[0-9]{1,18}|(?:0|[1-9][0-9]{0,17})\.[0-9]{0,18})(?:[eE][-+]?[0-9]{1,2})?"
    r"|-?[1-9][0-9]{0,17}[eE][-+]?[0-9]{1,2}",
    re.ASCII,
)
# Breaks of YAML 1.1 that editors do not count as lines; they come along with pasted text.
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake at a place in a document."""

    place: Place
    what: str
    remedy: str


@dataclass(slots=True)
class Document:
    """What stands in a YAML file, and on which line."""

    file: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """Mistakes that do not keep the rest from being read."""

    def problem(self, finding: Finding) -> Problem:
        """Return a finding with its file, line and key."""
        return Problem(
            self.file,
            self.line(finding.place),
            self.key(finding.place),
            finding.what,
            finding.remedy,
        )

    def line(self, place: Place) -> int:
        """Return the line of a value; of what it should stand in, where it is missing."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]

    def key(self, place: Place) -> str:
        """Return a place in words: `programme.blocks[break].minutes`, `roles.lead.tasks[2].nl`."""
        words = ""
        value = self.data
        for step in place:
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else None
                name = value.get("id") if isinstance(value, dict) else None
                words += f"[{short(name) if isinstance(name, str) else step + 1}]"
            else:
                value = value.get(step) if isinstance(value, dict) else None
                words += f".{short(step)}" if words else short(step)
        return words


def read(path: Path, *, may_be_empty: bool = False) -> Document:
    """Read a YAML file; raises `ProblemsFound` where nothing can be made of it."""
    return parse(text_of(path), path.name, may_be_empty=may_be_empty)


def parse(
    text: str, file: str, *, may_be_empty: bool = False, numbers_as_text: bool = False
) -> Document:
    """Return YAML as data; raises `ProblemsFound` where nothing can be made of it.

    With `numbers_as_text` numbers stay as they are written: 06 is no 6 where people give their
    telephone number.
    """
    document = Document(file)
    builder = _Builder(document, numbers_as_text)
    text = _OTHER_BREAKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        # Events, not nodes: the C composer calls itself for each level, and 100,000 opening
        # brackets make it crash.
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.reader.ReaderError:
        found = _UNPRINTABLE.search(text)
        line = text.count("\n", 0, found.start() if found else 0) + 1
        raise _refusal(
            file,
            line,
            "here is a character that cannot be printed",
            "remove it, or type the line anew",
        ) from None
    except yaml.MarkedYAMLError as error:
        raise _refusal(file, *_syntax(error, text)) from None
    if document.data is None and may_be_empty:
        document.data, document.lines = {}, {(): 1}
    if document.data is None:
        raise _refusal(
            file,
            None,
            "the file is empty",
            "put back an earlier edition of it, or copy it from the handbook",
        )
    if not isinstance(document.data, dict):
        raise _refusal(
            file,
            1,
            f"{shown(document.data)} stands where the keys should begin",
            "write a key and a colon at the start of a line, like languages:",
        )
    return document


def shown(value: object) -> str:
    """Return a value as it is quoted in a message."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    return f'"{short(str(value))}"' if isinstance(value, str) else str(value).lower()


def short(text: str) -> str:
    """Return a text on one line, and no longer than a message bears."""
    text = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


@dataclass(slots=True)
class _Open:
    """A group of keys or a list that has begun and not yet ended."""

    content: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None
    again: bool = False
    """The key stood there before: its value is read and thrown away."""


class _Builder:
    """Makes data from the parser's events, without calling itself for each level."""

    def __init__(self, document: Document, numbers_as_text: bool) -> None:
        self.document = document
        self.numbers_as_text = numbers_as_text
        self.open: list[_Open] = []
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take one event; raises `ProblemsFound` at what is not plain YAML."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            plain = event.implicit[0] or (event.tag is not None and event.style is None)
            value = self._understood(event.value) if plain else event.value
            parent = self.open[-1] if self.open else None
            if parent is not None and isinstance(parent.content, dict) and parent.key is None:
                self._begin_key(parent, parent.content, event)
            else:
                self._put(value, event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin({}, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin([], event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._stop(
                event,
                f"a word that begins with * points to another part, and that is not done here "
                f"(*{short(str(event.anchor))})",
                "write the value out; if the * belongs to a text, put the text in quotes",
            )
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._stop(
                    event,
                    "a second document begins here",
                    "remove the line with --- (or ...), and keep one document",
                )

    def _begin(self, content: dict[str, Any] | list[Any], event: Any) -> None:
        self._refuse_extras(event)
        parent = self.open[-1] if self.open else None
        if parent is not None and isinstance(parent.content, dict) and parent.key is None:
            self._stop(
                event,
                "a key cannot be a list or a group of keys",
                "put a text that begins with { or [ in quotes",
            )
        if len(self.open) == DEPTH_LIMIT:
            self._stop(
                event,
                f"this stands more than {DEPTH_LIMIT} levels deep",
                "close the brackets, or move the line to the left",
            )
        self.open.append(_Open(content, self._put(content, event)))

    def _begin_key(self, parent: _Open, content: dict[str, Any], event: Any) -> None:
        parent.key = event.value
        parent.again = event.value in content
        if parent.again:
            place = (*parent.place, event.value)
            self.document.problems.append(
                Problem(
                    self.document.file,
                    event.start_mark.line + 1,
                    self.document.key(place),
                    f"this key stood there before, on line {self.document.line(place)}",
                    "keep one of the two, or give this one another name",
                )
            )
        else:
            self.document.lines[(*parent.place, event.value)] = event.start_mark.line + 1

    def _put(self, value: Any, event: Any) -> Place:
        """Put a value where it belongs, and return that place."""
        line = event.start_mark.line + 1
        if not self.open:
            self.document.data = value
            self.document.lines[()] = 1
            return ()
        parent = self.open[-1]
        if isinstance(parent.content, list):
            place = (*parent.place, len(parent.content))
            self.document.lines[place] = line
            parent.content.append(value)
            return place
        key, parent.key = parent.key or "", None
        if parent.again:
            return (*parent.place, key, "again")
        parent.content[key] = value
        return (*parent.place, key)

    def _understood(self, value: str) -> Any:
        if self.numbers_as_text:
            return _CONSTANTS.get(value, value)
        return _understood(value)

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._stop(
                event,
                f"a word that begins with & names a part, and that is not done here "
                f"(&{short(event.anchor)})",
                "remove it; if the & belongs to a text, put the text in quotes",
            )
        if event.tag is not None:
            self._stop(
                event,
                "a word that begins with ! says what type a value has, and that is not done here",
                "remove it; if the ! belongs to a text, put the text in quotes",
            )

    def _stop(self, event: Any, what: str, remedy: str) -> None:
        raise _refusal(self.document.file, event.start_mark.line + 1, what, remedy)


def _understood(value: str) -> Any:
    """Return a value without quotes as YAML 1.2 understands it."""
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    if value[0] in "-+.0123456789":
        if _WHOLE.fullmatch(value):
            return int(value)
        if _DECIMAL.fullmatch(value):
            return float(value)
    return value


def text_of(path: Path, file: str = "") -> str:
    """Return what stands in a file; raises `ProblemsFound` where it cannot be read.

    `file` is the name by which mistakes are told; by default the file's own, without its folder.
    """
    named = file or path.name
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise _refusal(named, None, "this is a folder", "name a file")
        if not path.is_file():
            raise _refusal(named, None, "this is not a file", "name a file with text")
        if size > SIZE_LIMIT:
            raise _refusal(
                named,
                None,
                f"the file is too large ({size / 1_000_000:.1f} MB)",
                f"keep it below {SIZE_LIMIT // 1_000_000} MB; perhaps this is another file",
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise _refusal(
            named,
            None,
            "there is no such file",
            f"put it in the folder {path.parent.name or 'you are in'}",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refusal(
            named,
            None,
            f"the file cannot be read ({reason.lower()})",
            "close other programs that use it and check who may read it",
        ) from None
    try:
        # Windows editors put a byte order mark in front.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refusal(
            named,
            content.count(b"\n", 0, error.start) + 1,
            "the file is not in UTF-8",
            "save it again and choose UTF-8 as the encoding",
        ) from None


def _refusal(file: str, line: int | None, what: str, remedy: str) -> ProblemsFound:
    return ProblemsFound([Problem(file, line, "", what, remedy)])


def _syntax(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """Return the line of a syntax error, what is wrong and what to write, in plain words."""
    said = f"{error.context or ''}: {error.problem or ''}".lower()
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark or mark
    # At the end of the file a mark may stand on a line that is not there.
    lines = text.rstrip("\n").split("\n")
    line = min(mark.line + 1, len(lines)) if mark else 1
    start = min(begun.line + 1, len(lines)) if begun else 1
    written = lines[line - 1]
    if "\t" in written[: len(written) - len(written.lstrip())] or (
        "\t" in written and "token" in said
    ):
        return line, "there is a tab in this line", "use spaces instead of tabs"
    if mark and written[: mark.column].rstrip().endswith(("'", '"')) and "expected key" in said:
        return (
            line,
            "this text goes on after its closing quote",
            "put the whole text in the other kind of quotes, or double the quote inside it",
        )
    for advice in _ADVICE:
        if any(words in said for words in advice.said):
            return start if advice.from_start else line, advice.what, advice.remedy
    return (
        line,
        f"this is not YAML ({short(error.problem or 'it cannot be read')})",
        "look at this line and the one above it: spaces in front, colon, quotes, brackets",
    )


@dataclass(frozen=True, slots=True)
class _Advice:
    """Our words for what YAML's parsers say."""

    said: tuple[str, ...]
    what: str
    remedy: str
    from_start: bool = False
    """Point to where the thing began, and not to where it went wrong."""


_ADVICE = (
    _Advice(
        ("quoted scalar: found unexpected end", "quoted scalar: found unexpected document"),
        "the quotes that open here are not closed",
        "put a quote at the end of the text",
        from_start=True,
    ),
    _Advice(
        ("unknown escape character", "escape sequence", "expected escape"),
        "a backslash between double quotes has a meaning of its own",
        "use single quotes around the text, or leave the backslash out",
    ),
    _Advice(
        ("mapping values are not allowed",),
        "there is a colon too many in this line, or too many spaces in front of it",
        "put a text with a colon in quotes, and line the key up with those above it",
    ),
    _Advice(
        ("could not find expected ':'",),
        "this line has no key with a colon",
        "write a key, a colon, a space and the value; line a longer text up under its first line",
        from_start=True,
    ),
    _Advice(
        ("flow mapping", "flow sequence", "flow node"),
        "the bracket that opens here is not closed, or a comma is missing or too many",
        "close it with } or ], and put a text with a comma, bracket or hash in quotes",
        from_start=True,
    ),
    _Advice(
        ("cannot start any token", "directive"),
        "a text cannot begin with this character",
        "put the text in quotes",
    ),
    _Advice(
        ("block scalar",),
        "a text over several lines begins wrongly here",
        "write | or > alone, and the text on the lines below, further to the right",
    ),
    _Advice(
        ("expected key", "expected '-' indicator", "<block end>", "sequence entries"),
        "this line does not fit with the lines above it",
        "give it as many spaces in front as the keys or dashes it belongs with",
    ),
    _Advice(
        ("<document start>", "document start"),
        "here ends what could be read, but the file goes on",
        "line this up with the keys above it",
    ),
)
