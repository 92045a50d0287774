"""What is given away of an edition: the site, the kit, the handbook as PDF, a pack for offline."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from pypdf import PdfReader

from generators.archive import archive
from generators.pages import page_address
from handbook.model import Handbook, Language, Words

CHECKSUMS = "SHA256SUMS.txt"
BROWSERS = ("chromium", "google-chrome", "chromium-browser", "chrome", "microsoft-edge", "msedge")

_START = "0 Begin hier - Start here.html"
_HANDBOOK = Words(nl="handboek", en="handbook")
# A link to another page; those within the page stay.
_LINK = re.compile(r"""(<a\b[^>]*\bhref=)"(?!#|[a-z]+:)([^"]*)\"""")
# Where the number of a sheet comes, behind a line of the contents.
_NUMBER = re.compile(r'<span class="whole__number" data-anchor="([^"]*)">')
# Names of pages that only a web server uses.
_SERVED_ONLY = re.compile(r"(^|/)(404\.html|sitemap\.xml|robots\.txt)$")
_MADE = re.compile(rb"(?<=Date \(D:)[0-9]{14}(?=\+00'00'\))")


def artefacts(handbook: Handbook, site: Path, offline: Path) -> dict[str, bytes]:
    """Return what belongs to a release, by its file's name, without the PDF files.

    `site` is a built site; `offline` is the same one built to be opened from a disk.
    """
    version = handbook.edition.version
    made = {
        f"klantarena-{version}-site.zip": archive(_contents(site)),
        f"klantarena-{version}-offline.zip": archive(
            {
                f"klantarena-{version}/{path}": data
                for path, data in _offline(handbook, _contents(offline)).items()
            }
        ),
    }
    for path in sorted(site.rglob("downloads/*.zip")):
        language = handbook.languages[0] if path.parent.parent == site else path.parent.parent.name
        made[f"klantarena-{version}-{language}-{path.name}"] = path.read_bytes()
    return made


def browser() -> str | None:
    """Return the browser that can print, or None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def printed(program: str, handbook: Handbook, site: Path, language: Language) -> bytes:
    """Return the whole handbook in one language as a tagged PDF with bookmarks.

    Its dates are those of the edition, not of the clock. Raises `OSError` where the browser does
    not print.
    """
    folder = site if language == handbook.languages[0] else site / language
    page = folder / "print-links.html"
    address = page_address(handbook, language, "index")
    html = _with_addresses((folder / "print.html").read_text(encoding="utf-8"), address)
    page.write_text(html, encoding="utf-8")
    # Once to see on which sheet each page begins, and once more with those numbers.
    page.write_text(_with_numbers(html, _sheets(_pdf(program, page))), encoding="utf-8")
    made = _pdf(program, page)
    page.unlink()
    moment = handbook.edition.date.replace("-", "") + "000000"
    return _MADE.sub(moment.encode(), made)


def _pdf(program: str, page: Path) -> bytes:
    with TemporaryDirectory(prefix="klantarena-print-") as temporary:
        out = Path(temporary) / "handbook.pdf"
        finished = subprocess.run(
            [
                program,
                "--headless",
                "--no-sandbox",  # it shows nothing but our own pages, and root may not have one
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                f"--user-data-dir={temporary}/profile",
                "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                f"--print-to-pdf={out}",
                page.resolve().as_uri(),
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        if not out.exists():
            said = finished.stderr.strip().splitlines() or ["it gave no reason"]
            raise OSError(f"{program} did not print the handbook: {said[-1]}")
        return out.read_bytes()


def _sheets(pdf: bytes) -> dict[str, int]:
    """Return on which sheet each place that something leads to stands, counted from 1."""
    reader = PdfReader(BytesIO(pdf))
    found = {
        name.removeprefix("/"): reader.get_destination_page_number(place)
        for name, place in reader.named_destinations.items()
    }
    return {name: number + 1 for name, number in found.items() if number is not None}


def _with_numbers(html: str, sheets: Mapping[str, int]) -> str:
    """Return a page with the number of its sheet behind each line of the contents."""
    return _NUMBER.sub(lambda line: f"{line[0]}{sheets.get(line[1], '')}", html)


def printed_name(handbook: Handbook, language: Language) -> str:
    """Return the name of the handbook as PDF in one language."""
    return f"klantarena-{handbook.edition.version}-{_HANDBOOK[language]}.pdf"


def put_in_place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a release into a folder, whole or not at all, with the checksum of each file.

    What an earlier release left there is removed; other files stay.
    """
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    folder.mkdir(parents=True, exist_ok=True)
    before = _listed(folder / CHECKSUMS)
    with TemporaryDirectory(prefix=".making-", dir=folder) as temporary:
        for name, data in {**files, CHECKSUMS: sums.encode()}.items():
            (Path(temporary) / name).write_bytes(data)
        for name in [*files, CHECKSUMS]:
            (Path(temporary) / name).replace(folder / name)
    for name in before - files.keys():
        (folder / name).unlink(missing_ok=True)


def _with_addresses(html: str, address: str) -> str:
    """Return a page whose links lead to the site, wherever the page is read."""
    return _LINK.sub(lambda link: f'{link[1]}"{urljoin(address, link[2])}"', html)


def _listed(path: Path) -> set[str]:
    """Return the files that a list of checksums names, none of them outside its folder."""
    if not path.is_file():
        return set()
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    names = {line.partition("  ")[2] for line in lines}
    return {name for name in names if name and Path(name).name == name}


def _offline(handbook: Handbook, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of the offline pack: a first one to open, and no server's pages."""
    title = f"klantarena {handbook.edition.version}"
    start = (
        f'<!doctype html><html lang="{handbook.languages[0]}"><meta charset="utf-8">'
        f'<title>{title}</title><meta http-equiv="refresh" content="0; url=index.html">'
        f'<p><a href="index.html">{title}</a></p></html>\n'
    )
    kept = {path: data for path, data in files.items() if not _SERVED_ONLY.search(path)}
    return {**kept, _START: start.encode()}


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
