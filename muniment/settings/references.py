"""Turns settings into the problems of what refers to what: ids given twice, stages and relations nobody defined.

It refuses to look into documents.
"""

from collections.abc import Iterable, Mapping

from muniment import problems
from muniment.model import AuthoritySetting, Problem, Settings
from muniment.settings.authorities import PATHS
from muniment.settings.lines import line_of
from muniment.settings.nearest import suggestion

Lines = Mapping[str, Mapping[str, int]]
"""Lines of the keys of each file, by its path."""

_ARCHIVE = "site_src/archive.toml"
_EVENTS = "site_src/events.toml"
_CLAIMS = "site_src/claims.toml"


def check(settings: Settings, lines: Lines) -> list[Problem]:
    """Report ids given twice, stages and relations referred to but not defined, and dates with one half missing."""
    stages = [stage.id for stage in settings.stages]
    relations = [relation.id for relation in settings.relations]
    found = [
        *_repeats("stage", stages, _ARCHIVE, lines),
        *_repeats("relation", relations, _ARCHIVE, lines),
        *_repeats("event", [event.id for event in settings.events], _EVENTS, lines),
    ]
    if settings.claims and "states" not in settings.indexes:
        found.append(problems.report("T-160", _CLAIMS, settings.claims[0].line))
    for number, event in enumerate(settings.events):
        line = line_of(lines[_EVENTS], ("event", number, "stage"))
        if event.stage and event.stage not in stages:
            near = _near("stage", event.stage, stages)
            found.append(problems.report("A-010", _EVENTS, line, key="stage", given=event.stage, near=near))
        if event.relation == "stage" and not event.stage:
            found.append(problems.report("A-013", _EVENTS, line, event=event.id))
        found += [
            problems.report("A-033", _EVENTS, date.line, key="printed" if date.edtf else "edtf")
            for date in event.dates
            if bool(date.edtf) != bool(date.printed)
        ]
    for number, claim in enumerate(settings.claims):
        if claim.relation not in relations:
            line = line_of(lines[_CLAIMS], ("claim", number, "relation"))
            near = _near("relation", claim.relation, relations)
            found.append(problems.report("A-010", _CLAIMS, line, key="relation", given=claim.relation, near=near))
    return found


def _near(key: str, given: str, known: list[str]) -> str:
    """Word what was probably meant; where nothing is defined, how it would be."""
    if not known:
        return f"Define it there: a table [[{key}]] with this id; docs/settings.md shows one."
    return suggestion(given, known)


def unknown_roles(authorities: Iterable[AuthoritySetting], settings: Settings) -> list[Problem]:
    """Report roles of persons, organisations and places that nobody defined."""
    known = [relation.id for relation in settings.relations]
    return [
        problems.report(
            "A-010",
            PATHS[authority.kind],
            each.line,
            key="relation",
            given=each.relation,
            near=_near("relation", each.relation, known),
        )
        for authority in authorities
        for each in authority.descriptions
        if each.relation and each.relation not in known
    ]


def _repeats(table: str, ids: Iterable[str], path: str, lines: Lines) -> list[Problem]:
    """Report ids that an earlier table of the same name has."""
    first: dict[str, int] = {}
    found = []
    for number, name in enumerate(ids):
        line = line_of(lines[path], (table, number, "id"))
        if name in first:
            found.append(problems.report("A-009", path, line, table=table, id=name, first=first[name]))
        first.setdefault(name, line)
    return found
