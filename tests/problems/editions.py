"""Family E: examples of editions, their registries of anchors, and their pages."""

import re
from dataclasses import replace
from pathlib import Path

from muniment import collate, edition, formats, parse
from muniment.line import texts
from tests.problems.form import EDITION, REGISTRY, Call, Pair, change, deed, page, run
from tests.trust.places import Place

_END = "\n---\nNorway"
_LAST = "Nobody objected. Boats lay at the bridge, and small boats lay under the bridge.\n"
_ID = "1998-05-03-minutes-of-the-harbour-council"
_FRESH = "A new paper\n\nIt is about the harbour.\n"


def _noted(code: str, raises: str, near_miss: str) -> Pair:
    """Put a note at the end of the front matter."""
    return change(code, EDITION, _END, f"\nnotes:\n  - {raises}{_END}", f"\nnotes:\n  - {near_miss}{_END}")


def _text(place: Place) -> str:
    return (place.root / EDITION).read_text("utf-8")


def _edit(place: Place, old: str, new: str) -> Path:
    """Change words of the edition."""
    assert old in _text(place)
    return place.write(EDITION, _text(place).replace(old, new))


def _second(place: Place, text: str) -> Path:
    """Put a second file beside the edition."""
    return place.write("site_src/documents/second.md", text)


def _letter(place: Place, name: str) -> Path:
    """Give the edition of the letter another id."""
    letter = place.edition("ferry")
    text = re.sub("^id: .*$", f"id: {name}", letter.read_text("utf-8"), count=1, flags=re.MULTILINE)
    return place.write(letter.relative_to(place.root).as_posix(), text)


def _aliased(place: Place, target: str) -> None:
    """Let a former anchor lead somewhere."""
    registry = (place.root / REGISTRY).read_text("utf-8")
    place.write(REGISTRY, registry.replace("p = 3", "p = 9") + f'p8 = "{target}"\n')


def _long(place: Place, old: str, new: str) -> None:
    """Have a long seed drafted, and change a word in each of its paragraphs."""
    paragraphs = "".join(f"{n * 17} men on {n * 7} boats held {n * 13} and {n * 19}.\n\n" for n in range(200, 320))
    place.write("seeds/long.txt", f"The book of the harbour\n\n{paragraphs}")
    run(place, "normalise")
    drafted = place.edition("book")
    text = drafted.read_text("utf-8")
    start = text.index("\n---\n", 4)
    place.write(drafted.relative_to(place.root).as_posix(), text[:start] + text[start:].replace(old, new))


def _undone(words: str) -> list[str]:
    """Undo the differences of an edition, one of which is given other words than its seed has."""
    transcript, _ = formats.read("x.txt", b"One.\n\nTwo.\n")
    assert transcript is not None
    front = f"---\nid: x\ntitle: x\nkind: other\nlanguage: en\nseed: x.txt\nseed_sha256: {'0' * 64}\n"
    read, _ = edition.read("x.md", f"{front}drafted_sha256: {'0' * 64}\n---\nOne.\n\n\nTwo.\n".encode())
    assert read is not None
    collation = collate.collate(transcript, read, parse.parse(read.body, ()))
    (operation,) = collation.apparatus.operations
    changed = replace(collation.apparatus, operations=(replace(operation, before=words),))
    told = texts._undone(read, transcript, changed)
    return [problem.code for problem in told]


