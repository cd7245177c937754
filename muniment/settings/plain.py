"""Tables as TOML gives them → records that hold what the forms would hold, where nothing at all is wrong with them.

A short way around the forms, whose library takes a tenth of a second to load. It refuses whatever it is not sure of:
then the forms are asked, and they word the mistake. The tests hold it against them.
"""

import re
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from muniment import dates
from muniment.settings.exports import EXPORTS, INDEXES
from muniment.words import names

WEB_ADDRESS = re.compile(r"""https?://[^\s<>"']+""")
MAIL_ADDRESS = re.compile(r"""[^\s<>"'@]+@[^\s<>"'@]+""")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
LONGEST_ID = 80
NEEDED: Any = object()
"""Stands where there is no default."""


class UnsureError(ValueError):
    """A value that the forms must be asked about."""


class Record(SimpleNamespace):
    """What a form holds, key by key."""

    def model_dump(self) -> dict[str, Any]:
        """Give the values by key, as a form does."""
        return dict(vars(self))


Check = Callable[[Any], Any]
"""Gives the value of a key, or raises `UnsureError`."""
Field = tuple[Check, Any]
"""(check, default)."""


def record(tables: Mapping[str, Any], form: str) -> Record | None:
    """Give what the form of this name would hold of some tables; nothing if the forms must be asked."""
    try:
        return _table(form)(tables)
    except UnsureError:
        return None


def _text(is_sound: Callable[[str], object]) -> Check:
    """Take text of some form."""

    def checked(value: Any) -> str:
        if type(value) is str and is_sound(value):
            return value
        raise UnsureError

    return checked


def _one_of(*known: str) -> Check:
    """Take one of some words."""
    return _text(frozenset(known).__contains__)


def _list(inside: Check, least: int = 0) -> Check:
    """Take a list."""

    def checked(value: Any) -> list[Any]:
        if type(value) is list and len(value) >= least:
            return [inside(each) for each in value]
        raise UnsureError

    return checked


def _table(form: str) -> Callable[[Any], Record]:
    """Take a table."""

    def checked(value: Any) -> Record:
        fields = FORMS[form]
        if type(value) is not dict or not fields.keys() >= value.keys():
            raise UnsureError
        made = Record()
        for key, (check, default) in fields.items():
            if key in value:
                setattr(made, key, check(value[key]))
            elif default is NEEDED:
                raise UnsureError
            else:
                setattr(made, key, list(default) if isinstance(default, tuple) else default)
        return made

    return checked


def is_date(text: str) -> bool:
    """Say whether text is EDTF; so is no text."""
    try:
        dates.parse(text or "2000")
    except ValueError:
        return False
    return True


def is_web_address(text: str) -> bool:
    """Say whether text is a web address; so is no text."""
    return not text or WEB_ADDRESS.fullmatch(text) is not None


def is_base_address(text: str) -> bool:
    """Say whether text is an address that others can be put behind; so is no text."""
    return not text or (is_web_address(text) and text.endswith("/") and "?" not in text and "#" not in text)


def is_contact_address(text: str) -> bool:
    """Say whether text is a mail address or a web address; so is no text."""
    return is_web_address(text) or MAIL_ADDRESS.fullmatch(text) is not None


_ANY = _text(lambda _: True)
_WORDS = _text(str.strip)
_ID = _text(lambda text: len(text) <= LONGEST_ID and ID.fullmatch(text))
_DATE = _text(is_date)
_BASIS = _one_of("attested", "inferred", "supplied")
_SAID: Field = (_WORDS, NEEDED)
_FREE: Field = (_ANY, "")


def _tables(form: str) -> Field:
    return _list(_table(form)), ()


FORMS: Mapping[str, Mapping[str, Field]] = {
    "KindForm": {"id": (_ID, NEEDED), "label": _SAID, "like": (_one_of(*names.KINDS, ""), "")},
    "StageForm": {"id": (_ID, NEEDED), "name": _SAID, "text": _FREE, "missing": _FREE},
    "RelationForm": {"id": (_ID, NEEDED), "label": _SAID, "verb": _SAID},
    "ArchiveForm": {
        "title": (_WORDS, None),
        "description": _FREE,
        "language": (_text(TAG.fullmatch), "en"),
        "base_url": (_text(is_base_address), ""),
        "publisher": _FREE,
        "licence": _FREE,
        "licence_url": (_text(is_web_address), ""),
        "contact": (_text(is_contact_address), ""),
        "exports": (_list(_one_of(*EXPORTS)), EXPORTS),
        "indexes": (_list(_one_of(*INDEXES)), INDEXES),
        "search": (_one_of("text", "pagefind", "none"), "text"),
        "markdown": (_list(_one_of("table", "strikethrough")), ()),
        "kind": _tables("KindForm"),
        "stage": _tables("StageForm"),
        "relation": _tables("RelationForm"),
    },
    "DateForm": {
        "edtf": (_DATE, NEEDED),
        "status": (_one_of("planned", "held", "target", "unknown"), NEEDED),
        "basis": (_BASIS, NEEDED),
        "printed": (_ANY, NEEDED),
        "document": _SAID,
        "quote": _SAID,
        "at": _FREE,
        "text": _FREE,
    },
    "EventForm": {
        "id": (_ID, NEEDED),
        "name": _SAID,
        "names": (_list(_WORDS), ()),
        "place": _FREE,
        "stage": _FREE,
        "relation": (_one_of("stage", "side", "deadline", "background", "context", "after"), "context"),
        "text": _FREE,
        "date": _tables("DateForm"),
    },
    "EventsForm": {"event": _tables("EventForm")},
    "ClaimForm": {
        "states": (_list(_WORDS, least=1), NEEDED),
        "relation": _SAID,
        "basis": (_BASIS, NEEDED),
        "document": _SAID,
        "quote": _SAID,
        "at": _FREE,
        "context": _FREE,
        "text": _FREE,
    },
    "FigureForm": {
        "figure": _SAID,
        "counted": _SAID,
        "verb": _SAID,
        "as_of": (_DATE, ""),
        "document": _SAID,
        "quote": _SAID,
        "at": _FREE,
        "text": _FREE,
    },
    "ClaimsForm": {"claim": _tables("ClaimForm"), "figure": _tables("FigureForm")},
    "DescriptionForm": {
        "text": _FREE,
        "relation": _FREE,
        "basis": (_BASIS, NEEDED),
        "document": _FREE,
        "quote": _FREE,
        "at": _FREE,
        "source": _FREE,
    },
    "LocalForm": {"form": _SAID, "document": _SAID, "at": _FREE},
    "AuthorityForm": {
        "id": (_ID, NEEDED),
        "name": _SAID,
        "variants": (_list(_WORDS), ()),
        "sort_by": _FREE,
        "text": _FREE,
        "description": _tables("DescriptionForm"),
        "local": _tables("LocalForm"),
    },
    "OtherNameForm": {"name": _SAID, "reason": _SAID},
    "PeopleForm": {"person": _tables("AuthorityForm"), "not_a_person": _tables("OtherNameForm")},
    "OrganisationsForm": {"organisation": _tables("AuthorityForm"), "not_an_organisation": _tables("OtherNameForm")},
    "PlacesForm": {"place": _tables("AuthorityForm"), "not_a_place": _tables("OtherNameForm")},
}
"""What each form of `forms` and `authority_forms` takes: its keys in order, each with its check and its default."""
