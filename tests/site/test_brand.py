"""The house style in the browser: whatever the colours, everybody can read the pages."""

import pytest
from playwright.sync_api import Browser

from generators.colours import colours
from handbook.model import Handbook
from handbook.organisation import Colours
from handbook.palette import house
from tests.handbook.test_palette import HOUSE_COLOURS
from tests.tools import npm_package

PAGES = ("day/round-3/", "choose/rings/", "kit/action-plan/")
_RUN = """async () => {
    const options = {resultTypes: ["violations"],
        runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}};
    return (await axe.run(document, options)).violations.map(
        found => `${found.id}: ${found.nodes.map(node => node.target.join(" ")).join(" | ")}`);
}"""
_DRESS = """sheet => {
    let style = document.getElementById("own-brand");
    if (!style) {
        style = document.head.appendChild(document.createElement("style"));
        style.id = "own-brand";
    }
    style.textContent = sheet;
}"""


@pytest.mark.xdist_group("site-2")
def test_twenty_house_colours_leave_no_obstacle(
    handbook: Handbook, address: str, browser: Browser
) -> None:
    """axe-core finds 0 violations on a sample of pages, from pale yellow to black, light and dark.

    One site is built; its colours are changed in the browser. Drawings keep the literal colours
    they were built with, so the rules for those stay too.
    """
    drawings = colours(handbook.brand)
    visitor = browser.new_context(reduced_motion="reduce")
    visitor.add_init_script(path=npm_package("axe-core/axe.min.js"))
    page = visitor.new_page()
    found = []
    for path in PAGES:
        page.goto(address + path)
        for main in HOUSE_COLOURS:
            brand = handbook.brand.model_copy(update=house(Colours(main=main), handbook.brand))
            page.evaluate(_DRESS, drawings + colours(brand))
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                found += [f"{path} {main} {scheme}: {each}" for each in page.evaluate(_RUN)]
            assert (
                page.locator("body").evaluate(
                    "body => getComputedStyle(body).getPropertyValue('--brand-fill')"
                )
                == main
            )
    visitor.close()
    assert len(HOUSE_COLOURS) == 20
    assert found == []
