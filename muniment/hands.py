"""The files of `site_src/documents/` and the seeds into what is drafted, renewed, or left to the person who wrote it.

It refuses to write: it says which text belongs where, and only where no person's words stand.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, Protocol

from muniment import edition, problems
from muniment.frozen import dataclass
from muniment.model import Draft, Edition, Files, Problem
from muniment.settings.lines import line_of

DOCUMENTS = "site_src/documents/"
OPENED = 500
"""Editions that are held after they were read; those of a large archive are read again when they are described."""

_SEED_LINE = re.compile(rb"^seed:[ \t]*([^\r\n]*)", re.MULTILINE)


class Transcripts(Protocol):
    """The seeds that can be read."""

    sha256: dict[str, str]
    """By name; sha256 of their bytes, lower-case hex."""

    def __contains__(self, name: object) -> bool:
        """Say whether a seed of this name can be read."""

    def just_read(self, name: str) -> str | None:
        """Give the hash of one's words if it was read in this run; what the last build read is as it was."""


Drafter = Callable[[list[str]], list[Draft]]
"""Drafts seeds, by name, each under the id it would like."""

Texts = tuple[tuple[str, str], ...]
"""(path, text) of files to be written."""


class Filed(NamedTuple):
    """What has to be known of an edition to decide what is drafted beside it."""

    path: str
    sha256: str
    """Of the file's bytes; sha256, lower-case hex."""
    id: str
    aliases: tuple[str, ...]
    seed: str
    seed_sha256: str
    """Of the seed when the edition was drafted."""
    transcript_sha256: str
    """Of what was then read out of a seed that is no plain text; empty for others."""
    is_untouched: bool
    """Whether it stands as the program drafted it."""
    line_of_seed: int
    """1-based line of the file that names the seed."""
    problems: tuple[Problem, ...] = ()
    """What was found while reading it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What stands in `site_src/documents/`."""

    editions: tuple[Filed, ...]
    """Those that can be read, by path."""
    opened: Mapping[str, Edition]
    """Those of them that were read just now, by path, if they are not too many."""
    broken: tuple[tuple[str, str], ...]
    """(path, name of its seed or empty where it does not say) of those that cannot be read and of other files there."""

    @property
    def doubled(self) -> frozenset[str]:
        """Give the seeds that several editions name."""
        times = Counter(each.seed for each in self.editions)
        return frozenset(seed for seed, number in times.items() if number > 1)


def file(held: Edition, problems_: tuple[Problem, ...] = ()) -> Filed:
    """File an edition that was read."""
    lines = dict(held.lines)
    return Filed(
        path=held.path,
        sha256=held.sha256,
        id=held.front.id,
        aliases=held.front.aliases,
        seed=held.front.seed,
        seed_sha256=held.front.seed_sha256,
        transcript_sha256=held.front.transcript_sha256,
        is_untouched=edition.is_untouched(held),
        line_of_seed=line_of(lines, ("seed",)),
        problems=problems_,
    )


class Opened(NamedTuple):
    """What became of reading an edition."""

    filed: Filed | None
    """None where it cannot be read."""
    edition: Edition | None
    seed: str
    """Name of the seed that a broken edition says it is of, as far as it says so."""
    problems: tuple[Problem, ...]


Opener = Callable[[list[str]], Iterable[Opened]]
"""Reads editions, by path."""


def opened(path: str, content: bytes) -> Opened:
    """Read one edition."""
    each, troubles = edition.read(path, content)
    if each is None:
        return Opened(None, None, _named_seed(content), troubles)
    return Opened(file(each, troubles), each, "", troubles)


def read(files: tuple[Files, Iterable[str]], known: Mapping[str, Filed], opener: Opener, found: list[Problem]) -> Held:
    """Read every edition that is not known yet; one that cannot be read is reported, and nothing is drafted over it.

    `files` are the sources, and the paths of what could not be read.
    """
    sources, unread = files
    held: dict[str, Edition] = {}
    broken = [(path, "") for path in unread if path.startswith(DOCUMENTS) or DOCUMENTS.startswith(f"{path}/")]
    paths = [path for path in sources if path.startswith(DOCUMENTS) or _is_astray(path, sources)]
    filed = {path: known[path] for path in paths if path in known and known[path].sha256 == sources.sha256(path)}
    found += [problem for each in filed.values() for problem in each.problems]
    due = []
    for path in paths:
        if path in filed:
            continue
        if path.startswith(DOCUMENTS) and path.endswith(".md") and "/" not in path[len(DOCUMENTS) :]:
            due.append(path)
        else:
            found.append(problems.report("E-089", path))
            broken.append((path, _named_seed(sources[path])))
    for path, each in zip(due, opener(due), strict=True):
        found += each.problems
        if each.filed is None:
            broken.append((path, each.seed))
            continue
        filed[path] = each.filed
        if each.edition is not None and len(held) < OPENED:
            held[path] = each.edition
    return Held(editions=tuple(filed[path] for path in paths if path in filed), opened=held, broken=tuple(broken))


