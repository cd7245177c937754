"""Builders for the normaliser's tests: a text as the transcript a seed would give."""

from muniment.formats import plain
from muniment.model import Settings, Transcript
from muniment.normalise import BLOCKS, LINES

SETTINGS = Settings(title="A test archive")

TEXT_RULES = (*LINES, *BLOCKS)
"""The rules without the metadata's, so that these tests see the text alone."""


def transcript(text: str, name: str = "seed.txt") -> Transcript:
    """Give the transcript of a text of any size: what is too large for a seed is refused before the rules see it."""
    found, _ = plain.read(name, text.encode())
    assert found is not None
    return found
