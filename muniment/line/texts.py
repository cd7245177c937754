"""Seeds and editions into described documents, each on its own; what was described before and stands as it was is kept.

It refuses to compare documents with one another: which of two may stand is decided before, the rest by the archive.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from muniment import anchors, archive, check, collate, edition, formats, hands, parse, problems
from muniment.archive import naming
from muniment.edition import forms
from muniment.frozen import dataclass
from muniment.gazetteer import Gazetteer
from muniment.line.remembered import Known, Memory
from muniment.model import (
    Apparatus,
    Edition,
    Files,
    Mention,
    Problem,
    Registry,
    Settings,
    Transcript,
)

ANCHORS = "site_src/anchors/"
WHOLE = 500
"""Transcripts that a process holds from being read until they are asked for."""


class Transcripts(Mapping[str, Transcript]):
    """The seeds that can be read, by name; one that was read by the last build is not opened until it is asked for."""

    def __init__(self, seeds: Files, memory: Memory, found: list[Problem]) -> None:
        """Read what is not remembered; a seed that cannot be read is reported and left out."""
        self._seeds = seeds
        self._read: dict[str, Transcript] = {}
        """Some of those that were read in this run."""
        self._words: dict[str, str] = {}
        """Hash of the words of each that was read in this run."""
        self.sha256: dict[str, str] = {}
        """Of every seed that can be read, by name."""
        self.said: dict[str, tuple[Problem, ...]] = {}
        """What was found while reading it."""
        for name in seeds:
            known = memory.seeds.get(name)
            if known is not None and known[0] == seeds.sha256(name):
                self.sha256[name], self.said[name] = known
            elif forms.file_name(name) is not None:
                found.append(problems.report("S-092", f"seeds/{name}"))
            else:
                self._take(name, found)
        found += [problem for said in self.said.values() for problem in said]

    def _take(self, name: str, found: list[Problem]) -> None:
        transcript, troubles = formats.read(name, self._seeds[name])
        if transcript is None:
            found += troubles
            return
        self.sha256[name], self.said[name] = transcript.sha256, troubles
        self._words[name] = transcript.transcript_sha256
        if len(self._read) < WHOLE or not transcript.is_exact:
            self._read[name] = transcript

    def __getitem__(self, name: str) -> Transcript:
        """Give a transcript, read again if need be."""
        if name in self._read:
            return self._read[name]
        if name not in self.sha256:
            raise KeyError(name)
        transcript, _ = formats.read(name, self._seeds[name])
        if transcript is None:
            raise KeyError(name)
        return transcript

    def __contains__(self, name: object) -> bool:
        """Say whether a seed can be read, without reading it."""
        return name in self.sha256

    def just_read(self, name: str) -> str | None:
        """Give the hash of a transcript's words if it was read in this run."""
        return self._words.get(name)

    def __iter__(self) -> Iterator[str]:
        """Give the names in order."""
        return iter(self.sha256)

    def __len__(self) -> int:
        """Count the seeds that can be read."""
        return len(self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every document is described with."""

    settings: Settings
    gazetteer: Gazetteer
    forms: naming.Sought | None
    """Names that the archive curates."""
    key: str
    """Digest of all this, and of the program; empty where nothing is to be remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Where documents come from."""

    seeds: Transcripts
    sources: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One document, described."""

    described: archive.Described
    key: str
    """Digest of everything it was made from."""
    filed: hands.Filed
    registry: tuple[str, str] | None = None
    """(path, text) of its anchors, where they changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An edition, as it will stand, with the name of its seed."""

    filed: hands.Filed
    edition: Edition | None = None
    """None where the file was read by the last build; then it is read again when it is needed."""


def known(pairs: Iterable[Pair], texts: Texts, frame: Frame, memory: Memory) -> dict[str, Known]:
    """Give of the documents that are remembered those that would be described as they were, by the edition's path."""
    if not frame.key:
        return {}
    found = {}
    for pair in pairs:
        own = memory.documents.get(pair.filed.path)
        if own is not None and own.key == _key(pair.filed, texts, frame, _registry_sha(pair, texts)):
            found[pair.filed.path] = own
    return found


def examine(
    pair: Pair, texts: Texts, frame: Frame, known: tuple[Mention, ...] | None = None
) -> tuple[Examined | None, tuple[Problem, ...]]:
    """Parse one edition, collate it with its seed and describe it; depends on nothing else.

    `known` are its mentions, where they were found before and nothing else is asked for but the document.
    """
    held = pair.edition or _edition(pair.filed.path, texts)
    transcript = texts.seeds[held.front.seed]
    path, read_from = f"{ANCHORS}{held.front.id}.toml", _registered(held.front.id, held.front.aliases, texts)
    standing = texts.sources.get(read_from)
    registry, misread = _registry(standing, read_from)
    try:
        text = parse.parse(held.body, frame.settings.markdown)
    except parse.NestingError as refusal:
        return None, (*misread, problems.report("E-084", held.path, held.body_line + refusal.line - 1))
    text, registry, troubles = anchors.give(text, registry, held.front.id)
    collation = collate.collate(transcript, held, text)
    described = archive.describe((held, transcript, collation), frame.gazetteer, frame.forms, known)
    found = (*misread, *troubles, *collation.problems, *_undone(held, transcript, collation.apparatus))
    written = anchors.write(registry, standing)
    is_new = standing != written.encode() or path != read_from
    return (
        Examined(
            described=replace(described, problems=(*found, *described.problems, *check.document(described.document))),
            key=_key(pair.filed, texts, frame, hashlib.sha256(written.encode()).hexdigest()),
            filed=pair.filed,
            registry=(path, written) if is_new else None,
        ),
        (),
    )


def _edition(path: str, texts: Texts) -> Edition:
    """Read an edition that is known to be readable."""
    held, _ = edition.read(path, texts.sources[path])
    if held is None:
        raise KeyError(path)
    return held


def _key(filed: hands.Filed, texts: Texts, frame: Frame, registry: str) -> str:
    """Digest what a document is made from."""
    parts = (frame.key, filed.path, filed.sha256, texts.seeds.sha256[filed.seed], filed.seed, registry)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _registry_sha(pair: Pair, texts: Texts) -> str:
    """Give the sha256 of a document's published anchors; empty where it has none yet."""
    path = _registered(pair.filed.id, pair.filed.aliases, texts)
    return texts.sources.sha256(path) if path in texts.sources else ""


def _registered(name: str, aliases: Iterable[str], texts: Texts) -> str:
    """Give the path of a document's published anchors; those of one that was renamed stand under its former id."""
    paths = [f"{ANCHORS}{each}.toml" for each in (name, *aliases)]
    return next((path for path in paths if path in texts.sources), paths[0])


def _registry(content: bytes | None, path: str) -> tuple[Registry | None, tuple[Problem, ...]]:
    """Read a document's registry of anchors, if it has one yet."""
    return (None, ()) if content is None else anchors.read(content, path.removeprefix(ANCHORS).removesuffix(".toml"))


def _undone(held: Edition, transcript: Transcript, apparatus: Apparatus) -> tuple[Problem, ...]:
    """Undo the apparatus and hold the result against the transcript, byte for byte."""
    if collate.undo(held.body, apparatus) == "".join(transcript.lines):
        return ()
    return (problems.report("E-085", held.path, seed=transcript.name),)
