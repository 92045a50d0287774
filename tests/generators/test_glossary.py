"""A page explains the glossary's terms where it first uses them."""

from pathlib import Path

import pytest

from generators.glossary import PAGE, Term, explained, terms

RING = Term("binnenring", "inner-ring", "De stoelen in het midden.")
POINT = Term("actiepunt", "action-point", 'Iets wat "echt" gebeurt.')
LINK = '<a class="term" href="../glossary/#inner-ring" title="De stoelen in het midden.">'


def on_a_page(html: str, *known: Term) -> str:
    return explained(html, known or (RING,), "../glossary/")


def test_only_the_first_use_is_a_link():
    """One link to the glossary for each term is enough, on the whole page."""
    assert on_a_page("<p>De binnenring. Een binnenring.</p><p>binnenring</p>") == (
        f"<p>De {LINK}binnenring</a>. Een binnenring.</p><p>binnenring</p>"
    )


def test_a_capital_and_a_plural_count_and_stay_as_they_are():
    """The word on the page keeps its own form."""
    assert on_a_page("<p>Binnenringen staan klaar.</p>") == (
        f"<p>{LINK}Binnenringen</a> staan klaar.</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>De binnenring</h2>",
        '<p><a href="x">de binnenring</a></p>',
        "<blockquote><p>de binnenring</p></blockquote>",
        "<table><tr><td>binnenring</td></tr></table>",
        "<p>binnenringstoel en voor-binnenring</p>",
        '<p><img alt="binnenring"></p>',
    ],
)
def test_no_link_stands_where_it_would_disturb(html: str):
    """Headings, links, tables, words to say aloud and compounds stay as they are."""
    assert on_a_page(html) == html


def test_a_page_that_leads_there_itself_is_left_alone():
    """Where the author links to the term, nothing is added."""
    html = '<p>De <a href="../glossary/#inner-ring">ring</a>, of binnenring.</p>'
    assert on_a_page(html) == html


def test_two_terms_in_one_piece_of_text_do_not_end_up_in_each_other():
    """The meaning of one term may hold another: it is not linked there, and quotes are safe."""
    point = Term("actiepunt", "action-point", 'Zie "binnenring".')
    found = on_a_page("<p>Een actiepunt uit de binnenring.</p>", point, RING)
    assert 'title="Zie &quot;binnenring&quot;.">actiepunt</a>' in found
    assert f"{LINK}binnenring</a>" in found
    assert found.count("<a ") == 2


def test_both_languages_explain_the_same_terms(project: Path):
    """Each marked entry of the glossary is read, with a meaning, in both languages alike."""
    anchors = {}
    for language in ("nl", "en"):
        text = (project / "docs" / language / f"{PAGE}.md").read_text(encoding="utf-8")
        found = terms(text)
        assert len(found) == text.count(".explained }")
        # A macro would stand there unread: the meaning is shown as it is written.
        assert not [term for term in found if "{" in term.meaning]
        anchors[language] = {term.anchor for term in found}
    assert anchors["nl"] == anchors["en"]
    assert "inner-ring" in anchors["nl"]
