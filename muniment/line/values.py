"""What goes into the line and what comes out of it."""

from collections.abc import Callable, Mapping
from dataclasses import field

from muniment.frozen import dataclass
from muniment.line.remembered import Memory
from muniment.model import Archive, Asset, Files, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything a build depends on."""

    name: str
    """The folder's name: the title of an archive without settings."""
    seeds: Files
    """By file name."""
    sources: Files
    """Files of `site_src/`, by path relative to the root."""
    templates: Mapping[str, str]
    """Source of every template, by name."""
    static: Mapping[str, bytes]
    """By path relative to `static/`."""
    states: bytes
    """The shipped gazetteer."""
    base_url: str = ""
    """Overrides the settings' base URL."""
    map: bytes = b""
    """The shipped map of the world; without it the site has none."""
    words: tuple[tuple[str, bytes], ...] = ()
    """The shipped catalogues of the interface: (language, bytes), by language."""
    unread: tuple[str, ...] = ()
    """Paths below the root that are there but could not be read: nothing is written where they stand."""
    program: str = ""
    """Names the state of the program; what was remembered by another is forgotten. Empty remembers nothing."""
    memory: Memory = field(default_factory=Memory)
    """What the last build that published found out."""
    published: Files = field(default_factory=lambda: Files({}))
    """The site as that build left it: only files that nobody has touched since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run of the line gives; `files` and `kept` are empty when there is an error."""

    drafts: tuple[tuple[str, str], ...] = ()
    """(path, text) of editions to be written: new ones, renewed untouched ones, and `.new` files beside edited ones."""
    registries: tuple[tuple[str, str], ...] = ()
    """(path, text) of anchor registries that changed."""
    files: tuple[Asset, ...] = ()
    """The files of the site that were made, by path."""
    kept: tuple[tuple[str, str], ...] = ()
    """(path, sha256) of the files of the published site that stand as they are, by path."""
    problems: tuple[Problem, ...] = ()
    """Sorted by path and line, without repeats."""
    archive: Archive | None = None
    editions: Mapping[str, str] = field(default_factory=dict)
    """Path of each seed's edition, by the seed's name; of one that cannot be read as far as it says of what it is."""
    memory: Memory = field(default_factory=Memory)
    """What the next build may use again."""
    ahead: Callable[[str, bytes], tuple[Asset, ...]] = lambda *_: ()
    """Gives the pages of one document as an edition's path and bytes would have them, if nothing else were changed;
    none where that is more than a matter of these pages."""
