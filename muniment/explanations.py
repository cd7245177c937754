"""Turns a problem's code, or a seed, into an explanation: what it means, or what was seen there and why it was decided.

Decides nothing itself, and knows nothing of how an explanation is printed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from muniment import drafting, formats, gazetteer, normalise, problems, settings
from muniment.line import STATES, Inputs
from muniment.model import Intervention, Problem, Transcript
from muniment.normalise.metadata.choose import THRESHOLDS
from muniment.normalise.working import Reading
from muniment.problems.rule import Rule

_CODE = re.compile(r"([A-Za-z])-?(\d{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One value that a line of the seed offers for a field."""

    value: str
    line: int
    """1-based line of the seed; 0 where it was read outside the text, as in a file's own properties."""
    quote: str
    basis: str
    score: float
    """0 to 1: how sure the program is."""
    reason: str
    is_taken: bool
    """Whether it stands in the draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the front matter with all that was seen for it."""

    name: str
    threshold: float
    """A candidate below this score is not taken over."""
    candidates: tuple[Candidate, ...]
    """The surest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name of a state as the seed prints it."""

    line: int
    """1-based line of the seed."""
    form: str
    """As printed, white space folded."""
    state: str
    """Id of the state that is meant; empty where the name is not counted."""
    told: str
    """The state's name and the kind of the form; or why the name is not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What the normaliser saw in a seed, and what it did."""

    seed: str
    encoding: str
    lines: int
    """How many lines the seed has; 0 where it cannot be read."""
    fields: tuple[Field, ...]
    states: tuple[Named, ...]
    """Names of states in the seed, in order."""
    changes: tuple[Intervention, ...]
    problems: tuple[Problem, ...]
    """What it leaves to an editor, or why the seed cannot be read."""


def of_code(what: str) -> Rule | None:
    """Explain a code of the table of problems, however it is written: `E-007`, `e7`."""
    match = _CODE.fullmatch(what.strip())
    return problems.TABLE.get(f"{match[1].upper()}-{int(match[2]):03}") if match else None


def of_seed(name: str, inputs: Inputs) -> Explanation:
    """Say what was seen in a seed: every candidate with its words, score and reason, every name of a state."""
    content = inputs.seeds[name]
    transcript, found = formats.read(name, content)
    if transcript is None:
        return Explanation(seed=name, encoding="", lines=0, fields=(), states=(), changes=(), problems=found)
    chosen_settings, _ = settings.read(inputs.sources, inputs.name, inputs.words)
    working = normalise.work(transcript, chosen_settings)
    chosen = {(one.field, one.line, one.quote, one.score) for one in working.chosen}
    return Explanation(
        seed=name,
        encoding=transcript.encoding,
        lines=len(transcript.lines),
        fields=tuple(
            Field(name=field, threshold=threshold, candidates=_candidates(field, working.readings, chosen))
            for field, threshold in THRESHOLDS.items()
        ),
        states=tuple(_states(transcript, inputs)),
        changes=tuple(sorted(working.interventions, key=lambda each: each.lines)),
        problems=(*found, *drafting.draft(transcript, chosen_settings).problems),
    )


def _candidates(
    field: str, readings: tuple[Reading, ...], chosen: set[tuple[str, int, str, float]]
) -> tuple[Candidate, ...]:
    """Give a field's candidates, the surest first."""
    found = sorted((one for one in readings if one.field == field), key=lambda one: -one.score)
    return tuple(
        Candidate(
            value=one.value,
            line=one.line,
            quote=one.quote,
            basis=one.basis,
            score=one.score,
            reason=one.reason,
            is_taken=(one.field, one.line, one.quote, one.score) in chosen,
        )
        for one in found
    )


def _states(transcript: Transcript, inputs: Inputs) -> Iterator[Named]:
    """Give the names of states in a seed with their lines: which state is meant, or why none is."""
    named, _ = gazetteer.build(inputs.states, inputs.sources.get(STATES))
    starts = [0, *accumulate(map(len, transcript.lines))]
    for each in named.explain("".join(transcript.lines)):
        line, form = bisect_right(starts, each.start), " ".join(each.form.split())
        if isinstance(each, gazetteer.Found):
            told = f"{named.by_id[each.state].name}, by {each.kind}"
            yield Named(line=line, form=form, state=each.state, told=told)
        else:
            yield Named(line=line, form=form, state="", told=each.reason)
