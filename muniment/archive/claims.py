"""Turns the claims and figures of `claims.toml` into ones that stand on passages, a claim for each state it names.

It refuses a claim whose words do not name the state, unless the editor says that it is inferred or supplied.
"""

from collections.abc import Iterable, Mapping

from muniment import problems
from muniment.archive.quotations import Citation, Holdings, resolve
from muniment.archive.stretches import find
from muniment.model import Claim, ClaimSetting, Figure, FigureSetting, Passage, Problem, State
from muniment.settings import CLAIMS, nearest


def claims(
    settings: Iterable[ClaimSetting], holdings: Holdings, states: Mapping[str, State]
) -> tuple[tuple[Claim, ...], list[Problem]]:
    """Resolve every claim, in order; one that cannot stand is reported and left out."""
    resolved: list[Claim] = []
    found: list[Problem] = []
    first: dict[tuple[str, str, str, str, int], int] = {}
    for claim in settings:
        passages = _passages(claim, holdings)
        found += [each for each in passages if isinstance(each, Problem)]
        passage, *rest = passages
        for state in claim.states:
            if state not in states:
                near = _near(state, states)
                found.append(problems.report("A-019", CLAIMS, claim.line, given=state, near=near))
                continue
            if isinstance(passage, Problem) or any(isinstance(each, Problem) for each in rest):
                continue
            key = (state, claim.relation, passage.document, passage.anchor, passage.start)
            if key in first:
                name = states[state].name
                found.append(
                    problems.report("A-030", CLAIMS, claim.line, state=name, relation=claim.relation, first=first[key])
                )
            elif claim.basis == "attested" and not _is_named(state, passage, holdings):
                name = f"{state} ({states[state].name})"
                found.append(problems.report("A-024", CLAIMS, claim.line, state=name, quote=claim.quote))
            else:
                resolved.append(_claim(state, claim, passage, [each for each in rest if isinstance(each, Passage)]))
            first.setdefault(key, claim.line)
    return tuple(resolved), found


def figures(settings: Iterable[FigureSetting], holdings: Holdings) -> tuple[tuple[Figure, ...], list[Problem]]:
    """Resolve every count a document gives, in order; its figure is printed, or its text says who counted."""
    resolved: list[Figure] = []
    found: list[Problem] = []
    for each in settings:
        citation = Citation(path=CLAIMS, line=each.line, document=each.document, quote=each.quote, at=each.at)
        passage = resolve(holdings, citation)
        if isinstance(passage, Problem):
            found.append(passage)
            continue
        if not each.text and find(passage.quote, each.figure) is None:
            found.append(problems.report("A-032", CLAIMS, each.line, given=each.figure, quote=each.quote))
        resolved.append(
            Figure(
                figure=each.figure,
                counted=each.counted,
                verb=each.verb,
                as_of=each.as_of,
                passage=passage,
                text=each.text,
            )
        )
    return tuple(resolved), found


def _near(given: str, states: Mapping[str, State]) -> str:
    """Suggest the id of the state whose id or name is nearest to what was written."""
    owners = {form: state.id for state in states.values() for form in (state.id, *(name for name, _ in state.names))}
    form = nearest(given, owners)
    return f'Did you mean "{owners[form]}", {states[owners[form]].name}?' if form else ""


def _passages(claim: ClaimSetting, holdings: Holdings) -> list[Passage | Problem]:
    """Resolve a claim's quotation, and its context if it has one."""
    quoted = Citation(path=CLAIMS, line=claim.line, document=claim.document, quote=claim.quote, at=claim.at)
    if not claim.context or claim.document not in holdings.documents:
        return [resolve(holdings, quoted)]
    context = Citation(path=CLAIMS, line=claim.line, document=claim.document, quote=claim.context)
    return [resolve(holdings, quoted), resolve(holdings, context)]


def _claim(state: str, claim: ClaimSetting, passage: Passage, context: list[Passage]) -> Claim:
    return Claim(
        state=state,
        relation=claim.relation,
        basis=claim.basis,
        passage=passage,
        context=context[0] if context else None,
        text=claim.text,
    )


def _is_named(state: str, passage: Passage, holdings: Holdings) -> bool:
    """Say whether a mention of the state lies within the passage."""
    end = passage.start + len(passage.quote)
    return any(
        mention.state == state
        and mention.anchor == passage.anchor
        and passage.start <= mention.start
        and mention.start + len(mention.form) <= end
        for mention in holdings.documents[passage.document].mentions
    )
