"""The kit of Word templates as a list to choose from."""

from html import escape

from handbook.templates import Template
from macros.context import Context
from macros.people import role_name
from macros.times import moment
from macros.wording import wording


def kit_overview(context: Context) -> str:
    """Return every template with its link, its use, who fills it in and when, as Markdown.

    Links are Markdown, since the site's link check does not see links in raw HTML.
    """
    items = "\n".join(
        f"- **[{escape(template.title)}]({template.identifier}.md)**{_mark(context, template)}"
        f"<br>{escape(template.description)}<br>"
        f"<small>{wording('filled_by', context.language)}: "
        f"{role_name(context, template.word.filled_by)} · "
        f"{moment(context, template.word.moment)}</small>"
        for template in context.templates
    )
    return f'<div class="kit" markdown="1">\n\n{items}\n\n</div>'


def _mark(context: Context, template: Template) -> str:
    if not template.word.start_kit:
        return ""
    return f' <span class="mark">{wording("start_kit", context.language)}</span>'
