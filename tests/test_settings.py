"""The curated files become settings, or problems that name the line."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from pprint import pformat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment import settings
from muniment.problems import TABLE, worded
from muniment.settings import lines
from muniment.settings.nearest import nearest
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests/cases/settings").iterdir())


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def _codes(files: dict[str, str]) -> list[tuple[str, int]]:
    _, found = settings.read({path: text.encode() for path, text in files.items()}, "Name")
    return [(problem.code, problem.line) for problem in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_files_become_settings_and_problems(case: Path, golden: Callable[[Path, str], None]) -> None:
    """Each case's files give the settings and problems that stand in its golden files."""
    read, found = settings.read(_files(case / "in"), "folder name")

    golden(case / "settings.txt", f"{pformat(read, width=110)}\n")
    golden(case / "problems.txt", "".join(f"{problem.severity} {worded(problem)}\n" for problem in found))


def test_a_folder_without_files_has_defaults() -> None:
    """The title is the folder's name; kinds are those every archive has; nothing else is known."""
    read, found = settings.read({}, "Old papers")

    assert found == ()
    assert read.title == "Old papers"
    assert dict(read.kinds)["news-story"] == "News story"
    assert (read.stages, read.events, read.claims, read.pages) == ((), (), (), ())


def test_the_example_of_every_key_is_sound() -> None:
    """The case that uses every documented key raises nothing."""
    _, found = settings.read(_files(ROOT / "tests/cases/settings/everything/in"), "x")

    assert found == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title = 'a' 'b'", ("A-001", 1)),
        ("\n\ntitle = [1, 2", ("A-001", 3)),
        ('title = "x"\nlicense = "y"', ("A-003", 2)),
        ('[[kind]]\nid = "x"', ("A-004", 1)),
        ("title = 3", ("A-005", 1)),
        ('search = "fast"', ("A-006", 1)),
        ('[[kind]]\nid = "x y"\nlabel = "X"', ("A-008", 2)),
        ('title = ""', ("A-011", 1)),
        ('base_url = "https://example.org/a"', ("A-012", 1)),
    ],
)
def test_a_mistake_in_the_archive_file_is_named(text: str, problem: tuple[str, int]) -> None:
    """Each kind of mistake has its code and its line."""
    assert _codes({"site_src/archive.toml": text}) == [problem]


@pytest.mark.parametrize(
    "text", ['title = "x"\r\nlanguage = "en-GB"\r\n', "", "# nothing\n", 'contact = "https://example.org/write"']
)
def test_a_sound_archive_file_raises_nothing(text: str) -> None:
    """Windows line ends, an empty file and either form of contact are fine."""
    assert _codes({"site_src/archive.toml": text}) == []


def test_lists_nested_too_deep_are_refused() -> None:
    """A file that would exhaust the reader is one problem."""
    assert _codes({"site_src/archive.toml": "title = " + "[" * 20_000}) == [("A-001", 0)]


def test_bytes_that_are_not_utf_8_are_named_by_line() -> None:
    """The line of the first bad byte is given."""
    _, found = settings.read({"site_src/events.toml": b"# fine\n# \xff\n"}, "x")

    assert [(problem.code, problem.line) for problem in found] == [("A-002", 2)]


def test_references_into_a_broken_file_are_not_reported() -> None:
    """With archive.toml unreadable, nobody can say which relations it defines."""
    claim = 'states=["NOR"]\nrelation="host"\nbasis="attested"\ndocument="a"\nquote="b"'
    files = {"site_src/archive.toml": "title = ", "site_src/claims.toml": f"[[claim]]\n{claim}"}

    assert _codes(files) == [("A-001", 1)]


def test_a_heading_that_gives_the_title_leaves_the_body() -> None:
    """The page's title is printed once; the body begins on the line behind it."""
    read, _ = settings.read({"site_src/pages/about.md": b"\n# About *us* #\n\nWords.\n"}, "x")

    assert [(page.slug, page.title, page.body, page.body_line) for page in read.pages] == [
        ("about", "About *us*", "\nWords.\n", 3)
    ]


