"""Hold what the gazetteer says of a stretch of text; knows nothing of how it was found."""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A state is named here."""

    state: str
    """Id of the state."""
    start: int
    """0-based offset of the form in the text."""
    end: int
    """Offset after its last character; a possessive ending is not part of the form."""
    form: str
    """As printed, a line end inside it included."""
    kind: str
    """`name`, `alias` or `demonym`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A state's name stands here and is not counted."""

    start: int
    """0-based offset of the form in the text."""
    end: int
    """Offset after its last character."""
    form: str
    """As printed."""
    reason: str
    """Why, in words for an editor: `part of the name of an organisation: Norwegian Red Cross`."""
