"""Reports letters that were read in a wrong encoding; they are never changed.

The class: UTF-8 read as Windows-1252 ("StÃ¸rmer", "donâ€™t") and the replacement sign. Near miss: real words with "Ã"
or "â" before a letter ("SÃO", "âge").
"""

import re
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise.working import Finding, Working

_GARBLED = re.compile(
    "[\u00c3][\u0080-\u00bf\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]"
    "|\u00e2\u20ac[\u0080-\u00bf\u0152\u0153\u0161\u017e\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2039\u203a\u2122\u02dc\u00a6]"
    "|\u00c2[\u0080-\u00bf]|\ufffd"
)
_MOST = 5


def report(working: Working, _settings: Settings) -> Working:
    """Report the first garbled word of each line, at most a handful for a text."""
    findings = []
    for piece in working.pieces:
        if piece.kind != "blank" and not piece.text.isascii() and _GARBLED.search(piece.text):
            word = next((word for word in piece.text.split() if _GARBLED.search(word)), piece.text)
            text = "Letters were read in a wrong encoding; they stand as in the seed."
            findings.append(
                Finding(rule="garbled", kind="", code="S-033", line=piece.lines[0], quote=word[:60], text=text)
            )
        if len(findings) == _MOST:
            break
    found = tuple(each for each in findings if each not in working.findings)
    return replace(working, findings=(*working.findings, *found)) if found else working
