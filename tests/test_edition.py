"""Editions: files in, typed front matter or worded problems out."""
# ruff: noqa: SIM300 - the house writes expected == actual

import dataclasses
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from muniment import edition
from muniment.edition import fences, plain_lines, yaml_reader
from muniment.edition.scalars import written
from muniment.edition.tree import Mapping
from muniment.model import Evidence, FrontMatter, Intervention, Note, Problem
from muniment.problems import worded

CASES = Path(__file__).parent / "cases" / "edition"
PATH = "site_src/documents/harbour.md"
FRONT = FrontMatter(
    id="1931-05-02-harbour-closed",
    title='The harbour "is closed"',
    kind="letter",
    language="en",
    seed="harbour.txt",
    seed_sha256="0" * 63 + "a",
    drafted_sha256="",
    date="1931-05-02",
    date_printed="2nd May, 1931",
    place="NO",
    creators=("Harbour Board", "yes"),
    evidence=(("date", (Evidence(line=2, quote="2nd May, 1931", basis="attested"),)),),
    interventions=(Intervention(rule="lift-title", lines=(1, 1), before="# The harbour", reason="It is the title."),),
    notes=(Note(kind="sic", at="p1", quote="the the", text="Printed twice: “the the”."),),
)


def drawn(content: bytes) -> str:
    """Draw what reading a file gives: every field that is not empty with its line, then the problems."""
    read, problems = edition.read(PATH, content)
    lines = []
    if read is not None:
        places = dict(read.lines)
        values = {field.name: getattr(read.front, field.name) for field in dataclasses.fields(read.front)}
        lines += [f"{places.get(name, 0)} {name}: {value!r}" for name, value in values.items() if value]
        lines.append(f"{read.body_line} body: {read.body!r}")
    return "\n".join([*lines, *(worded(problem) for problem in problems)]) + "\n"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: str(case.name))
def test_reads(case: Path, golden: Callable[[Path, str], None]) -> None:
    """A file is read as the golden file says: its fields, or every problem with line, words and remedy."""
    actual = drawn((case / "in.md").read_bytes())

    golden(case / "golden.txt", actual)


def test_what_is_written_is_read_back() -> None:
    """Writing fills in the hash; reading gives the same fields and the body as it was."""
    read, problems = edition.read(PATH, edition.write(FRONT, "A\n\nB").encode())

    assert read is not None
    assert () == problems
    assert dataclasses.replace(FRONT, drafted_sha256=read.front.drafted_sha256) == read.front
    assert "A\n\nB" == read.body


def test_what_is_written_is_pleasant_to_read(golden: Callable[[Path, str], None]) -> None:
    """Fields have their order, entries one line where they fit, quotation marks only where YAML needs them."""
    long = Note(kind="comment", at="p2", text="A long remark. " * 12, by="A. Editor")
    two = (Evidence(line=1, quote="Title: x", basis="attested"), Evidence(line=3, quote="x", basis="inferred"))
    front = dataclasses.replace(FRONT, notes=(*FRONT.notes, long), evidence=(*FRONT.evidence, ("title", two)))

    golden(CASES.parent / "edition_written.md", edition.write(front, "The body.\n"))


def test_an_untouched_file_is_told_from_an_edited_one() -> None:
    """One changed character anywhere, or another line end, makes a file a person's."""
    text = edition.write(FRONT, "The the harbour.\n")
    as_drafted, _ = edition.read(PATH, text.encode())
    edited = [text.replace("the harbour", "a harbour"), text.replace("letter", "cable"), text.replace("\n", "\r\n")]

    assert as_drafted is not None
    assert edition.is_untouched(as_drafted)
    for other in edited:
        read, _ = edition.read(PATH, other.encode())
        assert read is not None
        assert not edition.is_untouched(read)


def test_a_hash_that_only_the_body_mentions_does_not_count() -> None:
    """The line that is left out of the hash is the one in the front matter."""
    text = edition.write(FRONT, "drafted_sha256: not this one\n")
    read, _ = edition.read(PATH, text.encode())

    assert read is not None
    assert edition.is_untouched(read)


@pytest.mark.parametrize(
    "word", ["NO", "no", "Yes", "null", "~", "0123", "12:30", "1.10", "1e3", "- a", "a: b", "a #b", "=", ""]
)
def test_other_readers_of_yaml_read_text_as_text(word: str) -> None:
    """What another reader would take for a truth value, a number or a structure is written in quotation marks."""
    text = f"block: {written(word)}\nflow: {{key: {written(word, in_flow=True)}}}\n"

    assert {"block": word, "flow": {"key": word}} == yaml.safe_load(text)


def test_what_we_wrote_is_read_without_a_yaml_library() -> None:
    """Reading a drafted file imports neither yaml nor frontmatter: they cost more than the rest of a start."""
    program = (
        "import sys\nfrom muniment import edition\n"
        f"read, _ = edition.read('x.md', {edition.write(FRONT, 'Body')!r}.encode())\n"
        "assert read is not None\nassert not {'yaml', 'frontmatter'} & set(sys.modules), sorted(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603 ours

    assert "" == done.stderr


def test_thousands_of_brackets_are_refused_not_followed() -> None:
    """Input that ends some YAML libraries' process is one problem here."""
    found = fences.split(PATH, b"---\ntitle: " + b"[" * 60_000 + b"\n---\n")
    assert isinstance(found, fences.Fenced)

    problem = yaml_reader.read(PATH, found.front)

    assert isinstance(problem, Problem)
    assert "F-007" == problem.code


def test_the_line_reader_leaves_unusual_lines_to_the_yaml_reader() -> None:
    """Comments, blank lines and folded texts are read, but not by the line reader."""
    front = "# mine\ntitle: >\n  a\n  b\n\nkind: letter\n"

    assert plain_lines.read(front) is None
    assert isinstance(yaml_reader.read(PATH, front), Mapping)
