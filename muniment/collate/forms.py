"""Two texts of the same words → the name of what differs in their form, with the reason as readers are told it.

Knows nothing of who changed it. `RULES` is tried in order, each rule on top of those before: the first after which the
texts are equal gives the name.
"""

import re
from collections.abc import Callable

from muniment.collate.marks import BULLETS, GLUED_BULLETS

_LINE_END = re.compile(r"\r*\n|\r")
_SIGNS = ">" + "".join(sorted(GLUED_BULLETS))
_DRAWN = re.compile(r"(?<!\S)([^\w\s#`~])\1+(?!\S)|(?<!\S)__+(?!\S)")
_FENCE = re.compile(r"(?<!\S)(?:```+|~~~+)[^\s`~]*(?!\S)")
_NUMBER_SIGNS = re.compile(r"(?<!\S)#+(?!\S)")
_LIST_SIGN = re.compile(rf"(?<!\S)(?:[{re.escape(''.join(sorted(BULLETS)))}]|>+)(?!\S)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def _by_line(text: str, change: Callable[[str], str]) -> str:
    """Change each line."""
    return "\n".join(change(line) for line in text.split("\n"))


def _without(text: str, mark: re.Pattern[str]) -> str:
    """Leave out the words that are only marks."""
    return " ".join(mark.sub("", text).split())


RULES: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (
        "line-ends",
        "Lines end as lines do in all our files; the seed's own line ends are kept here.",
        lambda text: _LINE_END.sub("\n", text),
    ),
    (
        "final-newline",
        "The last line is given the line end that it lacks in the seed, or the other way round.",
        lambda text: text.rstrip("\n"),
    ),
    (
        "trailing-space",
        "White space at the end of a line cannot be seen and is left out.",
        lambda text: _by_line(text, str.rstrip),
    ),
    (
        "blank-lines",
        "Blank lines set paragraphs apart; they carry no words.",
        lambda text: "\n".join(line for line in text.split("\n") if line),
    ),
    (
        "indent",
        "White space before a line is layout.",
        lambda text: _by_line(text, str.lstrip),
    ),
    (
        "spacing",
        "White space between words is written as one space.",
        lambda text: _by_line(text, lambda line: " ".join(line.split())),
    ),
    (
        "lines",
        "The lines of a paragraph are set together, or a line is set as several; the words are the same.",
        lambda text: " ".join(text.split()),
    ),
    (
        "escape",
        "A sign that would be read as layout has a backslash before it, so that it is shown as printed.",
        lambda text: _ESCAPE.sub("", text),
    ),
    (
        "rule-line",
        "A line drawn across the page is layout.",
        lambda text: _without(text, _DRAWN),
    ),
    (
        "code-fence",
        "Lines shown with their own spacing are fenced instead of indented, or the other way round.",
        lambda text: _without(text, _FENCE),
    ),
    (
        "heading-mark",
        "The number signs of a heading are layout.",
        lambda text: _without(text, _NUMBER_SIGNS),
    ),
    (
        "bullet-mark",
        "The sign before an entry of a list, or before quoted lines, is layout.",
        lambda text: _without(text, _LIST_SIGN).lstrip(_SIGNS),
    ),
    (
        "emphasis",
        "Stars and underscores around words are layout: bold or italics.",
        lambda text: "".join(text.replace("*", "").replace("_", "").split()),
    ),
)
"""(name, reason, what the rule sets equal), in the order in which they are tried."""
LAYOUT = ("layout", "Only the layout differs; the words are the same.")
"""Name and reason where no rule says more."""
BLANK_LINES = next((name, reason) for name, reason, _ in RULES if name == "blank-lines")
_PLAIN = ("line-ends", "final-newline", "trailing-space", "blank-lines")


def name(before: str, after: str) -> tuple[str, str]:
    """Name what differs between two texts of the same words, and say why it may."""
    if not before.strip() and not after.strip() and _LINE_END.sub("\n", before) != _LINE_END.sub("\n", after):
        return BLANK_LINES
    for rule, reason, fold in RULES:
        before, after = fold(before), fold(after)
        if before == after:
            return rule, reason
    return LAYOUT


def is_plain(rule: str) -> bool:
    """Tell whether a rule is about what nobody sees, so that no intervention has to be looked for."""
    return rule in _PLAIN
