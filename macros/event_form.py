"""My klantarena: every blank of the registry as a field of a form, and room for what follows.

The HTML says all that its scripts need: an input is named by the path of its blank. A new field
in handbook.yml is a new input here, without a line of code. Without JavaScript nothing of it
shows, and a line says where else to fill in. The scripts: overrides/assets/javascripts/event-*.js.
"""

from html import escape

from handbook.event_model import YEARS
from handbook.model import FieldDefinition, FieldGroup, Language, ListDefinition
from handbook.values import LONGEST
from macros.context import BOTH, Context
from macros.decision import chooser
from macros.event_words import word

_FIRST = "event"
_CHOSEN = '<span class="event__count" data-chosen></span>'
_PEOPLE = "guests"
_CROSS = (
    '<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">'
    '<path d="m6 6 12 12M18 6 6 18" stroke="currentColor" stroke-width="2.5" '
    'stroke-linecap="round"/></svg>'
)
# Of each type: what an input of the page is told. Where a browser keeps to itself what it cannot
# read, as with numbers, a field for text says it.
_INPUTS = {
    "text": 'type="text"',
    "date": f'type="date" min="{YEARS[0]}-01-01" max="{YEARS[-1]}-12-31"',
    "time": 'type="time"',
    "email": 'type="email"',
    "phone": 'type="tel"',
    "number": 'type="text" inputmode="decimal"',
}


def event_form(context: Context) -> str:
    """Return the form: a group of fields for each group of the registry, the session first."""
    language, groups = context.language, context.handbook.fields
    order = sorted(groups, key=lambda name: name != _FIRST)
    fields = "".join(_group(name, groups[name], language, opened=name == _FIRST) for name in order)
    return (
        f'<div class="event"><noscript><p>{word("no_script", language)}</p></noscript>'
        '<p class="event__message" data-too-old role="alert" hidden>'
        f"{word('too_old', language)}</p>"
        f'<form class="event__form" data-event-form novalidate autocomplete="off" '
        f'aria-label="{word("form", language)}">'
        f"{_several(language)}{fields}{_choices(context)}</form>"
        f'<aside class="event__summary" data-event-summary '
        f'aria-label="{word("summary", language)}"></aside></div>'
    )


def event_dates(context: Context) -> str:
    """Return room for the programme with its times, and for the timeline with its dates."""
    language = context.language
    return _part(
        f'<p class="event__check"><input type="checkbox" id="working-days" checked '
        f'data-working-days> <label for="working-days">{word("working_days", language)}</label></p>'
        "<div data-event-dates></div>"
    )


def event_guests(context: Context) -> str:
    """Return the list of guests, to type in or to paste."""
    language, guests = context.language, context.handbook.lists[_PEOPLE]
    return _part(
        f'<div class="guests" data-guests>{_counts(language)}'
        f"{_guest_table(guests, language)}"
        f'<p class="guests__more"><button type="button" class="plain" data-add-guest>'
        f"{word('guest_add', language)}</button></p>"
        f"{_paste(language)}"
        '<div class="event__field"><label for="delete-on">'
        f'{word("delete_on", language)}</label><input id="delete-on" type="date" '
        'data-delete-on aria-describedby="delete-on-hint delete-on-message">'
        f'<p class="event__hint" id="delete-on-hint">{word("delete_hint", language)}</p>'
        f"{_message('delete-on')}</div></div>"
    )


def event_lists(context: Context) -> str:
    """Return the other lists of the registry, each a group that opens and closes."""
    lists = "".join(
        _list(name, known, context.language)
        for name, known in context.handbook.lists.items()
        if name != _PEOPLE
    )
    return _part(f'<div class="event__lists">{lists}</div>')


def event_files(context: Context) -> str:
    """Return the buttons that save an event as a file, take one in, and clear everything."""
    language = context.language
    return _part(
        '<div class="event__buttons">'
        f'<button type="button" class="button" data-save-event>{word("save", language)}</button>'
        f'<label class="plain"><input type="file" class="for-screen-readers" accept=".yml,.yaml,'
        f'.json,text/yaml" data-load-event>{word("load", language)}</label>'
        f'<button type="button" class="plain" data-clear-events>{word("clear", language)}</button>'
        '</div><div class="event__answer" data-files-answer role="status"></div>'
    )


