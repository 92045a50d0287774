"""The words of voice.yml."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


@lru_cache
def voice() -> dict[str, Any]:
    path = Path(__file__).with_suffix(".yml")
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
