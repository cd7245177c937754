"""Tells from the words before a day that something ends on it: a secret, an offer, a term. Such a day dates nothing.

Knows nothing of lines.
"""

import re

_ENDING = re.compile(
    r"\b(?:decl(?:as(?:sif(?:y|ied|ication))?)?|classified until|expir(?:es|y)|valid (?:to|until|through)|deadline"
    r"|closing date|review(?:ed)? (?:on|by)|term ends)\b\W{0,3}(?:on|by|date)?\W{0,3}$",
    re.IGNORECASE,
)
"""What stands before a day on which something ends: a secret ("DECL: 03/12/2019"), a term, an offer."""


def is_end(before: str) -> bool:
    """Tell whether words end in what says that something ends on the day behind them: "Deadline: "."""
    return bool(_ENDING.search(before))
