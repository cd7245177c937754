"""Text → lines of a certain width with an indent; knows nothing of what it says."""

from muniment.problems import printable
from muniment.problems.columns import width


def wrapped(text: str, room: int, first: str = "", rest: str = "") -> list[str]:
    """Break a text between words so that it fits; `first` stands before the first line, `rest` before the others."""
    lines: list[str] = []
    line, opening = "", first
    for word in printable(" ".join(text.split())).split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(opening) + width(longer) > room:
            lines.append(f"{opening}{line}")
            line, opening = word, rest
        else:
            line = longer
    return [*lines, f"{opening}{line}".rstrip()]


def padded(text: str, columns: int) -> str:
    """Fill a text with blanks up to a width."""
    return text + " " * max(columns - width(text), 0)
