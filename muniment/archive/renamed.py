"""A document's id that leads nowhere → what an editor is told: how the document is called now, or what is nearest."""

from collections.abc import Mapping

from muniment.model import Document
from muniment.settings import suggestion


def near(given: str, documents: Mapping[str, Document]) -> str:
    """Name the document that was called so before, else the nearest id."""
    now = next((name for name, document in documents.items() if given in document.entry.aliases), "")
    return f'It is called "{now}" now.' if now else suggestion(given, documents)
