"""The form of a citation: words, some of them in italics; knows no style."""

from collections.abc import Iterable

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a citation's words."""

    text: str
    is_italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document, or one paragraph of it, as one style cites it."""

    style: str
    """`chicago`, `apa`, `mla` or `oscola`."""
    label: str
    """The style for readers, with its edition: `APA 7`."""
    parts: tuple[Part, ...]
    """The note (Chicago, OSCOLA) or the entry of the list of works (APA, MLA)."""
    in_text: tuple[Part, ...] = ()
    """What stands in the running text, in the styles that have it: `(Ministry of Trade, 2007, para. 7)`."""

    @property
    def text(self) -> str:
        """The words without italics."""
        return "".join(part.text for part in self.parts)

    @property
    def in_text_words(self) -> str:
        """The words in the running text without italics."""
        return "".join(part.text for part in self.in_text)


def roman(text: str) -> tuple[Part, ...]:
    """Make upright words; nothing of empty ones."""
    return (Part(text=text),) if text else ()


def italic(text: str) -> tuple[Part, ...]:
    """Make words in italics."""
    return (Part(text=text, is_italic=True),) if text else ()


def closed(text: str, stop: str = ".") -> str:
    """Put a stop behind words that do not end with one; a closing quotation mark hides what stands before it."""
    bare = text.rstrip("”’\"'")
    return text if bare.endswith((".", "?", "!")) or not text else text + stop


def listed(pieces: Iterable[str], mark: str) -> str:
    """Join the pieces that are not empty."""
    return mark.join(filter(None, pieces))
