"""What a macro knows: the handbook, the language, and which choices are being written for."""

from collections.abc import Callable
from dataclasses import dataclass

from handbook.choices import Choices, combinations, default_choices, holds
from handbook.model import ChoiceName, Condition, Handbook, Language
from handbook.templates import Template


class MacroError(Exception):
    """A macro was called in a way that cannot work; the message is for the page's author."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything the macros of one page read.

    On the site `choices` is None: a page shows every mode, and the visitor chooses. For a Word
    file `choices` says for which modes it is made, and `depends` which choices the page declares
    in `word.choices`.
    """

    handbook: Handbook
    language: Language
    templates: tuple[Template, ...] = ()
    choices: Choices | None = None
    depends: tuple[ChoiceName, ...] = ()


BOTH: tuple[ChoiceName, ...] = ("round2", "round3")


def by_choice(
    context: Context,
    write: Callable[[Choices], str],
    *,
    tag: str = "span",
    round2: str | None = None,
    round3: str | None = None,
) -> str:
    """Return what `write` makes of the choices: once for Word, once per mode for the site.

    `round2` and `round3` pin a mode, as the text inside a tab does. Raises `MacroError` where a
    Word file would hold text that depends on a choice its page does not declare.
    """
    pinned = Choices(_known(context, "round2", round2), _known(context, "round3", round3))

    def variant(choices: Choices) -> str:
        return write(Choices(pinned.round2 or choices.round2, pinned.round3 or choices.round3))

    free = tuple(choice for choice in BOTH if not pinned[choice])
    if context.choices is not None:
        _refuse_undeclared(context, variant, free)
        return variant(context.choices)
    variants = {choices: variant(choices) for choices in combinations(context.handbook, free)}
    depends = tuple(choice for choice in free if _matters(variants, choice))
    default = default_choices(context.handbook)
    if not depends:
        return variants[default]
    texts: dict[str, list[Choices]] = {}
    for choices in combinations(context.handbook, depends):
        texts.setdefault(variants[choices], []).append(choices)
    if len(depends) > 1:
        # Two choices at once: modes of the one and of the other cannot be listed beside each other.
        return "".join(
            _variant(tag, text, [choices], depends, default)
            for text, group in texts.items()
            for choices in group
        )
    return "".join(_variant(tag, text, group, depends, default) for text, group in texts.items())


def _variant(
    tag: str, text: str, group: list[Choices], depends: tuple[ChoiceName, ...], default: Choices
) -> str:
    """Return one text for the site, marked with the modes it holds for."""
    name = "by-choice by-choice--default" if default in group else "by-choice"
    attributes = "".join(
        f' data-{choice}="{" ".join(dict.fromkeys(choices[choice] for choices in group))}"'
        for choice in depends
    )
    return f'<{tag} class="{name}"{attributes}>{text}</{tag}>'


def mark(context: Context, condition: Condition) -> str | None:
    """Return the attributes of an element that holds only with some modes, or None to leave it out.

    For Word the modes are known: the element is there or not. On the site it is always there,
    marked with its modes. Raises `MacroError` where the page does not declare the choice.
    """
    modes: dict[ChoiceName, tuple[str, ...]] = {}
    if condition.round2:
        modes["round2"] = condition.round2
    if condition.round3:
        modes["round3"] = condition.round3
    if context.choices is not None:
        for choice in modes:
            if choice not in context.depends:
                raise _undeclared(choice)
        return "" if holds(condition, context.choices) else None
    if not modes:
        return ""
    is_default = holds(condition, default_choices(context.handbook))
    name = "by-choice by-choice--default" if is_default else "by-choice"
    attributes = "".join(f' data-{choice}="{" ".join(wanted)}"' for choice, wanted in modes.items())
    return f' class="{name}"{attributes}'


def _undeclared(choice: ChoiceName) -> MacroError:
    return MacroError(
        f"this text depends on the choice of {choice}; "
        f"add {choice} to word.choices at the top of the page"
    )


def _refuse_undeclared(
    context: Context, variant: Callable[[Choices], str], free: tuple[ChoiceName, ...]
) -> None:
    """Raise `MacroError` where a text depends on a choice that its page does not declare."""
    for choice in free:
        if choice in context.depends:
            continue
        texts = {variant(choices) for choices in combinations(context.handbook, (choice,))}
        if len(texts) > 1:
            raise _undeclared(choice)


def _known(context: Context, choice: ChoiceName, mode: str | None) -> str:
    modes = context.handbook.choices[choice].modes
    if mode is not None and mode not in modes:
        raise MacroError(f'"{mode}" is not a mode of {choice}; write one of: {", ".join(modes)}')
    return mode or ""


def _matters(variants: dict[Choices, str], choice: ChoiceName) -> bool:
    """Tell whether another mode of this choice, all else equal, gives another text."""
    other: ChoiceName = "round3" if choice == "round2" else "round2"
    return any(
        first != second
        for combination, first in variants.items()
        for another, second in variants.items()
        if combination[other] == another[other]
    )
