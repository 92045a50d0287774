"""A fork of an organisation takes over a later version of ours, without a conflict."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.commands.conftest import Command
from tests.tools import tool

Git = Callable[..., str]
NAME = "Woningstichting De Linde"
COLOUR = "#2C6E49"


@pytest.fixture
def upstream(project: Path, tmp_path: Path) -> Path:
    """Return a folder with our files as they are, before git knows them."""
    copy = tmp_path / "upstream"
    listed = subprocess.run(
        [tool("git"), "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (project / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, copy / name)
    return copy


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Run git as a person whose own settings play no part."""
    (tmp_path / "gitconfig").write_text(
        "[user]\nname = Someone\nemail = someone@example.org\n[init]\ndefaultBranch = main\n",
        encoding="utf-8",
    )
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }

    def run(folder: Path, *arguments: str) -> str:
        finished = subprocess.run(
            [tool("git"), *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stdout + finished.stderr
        return finished.stdout

    return run


def commit(git: Git, folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is no longer in {path.name}: choose another text here"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def brand(fork: Path) -> None:
    """Do what an organisation does: its own file and logo, a page more, two of ours replaced."""
    (fork / "organisation.yml").write_text(
        f"name: {NAME}\nlogo: organisation/logo.svg\ncolours: {{main: '{COLOUR}'}}\n"
        "numbers: {rings.inner.target: 9}\n",
        encoding="utf-8",
    )
    (fork / "organisation").mkdir()
    shutil.copy(fork / "examples/de-linde/organisation/logo.svg", fork / "organisation")
    for language in ("nl", "en"):
        own = fork / "organisation/docs" / language
        (own / "day").mkdir(parents=True)
        (own / "kit").mkdir()
        card = (fork / "docs" / language / "kit/ask-card.md").read_text(encoding="utf-8")
        (own / "kit/ask-card.md").write_text(f"{card}\nNeem de lift.\n", encoding="utf-8")
        ours = (fork / "docs" / language / "day/round-1.md").read_text(encoding="utf-8")
        (own / "day/round-1.md").write_text(f"{ours}\nBij ons begint het met soep.\n", "utf-8")
        (own / "day/with-us.md").write_text(
            "---\ntitle: Bij ons\ndescription: Zo doen wij het.\nphase: day\nfacts: []\n---\n\n"
            "Wij eten samen.\n",
            encoding="utf-8",
        )


def renew(upstream: Path) -> None:
    """Change what a later version of ours may: config, page, template, theme and code."""
    config = (upstream / "handbook.yml").read_text(encoding="utf-8")
    minutes = re.search(r"minutes: \{usual: (\d+)", config)
    assert minutes
    change(upstream / "handbook.yml", minutes[0], f"minutes: {{usual: {int(minutes[1]) + 1}")
    for language in ("nl", "en"):
        for page in ("day/round-1", "day/round-2", "kit/thank-you-letter", "kit/ask-card"):
            with (upstream / "docs" / language / f"{page}.md").open("a", encoding="utf-8") as file:
                file.write(f"\nEen nieuwe zin van ons, {page}.\n")
    with (upstream / "overrides/assets/stylesheets/site.css").open("a", encoding="utf-8") as file:
        file.write("\n/* newer */\n")
    with (upstream / "macros/rules.py").open("a", encoding="utf-8") as file:
        file.write("\n# newer\n")


def test_an_update_of_ours_merges_into_a_fork(
    upstream: Path, tmp_path: Path, git: Git, klantarena: Command
) -> None:
    """The merge is clean, the site is built, and both the brand and our new text are in it."""
    git(upstream, "init", "--quiet")
    commit(git, upstream, "A version of ours")
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", str(upstream), str(fork))
    brand(fork)
    commit(git, fork, "Our own edition")
    renew(upstream)
    commit(git, upstream, "A later version of ours")

    git(fork, "pull", "--quiet", "--no-rebase", "--no-edit")

    assert git(fork, "status", "--porcelain") == ""
    checked = klantarena("check", cwd=fork)
    assert checked.returncode == 0, checked.stderr
    for language in ("nl", "en"):
        for page in ("day/round-1", "kit/ask-card"):
            replaced = f"To look at: organisation/docs/{language}/{page}.md:1: copied_from: "
            assert replaced in checked.stdout
    built = klantarena("build", cwd=fork)
    assert built.returncode == 0, built.stderr
    site = fork / "site"
    assert NAME in (site / "kit/thank-you-letter/index.html").read_text(encoding="utf-8")
    assert "Een nieuwe zin van ons" in (site / "day/round-2/index.html").read_text("utf-8")
    assert "begint het met soep" in (site / "day/round-1/index.html").read_text("utf-8")
    assert "Een nieuwe zin" not in (site / "day/round-1/index.html").read_text("utf-8")
    assert "Wij eten samen" in (site / "en/day/with-us/index.html").read_text("utf-8")
    letter = next(
        path for path in (site / "downloads").glob("*.docx") if "bedank" in path.name.lower()
    )
    with ZipFile(letter) as archive:
        assert "Een nieuwe zin van ons" in archive.read("word/document.xml").decode()
        assert NAME in archive.read("word/header.xml").decode()
        assert COLOUR[1:] in archive.read("word/theme.xml").decode()
    (card,) = (site / "downloads").glob("09 *[!)].docx")
    with ZipFile(card) as archive:
        text = archive.read("word/document.xml").decode()
        assert "Neem de lift" in text and "Een nieuwe zin" not in text
    assert f'alt="{NAME}"' in (site / "index.html").read_text(encoding="utf-8")
    assert COLOUR in (site / "assets/stylesheets/brand.css").read_text(encoding="utf-8")
