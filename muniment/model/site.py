"""The planned site: which files exist and from what each is made."""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One HTML page to be rendered."""

    path: str
    """Relative to the site's root, forward slashes, e.g. `documents/x.html`."""
    template: str
    title: str
    kind: str
    """Name of the row of `pages.SITE` that made it."""
    subject: object = None
    """The value the template shows (a Document, a StateEntry, …); None for pages about the whole archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One finished file."""

    path: str
    """Relative to the site's root, forward slashes."""
    content: bytes

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Every file of the site, sorted by path."""

    files: tuple[Asset, ...]
