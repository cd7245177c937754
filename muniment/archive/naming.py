"""Turns the forms of authorities and the words of documents into namings: where which authority is named.

It refuses to count a form inside a longer name, of whatever it be the name, and a state's name inside an authority's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from muniment.archive import names
from muniment.archive.sentences import around, bounds
from muniment.archive.stretches import Places, Stretch, in_seed, line_near, places, stretches
from muniment.model import AuthoritySetting, Document, Mention, Naming, OtherName

AUTHORITY = "authority"
OTHER = "other"
STATE = "state"
MASK = "mask"
_RANKS = ("local", AUTHORITY, OTHER, STATE, MASK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """What a form means, and where."""

    sort: str
    """`authority`, `other` for a name that an archive sets aside, `state`, `mask` for a name of anything else."""
    kind: str = ""
    """`person`, `organisation` or `place`; empty for a state and a mask."""
    name: str = ""
    """Id of the authority, or the name set aside."""
    document: str = ""
    """Id of the one document in which the form means it; empty for a form that means it everywhere."""
    at: str = ""
    """Anchor or alias of the one paragraph, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name that stands at some words, before longer names are preferred."""

    start: int
    end: int
    rank: int
    form: str
    """As asked for; as printed for a state."""
    bearer: Bearer
    mention: Mention | None = None
    """Of a state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A form at the beginning of a sentence that the documents print as a common word too."""

    form: str
    bearer: Bearer
    document: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What was found in all documents."""

    documents: tuple[Document, ...]
    """With the mentions of states that are no part of an authority's name."""
    namings: tuple[Naming, ...]
    """Of authorities."""
    others: tuple[Naming, ...]
    """Of names set aside."""
    forms: frozenset[tuple[str, Bearer]]
    """Every form that was found with its bearer; asked, never walked through."""
    doubts: tuple[Doubt, ...]


Forms = Mapping[str, Sequence[Bearer]]
"""Bearers by form."""


def forms(
    authorities: Iterable[AuthoritySetting], others: Iterable[OtherName], masks: Iterable[str]
) -> dict[str, list[Bearer]]:
    """List what every form means; `masks` are names that only keep shorter ones from being found in them."""
    bearers: dict[str, list[Bearer]] = {}
    for authority in authorities:
        plain = Bearer(sort=AUTHORITY, kind=authority.kind, name=authority.id)
        for form in dict.fromkeys((authority.name, *authority.variants)):
            bearers.setdefault(form, []).append(plain)
        for local in authority.local:
            bearers.setdefault(local.form, []).append(replace(plain, document=local.document, at=local.at))
    for other in others:
        bearers.setdefault(other.name, []).append(Bearer(sort=OTHER, kind=other.kind, name=other.name))
    for mask in masks:
        bearers.setdefault(mask, []).append(Bearer(sort=MASK))
    return bearers


def find(documents: Sequence[Document], bearers: Forms) -> Named:
    """Find every form in every document that is not withdrawn."""
    if not bearers:
        return Named(documents=tuple(documents), namings=(), others=(), forms=frozenset(), doubts=())
    finder = names.Finder(bearers)
    held = {each.id: stretches(each.collation) for each in documents if not each.edition.front.withdrawn}
    common = names.small(
        form for form, own in bearers.items() if any(each.sort != MASK and not each.document for each in own)
    )
    common = frozenset(word for own in held.values() for each in own for word in names.printed(each.words, common))
    kept: list[Document] = []
    namings: list[tuple[Naming, Candidate]] = []
    doubts: list[Doubt] = []
    for document in documents:
        own = _in_document(document, held.get(document.id, ()), finder, bearers)
        states: list[Mention] = []
        standing = places(document.collation) if own else {}
        for stretch, candidates in own:
            starts = bounds(stretch.words)
            for each in candidates:
                if each.mention:
                    states.append(each.mention)
                elif each.bearer.sort != MASK and _is_doubtful(each, stretch, starts, common):
                    doubts.append(
                        Doubt(form=each.form, bearer=each.bearer, document=document.id, anchor=stretch.anchor)
                    )
                elif each.bearer.sort != MASK:
                    namings.append((_naming(document.id, stretch, each, standing), each))
        kept.append(document if len(states) == len(document.mentions) else replace(document, mentions=tuple(states)))
    return Named(
        documents=tuple(kept),
        namings=tuple(naming for naming, each in namings if each.bearer.sort == AUTHORITY),
        others=tuple(naming for naming, each in namings if each.bearer.sort == OTHER),
        forms=frozenset((each.form, each.bearer) for _, each in namings),
        doubts=tuple(doubts),
    )


def _in_document(
    document: Document, held: Iterable[Stretch], finder: names.Finder, bearers: Forms
) -> list[tuple[Stretch, list[Candidate]]]:
    """Find the names that stand in a document, states' included, the longest ones preferred, passage by passage."""
    mentioned: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        mentioned.setdefault(mention.anchor, []).append(mention)
    found = []
    for stretch in held:
        candidates = [*_candidates(document.id, stretch, finder, bearers), *_states(mentioned.get(stretch.anchor, ()))]
        if candidates:
            found.append((stretch, names.longest(candidates)))
    return found


def _candidates(document: str, stretch: Stretch, finder: names.Finder, bearers: Forms) -> Iterator[Candidate]:
    """Give every form in a passage that means something there."""
    for start, end, form in finder.hits(stretch.words):
        for bearer in bearers[form]:
            is_here = not bearer.document or (
                bearer.document == document and (not bearer.at or bearer.at in (stretch.anchor, *stretch.aliases))
            )
            is_part = bearer.kind == "person" and names.is_hyphenated(stretch.words, start, end)
            if is_here and not is_part:
                rank = _RANKS.index("local" if bearer.document else bearer.sort)
                yield Candidate(start=start, end=end, rank=rank, form=form, bearer=bearer)


def _states(mentions: Iterable[Mention]) -> Iterator[Candidate]:
    for mention in mentions:
        end = mention.start + len(mention.form)
        rank = _RANKS.index(STATE)
        bearer = Bearer(sort=STATE)
        yield Candidate(start=mention.start, end=end, rank=rank, form=mention.form, bearer=bearer, mention=mention)


def _is_doubtful(each: Candidate, stretch: Stretch, starts: Sequence[int], common: frozenset[str]) -> bool:
    """Say whether a form may be any word with a capital because it begins a sentence."""
    if each.bearer.document or not (each.form.isalpha() and each.form.lower() in common and each.form[1:].islower()):
        return False
    return names.begins_sentence(stretch.words, starts, each.start)


def _naming(document: str, stretch: Stretch, each: Candidate, standing: Places) -> Naming:
    """Word one naming, with its sentence and its place in the seed."""
    known = standing.get(stretch.anchor, ())
    line, column = in_seed(known, each.start, each.end)
    return Naming(
        kind=each.bearer.kind,
        authority=each.bearer.name,
        document=document,
        anchor=stretch.anchor,
        form=stretch.words[each.start : each.end],
        quote=around(stretch.words, bounds(stretch.words), each.start, each.end),
        start=each.start,
        seed_line=line or line_near(known, each.start) or stretch.line,
        seed_start=column,
    )