PAIRS: tuple[Pair, ...] = (
    change("E-001", EDITION, "seed_sha256: ", "seed_sha256: " + "0" * 64 + " # ", "seed_sha256:  "),
    change(
        "E-002",
        EDITION,
        "drafted_sha256: ",
        f"transcript_sha256: {'0' * 64}\ndrafted_sha256: ",
        "custody: The harbour office\ndrafted_sha256: ",
    ),
    change("E-003", EDITION, "before: 3 May 1998", "before: 4 May 1998", "before: '3 May 1998'"),
    change("E-004", EDITION, "date: [{line: 3,", "date: [{line: 5,", "date: [{line: 3 ,"),
    _noted(
        "E-005",
        '{kind: comment, at: p9, quote: "a meeting", text: "The first."}',
        '{kind: comment, at: p1, quote: "a meeting", text: "The first."}',
    ),
    _noted(
        "E-006",
        '{kind: comment, at: p1, quote: "a conference", text: "The first."}',
        '{kind: comment, at: p1, quote: "a\n    meeting", text: "The first."}',
    ),
    change("E-007", EDITION, "\n\nNobody objected", "\n\nSomebody objected", "\n\nNobody  objected"),
    change("E-008", EDITION, "\n\nNobody objected. ", "\n\n", "\n\nNobody objected.\n"),
    change("E-009", EDITION, "\n\nNobody objected.", "\n\nNobody objected. Nobody.", "\n\n*Nobody* objected."),
    _noted(
        "E-010",
        '{kind: emendation, at: p3, quote: "The ferry", text: "Emended.", by: "E."}',
        '{kind: comment, at: p3, text: "The ferry is another story.", by: "E."}',
    ),
    _noted(
        "E-011",
        '{kind: emendation, at: p3, quote: "Nobody objected.", text: "Emended.", by: "E."}',
        '{kind: sic, at: p3, quote: "Nobody objected.", text: "As printed.", by: "E."}',
    ),
    deed(
        "E-012",
        ("an edition that reads otherwise in 120 places, without a note", "an edition as it was drafted"),
        lambda place: _long(place, "boats", "ships"),
        lambda place: _long(place, "boats", "boats"),
    ),
    change("E-050", EDITION, _LAST, "", f"\n{_LAST}"),
    deed(
        "E-051",
        ('`p8 = "p9"` under [aliases], of an edition without p9', '`p8 = "p3"` under [aliases]'),
        lambda place: _aliased(place, "p9"),
        lambda place: _aliased(place, "p3"),
    ),
    change("E-052", REGISTRY, "[aliases]\n", "[aliases\n", "[aliases] # former anchors\n"),
    change("E-053", REGISTRY, "[aliases]\n", "[alias]\n", "\n[aliases]\n"),
    deed(
        "E-081",
        ("a copy of an edition", "an edition under another file name"),
        lambda place: _second(place, _text(place)),
        lambda place: (place.root / EDITION).rename(place.root / "site_src/documents/the-minutes.md"),
    ),
    deed(
        "E-082",
        ("an edition with the id of another", "an edition whose id begins like that of another"),
        lambda place: _letter(place, _ID),
        lambda place: _letter(place, f"{_ID}-2"),
    ),
    deed(
        "E-083",
        ("a seed that is removed", "a seed that is removed with its edition and its registry of anchors"),
        lambda place: (place.root / "seeds/letter.txt").unlink(),
        lambda place: [path.unlink() for path in (place.root / "seeds/letter.txt", *place.root.rglob("*ferry*"))],
    ),
    change("E-084", EDITION, "\n\nNobody", "\n\n" + "> " * 130 + "Nobody", "\n\n> > Nobody"),
    Pair(
        code="E-085",
        what=Call(
            words=("differences that lead to another text", "differences that lead to the seed"),
            raises=lambda: _undone("Three.\n"),
            near_miss=lambda: _undone(""),
        ),
    ),
    page("E-086", "</a>Nobody objected.", "</a>Somebody objected.", "</a><em>Nobody</em> objected."),
    page("E-087", 'id="m1"', 'id="m9"', 'title="A line set apart" id="m1"'),
    page("E-088", '<div class="edition"', '<div class="text"', '<div title="The text" class="edition"'),
    deed(
        "E-089",
        ("`site_src/documents/notes.txt`", "`site_src/documents/.notes.txt`"),
        lambda place: place.write("site_src/documents/notes.txt", "Mine.\n"),
        lambda place: place.write("site_src/documents/.notes.txt", "Mine.\n"),
    ),
    deed(
        "E-090",
        ("a new seed, and a file without front matter", "a new seed, and a broken edition that names its own seed"),
        lambda place: (place.write("seeds/new.txt", _FRESH), _second(place, "Words without front matter.\n")),
        lambda place: (place.write("seeds/new.txt", _FRESH), _edit(place, "language: en", "colour: blue")),
    ),
    deed(
        "E-091",
        ("a seed that is renamed", "a seed that is copied"),
        lambda place: (place.root / "seeds/minutes.txt").rename(place.root / "seeds/council.txt"),
        lambda place: place.write("seeds/council.txt", (place.root / "seeds/minutes.txt").read_bytes()),
    ),
    change("E-092", EDITION, f"id: {_ID}\n", "id: minutes\n", f"id: minutes\naliases: [{_ID}]\n"),
)
