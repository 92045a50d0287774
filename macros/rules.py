"""The ground rules in the room."""

from html import escape
from typing import get_args

from handbook.model import GroundRule, Party
from macros.context import Context, MacroError, mark
from macros.rounds import find_round


def ground_rules(
    context: Context,
    round_name: str | None = None,
    party: Party | None = None,
    reasons: bool = True,
) -> str:
    """Return the rules that hold in a round or for a party, or all of them: the rule, then why."""
    wanted = find_round(round_name) if round_name else None
    if party is not None and party not in get_args(Party):
        known = ", ".join(get_args(Party))
        raise MacroError(f'"{party}" is not a party in the room; write one of: {known}')
    items = "".join(
        f"<li{condition}>{_worded(context, rule, reasons)}</li>"
        for rule in context.handbook.ground_rules
        if wanted is None or wanted in rule.rounds
        if party is None or party in rule.holds_for
        if (condition := mark(context, rule.only)) is not None
    )
    return f'<ul class="ground-rules">{items}</ul>'


def _worded(context: Context, rule: GroundRule, reasons: bool) -> str:
    text = escape(rule.text[context.language])
    if not reasons:
        return text
    return f"<strong>{text}</strong> {escape(rule.reason[context.language])}"
