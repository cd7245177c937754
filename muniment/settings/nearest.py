"""Turns a word nobody knows into the known word it was probably meant to be.

It refuses to guess for the program: what it gives is only ever shown to an editor.
"""

from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> str:
    """Word the nearest known value as a question, or list what is known when nothing is near."""
    choices = list(known)
    near = nearest(word, choices)
    if near:
        return f'Did you mean "{near}"?'
    if not choices:
        return "None is defined yet."
    shown = ", ".join(choices[:12])
    return f"Known: {shown}{', …' if len(choices) > 12 else ''}."


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known value nearest to a word; empty when none is near."""
    import difflib  # only an error needs it

    choices = list(known)
    folded = {choice.casefold(): choice for choice in reversed(choices)}
    close = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else ""
