"""What pydantic finds wrong, said so that someone who never programmed can mend it."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from handbook import model, organisation
from handbook.document import Finding, Place, shown
from handbook.model import Handbook, Minutes, Words

Model = type[BaseModel]

_LANGUAGES = {"nl": "Dutch", "en": "English"}
# More names than this make a message that nobody reads.
_NAMES = 20

_FORMS = {
    model.FACT: ("a source", "write a fact number from F001 to F228, like F053, or own"),
    model.FACTS: (
        "a fact",
        "write a number from F001 to F228, like F053, or a range, like F053-F064",
    ),
    model.OFFSET: (
        "a distance in time",
        'write a sign, a number and days, weeks or months, like "-8 weeks", '
        'or "0 days" for the day itself',
    ),
    model.IDENTIFIER: (
        "a name for a key",
        "write small letters, digits and _, and begin with a letter, like note_taker",
    ),
    model.SLUG: (
        "the path of a page",
        "write it without docs/nl and without .md, like day/round-1",
    ),
    model.PRESET: ("the letter of a preset", "write one capital letter, like C"),
    model.COLOUR: ("a colour", 'write a hash and six digits or letters a to f, like "#0E5A64"'),
    model.CLOCK_TIME: ("a time", 'write hours and minutes, like "15:30"'),
    model.DAY: ("a date", "write year, month and day, like 2026-11-22"),
    model.VERSION: ("a version", "write three numbers with dots, like 1.2.0"),
    model.ADDRESS: (
        "the address of a site",
        "write it with https:// in front and a slash at the end, like https://example.org/handbook/",
    ),
    model.WEB_ADDRESS: (
        "a web address",
        "write it with https:// in front, like https://example.org/handbook",
    ),
    model.TERM: (
        "a word to say instead",
        "write letters only, in small letters where they are small, like bewoner",
    ),
    model.FONT: (
        "the name of a font",
        "write it as Word shows it, without quotes or other signs, like Calibri",
    ),
    organisation.EMAIL: ("an e-mail address", "write it like info@example.org"),
    model.FILE: (
        "the path of a file in this project",
        "write it with slashes and from the project's folder, like organisation/logo.svg",
    ),
    model.CONTACT: (
        "an address to write to",
        "write a mail address, or a web address that begins with https://",
    ),
}


_OTHER_FORM = ("written as it should be", "look at how other pages write it")


def findings(error: ValidationError, root: Model = Handbook) -> Iterator[Finding]:
    """Yield one finding for each mistake in the data of a model, in plain words."""
    details = error.errors(include_url=False)
    places = [place(each) for each in details]
    unknown = [place(each) for each in details if is_unknown_key(each)]
    meant = {(*where[:-1], _nearest(where[-1], _keys(where[:-1], root))) for where in unknown}
    for each in details:
        where = place(each)
        # A misspelt key is one mistake: not also a missing key, nor what is wrong within it.
        within = any(where[: len(key)] == key and where != key for key in unknown)
        # Nor is a list too short because what stands in it cannot be read.
        within = within or (each["type"] == "too_short" and _holds_one_of(where, places))
        if not within and (each["type"] != "missing" or where not in meant):
            yield Finding(where, *_words(each, where, root))


def _holds_one_of(whole: Place, places: list[Place]) -> bool:
    return any(where[: len(whole)] == whole and where != whole for where in places)


def place(error: ErrorDetails) -> Place:
    """Return where a mistake stands; for a wrong key, the key itself."""
    return tuple(step for step in error["loc"] if step != "[key]")


def annotation(where: Place, root: Model = Handbook) -> Any:
    """Return the type of what may stand at a place, or None where nothing may."""
    found: Any = root
    for step in where:
        found = bare(found)
        if isinstance(found, type) and issubclass(found, BaseModel):
            known = found.model_fields.get(str(step))
            if known is None:
                return None
            found = (
                Annotated[known.annotation, *known.metadata] if known.metadata else known.annotation
            )
        elif get_origin(found) is dict:
            found = get_args(found)[1]
        elif get_origin(found) is tuple:
            found = get_args(found)[0]
        else:
            return None
    return found


def model_at(where: Place, root: Model = Handbook) -> Model | None:
    """Return the model whose keys stand at a place."""
    found = bare(annotation(where, root))
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def choose(name: object, known: Iterable[str]) -> str:
    """Return what to write instead of a name that is not known."""
    names = list(known)
    near = _nearest(name, names)
    if near is not None:
        return f"did you mean {near}?"
    more = f" and {len(names) - _NAMES} others" if len(names) > _NAMES else ""
    return f"write one of: {', '.join(names[:_NAMES])}{more}" if names else "remove it"


def bare(found: Any) -> Any:
    """Return a type without its constraints, and without None."""
    while get_origin(found) in (Annotated, Union, UnionType):
        found = next(part for part in get_args(found) if part is not type(None))
    return found


def _pattern(found: Any) -> str | None:
    """Return the pattern that a text must have, if it has one."""
    if get_origin(found) in (Union, UnionType):
        found = next(part for part in get_args(found) if part is not type(None))
    for part in get_args(found)[1:] if get_origin(found) is Annotated else ():
        if isinstance(part, StringConstraints):
            return str(part.pattern)
        if getattr(part, "pattern", None):
            return str(part.pattern)
    return None


def _keys(where: Place, root: Model) -> list[str]:
    """Return the keys that may stand at a place."""
    known = model_at(where, root)
    if known is not None:
        return list(known.model_fields)
    found = bare(annotation(where, root))
    if get_origin(found) is dict:
        key = bare(get_args(found)[0])
        if get_origin(key) is Literal:
            return [str(name) for name in get_args(key)]
    return []


def _nearest(name: object, known: Iterable[str]) -> str | None:
    near = get_close_matches(str(name), known, n=1, cutoff=0.6)
    return near[0] if near else None


def is_unknown_key(error: ErrorDetails) -> bool:
    """Tell whether a mistake is a key that is not known."""
    return error["type"] == "extra_forbidden" or (
        error["type"] == "literal_error" and error["loc"][-1] == "[key]"
    )


def _words(error: ErrorDetails, where: Place, root: Model) -> tuple[str, str]:
    """Return what is wrong, and what to write."""
    value = error["input"]
    bounds = error.get("ctx", {})
    match error["type"]:
        case _ if is_unknown_key(error):
            return _unknown_key(value, where, root)
        case "missing":
            return _missing(where, root)
        case "string_type":
            return _not_text(value, where, root)
        case "string_too_short":
            return empty(where, root)
        case "string_too_long":
            return "this text is too long", f"write at most {bounds['max_length']} characters"
        case "string_pattern_mismatch":
            wrong = where[-1] if error["loc"][-1] == "[key]" else value
            noun, remedy = _FORMS.get(bounds["pattern"], _OTHER_FORM)
            return f"{shown(wrong)} is not {noun}", remedy
        case "int_type" | "int_from_float" | "float_type" | "finite_number":
            return _not_a_number(value, where, root, whole=error["type"].startswith("int"))
        case "bool_type":
            return f"{shown(value)} is neither true nor false", "write true or false"
        case "greater_than_equal":
            return f"{value} is too small", f"write a number of at least {bounds['ge']:g}"
        case "less_than_equal":
            return f"{value} is too large", f"write a number of at most {bounds['le']:g}"
        case "literal_error":
            known = re.findall(r"'([^']*)'", str(bounds["expected"]))
            return f"{shown(value)} is not one of the possible values", choose(value, known)
        case "too_short" if where[-1] == "source":
            return "the list is empty", "write where it comes from, like [F053] or [own]"
        case "too_short" if bounds["actual_length"]:
            return "the list is too short", f"write {bounds['min_length']} at the least"
        case "too_short":
            return "the list is empty", "write at least one"
        case "too_long":
            return "the list is too long", f"write at most {bounds['max_length']}"
        case "tuple_type":
            return _not_a_list(value)
        case "said":
            return str(bounds["what"]), str(bounds["remedy"])
        case "model_type" | "dict_type":
            return _not_keys(value, where, root)
    return error["msg"][:1].lower() + error["msg"][1:], "compare it with an earlier edition"


def _unknown_key(value: object, where: Place, root: Model) -> tuple[str, str]:
    if model_at(where[:-1], root) is Words:
        if value is None:
            return "the text is cut off at a comma", "put the whole text in quotes"
        return "this is not a language of the handbook", "write nl: or en:, or remove it"
    remedy = choose(where[-1], _keys(where[:-1], root))
    return "this key is not known", remedy if remedy.endswith("?") else f"{remedy}, or remove it"


def _missing(where: Place, root: Model) -> tuple[str, str]:
    name = str(where[-1])
    if model_at(where[:-1], root) is Words:
        return f"the {_LANGUAGES[name]} text is missing", f"add a line {name}: with that text"
    return "this key is missing", f"add {name}: {_explained(where, root)}"


def _explained(where: Place, root: Model) -> str:
    """Return what a key is for, in the words of the model."""
    owner = model_at(where[:-1], root)
    known = owner.model_fields.get(str(where[-1])) if owner else None
    words = " ".join((known.description or "").split()) if known else ""
    return f"({words.rstrip('.')})" if words else "with its value"


def _not_text(value: object, where: Place, root: Model) -> tuple[str, str]:
    if value is None:
        return empty(where, root)
    if isinstance(value, dict | list):
        return (
            f"{shown(value)} stands where one text is expected",
            "write one text; if it holds a colon or brackets, put it in quotes",
        )
    return f"{shown(value)} is not read as text here", f'put it in quotes: "{shown(value)}"'


def empty(where: Place, root: Model) -> tuple[str, str]:
    """Return what to say where a key stands without a value."""
    if model_at(where[:-1], root) is Words:
        name = str(where[-1])
        return f"the {_LANGUAGES[name]} text is empty", f"write it behind {name}:"
    pattern = _pattern(annotation(where, root))
    if pattern is not None:
        noun, remedy = _FORMS.get(pattern, _OTHER_FORM)
        # What begins with a hash is read as a remark.
        return f"here {noun} is missing", f"{remedy}{', in quotes' * (pattern == model.COLOUR)}"
    return "nothing stands here", f"write a value behind the colon {_explained(where, root)}"


def _not_a_number(value: object, where: Place, root: Model, *, whole: bool) -> tuple[str, str]:
    noun = "a whole number" if whole else "a number"
    example = f"{noun}, like 2" if whole else "a number in digits, like 12 or 1.5"
    if model_at(where[:-1], root) is Minutes:
        example = "a number of minutes, like 75"
    if isinstance(value, str) and re.fullmatch(r"[0-9]+", value):
        return f"{shown(value)} stands between quotes", f"write it without them: {value}"
    if isinstance(value, str) and re.fullmatch(r"[0-9]+,[0-9]+", value) and not whole:
        return f"{shown(value)} is not {noun}", f"write a point: {value.replace(',', '.')}"
    return f"{shown(value)} is not {noun}", f"write {example}"


def _not_keys(value: object, where: Place, root: Model) -> tuple[str, str]:
    owner = model_at(where, root)
    if owner is Words and value is not None:
        return (
            f"{shown(value)} is not a text in two languages",
            "write nl: with the Dutch text and en: with the English text",
        )
    if owner is None:
        return f"{shown(value)} stands where keys are expected", "write keys with a colon below it"
    needed = [name for name, known in owner.model_fields.items() if known.is_required()]
    names = ", ".join(f"{name}:" for name in needed or owner.model_fields)
    return f"{shown(value)} stands where keys are expected", f"write below it: {names}"


def _not_a_list(value: object) -> tuple[str, str]:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return f"{shown(value)} is not a list", f"put square brackets around it: [{value}]"
    return f"{shown(value)} stands where a list is expected", "put a dash before each item"
