"""The JSON Schema of handbook.yml, with which an editor completes and explains its keys."""

import json
from typing import Any

from handbook.model import Handbook


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the config; the model's docstrings explain each key."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Handbook.model_json_schema(),
    }


def schema_text() -> str:
    """Return the JSON Schema as it stands in handbook.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
