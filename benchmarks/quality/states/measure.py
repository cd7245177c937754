"""Measures how well names of states are told in texts whose every name a cataloguer has judged.

    python benchmarks/quality/states/measure.py PACKAGES [--rules] [--failures]

PACKAGES holds the unpacked packages that README.md names. Failures are listed for the texts for tuning only.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[2])]

import plain_page  # noqa: E402  (found only after the path is set)

from muniment import gazetteer  # noqa: E402  (found only after the path is set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One text and what a cataloguer says of every name in it that looks like a state's."""

    source: str
    sha256: str
    set: str
    """`tune` or `kept`."""
    counted: dict[int, str]
    """Offset of a mention → id of the state."""
    aside: frozenset[int]
    """Offsets of names that are part of another name, or mean something else."""
    may: frozenset[int]
    """Offsets of names on which cataloguers would differ."""


@dataclass(slots=True)
class Sums:
    """What was found in the texts of a set."""

    texts: int = 0
    right: int = 0
    extra: int = 0
    missed: int = 0
    documents_right: int = 0
    documents_extra: int = 0
    documents_missed: int = 0
    bare: int = 0
    bare_right: int = 0
    rules: Counter[tuple[str, bool]] = field(default_factory=Counter)
    """(reason without its example, whether it was right) → how often."""
    failures: list[str] = field(default_factory=list)


def marked(path: Path) -> Iterator[Marked]:
    """Read the marks."""
    for entry in tomllib.loads(path.read_text("utf-8"))["text"]:
        pairs = [each.split() for each in entry.get("counted", [])]
        yield Marked(
            source=entry["source"],
            sha256=entry["sha256"],
            set=entry["set"],
            counted={int(start): state for start, state in pairs},
            aside=frozenset(entry.get("aside", [])),
            may=frozenset(entry.get("may", [])),
        )


class Packages:
    """Texts in unpacked packages, by the hash of their words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts = cache(self._read)

    def text(self, source: str, sha256: str) -> str | None:
        """Give a text, or None if the packages do not hold it."""
        return self._texts(source.partition(":")[0]).get(sha256)

    def _read(self, name: str) -> dict[str, str]:
        """Read every text of a file of a package."""
        package, _, file = name.partition("/")
        path = next(iter(sorted((self._folder / package).rglob(file))), None)
        if path is None:
            return {}
        if file.endswith(".json"):
            texts = "\n\n".join(json.loads(path.read_text("utf-8"))).split("\n\n")
        elif file.endswith(".cor"):
            texts = path.read_text("latin-1").splitlines(keepends=True)
        else:
            texts = ["\n".join(plain_page.plain(path.read_bytes()))]
        return {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}


def judge(sums: Sums, mark: Marked, text: str, named: gazetteer.Gazetteer) -> None:
    """Hold what the gazetteer says of a text against its marks."""
    sums.texts += 1
    explained = named.explain(text)
    found = {each.start: each for each in explained if isinstance(each, gazetteer.Found)}
    spans = [(each.start, each.end, each) for each in explained]
    states = Counter(dict.fromkeys(mark.counted.values(), 1))
    given: set[str] = set()
    for start, end, each in spans:
        marks = range(start, end)
        wanted = next((mark.counted[at] for at in marks if at in mark.counted), None)
        is_doubtful = any(at in mark.may for at in marks)
        shown = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")
        if isinstance(each, gazetteer.SetAside):
            if not is_doubtful:
                sums.rules[each.reason.partition(":")[0], wanted is None] += 1
            continue
        if is_doubtful:
            continue
        given.add(each.state)
        if each.state == wanted:
            sums.right += 1
        else:
            sums.extra += 1
            sums.failures.append(f"extra {each.state}: {shown}")
    lost = [at for at in mark.counted if not any(start <= at < end for start, end, each in spans if start in found)]
    sums.missed += len(lost)
    sums.failures += [f"missed {mark.counted[at]}: {text[max(0, at - 40) : at + 30]!r}" for at in lost]
    sums.documents_right += len(given & set(states))
    sums.documents_extra += len(given - set(states))
    sums.documents_missed += len(set(states) - given)
    if not mark.counted and not mark.may:
        sums.bare += 1
        sums.bare_right += not given


def told(name: str, sums: Sums) -> str:
    """Word the sums of a set."""

    def share(right: int, other: int) -> float:
        return round(right / (right + other), 3) if right + other else 1.0

    return (
        f"{name}: {sums.texts} texts\n"
        f"- by mention: right {sums.right}, extra {sums.extra}, missed {sums.missed},"
        f" precision {share(sums.right, sums.extra)}, recall {share(sums.right, sums.missed)}\n"
        f"- by document: right {sums.documents_right}, extra {sums.documents_extra}, missed {sums.documents_missed},"
        f" precision {share(sums.documents_right, sums.documents_extra)},"
        f" recall {share(sums.documents_right, sums.documents_missed)}\n"
        f"- texts that name no state: {sums.bare}, given none {sums.bare_right}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path)
    parser.add_argument("--rules", action="store_true", help="how often each reason was right and wrong")
    parser.add_argument("--failures", action="store_true", help="what failed among the texts for tuning")
    given = parser.parse_args()
    named, _ = gazetteer.build((HERE.parents[2] / "muniment/data/states.json").read_bytes(), None)
    packages = Packages(given.packages)
    sets = {"tune": Sums(), "kept": Sums()}
    for mark in marked(HERE / "marks.toml"):
        text = packages.text(mark.source, mark.sha256)
        if text is None:
            print(f"missing: {mark.source} {mark.sha256[:12]}", file=sys.stderr)
        else:
            judge(sets[mark.set], mark, text, named)
    print("\n".join(told(name, sums) for name, sums in sets.items()))
    if given.rules:
        rules = sets["tune"].rules + sets["kept"].rules
        for reason in sorted({reason for reason, _ in rules}):
            print(f"| {reason} | {rules[reason, True]} | {rules[reason, False]} |")
    if given.failures:
        print("\n".join(sets["tune"].failures))


if __name__ == "__main__":
    main()
