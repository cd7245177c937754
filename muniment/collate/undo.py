"""An edition's body and its apparatus → the transcript of the seed, by applying the operations backwards.

Knows nothing of why anything was changed.
"""

from muniment.formats.plain import split_lines
from muniment.model import Apparatus


def undo(body: str, apparatus: Apparatus) -> str:
    """Give the transcript back; refuse an apparatus that does not belong to this body with `ValueError`."""
    lines = split_lines(body)
    restored: list[str] = []
    done = 0
    for operation in apparatus.operations:
        first, last = operation.edition_lines
        if first - 1 < done or last > len(lines) or "".join(lines[first - 1 : last]) != operation.after:
            raise ValueError(f"the body does not read at lines {first}-{last} as the apparatus says")
        restored.extend(lines[done : first - 1])
        restored.append(operation.before)
        done = last
    restored.extend(lines[done:])
    return "".join(restored)
