"""Checklists: things to do that belong together."""

from macros.context import Context, MacroError
from macros.timeline import checklist_table


def checklist(context: Context, name: str, dates: bool = True) -> str:
    """Return one checklist of the config: box, task, who, and the date where it matters."""
    checklists = context.handbook.checklists
    if name not in checklists:
        raise MacroError(f'there is no checklist "{name}"; write one of: {", ".join(checklists)}')
    chosen = checklists[name]
    return checklist_table(context, chosen.name[context.language], list(chosen.items), dates)
