"""Help to choose: questions with yes and no that lead to a mode, with its reason."""

from html import escape

from handbook.choices import default_choices
from handbook.model import ChoiceName
from macros.context import BOTH, Context, MacroError
from macros.messages import message
from macros.rounds import find_choice, mode_name


def decision_help(context: Context, choice: str | None = None) -> str:
    """Return the questions for one round, or for both: the first yes decides.

    It is a list that reads from top to bottom; the style sheet draws its lines.
    """
    return "".join(
        _questions(context, name) for name in (BOTH if choice is None else (find_choice(choice),))
    )


def chooser(context: Context, choice: ChoiceName, identifier: str, label: str) -> str:
    """Return a list of modes to pick from; choices.js follows it on every page."""
    language = context.language
    chosen = default_choices(context.handbook)[choice]
    options = "".join(
        f'<option value="{name}"{" selected" if name == chosen else ""}>'
        f"{escape(mode.name[language])}</option>"
        for name, mode in context.handbook.choices[choice].modes.items()
    )
    return (
        f'<label for="{identifier}">{escape(label)}</label>'
        f'<select id="{identifier}" data-choice="{choice}">{options}</select>'
    )


def _questions(context: Context, choice: ChoiceName) -> str:
    language, described = context.language, context.handbook.choices[choice]
    items = ""
    for number, step in enumerate(described.steps, start=1):
        if step.mode not in described.modes:
            raise MacroError(
                f'question {number} of the help to choose {choice} leads to "{step.mode}"; '
                f"write one of: {', '.join(described.modes)}"
            )
        items += (
            f'<li class="decision__question"><p><strong>{escape(step.question[language])}'
            f"</strong></p><ul><li>{_answer(context, step.mode, choice, 'yes')}</li></ul>"
            f'<p class="decision__no">{message("no", language)}</p></li>'
        )
    default = default_choices(context.handbook)[choice]
    chosen = ""
    if context.choices is None:  # only a browser can keep a choice
        list_of_modes = chooser(
            context, choice, f"decision-{choice}", message("your_choice", language)
        )
        chosen = (
            f'<div class="decision__chosen" data-chooser hidden>{list_of_modes}'
            f"<p>{message('your_choice_shown', language)}</p></div>"
        )
    return (
        f'<div class="decision"><ol>{items}<li class="decision__rest">'
        f"{_answer(context, default, choice, 'none')}</li></ol>{chosen}</div>"
    )


def _answer(context: Context, mode: str, choice: ChoiceName, answer: str) -> str:
    """Return the mode that an answer leads to, and whom it suits."""
    language = context.language
    suits = context.handbook.choices[choice].modes[mode].suits[language]
    reason = message("suits", language, whom=suits[:1].lower() + suits[1:])
    name = f"<strong>{mode_name(context, mode)}</strong>"
    return (
        f'<p class="decision__answer"><span class="decision__when">{message(answer, language)}'
        f"</span> {message('choose', language, mode=name)}</p>"
        f'<p class="decision__reason">{escape(reason)}</p>'
    )
