"""The timeline: from the first step to the look back."""

from collections.abc import Sequence
from html import escape

from handbook.model import ChecklistItem, Moment
from handbook.schedule import order_of
from macros.context import Context, mark
from macros.fields import free_date, free_text, tick_box
from macros.tables import table
from macros.times import find_moment, offset_phrase
from macros.wording import capitalised, wording


def timeline(context: Context) -> str:
    """Return the moments as a list along a line, each with its distance to the day."""
    language = context.language
    items = "".join(
        f'<li class="timeline__moment timeline__moment--{_side(moment)}">'
        f'<span class="timeline__when">{capitalised(offset_phrase(moment.offset, language))}'
        f'</span> <span class="timeline__what">{escape(moment.name[language])}</span></li>'
        for moment in context.handbook.moments
    )
    return f'<ol class="timeline">{items}</ol>'


def timeline_checklist(context: Context, leave_out: Sequence[str] = ()) -> str:
    """Return everything that has to be done, in the order of time, with room for who and when.

    `leave_out` names moments that have a sheet of their own, as the day itself has its run sheet.
    """
    left_out = {find_moment(context, identifier).id for identifier in leave_out}
    return "".join(
        f'<h3 id="moment-{moment.id.replace("_", "-")}">'
        f"{capitalised(offset_phrase(moment.offset, context.language))}: "
        f"{escape(moment.name[context.language])}</h3>"
        + checklist_table(context, moment.name[context.language], items)
        for moment in sorted(context.handbook.moments, key=lambda one: order_of(one.offset))
        if moment.id not in left_out and (items := _items_at(context, moment))
    )


def checklist_table(
    context: Context, caption: str, items: list[ChecklistItem], dates: bool = True
) -> str:
    """Return things to do as a table: box, task, who, and the date unless all is on one day."""
    language, roles = context.language, context.handbook.roles
    rows, marks = [], []
    for item in items:
        condition = mark(context, item.only)
        if condition is None:
            continue
        marks.append(condition)
        row = [
            tick_box(f"tasks.{item.id}.done", item.text[language]),
            escape(item.text[language]),
            # The placeholder says whom we would ask; a name takes its place.
            free_text(f"tasks.{item.id}.who", roles[item.role].name[language]),
        ]
        if dates:
            row.append(free_date(f"tasks.{item.id}.date", wording("your_date", language)))
        rows.append(row)
    columns = ("done", "task", "who", "date") if dates else ("done", "task", "who")
    return table(
        [wording(name, language) for name in columns],
        rows,
        widths=[0.08, 0.54, 0.24, 0.14] if dates else [0.08, 0.66, 0.26],
        caption=caption,
        classes="checklist",
        marks=marks,
    )


def _items_at(context: Context, moment: Moment) -> list[ChecklistItem]:
    return [
        item
        for checklist in context.handbook.checklists.values()
        for item in checklist.items
        if item.moment == moment.id
    ]


def _side(moment: Moment) -> str:
    distance = order_of(moment.offset)
    return "before" if distance < 0 else "after" if distance > 0 else "day"
