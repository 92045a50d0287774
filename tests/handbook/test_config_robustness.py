"""Whatever a file holds, loading it gives a handbook or says what is wrong: nothing else."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.document import parse
from handbook.load import ConfigError, load
from handbook.model import Handbook
from tests.handbook.mistakes import real_text

REAL = real_text()
LINES = REAL.splitlines(keepends=True)
DATA: dict[str, Any] = parse(REAL, "handbook.yml").data

often = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
seldom = settings(often, max_examples=25)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.sampled_from(["own", "F053", "-8 weeks", "15:00", "round1", "nl", "en", "id", "lead"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
signs = st.text(alphabet="ab:-[]{}'\"#&*!|>%@`?,\\ \t\n\r0x~\x00\x85\u2028é", max_size=60)


def loaded_or_told(path: Path) -> None:
    """Load a file; fails at anything but a handbook or problems that can be told."""
    try:
        handbook = load(path)
    except ConfigError as error:
        assert error.problems
        for problem in error.problems:
            assert "\n" not in str(problem)
            assert problem.what
            assert problem.remedy
            if problem.line is not None:
                lines = re.split(rb"\r\n|\r|\n", path.read_bytes())
                assert 1 <= problem.line <= len(lines)
    else:
        assert isinstance(handbook, Handbook)


@often
@given(content=st.binary(max_size=300))
def test_any_bytes(content: bytes, tmp_path: Path) -> None:
    """Bytes of any kind."""
    path = tmp_path / "handbook.yml"
    path.write_bytes(content)
    loaded_or_told(path)


@settings(often, max_examples=300)
@given(text=signs)
def test_any_text_that_looks_like_yaml(text: str, tmp_path: Path) -> None:
    """Text full of the signs that mean something in YAML."""
    path = tmp_path / "handbook.yml"
    path.write_text(text, encoding="utf-8", newline="")
    loaded_or_told(path)


@seldom
@given(line=st.integers(0, len(LINES) - 1), text=signs, gone=st.integers(0, 3))
def test_any_line_replaced(line: int, text: str, gone: int, tmp_path: Path) -> None:
    """The real file with some lines gone, and anything in their place."""
    path = tmp_path / "handbook.yml"
    changed = [*LINES[:line], text, "\n", *LINES[line + gone :]]
    path.write_text("".join(changed), encoding="utf-8", newline="")
    loaded_or_told(path)


@st.composite
def changed_data(draw: st.DrawFn) -> Any:
    """Return the real data with a few values replaced, added or taken out anywhere."""
    data = deepcopy(DATA)
    for _ in range(draw(st.integers(1, 4))):
        where: Any = data
        while True:
            keys = list(where) if isinstance(where, dict) else list(range(len(where)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            child = where[key]
            if isinstance(child, dict | list) and child and draw(st.integers(0, 4)):
                where = child
                continue
            how = draw(st.sampled_from(["replace", "remove", "add"]))
            if how == "remove":
                del where[key]
            elif how == "replace":
                where[key] = draw(values)
            elif isinstance(where, dict):
                where[draw(st.text(min_size=1, max_size=5))] = draw(values)
            else:
                where.append(draw(values))
            break
    return data


@seldom
@given(data=changed_data())
def test_any_values_replaced(data: Any, tmp_path: Path) -> None:
    """The real data with values of any kind in any place, well written as YAML."""
    path = tmp_path / "handbook.yml"
    path.write_text(
        yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8"
    )
    loaded_or_told(path)
