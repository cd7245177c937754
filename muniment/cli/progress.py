"""What a run is doing → one line on a terminal that says so, from the first second on; nothing is printed elsewhere.

The work itself knows nothing of it: it tells the name of what it does and, if it can, how much of it is done. A clock
has drawn what was told last; the line is wiped before anything else is printed.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from muniment.cli.choices import Choices
from muniment.problems.columns import cut

AFTER = 1.0
"""Seconds before anything is drawn: what is over sooner needs no progress."""
EVERY = 0.1
"""Seconds between two drawings."""
_WIPE = "\r\x1b[K"
_BAR = 24


@dataclass(slots=True)
class Progress:
    """What is being done, as it was told last."""

    columns: int
    began: float = field(default_factory=time.monotonic)
    told: tuple[str, int, int] = ("", 0, 0)
    """What is being done, how much of it is done, and how much there is (0: nobody knows)."""
    is_drawn: bool = False

    def tell(self, what: str, done: int = 0, of: int = 0) -> None:
        """Say what is being done; cheap enough to be called for every document."""
        self.told = (what, done, of)

    def draw(self) -> None:
        """Draw the line anew."""
        words = cut(in_words(*self.told, time.monotonic() - self.began), self.columns - 1)
        self.is_drawn = True  # first: Ctrl-C may come while it is written
        self._write(f"{_WIPE}{words}")

    def wipe(self) -> None:
        """Wipe the line, if it was drawn."""
        if self.is_drawn:
            self._write(_WIPE)
            self.is_drawn = False

    def _write(self, words: str) -> None:
        with contextlib.suppress(OSError):  # a terminal that has gone is told nothing
            os.write(sys.stderr.fileno(), words.encode("utf-8", "replace"))  # no lock that the work may need


def in_words(what: str, done: int, of: int, seconds: float) -> str:
    """Word the line: what is being done, how far, for how long."""
    if not of:
        return f"{what} … {seconds:.0f} s"
    filled = _BAR * min(done, of) // of
    return f"{what} [{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {of:,} … {seconds:.0f} s"


@contextlib.contextmanager
def shown(choices: Choices) -> Iterator[Progress]:
    """Show progress while something is done, on a terminal and not under --quiet."""
    ink = choices.error_ink
    progress = Progress(columns=ink.columns)
    if not ink.is_terminal or os.environ.get("TERM") == "dumb" or choices.volume < 0 or choices.form != "text":
        yield progress
        return
    try:
        with _clock(progress) if hasattr(signal, "setitimer") else _thread(progress):
            yield progress
    finally:
        progress.wipe()


@contextlib.contextmanager
def _clock(progress: Progress) -> Iterator[None]:
    """Have the system's clock interrupt the work to draw now and then; processes that the work forks inherit none."""

    def draw(*_: object) -> None:
        """Draw what was told last."""
        if progress.told[0]:
            progress.draw()

    former = signal.signal(signal.SIGALRM, draw)
    signal.setitimer(signal.ITIMER_REAL, max(AFTER, 0.001), EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former or signal.SIG_DFL)


@contextlib.contextmanager
def _thread(progress: Progress) -> Iterator[None]:
    """Draw in a thread where the system has no such clock; nothing is forked there."""
    import threading  # not where it is not needed: a process with threads is not forked

    ended = threading.Event()

    def draw() -> None:
        """Draw what was told last, until the end."""
        due = AFTER
        while not ended.wait(due):
            due = EVERY
            if progress.told[0]:
                progress.draw()

    thread = threading.Thread(target=draw, name="progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
