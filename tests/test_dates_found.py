"""Dates in prose, against tables of sentences: add a sentence, run with --update-golden, read the diff."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from muniment.dates import Wording, find

TABLES = Path(__file__).parent / "cases" / "dates" / "found"
NAMES = sorted(path.name for path in TABLES.iterdir())
SHOWN_ALREADY = ("start", "end", "text", "edtf", "order")


def is_finding(line: str) -> bool:
    """Tell a finding from the sentence above it."""
    return line.startswith("    ")


def read_text(sentence: str) -> str:
    """Turn the escapes of a table into line ends."""
    return sentence.replace("\\r", "\r").replace("\\n", "\n")


def shown(wording: Wording) -> str:
    """Write a finding as a line of a table: words, EDTF, order, and every field that says something."""
    words = wording.text.replace("\r", "\\r").replace("\n", "\\n")
    others = [field.name for field in fields(wording) if field.name not in SHOWN_ALREADY]
    said = [wording.order, *(f"{name}={value}" for name in others if (value := getattr(wording, name)))]
    return f"    {words} | {wording.edtf} | {' '.join(part for part in said if part)}".rstrip(" ")


@pytest.mark.parametrize("name", NAMES)
def test_the_sentences_of_a_table_give_its_findings(name: str, golden: Callable[[Path, str], None]) -> None:
    """Every sentence gives exactly the findings written under it."""
    table = (TABLES / name).read_text(encoding="utf-8").splitlines()

    lines: list[str] = []
    for line in table:
        if not is_finding(line):
            lines.append(line)
            lines += [shown(found) for found in find(read_text(line))] if not line.startswith("#") else []

    golden(TABLES / name, "\n".join(lines) + "\n")


def test_no_near_miss_is_a_date() -> None:
    """A golden update can never turn a near miss into a date unseen."""
    table = (TABLES / "near-misses.txt").read_text(encoding="utf-8").splitlines()

    assert not [line for line in table if is_finding(line)]


def test_every_sentence_stands_once() -> None:
    """No sentence stands twice in the tables."""
    sentences = [
        line
        for name in NAMES
        for line in (TABLES / name).read_text(encoding="utf-8").splitlines()
        if not is_finding(line)
    ]

    assert len(sentences) == len(set(sentences))
