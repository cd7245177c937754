"""What every suite of the promise may use."""

import pytest

from tests.trust import tally


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was tried, one line each; `pytest -m full tests/trust` gives the figures of docs/reliability.md."""
    if tally.TRIED:
        terminalreporter.section("tried")
        for what, times in sorted(tally.TRIED.items()):
            terminalreporter.write_line(f"{times:7,} {what}")
