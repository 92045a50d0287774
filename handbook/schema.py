"""The JSON Schemas of the config, with which an editor completes and explains its keys."""

import json
from pathlib import Path
from typing import Any

from handbook.event_model import event_model
from handbook.model import Handbook, Record
from handbook.organisation import Organisation
from handbook.templates import templates

FILES: dict[str, type[Record]] = {
    "handbook.schema.json": Handbook,
    "organisation.schema.json": Organisation,
}
"""What each schema describes, by the name of the file it stands in."""


def schema(model: type[Record] = Handbook) -> dict[str, Any]:
    """Return the JSON Schema of a config; the model's docstrings explain each key."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }


def event_schema_text(handbook: Handbook, project: Path) -> str:
    """Return the JSON Schema of an event.yml: that of the registry of this handbook."""
    known = [each.identifier for each in templates(project, handbook, handbook.languages[0])]
    return schema_text(event_model(handbook, known))


def schema_text(model: type[Record] = Handbook) -> str:
    """Return a JSON Schema as it stands in its file."""
    return json.dumps(schema(model), indent=2, ensure_ascii=False) + "\n"
