"""A Python without the libraries: one sentence that names the one to use, never a traceback."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def _bare(script: Path, *words: str, beside: tuple[str, ...] = (), folder: Path = ROOT) -> tuple[int, str]:
    """Run with a Python that has no library but those named."""
    libraries = folder / "libraries"
    for name in beside:
        (place,) = importlib.util.find_spec(name).submodule_search_locations
        libraries.mkdir(exist_ok=True)
        (libraries / name).symlink_to(place)
    made = subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-S", str(script), *words],
        cwd=folder,
        env={"PYTHONPATH": str(libraries)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not made.stdout
    return made.returncode, made.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a copy of the program in which nothing was prepared."""
    shutil.copytree(ROOT / "muniment", tmp_path / "muniment", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", tmp_path)
    shutil.copy(ROOT / "Makefile", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("beside", "missing"), [((), "click"), (("click",), "markdown_it")])
def test_a_python_without_libraries_is_told_of_the_one_that_has_them(
    checkout: Path, beside: tuple[str, ...], missing: str
) -> None:
    """Whatever it lacks first; the command can be pasted."""
    prepared = checkout / ".venv/bin/python"
    prepared.parent.mkdir(parents=True)
    prepared.symlink_to(sys.executable)
    (checkout / "seeds").mkdir()
    (checkout / "seeds/a.txt").write_text("A letter.\n")

    code, told = _bare(checkout / "build.py", "build", "--root", ".", beside=beside, folder=checkout)

    assert code == 2
    assert f"has no library {missing}, which muniment needs." in told
    assert told.endswith("`make` has prepared: .venv/bin/python build.py build --root .\n")
    assert len(told.splitlines()) == 2


def test_where_nothing_was_prepared_it_is_said_how(checkout: Path) -> None:
    """By `make` in a checkout; elsewhere by the tool that installed the program."""
    _, in_checkout = _bare(checkout / "build.py", folder=checkout)
    (checkout / "Makefile").unlink()
    _, installed = _bare(checkout / "build.py", folder=checkout)

    assert re.search(rf"Run `make` in {re.escape(str(checkout))} once, .*: \.venv/bin/python build\.py\n$", in_checkout)
    assert "with the pip of this Python" in installed


def test_a_module_of_ours_that_is_missing_is_a_fault_of_ours(checkout: Path) -> None:
    """Nobody is sent to install what no pip has."""
    (checkout / "muniment/cli/running.py").write_text("import muniment.gone\n")

    code, told = _bare(checkout / "build.py", folder=checkout)

    assert code == 1
    assert "No module named 'muniment.gone'" in told
