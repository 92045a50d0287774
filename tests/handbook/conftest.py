from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a config in a folder of its own."""

    def put(content: str | bytes) -> Path:
        path = tmp_path / "handbook.yml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put
