"""The three listening levels as a drawing: the same scene, and where your attention goes."""

from handbook.model import Brand, ListeningLevel
from macros.context import Context
from macros.drawing import LINE, WIDTH, figure, frame, lines, text
from macros.listening import listening_levels
from macros.messages import message
from macros.wording import wording

YOU, WORDS, OTHER = 92.0, 318.0, 530.0
"""Where you sit, where the words hang, and where the other is."""
SCENE = 158.0


def levels_figure(context: Context) -> str:
    """Return the levels as drawings below each other.

    In Word, where drawings have no letters, it is the list of levels.
    """
    if context.choices is not None:
        return listening_levels(context)
    language, brand = context.language, context.handbook.brand
    y, drawn, described = 4.0, [], []
    for level in context.handbook.listening_levels:
        if y > 4:
            drawn.append(f'<path d="M0 {y:.1f}H{WIDTH}" stroke="{brand.line}" stroke-width="2"/>')
        name = f"{wording('level', language)} {level.level}: {level.name[language]}"
        for line in lines(name, WIDTH):
            y += LINE
            drawn.append(text(0, y, line, bold=True))
        y += 24
        attention = message(f"attention_{level.level}", language)
        drawn.append(_scene(level, y + SCENE / 2 - 12, attention, brand))
        y += SCENE + 24
        described.append(f"{name}: {attention}.")
    title = message("levels_title", language)
    svg = frame("levels", title, f"{title}. {' '.join(described)}", y, "".join(drawn), brand)
    return figure("drawing", svg, message("levels_caption", language))


def _scene(level: ListeningLevel, y: float, attention: str, brand: Brand) -> str:
    at = {1: YOU, 2: WORDS, 3: OTHER}[level.level]
    light = {1: 54, 2: 70, 3: 72}[level.level]
    parts = [
        # Where the attention is, there is light.
        f'<circle cx="{at}" cy="{y:.1f}" r="{light}" fill="{brand.band}" stroke="{brand.inner}" '
        'stroke-width="3"/>',
        _world(y, brand),
        _words(y, brand),
        f'<circle class="seat-customer" cx="{OTHER}" cy="{y:.1f}" r="19" fill="{brand.inner}"/>',
        f'<circle class="seat-employee" cx="{YOU}" cy="{y:.1f}" r="18" fill="{brand.paper}" '
        f'stroke="{brand.outer}" stroke-width="4"/>',
        _arrow(level.level, y, brand),
    ]
    # The words under what is on the right end where the drawing ends.
    if level.level == 3:
        label = text(WIDTH - 4, y + 94, attention, anchor="end")
    else:
        label = text(at, y + 94, attention, anchor="middle")
    return "".join(parts) + label


def _words(y: float, brand: Brand) -> str:
    """Return what the customer says: lines of text in a balloon that points to the right."""
    x = WORDS
    return (
        f'<path d="M{x - 40} {y - 30:.1f}H{x + 40}V{y - 6:.1f}L{x + 62} {y:.1f}L{x + 40} '
        f'{y + 8:.1f}V{y + 30:.1f}H{x - 40}Z" fill="{brand.paper}" stroke="{brand.inner}" '
        'stroke-width="3" stroke-linejoin="round"/>'
        f'<path d="M{x - 25} {y - 13:.1f}H{x + 25}M{x - 25} {y:.1f}H{x + 19}M{x - 25} '
        f'{y + 13:.1f}H{x + 4}" stroke="{brand.ink}" stroke-width="3" stroke-linecap="round"/>'
    )


def _world(y: float, brand: Brand) -> str:
    """Return what surrounds the customer: a house, a letter, somebody else, a clock."""
    x = OTHER
    return (
        f'<g fill="none" stroke="{brand.ink}" stroke-width="2.5" stroke-linejoin="round" '
        'stroke-linecap="round">'
        f'<path d="M{x - 48} {y - 14:.1f}v-16l14 -11l14 11v16z"/>'
        f'<path d="M{x + 18} {y - 36:.1f}h32v22h-32zl16 12l16 -12"/>'
        f'<circle cx="{x - 34}" cy="{y + 30:.1f}" r="13"/>'
        f'<path d="M{x - 34} {y + 22:.1f}v8h6"/>'
        f'<circle cx="{x + 34}" cy="{y + 21:.1f}" r="7"/>'
        f'<path d="M{x + 21} {y + 46:.1f}a13 13 0 0 1 26 0"/></g>'
    )


def _arrow(level: int, y: float, brand: Brand) -> str:
    """Return an arrow from you to where your attention is; at level 1 it turns back."""
    if level == 1:
        path = (
            f"M{YOU + 26} {y - 12:.1f}C{YOU + 96} {y - 70:.1f} {YOU + 96} {y + 70:.1f} "
            f"{YOU + 28} {y + 14:.1f}"
        )
        tip = f"M{YOU + 48} {y + 14:.1f}L{YOU + 27} {y + 13:.1f}L{YOU + 33} {y + 34:.1f}"
    else:
        end = WORDS - 74 if level == 2 else OTHER - 76
        # Past the words, and over them.
        bend = 0 if level == 2 else -62
        start_y = y if level == 2 else y - 14
        end_y = y if level == 2 else y - 22
        path = f"M{YOU + 28} {start_y:.1f}Q{(YOU + end) / 2} {start_y + bend:.1f} {end} {end_y:.1f}"
        tip = (
            f"M{end - 17} {end_y - 12:.1f}L{end} {end_y:.1f}L{end - 17} {end_y + 12:.1f}"
            if level == 2
            else f"M{end - 20} {end_y - 15:.1f}L{end} {end_y:.1f}L{end - 23} {end_y + 6:.1f}"
        )
    return (
        f'<path d="{path}{tip}" fill="none" stroke="{brand.outer}" stroke-width="4" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )
