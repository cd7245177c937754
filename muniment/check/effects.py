"""Turns one tag into what it means to the checks: ids, links, references, quotations, faults.

It refuses to know where the tag stands: the same tag means the same on every page, so a site needs it read only once.
"""

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

from muniment.check import allowed
from muniment.check.markup import Tag, parse
from muniment.frozen import dataclass

_REFERRING = frozenset(["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"])
_LOADING = frozenset(["src", "srcset", "poster", "data", "background"])
_ADDRESSES = frozenset(["href", "xlink:href", "action", "formaction", "cite"])
_LEADING = _LOADING | _ADDRESSES
_FOLLOWED = frozenset(["a", "q", "blockquote", "ins", "del"])
_FRAMES = frozenset(["iframe", "frame", "object", "embed", "applet", "base", "portal"])
_LOADED_LINKS = frozenset(["stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LINE = re.compile(r"m[1-9][0-9]{0,6}")
_WORDS_ONLY = ("application/ld+json", "application/json")


class Link(NamedTuple):
    """A reference to another file or place."""

    address: str
    """As written, character references resolved."""
    is_load: bool
    """Whether a browser fetches it to show the page, or sends words there; otherwise a reader follows it."""
    is_run: bool = False
    """Whether a browser runs what it fetches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a start tag means."""

    tag: Tag
    is_plain: bool
    """Whether it is structure only, and nothing below is filled."""
    id: str = ""
    links: tuple[Link, ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    """(attribute, id it names)."""
    level: int = 0
    """1-6 for a heading."""
    cites: tuple[str, str] | None = None
    """(document, anchor) of a quotation."""
    region: str = ""
    """What the words within are: `text` (the edition's), `aside` (said about it), `line` (a line set apart)."""
    faults: tuple[tuple[str, str], ...] = ()
    """(code, offending words) of what is wrong with the tag wherever it stands."""


def understand(text: str) -> Effect:
    """Read what stands between `<` and `>` of a start tag; refuse with `MarkupError` what is out of form."""
    tag = parse(text)
    given = tag.attributes
    if "&" in text:
        given = {key: unescape(value) if "&" in value else value for key, value in given.items()}
    links: tuple[Link, ...] = ()
    if tag.name == "meta" or not _LEADING.isdisjoint(given):
        links = (*_links(tag.name, given), *_refresh(tag.name, given))
    references: tuple[tuple[str, str], ...] = ()
    if not _REFERRING.isdisjoint(given):
        references = tuple((key, name) for key in given if key in _REFERRING for name in given[key].split())
    cites = (
        (given["data-document"], given["data-anchor"]) if "data-document" in given and "data-anchor" in given else None
    )
    faults = () if allowed.is_listed(tag.name, given) else tuple(_faults(tag.name, given))
    level = _HEADINGS.get(tag.name, 0)
    is_singled_out = tag.name in ("html", "head", "title", "meta", "br")
    name = given.get("id", "")
    region = _region(tag.name, given)
    return Effect(
        tag=tag,
        is_plain=not (name or links or references or cites or faults or level or region or is_singled_out),
        id=name,
        links=links,
        references=references,
        level=level,
        cites=cites,
        region=region,
        faults=faults,
    )


def _region(name: str, given: Mapping[str, str]) -> str:
    """Say what the words of an element are."""
    kinds = given["class"].split() if "class" in given else ()
    if "lacuna" in kinds or given.get("role") == "doc-footnote":
        return "aside"
    if name == "div" and "edition" in kinds:
        return "text"
    return "line" if "id" in given and _LINE.fullmatch(given["id"]) else ""


def _links(name: str, given: Mapping[str, str]) -> list[Link]:
    """Give what an element leads to or loads."""
    found = []
    for key, value in given.items():
        if key in _ADDRESSES and not _is_icon(name, given):
            is_load = name not in _FOLLOWED and (name != "link" or _loads(given))
            found.append(Link(value, is_load))
        elif key in _LOADING:
            candidates = value.split(",") if key == "srcset" else (value,)
            is_run = name == "script"
            found += [Link(candidate.strip().partition(" ")[0], True, is_run) for candidate in candidates]
    return found


def _is_icon(name: str, given: Mapping[str, str]) -> bool:
    """Say whether an element is the page's icon, written out in the page itself: nothing is fetched for it."""
    return name == "link" and given.get("rel") == "icon" and given.get("href", "").startswith("data:image/svg+xml,")


def _refresh(name: str, given: Mapping[str, str]) -> list[Link]:
    """Give where a page sends its reader on to."""
    if name != "meta" or given.get("http-equiv", "").lower() != "refresh":
        return []
    return [Link(given.get("content", "").partition("url=")[2], True)]  # a page sends nobody to another site


def _loads(given: Mapping[str, str]) -> bool:
    """Say whether a link element makes a browser fetch what it names."""
    return any(word in _LOADED_LINKS for word in given.get("rel", "").lower().split())


def _faults(name: str, given: Mapping[str, str]) -> list[tuple[str, str]]:
    """Find what would run, restyle, load a frame, or leave a reader without words."""
    runs = [key for key in given if key == "style" or (key[:2].lower() == "on" and key.isalpha())]
    found = [("L-008", f"the attribute {key}") for key in runs]
    if name == "img" and "alt" not in given:
        found.append(("L-007", given.get("src", "")))
    if name in _FRAMES:
        found.append(("L-009", f"<{name}>"))
    if name == "style":
        found.append(("L-008", "a style element"))
    if name == "script" and "src" not in given and given.get("type") not in _WORDS_ONLY:
        found.append(("L-008", "a script"))
    if name not in _FRAMES and name != "style":
        found += allowed.faults(name, {key: value for key, value in given.items() if key not in runs})
    return found
