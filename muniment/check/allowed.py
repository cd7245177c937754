"""Turns one tag into what a page may not hold: elements, attributes, values and ids that are not on our lists.

It refuses to guess what else might be harmless: a page is text with links, and what is not listed is not published.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


STRUCTURE = _listed(
    "html head title meta link script body main header footer nav section article aside div p h1 h2 h3 h4 h5 h6 hr br"
    " wbr ul ol li dl dt dd figure figcaption blockquote pre details summary address"
)
"""Elements that arrange a page."""
PHRASES = _listed(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var"
)
"""Elements around words."""
TABLES = _listed("table caption colgroup col thead tbody tfoot tr th td")
FORMS = _listed("form label input button select option optgroup fieldset legend output search")
DRAWINGS = _listed(
    "svg g defs symbol use line path circle ellipse rect polyline polygon text tspan desc linearGradient"
    " radialGradient stop mask clipPath pattern marker"
)
ELEMENTS = STRUCTURE | PHRASES | TABLES | FORMS | DRAWINGS
"""Every element a page may hold."""

EVERYWHERE = _listed("class id lang dir title hidden role tabindex translate")
"""Attributes of every element, beside `aria-…` and `data-…`."""
DRAWN = _listed(
    "x y x1 x2 y1 y2 cx cy r rx ry fx fy dx dy d points width height viewBox preserveAspectRatio transform overflow"
    " fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin"
    " stop-color stop-opacity offset opacity mask clip-path marker-start marker-mid marker-end maskContentUnits"
    " maskUnits gradientUnits gradientTransform clipPathUnits patternUnits patternContentUnits patternTransform"
    " spreadMethod refX refY markerWidth markerHeight orient text-anchor dominant-baseline textLength pathLength"
    " focusable version"
)
"""Attributes of drawings."""
_CELL = _listed("colspan rowspan headers scope abbr")
_LINK = _listed("href hreflang rel type download")
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": _LINK,
    "link": _LINK | _listed("media sizes integrity"),
    "meta": _listed("charset name content http-equiv property"),
    "script": _listed("src type defer async integrity"),
    "img": _listed("src srcset sizes alt width height loading decoding"),
    "use": _listed("href"),
    "svg": _listed("xmlns"),
    "ol": _listed("start type reversed"),
    "li": _listed("value"),
    "data": _listed("value"),
    "col": _listed("span"),
    "colgroup": _listed("span"),
    "th": _CELL,
    "td": _CELL,
    "time": _listed("datetime"),
    "q": _listed("cite"),
    "blockquote": _listed("cite"),
    "ins": _listed("cite datetime"),
    "del": _listed("cite datetime"),
    "details": _listed("open"),
    "form": _listed("action method autocomplete"),
    "label": _listed("for"),
    "input": _listed(
        "type name value placeholder list min max step pattern minlength maxlength required disabled readonly checked"
        " size autocomplete spellcheck inputmode enterkeyhint"
    ),
    "button": _listed("type name value disabled"),
    "select": _listed("name multiple size required disabled"),
    "option": _listed("value label selected disabled"),
    "optgroup": _listed("label disabled"),
    "output": _listed("for"),
}
"""Attributes of single elements."""

RELATIONS = _listed(
    "alternate author canonical cite-as collection contents describedby first help icon index item last license next"
    " prev search stylesheet type up"
)
"""What a link element may be to its page: none that opens a connection, and none that runs."""
_TYPES = {
    "script": _listed("application/ld+json application/json module"),
    "input": _listed("text search checkbox radio number date range reset submit"),
    "button": _listed("button submit reset"),
}
_META = re.compile(
    r"viewport|color-scheme|theme-color|description|author|generator|robots|keywords|twitter:card"
    r"|(?:citation_|DC\.|DCTERMS\.|dc\.|dcterms\.|eprints\.|prism\.)[A-Za-z_.]+"
)
_NAMED = re.compile(r"(?:aria|data)-[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ID = re.compile(r"[^\W_][\w.:-]*")
_REFERENCE = re.compile(r"url\((?!#[A-Za-z][A-Za-z0-9-]*\))", re.IGNORECASE)
_NONE, _OWN, _DRAWN = _listed("'none'"), _listed("'none' 'self'"), _listed("'none' 'self' data:")
_POLICY_WORDS: Mapping[str, frozenset[str]] = {
    "default-src": _NONE,
    "base-uri": _NONE,
    "object-src": _NONE,
    "frame-src": _NONE,
    "form-action": _OWN,
    "script-src": _OWN | _listed("'wasm-unsafe-eval'"),
    "style-src": _OWN,
    "connect-src": _OWN,
    "manifest-src": _OWN,
    "worker-src": _OWN,
    "media-src": _OWN,
    "img-src": _DRAWN,
    "font-src": _DRAWN,
}
"""The most that a page's policy may allow."""


