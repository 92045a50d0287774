"""People: their roles, and what a facilitator needs and can do."""

from html import escape

from handbook.model import Quality
from macros.context import Context, MacroError
from macros.tables import table
from macros.wording import capitalised, wording


def role_name(context: Context, name: str) -> str:
    """Return what a role is called, as "trekker"."""
    known = context.handbook.roles
    if name not in known:
        raise MacroError(f'there is no role "{name}"; write one of: {", ".join(known)}')
    return escape(known[name].name[context.language])


def roles(context: Context) -> str:
    """Return who does what."""
    language = context.language
    return table(
        [wording("role", language), wording("tasks", language)],
        [
            [
                f"<strong>{escape(capitalised(role.name[language]))}</strong>",
                f"<ul>{''.join(f'<li>{escape(task[language])}</li>' for task in role.tasks)}</ul>",
            ]
            for role in context.handbook.roles.values()
        ],
        widths=[0.3, 0.7],
        caption=wording("role", language),
    )


def requirements(context: Context) -> str:
    """Return what a facilitator must be."""
    return _qualities(context, context.handbook.facilitator.requirements)


def qualities(context: Context) -> str:
    """Return what makes a good facilitator."""
    return _qualities(context, context.handbook.facilitator.qualities)


def _qualities(context: Context, chosen: tuple[Quality, ...]) -> str:
    items = "".join(
        f"<li><strong>{escape(quality.name[context.language])}.</strong> "
        f"{escape(quality.text[context.language])}</li>"
        for quality in chosen
    )
    return f'<ul class="qualities">{items}</ul>'
