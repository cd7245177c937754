"""The kinds of value that curated files hold: ids, words, dates, addresses, and words out of a list.

Each refuses what is of another form; what the patterns say is what editors are told by their program too, and the
functions know what no pattern can say.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from muniment.settings import plain

_BASE_ADDRESS = r"""https?://[^\s<>"'?#]+/"""


def _edtf(text: str) -> str:
    if not plain.is_date(text):
        raise PydanticCustomError("edtf", "not EDTF")
    return text


def _web_address(text: str) -> str:
    if not plain.is_web_address(text):
        raise PydanticCustomError("address", "a web address such as https://example.org/")
    return text


def _base_address(text: str) -> str:
    if not plain.is_base_address(text):
        raise PydanticCustomError("address", "a web address that ends with /, such as https://example.org/archive/")
    return text


def _contact_address(text: str) -> str:
    if not plain.is_contact_address(text):
        raise PydanticCustomError("address", "a mail address or a web address")
    return text


def _shown(*patterns: str) -> WithJsonSchema:
    """Say the form of a text that may be empty to programs that help with writing it."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{'|'.join(patterns)})?$"})


Id = Annotated[str, StringConstraints(pattern=rf"^{plain.ID.pattern}$", max_length=plain.LONGEST_ID)]
Words = Annotated[str, StringConstraints(pattern=r"\S")]
Tag = Annotated[str, StringConstraints(pattern=rf"^{plain.TAG.pattern}$")]
"""A language, by BCP 47."""
Edtf = Annotated[str, AfterValidator(_edtf), WithJsonSchema({"type": "string", "format": "edtf"})]
WebAddress = Annotated[str, AfterValidator(_web_address), _shown(plain.WEB_ADDRESS.pattern)]
BaseAddress = Annotated[str, AfterValidator(_base_address), _shown(_BASE_ADDRESS)]
ContactAddress = Annotated[
    str, AfterValidator(_contact_address), _shown(plain.WEB_ADDRESS.pattern, plain.MAIL_ADDRESS.pattern)
]
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


class Form(BaseModel):
    """A table with known keys, whose values are of the type that is written, never of one made from it."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
