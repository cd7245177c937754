"""Counts what the suites try, for the figures in docs/reliability.md; printed at the end of a run."""

from collections import Counter

TRIED: Counter[str] = Counter()
"""What was tried → how often."""


def count(what: str, times: int = 1) -> None:
    """Count something that was tried and held."""
    TRIED[what] += times
