"""The HTML of a page made ready for the site: what Markdown and macros leave to the theme."""

import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import urljoin

_TABLE = re.compile(r'(?<!<div class="table">)<table.*?</table>', re.DOTALL)
_WIDTHS = re.compile(r'<div class="widths" data-widths="([\d. ]+)"></div>\s*(<table[^>]*>)')
_TABS = re.compile(r'<div class="tabbed-set.*?<div class="tabbed-content">', re.DOTALL)
_LABEL = re.compile(r"<label[^>]*>(.*?)</label>", re.DOTALL)
_UNSEARCHED = re.compile(r'<figure(?= )|<\w+ class="by-choice"')
# The box that says how a letter goes as an e-mail.
_MAIL = '<div class="admonition mail">'
_NAMED = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|name)="([^"]+)"')
_LINK = re.compile(r'\bhref="([^"]*)"')
_SAID = re.compile(r'<p id="say-([a-z0-9-]+)">(.*?)</p>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([2-5])\b")
_DIV = re.compile(r"<div\b[^>]*>|</div>")


def finished(html: str, default_modes: set[str]) -> str:
    """Return a page with tables that scroll, cards to cut, an e-mail to find, default tabs open.

    `default_modes` are the names of the modes that show until a visitor chooses.
    """
    # What a drawing says in words, and text of the modes that are not the default, would fill
    # the search results with near-repetitions.
    html = _UNSEARCHED.sub(r'\g<0> data-search-exclude="true"', html)
    html = html.replace(_MAIL, f'{_MAIL[:-1]} id="mail">', 1)
    html = _with_cards(html)
    html = _WIDTHS.sub(_with_columns, html)
    html = _TABLE.sub(r'<div class="table">\g<0></div>', html)
    return _TABS.sub(lambda found: _opened_at(found[0], default_modes), html)


def apart(html: str) -> tuple[str, str, str]:
    """Return the guidance above a template, the sheet itself, and the guidance below it.

    Guidance is not in the Word file, so it does not lie on the sheet; only what stands between
    the text of the template stays there.
    """
    boxes = _boxes(html, "admonition")
    begin, end = 0, len(html)
    for box in boxes:
        if html[begin : box[0]].strip():
            break
        begin = box[1]
    for box in reversed(boxes):
        if box[0] < begin or html[box[1] : end].strip():
            break
        end = box[0]
    return html[:begin], html[begin:end], html[end:]


def unsearched(html: str) -> str:
    """Return HTML whose headings search leaves out, with all that stands below them."""
    return re.sub(r"<h[23](?= )", r'\g<0> data-search-exclude="true"', html)


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide as the page shows it, in HTML: what is seen and what is said.

    `anchor` and `heading` are those of the heading below which the speaker's text stands.
    """

    seen: str
    anchor: str
    heading: str
    said: str


def as_slides(html: str) -> list[Slide]:
    """Return the slides of a page.

    A second-level heading begins a slide; what is said begins at the first heading below it.
    """
    slides = []
    for part in re.split(r"(?=<h2\b)", html):
        seen, *spoken = re.split(r'<h3[^>]* id="([^"]*)"[^>]*>(.*?)</h3>', part, maxsplit=1)
        anchor, heading, said = spoken or ("", "", "")
        # The permanent link of a heading has no place in a summary.
        heading = re.sub(r"<a\b.*?</a>", "", heading)
        if seen.strip():
            slides.append(Slide(seen, anchor, heading, said))
    return slides


def said(html: str) -> dict[str, str]:
    """Return the paragraphs of a page that are words to say, by the name in their anchor.

    `<p id="say-break">` gives the words of "break".
    """
    return dict(_SAID.findall(html))


def anchor(url: str) -> str:
    """Return the anchor of a page on the page that holds them all."""
    return url.strip("/").replace("/", "-") or "home"


def among_others(html: str, url: str, urls: Container[str]) -> str:
    """Return the text of a page for the page that holds them all.

    Its names begin with its own anchor, its headings go down one level, and links to pages that
    are there too, at `urls`, stay within.
    """
    own = anchor(url)

    def renamed(found: re.Match[str]) -> str:
        names = " ".join(f"{own}--{name}" for name in found[2].split())
        return f'{found[1]}="{names}"'

    def led(found: re.Match[str]) -> str:
        target, _, place = urljoin(f"/{url}", found[1]).removeprefix("/").partition("#")
        if "://" in found[1] or found[1].startswith("mailto:"):
            return found[0]
        if target not in urls:
            return f'href="{target}{"#" if place else ""}{place}"'
        return f'href="#{anchor(target)}{"--" if place else ""}{place}"'

    html = _LINK.sub(led, _NAMED.sub(renamed, html))
    return _HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", html)


def _with_cards(html: str) -> str:
    """Return a page on which each card to cut out is an element of its own.

    Where no heading stands above the cards, theirs come right below the page's title.
    """
    for begin, end in reversed(_boxes(html, "cards")):
        head, *cards = html[begin : end - len("</div>")].split("<h3")
        level = "h3" if "<h2" in html[:begin] else "h2"
        html = "".join(
            [
                html[:begin],
                head,
                *(
                    f'<div class="cards__card"><{level}{card.replace("</h3>", f"</{level}>")}</div>'
                    for card in cards
                ),
                html[end - len("</div>") :],
            ]
        )
    return html


def _with_columns(found: re.Match[str]) -> str:
    columns = "".join(f'<col style="width: {width}%">' for width in found[1].split())
    return f"{found[2]}<colgroup>{columns}</colgroup>"


def _opened_at(tabs: str, names: set[str]) -> str:
    """Return the head of a set of tabs with the default mode's tab open."""
    chosen = [place for place, label in enumerate(_LABEL.findall(tabs)) if label in names]
    if not chosen:
        return tabs
    before, *inputs = tabs.replace(' checked="checked"', "").split("<input")
    inputs[chosen[0]] = ' checked="checked"' + inputs[chosen[0]]
    return "<input".join([before, *inputs])


def _boxes(html: str, name: str) -> list[tuple[int, int]]:
    """Return where each div of this class begins and ends."""
    found: list[tuple[int, int]] = []
    depth, inside = 0, None
    for tag in _DIV.finditer(html):
        depth += -1 if tag[0] == "</div>" else 1
        if inside is None and f'class="{name}' in tag[0]:
            inside = (tag.start(), depth - 1)
        elif inside is not None and depth == inside[1]:
            found.append((inside[0], tag.end()))
            inside = None
    return found
