"""`klantarena schema`."""

from pathlib import Path

from tests.commands.conftest import Command


def test_the_schema_beside_the_config_is_the_one_it_prints(
    project: Path, klantarena: Command
) -> None:
    """What it prints can be piped into a file as it is."""
    finished = klantarena("schema")
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout == (project / "handbook.schema.json").read_text(encoding="utf-8")


def test_the_schema_of_an_organisation_is_printed_too(project: Path, klantarena: Command) -> None:
    """With --organisation it is that of organisation.yml; --write puts it in its own file."""
    finished = klantarena("schema", "--organisation")
    kept = (project / "organisation.schema.json").read_text(encoding="utf-8")
    assert finished.stdout == kept
    assert (
        "organisation.schema.json: written"
        in klantarena("schema", "--organisation", "--write").stdout
    )


def test_the_config_points_to_its_schema(project: Path) -> None:
    """The first line of handbook.yml tells an editor where its schema stands."""
    with (project / "handbook.yml").open(encoding="utf-8") as lines:
        assert next(lines) == "# yaml-language-server: $schema=handbook.schema.json\n"


def test_the_schema_can_be_put_in_place(copy: Path, klantarena: Command) -> None:
    """With --write the file is renewed, and nothing else appears."""
    (copy / "handbook.schema.json").write_text("old", encoding="utf-8")
    before = set(copy.iterdir())
    finished = klantarena("schema", "--write")
    assert finished.returncode == 0, finished.stderr
    written = (copy / "handbook.schema.json").read_text(encoding="utf-8")
    assert written == klantarena("schema").stdout
    assert set(copy.iterdir()) == before
