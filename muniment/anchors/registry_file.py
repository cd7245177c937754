"""The registry of a document's anchors to and from its file (TOML); knows nothing of the text the anchors stand in."""

import json
import re
from collections.abc import Mapping

from muniment import problems, toml
from muniment.model import Problem, RegisteredAnchor, Registry

HEADER = """\
# The published anchors of one document, written by the build: an anchor always leads to the same words, and no number
# is given twice. Only [aliases] is for people: a former anchor and, in quotes, the anchor that it now leads to.
"""

_ANCHOR = re.compile(r"[ph][1-9][0-9]{0,6}")
_HASH = re.compile(r"[0-9a-f]{16}")
_SKETCH = re.compile(r"(?:[0-9a-f]{4}){0,16}")
_ANCHOR_LINE = re.compile(
    r'^([ph][1-9][0-9]{0,6}) = \{ sha256 = "([0-9a-f]{16})", (?:sketch = "((?:[0-9a-f]{4}){1,16})", )?'
    r'opening = ("(?:[^"\\\n]|\\["\\bfnrtu])*") \}$',
    re.MULTILINE,
)
_ALIAS_LINE = re.compile(r'^([ph][1-9][0-9]{0,6}) = "([ph][1-9][0-9]{0,6})"$', re.MULTILINE)
_LAST_LINE = re.compile(r"^([hp]) = ([0-9]{1,7})$", re.MULTILINE)
_TABLES = ("last", "anchors", "aliases")


def path(document: str) -> str:
    """Give the file's path, relative to the archive's root."""
    return f"site_src/anchors/{document}.toml"


def write(registry: Registry, standing: bytes | None = None) -> str:
    """Write a registry as its file: one line an anchor, so that an edit changes few lines.

    What a person wrote under `[aliases]` of the file that stands there (comments, order, spaces) is kept as it is.
    """
    fresh = _fresh(registry)
    if standing is None or standing == fresh.encode():
        return fresh
    before = _text(standing)
    head, mark, tail = before.partition("\n[aliases]")
    known, _ = read(standing, registry.document)
    if known is None or not mark:
        return fresh
    if head == fresh.partition("\n[aliases]")[0] and dict(known.aliases) == dict(registry.aliases):
        return before
    added = [alias for alias in registry.aliases if alias not in known.aliases]
    lines = "".join(f"{former} = {_string(target)}\n" for former, target in added)
    kept = fresh.partition("\n[aliases]")[0] + mark + (tail if tail.endswith("\n") else f"{tail}\n") + lines
    again, _ = read(kept.encode(), registry.document)
    return kept if again is not None and _is_same(again, registry) else fresh


def _is_same(one: Registry, other: Registry) -> bool:
    """Compare two registries; the order of aliases means nothing."""
    return (one.anchors, one.last, dict(one.aliases)) == (other.anchors, other.last, dict(other.aliases))


def _text(content: bytes) -> str:
    """Decode a file as TOML's reader does, line ends as we write them."""
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _fresh(registry: Registry) -> str:
    """Write a registry without regard to what stands there."""
    lines = [HEADER, "[last]"]
    lines += [f"{letter} = {number}" for letter, number in registry.last]
    lines += ["", "[anchors]", *map(_anchor_line, registry.anchors)]
    lines += ["", "[aliases]", *(f"{former} = {_string(target)}" for former, target in registry.aliases)]
    return "\n".join(lines) + "\n"


def read(content: bytes, document: str) -> tuple[Registry | None, tuple[Problem, ...]]:
    """Read a registry's file strictly: whatever is not understood is a problem, and then there is no registry."""
    ours = as_written(content, document)
    return from_toml(content, document) if ours is None else (ours, ())


def from_toml(content: bytes, document: str) -> tuple[Registry | None, tuple[Problem, ...]]:
    """Read a registry's file with the TOML library."""
    try:
        text, tables = toml.read(content)
    except toml.RefusedError as fault:
        column = fault.words.get("column", 0)
        return None, (problems.report("E-052", path(document), fault.line, column=column, fault=str(fault)),)
    faults = _faults(tables)
    if faults:
        located = [(_line(text, key), key, fault) for key, fault in faults]
        return None, tuple(problems.report("E-053", path(document), n, key=k, fault=f) for n, k, f in sorted(located))
    anchors = tuple(
        RegisteredAnchor(anchor=name, sha256=entry["sha256"], opening=entry["opening"], sketch=entry.get("sketch", ""))
        for name, entry in tables.get("anchors", {}).items()
    )
    return Registry(
        document=document,
        anchors=anchors,
        aliases=tuple(tables.get("aliases", {}).items()),
        last=tuple(sorted(tables.get("last", {}).items())),
    ), ()


