"""Every fact that is not exempt feeds a template, and a template tells the facts it names."""

import pytest

from tests.pages.reading import LANGUAGES, every_page, label, pages, register
from tests.pages.telling import places, stretches

KIT = [page for page in every_page() if page.is_kit]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_feeds_a_template(language):
    """Each fact that is not exempt is named by at least one template, in each language."""
    told = {number for page in pages(language).values() if page.is_kit for number in page.facts}
    untold = [
        f"{fact.number} {fact[language]}"
        for fact in register().values()
        if fact.kit == "told" and fact.number not in told
    ]
    assert not untold, "\n".join(untold)


@pytest.mark.parametrize("page", KIT, ids=label)
def test_a_template_tells_the_facts_it_names(page):
    """The tag is a promise in the kit too: in the text, or in the guidance beside it."""
    text = stretches(page.passages)
    missing = [
        f"{page.file}: {number} is not told: {register()[number][page.language]}\n"
        f"    it should have, close together, something of: "
        f"{', '.join(register()[number].says[page.language])}"
        for number in page.facts
        if not places(register()[number], page.language, text)
    ]
    assert not missing, "\n".join(missing)
