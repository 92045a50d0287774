"""Questions that can be asked aloud."""

from html import escape

from macros.context import Context, MacroError


def questions(context: Context, group: str) -> str:
    """Return the questions of one group."""
    known = context.handbook.questions
    if group not in known:
        raise MacroError(f'there are no questions "{group}"; write one of: {", ".join(known)}')
    items = "".join(
        f"<li>{escape(question.text[context.language])}</li>" for question in known[group].items
    )
    return f'<ul class="questions">{items}</ul>'
