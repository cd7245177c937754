"""Turns the tables of `archive.toml`, `events.toml` and `claims.toml` into typed forms.

It refuses unknown keys, values of another type and values outside a list; it does not know what refers to what.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from muniment import dates

EXPORTS = ("data", "texts")
"""What `exports` may name; `exports.ALL` has a row for each."""

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
Standing = Literal["stage", "side", "deadline", "background", "context", "after"]


class _Form(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class KindForm(_Form):
    """`[[kind]]`: a kind of document the archive adds."""

    id: Id
    label: Words


class StageForm(_Form):
    """`[[stage]]`: a stage of the timeline."""

    id: Id
    name: Words
    text: str = ""
    missing: str = ""


class RelationForm(_Form):
    """`[[relation]]`: a role a state can have."""

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
    exports: list[Literal["data", "texts"]] = Field(default=["data", "texts"])
    search: Literal["text", "pagefind", "none"] = "none"
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


TABLES: dict[str, type[BaseModel]] = {
    "kind": KindForm,
    "stage": StageForm,
    "relation": RelationForm,
    "event": EventForm,
    "event.date": DateForm,
    "claim": ClaimForm,
    "figure": FigureForm,
}
"""The form of every table by its name, for naming the keys it may have."""
