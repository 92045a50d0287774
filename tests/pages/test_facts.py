"""Every fact is told, on the pages that say so, and under the choice for which it holds."""

from collections import Counter

import pytest

from handbook.facts import FILE, Fact, expand
from handbook.model import Condition
from tests.pages.reading import (
    LANGUAGES,
    PROJECT,
    Reading,
    every_page,
    handbook,
    label,
    pages,
    register,
)
from tests.pages.telling import Place, holds_for, is_elsewhere, places, stretches

HANDBOOK_PAGES = every_page(kit=False)
SOURCES = "reference/sources"
# The name under which one provider offers the method; it stands on the sources page alone.
PROVIDER = "klantenkamer"


def test_the_register_holds_f001_to_f228():
    """The register has every number of the method once, without a gap."""
    assert list(register()) == list(expand("F001-F228"))


def test_facts_that_hold_for_a_choice_name_modes_that_exist():
    """Where a fact holds with some modes only, those are modes of handbook.yml."""
    for fact in register().values():
        for choice, known in handbook().choices.items():
            assert set(getattr(fact.only, choice)) <= set(known.modes), fact.number


def test_a_mode_takes_its_sources_from_facts_that_hold_for_it():
    """A mode of handbook.yml is backed by no fact that holds for another mode of that round."""
    for name, choice in handbook().choices.items():
        for identifier, mode in choice.modes.items():
            for source in set(mode.source) - {"own"}:
                wanted = getattr(register()[source].only, name)
                assert not wanted or identifier in wanted, f"{identifier}: {source}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_told_in_the_handbook(language):
    """Each fact is named by at least one page outside the kit, in each language."""
    told = Counter(
        number for page in pages(language).values() if not page.is_kit for number in page.facts
    )
    untold = [
        f"{fact.number} {fact[language]}" for fact in register().values() if not told[fact.number]
    ]
    assert not untold, f"docs/{language}: no page tells\n" + "\n".join(untold)


@pytest.mark.parametrize("page", every_page(), ids=label)
def test_a_page_names_facts_that_exist(page):
    """Each entry of `facts` is a number or a range, and of facts that exist; none is double."""
    for entry in page.source.front_matter.data.get("facts") or []:
        for number in expand(entry):
            assert number in register(), f"{page.file}: there is no fact {number}"
    double = [number for number, count in Counter(page.facts).items() if count > 1]
    assert not double, f"{page.file}: {', '.join(double)} named twice"


@pytest.mark.parametrize("page", HANDBOOK_PAGES, ids=label)
def test_a_page_tells_the_facts_it_names(page):
    """The tag is a promise: the telling words of a fact stand close together on the page."""
    text = stretches(page.passages)
    missing = [
        f"{page.file}: {fact.number} is not told: {fact[page.language]}\n"
        f"    it should have, close together, something of: {', '.join(fact.says[page.language])}"
        for fact in named(page)
        if not places(fact, page.language, text)
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("page", HANDBOOK_PAGES, ids=label)
def test_a_fact_of_one_choice_stands_under_that_choice(page):
    """A fact that holds with one mode stands in its tab, or in a text that names that mode."""
    wrong = []
    for fact in named(page):
        if fact.only == Condition():
            continue
        found = places(fact, page.language, stretches(page.passages))
        if found and not any(holds_for(place, *case(fact, page)) for place in found):
            wrong.append(complaint(page, fact, "does not say for which choice", found[0]))
        for place in found:
            if is_elsewhere(place, *case(fact, page)):
                wrong.append(complaint(page, fact, "stands in the tab of another choice", place))
                break
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", HANDBOOK_PAGES, ids=label)
def test_remarks_about_the_sources_stand_on_their_page_only(page):
    """What is said about the sources themselves is told on the sources page, and nowhere else."""
    if page.name == SOURCES:
        return
    wrong = [fact.number for fact in named(page) if fact.sources_page_only]
    assert not wrong, f"{page.file}: {', '.join(wrong)} belong on {SOURCES} only"


def test_the_provider_is_named_on_the_sources_page_only():
    """The name under which one provider offers the method stands on the sources page alone."""
    files = [PROJECT / "handbook.yml", PROJECT / FILE, *(PROJECT / "docs").rglob("*.md")]
    naming = {
        path.relative_to(PROJECT).as_posix()
        for path in files
        if PROVIDER in path.read_text(encoding="utf-8").lower()
    }
    assert naming == {f"docs/{language}/{SOURCES}.md" for language in LANGUAGES}


def named(page: Reading) -> list[Fact]:
    return [register()[number] for number in page.facts if number in register()]


def case(fact: Fact, page: Reading):
    return fact, handbook(), page.language


def complaint(page: Reading, fact: Fact, what: str, place: Place) -> str:
    return f"{page.line(place.passages[0].text)}: {fact.number} {what}: {place.text}"
