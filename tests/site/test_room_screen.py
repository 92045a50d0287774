"""The room screen shows a round and its rules to a whole room, and the clock to one person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from handbook import numbers
from handbook.choices import Choices, choices_of, combinations, default_choices, holds
from handbook.model import GroundRule, Handbook, RoundName
from handbook.schedule import Slot, clock, programme
from macros.times import clock_short

pytestmark = pytest.mark.xdist_group("site-2")

PATH = "day/room-screen/"
ROUNDS: tuple[RoundName, ...] = ("round1", "round2", "round3")
SIGNS = {
    "customers": ".seat-customer",
    "employees": ".seat-employee",
    "facilitator": ".seat-facilitator",
}


@dataclass(frozen=True)
class Screen:
    """A visitor's browser, and where the room screen is in it."""

    context: BrowserContext
    address: str

    def open(self, view: str, *, page: Page | None = None, folder: str = "") -> Page:
        page = page or self.context.new_page()
        page.goto(f"{self.address}{folder}{PATH}#{view}")
        return page

    def choose(self, page: Page, choices: Choices, block: str) -> None:
        """Go to a block, with these modes, as another window of the same browser would."""
        kept = {"round2": choices.round2, "round3": choices.round3}
        page.evaluate(
            """([choices, block]) => {
                localStorage.setItem("/.choices", JSON.stringify(choices));
                localStorage.setItem("/.room-screen", JSON.stringify({block, clocks: {}}));
                for (const key of ["/.choices", "/.room-screen"])
                    dispatchEvent(new StorageEvent("storage", {key}));
            }""",
            [kept, block],
        )


@pytest.fixture
def screen(address: str, context: BrowserContext) -> Iterator[Screen]:
    yield Screen(context, address)


def public(handbook: Handbook, choices: Choices) -> list[Slot]:
    """Return what everyone is there for."""
    return [slot for slot in programme(handbook, choices) if slot.block.audience == "everyone"]


def shown_rules(page: Page) -> list[str]:
    return page.locator(".stage.is-current .rules li:visible").all_inner_texts()


def wanted_rules(handbook: Handbook, name: RoundName, choices: Choices) -> list[GroundRule]:
    return [
        rule for rule in handbook.ground_rules if name in rule.screen and holds(rule.only, choices)
    ]


def title(page: Page) -> str:
    return page.locator(".stage.is-current .stage__title").inner_text()


def test_a_clicker_leads_through_all_that_everyone_is_there_for(
    handbook: Handbook, screen: Screen
) -> None:
    """Every key for "on" comes to the next block of the programme, every key for "back" returns."""
    page = screen.open("screen")
    names = [slot.block.id for slot in public(handbook, default_choices(handbook))]
    current = page.locator(".stage.is-current")
    seen = [current.get_attribute("data-block")]
    keys = ["ArrowRight", "PageDown", " ", "ArrowDown", "Enter"]
    for number in range(len(names)):  # once more than there are: the last one stays
        page.keyboard.press(keys[number % len(keys)])
        seen.append(current.get_attribute("data-block"))
        expect(page.locator("[aria-current=step]:visible")).to_have_attribute(
            "data-block", str(seen[-1])
        )
    assert seen == [*names, names[-1]]
    for key in ("ArrowLeft", "PageUp", "ArrowUp"):
        page.keyboard.press(key)
    expect(current).to_have_attribute("data-block", names[-4])
    page.mouse.click(300, 300)
    expect(current).to_have_attribute("data-block", names[-3])
    page.keyboard.press("Home")
    expect(current).to_have_attribute("data-block", names[0])
    page.keyboard.press("Escape")
    expect(page.locator(".room-screen")).to_be_hidden()


def test_who_may_speak_is_lit_and_the_rules_are_those_of_the_round(
    handbook: Handbook, screen: Screen
) -> None:
    """In each round, with each mode, the seats that may speak are bright and the others dim.

    Beside them stand the rules that handbook.yml has for this screen, and no others.
    """
    page = screen.open("screen")
    for choices in combinations(handbook, ("round2", "round3")):
        for name in ROUNDS:
            screen.choose(page, choices, name)
            speakers = numbers.speakers(handbook, name, choices)
            for party, sign in SIGNS.items():
                seats = page.locator(f".stage.is-current {sign}:visible")
                bright = seats.evaluate_all("all => all.map(one => getComputedStyle(one).opacity)")
                assert bright, (name, choices, party)
                assert {float(each) == 1 for each in bright} == {party in speakers}, (name, party)
            wanted = [rule.text.nl for rule in wanted_rules(handbook, name, choices)]
            assert sorted(shown_rules(page)) == sorted(wanted)
            assert 3 <= len(wanted) <= 5, "few, so that the letters are large"


