"""Turns `people.toml`, `organisations.toml` and `places.toml` into authorities with every mistake named by its line.

It refuses to look into documents: whether a name or a quotation stands there is found at assembly.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from muniment import problems
from muniment.model import AuthoritySetting, DescriptionSetting, LocalForm, OtherName, Problem
from muniment.settings import tables
from muniment.settings.lines import line_of

if TYPE_CHECKING:
    from muniment.settings import forms

FOLDER = "site_src/authorities/"
STATES = f"{FOLDER}states.toml"
"""Read by the gazetteer, not here."""

_NAME = re.compile(r"\w[^\n]*")


class File(NamedTuple):
    """One of the three files."""

    kind: str
    path: str
    others: str
    """Its table of names that are set aside."""
    form: str
    """Name of its form in `forms`."""


FILES = (
    File("person", f"{FOLDER}people.toml", "not_a_person", "PeopleForm"),
    File("organisation", f"{FOLDER}organisations.toml", "not_an_organisation", "OrganisationsForm"),
    File("place", f"{FOLDER}places.toml", "not_a_place", "PlacesForm"),
)
INDEX_OF = {"person": "people", "organisation": "organisations", "place": "places"}
"""Name of the index of each kind."""
PATHS = {file.kind: file.path for file in FILES}
"""Path of the file of each kind."""

Read = tuple[tuple[AuthoritySetting, ...], tuple[OtherName, ...], list[Problem]]


def read(files: Mapping[str, bytes]) -> Read:
    """Read the files that exist; a file or an entry with a mistake counts as absent."""
    authorities: list[AuthoritySetting] = []
    others: list[OtherName] = []
    found: list[Problem] = []
    for file in FILES:
        if file.path in files:
            own, aside, troubles = _file(files, file)
            authorities += own
            others += aside
            found += troubles
    found += _doubled(authorities, others)
    unsound = {(problem.path, problem.line) for problem in found}
    return tuple(each for each in authorities if unsound.isdisjoint(_lines(each))), tuple(others), found


def _lines(authority: AuthoritySetting) -> set[tuple[str, int]]:
    """Give the path and the lines of all of an authority's tables."""
    lines = [authority.line, *(each.line for each in authority.descriptions), *(each.line for each in authority.local)]
    return {(PATHS[authority.kind], line) for line in lines}


def _file(files: Mapping[str, bytes], file: File) -> tuple[list[AuthoritySetting], list[OtherName], list[Problem]]:
    """Read one file."""
    filled, found = tables.fill(files, file.path, file.form)
    if filled.form is None:
        return [], [], found
    lines = filled.lines
    entries: Sequence[forms.AuthorityForm] = getattr(filled.form, file.kind)
    authorities = [_authority(file.kind, number, entry, lines) for number, entry in enumerate(entries)]
    others = [
        OtherName(
            kind=file.kind,
            name=_folded(other.name),
            reason=other.reason,
            line=line_of(lines, (file.others, number)),
        )
        for number, other in enumerate(getattr(filled.form, file.others))
    ]
    for authority in authorities:
        found += _wrong(authority, file.path)
    wrong = [other for other in others if not _NAME.fullmatch(other.name)]
    found += [problems.report("A-070", file.path, other.line, form=other.name) for other in wrong]
    return authorities, [other for other in others if other not in wrong], found


def _authority(kind: str, number: int, form: "forms.AuthorityForm", lines: Mapping[str, int]) -> AuthoritySetting:
    """Make one authority with the lines of its tables."""
    path = (kind, number)
    return AuthoritySetting(
        kind=kind,
        id=form.id,
        name=_folded(form.name),
        variants=tuple(_folded(variant) for variant in form.variants),
        sort_by=_folded(form.sort_by),
        text=form.text,
        descriptions=tuple(
            DescriptionSetting(**each.model_dump(), line=line_of(lines, (*path, "description", position)))
            for position, each in enumerate(form.description)
        ),
        local=tuple(
            LocalForm(
                form=_folded(each.form),
                document=each.document,
                at=each.at,
                line=line_of(lines, (*path, "local", position)),
            )
            for position, each in enumerate(form.local)
        ),
        line=line_of(lines, path),
    )


def _folded(form: str) -> str:
    """Put one space wherever white space stands: line ends do not belong to a name."""
    return " ".join(form.split())


def _wrong(authority: AuthoritySetting, path: str) -> list[Problem]:
    """Report forms that can never be found, a part that is none of the name, and descriptions without evidence."""
    rows = [(form, authority.line) for form in (authority.name, *authority.variants)]
    rows += [(local.form, local.line) for local in authority.local]
    found = [problems.report("A-070", path, line, form=form) for form, line in rows if not _NAME.fullmatch(form)]
    if authority.sort_by not in authority.name:
        found.append(problems.report("A-071", path, authority.line, given=authority.sort_by, name=authority.name))
    for each in authority.descriptions:
        is_cited = bool(each.document and each.quote)
        is_supplied = each.basis == "supplied"
        says = each.text.strip() or each.relation
        is_mixed = is_supplied and each.document + each.quote
        if is_supplied != bool(each.source) or is_supplied == is_cited or is_mixed:
            found.append(problems.report("A-072", path, each.line, text=says, basis=each.basis))
        if not says:
            where = f"[[{authority.kind}.description]]"
            found.append(problems.report("A-004", path, each.line, key="text", where=where))
    return found


def _doubled(authorities: Sequence[AuthoritySetting], others: Sequence[OtherName]) -> list[Problem]:
    """Report ids and forms that an earlier entry has: a form that means two things would count for neither."""
    found = []
    ids: dict[tuple[str, str], int] = {}
    bearers: dict[str, str] = {}
    for authority in authorities:
        path = PATHS[authority.kind]
        first = ids.setdefault((authority.kind, authority.id), authority.line)
        if first != authority.line:
            found.append(
                problems.report("A-009", path, authority.line, table=authority.kind, id=authority.id, first=first)
            )
        for form in (authority.name, *authority.variants):
            if form in bearers:
                found.append(problems.report("A-073", path, authority.line, form=form, bearer=bearers[form]))
            bearers.setdefault(form, f'the {authority.kind} "{authority.id}"')
    for other in others:
        if other.name in bearers:
            found.append(
                problems.report("A-073", PATHS[other.kind], other.line, form=other.name, bearer=bearers[other.name])
            )
        bearers.setdefault(other.name, "a name that is set aside")
    return found
