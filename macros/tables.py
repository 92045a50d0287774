"""Tables in HTML, as the site shows them and the reader reads them."""

from collections.abc import Sequence
from html import escape


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
    caption: str,
    classes: str = "",
    attributes: dict[str, str] | None = None,
    marks: Sequence[str] = (),
) -> str:
    """Return a table of ready HTML cells; `widths` are shares of its width, together 1.

    The caption is for screen readers and for Word's table properties; it is not shown.
    `marks` are attributes for its rows, as `macros.context.mark` gives them.
    """
    written = {"class": classes, **(attributes or {})}
    spelled = "".join(f' {name}="{escape(value)}"' for name, value in written.items() if value)
    columns = "".join(f'<col style="width: {width:.1%}">' for width in widths)
    head = "".join(f'<th scope="col">{cell}</th>' for cell in header)
    body = "".join(
        f"<tr{row_mark}>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
        for row, row_mark in zip(rows, marks or [""] * len(rows), strict=True)
    )
    return (
        f'<div class="table"><table{spelled}>'
        f'<caption class="for-screen-readers">{escape(caption)}</caption>'
        f"<colgroup>{columns}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
