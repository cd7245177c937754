"""Turn the hits of a text into what is found and what is set aside; decides forms that several states bear.

It refuses to look beyond the text: only states it names beyond doubt count as evidence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from muniment.gazetteer.context import reason
from muniment.gazetteer.forms import fold
from muniment.gazetteer.found import Found, SetAside
from muniment.gazetteer.glued import Parted, part
from muniment.gazetteer.lexicon import Hit, Lexicon
from muniment.gazetteer.near import Near, Whole, is_in_list, is_linked
from muniment.gazetteer.near import near as look
from muniment.gazetteer.nouns import BODY
from muniment.gazetteer.places import US_STATE
from muniment.gazetteer.plain import is_plain
from muniment.gazetteer.sources import SPOKEN

_HYPHENS = ("-", "‐", "‑", "–")
_COORDINATED = re.compile(r"\b(North|South|East|West)(?:ern)?(?: and | & |/| or |, )\Z", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|into|across|throughout|inside|[Gg]overnment of|[Kk]ing(?:dom)? of|[Pp]resident of)\s\Z")
_SOUTH_ASIA = frozenset(("BGD", "IND", "LKA", "MDV", "MMR", "NPL", "PAK"))
_SECOND = re.compile(r"(?: \([A-Z]{3,8}\))? and (?:the )?(?:former )?")
_DEPENDENT = SPOKEN | {"combining"}
"""Flags of names that count in some texts only."""
_SHORTEST = len("East or ")
"""What stands at least before the second of two directions."""
_PEOPLES = ("indian", "indians")
_NEARBY = 600
"""Within how many characters the name of India decides what `Indian` means."""


def judge(text: str, lexicon: Lexicon) -> tuple[Found | SetAside, ...]:
    """Judge every form of a state in the text, in order."""
    plain = text.replace("ʼ", "’")  # the modifier letter counts as part of a word
    odd: list[int] = []
    found = list(lexicon.hits(plain, odd=odd))
    parted = part(plain, lexicon.heads, lexicon.tails) if odd else None
    if parted:
        judged = _judged(parted.text, parted.text, list(lexicon.hits(parted.text)), lexicon)
        return tuple(_put_back(text, parted, each) for each in judged)
    return _judged(text, plain, found, lexicon) if found else ()


def _judged(text: str, plain: str, found: Sequence[Hit], lexicon: Lexicon) -> tuple[Found | SetAside, ...]:
    """Judge the hits of a text; `plain` is the text with one kind of apostrophe."""
    hits = _split(plain, found, lexicon)
    if not hits:
        return ()
    whole = Whole(text=plain, defined=frozenset(_defined(plain, hits)))
    hits = list(_coordinated(plain, _meant(whole, hits), lexicon))
    is_simple = whole.language == "english"
    judged: list[Found | SetAside | Near] = []
    for position, hit in enumerate(hits):
        if not hit.sense.states:
            judged.append(_aside(text, hit, hit.sense.reason))
            continue
        if is_simple and is_plain(plain, hit):
            judged.append(_found(text, hit, hit.sense.states[0]))
            continue
        near = look(
            whole,
            hit,
            _name(hits[position - 1]) if position else None,
            _name(hits[position + 1]) if position + 1 < len(hits) else None,
            is_joined=position > 0 and plain[hit.start - 1] in _HYPHENS and _is_joined(plain, hits[position - 1], hit),
        )
        why = reason(near)
        if why:
            judged.append(_aside(text, hit, why))
        else:
            judged.append(near if len(hit.sense.states) > 1 else _found(text, hit, hit.sense.states[0]))
    named = frozenset(each.state for each in judged if isinstance(each, Found))
    decided = [_decided(text, each, named) if isinstance(each, Near) else each for each in judged]
    return _consistent(text, _without_first_peoples(whole, _with_second_bodies(text, decided)))


def _put_back(text: str, parted: Parted, each: Found | SetAside) -> Found | SetAside:
    """Give the place in the text as printed of what was found in the parted one."""
    start, end = parted.back(each.start), parted.back(each.end)
    return replace(each, start=start, end=end, form=text[start:end])


def _defined(text: str, hits: Sequence[Hit]) -> Iterator[str]:
    """Give the abbreviations that stand in brackets after another name of their state: `Ruritania (RUR)`."""
    for one, other in pairwise(hits):
        is_known = other.sense.flags and "defined" in other.sense.flags and one.sense.states == other.sense.states
        if is_known and text[one.end : other.start].strip(" \n“\"'‘") == "(":
            yield text[other.start : other.end]


def _meant(whole: Whole, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Leave out names in other languages than the text's, and `Franco` where no other people follows (`-German`)."""
    if not any(hit.sense.flags and hit.sense.flags & _DEPENDENT for hit in hits):
        return hits
    return [
        hit
        for hit, following in zip(hits, [*hits[1:], None], strict=True)
        if not hit.sense.flags
        or (
            (not hit.sense.flags & SPOKEN or whole.language in hit.sense.flags)
            and (
                "combining" not in hit.sense.flags
                or (following and following.sense.kind == "demonym" and _is_joined(whole.text, hit, following))
            )
        )
    ]


