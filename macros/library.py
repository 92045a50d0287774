"""All macros by name, bound to what they know about the page."""

from collections.abc import Callable, Mapping
from functools import wraps

from handbook import numbers
from handbook.choices import Choices
from handbook.model import Handbook
from macros import (
    amounts,
    calculators,
    checklists,
    decision,
    event_form,
    fields,
    figures,
    layout,
    levels_drawing,
    listening,
    people,
    pictograms,
    practice,
    programme,
    programme_drawing,
    questions,
    room,
    rounds,
    rules,
    timeline,
    timeline_drawing,
    times,
    workshops,
)
from macros.context import Context

Macro = Callable[..., str]


def macros(context: Context) -> Mapping[str, Macro]:
    """Return the macros that pages may use; each gives Markdown or HTML."""
    reckoned: dict[str, Macro] = {
        function.__name__: _reckoned(context, function)
        for function in (
            numbers.customers,
            numbers.customers_least,
            numbers.acceptances,
            numbers.acceptances_careful,
            numbers.chairs,
            numbers.employees_least,
            numbers.employees_most,
            numbers.speaking_minutes,
        )
    }
    written: dict[str, Macro] = {
        "blank": fields.blank,
        "bring_list": workshops.bring_list,
        "calculator_dates": calculators.calculator_dates,
        "calculator_people": calculators.calculator_people,
        "calculator_programme": calculators.calculator_programme,
        "calculator_speaking_time": calculators.calculator_speaking_time,
        "cell": fields.cell,
        "case_cards": practice.case_cards,
        "checkbox": fields.checkbox,
        "checklist": checklists.checklist,
        "choice": fields.choice,
        "customers_most": amounts.customers_most,
        "date_of": fields.date_of,
        "decision_help": decision.decision_help,
        "distance": times.distance,
        "ends": times.ends,
        "event_any_file": event_form.event_any_file,
        "event_dates": event_form.event_dates,
        "event_files": event_form.event_files,
        "event_form": event_form.event_form,
        "event_guests": event_form.event_guests,
        "event_lists": event_form.event_lists,
        "event_kit": event_form.event_kit,
        "exercise": workshops.exercise,
        "exercise_minutes": workshops.exercise_minutes,
        "exercise_name": workshops.exercise_name,
        "field": fields.field,
        "ground_rules": rules.ground_rules,
        "group_sections": workshops.group_sections,
        "group_size": amounts.group_size,
        "group_table": workshops.group_table,
        "levels_figure": levels_drawing.levels_figure,
        "level_list": listening.level_list,
        "listening_levels": listening.listening_levels,
        "minutes": amounts.minutes,
        "minutes_least": amounts.minutes_least,
        "minutes_most": amounts.minutes_most,
        "mode": rounds.mode_name,
        "modes": rounds.modes,
        "moment": times.moment,
        "observation": practice.observation,
        "page_break": layout.page_break,
        "pictogram": pictograms.pictogram,
        "preset": rounds.preset_name,
        "presets": rounds.presets,
        "print_list": workshops.print_list,
        "programme": programme.programme,
        "programme_bar": programme_drawing.programme_bar,
        "qualities": people.qualities,
        "questions": questions.questions,
        "quiz": practice.quiz,
        "quiz_answers": practice.quiz_answers,
        "quiz_to_try": practice.quiz_to_try,
        "rehearsal": practice.rehearsal,
        "rehearsal_cards": practice.rehearsal_cards,
        "requirements": people.requirements,
        "rings": figures.rings,
        "role": people.role_name,
        "role_cards": practice.role_cards,
        "roles": people.roles,
        "room_plan": room.room_plan,
        "room_sizes": room.room_sizes,
        "round_name": rounds.round_name,
        "rounds_table": rounds.rounds_table,
        "rows": fields.rows,
        "run_sheet": programme.run_sheet,
        "sentence_cards": practice.sentence_cards,
        "sentence_key": practice.sentence_key,
        "small_round3": workshops.small_round3,
        "source_place": layout.source_place,
        "starts": times.starts,
        "timeline": timeline.timeline,
        "timeline_checklist": timeline.timeline_checklist,
        "timeline_figure": timeline_drawing.timeline_figure,
        "widths": layout.widths,
        "workshop": workshops.workshop,
        "workshop_minutes": workshops.workshop_minutes,
        "workshop_name": workshops.workshop_name,
        "workshop_people": workshops.workshop_people,
        "workshop_starts": workshops.workshop_starts,
    }
    return reckoned | {name: _bound(context, macro) for name, macro in written.items()}


def _bound(context: Context, macro: Macro) -> Macro:
    """Return a macro with its context filled in.

    Not a `partial`: mkdocs-macros prints the repr of every macro into its log, and that of a
    partial spells out the whole handbook.
    """

    @wraps(macro)
    def bound(*arguments: object, **options: object) -> str:
        return macro(context, *arguments, **options)

    return bound


def _reckoned(context: Context, reckon: Callable[[Handbook, Choices], int]) -> Macro:
    def reckoned(round2: str | None = None, round3: str | None = None) -> str:
        return amounts.amount(context, reckon, round2, round3)

    return reckoned
