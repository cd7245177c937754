"""The files of `site_src/documents/` and the seeds into what is drafted, renewed, or left to the person who wrote it.

It refuses to write: it says which text belongs where, and only where no person's words stand.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from muniment import edition, normalise, problems
from muniment.model import Edition, Problem, Settings, Transcript
from muniment.settings.lines import line_of

DOCUMENTS = "site_src/documents/"
WAITING = ".new"
"""What is added to an edition's name for the fresh draft that waits beside it."""

_SEED_LINE = re.compile(rb"^seed:[ \t]*([^\r\n]*)", re.MULTILINE)

Texts = tuple[tuple[str, str], ...]
"""(path, text) of files to be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What stands in `site_src/documents/`."""

    editions: tuple[Edition, ...]
    """Those that can be read, by path."""
    broken: tuple[tuple[str, str], ...]
    """(path, name of its seed or empty where it does not say) of those that cannot be read and of other files there."""

    @property
    def doubled(self) -> frozenset[str]:
        """Give the seeds that several editions name."""
        times = Counter(each.front.seed for each in self.editions)
        return frozenset(seed for seed, number in times.items() if number > 1)


def read(sources: Mapping[str, bytes], unread: Iterable[str], found: list[Problem]) -> Held:
    """Read every edition; one that cannot be read is reported, and remembered so that nothing is drafted over it."""
    editions: list[Edition] = []
    broken = [(path, "") for path in unread if path.startswith(DOCUMENTS) or DOCUMENTS.startswith(f"{path}/")]
    for path, content in sources.items():
        if not path.startswith(DOCUMENTS):
            continue
        if not path.endswith(".md") or "/" in path[len(DOCUMENTS) :]:
            found.append(problems.report("E-089", path))
            broken.append((path, _named_seed(content)))
            continue
        each, troubles = edition.read(path, content)
        found += troubles
        if each is None:
            broken.append((path, _named_seed(content)))
        else:
            editions.append(each)
    return Held(editions=tuple(editions), broken=tuple(broken))


def draft(
    held: Held, transcripts: Mapping[str, Transcript], chosen: Settings, found: list[Problem], *, refresh: bool
) -> Texts:
    """Draft the seeds that need it; an edited file whose seed changed keeps its words and gets the draft beside it."""
    doubled = held.doubled
    by_seed = {each.front.seed: each for each in held.editions if each.front.seed not in doubled}
    again = [
        (by_seed[name], transcript)
        for name, transcript in transcripts.items()
        if name in by_seed and _is_outdated(by_seed[name], transcript, refresh=refresh)
    ]
    new = _without_edition(held, transcripts, found)
    made = []
    for each in normalise.draft_all(tuple(new), chosen, _taken(held)):
        found += each.problems
        made.append((each.edition.path, each.edition.source))
    for known, transcript in again:
        (fresh,) = normalise.draft_all((transcript,), chosen, frozenset())
        text = edition.write(replace(fresh.edition.front, id=known.front.id), fresh.edition.body)
        if edition.is_untouched(known):
            found += fresh.problems
            made.append((known.path, text))
        else:
            beside = f"{known.path}{WAITING}"
            line = line_of(dict(known.lines), ("seed_sha256",))
            found.append(problems.report("E-080", known.path, line, seed=known.front.seed, beside=beside))
            made.append((beside, text))
    return tuple(made)


def standing(held: Held, drafts: Texts, found: list[Problem]) -> tuple[Edition, ...]:
    """Give the editions as they will stand after this run, by path."""
    editions = {each.path: each for each in held.editions}
    for path, text in drafts:
        if not path.endswith(WAITING):
            each, troubles = edition.read(path, text.encode())
            found += troubles
            if each is not None:
                editions[path] = each
    return tuple(editions[path] for path in sorted(editions))


def lost_addresses(held: Held, registries: Iterable[str]) -> tuple[Problem, ...]:
    """Report registries of published anchors whose document has no edition any more, under this id or as an alias."""
    if held.broken:
        return ()
    known = frozenset(name for each in held.editions for name in (each.front.id, *each.front.aliases))
    return tuple(
        problems.report("E-092", path, id=name)
        for path, name in ((path, path.rpartition("/")[2].removesuffix(".toml")) for path in registries)
        if name not in known
    )


def _is_outdated(known: Edition, transcript: Transcript, *, refresh: bool) -> bool:
    """Say whether an edition's seed has changed, or its draft is asked for again."""
    return known.front.seed_sha256 != transcript.sha256 or (refresh and edition.is_untouched(known))


def _without_edition(held: Held, transcripts: Mapping[str, Transcript], found: list[Problem]) -> list[Transcript]:
    """List the seeds that are to be drafted: no edition names them, and no file that cannot be read may belong to them.

    A seed that is, byte for byte, the lost seed of an edition was renamed, and has its edition already.
    """
    missing = {each.front.seed_sha256: each for each in held.editions if each.front.seed not in transcripts}
    named = frozenset([*(each.front.seed for each in held.editions), *(seed for _, seed in held.broken)])
    nameless = [path for path, seed in held.broken if seed not in transcripts]
    new = []
    for name, transcript in transcripts.items():
        if name in named:
            continue
        if transcript.sha256 in missing:
            lost = missing[transcript.sha256]
            line = line_of(dict(lost.lines), ("seed",))
            found.append(problems.report("E-091", lost.path, line, seed=lost.front.seed, name=name))
        elif nameless:
            found.append(problems.report("E-090", f"seeds/{name}", other=nameless[0]))
        else:
            new.append(transcript)
    return new


def _taken(held: Held) -> frozenset[str]:
    """List the ids that no draft may have: those in use, those that were, and the names of files that stand there."""
    ids = [name for each in held.editions for name in (each.front.id, *each.front.aliases)]
    paths = [*(each.path for each in held.editions), *(path for path, _ in held.broken)]
    return frozenset([*ids, *(path.removeprefix(DOCUMENTS).removesuffix(".md").casefold() for path in paths)])


def _named_seed(content: bytes) -> str:
    """Find the name of the seed in an edition that cannot be read; empty where it does not say exactly one."""
    names = _SEED_LINE.findall(content)
    return names[0].decode("utf-8", "replace").strip().strip("\"'") if len(names) == 1 else ""
