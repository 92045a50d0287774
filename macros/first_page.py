"""The first page of the whole kit: what to use when."""

from collections.abc import Mapping
from html import escape

from handbook.model import Preset, Words
from macros.context import Context
from macros.fields import placeholder
from macros.people import role_name
from macros.rounds import mode_name
from macros.tables import table
from macros.times import moment
from macros.wording import capitalised, wording

TITLE = Words(nl="Lees mij eerst", en="Read me first")
SUBJECT = Words(
    nl="Wat je wanneer gebruikt, en hoe je een bestand invult.",
    en="What to use when, and how to fill in a file.",
)
_TEXT = Words(
    nl="""
Dit is de kit voor één klantarena, in vorm **{letter}, {preset}**.
Ronde 2: {round2}. Ronde 3: {round3}.
Wil je het anders doen, haal dan een andere kit van [de website]({address}).
{{: .lead }}

## Zo vul je een bestand in

1. Open het in Word en klik bovenaan op **Bewerken inschakelen**.
   Word vraagt dat bij elk bestand dat van internet komt.
2. Klik op een grijs invulveld, zoals {blank}, en typ. Het grijs verdwijnt vanzelf.
3. Bewaar het onder een eigen naam.

Liever met een pen? In de map *{folder}* staat elk blad nog eens, met lijnen en lege vakken.
In de map *{training}* staat wat je nodig hebt om vooraf te oefenen.

## Wat je wanneer gebruikt

Is dit je eerste keer? Begin met de bestanden met {mark}: dat is het startpakket.

{table}
""",
    en="""
This is the kit for one klantarena, in form **{letter}, {preset}**.
Round 2: {round2}. Round 3: {round3}.
If you want to do it another way, take another kit from [the website]({address}).
{{: .lead }}

## How to fill in a file

1. Open it in Word and click **Enable Editing** at the top.
   Word asks this for every file from the internet.
2. Click a grey blank, such as {blank}, and type. The grey goes away by itself.
3. Save it under a name of your own.

Rather use a pen? The folder *{folder}* holds every sheet again, with lines and empty boxes.
The folder *{training}* holds what you need to practise beforehand.

## What to use when

Is this your first time? Begin with the files marked {mark}: they are the start kit.

{table}
""",
)
_MARK = "●"
TRAINING = "training"
"""The family of templates with a folder of its own: they are not for the klantarena itself."""


def first_page(
    context: Context, letter: str, preset: Preset, names: Mapping[str, str], address: str
) -> str:
    """Return the first page of the kit of one preset as Markdown.

    `names` gives for each template, by its identifier, the name of its file; `address` is where
    the kit is on the site.
    """
    language = context.language
    organisation = context.handbook.fields["organisation"].fields["name"].label[language]
    return _TEXT[language].format(
        letter=letter,
        preset=escape(preset.name[language]),
        round2=mode_name(context, preset.round2),
        round3=mode_name(context, preset.round3),
        address=address,
        blank=placeholder(organisation),
        folder=capitalised(wording("paper", language)),
        training=wording(TRAINING, language),
        mark=_MARK,
        table=_by_moment(context, names),
    )


def _by_moment(context: Context, names: Mapping[str, str]) -> str:
    """Return all files in the order of the timeline."""
    language = context.language
    moments = [one.id for one in context.handbook.moments]
    return table(
        [
            wording("when", language),
            wording("file", language),
            wording("purpose", language),
        ],
        [
            [
                capitalised(moment(context, template.word.moment)),
                f"{f'{_MARK} ' if template.word.start_kit else ''}"
                f"<strong>{escape(names[template.identifier])}</strong>"
                f"<br>{capitalised(role_name(context, template.word.filled_by))}",
                escape(template.description),
            ]
            for template in sorted(
                (one for one in context.templates if one.word.family != TRAINING),
                key=lambda one: (moments.index(one.word.moment), one.word.number),
            )
        ],
        widths=[0.17, 0.31, 0.52],
        caption=wording("first_page_table", language),
        classes="compact",
    )
