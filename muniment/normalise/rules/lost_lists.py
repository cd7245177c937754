"""Reports a colon that announces a list which does not follow.

The class: web pages whose list entries were lost in copying, in a speech as in an annual report. Evidence has two
sides: the last sentence announces several things (a number or a plural such as "ways", "the following"), and what
follows cannot be them: it concludes ("In short"), turns ("However"), addresses the hearers, is a heading or is not
there. Near misses: "one of the lessons:", "we need to ask ourselves:" before questions, "said:" before a quotation, a
salutation, a lead before entries, provisions, lines, or paragraphs that count themselves ("First, …").
"""

import re
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise import marks
from muniment.normalise.working import Finding, Piece, Working

_COUNT = (
    r"two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}|several|many|various|different|a number of|a few|some"
)
_THINGS = (
    "ways|reasons|points|steps|principles|areas|elements|issues|measures|objectives|aims|goals|questions"
    "|recommendations|conclusions|lessons|challenges|priorities|conditions|proposals|factors|aspects|tasks|topics|themes|actions|documents"
    "|articles|amendments|members|states|countries|resolutions|decisions|requirements|considerations|respects|things"
    "|observations|remarks|commitments|suggestions|items|facts|grounds|arguments|motions|persons|parties|categories"
)
_COUNTED = re.compile(
    rf"\b(?:{_COUNT}) (?:[\w’'-]+ ){{0,4}}(?:{_THINGS})\b"
    rf"|\bthe following(?: [\w’'-]+){{0,5}}$|\bas follows$|\bthese (?:[\w’'-]+ ){{0,3}}(?:{_THINGS})$"
    rf"|\b(?:{_THINGS}) (?:are|were|include)$"
    r"|\bfølgende(?: \w+){0,3}$|\bsuivant(?:e?s)?$|\bsiguientes?$|\b(?:folgende|folgenden)(?: \w+){0,3}$",
    re.IGNORECASE,
)
_SINGULAR = re.compile(r"\b(?:one|each|any|none|neither|either|most) of\b|\bquestions? (?:is|was)\b", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"(?:in short|in sum|in conclusion|in summary|to sum up|to conclude|in closing|all in all|all of (?:this|these)"
    r"|for all these|for these reasons|however|but|nevertheless|nonetheless|yet|on the other hand|at the same time"
    r"|moreover|furthermore|therefore|thus|hence|accordingly|consequently|as a result|finally"
    r"|let me (?:now|also|conclude|turn|end)|i (?:now )?turn|i would like to (?:conclude|end|thank)|thank you"
    r"|having said|with this|meanwhile|kort sagt|men\b|imidlertid|til slutt|en bref|en conclusion|enfin|pour conclure"
    r"|en résumé|cependant|toutefois|en conclusión|finalmente|en resumen|sin embargo|abschließend|zum schluss|kurz"
    r"|jedoch|doch\b)",
    re.IGNORECASE,
)
_SKIPPED = frozenset({"blank", "lifted", "omitted"})


def report(working: Working, _settings: Settings) -> Working:
    """Report every announcement that nothing fulfils."""
    content = [piece for piece in working.pieces if piece.kind not in _SKIPPED]
    findings = []
    for index, piece in enumerate(content):
        if piece.text[-1:] in ":*_" and marks.plain(piece.text).endswith(":"):
            following = content[index + 1] if index + 1 < len(content) else None
            sentence = _last_sentence(marks.plain(piece.text))
            reason = _reason(piece, sentence, following)
            if reason:
                findings.append(_finding(piece, sentence, reason))
    found = tuple(each for each in findings if each not in working.findings)
    return replace(working, findings=(*working.findings, *found)) if found else working


def _reason(piece: Piece, sentence: str, following: Piece | None) -> str:
    """Say what shows that the list is lost; empty if nothing does."""
    announcement = sentence.rstrip(": ")
    if piece.kind not in {"paragraph", "item", "provision"} or not _COUNTED.search(announcement):
        return ""
    if _SINGULAR.search(announcement) or (marks.is_salutation(sentence) and len(sentence.split()) < 8):
        return ""
    if following is None:
        return "the text ends there"
    if following.kind in {"heading", "rule"} and len(announcement.split()) >= 5:
        return "a new part begins"
    opening = marks.plain(following.text)[:80].lstrip("“\"'‘")
    if following.kind == "paragraph" and following.role != "lines" and "\n" not in following.text[:40]:
        if marks.is_salutation(opening) and len(following.text) < 120:
            return "the hearers are addressed anew"
        found = _CONCLUDES.match(opening)
        if found and not opening[found.end() : found.end() + 1].isalpha():
            return f'the next paragraph goes on with "{opening[: found.end()]}"'
    return ""


def _finding(piece: Piece, sentence: str, reason: str) -> Finding:
    line = sentence.rpartition("\n")[2]
    quote = " ".join(line.split()[-7:])
    text = f"A list is announced here and does not follow: {reason}. It seems to be lost."
    return Finding(rule="lost-lists", kind="lacuna", code="S-030", line=piece.lines[1], quote=quote, text=text)


def _last_sentence(text: str) -> str:
    """Give what stands behind the last full stop."""
    start = max(text.rfind(end, 0, -1) for end in (". ", "? ", "! ", ".\n"))
    return text[start + 2 :] if start >= 0 else text