def test_the_opening_shows_the_rules_for_everyone(handbook: Handbook, screen: Screen) -> None:
    """Before round 1 the room reads what always holds for all, and what the three rounds are."""
    page = screen.open("screen", folder="en/")
    screen.choose(page, default_choices(handbook), "opening")
    wanted = [
        rule.text.en
        for rule in handbook.ground_rules
        if len(rule.holds_for) == 3 and len(rule.rounds) == len(ROUNDS)
    ]
    assert shown_rules(page) == wanted
    ahead = page.locator(".stage.is-current .stage__ahead p").all_inner_texts()
    assert ahead == [
        f"{number} {handbook.rounds[name].name.en}" for number, name in enumerate(ROUNDS, start=1)
    ]


def test_the_programme_follows_the_choice_and_the_time_of_the_event(
    handbook: Handbook, screen: Screen
) -> None:
    """With each preset its own blocks stand at the side, from when this event's customers come."""
    page = screen.open("screen")
    begin = clock("13:15")
    event = {"event": {"event": {"start_time": "13:15"}, "organisation": {"name": "De Linde"}}}
    page.evaluate(
        """event => {
            localStorage.setItem("/.events", JSON.stringify({current: "1", order: ["1"]}));
            localStorage.setItem("/.event.1", JSON.stringify(event));
        }""",
        event,
    )
    for preset in handbook.presets.values():
        choices = choices_of(preset)
        screen.choose(page, choices, "round1")
        later = begin - clock(handbook.programme.welcome_at)
        assert page.locator(".schedule > li:visible").all_inner_texts() == [
            f"{clock_short(slot.start + later, 'nl')}\n{slot.block.name.nl}"
            for slot in public(handbook, choices)
        ]
    page = screen.open("facilitator")
    expect(page.locator(".brief.is-current blockquote")).to_contain_text("met De Linde?")


@pytest.mark.parametrize("view", ["screen", "facilitator"])
def test_a_reload_keeps_the_place(screen: Screen, view: str) -> None:
    """After a reload the same block is there, and whoever starts again begins at the first."""
    page = screen.open(view)
    first = title(page) if view == "screen" else ""
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    before = page.locator(".stage.is-current").get_attribute("data-block")
    page.reload()
    expect(page.locator(".stage.is-current")).to_have_attribute("data-block", str(before))
    expect(page.locator(".masthead")).to_be_hidden()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("[data-kept]")).to_be_hidden()
    page.get_by_role("link", name="Start het zaalscherm").click()
    assert not first or title(page) == first


def test_it_goes_on_without_a_network(handbook: Handbook, screen: Screen) -> None:
    """Once loaded, all blocks come up with the network off; nothing is asked for, nothing fails."""
    page = screen.open("screen")
    page.wait_for_load_state("networkidle")
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(error))
    screen.context.set_offline(True)
    for slot in public(handbook, default_choices(handbook))[1:]:
        page.keyboard.press("ArrowRight")
        name = handbook.rounds[slot.block.round].name if slot.block.round else slot.block.name
        assert title(page) == name.nl
    assert asked == []


