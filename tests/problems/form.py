"""The forms of an example: a change of a text of the archive, of a finished page, or of a folder."""

import contextlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from muniment import cli
from tests.trust.places import Place

SETTINGS = "site_src/archive.toml"
EVENTS = "site_src/events.toml"
CLAIMS = "site_src/claims.toml"
PEOPLE = "site_src/authorities/people.toml"
STATES = "site_src/authorities/states.toml"
ABOUT = "site_src/pages/about.md"
EDITION = "site_src/documents/1998-05-03-minutes-of-the-harbour-council.md"
REGISTRY = "site_src/anchors/1998-05-03-minutes-of-the-harbour-council.toml"
PAGE = "documents/1998-05-03-minutes-of-the-harbour-council.html"
SEED = "seeds/x.txt"


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a file of the archive, or a finished page, holds in one place."""

    path: str
    old: str = ""
    """The words of the sound archive that are replaced; empty for the whole file."""
    raises: str | bytes
    near_miss: str | bytes


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What somebody does in a folder before a command is given."""

    words: tuple[str, str]
    """The deed that raises the problem and the one that does not, for readers."""
    raises: Callable[[Place], object]
    near_miss: Callable[[Place], object]
    command: tuple[str, ...] = ("build",)


@dataclass(frozen=True, kw_only=True)
class Call:
    """What no input leads to, only a fault of ours: functions that make it, and give the codes reported."""

    words: tuple[str, str]
    raises: Callable[[], list[str]]
    near_miss: Callable[[], list[str]]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An example of one code, and a near miss."""

    code: str
    what: Change | Deed | Call
    is_page: bool = False
    """Whether the change is one of a finished page: what a template or a fault of ours might do."""


def change(code: str, path: str, old: str, raises: str | bytes, near_miss: str | bytes) -> Pair:
    """Change one place of a file."""
    return Pair(code=code, what=Change(path=path, old=old, raises=raises, near_miss=near_miss))


def whole(code: str, path: str, raises: str | bytes, near_miss: str | bytes) -> Pair:
    """Write a whole file."""
    return Pair(code=code, what=Change(path=path, raises=raises, near_miss=near_miss))


def page(code: str, old: str, raises: str, near_miss: str) -> Pair:
    """Change a finished page."""
    return Pair(code=code, what=Change(path=PAGE, old=old, raises=raises, near_miss=near_miss), is_page=True)


def deed(
    code: str,
    words: tuple[str, str],
    raises: Callable[[Place], object],
    near_miss: Callable[[Place], object],
    command: tuple[str, ...] = ("build",),
) -> Pair:
    """Do something in a folder."""
    return Pair(code=code, what=Deed(words=words, raises=raises, near_miss=near_miss, command=command))


def run(place: Place, *words: str) -> list[str]:
    """Give a command in this process; give the codes that it prints."""
    told = io.StringIO()
    named = [word.replace("ROOT", str(place.root)) for word in words]
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
        cli.main([*named, "--root", str(place.root), "-v"])
    return re.findall(r"^\S.*?: ([A-Z]-\d{3}) ", told.getvalue(), re.MULTILINE)
