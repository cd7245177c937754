"""The table of coded problems: what each is called, how it is worded, what to do; knows not where they are found."""

from muniment.model import Problem
from muniment.problems import (
    authorities,
    commands,
    edition,
    front_matter,
    links,
    names,
    originals,
    pages,
    seeds,
    states,
    wording,
    writing,
)
from muniment.problems.printing import printable
from muniment.problems.rule import Rule

__all__ = ["TABLE", "Rule", "printable", "report", "worded"]

TABLE: dict[str, Rule] = {
    rule.code: rule
    for family in (
        seeds.RULES,
        originals.RULES,
        front_matter.RULES,
        edition.RULES,
        authorities.RULES,
        states.RULES,
        names.RULES,
        pages.RULES,
        links.RULES,
        wording.RULES,
        writing.RULES,
        commands.RULES,
    )
    for rule in family
}


def report(code: str, path: str, line: int = 0, *, column: int = 0, **words: object) -> Problem:
    """Word one problem of the table; `words` fill the blanks of its message and hint."""
    rule = TABLE[code]
    quoted = {name: printable(str(word)) for name, word in words.items()}
    return Problem(
        path=printable(path),
        line=line,
        column=column,
        code=code,
        severity=rule.severity,
        message=rule.message.format(**quoted),
        hint=rule.hint.format(**quoted),
        words=quoted.get(rule.offending, ""),
    )


def worded(problem: Problem) -> str:
    """Print a problem as an editor reads it at a terminal: where, code, what; then what to do."""
    numbers = [str(number) for number in (problem.line, problem.column) if number]
    where = ":".join([problem.path, *numbers])
    first = f"{where}: {problem.code} {problem.message}"
    return first + (f"\n    {problem.hint}" if problem.hint else "")
