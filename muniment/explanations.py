"""Turns a problem's code or a seed's name into an explanation for people; decides nothing itself."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from muniment import drafting, formats, gazetteer, normalise, problems, settings
from muniment.line import STATES, Inputs
from muniment.model import Transcript


def of(what: str, inputs: Inputs) -> tuple[str, ...]:
    """Explain a code of the table of problems, or what was read in a seed and why; empty when nothing is so called."""
    if what.upper() in problems.TABLE:
        return _code(what.upper())
    name = what.replace("\\", "/").rpartition("/")[2]
    seeds = inputs.seeds
    return _seed(name, seeds[name], inputs) if name in seeds else ()


def _code(code: str) -> tuple[str, ...]:
    """Explain one row of the table of problems."""
    rule = problems.TABLE[code]
    return f"{rule.code} ({rule.severity}): {rule.title}", f"  {rule.message}", f"  {rule.hint}"


def _seed(name: str, content: bytes, inputs: Inputs) -> tuple[str, ...]:
    """Say what was seen in a seed: every candidate with its words, score and reason, every name of a state."""
    transcript, found = formats.read(name, content)
    told = tuple(problems.worded(each) for each in found)
    if transcript is None:
        return told
    chosen, _ = settings.read(inputs.sources, inputs.name, inputs.words)
    kept = [each for each in drafting.draft(transcript, chosen).problems if each.code == drafting.KEPT]
    told += tuple(f"! {each.message}" for each in kept)
    return *told, *normalise.explain(transcript, chosen), *_states(transcript, inputs)


def _states(transcript: Transcript, inputs: Inputs) -> Iterator[str]:
    """List the names of states in a seed with their lines: which state is meant, or why none is."""
    named, _ = gazetteer.build(inputs.states, inputs.sources.get(STATES))
    starts = [0, *accumulate(map(len, transcript.lines))]
    for each in named.explain("".join(transcript.lines)):
        line = bisect_right(starts, each.start)
        form = " ".join(each.form.split())
        if isinstance(each, gazetteer.Found):
            yield f'states: line {line}, "{form}": {named.by_id[each.state].name} ({each.state}, {each.kind})'
        else:
            yield f'states: line {line}, "{form}" is not counted: {each.reason}'
