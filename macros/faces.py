"""Faces for an evaluation: who does not like to read can still answer."""

from handbook.model import Words
from macros.context import Context, MacroError

_SIZE = 64
_FACES = {
    "glad": (Words(nl="Een blij gezicht", en="A glad face"), "M19 38Q32 55 45 38"),
    "so_so": (Words(nl="Een gewoon gezicht", en="A plain face"), "M21 43H43"),
    "sorry": (Words(nl="Een verdrietig gezicht", en="A sad face"), "M20 47Q32 33 44 47"),
}


def face(context: Context, name: str) -> str:
    """Return a face, `glad`, `so_so` or `sorry`, small enough to stand in a table."""
    if name not in _FACES:
        raise MacroError(f'there is no face "{name}"; write one of: {", ".join(_FACES)}')
    words, mouth = _FACES[name]
    brand = context.handbook.brand
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}" role="img" '
        f'aria-labelledby="face-{name}"><desc id="face-{name}">{words[context.language]}</desc>'
        f'<circle cx="32" cy="32" r="28.5" fill="{brand.band}" stroke="{brand.ink}" '
        f'stroke-width="3"/><g fill="{brand.ink}"><circle cx="22" cy="26" r="3.6"/>'
        f'<circle cx="42" cy="26" r="3.6"/></g><path d="{mouth}" fill="none" '
        f'stroke="{brand.ink}" stroke-width="3.6" stroke-linecap="round"/></svg>'
    )
    return f'<figure class="face" data-width="9">{svg}</figure>'
