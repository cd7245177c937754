"""Turns the entries of people.toml, organisations.toml and places.toml into authorities that the documents name.

It refuses a description whose words do not stand in a document, and leaves out an authority that no document names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from muniment import problems
from muniment.archive import naming
from muniment.archive.naming import Bearer, Named
from muniment.archive.quotations import Citation, Holdings, resolve
from muniment.archive.renamed import near
from muniment.archive.stretches import find, stretches
from muniment.frozen import dataclass
from muniment.model import (
    Authority,
    AuthoritySetting,
    Description,
    DescriptionSetting,
    Document,
    LocalForm,
    Naming,
    OtherName,
    Passage,
    Problem,
    Settings,
    State,
)
from muniment.settings import suggestion
from muniment.settings.authorities import PATHS
from muniment.words import ENGLISH, Alphabet

_KINDS = tuple(PATHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curated:
    """What an archive's files say, without the forms that cannot count."""

    authorities: tuple[AuthoritySetting, ...]
    others: tuple[OtherName, ...]
    bearers: Mapping[str, Sequence[Bearer]]
    """What each form means."""
    problems: tuple[Problem, ...] = ()
    """Forms that cannot count."""
    alphabet: Alphabet = ENGLISH.alphabet
    """The order of letters in the language of the interface."""


def curate(settings: Settings, states: Iterable[State], masks: Iterable[str]) -> Curated:
    """List what the forms of an archive's authorities mean; a state's own name is reported and not looked for.

    `masks` are names known to be no state's, in which no authority's name is to be found either.
    """
    if not (settings.authorities or settings.other_names):
        return Curated(authorities=(), others=(), bearers={})
    known = {form: state for state in states for form, _ in state.names}
    found = []
    bearers = naming.forms(settings.authorities, settings.other_names, masks)
    rows = [(each.kind, each.line, (each.name, *each.variants)) for each in settings.authorities]
    rows += [(each.kind, each.line, (each.name,)) for each in settings.other_names]
    for kind, line, forms in rows:
        for form in forms:
            state = known.get(form)
            if state:
                bearers[form] = [bearer for bearer in bearers[form] if bearer.document or bearer.sort == naming.MASK]
                bearer = f"the state {state.id}, {state.name}"
                found.append(problems.report("A-074", PATHS[kind], line, form=form, bearer=bearer))
    return Curated(
        authorities=settings.authorities,
        others=settings.other_names,
        bearers=bearers,
        problems=tuple(found),
        alphabet=settings.words.alphabet,
    )


def authorities(
    curated: Curated, named: Named, holdings: Holdings
) -> tuple[tuple[Authority, ...], tuple[OtherName, ...], list[Problem]]:
    """Resolve every authority that is named, and every name set aside that stands somewhere; report the others."""
    found = _doubts(curated, named)
    namings: dict[tuple[str, str], list[Naming]] = {}
    for each in named.namings:
        namings.setdefault((each.kind, each.authority), []).append(each)
    resolved = []
    for authority in curated.authorities:
        misplaced = _misplaced(authority, holdings)
        found += misplaced
        path = PATHS[authority.kind]
        own = namings.get((authority.kind, authority.id))
        if not own:
            found.append(problems.report("A-076", path, authority.line, kind=authority.kind, id=authority.id))
            continue
        lines = [problem.line for problem in misplaced]
        found += [problem for problem in _unused(authority, curated, named) if problem.line not in lines]
        descriptions, troubles = _descriptions(authority, own, holdings)
        found += troubles
        resolved.append(_authority(authority, named, descriptions, curated.alphabet))
    aside = {(each.kind, each.authority) for each in named.others}
    for other in curated.others:
        if (other.kind, other.name) not in aside:
            bearer = f"no {other.kind}’s name"
            found.append(problems.report("A-075", PATHS[other.kind], other.line, form=other.name, bearer=bearer))
    others = tuple(other for other in curated.others if (other.kind, other.name) in aside)
    return tuple(sorted(resolved, key=lambda each: order(each, curated.alphabet))), others, found


def order(authority: Authority, alphabet: Alphabet) -> tuple[int, str, str, str]:
    """Give what authorities are sorted by: their kind, what they are filed under, their name."""
    keys = alphabet.key(authority.sort_by), alphabet.key(authority.name)
    return _KINDS.index(authority.kind), *keys, authority.id


def _authority(
    setting: AuthoritySetting, named: Named, descriptions: tuple[Description, ...], alphabet: Alphabet
) -> Authority:
    used = [form for form, bearer in _own(setting) if (form, bearer) in named.forms]
    return Authority(
        kind=setting.kind,
        id=setting.id,
        name=setting.name,
        sort_by=setting.sort_by or setting.name,
        letter=alphabet.initial(setting.sort_by or setting.name),
        forms=tuple(dict.fromkeys(used)),
        text=setting.text,
        descriptions=descriptions,
    )


