"""Reading TOML: what is wrong is told by line, and no key may be so deep that it costs the memory of a machine."""

import tomllib

import pytest

from muniment.toml import MOST_PARTS, RefusedError, read

DEEP = ".".join("a" * MOST_PARTS)


@pytest.mark.parametrize(
    "text",
    [
        f"{DEEP} = 1",
        f"[{DEEP}]\nb = 1",
        f'title = "{DEEP}.b.c"',
        f"title = '{DEEP}.b.c' # {DEEP}.b.c",
        f"# {DEEP}.b.c = 1",
        f"  # Aye. {'Nay. ' * 40}",
        f'quote = "Aye. {"Nay. " * 40}"',
        f'quote = "He said \\"{DEEP}.b.c\\"."',
        f'quote = "And so on{"." * 90}"',
        'quote = """\nOne line.\n' + "Another. " * 4 + '\n"""',
        "numbers = [" + "1.5, " * 90 + "]",
    ],
)
def test_what_tomllib_reads_is_read(text: str) -> None:
    """Keys of the most parts, and strings and comments with any number of full stops."""
    assert read(text.encode()) == (text, tomllib.loads(text))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (f"{DEEP}.b = 1", 1, 1),
        (f"x = 1\r\n  {DEEP}.b = 1", 2, 3),
        (f"[{DEEP}.b]", 1, 2),
        (f"[[{DEEP}.b]]", 1, 3),
        (f"x = {{{DEEP}.b = 1}}", 1, 6),
        (" . ".join("a" * 31) + " = 1", 1, 1),
        ('"a b".' * 30 + "'c' = 1", 1, 1),
        ("a." * 100_000 + "a = 1", 1, 1),
    ],
)
def test_a_key_of_too_many_parts_is_refused(text: str, line: int, column: int) -> None:
    """Before `tomllib` sees it; the line and column are those of the key."""
    with pytest.raises(RefusedError, match="a key has more than 30 parts") as refusal:
        read(text.encode())

    assert (refusal.value.code, refusal.value.line, refusal.value.words["column"]) == ("A-001", line, column)


@pytest.mark.parametrize(
    ("content", "code", "line", "reason"),
    [
        (b"a = 1\r\nb = \r\n", "A-001", 2, "Invalid value"),
        (b"a = [1,\n", "A-001", 2, "Invalid value \\(at end of document\\)"),
        (b"a = 1\nb = \xff", "A-002", 2, "it is not UTF-8"),
        (b"a = " + b"[" * 5000, "A-001", 0, "lists or tables are nested too deep"),
        (b"a = " + b"1" * 5000, "A-001", 1, "Exceeds the limit"),
        (b'"' * 99_999, "A-001", 1, "Expected '='"),
        (b'"' + b'\\"' * 50_000, "A-001", 1, "Unterminated string"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(content: bytes, code: str, line: int, reason: str) -> None:
    """The last line where the end of the file is what is wrong; none where nesting is."""
    with pytest.raises(RefusedError, match=reason) as refusal:
        read(content)

    assert (refusal.value.code, refusal.value.line) == (code, line)
