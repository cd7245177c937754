"""A planned page → a digest of everything it shows: two pages with one digest are the same, byte for byte.

It refuses to know how a page is rendered; what a view may look at is listed here, and a test holds the two together.
"""

from collections.abc import Callable, Iterable, Mapping

from muniment.indexes.division import Portion, Section, Stretch, stretches
from muniment.indexes.facets import Facet
from muniment.indexes.passages import Volume
from muniment.line.shown import SHEAF, Shown, digest, joined
from muniment.model import Document, Entry, Page, StateEntry


def of(page: Page, known: Shown) -> str:
    """Digest what one page shows."""
    return KINDS.get(page.kind, _lists)(page, known)


def _frame(page: Page, known: Shown) -> str:
    return digest(known.frame, page.path, page.title)


def _lists(page: Page, known: Shown) -> str:
    return digest(known.lists, page.path, page.title)


def _everything(page: Page, known: Shown) -> str:
    return digest(known.everything, page.path, page.title)


def _document(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Document)  # noqa: S101 - the table of pages says so
    name = subject.id
    own = (known.documents[name], known.namings.get(name, ""), *known.places.get(name, ()))
    return joined(known.frame, page.path, *own, known.neighbours[name])


def _sheaf(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Document)  # noqa: S101 - who plans sheaves says so
    return joined(known.single, page.path, known.documents[subject.id], *known.places.get(subject.id, ()))


def _search(page: Page, known: Shown) -> str:
    return digest(known.lists, known.volumes, page.path, page.title)


def _full_text(page: Page, known: Shown) -> str:
    held = page.subject.documents if isinstance(page.subject, Volume) else ()
    own = [(known.listed[document.id], known.documents[document.id]) for document in held]
    return digest(known.frame, known.volumes, page.path, page.title, own)


def _state(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, StateEntry)  # noqa: S101 - the table of pages says so
    state = subject.state.id
    limits, first = known.limits, stretches(subject, known.limits)[0]
    cited = [claim.passage.document for claim in subject.claims]
    cited += [claim.context.document for claim in subject.claims if claim.context]
    listing = subject.documents[: limits.named] if state in known.only_listed else ()
    mentions = _mentions(known, state, (*first, *cited, *listing))
    own = (subject.state, subject.claims, len(subject.documents), state in known.only_listed)
    return digest(known.frame, page.path, own, mentions, known.states[state])


def _state_part(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Stretch)  # noqa: S101 - the table of pages says so
    state = subject.entry.state
    parts = stretches(subject.entry, known.limits)
    own = (state, subject.number, len(parts))
    return digest(
        known.frame, page.path, own, _mentions(known, state.id, parts[subject.number - 1]), known.states[state.id]
    )


def _portion(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Portion)  # noqa: S101 - the table of pages says so
    entries = [known.listed[document.id] for document in subject.documents]
    return digest(known.frame, page.path, page.title, known.portions, entries)


def _arrangement(page: Page, known: Shown) -> str:
    """Digest an arrangement of documents or a part of one; what is divided names no document."""
    subject = page.subject
    assert isinstance(subject, Facet | Section)  # noqa: S101 - the table of pages says so
    shown = [(value.token, value.label, value.members) for value in subject.values]
    members = [name for _, _, names in shown for name in names]
    is_divided = isinstance(subject, Facet) and len(members) > known.limits.rows
    named = [] if is_divided else [known.named[name] for name in members]
    return digest(known.frame, page.path, page.title, known.portions, shown, named)


def _home(page: Page, known: Shown) -> str:
    return digest(known.said, known.cards, page.path, page.title)


def _timeline(page: Page, known: Shown) -> str:
    return digest(known.lists, known.cards, page.path, page.title)


def _states(page: Page, known: Shown) -> str:
    shown = (known.lists, known.mentions) if known.are_named else (known.frame, known.table)
    return digest(*shown, page.path, page.title)


def _documents(page: Page, known: Shown) -> str:
    """Digest the list of documents; where it is divided, that page names its parts alone."""
    shown = (known.frame, known.portions) if len(known.entries) > known.limits.rows else (known.lists,)
    return digest(*shown, page.path, page.title)


def _not_found(page: Page, known: Shown) -> str:
    return digest(known.frame, known.volumes, page.path, page.title)


def _mentions(known: Shown, state: str, documents: Iterable[str]) -> list[tuple[object, ...]]:
    """Give what the page of a state quotes of some documents."""
    entries = [known.entries[name] for name in dict.fromkeys(documents)]
    return [(known.named[each.id], _of_state(each, state), each.lists) for each in entries]


def _of_state(entry: Entry, state: str) -> str:
    """Give the digest of a document's mentions of a state."""
    return next((digested for name, digested in entry.named if name == state), "")


KINDS: Mapping[str, Callable[[Page, Shown], str]] = {
    "document": _document,
    "seed-view": _document,
    "source-view": _document,
    SHEAF: _sheaf,
    "former-address": _document,
    "state": _state,
    "state-part": _state_part,
    "home": _home,
    "timeline": _timeline,
    "documents": _documents,
    "documents-of": _portion,
    "documents-by": _arrangement,
    "documents-by-part": _arrangement,
    "states": _states,
    "states-by": _states,
    "text": _frame,
    "search": _search,
    "full-text": _full_text,
    "not-found": _not_found,
    "colophon": _everything,
}
"""What the pages of each kind depend on; those of a kind that is not named depend on all that lists show."""
