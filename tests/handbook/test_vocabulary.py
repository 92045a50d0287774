"""The words of an organisation: whole words, in their own case, and what stays as it is."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.load import ConfigError, load
from handbook.model import (
    DutchWord,
    DutchWords,
    EnglishWord,
    EnglishWords,
    Handbook,
    Vocabulary,
)
from handbook.vocabulary import spoken
from tests.handbook.test_shipped_config import words_in

VOCABULARY = Vocabulary(
    nl=DutchWords(
        klant=DutchWord(singular="inwoner", plural="inwoners"),
        medewerker=DutchWord(singular="ijsmeester", plural="ijsmeesters"),
    ),
    en=EnglishWords(
        customer=EnglishWord(singular="applicant", plural="people who apply"),
        employee=EnglishWord(singular="host", plural="hosts"),
    ),
)

SAID = {
    # Dutch: ours, and what an organisation says instead.
    "nl": {
        "De klant vertelt.": "De inwoner vertelt.",
        "Klanten praten, klanten luisteren": "Inwoners praten, inwoners luisteren",
        "KLANT EN KLANTEN": "INWONER EN INWONERS",
        "'klant', \"klanten\" (klant) klant/klanten": (
            "'inwoner', \"inwoners\" (inwoner) inwoner/inwoners"
        ),
        "Medewerkers en een medewerker": "IJsmeesters en een ijsmeester",
        "klant.": "inwoner.",
        "klantgericht, klantcontact, klantenpanel, klanttevredenheid": None,
        "klant-arena, oud-klant, klanten- en buurtpanel": None,
        "een klantarena, Klantarena's": None,
        "https://example.org/klant/klanten www.klant.nl": None,
        "klant@example.org, info@klant.example.org": None,
        "brief-aan-klant.docx, klant.docx, docs/klant.md": None,
        "klant_8, ask_klanten": None,
        "KlantArena, KLant": None,
        "{klanten} klanten": "{klanten} inwoners",
        "customer": None,
    },
    "en": {
        "A customer speaks.": "An applicant speaks.",
        "a customer, a  customer, the customer": "an applicant, an  applicant, the applicant",
        "An employee and an employee": "A host and a host",
        "Customers and employees": "People who apply and hosts",
        "the customer's words": "the applicant's words",
        "customers' words, employees' hours": "people who apply's words, hosts' hours",
        "They said 'customers'.": "They said 'people who apply'.",
        "a dissatisfied customer": "a dissatisfied applicant",
        "a klantarena, or customer arena": None,
        "customer-facing, customerless, know-your-customer": None,
        "a plan, an hour, klant": None,
    },
}


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [(language, *pair) for language, pairs in SAID.items() for pair in pairs.items()],
)
def test_whole_words_are_replaced_and_nothing_else(
    language: str, ours: str, theirs: str | None
) -> None:
    """Case, plural and possessive stay, a and an follow; compounds and addresses stay."""
    assert spoken(ours, VOCABULARY, language) == (theirs or ours)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["a ", "An ", "customer", "customers", "Employee", "'", "s ", " ", "-", ".", "x"]
        )
    ).map("".join)
)
def test_saying_it_twice_is_saying_it_once(text: str) -> None:
    """Texts pass through more than one hand; no word is replaced twice."""
    once = spoken(text, VOCABULARY, "en")
    assert spoken(once, VOCABULARY, "en") == once


def test_a_follows_words_that_were_replaced_before() -> None:
    """A name from the config, replaced by itself, still gets its article right in a sentence."""
    assert (
        spoken("Ask a applicant and an host.", VOCABULARY, "en") == "Ask an applicant and a host."
    )


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("applicant", "an"),
        ("resident", "a"),
        ("user", "a"),
        ("European", "a"),
        ("university member", "a"),
        ("uninsured person", "an"),
        ("heir", "an"),
        ("hour-worker", "an"),
        ("household", "a"),
    ],
)
def test_a_or_an_is_chosen_by_sound(word: str, article: str) -> None:
    """Spelling alone would give an user and a heir."""
    words = EnglishWords(customer=EnglishWord(singular=word, plural=f"{word}s"))
    assert spoken("a customer", Vocabulary(en=words), "en") == f"{article} {word}"


def test_an_article_of_its_own_goes_before() -> None:
    """Where the sound is not what it seems, the organisation says so."""
    word = EnglishWord(singular="SME", plural="SMEs", article="an")
    assert spoken("A customer", Vocabulary(en=EnglishWords(customer=word)), "en") == "An SME"


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    shutil.copy(project / "handbook.yml", tmp_path)
    return tmp_path


def loaded(folder: Path, config: str) -> Handbook:
    (folder / "organisation.yml").write_text(config, encoding="utf-8")
    return load(folder / "handbook.yml")


def told(folder: Path, config: str) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, config)
    (problem,) = caught.value.problems
    return str(problem)


def test_every_text_of_the_config_is_in_the_words_of_the_organisation(folder: Path) -> None:
    """Labels, tasks, names of rounds and of moments: no klant and no customer is left."""
    config = (
        "words:\n  nl:\n    klant: {singular: huurder, plural: huurders}\n"
        "  en:\n    customer: {singular: tenant, plural: tenants}\n"
    )
    texts = list(words_in(loaded(folder, config)))
    dutch = " ".join(text.nl.lower() for text in texts).split()
    english = " ".join(text.en.lower() for text in texts).split()
    assert {"klant", "klanten", "klanten."}.isdisjoint(dutch)
    assert {"customer", "customers", "customers."}.isdisjoint(english)
    assert "huurders" in dutch and "tenants" in english


def test_what_an_organisation_writes_itself_stays(folder: Path) -> None:
    """Its own name and its own tasks are not put in other words."""
    handbook = loaded(
        folder,
        "name: Bureau Klant & Co\nwords: {nl: {klant: {singular: gast, plural: gasten}}}\n"
        "checklists: {venue: {add: [{id: own, text: Bel de klant., moment: day, role: lead}]}}\n",
    )
    assert handbook.publication.publisher is not None
    assert handbook.publication.publisher.nl == "Bureau Klant & Co"
    assert handbook.checklists["venue"].items[-1].text.nl == "Bel de klant."


def test_the_name_of_the_method_is_a_word_too(folder: Path) -> None:
    """With method_name a text no longer says klantarena; the site is called so as well."""
    handbook = loaded(folder, "method_name: {nl: bewonerstafel, en: residents' table}\n")
    assert handbook.publication.name is not None
    assert handbook.publication.name.nl == "bewonerstafel"
    said = spoken("Een klantarena of Klantarena's", handbook.vocabulary, "nl")
    assert said == "Een bewonerstafel of Bewonerstafel's"
    assert spoken("a klantarena", handbook.vocabulary, "en") == "a residents' table"


WRONG = {
    "a word with het": (
        "words:\n  nl:\n    klant: {singular: lid, plural: leden}\n",
        "3: words.nl.klant.singular",
        '"lid" is a word with het, and the texts say de klant, die klant and elke klant',
        "write a word with de, like bewoner",
    ),
    "a word that says so": (
        "words:\n  nl:\n    klant: {singular: boegbeeld, plural: beelden, article: het}\n",
        "3: words.nl.klant.article",
        "is a word with het",
        "write a word with de",
    ),
    "a small word": (
        "words:\n  nl:\n    medewerker: {singular: maatje, plural: maatjes}\n",
        "3: words.nl.medewerker.singular",
        "is a word with het",
        "like collega",
    ),
    "a name of the method with het": (
        "method_name: bewonersgesprek\n",
        "1: method_name",
        '"bewonersgesprek" is a word with het',
        "like bewonersarena",
    ),
    "a name of the method with markup": (
        "method_name: <b>arena</b>\n",
        "1: method_name",
        "no name for a method",
        "letters only",
    ),
    "a word that holds ours": (
        "words:\n  nl:\n    klant: {singular: vaste klant, plural: vaste klanten}\n",
        "3: words.nl.klant.singular",
        '"vaste klant" holds the word klant',
        "without it",
    ),
    "no plural": (
        "words:\n  nl:\n    klant: {singular: bewoner}\n",
        "3: words.nl.klant.plural",
        "this key is missing",
        "add plural: (For more, as in bewoners)",
    ),
    "a word alone": (
        "words:\n  nl:\n    klant: bewoner\n",
        "3: words.nl.klant",
        '"bewoner" stands where keys are expected',
        "singular:, plural:",
    ),
    "markup": (
        "words:\n  nl:\n    klant: {singular: <i>gast</i>, plural: gasten}\n",
        "3: words.nl.klant.singular",
        "is not a word to say instead",
        "letters only",
    ),
    "a word we do not have": (
        "words:\n  nl:\n    klanten: {singular: gast, plural: gasten}\n",
        "3: words.nl.klanten",
        "not known",
        "did you mean klant",
    ),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_word_that_does_not_fit_is_refused(
    folder: Path, wrong: tuple[str, str, str, str]
) -> None:
    """Line, key, why it does not fit, and what to give instead."""
    config, place, what, remedy = wrong
    line = told(folder, config)
    assert line.startswith(f"organisation.yml:{place}: ")
    assert what in line
    assert remedy in line
