"""Turns the tables of `archive.toml`, `events.toml` and `claims.toml` into typed forms.

It refuses unknown keys, values of another type and values outside a list; it does not know what refers to what.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from muniment import dates
from muniment.settings.exports import EXPORTS, INDEXES, ExportName, IndexName

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_MAIL_ADDRESS = re.compile(r"[^\s<>\"'@]+@[^\s<>\"'@]+")


def _edtf(text: str) -> str:
    if text:
        try:
            dates.parse(text)
        except ValueError as error:
            raise PydanticCustomError("edtf", "not EDTF") from error
    return text


def _web_address(text: str) -> str:
    if text and not _WEB_ADDRESS.fullmatch(text):
        raise PydanticCustomError("address", "a web address such as https://example.org/")
    return text


def _base_address(text: str) -> str:
    if text and not (_WEB_ADDRESS.fullmatch(text) and text.endswith("/") and "?" not in text and "#" not in text):
        raise PydanticCustomError("address", "a web address that ends with /, such as https://example.org/archive/")
    return text


def _contact_address(text: str) -> str:
    if text and not (_WEB_ADDRESS.fullmatch(text) or _MAIL_ADDRESS.fullmatch(text)):
        raise PydanticCustomError("address", "a mail address or a web address")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Words = Annotated[str, StringConstraints(pattern=r"\S")]
Edtf = Annotated[str, AfterValidator(_edtf)]
Basis = Literal["attested", "inferred", "supplied"]
Status = Literal["planned", "held", "target", "unknown"]
Kind = Literal[
    "declaration",
    "chairs-summary",
    "news-story",
    "press-release",
    "speech",
    "statement",
    "report",
    "status-list",
    "cable",
    "letter",
    "minutes",
    "other",
]
"""The kinds that every archive has."""
Standing = Literal["stage", "side", "deadline", "background", "context", "after"]


class _Form(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class KindForm(_Form):
    """`[[kind]]`: a kind of document the archive adds."""

    id: Id
    label: Words
    like: Kind | Literal[""] = ""


class StageForm(_Form):
    """`[[stage]]`: a stage of the timeline."""

    id: Id
    name: Words
    text: str = ""
    missing: str = ""


class RelationForm(_Form):
    """`[[relation]]`: a role that a state, a person, an organisation or a place can have."""

    id: Id
    label: Words
    verb: Words


class ArchiveForm(_Form):
    """`archive.toml` as a whole."""

    title: Words | None = None
    description: str = ""
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] = "en"
    base_url: Annotated[str, AfterValidator(_base_address)] = ""
    publisher: str = ""
    licence: str = ""
    licence_url: Annotated[str, AfterValidator(_web_address)] = ""
    contact: Annotated[str, AfterValidator(_contact_address)] = ""
    exports: list[ExportName] = Field(default=list(EXPORTS))
    indexes: list[IndexName] = Field(default=list(INDEXES))
    search: Literal["text", "pagefind", "none"] = "text"
    markdown: list[Literal["table", "strikethrough"]] = Field(default=[])
    kind: list[KindForm] = Field(default=[])
    stage: list[StageForm] = Field(default=[])
    relation: list[RelationForm] = Field(default=[])


class DateForm(_Form):
    """`[[event.date]]`: a date with the words that give it."""

    edtf: Edtf
    status: Status
    basis: Basis
    printed: str
    document: Words
    quote: Words
    at: str = ""
    text: str = ""


class EventForm(_Form):
    """`[[event]]`: an event of the archive's story."""

    id: Id
    name: Words
    names: list[Words] = Field(default=[])
    place: str = ""
    stage: str = ""
    relation: Standing = "context"
    text: str = ""
    date: list[DateForm] = Field(default=[])


class EventsForm(_Form):
    """`events.toml` as a whole."""

    event: list[EventForm] = Field(default=[])


class ClaimForm(_Form):
    """`[[claim]]`: subjects, relation, document, quotation."""

    states: Annotated[list[Words], Field(min_length=1)]
    relation: Words
    basis: Basis
    document: Words
    quote: Words
    at: str = ""
    context: str = ""
    text: str = ""


class FigureForm(_Form):
    """`[[figure]]`: a count as a document gives it."""

    figure: Words
    counted: Words
    verb: Words
    as_of: Edtf = ""
    document: Words
    quote: Words
    at: str = ""
    text: str = ""


class ClaimsForm(_Form):
    """`claims.toml` as a whole."""

    claim: list[ClaimForm] = Field(default=[])
    figure: list[FigureForm] = Field(default=[])


class DescriptionForm(_Form):
    """`[[person.description]]`: what is said of an authority, with the words that say it or the source."""

    text: str = ""
    relation: str = ""
    basis: Basis
    document: str = ""
    quote: str = ""
    at: str = ""
    source: str = ""


class LocalForm(_Form):
    """`[[person.local]]`: a form that means the authority in one document only."""

    form: Words
    document: Words
    at: str = ""


class AuthorityForm(_Form):
    """`[[person]]`, `[[organisation]]`, `[[place]]`: an authority with its names."""

    id: Id
    name: Words
    variants: list[Words] = Field(default=[])
    sort_by: str = ""
    text: str = ""
    description: list[DescriptionForm] = Field(default=[])
    local: list[LocalForm] = Field(default=[])


class OtherNameForm(_Form):
    """`[[not_a_person]]`, …: a name that holds an authority's name and means something else."""

    name: Words
    reason: Words


class PeopleForm(_Form):
    """`authorities/people.toml` as a whole."""

    person: list[AuthorityForm] = Field(default=[])
    not_a_person: list[OtherNameForm] = Field(default=[])


class OrganisationsForm(_Form):
    """`authorities/organisations.toml` as a whole."""

    organisation: list[AuthorityForm] = Field(default=[])
    not_an_organisation: list[OtherNameForm] = Field(default=[])


class PlacesForm(_Form):
    """`authorities/places.toml` as a whole."""

    place: list[AuthorityForm] = Field(default=[])
    not_a_place: list[OtherNameForm] = Field(default=[])


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
