"""A link's target into yes or no: whether a reader's browser may be sent there; knows nothing of what it points to."""

import re

SCHEMES = ("http", "https", "mailto", "tel")
"""The schemes a link may have; any other target is shown as words."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\\ud800-\udfff]")


def is_allowed(target: str) -> bool:
    """Say whether a target is a web address, a mail address, a telephone number or a relative address.

    Refused are other schemes, `//host` (it would leave the archive under the guise of a relative address), control
    characters and backslashes (browsers read them as slashes), and a colon in the first part of a relative address.
    """
    if _FORBIDDEN.search(target) or target.startswith("//"):
        return False
    scheme = _SCHEME.match(target)
    if scheme is None:
        return ":" not in re.split(r"[/?#]", target, maxsplit=1)[0]
    name, rest = scheme[1].lower(), target[scheme.end() :]
    if name in ("http", "https"):
        return rest.startswith("//") and len(rest) > 2 and rest[2] != "/"
    return name in SCHEMES and bool(rest)
