"""Broken input is told in one run: a message for each mistake, with its place, code, words and remedy, in one order."""

import re
from pathlib import Path

import pytest

from muniment import problems
from tests.trust import places
from tests.trust.places import Place

EXCERPT = re.compile(r" *\d+ \| .*\S|      +\| +\^+")
WORDED = re.compile(
    r"^(?P<path>[^\s:]+)(?::(?P<line>\d+))?(?::\d+)?: (?P<code>[A-Z]-\d{3}) (?P<words>.+)\n"
    rf"(?:(?:{EXCERPT.pattern})\n)*    (?P<hint>.+)$",
    re.M,
)

BROKEN = {
    "seeds/a.txt": (b"Words\nmore \0 words\n", "S-002", 2),
    "seeds/b.txt": (b"One\nTwo\nThree \x81\n", "S-003", 3),
    "seeds/c.dwg": (b"PK", "S-006", 0),
    "seeds/d.txt": (b"\n\n", "S-001", 0),
    "site_src/archive.toml": (b'title = "Harbour"\ntitel = "x"\n', "A-003", 2),
    "site_src/events.toml": (b'[[event]]\nid = "e"\nname = "E"\nstage = \n', "A-001", 4),
    "site_src/claims.toml": (b"# words\n\xff\n", "A-002", 2),
    "site_src/documents/x.md": (b"---\nid: x\ncolour: red\n---\n\nWords.\n", "F-022", 3),
    "site_src/documents/y.md": (b"No front matter.\n", "F-001", 1),
    "site_src/documents/z.md": (b"---\nid: x\nid: y\n---\n", "F-010", 3),
    "site_src/pages/OldPage.md": (b"# Old\n", "P-001", 0),
    "site_src/pages/about.md": (b"# About\n\nWords \xe6\n", "A-002", 3),
    "templates/mine.html": (b"<p>\n\xe9</p>\n", "S-094", 2),
}
"""Path → (bytes, code, line)."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Give an archive with every mistake at once, and one good seed."""
    place = places.archive(tmp_path / "archive", {"good.txt": places.LETTER.encode()})
    for path, (content, _, _) in BROKEN.items():
        place.write(path, content)
    return place


def test_every_mistake_is_told_in_one_run(place: Place) -> None:
    """Each broken file has its message with path, line and code; none is told by a traceback."""
    built = place.build()
    told = {
        (match["path"].removeprefix(f"{place.root}/"), match["code"], int(match["line"] or 0))
        for match in WORDED.finditer(built.stderr)
    }

    assert {(path, code, line) for path, (_, code, line) in BROKEN.items()} <= told
    assert built.returncode == 1
    assert "Traceback" not in built.stderr


def test_every_message_has_words_and_a_remedy(place: Place) -> None:
    """Each problem is two lines, what is wrong and what to do, and between them at most an excerpt and its mark."""
    told = place.build().stderr.rstrip("\n").split("\n")
    lines = [line for line in told if not EXCERPT.fullmatch(line)]

    assert len(lines) % 2 == 0
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        assert re.match(r"\S.*: [A-Z]-\d{3} .+", first), first
        assert re.match(r"    \S.{20,}", second), second


def test_the_order_of_messages_is_that_of_the_files(place: Place) -> None:
    """By path and line, on every run, whatever the order in which the system lists files."""
    first = place.build(PYTHONHASHSEED="1").stderr
    second = place.build(PYTHONHASHSEED="2").stderr
    told = [(match["path"], int(match["line"] or 0)) for match in WORDED.finditer(first)]

    assert first == second
    assert told == sorted(told)


def test_one_bad_file_keeps_no_good_seed_from_being_drafted(tmp_path: Path) -> None:
    """What can be drafted is drafted, though nothing is published."""
    place = places.archive(tmp_path / "archive", {"bad.txt": b"\0", "good.txt": places.LETTER.encode()})

    assert place.build().returncode == 1
    assert len(list((place.root / "site_src/documents").glob("*.md"))) == 1
    assert not (place.root / "dist").exists()


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        (b"{% extends 'base.html' %}\n{{ 1 / 0 }}\n{% block main %}\n{{ 1 / 0 }}{% endblock %}", 4, "division by zero"),
        (b"\n\n{{ nothing_of_the_kind }}", 3, "nothing_of_the_kind"),
        (b"\n{% if %}", 2, "Expected an expression"),
        (b"{% extends 'nowhere.html' %}", 1, "nowhere.html"),
        (b"{{ page.title.nothing.at_all }}", 1, "nothing"),
        (b"{% include page %}", 1, "iterable"),
        (b"{% for a in b %}", 1, "endfor"),
    ],
)
def test_a_broken_template_is_told_by_its_line(tmp_path: Path, template: bytes, line: int, words: str) -> None:
    """A mistake in a template is one message about the template, not a fault of the program."""
    place = places.archive(tmp_path / "archive")
    place.write("templates/timeline.html", template)

    built = place.build()

    assert f"templates/timeline.html:{line}: " in built.stderr
    assert "L-066" in built.stderr
    assert words in built.stderr
    assert built.returncode == 1
    assert not (place.root / "dist").exists()


