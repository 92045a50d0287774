"""Pictograms: small pictures beside a message, for who does not like to read."""

from html import escape

from handbook.model import Words
from macros.context import Context, MacroError

_WORDS = {
    "bag": Words(nl="Een tas met een streep erdoor", en="A bag, crossed out"),
    "calendar": Words(nl="Een kalender", en="A calendar"),
    "choice": Words(nl="Een vinkje en een kruis", en="A tick and a cross"),
    "gift": Words(nl="Een cadeau", en="A gift"),
    "glad": Words(nl="Een blij gezicht", en="A glad face"),
    "help": Words(nl="Twee mensen naast elkaar", en="Two people side by side"),
    "lock": Words(nl="Een slot", en="A padlock"),
    "phone": Words(nl="Een telefoon", en="A telephone"),
    "place": Words(nl="Een plek op de kaart", en="A place on the map"),
    "so_so": Words(nl="Een gewoon gezicht", en="A plain face"),
    "sorry": Words(nl="Een verdrietig gezicht", en="A sad face"),
    "talk": Words(nl="Iemand die praat", en="Someone talking"),
}
_FACE = (
    '<circle cx="32" cy="32" r="28.5" fill="{band}"/>'
    '<circle cx="22" cy="26" r="2"/><circle cx="42" cy="26" r="2"/>'
)
# On a field of 64 units. What has no colour of its own is drawn as lines in ink.
_DRAWINGS = {
    "bag": (
        '<rect x="14" y="22" width="36" height="34" rx="6" fill="{band}"/>'
        '<path d="M24 22V16A8 8 0 0 1 40 16V22M14 37H50"/>'
        '<path d="M10 8L54 58" stroke="{inner}" stroke-width="5"/>'
    ),
    "calendar": (
        '<rect x="8" y="12" width="48" height="44" rx="5" fill="{paper}"/>'
        '<path d="M8 25V17A5 5 0 0 1 13 12H51A5 5 0 0 1 56 17V25Z" fill="{outer}"/>'
        '<path d="M20 7V16M44 7V16M19 35H21M31 35H33M43 35H45M19 46H21"/>'
        '<circle cx="40" cy="45" r="5.5" fill="{inner}" stroke="none"/>'
    ),
    "choice": (
        '<rect x="5" y="20" width="25" height="25" rx="4" fill="{paper}"/>'
        '<rect x="35" y="20" width="25" height="25" rx="4" fill="{paper}"/>'
        '<path d="M11 33L16 38L24 27" stroke="{outer}" stroke-width="4"/>'
        '<path d="M42 27L53 38M53 27L42 38" stroke="{inner}" stroke-width="4"/>'
    ),
    "gift": (
        '<rect x="10" y="29" width="44" height="27" rx="3" fill="{band}"/>'
        '<rect x="7" y="20" width="50" height="10" rx="3" fill="{inner}"/>'
        '<path d="M32 20V56M32 20C28 9 17 7 17 14 17 18 23 20 32 20 41 20 47 18 47 14 47 7 36 9 '
        '32 20"/>'
    ),
    "glad": _FACE + '<path d="M19 38Q32 55 45 38"/>',
    "help": (
        '<path d="M34 56C34 44 38 38 46 38S58 44 58 56Z" fill="{paper}" stroke="{outer}"/>'
        '<circle cx="46" cy="24" r="8" fill="{paper}" stroke="{outer}"/>'
        '<path d="M6 56C6 42 12 35 21 35S36 42 36 56Z" fill="{inner}" stroke="{inner}"/>'
        '<circle cx="21" cy="19" r="9" fill="{inner}" stroke="{inner}"/>'
    ),
    "lock": (
        '<path d="M21 29V20A11 11 0 0 1 43 20V29"/>'
        '<rect x="14" y="28" width="36" height="28" rx="5" fill="{band}"/>'
        '<path d="M32 40V47" stroke-width="6"/>'
    ),
    "phone": (
        '<rect x="19" y="6" width="26" height="52" rx="5" fill="{paper}"/>'
        '<rect x="25" y="14" width="14" height="30" rx="1" fill="{outer}" stroke="{outer}"/>'
        '<path d="M31 51H33"/>'
    ),
    "place": (
        '<path d="M32 59C20 42 14 34 14 24A18 18 0 0 1 50 24C50 34 44 42 32 59Z" fill="{inner}"/>'
        '<circle cx="32" cy="24" r="7" fill="{paper}" stroke="none"/>'
    ),
    "so_so": _FACE + '<path d="M21 43H43"/>',
    "sorry": _FACE + '<path d="M20 47Q32 33 44 47"/>',
    "talk": (
        '<path d="M5 57C5 43 11 36 20 36S35 43 35 57Z" fill="{inner}" stroke="{inner}"/>'
        '<circle cx="20" cy="21" r="9" fill="{inner}" stroke="{inner}"/>'
        '<path d="M39 7H57A4 4 0 0 1 61 11V25A4 4 0 0 1 57 29H50L42 37V29H39A4 4 0 0 1 35 25V11'
        'A4 4 0 0 1 39 7Z" fill="{paper}"/><path d="M42 15H54M42 21H50"/>'
    ),
}


def pictogram(context: Context, name: str, width: float = 15) -> str:
    """Return a pictogram, in Word `width` millimetres wide; it stands once on a page."""
    if name not in _DRAWINGS:
        raise MacroError(f'there is no pictogram "{name}"; write one of: {", ".join(_DRAWINGS)}')
    brand = context.handbook.brand
    drawn = _DRAWINGS[name].format(
        band=brand.band, inner=brand.inner, outer=brand.outer, paper=brand.paper
    )
    words = escape(_WORDS[name][context.language])
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" '
        f'aria-labelledby="pictogram-{name}"><desc id="pictogram-{name}">{words}</desc>'
        f'<g fill="none" stroke="{brand.ink}" stroke-width="3.2" stroke-linecap="round" '
        f'stroke-linejoin="round">{drawn}</g></svg>'
    )
    return f'<figure class="pictogram" data-width="{width:g}">{svg}</figure>'
