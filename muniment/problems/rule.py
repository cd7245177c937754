"""The form of a row of the table of problems."""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of problem."""

    code: str
    """Family letter and three digits; S seeds, F front matter, E edition, A authorities, P pages, L links, W writing, C commands."""
    severity: str
    """`error`, `warning` or `info`."""
    title: str
    """What it is called in docs/problems.md."""
    message: str
    """Format string: what is wrong, with the offending words in `{blanks}`."""
    hint: str
    """Format string: what to do."""
    offending: str = ""
    """Name of the blank that holds the words to be marked in the line; empty where the message quotes them."""
