"""The short way around the forms of curated files, held against the forms themselves."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from muniment.settings import authority_forms, forms, plain
from muniment.settings.typed import Form
from tests.conftest import ROOT

MODELS: dict[str, type[BaseModel]] = {
    name: each
    for room in (forms, authority_forms)
    for name, each in vars(room).items()
    if isinstance(each, type) and issubclass(each, Form) and each is not Form
}
FILES = {
    "archive.toml": "ArchiveForm",
    "events.toml": "EventsForm",
    "claims.toml": "ClaimsForm",
    "authorities/people.toml": "PeopleForm",
    "authorities/organisations.toml": "OrganisationsForm",
    "authorities/places.toml": "PlacesForm",
}
STANDING = [
    (path, form)
    for folder in (ROOT, *sorted((ROOT / "tests/archives").glob("*/")))
    for name, form in FILES.items()
    if (path := folder / "site_src" / name).is_file()
]
TEXTS = (
    *("", " ", "\u00a0", "\u001c", "\u0085", "x", "oslo", "oslo-2007", "Oslo", "-a", "a-", "a\n", "é", "x" * 81, "en"),
    *("nb-NO", "en\n", "https://a.example/", "https://a.example/?x", "https://a b/", "a@b", "a@b\n", "2007-02"),
    *("2007\n", "2007-02-22/2007-02-23", "22 February 2007", "data", "states", "text", "table", "speech"),
    *("attested", "planned", "stage", "context", "NOR"),
)
ODD: tuple[Any, ...] = (
    *(None, True, 0, 1.5, {}, [], [{}], [""], ["x"], [["x"]]),
    *([{"id": "x", "name": "y"}], [{"name": "x", "reason": "y"}], [{"name": "x", "reason": "y", "unknown": "z"}]),
)


def _as_forms_say(form: str, tables: dict[str, Any]) -> dict[str, Any] | None:
    """Give what the form holds, or nothing if it refuses the tables."""
    try:
        return MODELS[form].model_validate(tables).model_dump()
    except ValidationError:
        return None


def _whole(value: Any) -> Any:
    """Give a record as a form gives itself, tables in tables too."""
    if isinstance(value, plain.Record):
        return {key: _whole(each) for key, each in value.model_dump().items()}
    return [_whole(each) for each in value] if isinstance(value, list) else value


def _takes(check: plain.Check, value: Any) -> bool:
    try:
        check(value)
    except plain.UnsureError:
        return False
    return True


def _likely(form: str) -> st.SearchStrategy[dict[str, Any]]:
    """Make tables of a form, most of whose keys hold what they may."""
    sound = {key: [each for each in TEXTS if _takes(check, each)] for key, (check, _) in plain.FORMS[form].items()}
    choices = {key: st.sampled_from([*texts, *texts, *ODD, *TEXTS[:6]]) for key, texts in sound.items()}
    needed = {key: choices[key] for key, (_, default) in plain.FORMS[form].items() if default is plain.NEEDED}
    return st.fixed_dictionaries(needed, optional={key: choices[key] for key in choices if key not in needed})


LIKELY = {form: _likely(form) for form in sorted(MODELS)}


def test_every_form_is_known_with_its_keys_and_defaults() -> None:
    """A form that gets a key here gets it there too, in the same order."""
    keys = {name: list(model.model_fields) for name, model in MODELS.items()}
    defaults = {
        name: {key: plain.NEEDED if each.is_required() else each.default for key, each in model.model_fields.items()}
        for name, model in MODELS.items()
    }

    assert {name: list(fields) for name, fields in plain.FORMS.items()} == {name: keys[name] for name in plain.FORMS}
    assert plain.FORMS.keys() == MODELS.keys()
    assert defaults == {
        name: {key: list(default) if isinstance(default, tuple) else default for key, (_, default) in fields.items()}
        for name, fields in plain.FORMS.items()
    }


@pytest.mark.parametrize(("path", "form"), STANDING, ids=[path.relative_to(ROOT).as_posix() for path, _ in STANDING])
def test_sound_files_go_the_short_way(path: Path, form: str) -> None:
    """What stands in an archive without a mistake is read without the forms, and is what they hold."""
    tables = tomllib.loads(path.read_text("utf-8"))

    assert _whole(plain.record(tables, form)) == _as_forms_say(form, tables)


@given(st.one_of(st.tuples(st.just(form), tables) for form, tables in LIKELY.items()))
def test_whatever_goes_the_short_way_is_what_the_forms_hold(case: tuple[str, dict[str, Any]]) -> None:
    """Any value at any key: either the forms are asked, or they would say the same."""
    form, tables = case

    found = plain.record(tables, form)

    assert found is None or _whole(found) == _as_forms_say(form, tables)


@pytest.mark.parametrize("form", sorted(MODELS))
def test_each_key_takes_what_the_form_takes(form: str) -> None:
    """Every text and list of texts that a key may hold is taken the short way as well; a few odd ones need not be."""
    odd = ("\u001c", "\u0085")
    needed = {
        key: next(value for value in (*TEXTS, ["x"]) if _takes(check, value) and value)
        for key, (check, default) in plain.FORMS[form].items()
        if default is plain.NEEDED
    }
    for key in MODELS[form].model_fields:
        for value in (*TEXTS, [], *([text] for text in TEXTS)):
            tables = needed | {key: value}
            if value not in odd and value not in [[text] for text in odd]:
                assert _whole(plain.record(tables, form)) == _as_forms_say(form, tables), (key, value)
