"""What publishes the handbook: pinned, with few rights, and readable when something is wrong."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

WORKFLOWS = (".github/workflows/publish.yml", ".github/workflows/release.yml")


def run(project: Path, program: str, *arguments: str) -> None:
    finished = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_the_workflows_are_safe(project: Path) -> None:
    """zizmor, at its strictest, finds nothing: no rights too many, no action unpinned."""
    run(project, "zizmor", "--offline", "--persona", "pedantic", ".github/workflows")


def test_the_workflows_are_what_their_hosts_read(project: Path) -> None:
    """They fit the schemas of GitHub and GitLab."""
    run(project, "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    run(project, "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", ".gitlab-ci.yml")


def test_all_that_is_taken_from_elsewhere_is_pinned(project: Path) -> None:
    """Each action and each image is named by the hash of its contents."""
    for path in (*WORKFLOWS, ".gitlab-ci.yml"):
        text = (project / path).read_text(encoding="utf-8")
        taken = re.findall(r"^\s*(?:- )?(?:uses|image): (\S+)", text, re.MULTILINE)
        assert taken
        for what in taken:
            assert re.search(r"@([0-9a-f]{40}|sha256:[0-9a-f]{64})$", what), what


@pytest.mark.parametrize("path", WORKFLOWS)
def test_every_command_of_a_workflow_exists(project: Path, path: str) -> None:
    """What the steps run is in this project, with these options."""
    workflow = yaml.safe_load((project / path).read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    commands = [step["run"] for step in steps if "run" in step]
    for command in commands:
        words = command.split()
        if words[0] == "sh":
            assert (project / words[1]).is_file(), command
        else:
            assert words[0] == ".venv/bin/klantarena", command
            known = subprocess.run(
                [Path(sys.executable).with_name("klantarena"), words[1], "--help"],
                capture_output=True,
                text=True,
                check=True,
                env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
            ).stdout
            for word in words[2:]:
                assert not word.startswith("--") or word in known, command


@pytest.fixture
def checked(project: Path, tmp_path: Path) -> Path:
    """Return a folder with the check of the workflow and a klantarena that finds a mistake."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(project / "scripts/check.sh", tmp_path / "scripts")
    command = tmp_path / ".venv/bin/klantarena"
    command.parent.mkdir(parents=True)
    command.write_text(
        '#!/bin/sh\necho \'organisation.yml:12: colours.main: "#12" is not a colour; '
        "write six hex digits' >&2\n"
        "echo 'organization.yml: this file is not read; call it organisation.yml' >&2\nexit 2\n",
        encoding="utf-8",
    )
    command.chmod(0o755)
    return tmp_path


def test_a_mistake_stands_in_the_summary_of_the_run(checked: Path) -> None:
    """Whoever made it reads file, line and remedy on the page of the run, and beside the line."""
    summary = checked / "summary.md"
    finished = subprocess.run(
        ["sh", "scripts/check.sh"],
        cwd=checked,
        env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 2
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("### Not published")
    assert '    organisation.yml:12: colours.main: "#12" is not a colour; write six' in text
    assert "::error file=organisation.yml,line=12::colours.main: " in finished.stdout
    assert finished.stdout.count("::error") == 2
    assert "::error file=organization.yml::this file is not read; call it" in finished.stdout


def test_elsewhere_the_check_only_says_it(checked: Path) -> None:
    """Without GitHub's summary the mistake stands in the log, and the run fails."""
    environment = {name: value for name, value in os.environ.items() if "GITHUB" not in name}
    finished = subprocess.run(
        ["sh", "scripts/check.sh"],
        cwd=checked,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 2
    assert finished.stdout.startswith("organisation.yml:12: ")
    assert "::error" not in finished.stdout
