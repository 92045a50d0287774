"""Marks for the layout of a Word file; invisible on the site."""

from macros.context import Context, MacroError
from macros.wording import wording


def page_break(context: Context) -> str:
    """Return a mark: what follows begins on a new page in Word and in print."""
    del context
    return '<div class="page-break"></div>'


def widths(context: Context, *percentages: float, handwriting: bool = False) -> str:
    """Return a mark for the table after it: the widths of its columns, in per cent.

    With `handwriting` its rows are tall enough to write in with a pen.
    """
    del context
    if round(sum(percentages)) != 100:
        raise MacroError(
            f"the widths {', '.join(f'{one:g}' for one in percentages)} add up to "
            f"{sum(percentages):g}; make them add up to 100"
        )
    rows = ' data-rows="handwriting"' if handwriting else ""
    shares = " ".join(f"{one:g}" for one in percentages)
    return f'<div class="widths" data-widths="{shares}"{rows}></div>'


def source_place(context: Context) -> str:
    """Return where the files of this edition stand: a link to it, if that is known."""
    address = context.handbook.publication.source
    said = wording("source_place", context.language)
    return f"[{said}](<{address}>)" if address else said