def test_the_letters_are_large_and_all_of_it_fits(handbook: Handbook, screen: Screen) -> None:
    """At the sizes of projectors nothing is cut off; a rule is at least a 33rd of the height."""
    page = screen.open("screen")
    longest = max(
        combinations(handbook, ("round2", "round3")),
        key=lambda choices: sum(len(wanted_rules(handbook, name, choices)) for name in ROUNDS),
    )
    screen.choose(page, longest, "reception")
    for width, height in ((1280, 720), (1920, 1080), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Home")
        for slot in public(handbook, longest):
            wrong = page.evaluate(
                """() => {
                    const stage = document.querySelector(".stage.is-current");
                    const frame = stage.getBoundingClientRect();
                    const texts = [...stage.querySelectorAll("p, li, dd"),
                                   ...document.querySelectorAll(".schedule span, .schedule time")];
                    return texts.filter(one => one.offsetParent).filter(one => {
                        const box = one.getBoundingClientRect();
                        return box.bottom > innerHeight || box.right > innerWidth ||
                            (stage.contains(one) && box.right > frame.right);
                    }).map(one => one.textContent);
                }"""
            )
            assert wrong == [], (width, slot.block.id)
            if slot.block.round:
                rule = page.locator(".stage.is-current .rules li:visible").first
                letter = rule.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
                assert letter >= height / 33, (width, slot.block.id)
            page.keyboard.press("ArrowRight")


def test_the_clock_tells_calmly_when_time_is_nearly_up(handbook: Handbook, screen: Screen) -> None:
    """It counts minutes down, changes at each signal of handbook.yml, and counts over time."""
    page = screen.context.new_page()
    page.clock.install(time="2027-03-12T15:40:00")
    screen.open("facilitator", page=page)
    screen.choose(page, default_choices(handbook), "round1")
    minutes = numbers.minutes(handbook, "round1", default_choices(handbook)).usual
    number, signal = page.locator("[data-clock-number]"), page.locator("[data-clock-signal]")
    expect(number).to_have_text(str(minutes))
    expect(signal).to_have_text("De klok staat stil")
    page.clock.run_for(5 * 60_000)
    expect(number).to_have_text(str(minutes))

    page.get_by_role("button", name="Start de klok").click()
    page.clock.run_for(1_000)
    until = clock("15:45") + minutes
    expect(signal).to_have_text(f"Tot {clock_short(until, 'nl')} uur")
    left = minutes
    colours = []
    for reached in handbook.programme.signals.minutes:
        page.clock.fast_forward((left - reached) * 60_000)
        left = reached
        expect(number).to_have_text(str(reached))
        expect(signal).to_have_text(f"Nog {reached} minuten" if reached > 1 else "Nog 1 minuut")
        expect(page.locator("[data-said]")).to_have_text(signal.inner_text())
        colours.append(signal.evaluate("one => getComputedStyle(one).backgroundColor"))
    page.clock.fast_forward((left + 1) * 60_000)
    expect(number).to_have_text("+2")
    expect(signal).to_have_text("2 minuten over tijd")
    colours.append(signal.evaluate("one => getComputedStyle(one).backgroundColor"))
    assert len(set(colours)) == len(colours)

    page.get_by_role("button", name="1 minuut erbij").click()
    expect(number).to_have_text("+1")
    page.get_by_role("button", name="Zet de klok stil").click()
    page.clock.run_for(120_000)
    page.reload()
    expect(number).to_have_text("+1")


def test_whoever_goes_on_by_mistake_finds_the_clock_as_it_was(
    handbook: Handbook, screen: Screen
) -> None:
    """The next block begins with its own time; back again, the first one's clock has gone on."""
    page = screen.context.new_page()
    page.clock.install(time="2027-03-12T15:40:00")
    screen.open("facilitator", page=page)
    screen.choose(page, default_choices(handbook), "break")
    minutes = {slot.block.id: slot.minutes for slot in public(handbook, default_choices(handbook))}
    number = page.locator("[data-clock-number]")
    page.get_by_role("button", name="Start de klok").click()
    page.clock.fast_forward(10 * 60_000)
    page.get_by_role("button", name="Verder").click()
    expect(number).to_have_text(str(minutes["round2"]))
    page.clock.fast_forward(3 * 60_000)
    expect(number).to_have_text(str(minutes["round2"] - 3))
    page.get_by_role("button", name="Terug").click()
    expect(number).to_have_text(str(minutes["break"] - 13))
    page.get_by_role("button", name="Verder").click()
    expect(number).to_have_text(str(minutes["round2"]))


def test_the_room_follows_the_facilitator_and_sees_no_clock_unless_it_is_chosen(
    handbook: Handbook, screen: Screen
) -> None:
    """Two windows show the same block; the time left reaches the room by a switch alone."""
    room = screen.open("screen")
    facilitator = screen.open("facilitator")
    facilitator.get_by_role("button", name="Verder").click()
    expect(room.locator(".stage.is-current")).to_have_attribute("data-block", "opening")
    expect(room.locator("[data-said]")).to_have_text("Opening")
    facilitator.get_by_role("button", name="Start de klok").click()
    shown = room.locator("[data-room-clock]")
    expect(shown).to_be_hidden()
    assert not re.search(r"minu(ut|ten)", room.locator(".screen").inner_text())

    facilitator.get_by_text("Instellingen").click()
    facilitator.get_by_role("switch", name="Klok ook op het zaalscherm").check()
    opening = next(one for one in handbook.programme.blocks if one.id == "opening")
    assert opening.minutes is not None
    expect(shown).to_have_text(f"Nog {opening.minutes.usual} minuten")
    facilitator.get_by_role("switch", name="Klok ook op het zaalscherm").uncheck()
    expect(shown).to_be_hidden()

    room.keyboard.press("ArrowRight")
    expect(facilitator.locator("[data-title]")).to_have_text(
        next(one.name.nl for one in handbook.programme.blocks if one.id == "round1")
    )


def test_the_facilitator_reads_the_words_of_the_script(
    handbook: Handbook, address: str, screen: Screen
) -> None:
    """What is said when round 3 begins is the script's own sentence for the chosen mode."""
    page = screen.open("facilitator")
    for mode in handbook.choices["round3"].modes:
        choices = Choices(default_choices(handbook).round2, mode)
        screen.choose(page, choices, "round3")
        said = page.locator(".brief.is-current blockquote:visible").inner_text()
        script = screen.context.new_page()
        script.goto(f"{address}kit/facilitator-script/")
        words = script.locator(f"#say-round3-{mode.replace('_', '-')}").inner_text()
        assert said.split() == words.split()
        script.close()


_LOCK = """
window.locks = [];
Object.defineProperty(navigator, "wakeLock", {value: %s, configurable: true});
"""
_GIVES = """{request: kind => {
    const lock = Object.assign(new EventTarget(), {kind, release() {
        window.locks.pop();
        this.dispatchEvent(new Event("release"));
        return Promise.resolve();
    }});
    window.locks.push(kind);
    return Promise.resolve(lock);
}}"""


def test_the_screen_is_kept_awake_while_it_is_open(screen: Screen) -> None:
    """The browser is asked to stay awake, and let go when the screen is closed."""
    page = screen.context.new_page()
    page.add_init_script(_LOCK % _GIVES)
    screen.open("screen", page=page)
    page.wait_for_function("window.locks.length === 1")
    assert page.evaluate("window.locks") == ["screen"]
    expect(page.locator(".controls [data-sleeps]")).to_be_hidden()
    page.keyboard.press("Escape")
    page.wait_for_function("window.locks.length === 0")


def test_a_browser_that_may_fall_asleep_says_so(screen: Screen) -> None:
    """Where the request is refused, a line beside the buttons says what to do."""
    page = screen.context.new_page()
    page.add_init_script(_LOCK % "{request: () => Promise.reject(new Error())}")
    screen.open("screen", page=page)
    expect(page.locator(".controls [data-sleeps]")).to_contain_text("slaapstand")


def test_on_paper_each_block_has_a_sheet(handbook: Handbook, screen: Screen) -> None:
    """Printed, the open screen gives every block that is held, and nothing of the controls."""
    page = screen.open("screen")
    choices = next(
        choices_of(preset)
        for preset in handbook.presets.values()
        if len(public(handbook, choices_of(preset)))
        != len(public(handbook, default_choices(handbook)))
    )
    screen.choose(page, choices, "break")
    page.emulate_media(media="print")
    sheets = page.locator(".stage:visible").evaluate_all("all => all.map(one => one.dataset.block)")
    assert sheets == [slot.block.id for slot in public(handbook, choices)]
    for away in (".screen__side", ".controls", ".masthead"):
        expect(page.locator(away)).to_be_hidden()


def test_a_finger_sweeps_on_and_back(handbook: Handbook, address: str, browser: Any) -> None:
    """On a phone a sweep to the left goes on once, and one to the right comes back."""
    visitor = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = visitor.new_page()
    page.goto(f"{address}{PATH}#screen")
    names = [slot.block.id for slot in public(handbook, default_choices(handbook))]
    touch = visitor.new_cdp_session(page)

    def sweep(start: int, end: int) -> None:
        for kind, at in (("Start", [start]), ("Move", [end]), ("End", [])):
            points = [{"x": x, "y": 300} for x in at]
            touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

    current = page.locator(".stage.is-current")
    sweep(320, 60)
    expect(current).to_have_attribute("data-block", names[1])
    sweep(60, 320)
    expect(current).to_have_attribute("data-block", names[0])
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    visitor.close()
