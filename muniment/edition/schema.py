"""A mapping of texts → typed front matter, every fault reported with its line.

Knows nothing of seeds, anchors or settings: it sees the form of a value, never whether it is true.
"""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Any

from muniment.edition import forms
from muniment.edition.forms import Check
from muniment.edition.tree import Mapping, Node, Scalar, Sequence
from muniment.model import Allowance, Evidence, FrontMatter, Intervention, Note, Problem
from muniment.problems import report


def _anything(_text: str) -> None:
    """Accept every text."""


TEXTS: dict[str, Check] = {
    "id": forms.identifier,
    "title": _anything,
    "kind": _anything,
    "date": forms.date("date"),
    "date_printed": _anything,
    "place": _anything,
    "event": _anything,
    "publisher": _anything,
    "custody": _anything,
    "language": forms.language,
    "translation_of": forms.identifier,
    "source_url": _anything,
    "retrieved": forms.date("retrieved"),
    "rights": _anything,
    "revised": forms.day("revised"),
    "reviewed": _anything,
    "withdrawn": _anything,
    "seed": forms.file_name,
    "seed_sha256": forms.sha256("seed_sha256"),
    "transcript_sha256": forms.sha256("transcript_sha256"),
    "encoding": _anything,
    "publish_seed": forms.publish_seed,
    "drafted_sha256": forms.sha256("drafted_sha256"),
}
"""Fields that hold one text, with the check of their form."""
LISTS: dict[str, Check] = {"creators": _anything, "aliases": forms.identifier, "lang_notes": _anything}
"""Fields that hold a list of texts."""
REQUIRED = ("id", "title", "kind", "language", "seed", "seed_sha256", "drafted_sha256")
ENTRIES: dict[str, dict[str, Check]] = {
    "evidence": {
        "line": forms.line_or_none,
        "quote": _anything,
        "basis": forms.one_of("basis", forms.BASES),
        "source": _anything,
    },
    "interventions": {
        "rule": _anything,
        "lines": forms.lines,
        "before": _anything,
        "after": _anything,
        "reason": _anything,
    },
    "notes": {
        "kind": forms.one_of("kind", forms.NOTE_KINDS),
        "at": forms.anchor,
        "quote": _anything,
        "text": _anything,
        "by": _anything,
        "source": _anything,
    },
    "allow": {"code": forms.problem_code, "reason": _anything},
}
"""Fields that hold entries, with the parts of an entry."""
NEEDED: dict[str, tuple[str, ...]] = {
    "evidence": ("basis",),
    "interventions": ("rule", "lines", "reason"),
    "notes": ("kind", "at"),
    "allow": ("code", "reason"),
    "evidence attested": ("line", "quote"),
    "evidence inferred": ("line", "quote"),
    "evidence supplied": ("source",),
    "notes sic": ("quote",),
    "notes emendation": ("quote", "text"),
    "notes omission": ("quote", "text"),
    "notes comment": ("text",),
}
"""What an entry must say, and what it must say besides when it is of some kind or basis."""
_ALL = (*TEXTS, *LISTS, *ENTRIES)


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """What is being collected while a mapping is read."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lines: list[tuple[str, int]] = field(default_factory=list)

    def report(self, code: str, line: int, words: Table[str, Any]) -> None:
        """Collect a problem."""
        self.problems.append(report(code, self.path, line, **words))


def front_matter(
    path: str, mapping: Mapping
) -> tuple[FrontMatter | None, tuple[tuple[str, int], ...], tuple[Problem, ...]]:
    """Type front matter: the value if nothing is wrong, the line of each field, and what is wrong."""
    sheet = _Sheet(path=path)
    values: dict[str, Any] = {}
    for key, line, node in mapping.entries:
        sheet.lines.append((key, line))
        if key in TEXTS:
            values[key] = _text(sheet, key, node, TEXTS[key])
        elif key in LISTS:
            values[key] = _texts(sheet, key, node)
        elif key == "evidence":
            values[key] = _evidence(sheet, node)
        elif key in ENTRIES:
            values[key] = tuple(_VALUES[key](entry) for entry in _entries(sheet, key, key, node))
        else:
            sheet.report("F-022", line, {"key": key, "suggestion": forms.suggestion(key, _ALL)})
    for key in REQUIRED:
        if not values.get(key):
            sheet.report("F-023", dict(sheet.lines).get(key, mapping.line), {"key": key})
    front = None if sheet.problems else FrontMatter(**values)
    return front, tuple(sheet.lines), tuple(sheet.problems)


def _text(sheet: _Sheet, key: str, node: Node, check: Check) -> str:
    """Read one text; an empty one is not recorded and not checked."""
    if not isinstance(node, Scalar):
        sheet.report("F-024", node.line, {"key": key, "form": "one text", "example": f"{key}: …"})
        return ""
    if node.text and (found := check(node.text)):
        sheet.report(found[0], node.line, found[1])
    return node.text


def _texts(sheet: _Sheet, key: str, node: Node) -> tuple[str, ...]:
    """Read a list of texts."""
    return tuple(_text(sheet, key, child, LISTS[key]) for child in _nodes(sheet, key, node, example=f'{key}: ["…"]'))


def _nodes(sheet: _Sheet, key: str, node: Node, example: str) -> tuple[Node, ...]:
    """Read a list's nodes; nothing written is an empty list."""
    if isinstance(node, Sequence):
        return node.nodes
    if not (isinstance(node, Scalar) and not node.text):
        sheet.report("F-024", node.line, {"key": key, "form": "a list", "example": example})
    return ()


