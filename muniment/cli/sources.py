"""The files that problems are about, as the person at the terminal can open them; reads lines, decides nothing."""

import os
import stat
from itertools import takewhile
from pathlib import Path

from muniment.cli import calling
from muniment.model import Problem
from muniment.problems import excerpts

FOLDERS = ("seeds/", "site_src/", "templates/")
"""Where the files of an archive lie whose lines are shown."""
LARGEST = 8_000_000
"""Bytes; of a larger file no line is shown."""


class Sources:
    """The lines of an archive's files, each file read once, when a problem asks for it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, tuple[str, ...]] = {}

    def shown(self, path: str) -> str:
        """Give a problem's path as it can be opened from here; a page of the site keeps its own."""
        return (self._root / path).as_posix() if path.startswith(FOLDERS) or path in _TOPS else path

    def hint(self, problem: Problem) -> str:
        """Give a problem's remedy with its commands as they can be typed here."""
        return calling.in_words(problem.hint, self._root.as_posix())

    def lines(self, path: str) -> tuple[str, ...]:
        """Give the lines of a file; none of what cannot be read."""
        if path not in self._lines:
            self._lines[path] = _lines(self._root, path)
        return self._lines[path]

    def line(self, problem: Problem) -> tuple[int, str]:
        """Give the line that a problem is about with its number; (0, "") where there is none to show.

        A problem of a table of TOML is told at its head; shown is the line of the table on which the words stand.
        """
        if not problem.line or not problem.path.startswith(FOLDERS):
            return 0, ""
        lines = self.lines(problem.path)
        if problem.line > len(lines):
            return 0, ""
        if problem.path.endswith(".toml") and lines[problem.line - 1].startswith("["):
            table = list(takewhile(lambda line: not line.startswith("["), lines[problem.line :]))
            best = min(range(len(table)), key=lambda at: excerpts.rank(problem, table[at]), default=0)
            if table and excerpts.place(problem, table[best]) != (0, 0):
                return problem.line + best + 1, table[best]
        return problem.line, lines[problem.line - 1]


_TOPS = tuple(folder.rstrip("/") for folder in FOLDERS)


def _lines(root: Path, path: str) -> tuple[str, ...]:
    """Read a file's lines as messages count them; none of what cannot be read."""
    try:
        status = os.lstat(root / path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return ()
        content = (root / path).read_bytes()
    except (OSError, ValueError):
        return ()
    folder, _, name = path.partition("/")
    if folder == "seeds":
        from muniment import formats  # only a problem of a seed needs it

        transcript, _ = formats.read(name, content)
        if transcript is not None:
            return transcript.lines
    return tuple(content.decode("utf-8", "backslashreplace").split("\n"))
