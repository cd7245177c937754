"""Divides a line that was set in columns at the gaps between them.

Knows nothing of what the columns hold.
"""

import re

_GAP = re.compile(r" {2,}|\t+")
"""White space that is wider than between words."""


def split(line: str) -> tuple[str, ...]:
    """Give the columns of a line; a line that is not set in columns is one."""
    return tuple(_GAP.split(line.strip()))
