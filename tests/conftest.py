"""What every test may use: the project as it stands, its handbook, and its Word files."""

from pathlib import Path

import pytest

from generators.kit import KitFile, files
from handbook.load import load
from handbook.model import Handbook


@pytest.fixture(scope="session")
def project() -> Path:
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def handbook(project: Path) -> Handbook:
    return load(project / "handbook.yml")


@pytest.fixture(scope="session")
def kit(project: Path, handbook: Handbook) -> dict[str, KitFile]:
    """Every Word file of the kit, by "nl/06 Uitnodiging klant.docx"."""
    return {
        f"{language}/{file.name}": file
        for language in handbook.languages
        for file in files(handbook, project, language)
    }


@pytest.fixture(scope="session")
def paper_kit(project: Path, handbook: Handbook) -> dict[str, KitFile]:
    """Every Word file to fill in with a pen, by "nl/06 Uitnodiging klant (papier).docx"."""
    return {
        f"{language}/{file.name}": file
        for language in handbook.languages
        for file in files(handbook, project, language, paper=True)
        if file.by_hand
    }


@pytest.fixture(scope="session")
def kit_files(kit: dict[str, KitFile]) -> dict[str, bytes]:
    return {name: file.data for name, file in kit.items()}
