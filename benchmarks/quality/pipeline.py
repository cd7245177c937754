"""Runs one text through the real line, stage by stage, into what is to be judged; knows no annotation."""

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from muniment import anchors, collate, drafting, formats, normalise, parse
from muniment.archive.assembly import describe
from muniment.gazetteer import Gazetteer
from muniment.model import Collation, FrontMatter, Mention, Settings, Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the line made of one text."""

    front: FrontMatter | None
    """None when a stage failed before an edition was drafted."""
    mentions: tuple[Mention, ...] = ()
    crash: str = ""
    """Stage and words of the exception; empty when every stage ran."""
    refused: str = ""
    """Why the reader refused the bytes; empty when it did not."""
    undone: bool = False
    """Whether the apparatus undoes the edition to the transcript exactly."""
    lost: tuple[str, ...] = ()
    """Words of the seed that stand neither on the page nor in the apparatus."""
    invented: tuple[str, ...] = ()
    """Words on the page that the seed does not hold."""
    errors: tuple[str, ...] = ()
    """Codes of problems of severity `error`."""
    seconds: float = 0.0
    evidence: tuple[tuple[str, str], ...] = ()
    """(field, `line: quote`) as the draft gives it."""
    findings: tuple[str, ...] = field(default=())
    """Codes of everything the draft reports to the editor."""
    reasons: tuple[tuple[str, str], ...] = ()
    """(field, reason of the rule whose reading was chosen), details of the reason cut off."""


def run(name: str, content: bytes, settings: Settings, gazetteer: Gazetteer) -> Outcome:
    """Take one text through reading, drafting, parsing, collating and describing."""
    began = time.perf_counter()
    stage = "read"
    try:
        transcript, troubles = formats.read(name, content)
        if transcript is None:
            return Outcome(front=None, refused="; ".join(each.message for each in troubles))
        stage = "draft"
        (draft,) = drafting.draft_all((transcript,), settings, frozenset())
        stage = "parse"
        text = parse.parse(draft.edition.body, settings.markdown)
        stage = "anchors"
        text, _, _ = anchors.give(text, None, draft.edition.front.id)
        stage = "collate"
        collation = collate.collate(transcript, draft.edition, text)
        stage = "undo"
        undone = collate.undo(draft.edition.body, collation.apparatus) == "".join(transcript.lines)
        stage = "describe"
        described = describe((draft.edition, transcript, collation), gazetteer, None)
    except Exception as failure:  # every failure of a stage is a figure of the report
        words = f"{stage}: {type(failure).__name__}: {str(failure)[:200]}"
        return Outcome(front=None, crash=words, seconds=time.perf_counter() - began)
    seconds = time.perf_counter() - began
    problems = (*draft.problems, *collation.problems, *described.problems)
    lost, invented = _words(transcript, collation)
    return Outcome(
        front=draft.edition.front,
        mentions=described.document.mentions,
        undone=undone,
        lost=lost,
        invented=invented,
        errors=tuple(each.code for each in problems if each.severity == "error"),
        findings=tuple(each.code for each in draft.problems),
        seconds=seconds,
        evidence=tuple((key, f"{one.line}: {one.quote}") for key, each in draft.edition.front.evidence for one in each),
        reasons=_reasons(transcript, settings),
    )


def _reasons(transcript: Transcript, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Give the reason of each chosen reading, without what it says of this one text."""
    chosen = normalise.work(transcript, settings).chosen
    return tuple((each.field, re.split(r"[:;,]", each.reason)[0]) for each in chosen)


def _words(transcript: Transcript, collation: Collation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Hold the seed's words against those of page and apparatus; layout marks are no words.

    A word cut by a hyphen and joined on the page is not new.
    """
    held = _plain("".join(transcript.lines))
    seed = Counter(held)
    page = Counter(_plain(" ".join(block.words for block in collation.text.blocks)))
    shown = page + Counter(_plain(" ".join(line.text for line in collation.meta_lines)))
    noted = Counter(_plain(" ".join(each.before for each in collation.apparatus.operations)))
    lost = seed - (shown + noted)
    joined = {first + second for first, second in pairwise(held)}
    new = (word for word in (page - seed).elements() if word not in joined)
    return tuple(sorted(lost.elements())), tuple(sorted(new))


def _plain(text: str) -> list[str]:
    """Give the runs of letters and digits of a text."""
    return "".join(character if character.isalnum() else " " for character in text).split()
