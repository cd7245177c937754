"""A text → the line where git begins the two versions of what it could not merge; looks at line beginnings alone."""

BEGIN, MIDDLE, END = b"<<<<<<< ", b"=======", b">>>>>>> "


def line(content: bytes) -> int:
    """Give the 1-based line of the first pair of versions that stand one under the other; 0 where there is none."""
    if BEGIN not in content or END not in content:
        return 0
    begun, is_halved = 0, False
    for number, each in enumerate(content.split(b"\n"), 1):
        if each.startswith(BEGIN):
            begun, is_halved = number, False
        elif each.rstrip() == MIDDLE:
            is_halved = bool(begun)
        elif each.startswith(END) and is_halved:
            return begun
    return 0
