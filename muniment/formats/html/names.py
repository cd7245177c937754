"""The elements of HTML by what they do to lines, and what their attributes say; knows nothing of the words in them."""

import re
from collections.abc import Mapping

BLOCKS = frozenset(
    (  # noqa: SIM905 - names read best as words
        "address article aside blockquote body button center details dialog dir div dl fieldset figcaption figure"
        " footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend listing main menu nav noscript ol"
        " optgroup p plaintext pre search section select summary table tbody textarea tfoot thead tr ul xmp text"
    ).split()
)
"""Elements that stand apart from what is before and behind them."""

LINES = frozenset({"dd", "dt", "li", "option", "caption", "colgroup"})
"""Elements that begin a new line."""

PREFORMATTED = frozenset({"pre", "listing", "xmp", "textarea", "plaintext"})

SKIPPED = frozenset({"script", "style", "template", "iframe", "noembed", "rp", "datalist"})
"""Elements whose content is never text."""

UNSHOWN = frozenset({"noscript", "video", "audio", "canvas"})
"""Elements whose content a browser shows only where it cannot do what they are for."""

CONTROLS = frozenset({"select", "textarea", "menu"})

_ROLES = frozenset({"navigation", "contentinfo", "search", "menu", "menubar", "alertdialog", "dialog", "toolbar"})
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|skip-?(?:link|nav|to)|share|sharing|social)(?=$|[\s_-])",
    re.IGNORECASE,
)
_UNDISPLAYED = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_LONGEST = 2_000
"""Characters of an attribute that are looked at."""


def is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether the page itself keeps an element from its readers."""
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if name == "dialog":
        return "open" not in attributes
    return name in UNSHOWN or bool(_UNDISPLAYED.search(attributes.get("style", "")[:_LONGEST]))


def furniture(name: str, attributes: Mapping[str, str], within: Mapping[str, int]) -> str:
    """Say by what an element is known as the site's and not the document's; empty if by nothing.

    A footer inside an article is the article's; names of classes count only where they name nothing else.
    """
    if name == "nav" or name in CONTROLS:
        return name
    if name == "footer" and not (within.get("article") or within.get("main") or within.get("section")):
        return name
    role = attributes.get("role", "").lower()
    if role in _ROLES:
        return f"role={role}"
    if name in ("body", "html", "main", "article"):
        return ""
    for key in ("id", "class"):
        found = _NAMED.search(attributes.get(key, "")[:_LONGEST])
        if found:
            return f"{key}={found[0].strip(' _-').lower()}"
    return ""


def is_unnumbered(attributes: Mapping[str, str]) -> bool:
    """Tell whether a list says that it shows no bullets or numbers."""
    return bool(_UNNUMBERED.search(attributes.get("style", "")[:_LONGEST]))


def language(attributes: Mapping[str, str]) -> str:
    """Give the language an element declares, as a tag; empty if it declares none."""
    return attributes.get("lang") or attributes.get("xml:lang") or ""
