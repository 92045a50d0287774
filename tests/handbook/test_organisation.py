"""organisation.yml laid over handbook.yml: what it changes, and how its mistakes are told."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.beginning import beginning
from handbook.choices import default_choices
from handbook.load import ConfigError, load
from handbook.model import Handbook
from handbook.organisation import Organisation
from handbook.overlay import changeable
from handbook.problems import Problem
from handbook.schedule import order_of
from handbook.schema import schema, schema_text

Own = Callable[[str | bytes], Path]


@pytest.fixture
def own(project: Path, tmp_path: Path) -> Own:
    """Write an organisation.yml beside the real handbook.yml; gives the path of the latter."""
    shutil.copy(project / "handbook.yml", tmp_path)

    def put(content: str | bytes) -> Path:
        path = tmp_path / "organisation.yml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / "handbook.yml"

    return put


def problems_in(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return caught.value.problems


def sources_of(handbook: Handbook, moment: str) -> tuple[str, ...]:
    return next(each.source for each in handbook.moments if each.id == moment)


@pytest.mark.parametrize(
    "name",
    [
        "organization.yml",
        "Organisation.YAML",
        "organisation.yml.txt",
        "organisation/organisation.yml",
    ],
)
def test_a_file_that_nobody_would_read_is_told(own: Own, name: str) -> None:
    """In another folder or by another name it would change nothing, and nobody would know why."""
    path = own("")
    path.with_name("organisation.yml").unlink()
    (path.parent / name).parent.mkdir(exist_ok=True)
    (path.parent / name).write_text("name: De Linde\n", encoding="utf-8")
    (problem,) = problems_in(path)
    assert str(problem) == (
        f"{name}: this file is not read; call it organisation.yml, and put it beside handbook.yml"
    )


def test_an_empty_file_changes_nothing(own: Own, handbook: Handbook) -> None:
    """All keys may be left out: an empty file, or one of remarks alone, is a good one."""
    for content in ("", "# name: De Linde\n", "\n\n"):
        assert load(own(content)) == handbook


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("\ufeffname: De Linde\r\nsite: https://example.org/\r\n", id="from Windows"),
        pytest.param("name: De Linde\nsite: https://example.org/", id="without a last line end"),
    ],
)
def test_it_may_come_from_any_editor(own: Own, content: str) -> None:
    """A byte order mark and the line ends of Windows are no mistake."""
    loaded = load(own(content))
    assert loaded.publication.publisher is not None
    assert loaded.publication.publisher.nl == "De Linde"
    assert loaded.publication.address == "https://example.org/"


def test_one_text_stands_for_both_languages(own: Own) -> None:
    """A text is the same in both languages, or given for each."""
    loaded = load(own("name: {nl: De Linde, en: The Linde}\nprivacy_officer: fg@example.org\n"))
    fields = loaded.fields["organisation"].fields
    assert fields["name"].filled is not None and fields["name"].filled.en == "The Linde"
    assert fields["privacy_officer"].filled is not None
    assert fields["privacy_officer"].filled.nl == fields["privacy_officer"].filled.en


def test_an_edition_in_one_language_needs_its_texts_in_that_language_only(own: Own) -> None:
    """With languages: [nl] no English text is missed."""
    loaded = load(own("languages: [nl]\nname: {nl: De Linde}\n"))
    assert loaded.languages == ("nl",)
    (problem,) = problems_in(own("languages: [nl, en]\nname: {nl: De Linde}\n"))
    assert str(problem).startswith("organisation.yml:2: name.en: the English text is missing;")


def test_contact_details_fill_in_the_blanks_for_them(own: Own) -> None:
    """Who you are and whom customers reach is filled in wherever it is asked for."""
    loaded = load(
        own(
            "name: De Linde\ncomplaints: www.example.org/klacht\nprivacy_officer: fg@example.org\n"
            "contact:\n  name: Team Bewoners\n  email: post@example.org\n  phone: 0101234567\n"
            "  website: www.example.org\n  department: Wonen\n  address: Laan 1\n"
        )
    )
    filled = {
        name: blank.filled.nl
        for name, blank in loaded.fields["organisation"].fields.items()
        if blank.filled
    }
    assert filled == {
        "name": "De Linde",
        "department": "Wonen",
        "address": "Laan 1",
        "contact_name": "Team Bewoners",
        "contact_email": "post@example.org",
        "contact_phone": "0101234567",
        "website": "www.example.org",
        "privacy_officer": "fg@example.org",
        "complaints": "www.example.org/klacht",
    }


def test_mistakes_are_reported_to_whoever_publishes(own: Own, handbook: Handbook) -> None:
    """The address for mistakes is that of the contact, unless another one is given."""
    contact = "contact: {email: post@example.org}\n"
    assert load(own(contact)).publication.mistakes == "post@example.org"
    other = load(own(contact + "mistakes: https://example.org/issues\n"))
    assert other.publication.mistakes == "https://example.org/issues"
    assert load(own("name: De Linde\n")).publication.mistakes == handbook.publication.mistakes


def test_every_number_distance_and_time_can_be_changed(own: Own, handbook: Handbook) -> None:
    """Each has a name with dots; written out as it is, it changes nothing but its source."""
    known = changeable(handbook)
    assert {
        "rings.inner.target",
        "rounds.round1.minutes.least",
        "programme.welcome_at",
        "programme.blocks.break.minutes",
        "moments.invitation",
        "choices.round3.modes.mixed_groups.customers",
    } <= set(known)
    data = handbook.model_dump()

    def value(place: tuple[str | int, ...]) -> object:
        found: object = data
        for step in place:
            found = found[step]  # type: ignore[index]
        return found

    lines = [
        f'  {name}: "{value(place)}"' if isinstance(value(place), str) else f"  {name}: {number}"
        for name, place in known.items()
        if (number := value(place)) is not None
    ]
    loaded = load(own("numbers:\n" + "\n".join(lines)))

    def without_sources(found: object) -> object:
        if isinstance(found, dict):
            return {key: without_sources(child) for key, child in found.items() if key != "source"}
        return [without_sources(child) for child in found] if isinstance(found, tuple) else found

    assert without_sources(loaded.model_dump()) == without_sources(data)
    assert {amount.source for amount in (loaded.rings.inner.target, loaded.rings.group)} == {
        ("own",)
    }
    assert {moment.source for moment in loaded.moments} == {("own",)}


def test_a_number_of_your_own_is_your_own_choice(own: Own, handbook: Handbook) -> None:
    """What is changed no longer names the fact that it came from; the rest still does."""
    loaded = load(
        own(
            "numbers:\n  rings.inner.target: 10\n  moments.report: +5 days\n"
            '  programme.welcome_at: "14:30"\n'
        )
    )
    assert loaded.rings.inner.target.value == 10
    assert loaded.rings.inner.target.source == ("own",)
    assert loaded.rings.inner.most == handbook.rings.inner.most
    assert loaded.programme.welcome_at == "14:30"
    assert loaded.programme.source == ("own",)
    assert sources_of(loaded, "report") == ("own",)
    assert sources_of(loaded, "reminder") == sources_of(handbook, "reminder")


def test_moments_stay_in_the_order_of_time(own: Own, handbook: Handbook) -> None:
    """A moment that is moved takes its place between the others by itself."""
    loaded = load(own("numbers: {moments.invitation: -10 days}\n"))
    order = [moment.id for moment in loaded.moments]
    assert order.index("intake") < order.index("invitation") < order.index("practical_check")
    assert sorted(order) == sorted(moment.id for moment in handbook.moments)
    distances = [order_of(moment.offset) for moment in loaded.moments]
    assert distances == sorted(distances)


def test_checklists_take_own_tasks_and_lose_others(own: Own, handbook: Handbook) -> None:
    """A task of your own comes after ours; one that is left out is gone."""
    loaded = load(
        own(
            "checklists:\n  venue:\n    leave_out: [gift]\n    add:\n"
            "      - {id: key_holder, text: De sleutel ligt klaar., moment: practical_check,\n"
            "         role: host_coordinator, only: {round3: [ring_swap]}}\n"
        )
    )
    before = [item.id for item in handbook.checklists["venue"].items]
    items = loaded.checklists["venue"].items
    assert [item.id for item in items] == [
        *(name for name in before if name != "gift"),
        "key_holder",
    ]
    assert items[-1].text.en == "De sleutel ligt klaar."
    assert items[-1].only.round3 == ("ring_swap",)
    assert items[-1].source == ("own",)


def test_the_choices_that_hold_by_themselves_can_be_others(own: Own) -> None:
    """A preset, or two modes of your own, holds where nobody chooses."""
    loaded = load(own("preset: B\n"))
    assert default_choices(loaded).round2 == loaded.presets["B"].round2
    mixed = load(own("choices: {round2: deepening}\n"))
    assert default_choices(mixed).round2 == "deepening"
    assert default_choices(mixed).round3 == mixed.presets[mixed.default_preset].round3


def test_templates_can_be_left_out(own: Own, handbook: Handbook) -> None:
    """A template you do not offer stands in no menu."""
    loaded = load(own("kit: {leave_out: [expenses-form, ask-card]}\n"))
    pages = [page for phase in loaded.phases for page in phase.pages]
    before = [page for phase in handbook.phases for page in phase.pages]
    assert set(before) - set(pages) == {"kit/expenses-form", "kit/ask-card"}
    assert loaded.left_out == ("kit/expenses-form", "kit/ask-card")


# What stands in organisation.yml; the line and the key; what is wrong; what to write.
MISTAKES = {
    "a misspelt key": ("name: A\nlgo: x.svg\n", "2: lgo", "not known", "did you mean logo"),
    "a misspelt key within": (
        "colours:\n  mian: '#000000'\n",
        "2: colours.mian",
        "not known",
        "did you mean main",
    ),
    "a colour that is none": (
        "colours:\n  main: blue\n",
        "2: colours.main",
        '"blue" is not a colour',
        "a hash and six",
    ),
    "three digits": ("colours: {main: '#fff'}\n", "1: colours.main", "not a colour", "six digits"),
    "a colour without quotes": (
        "colours:\n  main: #0b5c8a\n",
        "2: colours.main",
        "here a colour is missing",
        "in quotes",
    ),
    "a colour without quotes in brackets": (
        "name: A\ncolours: {main: #0b5c8a}\n",
        "2",
        "the bracket that opens here is not closed",
        "hash in quotes",
    ),
    "a font with quotes": (
        'fonts:\n  word: "Com\'ic"\n',
        "2: fonts.word",
        "not the name of a font",
        "without quotes",
    ),
    "a font with markup": (
        "fonts:\n  site: Arial</style>\n",
        "2: fonts.site",
        "not the name of a font",
        "like Calibri",
    ),
    "a tab": ("name: A\ncontact:\n\tname: B\n", "3", "there is a tab", "spaces"),
    "a list for a name": ("name: [A, B]\n", "1: name", "a list stands", "one text"),
    "no name": ("name:\n", "1: name", "nothing stands here", "write a value"),
    "a number for a name": (
        "name: 2024\n",
        "1: name",
        "2024 is not read as text",
        'quotes: "2024"',
    ),
    "a name in one language": ("name: {en: A}\n", "1: name.nl", "the Dutch text is missing", "nl:"),
    "a text without end": (
        f"complaints: {'a' * 501}\n",
        "1: complaints",
        "501 characters",
        "at most 500",
    ),
    "no e-mail address": (
        "contact:\n  email: Jan de Boer\n",
        "2: contact.email",
        "not an e-mail address",
        "info@example.org",
    ),
    "an address without slash": (
        "site: https://example.org\n",
        "1: site",
        "not the address of a site",
        "a slash at the end",
    ),
    "a language we do not have": ("languages: [fr]\n", "1: languages[1]", '"fr" is not', "nl, en"),
    "a language twice": ("languages: [nl, nl]\n", "1: languages", "nl stands there twice", "once"),
    "a number that is not there": (
        "numbers:\n  rings.iner.target: 3\n",
        "2: numbers.rings.iner.target",
        "no such number",
        "did you mean rings.inner.target",
    ),
    "no path at all": ("numbers:\n  klanten: 3\n", "2: numbers.klanten", "no such", "with dots"),
    "numbers in steps": (
        "numbers:\n  rings:\n    inner:\n      target: 10\n",
        "2: numbers.rings",
        "no such number",
        "rings.",
    ),
    "a word for a number": (
        "numbers:\n  rings.inner.target: tien\n",
        "2: numbers.rings.inner.target",
        '"tien" is not a number',
        "in digits",
    ),
    "nothing for a number": (
        "numbers:\n  rings.inner.target:\n",
        "2: numbers.rings.inner.target",
        "nothing stands here",
        "write a value",
    ),
    "a distance without sign": (
        "numbers:\n  moments.invitation: 6 weeks\n",
        "2: numbers.moments.invitation",
        "not a distance in time",
        "-8 weeks",
    ),
    "a number that does not fit": (
        "numbers:\n  rings.inner.target: 20\n",
        "2: numbers.rings.inner.target",
        "20 is more than most, which is 15",
        "at most 15 here",
    ),
    "a number that another does not fit": (
        "name: A\nnumbers:\n  rings.inner.most: 11\n",
        "3: numbers.rings.inner.most",
        "with this, rings.inner.target.value no longer fits: 12 is more than most",
        "at most 11",
    ),
    "a day that ends too late": (
        "numbers:\n  programme.welcome_at: '19:00'\n",
        "2: numbers.programme.welcome_at",
        "with this, programme.ends_by no longer fits",
        "shorten the day",
    ),
    "a moment of one's own day": (
        "numbers:\n  moments.day: +1 day\n",
        "2: numbers.moments.day",
        "no moment is the day itself",
        "0 days",
    ),
    "a checklist that is not there": (
        "checklists:\n  venu: {leave_out: [gift]}\n",
        "2: checklists.venu",
        "no such checklist",
        "did you mean venue",
    ),
    "a task that is not there": (
        "checklists:\n  venue:\n    leave_out:\n      - gift\n      - sownd\n",
        "5: checklists.venue.leave_out[2]",
        "no task sownd",
        "did you mean sound",
    ),
    "a task at no moment": (
        "checklists:\n  venue:\n    add:\n"
        "      - id: key\n        text: A\n        moment: remindr\n        role: lead\n",
        "6: checklists.venue.add[key].moment",
        'no moment "remindr"',
        "did you mean reminder",
    ),
    "a task without a role": (
        "checklists:\n  venue:\n    add:\n      - id: key\n        text: A\n        moment: day\n",
        "4: checklists.venue.add[key].role",
        "this key is missing",
        "add role",
    ),
    "a task with an id of ours": (
        "checklists:\n  venue:\n    add:\n      - {id: sound, text: A, moment: day, role: lead}\n",
        "4: checklists.venue.add[sound].id",
        "already the id of another",
        "another id",
    ),
    "a preset that is not there": ("preset: D\n", "1: preset", 'no preset "D"', "A, B, C"),
    "a mode that is not there": (
        "choices: {round3: swap}\n",
        "1: choices.round3",
        'no mode of round3 "swap"',
        "ring_swap",
    ),
    "a template that is not there": (
        "kit:\n  leave_out: [expense-form]\n",
        "2: kit.leave_out[1]",
        'no template "expense-form"',
        "did you mean expenses-form",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_each_mistake_is_told_where_it_stands(own: Own, mistake: tuple[str, str, str, str]) -> None:
    """File, line, key, what is wrong and what to write instead: one line, and only one."""
    content, place, what, remedy = mistake
    (problem,) = problems_in(own(content))
    assert str(problem).startswith(f"organisation.yml:{place}: ")
    assert what in problem.what, problem.what
    assert re.search(re.escape(remedy), problem.remedy), problem.remedy


def test_all_mistakes_are_told_at_once(own: Own) -> None:
    """What is wrong in one key keeps nothing else from being looked at."""
    content = "nmae: A\nsite: x\npreset: D\nnumbers: {rings.inner.target: tien}\nkit: 3\n"
    told = problems_in(own(content))
    assert [problem.line for problem in told] == [1, 2, 3, 4, 5]


def test_a_mistake_in_the_handbook_is_not_blamed_on_the_organisation(own: Own) -> None:
    """What is wrong in handbook.yml is told there, whatever organisation.yml says."""
    path = own("name: A\nnumbers: {rings.inner.target: 10}\n")
    text = path.read_text(encoding="utf-8").replace("default_preset: C", "default_preset: Z")
    path.write_text(text, encoding="utf-8")
    assert {problem.file for problem in problems_in(path)} == {"handbook.yml"}


def test_the_schema_beside_it_is_that_of_the_model(project: Path) -> None:
    """An editor completes and explains the keys as they are now."""
    kept = (project / "organisation.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(Organisation), "run: klantarena schema --organisation --write"


def test_the_schema_explains_every_key() -> None:
    """Whoever rests the mouse on a key reads what it is for."""
    described = schema(Organisation)
    parts = {"organisation": described, **described["$defs"]}
    assert [
        f"{part}.{key}"
        for part, definition in parts.items()
        for key, about in definition.get("properties", {}).items()
        if not about.get("description")
    ] == []


def switched_on(text: str) -> str:
    """Return a beginning with the hash taken away from each line that can be used."""
    head, _, rest = text.partition("\nname: ")
    return head + "\nname: " + re.sub(r"(?m)^#(?=\S|  )", "", rest)


def test_the_beginning_explains_every_key(own: Own) -> None:
    """What `klantarena init` writes is sound as it is, and names each key there is."""
    path = own(beginning())
    publisher = load(path).publication.publisher
    assert publisher is not None and publisher.nl == "Onze organisatie"
    written = set(re.findall(r"(?m)^ *(?:- )?([a-z_]+):", switched_on(beginning())))
    models = [schema(Organisation), *schema(Organisation)["$defs"].values()]
    known = {key for model in models for key in model.get("properties", {})}
    within_a_line = {"nl", "en", "round2", "round3", "singular", "plural"}
    assert known - written - within_a_line == {"only", "article", "klantarena"}
