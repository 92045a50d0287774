"""What Microsoft's own Open XML SDK finds wrong with a file of Office."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from tests.tools import PROJECT, npm_package, tool

SCRIPT = Path(__file__).with_suffix(".mjs")


def errors(files: dict[str, bytes], form: Literal["docx", "pptx"] = "docx") -> dict[str, list[str]]:
    """Give, for each file that has any, the errors of the SDK; one process for all files."""
    node = tool("node")
    npm_package("@ooxml-tools/validate")
    with TemporaryDirectory() as folder:
        paths = {}
        for number, (name, content) in enumerate(files.items()):
            path = Path(folder) / f"{number}.{form}"
            path.write_bytes(content)
            paths[str(path)] = name
        run = subprocess.run(
            [node, str(SCRIPT), form],
            input="\n".join(paths),
            capture_output=True,
            text=True,
            cwd=PROJECT,
            timeout=600,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(files), f"the SDK looked at {len(answers)} of {len(files)} files"
    return {paths[answer["path"]]: answer["errors"] for answer in answers if answer["errors"]}
