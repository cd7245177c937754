"""Every code of the table of problems is raised by an example, and not by one that is nearly the same."""

import subprocess
import sys

import pytest

from muniment import problems
from tests.conftest import ROOT
from tests.problems import ALL, base
from tests.trust import places

places.remember()
BY_CODE = {pair.code: pair for pair in ALL}


def test_every_code_has_its_example() -> None:
    """The examples are those of the table, each code once."""
    assert [pair.code for pair in ALL if pair.code not in problems.TABLE] == []
    assert sorted(BY_CODE) == sorted(problems.TABLE)
    assert len(BY_CODE) == len(ALL)


def test_the_archive_of_the_examples_has_no_mistake() -> None:
    """What is reported comes from the one change."""
    outcome = base.finished()

    assert [problem for problem in outcome.problems if problem.severity != "info"] == []


@pytest.mark.parametrize("code", BY_CODE)
def test_the_example_raises_the_code(code: str) -> None:
    """What the documentation shows as wrong is reported under its code."""
    assert code in base.codes(BY_CODE[code], near_miss=False)


@pytest.mark.parametrize("code", BY_CODE)
def test_the_near_miss_does_not(code: str) -> None:
    """What is nearly the same is not reported, and is no other mistake either."""
    told = base.codes(BY_CODE[code], near_miss=True)

    assert code not in told
    if problems.TABLE[code].severity == "error":
        assert [other for other in told if problems.TABLE[other].severity == "error"] == []


def test_the_documentation_shows_the_examples() -> None:
    """docs/problems.md is what its tool writes from the table and the examples."""
    command = [sys.executable, "-c", "import runpy; print(runpy.run_path('tools/problems_page.py')['page'](), end='')"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S603 our own

    assert told.stdout == (ROOT / "docs/problems.md").read_text("utf-8")
