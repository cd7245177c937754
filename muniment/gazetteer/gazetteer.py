"""Turn the list of states into a gazetteer, and texts into the mentions of states in them.

It refuses to match anything but exact forms: what is misspelt is an editor's to add.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial

from muniment.gazetteer import additions as own
from muniment.gazetteer import sources
from muniment.gazetteer.deciding import judge
from muniment.gazetteer.forms import variants
from muniment.gazetteer.found import Found, SetAside
from muniment.gazetteer.lexicon import Lexicon, Sense
from muniment.gazetteer.sources import Entries
from muniment.model import Problem, State

_BETWEEN = "\n\n"
NO_FLAGS: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """All states and what they are called; not slotted, because its lexicon is made at the first search."""

    states: tuple[State, ...]
    """By id."""
    entries: Entries = field(repr=False)
    """What the lexicon is made from."""

    @cached_property
    def by_id(self) -> dict[str, State]:
        """Each state under its id."""
        return {state.id: state for state in self.states}

    @property
    def others(self) -> tuple[str, ...]:
        """Names that hold a state's name, or look like one, and are none."""
        return tuple(form for form, _ in self.entries.others)

    def find(self, text: str) -> tuple[Found, ...]:
        """Find every mention of a state, in text order and without overlap; longest names first."""
        return tuple(each for each in self.explain(text) if isinstance(each, Found))

    def explain(self, text: str) -> tuple[Found | SetAside, ...]:
        """Find every mention and every name that was set aside, each with its reason, in text order."""
        return judge(text, self._lexicon)

    def find_all(self, texts: Sequence[str]) -> tuple[tuple[Found, ...], ...]:
        """Find the mentions in the parts of one document, so that all of it decides what `Congo` or `Korean` means."""
        found: list[list[Found]] = [[] for _ in texts]
        starts = [0]
        for text in texts:
            starts.append(starts[-1] + len(text) + len(_BETWEEN))
        part = 0
        for each in self.find(_BETWEEN.join(texts)):
            while each.start >= starts[part + 1]:
                part += 1
            shift = starts[part]
            found[part].append(
                Found(state=each.state, start=each.start - shift, end=each.end - shift, form=each.form, kind=each.kind)
            )
        return tuple(tuple(part) for part in found)

    @cached_property
    def _lexicon(self) -> Lexicon:
        senses = list(_senses(self.states, self.entries))
        named = [form for form, meaning in senses if meaning.keywords.get("kind", "") in ("name", "alias")]
        return Lexicon(senses, named)


@lru_cache(1)
def build(content: bytes, additions: bytes | None = None) -> tuple[Gazetteer, tuple[Problem, ...]]:
    """Make the gazetteer from the shipped file and an archive's own `authorities/states.toml`; the last is at hand."""
    entries = sources.shipped(content)
    troubles = own.add(entries, additions) if additions is not None else ()
    states = tuple(entries.states[identifier] for identifier in sorted(entries.states))
    return Gazetteer(states=states, entries=entries), troubles


def empty() -> Gazetteer:
    """Make the gazetteer of an archive that has no index of states: it knows none and finds none."""
    flags = dict.fromkeys((*sources.FLAGS, *sorted(sources.SPOKEN)), frozenset[str]())
    return Gazetteer(states=(), entries=Entries(states={}, shared={}, others=[], flags=flags))


def _senses(states: Sequence[State], entries: Entries) -> Iterator[tuple[str, "partial[Sense]"]]:
    """Give every form with its meaning: names that are no state's first, then preferred names before made variants."""
    flagged: dict[str, frozenset[str]] = {}
    for flag, forms in entries.flags.items():
        flagged |= {form: flagged.get(form, NO_FLAGS) | {flag} for form in sorted(forms)}
    for form, reason in entries.others:
        yield form, partial(Sense, reason=reason)
    for form, (ids, when) in entries.shared.items():
        kind = next(kind for name, kind in entries.states[ids[0]].names if name == form)
        yield form, partial(Sense, states=ids, kind=kind, when=when, flags=flagged.get(form, NO_FLAGS))
    bearers = {form for state in states for form, kind in state.names if kind != "demonym"}
    for state in states:
        for form, kind in sorted(state.names, key=lambda row: sources.ORDER[row[1]]):
            if form not in entries.shared:
                halves = form.replace(" y ", " and ").split(" and ")
                is_compound = len(halves) == 2 and all(half in bearers for half in halves)
                flags = flagged.get(form, NO_FLAGS)
                yield form, partial(Sense, states=(state.id,), kind=kind, flags=flags, is_compound=is_compound)
    for state in states:
        for form, kind in state.names:
            if kind != "demonym" and form not in entries.shared:
                flags = flagged.get(form, NO_FLAGS)
                for variant in variants(form):
                    yield variant, partial(Sense, states=(state.id,), kind="alias", flags=flags)
                if _has_genitive(form) and not flags - sources.SPOKEN:
                    yield f"{form}s", partial(Sense, states=(state.id,), kind="alias", flags=flags or sources.SPOKEN)


def _has_genitive(form: str) -> bool:
    """Tell whether German and Nordic texts put an s to the name (`Norges`); `Americas` is no genitive."""
    return form.isalpha() and form[-1].islower() and form[-1] not in "sxz" and form != "America"
