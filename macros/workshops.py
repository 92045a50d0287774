"""Workshops: their programme, their exercises, who sits where, and what to print."""

from collections.abc import Sequence
from html import escape

from handbook.model import Layout, Training, Words
from handbook.schedule import clock
from handbook.workshops import Session, TimedStep, copies, layout_for, material_of, sessions
from macros.context import Context, MacroError
from macros.fields import free_text
from macros.figures import two_rings
from macros.layout import widths
from macros.messages import message
from macros.rounds import mode_name
from macros.tables import table
from macros.times import clock_short, clock_time
from macros.wording import capitalised, enumerated, wording


def workshop_name(context: Context, workshop: str) -> str:
    """Return what a workshop is called."""
    return escape(_training(context, workshop).workshops[workshop].name[context.language])


def workshop_minutes(context: Context, workshop: str) -> str:
    """Return how many minutes a workshop takes."""
    return str(_training(context, workshop).workshops[workshop].minutes)


def workshop_starts(context: Context, workshop: str) -> str:
    """Return when a workshop begins in the programme that we print."""
    starts_at = _training(context, workshop).workshops[workshop].starts_at
    return clock_time(clock(starts_at), context.language)


def workshop_people(context: Context) -> str:
    """Return for how many people the workshops are made: "8, 12 en 16"."""
    return enumerated(
        [str(people) for people in context.handbook.training.people], context.language
    )


def workshop(context: Context, workshop: str, own_time: bool = False) -> str:
    """Return the programme of a workshop: time, how long, what and what for.

    With `own_time` there is room for the times of whoever begins at another hour.
    """
    language = context.language
    rows, header = [], [wording("time", language), wording("how_long", language)]
    shares = [0.2, 0.17, 0.63]
    if own_time:
        header.append(capitalised(wording("your_time", language)))
        shares = [0.18, 0.16, 0.16, 0.5]
    for held in sessions(_training(context, workshop), workshop):
        row = [_clock(held, context), _minutes(held.minutes, context)]
        if own_time:
            path = f"workshop.{workshop}.{held.name}"
            row.append(free_text(path, wording("your_time", language)))
        row.append(
            f"<strong>{escape(held.exercise.name[language])}</strong><br>"
            f"{escape(held.exercise.goal[language])}"
        )
        rows.append(row)
    return table(
        [*header, wording("what", language)],
        rows,
        widths=shares,
        caption=_training(context, workshop).workshops[workshop].name[language],
    )


def exercise_name(context: Context, name: str) -> str:
    """Return what an exercise is called."""
    known = context.handbook.training.exercises
    if name not in known:
        raise MacroError(f'there is no exercise "{name}"; write one of: {", ".join(known)}')
    return escape(known[name].name[context.language])


def exercise_minutes(context: Context, name: str, workshop: str) -> str:
    """Return how many minutes an exercise takes in a workshop."""
    return str(_session(context, name, workshop).minutes)


def exercise(context: Context, name: str, workshop: str) -> str:
    """Return everything a trainer needs for one exercise.

    When and why, what to have ready, who sits where; the steps with what to say; what usually
    happens; and the questions for the talk afterwards.
    """
    language = context.language
    held = _session(context, name, workshop)
    parts = [
        f"<p><strong>{_clock(held, context)}</strong>, {_minutes(held.minutes, context)}. "
        f"<strong>{wording('goal', language)}:</strong> {escape(held.exercise.goal[language])}</p>"
    ]
    if held.exercise.material:
        material = context.handbook.training.material
        names = [_lowered(material[one].name[language]) for one in held.exercise.material]
        parts.append(
            f"<p><strong>{wording('material', language)}:</strong> "
            f"{escape(enumerated(names, language))}.</p>"
        )
    if held.exercise.layouts:
        # On paper every line counts, and the table of all groups stands in the same booklet.
        between = "<br>" if context.choices is None else " "
        seated = between.join(
            [
                f"<p><strong>{wording('seats', language)}.</strong>",
                *(
                    f"{message('with_people', language, people=layout.people)}: "
                    f"{seats(context, layout)}."
                    for layout in held.exercise.layouts
                ),
            ]
        )
        parts.append(f"{seated}</p>")
    parts += [
        _heading(context, held, "steps"),
        *(_step(context, number, step) for number, step in enumerate(held.steps, start=1)),
    ]
    if held.exercise.happens:
        parts += [
            _heading(context, held, "happens"),
            _list(context, held.exercise.happens, "happens"),
        ]
    if held.exercise.debrief:
        parts += [
            _heading(context, held, "debrief"),
            _list(context, held.exercise.debrief, "questions"),
        ]
    return "\n".join(parts)


def small_round3(context: Context) -> str:
    """Return how to play round 3 on a small scale, for each of its modes."""
    language = context.language
    return table(
        [wording("form", language), wording("small_form", language)],
        [
            [mode_name(context, mode), escape(words[language])]
            for mode, words in context.handbook.training.round3.items()
        ],
        widths=[0.3, 0.7],
        caption=wording("small_form", language),
    )


def group_table(context: Context, workshop: str) -> str:
    """Return who sits where in each exercise, beside each other for each number of people."""
    training, language = _training(context, workshop), context.language
    return table(
        [wording("all_parts", language), *(_people(one, context) for one in training.people)],
        [
            [
                f"<strong>{escape(held.exercise.name[language])}</strong>",
                *(_seats_for(context, held, people) for people in training.people),
            ]
            for held in sessions(training, workshop)
            if held.exercise.layouts
        ],
        widths=[0.22, *[0.78 / len(training.people)] * len(training.people)],
        caption=wording("seats", language),
    )


