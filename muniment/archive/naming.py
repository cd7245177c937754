"""Turns the forms of authorities and the words of documents into namings: where which authority is named.

It refuses to count a form inside a longer name, of whatever it be the name, and a state's name inside an authority's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from muniment.archive import names
from muniment.archive.sentences import around, bounds
from muniment.archive.stretches import Places, Stretch, in_seed, line_near, places, stretches
from muniment.frozen import dataclass
from muniment.model import AuthoritySetting, Collation, Mention, Naming, OtherName

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
class Sought:
    """The forms of an archive's curated files, ready to be looked for; made once for all documents."""

    bearers: "Forms"
    finder: names.Finder
    common: frozenset[str]
    """Forms of one word, in small letters; asked, never walked through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """What was found in one document."""

    namings: tuple[tuple[Naming, str, int, bool], ...] = ()
    """(naming, form, number of its bearer, whether it begins a sentence) in the order printed."""
    printed: tuple[str, ...] = ()
    """Forms of one word that the document prints in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What was found in all documents."""

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


def sought(bearers: Forms) -> Sought | None:
    """Make the forms ready to be looked for; none where an archive curates no names."""
    if not bearers:
        return None
    common = names.small(
        form for form, own in bearers.items() if any(each.sort != MASK and not each.document for each in own)
    )
    return Sought(bearers=bearers, finder=names.Finder(bearers), common=common)


def find(
    document: str, collation: Collation, mentions: tuple[Mention, ...], forms: Sought
) -> tuple[tuple[Mention, ...], Local]:
    """Find every form in a document; the mentions of states that are part of a longer name are left out."""
    held = stretches(collation)
    printed = dict.fromkeys(word for each in held for word in sorted(names.printed(each.words, forms.common)))
    standing = places(collation)
    states: list[Mention] = []
    namings: list[tuple[Naming, str, int, bool]] = []
    for stretch, candidates in _in_document(document, held, mentions, forms):
        starts = bounds(stretch.words)
        for each in candidates:
            if each.mention:
                states.append(each.mention)
            elif each.bearer.sort != MASK:
                number = forms.bearers[each.form].index(each.bearer)
                begins = names.begins_sentence(stretch.words, starts, each.start)
                namings.append((_naming(document, stretch, each, standing), each.form, number, begins))
    return tuple(states), Local(namings=tuple(namings), printed=tuple(printed))


def join(found: Iterable[Local], bearers: Forms) -> Named:
    """Join what was found in the documents, in the archive's order; a form that may be a common word is doubtful."""
    found = tuple(found)
    common = frozenset(word for own in found for word in own.printed)
    namings: list[tuple[Naming, str, Bearer]] = []
    doubts: list[Doubt] = []
    for own in found:
        for naming, form, number, begins in own.namings:
            bearer = bearers[form][number]
            if begins and _may_be_common(form, bearer, common):
                doubts.append(Doubt(form=form, bearer=bearer, document=naming.document, anchor=naming.anchor))
            else:
                namings.append((naming, form, bearer))
    return Named(
        namings=tuple(naming for naming, _, bearer in namings if bearer.sort == AUTHORITY),
        others=tuple(naming for naming, _, bearer in namings if bearer.sort == OTHER),
        forms=frozenset((form, bearer) for _, form, bearer in namings),
        doubts=tuple(doubts),
    )


def _in_document(
    document: str, held: Iterable[Stretch], mentions: Iterable[Mention], forms: Sought
) -> list[tuple[Stretch, list[Candidate]]]:
    """Find the names that stand in a document, states' included, the longest ones preferred, passage by passage."""
    mentioned: dict[str, list[Mention]] = {}
    for mention in mentions:
        mentioned.setdefault(mention.anchor, []).append(mention)
    found = []
    for stretch in held:
        states = _states(mentioned.get(stretch.anchor, ()))
        candidates = [*_candidates(document, stretch, forms.finder, forms.bearers), *states]
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


def _may_be_common(form: str, bearer: Bearer, common: frozenset[str]) -> bool:
    """Say whether a form may be any word with a capital, which the documents print in small letters too."""
    return not bearer.document and form.isalpha() and form.lower() in common and form[1:].islower()


def _naming(document: str, stretch: Stretch, each: Candidate, standing: Places) -> Naming:
    """Word one naming, with its sentence and its place in the seed."""
    known = standing.get(stretch.anchor, ())
    line, column = in_seed(known, each.start, each.end)
    quote_start, quote = around(stretch.words, bounds(stretch.words), each.start, each.end)
    return Naming(
        kind=each.bearer.kind,
        authority=each.bearer.name,
        document=document,
        anchor=stretch.anchor,
        form=stretch.words[each.start : each.end],
        quote=quote,
        quote_start=quote_start,
        start=each.start,
        seed_line=line or line_near(known, each.start) or stretch.line,
        seed_start=column,
    )