_DECIDING = frozenset(_TYPES) | _listed("form link meta img") | DRAWINGS
"""Elements of which more is asked than that their attributes are listed."""


def is_listed(name: str, given: Mapping[str, str]) -> bool:
    """Say quickly whether nothing is wrong with a tag; where this says no, `faults` says what is wrong, if anything."""
    if not _are_listed(name, tuple(given)) or ("id" in given and not _ID.fullmatch(given["id"])):
        return False
    return name not in _DECIDING or (
        name == "meta" and [*given] == ["name", "content"] and _META.fullmatch(given["name"]) is not None
    )


@lru_cache(maxsize=4096)
def _are_listed(name: str, keys: tuple[str, ...]) -> bool:
    """Say whether an element may have these attributes."""
    return not any(faults(name, dict.fromkeys(keys, "x"))) if name not in _DECIDING else name == "meta"


def faults(name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give (code, offending words) of everything about a tag that is not on the lists."""
    if name not in ELEMENTS:
        yield "L-060", f"<{name}>"
        return
    own = ATTRIBUTES.get(name, frozenset())
    for key, value in given.items():
        if not (key in EVERYWHERE or key in own or _NAMED.fullmatch(key) or (key in DRAWN and name in DRAWINGS)):
            yield "L-061", f"{key} on <{name}>"
        elif name in DRAWINGS and "(" in value and _REFERENCE.search(value):
            yield "L-062", f'{key}="{value}"'
    if "id" in given and not _ID.fullmatch(given["id"]):
        yield "L-063", given["id"]
    yield from _values(name, given)


def _values(name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Hold the values that decide what an element does against their lists."""
    kind = given.get("type", "").lower()
    if name in _TYPES and kind and kind not in _TYPES[name]:
        yield "L-062", f'type="{kind}" on <{name}>'
    if name == "form" and given.get("method", "get").lower() != "get":
        yield "L-062", f'method="{given["method"]}"'
    if name == "link":
        relations = given.get("rel", "").lower().split()
        if not relations or not RELATIONS.issuperset(relations):
            yield "L-062", f'rel="{given.get("rel", "")}"'
    if name == "meta":
        yield from _meta(given)


def _meta(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Hold what a page says about itself against its lists."""
    content = given.get("content", "")
    if "http-equiv" in given:
        if given["http-equiv"].lower() == "content-security-policy":
            yield from _policy(content)
        elif given["http-equiv"].lower() != "refresh" or not re.fullmatch(r"[0-9]{1,3}; ?url=[^;]*", content):
            yield "L-062", f'http-equiv="{given["http-equiv"]}"'
    is_referrer = given.get("name") == "referrer" and content == "no-referrer"
    if "name" in given and not is_referrer and not _META.fullmatch(given["name"]):
        yield "L-062", f'name="{given["name"]}" content="{content}"'


def _policy(content: str) -> Iterator[tuple[str, str]]:
    """Hold a content security policy against the most that a page may allow."""
    directives = [words for words in (part.split() for part in content.split(";")) if words]
    names = [words[0].lower() for words in directives]
    if "default-src" not in names or len(dict.fromkeys(names)) != len(names):
        yield "L-064", content
    for name, *words in directives:
        if not words or not _POLICY_WORDS.get(name.lower(), frozenset()).issuperset(words):
            yield "L-064", " ".join([name, *words])
