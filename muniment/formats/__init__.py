"""Turns the bytes of a seed into a transcript, by the reader of its suffix; knows nothing of what the words mean.

`ALL` is the whole list of what can be read; a new medium is one module and one row.
"""

from collections.abc import Callable

from muniment.formats import plain
from muniment.model import Problem, Transcript
from muniment.problems import report

Reading = tuple[Transcript | None, tuple[Problem, ...]]

LARGEST_SEED = 2_000_000
"""Bytes; a larger seed is refused before it is decoded. About a thousand printed pages."""

MOST_LINES = 20_000
"""Lines of a seed: its page of lines side by side has to be shown by a browser."""

ALL: dict[str, Callable[[str, bytes], Reading]] = {
    "": plain.read,
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
}


def read(name: str, content: bytes) -> Reading:
    """Read one seed; give its transcript, or none and the one problem that says why."""
    stem, dot, ending = name.rpartition(".")
    suffix = dot + ending.lower() if stem else ""
    if suffix not in ALL:
        known = ", ".join(sorted(known for known in ALL if known))
        return None, (report("S-006", f"seeds/{name}", suffix=suffix, known=known),)
    if len(content) > LARGEST_SEED:
        return None, (report("S-005", f"seeds/{name}", size=len(content), most=LARGEST_SEED),)
    transcript, problems = ALL[suffix](name, content)
    if transcript is not None and len(transcript.lines) > MOST_LINES:
        return None, (report("S-095", f"seeds/{name}", count=len(transcript.lines), most=MOST_LINES),)
    return transcript, problems
