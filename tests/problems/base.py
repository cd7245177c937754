"""The small archive without a mistake that every example changes in one place, and what is reported of it then."""

import tempfile
from functools import cache
from pathlib import Path

from muniment import check, disk, line
from tests.problems.form import CLAIMS, EDITION, EVENTS, PEOPLE, REGISTRY, SETTINGS, Call, Change, Deed, Pair, run
from tests.trust import places
from tests.trust.places import Place

MINUTES = (
    "Minutes of the harbour council\n\n3 May 1998\n\n"
    "Norway offered to host a meeting in Bergen in June 1998.\n\n"
    "Mr Edvard Grey spoke for the Harbour Society to nearly 30 members.\n\n"
    "Nobody objected. Boats lay at the bridge, and small boats lay under the bridge.\n"
)
SEEDS = {"letter.txt": places.LETTER.encode(), "minutes.txt": MINUTES.encode()}
DATED = b"kind: letter\ndate: 1998-05"
SUPPLIED = b'evidence:\n  date: [{line: 0, quote: "", basis: supplied, source: "The harbour book."}]'
"""A date that somebody supplies for the letter, and from where."""
ID = EDITION.rpartition("/")[2].removesuffix(".md")
CURATED = {
    SETTINGS: (
        'title = "Harbour papers"\nlanguage = "en"\nlicence_url = "https://example.org/licence"\nsearch = "text"\n\n'
        '[[stage]]\nid = "bergen"\nname = "Bergen"\n\n'
        '[[relation]]\nid = "host"\nlabel = "Host"\nverb = "was the host of a meeting"\n'
    ),
    EVENTS: (
        '[[event]]\nid = "bergen"\nname = "Meeting in Bergen"\nstage = "bergen"\nrelation = "stage"\n\n'
        '[[event.date]]\nedtf = "1998-06"\nstatus = "planned"\nbasis = "attested"\nprinted = "June 1998"\n'
        f'document = "{ID}"\nquote = "a meeting in Bergen in June 1998"\n'
    ),
    CLAIMS: (
        f'[[claim]]\nstates = ["NOR"]\nrelation = "host"\nbasis = "attested"\ndocument = "{ID}"\n'
        'quote = "Norway offered to host a meeting"\n\n'
        f'[[figure]]\nfigure = "nearly 30"\ncounted = "members"\nverb = "listened"\ndocument = "{ID}"\n'
        'quote = "nearly 30 members"\n'
    ),
    PEOPLE: (
        '[[person]]\nid = "edvard-grey"\nname = "Edvard Grey"\nsort_by = "Grey"\n\n'
        '[[person.description]]\ntext = "spoke for the Harbour Society"\nbasis = "attested"\n'
        f'document = "{ID}"\nquote = "Edvard Grey spoke for the Harbour Society"\n'
    ),
}


@cache
def sources() -> dict[str, bytes]:
    """Give all files of `site_src/`: the curated ones, and what a first build drafts."""
    held = {path: text.encode() for path, text in CURATED.items()}
    drafted = places.drafted(SEEDS)
    assert {EDITION, REGISTRY} < {*drafted}
    reviewed = {
        path: text.replace(b'reviewed: "no"', b"reviewed: E. Ditor, 2026-05-04") for path, text in drafted.items()
    }
    reviewed |= {
        path: text.replace(b"kind: letter", DATED).replace(b"evidence:", SUPPLIED, 1)
        for path, text in reviewed.items()
        if b"kind: letter" in text
    }
    return {**reviewed, **held}


def codes(pair: Pair, *, near_miss: bool) -> list[str]:
    """Give the codes of what is reported when a pair's example, or its near miss, is carried out."""
    what = pair.what
    if isinstance(what, Deed):
        return _after(what, near_miss=near_miss)
    if isinstance(what, Call):
        return what.near_miss() if near_miss else what.raises()
    content = what.near_miss if near_miss else what.raises
    return _on_page(what, content) if pair.is_page else _in_archive(what, content, publish=pair.code[0] in "PL")


def _changed(change: Change, held: bytes, content: str | bytes) -> bytes:
    """Put the words in their place."""
    words = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
    if not change.old:
        return words
    assert change.old.encode() in held, f"{change.path} holds no {change.old!r}"
    return held.replace(change.old.encode(), words, 1)


def _in_archive(change: Change, content: str | bytes, *, publish: bool) -> list[str]:
    """Change a file of the archive and send it down the line, as if it had been read from a folder."""
    held = {f"seeds/{name}": text for name, text in SEEDS.items()} | sources()
    held[change.path] = _changed(change, held.get(change.path, b""), content)
    if change.path.startswith("templates/"):
        with tempfile.TemporaryDirectory() as name:
            place = Place(root=Path(name) / "archive")
            for path, text in held.items():
                place.write(path, text)
            inputs, found = disk.read(place.root)
    else:
        seeds = {path.removeprefix("seeds/"): text for path, text in held.items() if path.startswith("seeds/")}
        inputs, found = places.inputs(seeds, {path: held[path] for path in held if path.startswith("site_src/")}), ()
    outcome = line.run(inputs, publish=publish)
    return [problem.code for problem in (*found, *outcome.problems)]


@cache
def finished() -> line.Outcome:
    """Give the site of the archive."""
    outcome = places.run(SEEDS, sources())
    assert outcome.files, outcome.problems
    return outcome


def _on_page(change: Change, content: str | bytes) -> list[str]:
    """Change a finished page and hold the site against the rules."""
    outcome = finished()
    files = places.files(outcome.files)
    files[change.path] = _changed(change, files.get(change.path, b""), content)
    return [problem.code for problem in check.site(files, archive=outcome.archive)]


def _after(deed: Deed, *, near_miss: bool) -> list[str]:
    """Do something in a folder, give the command, and read the codes of what it says."""
    with tempfile.TemporaryDirectory() as name:
        place = places.archive(Path(name).resolve() / "archive", SEEDS)
        for path, text in sources().items():
            place.write(path, text)
        (deed.near_miss if near_miss else deed.raises)(place)
        return run(place, *deed.command)
