"""The words of an organisation in HTML, tried on every page and template."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml.html import fragment_fromstring

from generators.markdown import to_html
from generators.pages import template_text, with_macros
from generators.wording import in_words_of
from handbook.choices import default_choices
from handbook.content import page_paths
from handbook.front_matter import read_page
from handbook.model import (
    DutchWord,
    DutchWords,
    EnglishWord,
    EnglishWords,
    Handbook,
    Language,
    Vocabulary,
)
from handbook.templates import templates
from macros.context import Context

DUTCH = {
    "bewoner": "bewoners",
    "patiënt": "patiënten",
    "ouder": "ouders",
    "inwoner": "inwoners",
    "cliënt": "cliënten",
    "huurder": "huurders",
}
ENGLISH = {"resident": "residents", "applicant": "applicants"}
OURS: dict[Language, str] = {"nl": "klant(?:en)?", "en": "customers?"}


def vocabulary(language: Language, singular: str, plural: str) -> Vocabulary:
    if language == "nl":
        return Vocabulary(nl=DutchWords(klant=DutchWord(singular=singular, plural=plural)))
    return Vocabulary(en=EnglishWords(customer=EnglishWord(singular=singular, plural=plural)))


BEWONER = vocabulary("nl", "bewoner", "bewoners")
APPLICANT = vocabulary("en", "applicant", "applicants")

SAID = {
    "text": ("<p>Een <b>klant</b> belt.</p>", "<p>Een <b>bewoner</b> belt.</p>"),
    "a picture": (
        '<img src="klant.png" alt="Een klant">',
        '<img src="klant.png" alt="Een bewoner">',
    ),
    "a drawing": (
        '<svg aria-label="klanten"><title>Klanten</title><desc>klant</desc>'
        "<text>klant</text></svg>",
        '<svg aria-label="bewoners"><title>Bewoners</title><desc>bewoner</desc>'
        "<text>bewoner</text></svg>",
    ),
    "a blank": (
        '<span class="blank" data-path="local.klant" data-label="Wat de klant zei" title="Klant?">'
        "[wat de klant zei]</span>",
        '<span class="blank" data-path="local.klant" data-label="Wat de bewoner zei" '
        'title="Bewoner?">[wat de bewoner zei]</span>',
    ),
    "the answers of a choice": (
        '<span data-options="{&quot;klant&quot;: &quot;de klant&quot;}">x</span>',
        '<span data-options="{&quot;klant&quot;: &quot;de bewoner&quot;}">x</span>',
    ),
    "a link within": (
        '<a href="../klant/" id="klant">klant</a>',
        '<a href="../klant/" id="klant">bewoner</a>',
    ),
    "a link to ourselves": (
        '<a href="https://own.example.org/klant/">klant</a>',
        '<a href="https://own.example.org/klant/">bewoner</a>',
    ),
    "a link elsewhere": ('<a href="https://example.org/">De klant</a>', None),
    "code": ("<code>klant</code> <pre><b>klant</b> klant</pre>", None),
    "a script": ('<script>var klant = "klant";</script><style>.klant {}</style>', None),
    "a name": ('<em translate="no">klant <b>klant</b></em>', None),
    "after a name": (
        '<em translate="no">klant <em>klant</em></em> klant',
        '<em translate="no">klant <em>klant</em></em> bewoner',
    ),
    "another language": ('<em lang="en">klant</em>', None),
    "a remark": ("<!-- klant --><br>klant", "<!-- klant --><br>bewoner"),
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID.keys())
def test_what_people_read_or_hear_is_replaced_and_nothing_else(
    said: tuple[str, str | None],
) -> None:
    """Text, labels and alternatives; not names, addresses, code and links to other sites."""
    ours, theirs = said
    assert in_words_of(ours, BEWONER, "nl", "https://own.example.org/") == (theirs or ours)


def test_a_word_in_another_language_is_said_in_that_language() -> None:
    """On a Dutch page an English word follows the English vocabulary."""
    html = '<dt>klant <em lang="en">a customer</em></dt>'
    both = Vocabulary(nl=BEWONER.nl, en=APPLICANT.en)
    assert in_words_of(html, both, "nl") == '<dt>bewoner <em lang="en">an applicant</em></dt>'


def test_without_words_of_its_own_nothing_is_touched() -> None:
    """The pages of everyone else stay the same to the byte."""
    html = "<p title='klant' >klant</p >"
    assert in_words_of(html, Vocabulary(), "nl") is html


@pytest.fixture(scope="module")
def rendered(project: Path, handbook: Handbook) -> dict[tuple[Language, str], str]:
    """Return the HTML of every page and every template, as they are in our own words."""
    found: dict[tuple[Language, str], str] = {}
    for language in handbook.languages:
        kit = {each.identifier: each for each in templates(project, handbook, language)}
        context = Context(handbook, language, tuple(kit.values()))
        chosen = replace(context, choices=default_choices(handbook))
        for name, path in page_paths(project, handbook, language).items():
            page = read_page(path, project)
            if page.front_matter.data.get("words") == "plain":
                continue
            template = kit.get(name.removeprefix("kit/"))
            text = with_macros(page, context)
            found[language, name] = to_html(text, project)
            if template is not None:
                text = template_text(project, template, chosen)
                found[language, f"{name}.docx"] = to_html(text, project)
    return found


def readable(html: str) -> str:
    """Return all that people read or hear of a page, but for what keeps our words on purpose."""
    root = fragment_fromstring(html, create_parent="div")
    for kept in root.xpath('.//*[@translate="no"] | .//script | .//style | .//code | .//pre'):
        kept.drop_tree()
    heard = root.xpath(".//@alt | .//@title | .//@aria-label | .//@data-label")
    return " ".join(" ".join([*root.itertext(), *map(str, heard)]).split())


@pytest.mark.parametrize(
    ("language", "singular", "plural"),
    [
        *(("nl", *pair) for pair in DUTCH.items()),
        *(("en", *pair) for pair in ENGLISH.items()),
    ],
)
def test_no_page_and_no_template_keeps_the_word(
    language: Language,
    singular: str,
    plural: str,
    rendered: dict[tuple[Language, str], str],
    handbook: Handbook,
) -> None:
    """Every klant is a bewoner, every a is an an; what is written as one word stays as it was."""
    words = vocabulary(language, singular, plural)
    whole = re.compile(rf"(?<![\w-])(?:{OURS[language]})(?![\w-])", re.IGNORECASE)
    compound = re.compile(r"\w*klant\w+|klant\w*-\w+|customer-\w+|KlantArena", re.IGNORECASE)
    address = handbook.publication.address
    seen = 0
    for (spoken_in, name), html in rendered.items():
        if spoken_in != language:
            continue
        before, after = readable(html), readable(in_words_of(html, words, language, address))
        left = [
            after[max(0, found.start() - 30) : found.end() + 30]
            for found in whole.finditer(after)
            # The English for klantarena, which is a name.
            if not after[found.start() :].lower().startswith("customer arena")
        ]
        assert left == [], name
        for one in compound.findall(before):
            assert whole.fullmatch(one) or one in after, name
        assert not re.search(r"\b(?:a applicant|an resident)", after, re.IGNORECASE), name
        seen += len(whole.findall(before))
    assert seen > 300


@pytest.mark.parametrize("name", ["understand/in-a-minute", "understand/why", "follow-up/policy"])
def test_what_explains_the_word_itself_keeps_it(
    name: str, rendered: dict[tuple[Language, str], str]
) -> None:
    """With ouder, no page says that ouder is a broad word that also means ouders."""
    words = vocabulary("nl", "ouder", "ouders")
    root = fragment_fromstring(in_words_of(rendered["nl", name], words, "nl"), create_parent="div")
    kept = [one.getparent().text_content() for one in root.xpath('.//*[@translate="no"]')]
    assert any(re.search("(?i)klant", sentence) for sentence in kept)
    broadly = re.compile(r"\bouders?\b[^.?]*(?:breed|ruim woord|bedoelen)", re.IGNORECASE)
    assert not broadly.search(" ".join(root.itertext()))
