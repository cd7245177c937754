"""What every test may use: the project's folder, the real seeds, and golden files."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
hypothesis.settings.register_profile("suite", deadline=None)  # no test asserts a time: machines differ
hypothesis.settings.load_profile("suite")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--update-golden`, which writes what the tests find; read the diff before committing it."""
    parser.addoption("--update-golden", action="store_true", help="write golden files instead of comparing")


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> dict[str, bytes]:
    """Give the five real seeds by file name."""
    return {path.name: path.read_bytes() for path in sorted((ROOT / "seeds").iterdir())}


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a golden file, or write the file under `--update-golden`."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(path: Path, actual: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
        expected = path.read_bytes().decode("utf-8")
        assert expected == actual, f"differs from {path.name}; if the change is meant, run pytest --update-golden"

    return compare


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a copy of the shipped archive once, as a person would; give the folder that holds it and its dist."""
    folder = tmp_path_factory.mktemp("shipped") / "archive"
    for name in ("seeds", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    built = build("--root", str(folder), "--base-url", "https://example.org/archive/")
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium; without one the tests fail."""
    command = [sys.executable, str(ROOT / "tools/browser.py")]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own words
    assert found.returncode == 0, found.stderr
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found.stdout.strip(), args=FLAGS)
        yield chromium
        chromium.close()


def build(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run build.py as a person at a terminal does."""
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own words
