"""Reads the cases of the metadata readers, and runs the rules up to the metadata over a text."""

import re
from dataclasses import dataclass
from pathlib import Path

from muniment import normalise
from muniment.model import EventSetting, Settings, Transcript
from muniment.normalise import metadata
from muniment.normalise.working import Working

CASES = Path(__file__).parent / "cases" / "metadata"
SETTINGS = Settings(title="Test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An invented document with what it should give."""

    name: str
    text: str
    expected: dict[str, str]
    begins: str
    """How the running text begins."""
    ends: str
    """How the running text ends; empty if the case does not say."""
    settings: Settings


def read_case(path: Path) -> Case:
    """Read a case: lines `field = value`, a line of equals signs, the document."""
    stated, _, text = path.read_text(encoding="utf-8").partition("\n=====\n")
    pairs = dict(line.split(" = ", 1) for line in stated.splitlines() if " = " in line)
    events = tuple(
        EventSetting(id=entry.split(":")[0].strip(), name=entry.split(":")[1].strip())
        for entry in pairs.pop("events", "").split(";")
        if entry
    )
    begins, ends = pairs.pop("begins", ""), pairs.pop("ends", "")
    settings = Settings(title="Test", events=events)
    return Case(name=path.stem, text=text, expected=pairs, begins=begins, ends=ends, settings=settings)


def cases() -> list[Case]:
    """Give all cases by name."""
    return [read_case(path) for path in sorted(CASES.glob("*.txt"))]


def transcript(text: str, name: str = "seed.txt") -> Transcript:
    """Make a transcript of a text."""
    lines = tuple(line for line in re.split(r"(?<=\n)", text) if line)
    return Transcript(name=name, sha256="", transcript_sha256="", encoding="utf-8", is_exact=True, lines=lines)


def normalised(text: str, settings: Settings = SETTINGS) -> Working:
    """Run the rules of lines and of metadata over a text."""
    return normalise.work(transcript(text), settings, rules=(*normalise.LINES, *metadata.RULES))


def chosen(text: str, field: str, settings: Settings = SETTINGS) -> str:
    """Give what is chosen for one field of a text; empty if nothing is."""
    return "; ".join(one.value for one in normalised(text, settings).chosen if one.field == field)
