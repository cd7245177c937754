"""The form of a row of the list of exports; knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass

from muniment.model import Archive, Asset, Indexes


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One kind of file an archive can ask for."""

    name: str
    """As written in `exports = […]` of archive.toml."""
    make: Callable[[Archive, Indexes], tuple[Asset, ...]]
    """Makes its files."""
