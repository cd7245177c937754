"""What a build found out and the next one may use: documents by what they were made from, files by what they show.

It refuses to be right about anything: whoever asks gives the hashes of what stands there now, and gets nothing back
unless they are the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, NamedTuple

from muniment.archive.naming import Local
from muniment.frozen import dataclass
from muniment.hands import Filed
from muniment.model import Anchored, Entry, Mention, Problem


class Known(NamedTuple):
    """What was found out about one document."""

    key: str
    """Digest of everything it was made from."""
    filed: Filed
    entry: Entry
    names: Callable[[], Local]
    problems: Callable[[], tuple[Problem, ...]]
    mentions: Callable[[], tuple[Mention, ...] | None]
    """Gives them when they are asked for, as they are most of what is remembered; nothing if they are forgotten."""
    passages: Callable[[], tuple[Anchored, ...] | None]
    """The same; only an archive that can be searched remembers them."""


class Made(NamedTuple):
    """A file of the published site."""

    key: str
    """Digest of everything it shows."""
    sha256: str
    """Of its bytes; sha256, lower-case hex."""
    size: int
    """Bytes."""
    places: str
    """The ids of a page's elements, with a space between."""
    problems: tuple[Problem, ...] = ()
    """What was found on it that did not keep it from being published."""


class Sheaf(NamedTuple):
    """What the exports made of one document."""

    key: str
    """Digest of everything it was made from."""
    paths: tuple[str, ...]
    """Of its files that are published."""
    slips: Callable[[], Any]
    """Gives what it adds to the files of the whole archive, by the names of exports; nothing if it is forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Everything remembered."""

    documents: Mapping[str, Known] = field(default_factory=dict)
    """By the edition's path."""
    seeds: Mapping[str, tuple[str, tuple[Problem, ...]]] = field(default_factory=dict)
    """(sha256, what was found while reading) of every seed that could be read, by name."""
    files: Mapping[str, Made] = field(default_factory=dict)
    """By path in the site; all of them but the manifest."""
    sheaves: Mapping[str, Sheaf] = field(default_factory=dict)
    """By the document's id."""
    manifest: str = ""
    """sha256 of the site's manifest."""
    templates: dict[str, bytes] = field(default_factory=dict)
    """Compiled templates, by a name that changes with their source: a memory that the renderer fills."""
