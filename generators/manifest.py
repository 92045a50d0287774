"""A folder of Word files and whole kits, and manifest.json that says what is in it."""

import json
from collections.abc import Mapping, Sequence
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
    files = {_path(file): file.data for file in kit} | {_path(one): one.data for one in whole}
    put_files(folder, files, manifest(kit, whole))


def put_files(
    folder: Path, files: Mapping[str, bytes], entries: Sequence[Mapping[str, Any]]
) -> None:
    """Write files and the manifest that lists them into a folder, as `put_in_place` does."""
    listed = (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode()
    contents = {**files, NAME: listed}
    folder.mkdir(parents=True, exist_ok=True)
    outdated = _outdated(folder, contents)
    with TemporaryDirectory(prefix=".making-", dir=folder) as temporary:
        for path, data in contents.items():
            ready = Path(temporary) / path
            ready.parent.mkdir(parents=True, exist_ok=True)
            ready.write_bytes(data)
        for path in contents:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(temporary) / path).replace(folder / path)
    for old in outdated:
        old.unlink()
        if old.parent != folder.resolve() and not any(old.parent.iterdir()):
            old.parent.rmdir()


def changed_since(folder: Path) -> list[str]:
    """Return the files that a manifest lists and that somebody changed after they were made."""
    return [
        path
        for path, digest in _made(folder).items()
        if (file := _inside(folder, path)) is not None and _digest(file) != digest
    ]


def entry(path: str, data: bytes) -> dict[str, Any]:
    """Return what a manifest says of a file of which there is no more to say."""
    return {"file": path, "sha256": sha256(data).hexdigest()}


def _outdated(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    return [
        file
        for path, digest in _made(folder).items()
        if path not in contents
        and (file := _inside(folder, path)) is not None
        and _digest(file) == digest
    ]


def _made(folder: Path) -> dict[str, str]:
    """Return what an earlier manifest lists, each with its checksum."""
    try:
        before = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {str(entry["file"]): str(entry["sha256"]) for entry in before}
    except (OSError, ValueError, TypeError, KeyError):
        return {}  # no manifest, or not one of ours: nothing here is known to be made by us


def _inside(folder: Path, path: str) -> Path | None:
    """Return a file that a manifest lists, if it is there.

    A manifest is a file that anyone may edit: it is never followed out of its own folder.
    """
    home, file = folder.resolve(), (folder / path).resolve()
    return file if file.is_relative_to(home) and file.is_file() else None


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _path(file: KitFile | WholeKit) -> str:
    language = file.language if isinstance(file, WholeKit) else file.template.language
    return f"{language}/{file.name}"
