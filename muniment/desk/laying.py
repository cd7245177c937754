"""The archive's inputs and one document of them → the document laid open: seed, draft, edition, collation, problems.

Knows nothing of other documents, so that it takes no longer in a large archive than in a small one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from muniment import anchors, collate, drafting, edition, formats, parse, problems, settings
from muniment.desk.finding import Holding
from muniment.line import Inputs
from muniment.model import Collation, Edition, Problem, Settings, Text, Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A document laid open."""

    holding: Holding
    settings: Settings
    sources: tuple[tuple[str, bytes], ...]
    """(path, bytes) of the edition's file and of the registry of its anchors, as far as they are there."""
    transcript: Transcript | None
    """None where the seed is missing or cannot be read."""
    edition: Edition | None = None
    """None where there is none yet, or it cannot be read."""
    text: Text | None = None
    collation: Collation | None = None
    """None where one of the two sides is missing."""
    problems: tuple[Problem, ...] = ()
    """Of this document, by path and line."""

    def draft(self) -> Edition | None:
        """Draft the seed as it is now, under the id the document has."""
        if self.transcript is None:
            return None
        (fresh,) = drafting.draft_all((self.transcript,), self.settings, frozenset())
        if self.edition is None:
            return fresh.edition
        front = replace(fresh.edition.front, id=self.edition.front.id)
        read, _ = edition.read(self.edition.path, edition.write(front, fresh.edition.body).encode())
        return read


def lay(inputs: Inputs, holding: Holding, chosen: Settings | None = None) -> Desk:
    """Lay a document open; settings that were read already need not be read again."""
    sources = inputs.sources
    if chosen is None:
        chosen, _ = settings.read(sources, inputs.name, inputs.words)
    found: list[Problem] = []
    transcript = _transcript(inputs.seeds, holding.seed, found)
    own = (holding.path, anchors.path(holding.id))
    desk = Desk(
        holding=holding,
        settings=chosen,
        sources=tuple((path, sources[path]) for path in own if path in sources),
        transcript=transcript,
        problems=tuple(found),
    )
    return opened(desk)


def opened(desk: Desk, content: bytes | None = None) -> Desk:
    """Read and collate the edition's file, or other content in its place."""
    path, sources = desk.holding.path, dict(desk.sources)
    content = sources.get(path) if content is None else content
    found = [each for each in desk.problems if each.path != path]
    read, troubles = edition.read(path, content) if content is not None else (None, ())
    found += troubles
    text = None if read is None else _text(read, desk.settings, sources, found)
    collation = None
    if read is not None and text is not None and desk.transcript is not None:
        collation = collate.collate(desk.transcript, read, text)
        found += collation.problems
    told = tuple(sorted(dict.fromkeys(found)))
    return replace(desk, edition=read, text=text, collation=collation, problems=told)


def _transcript(seeds: Mapping[str, bytes], name: str, found: list[Problem]) -> Transcript | None:
    """Read the seed."""
    if name not in seeds:
        return None
    transcript, troubles = formats.read(name, seeds[name])
    found += troubles
    return transcript


def _text(read: Edition, chosen: Settings, sources: Mapping[str, bytes], found: list[Problem]) -> Text | None:
    """Parse the edition's body and give its blocks the anchors they have."""
    try:
        text = parse.parse(read.body, chosen.markdown)
    except parse.NestingError as refusal:
        found.append(problems.report("E-084", read.path, read.body_line + refusal.line - 1))
        return None
    content = sources.get(anchors.path(read.front.id))
    registry = None if content is None else anchors.read(content, read.front.id)[0]
    return anchors.give(text, registry, read.front.id)[0]