def event_kit(context: Context) -> str:
    """Return the button that fills the whole kit, with its progress."""
    language = context.language
    return _part(
        '<div class="card" data-event-kit><p data-kit-contents></p>'
        f'<div class="event__buttons"><button type="button" class="button" data-download-kit>'
        f"{word('kit_button', language)}</button>"
        f'<button type="button" class="plain" data-download-calendar>'
        f"{word('calendar_button', language)}</button></div>"
        '<div class="event__progress" data-kit-progress hidden>'
        f'<label for="kit-progress">{word("kit_busy", language)}</label>'
        '<progress id="kit-progress" max="1" value="0"></progress>'
        f'<button type="button" class="plain" data-cancel-kit>{word("cancel", language)}</button>'
        '</div><div class="event__answer" data-kit-answer role="status"></div></div>'
    )


def event_any_file(context: Context) -> str:
    """Return the place to drop a Word file of one's own, that comes back filled."""
    language = context.language
    return _part(
        '<div class="drop" data-drop><label class="drop__place">'
        '<input type="file" class="for-screen-readers" accept=".docx" multiple data-any-file>'
        f"<span><b>{word('drop', language)}</b> {word('drop_or', language)}</span></label>"
        '<div class="event__answer" data-drop-answer role="status"></div></div>'
    )


def _part(html: str) -> str:
    """Return a part that only shows where scripts run."""
    return f'<div class="event-part">{html}</div>'


def _several(language: Language) -> str:
    return (
        '<div class="event__several"><div class="event__field">'
        f'<label for="event-chosen">{word("which", language)}</label>'
        '<select id="event-chosen" data-chosen-event></select></div>'
        f'<button type="button" class="plain" data-new-event>{word("new", language)}</button>'
        f'<button type="button" class="plain" data-remove-event>{word("remove", language)}</button>'
        "</div>"
    )


def _group(name: str, group: FieldGroup, language: Language, *, opened: bool) -> str:
    fields = "".join(
        _field(f"{name}.{identifier}", definition, language)
        for identifier, definition in group.fields.items()
    )
    return _fold(
        name,
        group.name[language],
        fields,
        count=f'<span class="event__count" data-count="{name}"></span>',
        opened=opened,
    )


def _fold(
    name: str,
    title: str,
    content: str,
    *,
    count: str = "",
    opened: bool = False,
    data: str = "group",
) -> str:
    """Return a group that opens and closes, named by its summary."""
    return (
        f'<details class="event__group" data-{data}="{name}"{" open" if opened else ""}>'
        f'<summary><h3 id="{data}-{name}">{escape(title)}</h3>{count}</summary>'
        f'<div class="event__fields" role="group" aria-labelledby="{data}-{name}">{content}</div>'
        "</details>"
    )


def _field(path: str, definition: FieldDefinition, language: Language) -> str:
    """Return one field: its label, its input, its hint, and room for what is wrong with it."""
    identifier = "field-" + path.replace(".", "-").replace("_", "-")
    label = escape(definition.label[language])
    hint = escape(definition.hint[language]) if definition.hint else ""
    described = f"{identifier}-hint {identifier}-message"
    if definition.type == "checkbox":
        shown = (
            f'<p class="event__check">{_input(path, definition, identifier, described, language)} '
            f'<label for="{identifier}">{label}</label></p>'
        )
    else:
        shown = (
            f'<label for="{identifier}">{label}</label>'
            f"{_input(path, definition, identifier, described, language)}"
        )
    return (
        f'<div class="event__field event__field--{definition.type}">{shown}'
        f'<p class="event__hint" id="{identifier}-hint">{hint}</p>{_message(identifier)}</div>'
    )


def _message(identifier: str) -> str:
    return f'<p class="event__message" id="{identifier}-message" aria-live="polite"></p>'


def _input(
    path: str, definition: FieldDefinition, identifier: str, described: str, language: Language
) -> str:
    named = f'name="{path}"'
    if identifier:
        named = f'id="{identifier}" {named} aria-describedby="{described}"'
    if definition.type == "choice":
        options = "".join(
            f'<option value="{value}">{escape(words[language])}</option>'
            for value, words in definition.options.items()
        )
        first = f'<option value="">{word("choose", language)}</option>'
        return f"<select {named}>{first}{options}</select>"
    if definition.type == "checkbox":
        return f'<input type="checkbox" {named}>'
    if definition.type == "long":
        return f'<textarea {named} rows="3" maxlength="{LONGEST}"></textarea>'
    return f'<input {_INPUTS[definition.type]} {named} maxlength="{LONGEST}">'


