"""What a file looks like on paper: LibreOffice makes it a PDF."""

import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from pypdf import PdfReader

from tests.tools import missing, tool

# Without letters as wide as Calibri, pages break elsewhere.
LETTER = "Carlito"
# LibreOffice stops, without a word, after some 250 files in one call.
BATCH = 120


def pdfs(files: dict[str, bytes], form: Literal["docx", "pptx"] = "docx") -> dict[str, PdfReader]:
    """Give each file as a PDF, in few calls and with a profile of its own."""
    office = tool("soffice", "libreoffice")
    fonts = subprocess.run([tool("fc-list")], capture_output=True, text=True, check=True).stdout
    if LETTER not in fonts:
        missing(f"the letter {LETTER} is not installed")
    with TemporaryDirectory() as folder:
        place = Path(folder)
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
                    "pdf",
                    "--outdir",
                    folder,
                    *map(str, batch),
                ],
                capture_output=True,
                timeout=600,
                check=True,
            )
        unread = [name for path, name in names.items() if not path.with_suffix(".pdf").is_file()]
        assert not unread, f"LibreOffice does not open {unread}"
        return {
            name: PdfReader(BytesIO(path.with_suffix(".pdf").read_bytes()))
            for path, name in names.items()
        }


def batched(paths: list[Path]) -> list[list[Path]]:
    return [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]


def empty_pages(pdf: PdfReader, furniture: int = 3) -> list[int]:
    """Give the pages that hold no more lines than header and footer do, and no picture."""
    return [
        number
        for number, page in enumerate(pdf.pages, start=1)
        if len([line for line in page.extract_text().splitlines() if line.strip()]) <= furniture
    ]
