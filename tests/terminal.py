"""Real processes in a pseudo-terminal, recorded as text: what a person at a terminal sees, every sign of it."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

LONGEST = 90
"""Seconds after which a process is taken to hang."""
_CONTROLLED = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
)
"""Makes the pseudo-terminal the process's own, so that Ctrl-C reaches it, and becomes the program."""


@dataclass(frozen=True)
class Record:
    """What a terminal received, and how the process ended."""

    text: str
    code: int

    @property
    def shown(self) -> str:
        """Give the text with the signs that act on a terminal made visible, a line for each line sent."""
        text = self.text.replace("\x1b", "␛").replace("\x07", "␇").replace("\b", "␈")
        return text.replace("\r\n", "\n").replace("\r", "␍")


def run(
    command: list[str],
    folder: Path,
    *,
    answers: Iterable[tuple[str, bytes]] = (),
    columns: int = 100,
    **environment: str,
) -> Record:
    """Run a command in a terminal of its own; each of `answers` is typed once its words have been shown."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    process = subprocess.Popen(  # noqa: S603 our own words
        [sys.executable, "-c", _CONTROLLED, *command],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**kept, "TERM": "xterm-256color", "PYTHONUTF8": "1", **environment},
    )
    os.close(theirs)
    try:
        text = _recorded(ours, list(answers))
        return Record(text=text, code=process.wait(timeout=LONGEST))
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _recorded(terminal: int, answers: list[tuple[str, bytes]]) -> str:
    """Read until the process is gone, typing answers on the way."""
    told, end = b"", time.monotonic() + LONGEST
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                part = os.read(terminal, 65536)
            except OSError:  # Linux says so when the other side has closed
                break
            if not part:
                break
            told += part
        if answers and answers[0][0].encode() in told:
            os.write(terminal, answers.pop(0)[1])
    else:
        raise AssertionError(f"the process hangs; it has shown {told.decode(errors='replace')!r}")
    return told.decode("utf-8", "replace")


def program(*words: str) -> list[str]:
    """Give the command line of build.py, as a person in the project's folder types it."""
    return [sys.executable, str(ROOT / "build.py"), *words]


def steady(text: str) -> str:
    """Put what differs between machines, moments and versions of the templates out of a text."""
    text = text.replace(str(ROOT / "build.py"), "build.py").replace(str(ROOT), "PROGRAM")
    text = re.sub(r"\b\d+\.\d\d s\b|\b\d+ s\b", "N s", text)
    text = re.sub(r"\b\d[\d,]* (pages?|links?|files?|kB|new|changed|gone|unchanged|states?|made anew)\b", r"N \1", text)
    return re.sub(r"\bpython3?(?:\.\d+)? build\.py", "python build.py", text)
