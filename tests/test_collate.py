"""Collation: a seed and its edition in, the apparatus, the lifted lines and the problems out."""
# ruff: noqa: SIM300 - the house writes expected == actual

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from muniment import anchors, edition, formats, normalise
from muniment.collate import collate, undo
from muniment.formats.plain import split_lines
from muniment.model import Collation, Edition, FrontMatter, Intervention, Note, Settings, Transcript
from muniment.parse import parse
from muniment.problems import worded

CASES = Path(__file__).parent / "cases" / "collate"
PATH = "site_src/documents/harbour.md"


def transcript_of(seed: str) -> Transcript:
    """Make the transcript of a text."""
    return Transcript(
        name="harbour.txt",
        sha256="0" * 64,
        transcript_sha256="0" * 64,
        encoding="utf-8",
        is_exact=True,
        lines=split_lines(seed),
    )


def edition_of(
    body: str, interventions: Sequence[Intervention] = (), notes: Sequence[Note] = (), seed_sha256: str = "0" * 64
) -> Edition:
    """Make an edition of a body, as a file that was drafted so."""
    front = FrontMatter(
        id="1931-harbour",
        title="The harbour",
        kind="letter",
        language="en",
        seed="harbour.txt",
        seed_sha256=seed_sha256,
        drafted_sha256="f" * 64,
        interventions=tuple(interventions),
        notes=tuple(notes),
    )
    return Edition(path=PATH, front=front, body=body, body_line=1, source=body, sha256="0" * 64)


def collated(transcript: Transcript, held: Edition) -> Collation:
    """Collate an edition whose anchors are given for the first time, and hold its apparatus against the law."""
    text, _, _ = anchors.give(parse(held.body), None, held.front.id)
    collation = collate(transcript, held, text)
    assert "".join(transcript.lines) == undo(held.body, collation.apparatus)
    return collation


def drawn(collation: Collation) -> str:
    """Draw a collation: operations, lifted lines, places, problems."""
    lines = []
    for each in collation.apparatus.operations:
        mark = " wording" if each.is_wording else ""
        lines.append(f"{each.rule}{mark} seed {each.seed_lines} edition {each.edition_lines}: {each.reason}")
        lines += [f"  - {each.before!r}", f"  + {each.after!r}"]
    lines += [f"{each.anchor} line {each.line} {each.role}: {each.text}" for each in collation.meta_lines]
    lines += [f"{p.anchor} {p.start}-{p.end} is {p.line}:{p.column}" for p in collation.places]
    lines += [worded(problem) for problem in collation.problems]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: str(case.name))
def test_collates(case: Path, golden: Callable[[Path, str], None]) -> None:
    """An edition held against its seed gives what the golden file says, and the seed again when undone."""
    transcript, _ = formats.read("harbour.txt", (case / "seed.txt").read_bytes())
    held, problems = edition.read(PATH, (case / "edition.md").read_bytes())
    assert transcript is not None
    assert held is not None, [worded(problem) for problem in problems]
    if held.front.seed_sha256 == "0" * 64:
        held = dataclasses.replace(held, front=dataclasses.replace(held.front, seed_sha256=transcript.sha256))

    golden(case / "golden.txt", drawn(collated(transcript, held)))


def test_undoing_refuses_another_body() -> None:
    """An apparatus applied to a body it was not made for is refused, not applied somewhere."""
    apparatus = collated(transcript_of("One\n\n\nTwo"), edition_of("One\n\nTwo\n")).apparatus

    with pytest.raises(ValueError, match="does not read"):
        undo("One\n\nThree\n", apparatus)


def test_an_untouched_file_is_not_blamed_for_a_changed_seed() -> None:
    """A draft that nobody has edited will be drafted again; an edited file is told that its seed has changed."""
    transcript = transcript_of("One two.")
    front = dataclasses.replace(edition_of("").front, seed_sha256="1" * 64)
    drafted, _ = edition.read(PATH, edition.write(front, "One two.\n").encode())
    edited, _ = edition.read(PATH, edition.write(front, "One two.\n").replace("letter", "cable").encode())
    assert drafted is not None
    assert edited is not None

    assert [] == [problem.code for problem in collated(transcript, drafted).problems]
    assert ["E-001"] == [problem.code for problem in collated(transcript, edited).problems]


def test_drafts_of_the_real_seeds_account_for_every_word(seeds: dict[str, bytes]) -> None:
    """The program's own drafts differ from their seeds only as they say."""
    for name, content in seeds.items():
        transcript, _ = formats.read(name, content)
        assert transcript is not None
        draft = normalise.draft_all((transcript,), Settings(title="x"), frozenset())[0]

        assert [] == [worded(problem) for problem in collated(transcript, draft.edition).problems]


def test_every_word_of_the_real_seeds_is_guarded(seeds: dict[str, bytes]) -> None:
    """Whichever word is taken out of a draft, the build names the file, the line and the word."""
    for name, content in seeds.items():
        transcript, _ = formats.read(name, content)
        assert transcript is not None
        held = normalise.draft_all((transcript,), Settings(title="x"), frozenset())[0].edition
        words = [(number, word) for number, line in enumerate(held.body.split("\n")) for word in line.split()]
        for number, word in words[7::29]:
            lines = held.body.split("\n")
            if not any(letter.isalnum() for letter in word):
                continue
            lines[number] = " ".join(lines[number].replace(word, "", 1).split())
            found = collated(transcript, dataclasses.replace(held, body="\n".join(lines))).problems

            assert {"E-007", "E-008"} & {problem.code for problem in found}
            assert any(word.strip("*_\\").rstrip(".,;:") in problem.message for problem in found)
            assert any(abs(problem.line - held.body_line - number) <= 2 for problem in found)