def test_lines_are_found_in_tables_lists_and_long_strings() -> None:
    """Keys are found behind everything that may span lines."""
    source = """
a.b = 1
[[event]]
x = '''
[[event]]
'''
y = [ # [
  "]", 'it''s',
]
[[event.date]]
edtf = "\\"#"
[[event.date]]
edtf = { a = 1 }
[[event]]
"quoted key" = 2
"""
    found = lines.find(source)

    assert {path: found[path] for path in found if path != "event.0.x"} == {
        "a.b": 2,
        "event.0": 3,
        "event.0.y": 7,
        "event.0.date.0": 10,
        "event.0.date.0.edtf": 11,
        "event.0.date.1": 12,
        "event.0.date.1.edtf": 13,
        "event.1": 14,
        "event.1.quoted key": 15,
    }
    assert lines.line_of(found, ("event", 0, "date", 1, "edtf", "a")) == 13
    assert lines.line_of(found, ("other",)) == 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=8)), max_size=6))
def test_every_table_is_found_on_its_line(tables: list[tuple[str, str]]) -> None:
    """Whatever a string holds, the n-th table of a name is found where it was written."""
    source, expected, count = "", {}, dict.fromkeys("abc", 0)
    for name, words in tables:
        expected[f"{name}.{count[name]}"] = source.count("\n") + 1
        count[name] += 1
        escaped = "".join(f"\\U{ord(c):08x}" if c in '"\\' or not c.isprintable() else c for c in words)
        source += f'[[{name}]]\nkey = "{escaped}"\n'
    tomllib.loads(source)

    found = lines.find(source)

    assert {path: line for path, line in found.items() if not path.endswith("key")} == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("endorse", "endorsed"), ("Hosts", "host"), ("quite another", ""), ("", "")]
)
def test_the_nearest_known_word_is_suggested(word: str, expected: str) -> None:
    """Only a near word is suggested."""
    assert nearest(word, ["endorsed", "host"]) == expected


def test_every_code_of_the_settings_has_a_case() -> None:
    """The golden files and the table above raise every code from A-001 to A-014 and P-001 to P-003."""
    codes = [code for code in TABLE if "A-001" <= code <= "A-014" or "P-001" <= code <= "P-003" or code == "A-033"]
    raised = "".join((case / "problems.txt").read_text("utf-8") for case in CASES)

    assert [code for code in codes if f" {code} " not in raised] == []


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("site_src/people.toml", "site_src/authorities/people.toml"),
        ("site_src/authority/people.toml", "site_src/authorities/people.toml"),
        ("site_src/authorities/peple.toml", "site_src/authorities/people.toml"),
        ("site_src/event.toml", "site_src/events.toml"),
        ("site_src/pages/archive.toml", "site_src/archive.toml"),
    ],
)
def test_a_file_that_nothing_reads_is_told_with_its_place(path: str, meant: str) -> None:
    """A right name in a wrong folder counts for more than a name that looks alike in the right one."""
    _, (problem,) = settings.read({path: b"x = 1\n"}, "Papers")

    assert (problem.code, problem.path, problem.hint) == ("A-014", path, f'Did you mean "{meant}"?')


def test_a_first_stage_that_nobody_defined_is_told_how_to_be() -> None:
    """Where there is no other that could have been meant, the remedy is the table it is defined by."""
    files = {
        "site_src/archive.toml": b'title = "T"\n',
        "site_src/events.toml": b'[[event]]\nid = "a"\nname = "A"\nstage = "founding"\nrelation = "stage"\n',
    }
    (told,) = settings.read(files, "t")[1]

    assert (told.code, told.line) == ("A-010", 4)
    assert told.hint == "Define it there: a table [[stage]] with this id; docs/settings.md shows one."
