"""What a trainer reads on a page and holds as a card comes from one place, and fits together."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from generators.markdown import to_html
from handbook.model import Handbook
from handbook.schedule import clock
from handbook.templates import templates
from handbook.workshops import copies, sessions
from macros.context import Context, MacroError
from macros.library import macros
from macros.times import clock_short


@pytest.fixture(params=["nl", "en"])
def context(request: pytest.FixtureRequest, handbook: Handbook, project: Path) -> Context:
    return Context(handbook, request.param, templates(project, handbook, request.param))


def call(context: Context, name: str, *arguments: object, **options: object) -> str:
    return macros(context)[name](*arguments, **options)


def fragment(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(text, create_parent="div")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u2060", "").replace("\xa0", " ").split())


@pytest.mark.parametrize("workshop", ["half_day", "short"])
def test_the_programme_runs_on_without_a_gap(context: Context, workshop: str):
    """Its first time is when the workshop begins, and each line begins where the last one ended."""
    table = fragment(call(context, "workshop", workshop))
    times = [words(row[0]).split("–") for row in table.xpath(".//tbody/tr")]
    begin = clock(context.handbook.training.workshops[workshop].starts_at)
    end = begin + context.handbook.training.workshops[workshop].minutes
    assert times[0][0] == clock_short(begin, context.language)
    assert times[-1][1] == clock_short(end, context.language)
    for before, after in pairwise(times):
        assert before[1] == after[0]


@pytest.mark.parametrize("workshop", ["half_day", "short"])
def test_an_exercise_shows_every_step_with_its_minutes(context: Context, workshop: str):
    """The minutes of the steps on the page add up to those of the exercise."""
    for held in sessions(context.handbook.training, workshop):
        shown = fragment(call(context, "exercise", held.name, workshop))
        steps = [
            words(one)
            for one in shown.xpath("./p/strong")
            if re.match(r"(Stap|Step) \d", words(one))
        ]
        minutes = [int(re.search(r", (\d+) ", step)[1]) for step in steps]
        assert sum(minutes) == held.minutes
        assert call(context, "exercise_minutes", held.name, workshop) == str(held.minutes)
        assert "{" not in words(shown)


def test_the_short_form_says_what_the_half_day_says(context: Context):
    """An exercise of both workshops has the same goal and the same questions afterwards."""
    for name in context.handbook.training.workshops["short"].exercises:
        long, short = (
            fragment(call(context, "exercise", name, workshop))
            for workshop in ("half_day", "short")
        )
        asked = [[words(one) for one in page.find_class("questions")] for page in (long, short)]
        assert asked[0] == asked[1]


def test_what_is_said_aloud_stands_between_quotes(context: Context):
    """Every sentence of a trainer is a quote: on paper it is large and has a line beside it."""
    for held in sessions(context.handbook.training, "half_day"):
        shown = fragment(call(context, "exercise", held.name, "half_day"))
        said = [words(one) for one in shown.xpath("./blockquote/p")]
        assert len(said) == sum(len(step.step.say) for step in held.steps)
        assert all(one[0] == one[-1] == '"' for one in said)


@pytest.mark.parametrize("workshop", ["half_day", "short"])
def test_the_print_list_reckons_for_each_number_of_people(
    context: Context, project: Path, workshop: str
):
    """Each line leads to its template, and its numbers are those of the model and of the paper."""
    training = context.handbook.training
    page = fragment(to_html(call(context, "print_list", workshop), project))
    rows = page.xpath(".//tbody/tr")
    printed = {
        material.template: name for name, material in training.material.items() if material.template
    }
    pages = {one.identifier: one.word.pages for one in context.templates}
    assert len(rows) > 5
    for row in rows:
        name, *counts, length = row
        template = Path(name.xpath("string(./a/@href)")).stem
        assert [int(words(one)) for one in counts] == [
            copies(training, workshop, printed[template], people) for people in training.people
        ]
        assert int(words(length)) == pages[template]


def test_every_group_size_has_its_section_and_its_rings(context: Context):
    """The figure shows whole rings, with as many dots inside as there are customers."""
    sections = call(context, "group_sections", "half_day", "mini_arena").split("## ")[1:]
    arena = context.handbook.training.exercises["mini_arena"]
    assert len(sections) == len(context.handbook.training.people)
    for section, layout in zip(sections, arena.layouts, strict=True):
        assert f"#people-{layout.people} " in section
        drawn = fragment(section.partition("\n\n")[2])
        inside, outside = (len(drawn.find_class(f"seat-{n}")) for n in ("customer", "employee"))
        assert inside == layout.parts["customer"]
        assert inside + outside == layout.people
        (svg,) = drawn.xpath(".//svg")
        _, top, _, height = (float(edge) for edge in svg.get("viewbox").split())
        for ring in drawn.find_class("ring-outer"):
            reach = float(ring.get("r")) + float(ring.get("stroke-width")) / 2
            assert top < float(ring.get("cy")) - reach, "no ring is cut off"
            assert top + height > float(ring.get("cy")) + reach


def test_the_key_fits_the_cards(context: Context):
    """The number in the column of a level is that of the card with the reply of that level."""
    cards = {
        words(one): words(one.getnext().getnext())
        for one in fragment(call(context, "sentence_cards")).xpath(".//h3")
    }
    rows = fragment(call(context, "sentence_key")).xpath(".//tbody/tr")
    sentences = context.handbook.training.sentences
    assert len(cards) == 3 * len(sentences)
    for row, sentence in zip(rows, sentences, strict=True):
        for level in (0, 1, 2):
            reply = " ".join(sentence.replies[level][context.language].split())
            assert reply in cards[words(row[level])]


def test_the_number_of_a_card_does_not_give_its_level_away(context: Context):
    """Not every third card is of the same level."""
    rows = fragment(call(context, "sentence_key")).xpath(".//tbody/tr")
    assert {int(words(row[0])) % 3 for row in rows} == {0, 1, 2}


def test_page_and_cards_of_the_rehearsal_say_the_same(context: Context, project: Path):
    """Each difficult moment has a section and a card: what you see, say and leave."""
    page = fragment(to_html(call(context, "rehearsal"), project))
    cards = fragment(call(context, "rehearsal_cards"))
    moments = context.handbook.training.rehearsal
    assert len(page.xpath(".//h2")) == len(moments)
    assert len(cards.xpath(".//h3")) % 3 == 0  # the last page is full
    for moment in moments:
        for said in moment.say:
            assert said[context.language] in words(page)
            assert said[context.language] in words(cards)
        for told in (moment.see, moment.leave):
            assert told[context.language] in words(page)
            assert told[context.language] in words(cards)


def test_the_quiz_hides_its_answers_until_they_are_asked_for(context: Context, project: Path):
    """Each right answer stands folded away on the site, and on the last sheet in Word."""
    page = fragment(to_html(call(context, "quiz_to_try"), project))
    folded = [words(one) for one in page.xpath(".//details/p/strong")]
    sheet = fragment(call(context, "quiz_answers"))
    assert folded == [words(one) for one in sheet.xpath(".//li/strong")]
    questions = fragment(call(context, "quiz"))
    reasons = [one.reason[context.language] for one in context.handbook.training.quiz]
    assert not any(reason in words(questions) for reason in reasons)
    assert page.xpath(".//details[@open]") == []


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("workshop", ["whole_day"], 'no workshop "whole_day"; write one of: half_day, short'),
        ("exercise", ["probing", "short"], 'short has no exercise "probing"; write one of'),
        ("exercise_name", ["prober"], 'no exercise "prober"; write one of'),
        ("group_sections", ["half_day", "welcome"], "welcome has no layout"),
    ],
)
def test_a_wrong_name_is_told(context: Context, name: str, arguments: list[str], message: str):
    """A misspelt workshop or exercise stops the build, and the message lists what there is."""
    with pytest.raises(MacroError, match=message):
        call(context, name, *arguments)


def test_a_print_list_needs_templates_that_exist(handbook: Handbook):
    """Material that names a page which the kit does not have is told with its key."""
    with pytest.raises(MacroError, match=r"training\.material\.\w+ names"):
        call(Context(handbook, "nl"), "print_list", "short")


def test_texts_of_the_config_cannot_break_a_page(handbook: Handbook):
    """Angle brackets and ampersands in a case or a step are text."""
    data = handbook.model_dump()
    nasty = {"nl": "<b>A & B</b>", "en": "<b>A & B</b>"}
    data["training"]["cases"][0]["story"] = nasty
    data["training"]["exercises"]["welcome"]["steps"][0]["what"] = nasty
    data["training"]["rehearsal"][0]["see"] = nasty
    changed = Context(Handbook.model_validate(data), "nl")
    for name, arguments in (
        ("case_cards", []),
        ("exercise", ["welcome", "half_day"]),
        ("rehearsal", []),
    ):
        assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in call(changed, name, *arguments)
