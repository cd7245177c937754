"""Turns lines that a reader took out of a seed into its transcript; knows nothing of the seed's form."""

import hashlib
from collections.abc import Iterable

from muniment.model import Marked, Transcript


def transcript(name: str, content: bytes, lines: Iterable[str], marked: Iterable[Marked] = ()) -> Transcript:
    """Give the transcript of a seed whose words had to be taken out of it; `lines` come without terminators."""
    ended = tuple(f"{line}\n" for line in lines)
    return Transcript(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        transcript_sha256=hashlib.sha256("".join(ended).encode()).hexdigest(),
        encoding="utf-8",
        is_exact=False,
        lines=ended,
        original=content,
        marked=tuple(sorted(marked, key=lambda each: each.lines)),
    )
