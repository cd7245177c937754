"""The form of a row of the list of exports; knows none of them."""

from collections.abc import Callable

from muniment.frozen import dataclass
from muniment.model import Archive, Asset, Indexes


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One kind of file an archive can ask for."""

    name: str
    """As written in `exports = […]` of archive.toml."""
    make: Callable[[Archive, Indexes], tuple[Asset, ...]]
    """Makes its files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """One kind of file that is made of the files made before it."""

    name: str
    """As written in `exports = […]` of archive.toml."""
    make: Callable[[Archive, Indexes, tuple[Asset, ...]], tuple[Asset, ...]]
    """Makes its files of those the archive publishes and those it needs."""
    needs: tuple[str, ...] = ()
    """Exports it is given even where the archive does not publish their files by themselves."""
