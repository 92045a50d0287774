"""`klantarena check --readability` says how easily each page reads."""

from typer.testing import CliRunner

from generators.__main__ import application
from generators.readability import SENTENCE_AT_MOST, measured, report
from tests.pages.reading import PROJECT, every_page, label


def test_check_gives_a_score_for_each_page():
    """Each page has a line with its words, minutes, words per sentence and score."""
    answer = CliRunner().invoke(application, ["check", "--readability", "--project", str(PROJECT)])
    assert answer.exit_code == 0, answer.output
    lines = {line.split()[0]: line.split()[1:] for line in answer.output.splitlines()}
    for page in every_page():
        words, minutes, average, score = map(float, lines[label(page)])
        assert words > minutes > 0
        assert 0 < average < score < 60


def test_the_report_quotes_what_is_too_long():
    """A sentence above the limit is quoted below its page, and so is an average above it."""
    long = "Woord" + " woord" * SENTENCE_AT_MOST + "."
    lines = list(
        report([measured(f"<p>{long}</p>", "nl", "x"), measured("<p>Kort.</p>", "nl", "y")])
    )
    assert [line for line in lines if "too long" in line] == [
        "  too long on average: at most 14 words per sentence",
        f"  too long: {SENTENCE_AT_MOST + 1} words: {long}",
    ]
