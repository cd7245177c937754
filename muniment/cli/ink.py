"""Words for a terminal, in colour where a terminal shows it and nobody said no; knows nothing of what they mean.

`--color` decides; then NO_COLOR; then FORCE_COLOR; a stream that is no terminal, or a terminal that is called dumb,
gets none. No meaning hangs on a colour alone.
"""

import os
from dataclasses import dataclass
from typing import TextIO

import click

WIDEST = 120
"""Columns used at most, however wide the window."""
UNKNOWN = 100
"""Columns used where there is no window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Whether a stream is given colour, and how many columns it has."""

    is_on: bool
    columns: int
    is_terminal: bool = False

    def __call__(self, text: str, colour: str = "", *, is_bold: bool = False) -> str:
        """Give a text its colour, if any."""
        return click.style(text, fg=colour or None, bold=is_bold or None) if self.is_on and text else text


def ink(stream: TextIO, wish: str = "auto") -> Ink:
    """Look at a stream and at what was wished for."""
    is_terminal = _is_terminal(stream)
    return Ink(is_on=_is_coloured(wish, is_terminal=is_terminal), columns=_columns(stream), is_terminal=is_terminal)


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # it has been closed
        return False


def _is_coloured(wish: str, *, is_terminal: bool) -> bool:
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def _columns(stream: TextIO) -> int:
    """Give the columns of the stream's window: what COLUMNS says, else what the terminal says."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return max(40, min(int(said), WIDEST))
    try:
        return max(40, min(os.get_terminal_size(stream.fileno()).columns or UNKNOWN, WIDEST))
    except (OSError, ValueError):
        return UNKNOWN
