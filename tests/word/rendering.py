"""What a file looks like on paper: LibreOffice makes it a PDF."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from tests.tools import missing, tool

# Without letters as wide as Calibri, pages break elsewhere.
LETTER = "Carlito"
# LibreOffice stops, without a word, after some 250 files in one call.
BATCH = 120


@dataclass(frozen=True)
class Printed:
    """A file on paper: its PDF, and the text of each page in the order in which it was drawn."""

    data: bytes
    pages: list[str]


def pdfs(files: dict[str, bytes], form: Literal["docx", "pptx"] = "docx") -> dict[str, Printed]:
    """Give each file as a PDF, in few calls and with a profile of its own."""
    made = converted(files, form, "pdf")
    return {name: printed(content) for name, content in made.items()}


def saved_again(files: dict[str, bytes]) -> dict[str, bytes]:
    """Give each Word file as it is after somebody opened and saved it in LibreOffice."""
    return converted(files, "docx", "docx:Office Open XML Text")


def converted(files: dict[str, bytes], form: str, into: str) -> dict[str, bytes]:
    office = tool("soffice", "libreoffice")
    fonts = subprocess.run([tool("fc-list")], capture_output=True, text=True, check=True).stdout
    if LETTER not in fonts:
        missing(f"the letter {LETTER} is not installed")
    with TemporaryDirectory() as folder:
        place, made = Path(folder), Path(folder) / "made"
        names = {}
        for number, (name, content) in enumerate(files.items()):
            path = place / f"{number}.{form}"
            path.write_bytes(content)
            names[path] = name
        for batch in batched(list(names)):
            subprocess.run(
                [
                    office,
                    f"-env:UserInstallation={(place / 'profile').as_uri()}",
                    "--headless",
                    "--convert-to",
                    into,
                    "--outdir",
                    str(made),
                    *map(str, batch),
                ],
                capture_output=True,
                timeout=600,
                check=True,
            )
        ending = into.partition(":")[0]
        results = {path: made / f"{path.stem}.{ending}" for path in names}
        unread = [names[path] for path, result in results.items() if not result.is_file()]
        assert not unread, f"LibreOffice does not open {unread}"
        return {names[path]: result.read_bytes() for path, result in results.items()}


def printed(pdf: bytes) -> Printed:
    text = subprocess.run(
        [tool("pdftotext"), "-raw", "-enc", "UTF-8", "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return Printed(pdf, text.removesuffix("\f").split("\f"))


def batched(paths: list[Path]) -> list[list[Path]]:
    return [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]


def empty_pages(pdf: Printed, furniture: int = 3) -> list[int]:
    """Give the pages that hold no more lines than header and footer do, and no picture."""
    return [
        number
        for number, page in enumerate(pdf.pages, start=1)
        if len([line for line in page.splitlines() if line.strip()]) <= furniture
    ]
