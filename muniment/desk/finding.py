"""What a person calls a document → which of the archive's documents that is.

An id, its beginning, the name or path of the edition or of the seed; whatever could mean two documents means none.
"""

import re
from dataclasses import dataclass

from muniment import edition
from muniment.hands import DOCUMENTS
from muniment.line import Inputs

SEEDS = "seeds/"
SHORTEST = 10
"""Letters that a document's name is shortened to at most: its date."""
MOST = 6
"""Documents named when a word could mean several, or none."""
_CLOSING = re.compile(rb"\n---\r?(?:\n|\Z)")
_FIELD = re.compile(rb"^(id|seed):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_ALIASES = re.compile(rb"^aliases:(.*(?:\n[ \t-].*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A document of the archive, by its names."""

    id: str
    """Empty where the edition does not say, or there is none yet."""
    path: str
    """Of the edition; empty where there is none yet."""
    seed: str
    """File name of the seed; empty where the edition does not say."""
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give what it is called in messages and commands."""
        return self.id or self.path or self.seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A word that means no document, or several."""

    near: tuple[str, ...]
    """The documents it could mean, or those that are called almost so."""
    is_several: bool


def short_name(inputs: Inputs, holding: Holding) -> str:
    """Give the shortest beginning of a document's name that means it alone, for commands."""
    return short_names(inputs).get(holding.name, holding.name)


def find(inputs: Inputs, word: str) -> Holding | Unclear:
    """Find the document that a word means."""
    holdings = every(inputs)
    wanted = word.replace("\\", "/").strip()
    for names in (_ids, _paths, _stems):
        found = [each for each in holdings if wanted in names(each)]
        if not found and names is _paths:
            found = [each for each in holdings if any(path and wanted.endswith(f"/{path}") for path in names(each))]
        if len(found) == 1:
            return found[0]
    beginning = [each for each in holdings if wanted and each.name.startswith(wanted)]
    inside = [each for each in holdings if wanted and (wanted in each.name or wanted in each.seed)]
    for found in (beginning, inside):
        if len(found) == 1:
            return found[0]
        if found:
            return Unclear(near=tuple(each.name for each in found[:MOST]), is_several=True)
    return Unclear(near=_near(wanted, holdings), is_several=False)


def every(inputs: Inputs) -> tuple[Holding, ...]:
    """List the archive's documents, and the seeds that have no edition yet."""
    editions = [_of_edition(path, inputs.sources[path]) for path in inputs.sources if _is_edition(path)]
    named = {each.seed: None for each in editions}
    return (*editions, *(Holding(id="", path="", seed=name) for name in inputs.seeds if name not in named))


def short_names(inputs: Inputs) -> dict[str, str]:
    """Give for each document's name the shortest beginning of it, up to a hyphen, that means it alone."""
    holdings = every(inputs)
    taken = {name: None for each in holdings for names in (_ids, _paths, _stems) for name in names(each)}
    names = sorted({each.name: None for each in holdings})
    short = {}
    for before, name, behind in zip(["", *names], names, [*names[1:], ""], strict=False):
        needed = max(_shared(before, name), _shared(name, behind)) + 1
        ends = [at for at, sign in enumerate(name) if sign == "-" and at >= max(needed, SHORTEST)]
        short[name] = next((name[:at] for at in ends if name[:at] not in taken), name)
    return short


def _shared(one: str, other: str) -> int:
    """Count the letters that two names begin with."""
    least = min(len(one), len(other))
    return next((at for at in range(least) if one[at] != other[at]), least)


def _is_edition(path: str) -> bool:
    return path.startswith(DOCUMENTS) and path.endswith(".md")


def _of_edition(path: str, content: bytes) -> Holding:
    """Read the few lines of front matter that name a document, and no more: the file may be broken elsewhere."""
    closing = _CLOSING.search(content)
    front = content[: closing.start() + 1] if closing else content[:65536]
    said: dict[str, str] = {}
    for key, value in _FIELD.findall(front):
        said.setdefault(key.decode(), value.decode("utf-8", "replace").strip("\"'"))
    if len(said) < 2:  # it is written in a way of its own, or is broken just there
        read, _ = edition.read(path, content)
        if read is not None:
            return Holding(id=read.front.id, path=path, seed=read.front.seed, aliases=read.front.aliases)
    listed = _ALIASES.search(front)
    aliases = re.findall(r"[a-z0-9][a-z0-9-]*", listed[1].decode("utf-8", "replace")) if listed else []
    return Holding(
        id=said.get("id", ""),
        path=path,
        seed=said.get("seed", ""),
        aliases=tuple(aliases),
    )


def _ids(holding: Holding) -> tuple[str, ...]:
    return tuple(name for name in (holding.id, *holding.aliases) if name)


def _paths(holding: Holding) -> tuple[str, ...]:
    """Give the paths and file names of a document's two files."""
    seed = (f"{SEEDS}{holding.seed}", holding.seed) if holding.seed else ()
    return (*seed, *((holding.path, holding.path.rpartition("/")[2]) if holding.path else ()))


def _stems(holding: Holding) -> tuple[str, ...]:
    """Give the file names without their endings."""
    names = (holding.seed, holding.path.rpartition("/")[2])
    return tuple(name.rpartition(".")[0] for name in names if "." in name)


def _near(wanted: str, holdings: tuple[Holding, ...]) -> tuple[str, ...]:
    """Give the documents that are called almost so."""
    import difflib  # only a mistake needs it

    names = {name.casefold(): each.name for each in holdings for name in (each.name, each.seed) if name}
    near = difflib.get_close_matches(wanted.rpartition("/")[2].casefold(), list(names), 3, 0.5)
    return tuple(dict.fromkeys(names[each] for each in near))
