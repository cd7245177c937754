"""What every test may use: the project's folder, the real seeds, and golden files."""

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