def as_written(content: bytes, document: str) -> Registry | None:
    """Read a file that stands, byte for byte, as `write` writes it, without a TOML library; nothing if it does not."""
    try:
        registry = _taken_apart(content.decode("utf-8"), document)
    except ValueError:
        return None
    names = [anchor.anchor for anchor in registry.anchors] + [former for former, _ in registry.aliases]
    if len(frozenset(names)) < len(names) or _last_faults(dict(registry.last), names):
        return None
    if any(former == target for former, target in registry.aliases):
        return None
    return registry if _fresh(registry).encode() == content else None


def _taken_apart(text: str, document: str) -> Registry:
    """Take a file apart as if it were as written; what does not look so is left out."""
    head, _, rest = text.partition("\n[anchors]\n")
    lines, _, tail = rest.partition("\n[aliases]\n")
    return Registry(
        document=document,
        anchors=tuple(
            RegisteredAnchor(anchor=name, sha256=sha256, sketch=sketch, opening=json.loads(opening))
            for name, sha256, sketch, opening in _ANCHOR_LINE.findall(lines)
        ),
        aliases=tuple(_ALIAS_LINE.findall(tail)),
        last=tuple(sorted((letter, int(last)) for letter, last in _LAST_LINE.findall(head))),
    )


def number(anchor: str) -> tuple[str, int]:
    """Give an anchor's letter and number."""
    return anchor[0], int(anchor[1:])


def _anchor_line(anchor: RegisteredAnchor) -> str:
    """Write one anchor as a line."""
    sketch = f'sketch = "{anchor.sketch}", ' if anchor.sketch else ""
    return f'{anchor.anchor} = {{ sha256 = "{anchor.sha256}", {sketch}opening = {_string(anchor.opening)} }}'


def _string(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's, and only DEL needs one more."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _faults(tables: Mapping[str, object]) -> list[tuple[str, str]]:
    """List (key, what is wrong with it) of a whole file."""
    faults = [(key, f"there are only the tables {', '.join(_TABLES)}") for key in tables if key not in _TABLES]
    sections = {}
    for name in _TABLES:
        section = tables.get(name, {})
        if not isinstance(section, dict):
            return [*faults, (name, "it has to be a table")]
        sections[name] = section
    for name, entry in sections["anchors"].items():
        faults += _anchor_faults(name, entry)
    for former, target in sections["aliases"].items():
        faults += _alias_faults(former, target)
    for letter, last in sections["last"].items():
        if letter not in ("p", "h") or type(last) is not int or not 0 <= last < 10_000_000:
            faults.append((letter, "[last] holds the highest numbers ever given to p and h"))
    return faults or _last_faults(sections["last"], [*sections["anchors"], *sections["aliases"]])


def _anchor_faults(name: str, entry: object) -> list[tuple[str, str]]:
    """List what is wrong with one line of [anchors]."""
    if not _ANCHOR.fullmatch(name):
        return [(name, "an anchor is p or h and a number")]
    if not isinstance(entry, dict) or not {"sha256", "opening"} <= set(entry) <= {"sha256", "opening", "sketch"}:
        return [(name, "an anchor has sha256, sketch and opening, nothing else")]
    shapes = (("sha256", _HASH), ("sketch", _SKETCH), ("opening", re.compile(r".*", re.DOTALL)))
    return [
        (name, f"its {key} is not as the build writes it")
        for key, shape in shapes
        if not isinstance(entry.get(key, ""), str) or not shape.fullmatch(entry.get(key, ""))
    ]


def _alias_faults(former: str, target: object) -> list[tuple[str, str]]:
    """List what is wrong with one line of [aliases]."""
    if not _ANCHOR.fullmatch(former) or not isinstance(target, str) or not _ANCHOR.fullmatch(target):
        return [(former, 'an alias is written like p5 = "p4"')]
    return [(former, "it leads to itself")] if former == target else []


def _last_faults(last: Mapping[str, int], anchors: list[str]) -> list[tuple[str, str]]:
    """List the letters whose highest number is lower than a number that was given."""
    return [
        (letter, f"[last] says {last.get(letter, 0)}, but there is {letter}{highest}")
        for letter in ("h", "p")
        for highest in [max((number(anchor)[1] for anchor in anchors if anchor[0] == letter), default=0)]
        if highest > last.get(letter, 0)
    ]


def _line(text: str, key: str) -> int:
    """Find the line on which a key or a table stands; 0 if it is written in some other way."""
    name = f'"?{re.escape(key)}"?'
    found = re.search(rf"^[ \t]*(?:{name}[ \t]*[=.]|\[[ \t]*{name}[ \t]*\])", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
