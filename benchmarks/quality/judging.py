"""Holds what the line made of a text against its annotation; knows neither files nor the line."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

MARKS = "?~%"
"""Marks of uncertainty in EDTF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What a cataloguer says of one text; a field that is None is not judged."""

    name: str
    source: str
    sha256: str
    """Of the text; lower-case hex."""
    language: str | None = None
    kind: tuple[str, ...] | None = None
    """Every kind a cataloguer would accept."""
    date: tuple[str, ...] | None = None
    """Accepted EDTF; an empty string among them means that none is right too."""
    unsure_date: tuple[str, ...] = ()
    """Accepted only when marked as uncertain."""
    title: tuple[str, ...] | None = None
    place: tuple[str, ...] | None = None
    creator: tuple[str, ...] | None = None
    publisher: tuple[str, ...] | None = None
    states: tuple[tuple[str, int], ...] | None = None
    """(id, number of mentions), by id."""
    may: tuple[tuple[str, int], ...] = ()
    """(id, number of further mentions on which cataloguers would differ), by id."""
    origin: str = ""
    """The undamaged text's name, for a text made of another; it decides the set."""
    gathered: int = 1
    """In which round of gathering the text was found: 1 first, 2 and 3 later and elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One field of one text, judged."""

    field: str
    verdict: str
    """`right`, `wrong`, `empty`; dates also `unsure`, `unsure-wrong`, `coarse`."""
    expected: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How often states were found rightly, wrongly and not at all."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    details: tuple[str, ...] = field(default=())
    """`KWT found 3, expected 2`."""


def folded(words: str) -> str:
    """Reduce words to what a comparison of titles is about: letters and digits, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(each if each.isalnum() else " " for each in decomposed if not unicodedata.combining(each))
    return " ".join(kept.split())


def one_of(name: str, accepted: tuple[str, ...] | None, found: str) -> Verdict | None:
    """Judge a field that has one of several accepted values."""
    if accepted is None:
        return None
    expected = " | ".join(accepted)
    if not found:
        return Verdict(field=name, verdict="right" if "" in accepted else "empty", expected=expected, found="")
    right = any(_names(each, found) for each in accepted if each)
    return Verdict(field=name, verdict="right" if right else "wrong", expected=expected, found=found)


def _names(accepted: str, found: str) -> bool:
    """Say whether a found value is the accepted one; of one that ends in … its first three words are enough."""
    if not accepted.endswith("…"):
        return folded(accepted) == folded(found)
    words, opening = folded(found).split(), folded(accepted).split()
    return len(words) >= 3 and words == opening[: len(words)]


def person(name: str, accepted: tuple[str, ...] | None, found: tuple[str, ...]) -> Verdict | None:
    """Judge a field of names: each found name must hold an accepted one or be held by one."""
    if accepted is None:
        return None
    shown, expected = " + ".join(found), " | ".join(accepted)
    if not found:
        return Verdict(field=name, verdict="right" if "" in accepted else "empty", expected=expected, found="")
    names = [folded(each) for each in accepted if each]
    right = all(any(_holds(known, folded(each)) for known in names) for each in found)
    return Verdict(field=name, verdict="right" if right else "wrong", expected=expected, found=shown)


def _holds(one: str, other: str) -> bool:
    """Say whether one name stands in the other."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def date(annotation: Annotation, found: str) -> Verdict | None:
    """Judge a date: right, right but marked as unsure, coarser than it could be, wrong, or wrong but marked."""
    accepted = annotation.date
    if accepted is None:
        return None
    expected = " | ".join(each or "none" for each in accepted)
    bare = found
    for mark in MARKS:
        bare = bare.replace(mark, "")
    if not found:
        verdict = "right" if "" in accepted else "empty"
    elif found in accepted:
        verdict = "right"
    elif bare != found:
        held = {*accepted, *annotation.unsure_date} - {""}
        near = any(each == bare or each.startswith(bare + "-") for each in held)
        verdict = "unsure" if near else "unsure-wrong"
    elif any(each.startswith(found + "-") for each in accepted):
        verdict = "coarse"
    else:
        verdict = "wrong"
    return Verdict(field="date", verdict=verdict, expected=expected, found=found)


def states(annotation: Annotation, found: Counter[str]) -> tuple[Counts, Counts] | None:
    """Count states by document and by mention."""
    if annotation.states is None:
        return None
    expected, doubtful = Counter(dict(annotation.states)), dict(annotation.may)
    spared = {each: min(doubtful.get(each, 0), max(0, count - expected[each])) for each, count in found.items()}
    judged = found - Counter(spared)
    both = [*expected, *(each for each in judged if each not in expected)]
    details = tuple(
        f"{each} found {found[each]}, expected {expected[each]}" for each in both if judged[each] != expected[each]
    )
    right = sum((expected & judged).values())
    documents = Counts(
        right=len(set(expected) & set(judged)),
        extra=len(set(judged) - set(expected)),
        missed=len(set(expected) - set(judged)),
    )
    mentions = Counts(
        right=right, extra=sum(judged.values()) - right, missed=sum(expected.values()) - right, details=details
    )
    return documents, mentions
