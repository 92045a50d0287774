"""A folder of Word files and whole kits, and manifest.json that says what is in it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generators.kit import KitFile
from generators.whole_kit import WholeKit

NAME = "manifest.json"


def manifest(kit: Sequence[KitFile], whole: Sequence[WholeKit] = ()) -> list[dict[str, Any]]:
    """Return what manifest.json says: one entry for each Word file and each .zip, in that order.

    `paper` tells which files are to fill in with a pen; `preset` which preset a .zip is for.
    """
    return [
        *(
            {
                "id": file.template.identifier,
                "language": file.template.language,
                "choices": file.choices,
                "paper": file.by_hand,
                "file": _path(file),
                "guests": file.template.word.guests,
                "fields": list(file.fields),
                "sha256": sha256(file.data).hexdigest(),
            }
            for file in kit
        ),
        *(
            {
                "id": "whole-kit",
                "language": one.language,
                "preset": one.preset,
                "choices": asdict(one.choices),
                "file": _path(one),
                "sha256": sha256(one.data).hexdigest(),
            }
            for one in whole
        ),
    ]


def put_in_place(folder: Path, kit: Sequence[KitFile], whole: Sequence[WholeKit] = ()) -> None:
    """Write the files and their manifest into a folder, whole or not at all.

    What an earlier manifest lists and this one does not is removed, unless somebody changed it.
    """
    entries = manifest(kit, whole)
    contents = {_path(file): file.data for file in kit} | {_path(one): one.data for one in whole}
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


def _path(file: KitFile | WholeKit) -> str:
    language = file.language if isinstance(file, WholeKit) else file.template.language
    return f"{language}/{file.name}"
