"""Turns the tables of `archive.toml`, `events.toml` and `claims.toml` into typed forms.

It refuses unknown keys, values of another type and values outside a list; it does not know what refers to what.
What stands under a key here is what an editor's program shows of it: see tools/schemas.py.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from muniment.settings.authority_forms import (
    AuthorityForm,
    DescriptionForm,
    LocalForm,
    OrganisationsForm,
    OtherNameForm,
    PeopleForm,
    PlacesForm,
)
from muniment.settings.exports import EXPORTS, INDEXES, ExportName, IndexName
from muniment.settings.typed import (
    BaseAddress,
    Basis,
    ContactAddress,
    Edtf,
    Form,
    Id,
    Kind,
    Standing,
    Status,
    Tag,
    WebAddress,
    Words,
)

__all__ = ["ArchiveForm", "AuthorityForm", "ClaimsForm", "EventsForm", "OrganisationsForm", "PeopleForm", "PlacesForm"]


class KindForm(Form):
    """`[[kind]]`: a kind of document the archive adds, or another label for one that every archive has."""

    id: Id
    """What front matter has as `kind`."""
    label: Words
    """What readers see."""
    like: Kind | Literal[""] = ""
    """The kind that citations and data treat it as; left out: `other`."""


class StageForm(Form):
    """`[[stage]]`: a stage of the timeline, in order."""

    id: Id
    """What events name as their `stage`."""
    name: Words
    """What readers see."""
    text: str = ""
    """A sentence or two for readers."""
    missing: str = ""
    """What no document attests, said in plain words."""


class RelationForm(Form):
    """`[[relation]]`: a role that a state, a person, an organisation or a place can have."""

    id: Id
    """What claims and descriptions name as their `relation`."""
    label: Words
    """As read in a table: `Hosted a meeting`."""
    verb: Words
    """As read in a sentence about one of them: `hosted a meeting`."""


class ArchiveForm(Form):
    """`archive.toml` as a whole."""

    title: Words | None = None
    """What the archive is called; left out: the folder's name."""
    description: str = ""
    """One or two sentences for readers."""
    language: Tag = "en"
    """Of the interface, not of the documents: a tag such as `en` or `nb-NO`."""
    base_url: BaseAddress = ""
    """Address at which the site is published, ending with `/`; empty while it is not."""
    publisher: str = ""
    """Who publishes the archive."""
    licence: str = ""
    """Licence of what the archive adds to its documents, in words."""
    licence_url: WebAddress = ""
    """Address of the licence."""
    contact: ContactAddress = ""
    """Where corrections go: a mail or web address."""
    exports: list[ExportName] = Field(default=list(EXPORTS))
    """Files that are made beside the pages; left out: all of them."""
    indexes: list[IndexName] = Field(default=list(INDEXES))
    """Indexes that the archive has; left out: all of them. Nothing is looked for that would belong to another."""
    search: Literal["text", "pagefind", "none"] = "text"
    """How readers search."""
    markdown: list[Literal["table", "strikethrough"]] = Field(default=[])
    """What of Markdown's extensions is read."""
    kind: list[KindForm] = Field(default=[])
    """A kind of document the archive adds, or another label for one that every archive has."""
    stage: list[StageForm] = Field(default=[])
    """A stage of the timeline, in order."""
    relation: list[RelationForm] = Field(default=[])
    """A role that a state, a person, an organisation or a place can have."""


class DateForm(Form):
    """`[[event.date]]`: a date with the words that give it."""

    edtf: Edtf
    """EDTF; empty, like `printed`, where the words attest the event without a date."""
    status: Status
    """Whether it was planned or held, or is the date something was to be done by."""
    basis: Basis
    """`attested` (printed), `inferred` (from what is printed) or `supplied` (known from elsewhere)."""
    printed: str
    """The date's wording as printed."""
    document: Words
    """Id of the document that says so."""
    quote: Words
    """Exact words of one paragraph of it."""
    at: str = ""
    """Anchor (`p1`), needed only where the words occur more than once."""
    text: str = ""
    """What the editor has to say about it, for readers."""


class EventForm(Form):
    """`[[event]]`: an event of the archive's story."""

    id: Id
    """Its address on the timeline; never changed once published."""
    name: Words
    """What readers see."""
    names: list[Words] = Field(default=[])
    """Further forms under which documents name it."""
    place: str = ""
    """Where it was."""
    stage: str = ""
    """Id of a `[[stage]]` of archive.toml, or left out."""
    relation: Standing = "context"
    """How it belongs to its stage, or to the story."""
    text: str = ""
    """What the editor has to say about it, for readers."""
    date: list[DateForm] = Field(default=[])
    """A date of the event, with the words that give it."""


class EventsForm(Form):
    """`events.toml` as a whole."""

    event: list[EventForm] = Field(default=[])
    """An event of the archive's story."""


class ClaimForm(Form):
    """`[[claim]]`: subjects, relation, document, quotation."""

    states: Annotated[list[Words], Field(min_length=1)]
    """Ids of states: ISO 3166-1 alpha-3, or one of the archive's own."""
    relation: Words
    """Id of a `[[relation]]` of archive.toml."""
    basis: Basis
    """`attested` (printed), `inferred` (from what is printed) or `supplied` (known from elsewhere)."""
    document: Words
    """Id of the document that says so."""
    quote: Words
    """Exact words of one paragraph of it; they name every state unless `basis` is `inferred`."""
    at: str = ""
    """Anchor (`p1`), needed only where the words occur more than once."""
    context: str = ""
    """Exact words of another paragraph of the document that lead to the quotation (a list's lead)."""
    text: str = ""
    """What the editor has to say about it, for readers."""


class FigureForm(Form):
    """`[[figure]]`: a count as a document gives it."""

    figure: Words
    """As printed: `nearly 30`."""
    counted: Words
    """What was counted: `additional countries`."""
    verb: Words
    """What they did: `joined`."""
    as_of: Edtf = ""
    """EDTF of the moment it speaks of; may be left out."""
    document: Words
    """Id of the document that says so."""
    quote: Words
    """Exact words of one paragraph of it."""
    at: str = ""
    """Anchor (`p1`), needed only where the words occur more than once."""
    text: str = ""
    """What the editor has to say about it, for readers."""


class ClaimsForm(Form):
    """`claims.toml` as a whole."""

    claim: list[ClaimForm] = Field(default=[])
    """What a document says that states did."""
    figure: list[FigureForm] = Field(default=[])
    """A count as a document gives it."""


TABLES: dict[str, type[BaseModel]] = {
    "kind": KindForm,
    "stage": StageForm,
    "relation": RelationForm,
    "event": EventForm,
    "event.date": DateForm,
    "claim": ClaimForm,
    "figure": FigureForm,
    **{
        f"{kind}{table}": form
        for kind in ("person", "organisation", "place")
        for table, form in (("", AuthorityForm), (".description", DescriptionForm), (".local", LocalForm))
    },
    "not_a_person": OtherNameForm,
    "not_an_organisation": OtherNameForm,
    "not_a_place": OtherNameForm,
}
"""The form of every table by its name, for naming the keys it may have."""