def group_sections(context: Context, workshop: str, arena: str) -> str:
    """Return a section for each number of people: who sits where, and the rings of one exercise.

    Markdown, so that its headings stand in the contents of the page.
    """
    training, language = _training(context, workshop), context.language
    sections = []
    for people in training.people:
        layout = layout_for(_session(context, arena, workshop).exercise, people)
        if layout is None:
            raise MacroError(f"{arena} has no layout; name an exercise that is held in two rings")
        inner, *outer = layout.parts.values()
        seated = table(
            [wording("all_parts", language), wording("seats", language)],
            [
                [escape(held.exercise.name[language]), _seats_for(context, held, people)]
                for held in sessions(training, workshop)
                if held.exercise.layouts
            ],
            widths=[0.4, 0.6],
            caption=message("with_people", language, people=people),
        )
        title = message("arena_title", language, people=people)
        sections.append(
            f"## {message('with_people', language, people=people)} "
            f"{{: #people-{people} }}\n\n{seated}\n\n"
            f"{two_rings(context, title, inner, sum(outer))}\n"
        )
    return "\n".join(sections)


def print_list(context: Context, workshop: str) -> str:
    """Return what to print, how often for each number of people, and how many pages each takes.

    Markdown, since the site's link check does not see links in raw HTML.
    """
    training, language = _training(context, workshop), context.language
    kit = {template.identifier: template for template in context.templates}
    header = [
        wording("what", language),
        *(_people(one, context) for one in training.people),
        wording("pages", language),
    ]
    lines = [header, [":---", *[":---:"] * (len(header) - 1)]]
    for name, material in material_of(training, workshop).items():
        if material.template is None:
            continue
        if material.template not in kit:
            raise MacroError(
                f'training.material.{name} names "{material.template}", which the kit does not '
                f"have; write one of: {', '.join(kit)}"
            )
        how = f", {escape(material.how[language])}" if material.how else ""
        lines.append(
            [
                f"[{escape(material.name[language])}](../kit/{material.template}.md){how}",
                *(str(copies(training, workshop, name, people)) for people in training.people),
                str(kit[material.template].word.pages),
            ]
        )
    share = 56 / (len(header) - 1)
    marked = widths(context, 44, *[share] * (len(header) - 1))
    return f"{marked}\n\n" + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def bring_list(context: Context, workshop: str) -> str:
    """Return what a workshop takes that is not printed."""
    language = context.language
    items = "".join(
        f"<li>{escape(material.name[language])}</li>"
        for material in material_of(_training(context, workshop), workshop).values()
        if material.template is None
    )
    return f"<ul>{items}</ul>"


def seats(context: Context, layout: Layout) -> str:
    """Return who sits where, as "4 drietallen van 1 verteller, 1 luisteraar en 1 kijker"."""
    language, known = context.language, context.handbook.training.parts
    people = sum(layout.parts.values())
    parts = enumerated(
        [
            f"{count} {(known[part].one if count == 1 else known[part].many)[language]}"
            for part, count in layout.parts.items()
        ],
        language,
    )
    if layout.groups == 1:
        return escape(parts)
    names = {2: "pairs", 3: "trios", 4: "fours"}
    called = (
        wording(names[people], language)
        if people in names
        else message("groups_of", language, people=people)
    )
    divided = f" {wording('of', language)} {parts}" if len(layout.parts) > 1 else ""
    return escape(f"{layout.groups} {called}{divided}")


def _seats_for(context: Context, held: Session, people: int) -> str:
    layout = layout_for(held.exercise, people)
    return "" if layout is None else seats(context, layout)


def _step(context: Context, number: int, timed: TimedStep) -> str:
    """Return one step: how long, what to do, and what to say."""
    language = context.language

    def filled(words: Words) -> str:
        return escape(words[language].replace("{minutes}", str(timed.minutes)), quote=False)

    # What is quoted within a quote takes the other kind of quotes.
    said = "".join(f"""<p>"{filled(words).replace('"', "'")}"</p>""" for words in timed.step.say)
    return (
        f"<p><strong>{wording('step', language)} {number}, "
        f"{_minutes(timed.minutes, context)}.</strong> {filled(timed.step.what)}</p>"
        + (f"<blockquote>{said}</blockquote>" if said else "")
    )


def _list(context: Context, texts: Sequence[Words], name: str) -> str:
    items = "".join(f"<li>{escape(words[context.language], quote=False)}</li>" for words in texts)
    return f'<ul class="{name}">{items}</ul>'


def _heading(context: Context, held: Session, name: str) -> str:
    identifier = f"{held.name}-{name}".replace("_", "-")
    return f'<h3 id="{identifier}">{wording(name, context.language)}</h3>'


def _clock(held: Session, context: Context) -> str:
    """Return "13.00-13.15" with an en dash that does not break."""
    start, end = (clock_short(minutes, context.language) for minutes in (held.start, held.end))
    return f"{start}\u2060\u2013\u2060{end}"


def _minutes(minutes: int, context: Context) -> str:
    unit = wording("minute" if minutes == 1 else "minutes", context.language)
    return f"{minutes}\u00a0{unit}"


def _people(people: int, context: Context) -> str:
    return message("for_people", context.language, people=people)


def _lowered(text: str) -> str:
    """Return a name as it stands within a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _training(context: Context, workshop: str) -> Training:
    training = context.handbook.training
    if workshop not in training.workshops:
        known = ", ".join(training.workshops)
        raise MacroError(f'there is no workshop "{workshop}"; write one of: {known}')
    return training


def _session(context: Context, name: str, workshop: str) -> Session:
    held = {one.name: one for one in sessions(_training(context, workshop), workshop)}
    if name not in held:
        raise MacroError(f'{workshop} has no exercise "{name}"; write one of: {", ".join(held)}')
    return held[name]
