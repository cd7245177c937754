"""An apparatus → the list of differences as readers see it, each with a sign that is not a colour alone."""

from muniment.frozen import dataclass
from muniment.model import Operation
from muniment.views.finding_aid import FindingAid

SIGNS = {"lifted": "↑", "joined": "⁐", "omitted": "−", "changed": "≠", "form": "∼"}
"""One sign for each sort of difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One operation in a reader's words."""

    sort: str
    """A key of `SIGNS`; also the class that gives it its pattern."""
    sign: str
    name: str
    """The sort in one word."""
    rule: str
    """Name of the rule that made it."""
    reason: str
    seed_lines: str
    """`line 7`, `lines 3–5`, or where a line was put in."""
    first_line: int
    """1-based line of the seed at which it stands."""
    before: str
    after: str
    is_wording: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGroup:
    """Differences of form that one rule made for one reason, listed together."""

    rule: str
    reason: str
    differences: tuple[Difference, ...]


def of_form(differences: tuple[Difference, ...]) -> tuple[FormGroup, ...]:
    """Gather the differences of form by rule and reason, in the order in which each first occurs."""
    grouped: dict[tuple[str, str], list[Difference]] = {}
    for each in differences:
        if each.sort == "form":
            grouped.setdefault((each.rule, each.reason), []).append(each)
    return tuple(
        FormGroup(rule=rule, reason=reason, differences=tuple(members)) for (rule, reason), members in grouped.items()
    )


def difference(aid: FindingAid, operation: Operation) -> Difference:
    """Word one operation of the apparatus."""
    sort = sort_of(operation)
    first, last = operation.seed_lines
    return Difference(
        sort=sort,
        sign=SIGNS[sort],
        name=aid.say(f"sort.{sort}"),
        rule=operation.rule,
        reason=aid.words.reason(operation.reason),
        seed_lines=lines_in_words(aid, first, last),
        first_line=min(first, last) or 1,
        before=operation.before,
        after=operation.after,
        is_wording=operation.is_wording,
    )


def sort_of(operation: Operation) -> str:
    """Tell which sort of difference an operation is, by its rule's name and by whether words differ."""
    for opening, sort in (("lift", "lifted"), ("join", "joined"), ("omi", "omitted")):
        if operation.rule.startswith(opening):
            return sort
    return "changed" if operation.is_wording else "form"


def lines_in_words(aid: FindingAid, first: int, last: int) -> str:
    """Name a stretch of lines for readers."""
    if last < first:
        return aid.say("lines.before", first=first)
    return aid.say("lines.one", first=first) if first == last else aid.say("lines.many", first=first, last=last)
