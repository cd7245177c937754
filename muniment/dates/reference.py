"""Turns rarer EDTF text into its first and last day by the edtf package, the reference parser.

Refuses to know anything else that package offers, its reading of prose above all.
"""

import contextlib
from typing import Any

from muniment.dates.calendar import FIRST_DAY, LAST_DAY, days_in, iso_day


def bounds(text: str) -> tuple[str, str]:
    """Give the first and last ISO day of EDTF text; refuse with `ValueError` whatever the package does not read."""
    try:
        with contextlib.redirect_stdout(None):  # the package prints before some of its failures
            first, last = _strict_bounds(text)
        return _iso(first, FIRST_DAY, text), _iso(last, LAST_DAY, text)
    except Exception as fault:  # the package lets AttributeError, TypeError and its own errors through
        raise ValueError(f'"{text}" is not EDTF, or outside the years 1 to 9999') from fault


def _strict_bounds(text: str) -> tuple[Any, Any]:
    from edtf import parse_edtf  # imported only when needed: it takes a tenth of a second

    date = parse_edtf(text)
    return date.lower_strict(), date.upper_strict()


def _iso(moment: Any, when_open: str, text: str) -> str:
    if isinstance(moment, float):
        return when_open
    year, month, day = moment[:3]
    is_real = 1 <= year <= 9999 or "X" in text
    if not is_real or not 1 <= day <= days_in(year, month):
        raise ValueError(text)
    return iso_day(year, month, day)