def _entries(sheet: _Sheet, kind: str, where: str, node: Node) -> list[dict[str, str]]:
    """Read a list of entries, each a mapping of texts."""
    example = f"{where}: [{{{', '.join(f'{part}: …' for part in ENTRIES[kind])}}}]"
    entries = []
    for number, child in enumerate(_nodes(sheet, where, node, example)):
        if isinstance(child, Mapping):
            entries.append(_entry(sheet, kind, f"{where}.{number}", child))
        else:
            sheet.report("F-024", child.line, {"key": where, "form": "a list of entries", "example": example})
    return entries if not sheet.problems else []


def _entry(sheet: _Sheet, kind: str, where: str, mapping: Mapping) -> dict[str, str]:
    """Read one entry; `where` is its field path, e.g. `notes.0`."""
    parts = ENTRIES[kind]
    sheet.lines.append((where, mapping.line))
    entry: dict[str, str] = {}
    for key, line, node in mapping.entries:
        sheet.lines.append((f"{where}.{key}", line))
        if key in parts:
            entry[key] = _text(sheet, key, node, parts[key])
        else:
            sheet.report("F-022", line, {"key": key, "suggestion": forms.suggestion(key, parts)})
    sort = entry.get("kind") or entry.get("basis") or ""
    for key in (*NEEDED[kind], *NEEDED.get(f"{kind} {sort}", ())):
        if not entry.get(key):
            sheet.report("F-025", mapping.line, {"entry": f"{kind} {sort}".strip(), "key": key})
    if kind == "evidence" and entry.get("line") == "0" and sort != "supplied":
        sheet.report("F-020", dict(sheet.lines)[f"{where}.line"], {"value": "0"})
    return entry


def _evidence(sheet: _Sheet, node: Node) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """Read the evidence of each field; a field with an empty list has none."""
    if isinstance(node, Scalar) and not node.text:
        return ()
    if not isinstance(node, Mapping):
        example = "date: [{line: 5, quote: …, basis: attested}]"
        sheet.report("F-024", node.line, {"key": "evidence", "form": "a list for each field", "example": example})
        return ()
    fields = (*TEXTS, *LISTS)
    evidence = []
    for key, line, child in node.entries:
        sheet.lines.append((f"evidence.{key}", line))
        if key not in fields:
            sheet.report("F-022", line, {"key": key, "suggestion": forms.suggestion(key, fields)})
        entries = _entries(sheet, "evidence", f"evidence.{key}", child)
        if entries:
            evidence.append((key, tuple(_one_evidence(entry) for entry in entries)))
    return tuple(evidence)


def _one_evidence(entry: dict[str, str]) -> Evidence:
    """Type an entry of evidence."""
    return Evidence(**{"quote": "", **entry, "line": int(entry.get("line") or 0)})  # type: ignore[arg-type]  # by key


def _intervention(entry: dict[str, str]) -> Intervention:
    """Type an entry of interventions."""
    return Intervention(**{**entry, "lines": forms.line_range(entry["lines"])})  # type: ignore[arg-type]  # by key


def _note(entry: dict[str, str]) -> Note:
    """Type an entry of notes."""
    return Note(**entry)


def _allowance(entry: dict[str, str]) -> Allowance:
    """Type an entry of allowances."""
    return Allowance(**entry)


_VALUES: dict[str, Any] = {"interventions": _intervention, "notes": _note, "allow": _allowance}