def _own(setting: AuthoritySetting) -> list[tuple[str, Bearer]]:
    """Give every form of an authority with what it means, the name first."""
    return [(form, bearer) for form, own in naming.forms((setting,), (), ()).items() for bearer in own]


def _unused(setting: AuthoritySetting, curated: Curated, named: Named) -> list[Problem]:
    """Report forms that could count and never do; a preferred label need not be printed anywhere."""
    lines = {(local.form, local.document, local.at): local.line for local in setting.local}
    return [
        problems.report(
            "A-075",
            PATHS[setting.kind],
            lines.get((form, bearer.document, bearer.at), setting.line),
            form=form,
            bearer=f'a form of the {setting.kind} "{setting.id}"',
        )
        for form, bearer in _own(setting)
        if (form, bearer) not in named.forms
        and bearer in curated.bearers[form]
        and (form != setting.name or bearer.document)
    ]


def _misplaced(setting: AuthoritySetting, holdings: Holdings) -> list[Problem]:
    """Report forms of one document where there is no such document or paragraph."""
    found = []
    for local in setting.local:
        problem = _misplacement(local, PATHS[setting.kind], holdings.documents)
        if problem:
            found.append(problem)
    return found


def _misplacement(local: LocalForm, path: str, documents: Mapping[str, Document]) -> Problem | None:
    document = documents.get(local.document)
    if document is None:
        hint = near(local.document, documents)
        return problems.report("A-018", path, local.line, given=local.document, near=hint)
    if document.entry.withdrawn:
        return problems.report("A-028", path, local.line, document=local.document)
    known = [name for each in stretches(document.collation) for name in (each.anchor, *each.aliases)]
    if local.at and local.at not in known:
        hint = suggestion(local.at, known)
        return problems.report("A-022", path, local.line, document=local.document, given=local.at, near=hint)
    return None


def _descriptions(
    setting: AuthoritySetting, namings: Sequence[Naming], holdings: Holdings
) -> tuple[tuple[Description, ...], list[Problem]]:
    """Resolve what is said of an authority; what cannot stand is reported and left out."""
    resolved: list[Description] = []
    found: list[Problem] = []
    path = PATHS[setting.kind]
    for each in setting.descriptions:
        if each.basis == "supplied":
            made = Description(text=each.text, basis=each.basis, passage=None, source=each.source)
            resolved.append(replace(made, relation=each.relation))
            continue
        cited = Citation(path=path, line=each.line, document=each.document, quote=each.quote, at=each.at)
        passage = resolve(holdings, cited)
        problem = passage if isinstance(passage, Problem) else _unproven(setting, each, passage, namings)
        if problem:
            found.append(problem)
        elif isinstance(passage, Passage):
            made = Description(text=each.text, basis=each.basis, passage=passage, relation=each.relation)
            resolved.append(made)
    return tuple(resolved), found


def _unproven(
    setting: AuthoritySetting, each: DescriptionSetting, passage: Passage, namings: Sequence[Naming]
) -> Problem | None:
    """Report an attested description whose quotation does not say it, or does not name the authority."""
    if each.basis != "attested":
        return None
    path = PATHS[setting.kind]
    if each.text and find(passage.quote, each.text) is None:
        return problems.report("A-077", path, each.line, text=each.text, quote=each.quote)
    if not any(_lies_in(naming, passage) for naming in namings):
        return problems.report("A-078", path, each.line, kind=setting.kind, id=setting.id, quote=each.quote)
    return None


def _lies_in(each: Naming, passage: Passage) -> bool:
    """Say whether a naming is part of the words of a passage."""
    is_there = (each.document, each.anchor) == (passage.document, passage.anchor)
    end = passage.start + len(passage.quote)
    return is_there and passage.start <= each.start and each.start + len(each.form) <= end


def _doubts(curated: Curated, named: Named) -> list[Problem]:
    """Report names that may be common words."""
    lines = {(each.kind, each.id): each.line for each in curated.authorities}
    lines |= {(each.kind, each.name): each.line for each in curated.others}
    return [
        problems.report(
            "A-079",
            PATHS[each.bearer.kind],
            lines[each.bearer.kind, each.bearer.name],
            form=each.form,
            document=each.document,
            anchor=each.anchor,
            bearer=f'the {each.bearer.kind} "{each.bearer.name}"',
        )
        for each in named.doubts
    ]
