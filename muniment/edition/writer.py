"""Typed front matter and a body → the text of an edition file, for people to read and edit.

Knows nothing of where the file will lie; the order of fields is `FIELDS`, and nothing empty is written.
"""

import dataclasses
import hashlib

from muniment.edition.scalars import written
from muniment.model import Edition, Evidence, FrontMatter, Intervention, Note

FIELDS = (
    "id",
    "title",
    "kind",
    "date",
    "date_printed",
    "place",
    "event",
    "creators",
    "publisher",
    "custody",
    "language",
    "lang_notes",
    "translation_of",
    "source_url",
    "retrieved",
    "rights",
    "seed",
    "seed_sha256",
    "transcript_sha256",
    "encoding",
    "publish_seed",
    "drafted_sha256",
    "reviewed",
    "revised",
    "withdrawn",
    "aliases",
    "evidence",
    "interventions",
    "notes",
    "allow",
)
"""Every field of front matter in the order in which it is written."""
_WIDEST = 120
_HASH_LINE = "drafted_sha256: "


def write(front: FrontMatter, body: str) -> str:
    """Write an edition file; `drafted_sha256` becomes the hash of what is written with that line left out."""
    before: list[str] = ["---"]
    after: list[str] = []
    lines = before
    for name in FIELDS:
        if name == "drafted_sha256":
            lines = after
        else:
            lines.extend(_field(name, getattr(front, name)))
    after.append("---")
    head, tail = "\n".join(before) + "\n", "\n".join(after) + "\n" + body
    return f"{head}{_HASH_LINE}{_sha256(head + tail)}\n{tail}"


def note_lines(note: Note, indent: str) -> list[str]:
    """Write a note as the entry of a list, one line or several."""
    return _entry(_pairs(note), indent)


def note_in_braces(note: Note) -> str:
    """Write a note as an entry in braces, for a list that stands on one line."""
    return _flow(_pairs(note))


def is_untouched(edition: Edition) -> bool:
    """Tell whether a file is still exactly as it was drafted."""
    at = edition.source.find(f"\n{_HASH_LINE}")
    end = edition.source.find("\n", at + 1)
    if at < 0 or end < 0 or edition.source.count("\n", 0, end) >= edition.body_line - 2:
        return False
    return edition.front.drafted_sha256 == _sha256(edition.source[: at + 1] + edition.source[end + 1 :])


def _sha256(text: str) -> str:
    """Hash a text as its UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _field(name: str, value: object) -> list[str]:
    """Write one field as lines; none if it is empty."""
    if not value:
        return []
    if isinstance(value, str):
        return [f"{name}: {written(value)}"]
    lines = [f"{name}:"]
    if name == "evidence":
        for field, evidences in value:  # type: ignore[attr-defined]  # (field, evidences)
            lines.extend(_evidence(field, evidences))
    else:
        for entry in value:  # type: ignore[attr-defined]  # a tuple of texts or entries
            lines.extend(["  - " + written(entry)] if isinstance(entry, str) else _entry(_pairs(entry), "  "))
    return lines


def _evidence(field: str, evidences: tuple[Evidence, ...]) -> list[str]:
    """Write the evidence of one field: on one line if there is one that fits, else one below the other."""
    if not evidences:
        return []
    if len(evidences) == 1:
        line = f"  {field}: [{_flow(_pairs(evidences[0]))}]"
        if len(line) <= _WIDEST:
            return [line]
    return [f"  {field}:", *(line for evidence in evidences for line in _entry(_pairs(evidence), "    "))]


def _entry(pairs: list[tuple[str, str]], indent: str) -> list[str]:
    """Write one entry of a list: in braces on one line if it fits, else one part a line."""
    line = f"{indent}- {_flow(pairs)}"
    if len(line) <= _WIDEST:
        return [line]
    return [f"{indent}{'  ' if number else '- '}{key}: {_part(key, text)}" for number, (key, text) in enumerate(pairs)]


def _flow(pairs: list[tuple[str, str]]) -> str:
    """Write an entry in braces."""
    return "{" + ", ".join(f"{key}: {_part(key, text, in_flow=True)}" for key, text in pairs) + "}"


def _part(key: str, text: str, *, in_flow: bool = False) -> str:
    """Write one part of an entry; line numbers are numbers to every reader and stand plain."""
    return text if key in ("line", "lines") else written(text, in_flow=in_flow)


def _pairs(entry: object) -> list[tuple[str, str]]:
    """Give the parts of an entry that are not empty, in the model's order; an intervention shows both its sides."""
    pairs = [(field.name, getattr(entry, field.name)) for field in dataclasses.fields(entry)]  # type: ignore[arg-type]
    if isinstance(entry, Intervention):
        first, last = entry.lines
        pairs[1] = ("lines", str(first) if first == last else f"{first}-{last}")
        is_form = not entry.before and not entry.after
        return [(key, text) for key, text in pairs if text or (key in ("before", "after") and not is_form)]
    return [(key, str(value)) for key, value in pairs if value]