def test_a_template_that_drops_the_text_publishes_nothing(tmp_path: Path) -> None:
    """A template is code, but words lost by a mistake in one are found before they are missed."""
    place = places.archive(tmp_path / "archive")
    place.write(
        "templates/document.html", '{% extends "base.html" %}{% block main %}<h1>{{ page.title }}</h1>{% endblock %}'
    )

    built = place.build()

    assert "E-088" in built.stderr
    assert built.returncode == 1


def test_nothing_unprintable_reaches_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in names and words are shown as what they are, in messages, lists, explanations and JSON."""
    evil = "\x1b]0;owned\x07\x1b[31m\u202e\x9b31m"
    place = places.archive(tmp_path / "archive", {f"evil{evil}.txt": b"x", "a.txt": f"{evil} \0".encode()})
    place.write("seeds/b.txt", f"Title {evil} of it\n\nDate: {evil}\n\nSource: {evil}\n")
    place.write(f"site_src/documents/{evil}.md", f"---\nid: {evil}\n{evil}: x\n---\n{evil}")
    place.write(
        "site_src/archive.toml", f'title = "x"\n"{evil}" = 1\n'.replace("\x1b", "\\u001b").replace("\x07", "\\u0007")
    )
    place.write(f"site_src/pages/{evil}.md", evil)

    for words in (
        ("build", "-v"),
        ("check", "-v"),
        ("normalise",),
        ("build", "--json"),
        ("explain", "seeds/b.txt"),
        ("explain", evil),
    ):
        told = place.build(*words)
        shown = (told.stdout + told.stderr).replace("\n", "")
        assert [f"U+{ord(sign):04X}" for sign in shown if not sign.isprintable()] == [], words
        assert "Traceback" not in shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_of_any_encoding_can_be_told(tmp_path: Path, encoding: str) -> None:
    """A letter that the terminal lacks is told by its number."""
    place = places.archive(tmp_path / "archive", {"Þórr.txt": "Þórr – 港\0".encode()})

    told = place.build(PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert told.returncode == 1
    assert "rr.txt" in told.stderr
    assert "fault" not in told.stderr


def test_a_fault_of_ours_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever nobody foresaw ends in a message without a traceback, exit code 3, and the old site as it was."""
    from muniment import cli, line

    place = places.archive(tmp_path / "archive")
    assert place.build().returncode == 0
    before = place.digest("dist", "site_src")

    def fails(*_: object, **__: object) -> line.Outcome:
        raise RuntimeError("words with \x1b[31m in them\nand lines")

    monkeypatch.setattr(line, "run", fails)

    assert cli.main(["--root", str(place.root)]) == 3
    told = capsys.readouterr().err
    assert "a fault of the program" in told
    assert told.replace("\n", "").isprintable()
    assert place.digest("dist", "site_src") == before


@pytest.mark.parametrize(
    ("code", "path", "content", "near_miss"),
    [
        ("S-092", "seeds/sub/a.txt", b"Words.\n", "seeds/sub-a.txt"),
        ("S-092", "seeds/a\\b.txt", b"Words.\n", "seeds/a-b.txt"),
        ("S-093", "site_src/pages/more.md", b"# More\n" + b"x" * 8_000_000, "static/more.txt"),
        ("S-095", "seeds/a.txt", b"Word.\n" * 12_001, "static/a.txt"),
        ("S-096", "seeds/a.txt", b"w" * 50_001, "static/a.txt"),
        ("S-096", "seeds/a.txt", b"Word \x01 " * 20_001, "static/a.txt"),
        ("S-096", "seeds/a.txt", b"Word [] " * 100_001, "static/a.txt"),
        ("E-084", "site_src/pages/more.md", b"# More\n\n" + b">" * 200 + b" deep\n", "static/more.md"),
        ("E-089", "site_src/documents/notes.txt", b"Mine.\n", "site_src/documents/.notes.txt"),
        ("E-089", "site_src/documents/old/a.md", b"Mine.\n", "site_src/documents/a.md.new"),
    ],
)
def test_what_cannot_be_read_is_named_and_its_near_miss_is_not(
    tmp_path: Path, code: str, path: str, content: bytes, near_miss: str
) -> None:
    """Each code has a case that raises it and one, as like it as can be, that does not."""
    from muniment import disk, line

    told = []
    for number, name in enumerate((path, near_miss)):
        place = places.archive(tmp_path / str(number), {"good.txt": places.LETTER.encode()})
        place.write(name, content)
        inputs, found = disk.read(place.root)
        told.append([problem.code for problem in (*found, *line.run(inputs).problems) if problem.severity == "error"])

    assert told == [[code], []]


def test_every_code_is_told_with_its_remedy() -> None:
    """No row of the table of problems lacks words for what to do."""
    assert [rule.code for rule in problems.TABLE.values() if len(rule.hint) < 10 and "{" not in rule.hint] == []
