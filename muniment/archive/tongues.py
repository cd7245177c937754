"""The `lang_notes` of an edition → the language of each passage that is in another than the document's.

A note is `p3: fr` or `p3-p5: fr`; what is worded otherwise is a remark for people and sets nothing.
"""

import re
from collections.abc import Iterator

from muniment.model import Edition, Problem
from muniment.problems import report

_NOTE = re.compile(r"([a-z]+)([0-9]{1,5})(?:-([a-z]+)([0-9]{1,5}))?:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3})")
_MOST = 2_000
"""Passages of one note."""


def languages(edition: Edition) -> dict[str, str]:
    """Give anchor → tag."""
    return dict(_noted(edition.front.lang_notes))


def check(edition: Edition, anchors: frozenset[str]) -> Iterator[Problem]:
    """Report notes about passages that are not there."""
    for number, note in enumerate(edition.front.lang_notes):
        missing = next((anchor for anchor, _ in _noted((note,)) if anchor not in anchors), "")
        if missing:
            line = dict(edition.lines).get(f"lang_notes.{number}", dict(edition.lines).get("lang_notes", 1))
            yield report("S-120", edition.path, line, note=note, anchor=missing)


def _noted(notes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for note in notes:
        found = _NOTE.fullmatch(note.strip())
        if found is None:
            continue
        letters, first, others, last, tag = found.groups()
        end = int(last) if last and others == letters else int(first)
        for number in range(int(first), min(end, int(first) + _MOST) + 1):
            yield f"{letters}{number}", tag
