"""The text of a page is read as people read it, so that its measures are honest."""

import pytest

from generators.prose import BLANK, passages, reading_minutes, sentences, spoken, words
from generators.readability import measured

TABS = (
    '<div class="tabbed-set"><div class="tabbed-labels"><label>Een</label><label>Twee</label></div>'
    '<div class="tabbed-content"><div class="tabbed-block"><p>{one}</p></div>'
    '<div class="tabbed-block"><p>{two}</p></div></div></div>'
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Jij zwijgt. Dat is moeilijk.", 2),
        ('"Wat wil je weten?" vraagt zij. "Zeg het."', 2),
        ("Wij beginnen om 15.30 uur. Kom op tijd!", 2),
        ("Twee vragen: wat weet je, en wat niet?", 1),
        ("naam, adres", 1),
        ("12. Voor de dag", 2),
        ("· – ●", 0),
    ],
)
def test_sentences_end_where_a_reader_pauses(text, count):
    """A sentence ends at a full stop before a capital, not inside a clock time or a quotation."""
    assert len(sentences(text)) == count


def test_compounds_and_numbers_are_one_word():
    """Each of yes-it-is, foto's and 15.30 counts once."""
    assert words("yes-it-is, foto's om 15.30 uur") == ["yes-it-is", "foto's", "om", "15.30", "uur"]


def test_a_blank_is_one_word_and_a_box_to_tick_is_none():
    """What is still to be filled in does not make a sentence longer than what comes there."""
    (passage,) = passages(
        '<p><span class="blank blank--checkbox">☐</span> Op '
        '<span class="blank blank--date">[datum van de bijeenkomst]</span>.</p>'
    )
    assert words(passage.text) == ["Op", BLANK]


def test_items_count_as_sentences_and_headings_do_not():
    """An item without full stop is a sentence; a heading or a cell with a name is none."""
    html = (
        "<h2>Wat je doet</h2><ul><li>de stoelen</li><li>Kom. Ga.<ul><li>nu</li></ul></li></ul>"
        "<table><tr><th>Wie</th></tr><tr><td>trekker</td></tr><tr><td>Ga zitten.</td></tr></table>"
    )
    assert spoken(passages(html)) == ["de stoelen", "Kom.", "Ga.", "nu", "Ga zitten."]


def test_only_the_default_of_a_choice_is_read():
    """Of text that differs per choice a visitor sees one version."""
    html = (
        '<p>Er zijn <span class="by-choice by-choice--default" data-round3="a">12</span>'
        '<span class="by-choice" data-round3="b">6</span> klanten.</p>'
        '<ul><li class="by-choice" data-round2="c">Niet nu.</li></ul>'
    )
    shown, hidden = passages(html)
    assert (shown.text, shown.shown) == ("Er zijn 12 klanten.", True)
    assert (hidden.shown, hidden.modes) == (False, {"round2": frozenset({"c"})})


def test_drawings_and_hidden_names_are_no_text():
    """The words in a drawing, and a caption for screen readers, are not read twice."""
    html = (
        "<figure><svg><title>Ringen</title><text>klant</text></svg><figcaption>● klant"
        '</figcaption></figure><table><caption class="for-screen-readers">Ronde</caption></table>'
    )
    assert [passage.text for passage in passages(html)] == ["● klant"]


def test_a_passage_knows_its_tab_its_box_and_its_row():
    """Where a text stands is kept: the checks on choices and on voice need it."""
    html = (
        TABS.format(one="a", two="b")
        + '<div class="admonition say"><p class="admonition-title">Zeg</p><p>c</p></div>'
        + "<blockquote><p>d</p></blockquote><table><tr><td>e</td><td>f</td></tr></table>"
    )
    one, two, title, said, quote, first, second = passages(html)
    assert (one.tab, two.tab, one.tabs, title.tab) == ("Een", "Twee", 1, "")
    assert (title.kind, said.box, quote.box) == ("label", "say", "quote")
    assert first.row == second.row != 0


def test_reading_takes_a_minute_for_200_words_and_one_tab_at_a_time():
    """A minute is begun as soon as the last is full, and only the longest tab is counted."""
    assert reading_minutes("<p>één</p>") == 1
    assert reading_minutes(f"<p>{'woord ' * 200}</p>") == 1
    assert reading_minutes(f"<p>{'woord ' * 201}</p>") == 2
    assert reading_minutes(TABS.format(one="woord " * 150, two="woord " * 200)) == 1


def test_the_score_counts_long_words_and_words_per_sentence():
    """LIX is words per sentence plus long words per hundred: two of eight words is 25."""
    page = measured("<p>De klantarena begint. Wij zitten samen allemaal hier.</p>", "nl", "x")
    assert (page.average, page.score) == (4, 4 + 25)
    assert page.longest == "Wij zitten samen allemaal hier."
