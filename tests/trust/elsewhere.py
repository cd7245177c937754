"""Run the command line as on another machine: `python -m tests.trust.elsewhere DAYS WORDS…`.

Its clock is some days off, it lists folders in an order of its own, and its user, name and processors are others.
"""

import datetime
import getpass
import os
import platform
import random
import socket
import sys
import time
from typing import Any

from muniment import cli

REAL = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime")}
LISTED = {"listdir": os.listdir, "scandir": os.scandir}


def main(days: int, words: list[str]) -> int:
    """Become another machine, and run."""
    _shift(days * 86_400)
    _shuffle(random.Random(days))  # noqa: S311 any order will do
    getpass.getuser = lambda: "mallory"
    os.getlogin = lambda: "mallory"
    socket.gethostname = platform.node = lambda: "elsewhere"
    os.cpu_count = lambda: 64
    return cli.main(words)


def _shift(seconds: int) -> None:
    """Put every clock that Python has forward or back."""
    time.time = lambda: REAL["time"]() + seconds
    time.time_ns = lambda: REAL["time_ns"]() + seconds * 10**9
    time.localtime = lambda when=None: REAL["localtime"](time.time() if when is None else when)
    time.gmtime = lambda when=None: REAL["gmtime"](time.time() if when is None else when)
    time.strftime = lambda form, when=None: REAL["strftime"](form, time.localtime() if when is None else when)
    off = datetime.timedelta(seconds=seconds)
    real_moment, real_day = datetime.datetime, datetime.date

    class Moment(real_moment):  # type: ignore[misc, valid-type] # of a class that is held in a variable
        """A moment of the other clock."""

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            """Give the other clock's moment."""
            return real_moment.now(tz) + off

        @classmethod
        def utcnow(cls) -> Any:
            """Give the other clock's moment in Greenwich."""
            return real_moment.now(datetime.UTC).replace(tzinfo=None) + off

        @classmethod
        def today(cls) -> Any:
            """Give the other clock's moment."""
            return real_moment.now() + off

    class Day(real_day):  # type: ignore[misc, valid-type] # of a class that is held in a variable
        """A day of the other clock."""

        @classmethod
        def today(cls) -> Any:
            """Give the other clock's day."""
            return real_day.today() + off

    datetime.datetime = Moment  # type: ignore[misc] # that is what it is for
    datetime.date = Day  # type: ignore[misc] # that is what it is for


def _shuffle(chance: random.Random) -> None:
    """List every folder in an order of chance."""

    def listed(*arguments: Any) -> list[Any]:
        names = sorted(LISTED["listdir"](*arguments))
        chance.shuffle(names)
        return names

    class Entries:
        """Entries of a folder, as os.scandir gives them."""

        def __init__(self, *arguments: Any) -> None:
            with LISTED["scandir"](*arguments) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name)
            chance.shuffle(self.entries)
            self.left = iter(self.entries)

        def __iter__(self) -> "Entries":
            return self

        def __next__(self) -> Any:
            return next(self.left)

        def __enter__(self) -> "Entries":
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def close(self) -> None:
            """Let go of the rest."""
            self.left = iter(())

    os.listdir = listed
    os.scandir = Entries  # type: ignore[misc, assignment] # it behaves like one


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
