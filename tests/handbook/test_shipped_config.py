"""handbook.yml as it is shipped."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.choices import choices_of
from handbook.load import load
from handbook.model import Handbook, Words, is_fact
from handbook.schema import schema, schema_text


def words_in(value: Any) -> Iterator[Words]:
    """Yield every text of the config."""
    if isinstance(value, Words):
        yield value
    elif hasattr(value, "model_fields_set"):
        for child in value.__dict__.values():
            yield from words_in(child)
    elif isinstance(value, dict):
        for child in value.values():
            yield from words_in(child)
    elif isinstance(value, tuple):
        for child in value:
            yield from words_in(child)


def test_the_shipped_config_is_without_mistakes(project: Path) -> None:
    """Loading it gives a handbook and no problem."""
    assert isinstance(load(project / "handbook.yml"), Handbook)


def test_the_schema_beside_the_config_is_that_of_the_model(project: Path) -> None:
    """An editor completes and explains the keys as they are now."""
    kept = (project / "handbook.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(), "the model was changed; run: klantarena schema --write"


def test_the_schema_explains_every_key() -> None:
    """Whoever rests the mouse on a key reads what it is for."""
    described = schema()
    parts = {"handbook": described, **described["$defs"]}
    silent = [
        f"{part}.{key}"
        for part, definition in parts.items()
        for key, about in definition.get("properties", {}).items()
        if "description" not in about and "$ref" not in about
    ]
    assert silent == []
    assert all(definition.get("description") for definition in parts.values())


def test_the_schema_refuses_unknown_keys_as_the_model_does() -> None:
    """An editor underlines a misspelt key before anything is built."""
    described = schema()
    for part in [described, *described["$defs"].values()]:
        assert part["additionalProperties"] is False


def test_the_order_of_keys_is_the_same_in_every_reading(project: Path) -> None:
    """The loader keeps the order of the file: it is the order on the pages."""
    handbook = load(project / "handbook.yml")
    plain = yaml.load(
        (project / "handbook.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    assert list(handbook.roles) == list(plain["roles"])
    assert list(handbook.checklists) == list(plain["checklists"])
    assert list(handbook.choices["round3"].modes) == list(plain["choices"]["round3"]["modes"])


def test_the_config_reads_the_same_without_the_fast_parser(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyYAML comes without its C half on some machines; its Python half is stricter."""
    fast = load(project / "handbook.yml")
    monkeypatch.setattr("handbook.document._LOADER", yaml.SafeLoader)
    assert load(project / "handbook.yml") == fast


def test_three_presets_choose_differently(handbook: Handbook) -> None:
    """A, B and C are three ways to do it, and the default is one of them."""
    chosen = [choices_of(preset) for preset in handbook.presets.values()]
    assert list(handbook.presets) == ["A", "B", "C"]
    for round_name in ("round2", "round3"):
        assert {choices[round_name] for choices in chosen} == set(
            handbook.choices[round_name].modes
        )
    assert handbook.default_preset in handbook.presets


def test_every_fact_about_the_preparation_and_the_day_is_on_a_checklist(
    handbook: Handbook,
) -> None:
    """What the sources tell an organiser to do (F140 to F181) is there to tick off."""
    told = {
        source
        for checklist in handbook.checklists.values()
        for item in checklist.items
        for source in item.source
        if is_fact(source)
    }
    told |= {source for moment in handbook.moments for source in moment.source}
    # F182 remarks on a source; F183 to F185 are advice on policy.
    expected = {f"F{number}" for number in range(140, 182)}
    assert expected - told == set()


def test_every_moment_and_every_role_has_something_to_do(handbook: Handbook) -> None:
    """No moment of the timeline is empty, and no role is without a task."""
    items = [item for checklist in handbook.checklists.values() for item in checklist.items]
    assert {item.moment for item in items} == {moment.id for moment in handbook.moments}
    assert all(role.tasks for role in handbook.roles.values())


def test_texts_are_short_and_plain(handbook: Handbook) -> None:
    """No sentence above 28 words, none of the words that nobody says."""
    jargon = re.compile(
        r"\b(dient te|dienen te|middels|ten behoeve van|faciliteren|optimaal|inzetten op|"
        r"stakeholders?|traject|leverage|utili[sz]e|ensure that|procesbegeleider|moderator)\b",
        re.IGNORECASE,
    )
    for words in words_in(handbook):
        for text in (words.nl, words.en):
            assert not jargon.search(text), text
            for sentence in re.split(r"[.?!:]\s", text):
                assert len(sentence.split()) <= 28, sentence


def test_customers_are_addressed_with_u_and_organisers_with_je(handbook: Handbook) -> None:
    """Questions and rules for customers say u; rules and tasks for employees say je."""
    informal = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    formal = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
    for group in ("customers", "keep_stop_start", "employees"):
        for question in handbook.questions[group].items:
            assert not informal.search(question.text.nl), question.text.nl
    for rule in handbook.ground_rules:
        if rule.holds_for == ("employees",):
            assert not formal.search(rule.text.nl), rule.text.nl
        if rule.holds_for == ("customers",):
            assert not informal.search(rule.text.nl), rule.text.nl
    for name, role in handbook.roles.items():
        for task in role.tasks:
            assert not (informal if name == "customer" else formal).search(task.nl), task.nl


def test_english_is_written_the_british_way(handbook: Handbook) -> None:
    """Organise, programme, practise: the endings and words that differ most."""
    american = re.compile(
        r"\b(organiz|recogniz|color|center|program\b|behavior|favorite|apologiz|analyz)",
        re.IGNORECASE,
    )
    for words in words_in(handbook):
        assert not american.search(words.en), words.en


def test_every_text_has_two_originals(handbook: Handbook) -> None:
    """A text is not left untranslated, unless it is the same word in both languages."""
    same = {words.nl for words in words_in(handbook) if words.nl == words.en}
    known = {"Status", "Website", "Adres", "Route", "Opening", "Accent"}
    assert same <= known | {"trainer", "Mini-arena", "School"}
