"""Values changed in handbook.yml are changed on every page of the site that carries them."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from lxml import html

from handbook.model import Handbook
from macros.times import offset_distance
from tests.generators.test_one_source import (
    NEW_MINUTES,
    NEW_OFFSET,
    NEW_RULE,
    NEW_SAID,
    NEW_TASK,
)
from tests.site.conftest import build

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def edited(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole site with a rule, a task, a moment and more changed."""
    root = tmp_path_factory.mktemp("edited") / "project"
    root.mkdir()
    for name in ("docs", "overrides", "generators", "macros", "handbook"):
        (root / name).symlink_to(project / name)
    shutil.copy(project / "mkdocs.yml", root)
    config = yaml.safe_load((project / "handbook.yml").read_text(encoding="utf-8"))
    config["ground_rules"][0]["text"] = NEW_RULE
    next(iter(config["checklists"].values()))["items"][0]["text"] = NEW_TASK
    for moment in config["moments"]:
        if moment["id"] == "invitation":
            moment["offset"] = NEW_OFFSET
    config["training"]["exercises"]["judgement"]["steps"][0]["say"][0] = NEW_SAID
    config["rounds"]["round1"]["minutes"] |= {"usual": NEW_MINUTES, "most": NEW_MINUTES}
    (root / "handbook.yml").write_text(
        yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    built = build(root, root.parent / "site")
    assert built.returncode == 0, built.stderr
    return root.parent / "site"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("value", ["rule", "task", "moment", "minutes", "said"])
def test_a_changed_value_is_changed_wherever_it_was_read(
    value: str, language: str, handbook: Handbook, site: Path, edited: Path
) -> None:
    """Each page that showed the old words shows the new ones: in the handbook and in the kit."""
    old, new = words(handbook, value, language)
    before, after = (texts(folder, handbook, language) for folder in (site, edited))
    carrying = {path for path, text in before.items() if re.search(old, text)}
    assert {path for path, text in after.items() if re.search(old, text)} == set()
    assert {path for path, text in before.items() if re.search(new, text)} == set()
    assert {path for path, text in after.items() if re.search(new, text)} == carrying
    kinds = {path.startswith("kit/") for path in carrying}
    assert kinds == ({True} if value == "task" else {True, False}), "tasks stand on sheets alone"


def words(handbook: Handbook, value: str, language: str) -> tuple[str, str]:
    """Return what stood there and what stands there now, to search for."""
    unit = {"nl": "minuten", "en": "minutes"}[language]
    round1 = handbook.rounds["round1"].minutes
    (invitation,) = [one for one in handbook.moments if one.id == "invitation"]
    first = next(iter(handbook.checklists.values()))
    old, new = {
        "rule": (handbook.ground_rules[0].text[language], NEW_RULE[language]),
        "task": (first.items[0].text[language], NEW_TASK[language]),
        "moment": (
            offset_distance(invitation.offset, language),
            offset_distance(NEW_OFFSET, language),
        ),
        "said": (
            handbook.training.exercises["judgement"].steps[0].say[0][language],
            NEW_SAID[language],
        ),
        "minutes": (f"{round1.usual} {unit}", f"{NEW_MINUTES} {unit}"),
    }[value]
    return rf"\b{re.escape(old)}", rf"\b{re.escape(new)}"


def texts(site: Path, handbook: Handbook, language: str) -> dict[str, str]:
    """Return what people read on every page of a language, by its address."""
    first = handbook.languages[0]
    folder = site if language == first else site / language
    others = {other for other in handbook.languages if other != first}
    found = {}
    for path in folder.rglob("index.html"):
        address = path.relative_to(folder).parent.as_posix() + "/"
        if language == first and address.split("/")[0] in others:
            continue
        if address == "reference/sources/":
            continue  # what a source says is not ours to change
        (text,) = html.parse(str(path)).getroot().xpath("//article")
        found[address] = " ".join(text.text_content().split())
    return found
