"""Turns a problem's code or a seed's name into an explanation for people; decides nothing itself."""

from muniment import formats, normalise, problems, settings
from muniment.line import Inputs


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
    """Say what the normaliser saw in a seed: every candidate with its words, score and reason."""
    transcript, found = formats.read(name, content)
    told = tuple(problems.worded(each) for each in found)
    if transcript is None:
        return told
    chosen, _ = settings.read(inputs.sources, inputs.name, inputs.words)
    return *told, *normalise.explain(transcript, chosen)