def _is_joined(text: str, one: Hit, other: Hit) -> bool:
    """Tell whether a hyphen joins the names of two states or peoples."""
    return bool(one.sense.states) and other.start == one.end + 1 and text[one.end] in _HYPHENS


def _coordinated(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """Take `North and South Korea` for two states: the first is named by its direction alone."""
    for hit in hits:
        if text[hit.start] not in "NSEWnsew" or hit.start < _SHORTEST:
            yield hit
            continue
        direction, _, name = text[hit.start : hit.end].partition(" ")
        is_directed = name and direction.casefold() in ("north", "south", "east", "west")
        before = _COORDINATED.search(text, max(0, hit.start - 14), hit.start) if is_directed else None
        if before:
            form = f"{before[1]} {name}"
            other = next(lexicon.hits(form), None)
            if other and other.end == len(form) and other.sense.states:
                yield Hit(before.start(1), before.end(1), other.sense)
        yield hit


def _with_second_bodies(text: str, decided: Sequence[Found | SetAside]) -> Sequence[Found | SetAside]:
    """Set `Rwanda` aside in `the Tribunals for the former Yugoslavia (ICTY) and Rwanda`."""
    judged = list(decided)
    for position, (one, other) in enumerate(pairwise(decided)):
        if not isinstance(one, SetAside) or not one.reason.startswith(BODY) or " for " not in one.reason:
            continue
        if isinstance(other, Found) and _SECOND.fullmatch(text, one.end, other.start):
            judged[position + 1] = SetAside(start=other.start, end=other.end, form=other.form, reason=one.reason)
    return judged


def _without_first_peoples(whole: Whole, decided: Sequence[Found | SetAside]) -> Sequence[Found | SetAside]:
    """Set `Indian` and `Indians` aside where a text speaks of first peoples of America and names no India nearby.

    The plural needs some evidence of India or its neighbours in any text, since documents of America use it for the
    former.
    """
    found = [each for each in decided if isinstance(each, Found)]
    peoples = [each for each in found if each.form.casefold() in _PEOPLES]
    if not peoples:
        return decided
    indian = [each.start for each in found if each.state in _SOUTH_ASIA and each.form.casefold() not in _PEOPLES]
    if not whole.names_first_peoples and (indian or all(each.form in ("Indian", "INDIAN") for each in peoples)):
        return decided
    others = {each.start for each in peoples if not _is_nearby(indian, each.start)}
    return [
        SetAside(start=each.start, end=each.end, form=each.form, reason="a first people of America")
        if isinstance(each, Found) and each.start in others
        else each
        for each in decided
    ]


def _is_nearby(places: Sequence[int], place: int) -> bool:
    """Tell whether one of the places, in order, is near."""
    after = bisect_left(places, place - _NEARBY + 1)
    return after < len(places) and places[after] < place + _NEARBY


def _consistent(text: str, decided: Sequence[Found | SetAside]) -> tuple[Found | SetAside, ...]:
    """Read a form as it was read before: after `Michael Jordan` a bare `Jordan` is the man, unless the state is there.

    The state is there when the text names it in another form too, beside other states, or where only a place can stand
    (`in Jordan`); what was read as a part of the United States may be a place.
    """
    others = {
        _stem(each.form.split()[0]): each.reason for each in decided if isinstance(each, SetAside) and _sticks(each)
    }
    if not others:
        return tuple(decided)
    found = [each for each in decided if isinstance(each, Found)]
    sure = {each.state for each in found if _stem(each.form) not in others}
    for one, other in pairwise(found):
        if is_linked(text, one, other):
            sure |= {one.state, other.state}
    for each in found:
        is_person = others.get(_stem(each.form), "").startswith("the name of a person")
        if is_person and _PLACED.search(text, max(0, each.start - 24), each.start):
            sure.add(each.state)
    return tuple(
        SetAside(start=each.start, end=each.end, form=each.form, reason=f"as elsewhere, {others[_stem(each.form)]}")
        if isinstance(each, Found) and each.state not in sure and _stem(each.form) in others
        else each
        for each in decided
    )


def _stem(form: str) -> str:
    """Reduce `Indians` to `Indian`."""
    return form.removesuffix("s").removesuffix("S")


def _sticks(aside: SetAside) -> bool:
    return aside.reason.startswith(("the name of a person", US_STATE, "a first people"))


def _split(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Sequence[Hit]:
    """Take `Croatia, Serbia and Montenegro` for three states, `Serbia and Montenegro` alone for one."""
    if not any(hit.sense.is_compound for hit in hits):
        return hits
    named = frozenset(state for hit in hits if hit.sense.kind != "demonym" for state in hit.sense.states)
    parts: list[Hit] = []
    for position, hit in enumerate(hits):
        halves = list(lexicon.hits(text, hit.start, hit.end, halves=True)) if hit.sense.is_compound else []
        before = text[hits[position - 1].end : hit.start] if position else ""
        ends_list = before.strip() == "," and "\n" not in before and text[hit.end : hit.end + 1] not in (",", ";")
        is_item = before.strip(" ") in (",", ";") or text[hit.end : hit.end + 1] in (",", ";")
        is_known = not is_item and any(state in named for half in halves for state in half.sense.states)
        parts += halves if halves and (ends_list or is_known) else [hit]
    return parts


def _name(hit: Hit) -> Hit | None:
    """Give the hit back if it is the name of a state, and no demonym."""
    return hit if hit.sense.states and hit.sense.kind != "demonym" else None


def _decided(text: str, near: Near, named: frozenset[str]) -> Found | SetAside:
    """Decide which state a shared form means: the only one the text names otherwise, else what the form says."""
    sense = near.sense
    candidates = [state for state in sense.states if state in named]
    is_default = sense.when == "always" and not candidates
    if sense.when == "list" and is_in_list(near):
        is_default = len(candidates) != 1 or _is_alphabetical(near)
    if is_default:
        return _found(text, near.hit, sense.states[0])
    if len(candidates) == 1:
        return _found(text, near.hit, candidates[0])
    return _aside(text, near.hit, f"it may mean {' or '.join(sense.states)}")


def _is_alphabetical(near: Near) -> bool:
    """Tell a place in an alphabet, as in a list of parties: a neighbour begins with the same letter, in order."""
    form = near.form.casefold()
    before = fold(near.previous.sense.words[0]) if near.previous else ""
    after = fold(near.following.sense.words[0]) if near.following else "\uffff"
    return before <= form <= after and form[0] in (before[:1], after[:1])


def _found(text: str, hit: Hit, state: str) -> Found:
    return Found(state=state, start=hit.start, end=hit.end, form=text[hit.start : hit.end], kind=hit.sense.kind)


def _aside(text: str, hit: Hit, why: str) -> SetAside:
    return SetAside(start=hit.start, end=hit.end, form=text[hit.start : hit.end], reason=why)
