"""A folder of Word files, and manifest.json that says what is in it."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generators.kit import KitFile

NAME = "manifest.json"


def manifest(kit: Sequence[KitFile]) -> list[dict[str, Any]]:
    """Return what manifest.json says: one entry for each Word file, in the order of the kit."""
    return [
        {
            "id": file.template.identifier,
            "language": file.template.language,
            "choices": file.choices,
            "file": _path(file),
            "guests": file.template.word.guests,
            "fields": list(file.fields),
            "sha256": sha256(file.data).hexdigest(),
        }
        for file in kit
    ]


def put_in_place(folder: Path, kit: Sequence[KitFile]) -> None:
    """Write the Word files and their manifest into a folder, whole or not at all.

    What an earlier manifest lists and this one does not is removed, unless somebody changed it.
    """
    entries = manifest(kit)
    contents = {_path(file): file.data for file in kit}
    contents[NAME] = (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode()
    folder.mkdir(parents=True, exist_ok=True)
    outdated = _outdated(folder, contents)
    with TemporaryDirectory(prefix=".making-", dir=folder) as temporary:
        for path, data in contents.items():
            ready = Path(temporary) / path
            ready.parent.mkdir(exist_ok=True)
            ready.write_bytes(data)
        for path in contents:
            (folder / path).parent.mkdir(exist_ok=True)
            (Path(temporary) / path).replace(folder / path)
    for old in outdated:
        old.unlink()


def _outdated(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    try:
        before = json.loads((folder / NAME).read_text(encoding="utf-8"))
        made = {str(entry["file"]): str(entry["sha256"]) for entry in before}
    except (OSError, ValueError, TypeError, KeyError):
        return []  # no manifest, or not one of ours: nothing here is known to be made by us
    home = folder.resolve()
    return [
        folder / path
        for path, digest in made.items()
        if path not in contents
        # A manifest is a file that anyone may edit: never follow it out of its own folder.
        and (folder / path).resolve().is_relative_to(home)
        and (folder / path).is_file()
        and sha256((folder / path).read_bytes()).hexdigest() == digest
    ]


def _path(file: KitFile) -> str:
    return f"{file.template.language}/{file.name}"