def _choices(context: Context) -> str:
    """Return the choice of modes, which holds for the whole site, and the language of the kit."""
    handbook, language = context.handbook, context.language
    presets = "".join(
        f'<button type="button" data-preset="{letter}" aria-pressed="false"><b>{letter}</b> '
        f"{escape(preset.name[language])}</button>"
        for letter, preset in handbook.presets.items()
    )
    lists = "".join(
        '<div class="event__field">'
        + chooser(context, choice, f"event-{choice}", handbook.choices[choice].name[language])
        + "</div>"
        for choice in BOTH
    )
    shape = (
        f"<p>{word('modes_lead', language)}</p>"
        f'<div class="chooser__presets" role="group" aria-label="{word("presets", language)}">'
        f"{presets}</div>{lists}"
    )
    written = _fold("choices", word("modes", language), shape, count=_CHOSEN)
    if len(handbook.languages) == 1:
        return written
    options = "".join(
        f'<p class="event__check"><input type="radio" name="kit-language" '
        f'id="kit-language-{value.replace(" ", "-")}" value="{value}"> '
        f'<label for="kit-language-{value.replace(" ", "-")}">{word(label, language)}</label></p>'
        for value, label in [
            *((one, f"kit_{one}") for one in handbook.languages),
            (" ".join(handbook.languages), "kit_both"),
        ]
    )
    return written + _fold("language", word("kit_language", language), options, count=_CHOSEN)


def _counts(language: Language) -> str:
    return (
        f'<div class="guests__counts" data-guest-counts role="status" '
        f'aria-label="{word("guest_counts", language)}"></div>'
    )


def _guest_table(guests: ListDefinition, language: Language) -> str:
    """Return the table of guests; its one row is a pattern, for as many as there are.

    The roles are spelled out: on a phone rows are laid out as blocks, and some browsers then
    forget that they are rows.
    """
    columns = guests.columns.items()
    heads = "".join(
        f'<th scope="col" role="columnheader" class="guests__{definition.type}">'
        f"{escape(definition.label[language])}</th>"
        for _, definition in columns
    )
    cells = "".join(
        f'<td role="cell" class="guests__{definition.type}" '
        f'data-label="{escape(definition.label[language])}">'
        f"{_input(name, definition, '', '', language)}</td>"
        for name, definition in columns
    )
    return (
        '<div class="table guests__table"><table role="table">'
        f'<caption class="for-screen-readers">{escape(guests.name[language])}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}<th role="columnheader" scope="col">'
        f'<span class="for-screen-readers">{word("guest_remove", language)}</span></th></tr>'
        f'</thead><tbody role="rowgroup" data-guest-rows></tbody></table></div>'
        f'<template data-guest-row><tr role="row">{cells}<td role="cell" class="guests__remove">'
        f'<button type="button" class="tool" data-remove-guest>{_CROSS}</button></td></tr>'
        "</template>"
    )


def _list(name: str, known: ListDefinition, language: Language) -> str:
    """Return a list: its one row is a pattern, for as many as there are."""
    fields = "".join(
        _field(f"{name}.row.{column}", definition, language)
        for column, definition in known.columns.items()
    )
    rows = (
        '<p class="event__hint" data-list-used></p><div data-rows></div>'
        '<p><button type="button" class="plain" data-add-row>'
        f"{word('row_add', language)}</button></p>"
        '<template><fieldset class="event__row"><legend></legend>'
        f'{fields}<button type="button" class="tool" data-remove-row>{_CROSS}</button>'
        "</fieldset></template>"
    )
    count = '<span class="event__count" data-row-count></span>'
    return _fold(name, known.name[language], rows, count=count, data="list")


def _paste(language: Language) -> str:
    return (
        '<details class="guests__paste"><summary>'
        f'{word("paste", language)}</summary><div class="event__field">'
        f'<label for="guests-pasted">{word("paste_label", language)}</label>'
        '<textarea id="guests-pasted" rows="4" data-pasted '
        'aria-describedby="guests-pasted-hint guests-pasted-message"></textarea>'
        f'<p class="event__hint" id="guests-pasted-hint">{word("paste_hint", language)}</p>'
        f"{_message('guests-pasted')}"
        f'<button type="button" class="plain" data-paste>{word("paste_button", language)}</button>'
        "</div></details>"
    )
