"""An edited edition whose seed has changed → both texts side by side, and the file that settles it either way.

It refuses to choose: which words stand is for a person to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from muniment import edition
from muniment.desk.laying import Desk
from muniment.desk.relocating import relocated
from muniment.model import Edition

COMPARED = ("title", "kind", "date", "date_printed", "place", "event", "creators", "publisher", "language")
"""Fields of which both values are shown when they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph of the edition beside the paragraph of the fresh draft that stands for it."""

    mine: str
    """Empty where the edition has none."""
    fresh: str
    """Empty where the draft has none."""
    line: int
    """1-based line of the edition's file at which it stands, or would."""

    @property
    def is_same(self) -> bool:
        """Say whether both read the same."""
        return self.mine.split() == self.fresh.split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An edition of a person's, and the fresh draft of the seed as it is now."""

    seed: str
    was: str
    """sha256 of the seed the edition was drafted from."""
    now: str
    """sha256 of the seed as it is."""
    fields: tuple[tuple[str, str, str], ...]
    """(field, mine, fresh) of the fields that differ."""
    rows: tuple[Row, ...]
    """All paragraphs of both, in order."""


def is_stale(desk: Desk) -> bool:
    """Say whether the edition was drafted from other bytes than the seed has now, or what was read out of it."""
    if desk.edition is None or desk.transcript is None:
        return False
    front, transcript = desk.edition.front, desk.transcript
    other = front.transcript_sha256 and front.transcript_sha256 != transcript.transcript_sha256
    return front.seed_sha256 != transcript.sha256 or bool(other)


def conflict(desk: Desk) -> Conflict | None:
    """Give the conflict of an edited edition with its changed seed; none where there is none."""
    fresh = desk.draft() if is_stale(desk) else None
    if fresh is None or desk.edition is None or desk.transcript is None or edition.is_untouched(desk.edition):
        return None
    return Conflict(
        seed=desk.transcript.name,
        was=desk.edition.front.seed_sha256,
        now=desk.transcript.sha256,
        fields=tuple(
            (name, mine, other)
            for name in COMPARED
            if (mine := _in_words(getattr(desk.edition.front, name)))
            != (other := _in_words(getattr(fresh.front, name)))
        ),
        rows=_rows(desk.edition, fresh),
    )


def settled(desk: Desk, take: str) -> str:
    """Give the file that settles a conflict: the fresh `draft`, or `mine` with the new seed's stamp.

    With `mine`, the lines that evidence and interventions name are moved to where their words stand now.
    Raises `edition.Refused` where the front matter does not let us.
    """
    if desk.edition is None or desk.transcript is None:
        raise edition.Refused
    if take == "draft":
        fresh = desk.draft()
        if fresh is None:
            raise edition.Refused
        return fresh.source
    front, transcript = desk.edition.front, desk.transcript
    texts: dict[edition.Path, str] = {("seed_sha256",): transcript.sha256}
    if front.transcript_sha256:
        texts["transcript_sha256",] = transcript.transcript_sha256
    if front.encoding and transcript.encoding != "utf-8":
        texts["encoding",] = transcript.encoding
    return edition.with_texts(desk.edition, {**texts, **relocated(front, transcript)})


def _in_words(value: str | tuple[str, ...]) -> str:
    """Give a field's value as one text."""
    return value if isinstance(value, str) else "; ".join(value)


def _rows(mine: Edition, fresh: Edition) -> tuple[Row, ...]:
    """Put the paragraphs of both beside each other."""
    from difflib import SequenceMatcher  # only a conflict needs it

    own, other = _paragraphs(mine), _paragraphs(fresh)
    keys = [[" ".join(text.split()) for text, _ in paragraphs] for paragraphs in (own, other)]
    rows: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes():
        pairs = zip(own[a:b], other[c:d], strict=True) if tag == "equal" else _paired(own[a:b], other[c:d])
        for left, right in pairs:
            line = left[1] if left[1] else (rows[-1].line if rows else mine.body_line)
            rows.append(Row(mine=left[0], fresh=right[0], line=line))
    return tuple(rows)


Paragraph = tuple[str, int]
"""(text, 1-based line of its file); ("", 0) stands for none."""


def _paired(own: Sequence[Paragraph], other: Sequence[Paragraph]) -> list[tuple[Paragraph, Paragraph]]:
    """Pair paragraphs that differ: each with the next of the other side that shares most of its words."""
    if len(own) == len(other):
        return list(zip(own, other, strict=True))
    pairs: list[tuple[Paragraph, Paragraph]] = []
    at = 0
    for each in own:
        likeness = [_likeness(each[0], text) for text, _ in other[at:]]
        best = max(range(len(likeness)), key=lambda index: (likeness[index], -index), default=0)
        if likeness and likeness[best] > 0.5:
            pairs += [(("", 0), right) for right in other[at : at + best]]
            pairs.append((each, other[at + best]))
            at += best + 1
        else:
            pairs.append((each, ("", 0)))
    return pairs + [(("", 0), right) for right in other[at:]]


def _likeness(one: str, other: str) -> float:
    """Say how many of their different words two paragraphs share, from 0 to 1."""
    left, right = set(one.split()), set(other.split())
    return len(left & right) / max(len(left | right), 1)


def _paragraphs(each: Edition) -> list[Paragraph]:
    """Cut a body into its paragraphs with their lines."""
    paragraphs: list[Paragraph] = []
    lines: list[str] = []
    for number, line in enumerate([*each.body.split("\n"), ""], each.body_line):
        if line.strip():
            lines.append(line.rstrip("\r"))
        elif lines:
            paragraphs.append(("\n".join(lines), number - len(lines)))
            lines = []
    return paragraphs
