"""The three levels of listening."""

from html import escape

from macros.context import Context
from macros.wording import wording


def listening_levels(context: Context) -> str:
    """Return the levels: what you do, and how you recognise it."""
    language = context.language
    levels = "".join(
        f'<li class="level level--{level.level}">'
        f"<p><strong>{wording('level', language)} {level.level}: "
        f"{escape(level.name[language])}</strong><br>{escape(level.text[language])}</p>"
        f"<p>{wording('signs', language)}:</p>"
        f"<ul>{''.join(f'<li>{escape(sign[language])}</li>' for sign in level.signs)}</ul></li>"
        for level in context.handbook.listening_levels
    )
    return f'<ul class="levels">{levels}</ul>'


def level_list(context: Context) -> str:
    """Return the names of the levels as a numbered list, for a slide."""
    names = "".join(
        f"<li>{escape(level.name[context.language])}</li>"
        for level in context.handbook.listening_levels
    )
    return f"<ol>{names}</ol>"
