"""Reads the document's own date: every date at a place where documents print theirs, scored by that place.

Refuses dates the text talks about, and years nothing in the text gives.
"""

from dataclasses import replace

from muniment import dates
from muniment.normalise.metadata import date_weak, labels
from muniment.normalise.metadata.date_places import Candidate, candidates
from muniment.normalise.metadata.date_settling import Settled, settle
from muniment.normalise.metadata.date_sources import SOURCES
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.working import Reading

_UNCERTAIN = {"meeting", "updated", "today", "name", "address", "head", "below", "within", "later", "tied", "held"}


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every date that can be the document's own."""
    found_at = tuple(candidates(seen))
    found = tuple(made for candidate in found_at if (made := _reading(candidate, found_at, seen)))
    return found or _weak(seen)


def _reading(candidate: Candidate, others: tuple[Candidate, ...], seen: Seen) -> Reading | None:
    settled = settle(candidate.wording, candidate.line, [(one.wording, one.line) for one in others], seen.view)
    if settled is None:
        return None
    score, reason = SOURCES[candidate.source]
    uncertain = candidate.source in _UNCERTAIN or not settled.is_certain
    made = reading(
        "date",
        _marked(settled.edtf) if uncertain else settled.edtf,
        (candidate.line, _quoted(candidate)),
        (score - 0.02 * (not settled.is_certain) - _borrowed(candidate, settled), reason + settled.reason),
    )
    return replace(
        made,
        printed=candidate.wording.text,
        further=settled.further,
        basis="attested" if not settled.further and not settled.is_inferred else "inferred",
    )


def _borrowed(candidate: Candidate, settled: Settled) -> float:
    """Tell what a dateline loses that borrows its year from a day of the head: that day is the issue's own."""
    return 0.03 if candidate.source == "dateline" and settled.is_inferred else 0.0


def _quoted(candidate: Candidate) -> str:
    label = next((one for one in labels.of_line(candidate.line.text) if candidate.wording.text in one.segment), None)
    return label.segment if label and len(label.segment) < 80 else candidate.wording.text


def _marked(edtf: str) -> str:
    if "?" in edtf or "%" in edtf or edtf.startswith(("[", "{")):
        return edtf
    marked = "/".join(
        end.replace("~", "") + ("%" if "~" in end else "?") if end.strip(".") else end for end in edtf.split("/")
    )
    try:
        return dates.parse(marked).text
    except ValueError:
        return edtf


def _weak(seen: Seen) -> tuple[Reading, ...]:
    """Give what the address of the text and the file's name say, when nothing is printed; always uncertain."""
    found: list[Reading] = []
    for weak in date_weak.find(seen.view) if seen.view.lines else ():
        score, reason = SOURCES[weak.source]
        one = weak.evidence
        made = Reading(
            field="date",
            value=_marked(weak.wording.edtf),
            line=one.line,
            quote=one.quote,
            basis=one.basis,
            score=score,
            reason=reason,
            printed=weak.wording.text,
            further=(one,) if one.basis == "supplied" else (),
        )
        found.append(made)
    return tuple(found)