def draft(held: Held, transcripts: Transcripts, drafter: Drafter, found: list[Problem], *, refresh: bool) -> Texts:
    """Draft the seeds that need it; an edited file whose seed changed keeps its words and gets the draft beside it."""
    doubled = held.doubled
    by_seed = {each.seed: each for each in held.editions if each.seed not in doubled}
    again = [
        by_seed[name]
        for name in transcripts.sha256
        if name in by_seed and _is_outdated(by_seed[name], name, transcripts, refresh=refresh)
    ]
    new = _without_edition(held, transcripts, found)
    made: list[tuple[str, str]] = []
    if not new and not again:
        return ()
    from muniment import normalise  # slow to load, and most builds draft nothing

    drafted = drafter([*sorted(new), *(known.seed for known in again)])
    for each in normalise.settle(drafted[: len(new)], _taken(held)):
        found += each.problems
        made.append((each.edition.path, each.edition.source))
    for known, fresh in zip(again, drafted[len(new) :], strict=True):
        text = edition.write(replace(fresh.edition.front, id=known.id), fresh.edition.body)
        if known.is_untouched:
            found += fresh.problems
            made.append((known.path, text))
        else:
            made.append((f"{known.path}{edition.WAITING}", text))
    return tuple(made)


def standing(held: Held, drafts: Texts, opener: Opener, found: list[Problem]) -> Held:
    """Give what will stand after this run; drafts are read as they will stand, in the order of their paths."""
    editions = {each.path: each for each in held.editions}
    opened = dict(held.opened)
    written = sorted(path for path, _ in drafts if not path.endswith(edition.WAITING))
    for path, each in zip(written, opener(written), strict=True):
        found += each.problems
        if each.filed is not None:
            editions[path] = each.filed
            opened.pop(path, None)
            if each.edition is not None and len(opened) < OPENED:
                opened[path] = each.edition
    ordered = tuple(editions[path] for path in sorted(editions))
    return Held(editions=ordered, opened=opened, broken=held.broken)


def lost_addresses(held: Held, registries: Iterable[str]) -> tuple[Problem, ...]:
    """Report registries of published anchors whose document has no edition any more, under this id or as an alias."""
    if held.broken:
        return ()
    known = frozenset(name for each in held.editions for name in (each.id, *each.aliases))
    return tuple(
        problems.report("E-092", path, id=name)
        for path, name in ((path, path.rpartition("/")[2].removesuffix(".toml")) for path in registries)
        if name not in known
    )


def _is_outdated(known: Filed, name: str, transcripts: Transcripts, *, refresh: bool) -> bool:
    """Say whether an edition's seed has changed, or its draft is asked for again.

    An untouched draft is also made anew where a newer reader takes other words out of the same seed.
    """
    if known.seed_sha256 != transcripts.sha256[name] or (refresh and known.is_untouched):
        return True
    if not known.transcript_sha256 or not known.is_untouched:
        return False
    words = transcripts.just_read(name)
    return words is not None and words != known.transcript_sha256


def _without_edition(held: Held, transcripts: Transcripts, found: list[Problem]) -> list[str]:
    """Name the seeds that are to be drafted: no edition names them, and no file that cannot be read may belong to them.

    A seed that is, byte for byte, the lost seed of an edition was renamed, and has its edition already. One that is
    another seed, byte for byte, is drafted, and told.
    """
    missing = {each.seed_sha256: each for each in held.editions if each.seed not in transcripts}
    named = frozenset([*(each.seed for each in held.editions), *(seed for _, seed in held.broken)])
    nameless = [path for path, seed in held.broken if seed not in transcripts]
    first = {sha256: name for name, sha256 in reversed(transcripts.sha256.items()) if name in named}
    new = []
    for name, sha256 in transcripts.sha256.items():
        if name in named:
            continue
        if sha256 in missing:
            lost = missing[sha256]
            found.append(problems.report("E-091", lost.path, lost.line_of_seed, seed=lost.seed, name=name))
        elif nameless:
            found.append(problems.report("E-090", f"seeds/{name}", other=nameless[0]))
        else:
            new.append(name)
            if (other := first.setdefault(sha256, name)) != name:
                found.append(problems.report("S-097", f"seeds/{name}", other=other))
    return new


def _taken(held: Held) -> frozenset[str]:
    """List the ids that no draft may have: those in use, those that were, and the names of files that stand there."""
    ids = [name for each in held.editions for name in (each.id, *each.aliases)]
    paths = [*(each.path for each in held.editions), *(path for path, _ in held.broken)]
    return frozenset([*ids, *(path.removeprefix(DOCUMENTS).removesuffix(".md").casefold() for path in paths)])


def _is_astray(path: str, sources: Files) -> bool:
    """Say whether an edition lies in a folder of its own, where nobody would look for it."""
    if not path.endswith(".md") or path.startswith("site_src/pages/"):
        return False
    return sources[path].startswith(b"---") and bool(_named_seed(sources[path]))


def _named_seed(content: bytes) -> str:
    """Find the name of the seed in an edition that cannot be read; empty where it does not say exactly one."""
    names = _SEED_LINE.findall(content)
    return names[0].decode("utf-8", "replace").strip().strip("\"'") if len(names) == 1 else ""
