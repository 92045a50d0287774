"""The three rounds, the ways to do them, and the presets."""

from html import escape

from handbook import numbers
from handbook.choices import Choices
from handbook.model import ChoiceName, Language, Party, RoundName
from macros.context import BOTH, Context, MacroError, by_choice
from macros.tables import table
from macros.wording import capitalised, enumerated, wording

ROUNDS: tuple[RoundName, ...] = ("round1", "round2", "round3")


def round_name(context: Context, name: str) -> str:
    """Return what a round is called, as "De klant vertelt"."""
    return escape(context.handbook.rounds[find_round(name)].name[context.language])


def mode_name(context: Context, name: str) -> str:
    """Return the name of a mode, as "Ringwissel"; it is also the label of its tab."""
    for choice in context.handbook.choices.values():
        if name in choice.modes:
            return escape(choice.modes[name].name[context.language])
    known = ", ".join(m for choice in context.handbook.choices.values() for m in choice.modes)
    raise MacroError(f'there is no mode "{name}"; write one of: {known}')


def preset_name(context: Context, letter: str) -> str:
    """Return the name of a preset."""
    presets = context.handbook.presets
    if letter not in presets:
        raise MacroError(f'there is no preset "{letter}"; write one of: {", ".join(presets)}')
    return escape(presets[letter].name[context.language])


def rounds_table(context: Context) -> str:
    """Return the three rounds: what for, who speaks, how long."""

    def write(choices: Choices) -> str:
        handbook, language = context.handbook, context.language
        return table(
            [
                wording("round", language),
                wording("purpose", language),
                wording("speaks", language),
                wording("how_long", language),
            ],
            [
                [
                    f"<strong>{number}. {escape(handbook.rounds[name].name[language])}</strong>",
                    escape(handbook.rounds[name].purpose[language]),
                    capitalised(
                        party_names(numbers.speakers(handbook, name, choices), context.language)
                    ),
                    f"{numbers.minutes(handbook, name, choices).usual} "
                    f"{wording('minutes', language)}",
                ]
                for number, name in enumerate(ROUNDS, start=1)
            ],
            widths=[0.24, 0.36, 0.22, 0.18],
            caption=wording("round", language),
        )

    return by_choice(context, write, tag="div")


def modes(context: Context, choice: str) -> str:
    """Return the ways to do a round beside each other: what happens, and whom it suits."""
    language = context.language
    chosen = context.handbook.choices[find_choice(choice)]
    return table(
        [wording("mode", language), wording("what", language), wording("suits", language)],
        [
            [
                f"<strong>{escape(mode.name[language])}</strong>",
                escape(mode.summary[language]),
                escape(mode.suits[language]),
            ]
            for mode in chosen.modes.values()
        ],
        widths=[0.22, 0.42, 0.36],
        caption=chosen.name[language],
    )


def presets(context: Context) -> str:
    """Return the presets: which mode of round 2 and of round 3 they combine."""
    language, handbook = context.language, context.handbook
    return table(
        [
            wording("preset", language),
            *(handbook.choices[choice].name[language] for choice in BOTH),
            wording("suits", language),
        ],
        [
            [
                f"<strong>{letter}. {escape(preset.name[language])}</strong>",
                mode_name(context, preset.round2),
                mode_name(context, preset.round3),
                escape(preset.summary[language]),
            ]
            for letter, preset in handbook.presets.items()
        ],
        widths=[0.22, 0.22, 0.22, 0.34],
        caption=wording("preset", language),
    )


def party_names(parties: tuple[Party, ...], language: Language) -> str:
    """Return who they are: "klanten en gespreksleider"."""
    return enumerated([wording(party, language) for party in parties], language)


def find_round(name: str) -> RoundName:
    """Return a round by its name; raises `MacroError` where there is none."""
    for known in ROUNDS:
        if name == known:
            return known
    raise MacroError(f'there is no round "{name}"; write one of: {", ".join(ROUNDS)}')


def find_choice(name: str) -> ChoiceName:
    """Return a choice by its name; raises `MacroError` where there is none."""
    for known in BOTH:
        if name == known:
            return known
    raise MacroError(f'there is no choice "{name}"; write one of: {", ".join(BOTH)}')
