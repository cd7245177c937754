"""Write muniment/data/source-schemas/: JSON Schemas of what people write in site_src/, for the programs they write in.

They are made from the forms that the program itself reads by, and say what a form can say: keys, types, lists of words,
patterns. Whether a quotation stands in its document, or a date is a real day, only the program knows.
They are of draft 7, which editors of TOML, YAML and Markdown read.
"""

import ast
import inspect
import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pydantic import BaseModel  # noqa: E402 the folder has to be known first

from muniment import gazetteer, model, problems  # noqa: E402
from muniment.edition import forms as checks  # noqa: E402
from muniment.edition import schema  # noqa: E402
from muniment.gazetteer import additions  # noqa: E402
from muniment.settings import KINDS, forms  # noqa: E402
from muniment.settings.authority_forms import DescriptionForm  # noqa: E402

FOLDER = ROOT / "muniment/data/source-schemas"
Schema = dict[str, Any]
Forms = dict[str, type[BaseModel]]

_YEAR = "(?:(?!0000)[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
_DAY = "(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?"
_SEASON = "(?:2[1-9]|3[0-9]|4[01])"
_DATE = f"{_YEAR}(?:-{_DAY}|-{_SEASON})?[?~%]?"
_RARE = r"(?=.*(?:[YESTX]|^-|[?~%][^/,\]}]|\.\.|[\[{]))[-+0-9YESTXZ?~%:.,/\[\]{}]{1,200}"
EDTF = f"{_DATE}|{_DATE}/(?:{_DATE})?|/{_DATE}|{_RARE}"
"""The common forms exactly, but for days that no month has; the rarer ones by their signs."""
_SOME_TEXT = {"type": ["string", "number", "boolean"], "minLength": 1}
_NOT_WRITTEN = ("null", "string")
"""What stands where nothing is written; a text may have no letters then."""
_ANY_TEXT = {"type": ["string", "number", "boolean", "null"]}
_ENTRIES: dict[str, type] = {
    "evidence": model.Evidence,
    "interventions": model.Intervention,
    "notes": model.Note,
    "allow": model.Allowance,
}
_STATES = {
    "id": "ISO 3166-1 alpha-3; a state that the program lacks gets an id that begins with `x-`.",
    "name": "Preferred label.",
    "official": "Official name.",
    "aliases": "Further names, exactly as printed; capitals count, accents and line ends do not.",
    "demonyms": "Names of its people, and adjectives.",
    "remove": "Names that do not count in this archive.",
    "source": "Where that comes from.",
    "reason": "What it is, for readers.",
}
_TABLES = {
    "state": "What this archive adds to a state's names, or a state that the program lacks.",
    "not_a_state": "A name that looks like a state's and is none, or a state that this archive does not list.",
}


def all_schemas() -> dict[str, Schema]:
    """Give every schema by the name of its file."""
    whole: Forms = {"archive": forms.ArchiveForm, "events": forms.EventsForm, "claims": forms.ClaimsForm}
    named: Forms = {"people": forms.PeopleForm, "organisations": forms.OrganisationsForm, "places": forms.PlacesForm}
    made = {"document": front_matter(), "page": _page(), "states": _states()}
    made |= {name: _of_form(form) for name, form in {**whole, **named}.items()}
    titles = {"document": "Front matter of site_src/documents/*.md", "page": "Front matter of site_src/pages/*.md"}
    titles |= {name: f"site_src/{name}.toml" for name in whole}
    titles |= {name: f"site_src/authorities/{name}.toml" for name in (*named, "states")}
    head = {"$schema": "http://json-schema.org/draft-07/schema#"}
    return {f"{name}.json": head | {"title": titles[name]} | made[name] for name in sorted(made)}


def front_matter() -> Schema:
    """Give the schema of an edition's front matter, whose every value is text however it is written."""
    told = _docstrings(model.FrontMatter)
    fields: Schema = {key: _text(key, check, key in schema.REQUIRED) for key, check in schema.TEXTS.items()}
    fields |= {key: _list(_text("", check)) for key, check in schema.LISTS.items()}
    fields |= {kind: _list(_entry(kind)) for kind in schema.ENTRIES if kind != "evidence"}
    words = [key for key in fields if key in (*schema.TEXTS, *schema.LISTS)]
    rests = {key: {"$ref": "#/definitions/evidence"} for key in words}
    fields["evidence"] = {
        "type": ["object", *_NOT_WRITTEN],
        "maxLength": 0,
        "properties": rests,
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {key: {"description": told[key]} | value for key, value in fields.items()},
        "required": list(schema.REQUIRED),
        "additionalProperties": False,
        "definitions": {"evidence": _list(_entry("evidence"))},
    }


def _text(key: str, check: checks.Check, is_needed: bool = False) -> Schema:
    """Give the schema of a value that a check of `edition.forms` holds against its form."""
    name = check.__qualname__.partition(".")[0]
    if name == "_anything":
        wild = _SOME_TEXT if is_needed else _ANY_TEXT
        return wild | {"examples": [kind for kind, _ in KINDS]} if key == "kind" else wild
    if name in ("one_of", "problem_code"):
        known = inspect.getclosurevars(check).nonlocals["known"] if name == "one_of" else sorted(problems.TABLE)
        return {"enum": [*known] if is_needed else [*known, "", None]}
    pattern, least, most = {
        "identifier": (_pattern(checks._ID), 0, None),
        "date": (EDTF, 1000, 9999),
        "day": (_pattern(checks._DAY), None, None),
        "language": (_pattern(checks._LANGUAGE), None, None),
        "sha256": (_pattern(checks._SHA256), None, None),
        "file_name": (r"(?!\.{1,2}$)[^/\\\u0000-\u001f\u007f]+", 0, None),
        "publish_seed": (r"yes|no:.*\S.*", None, None),
        "anchor": (_pattern(checks._ANCHOR), None, None),
        "line_or_none": ("0|" + _pattern(checks._LINE), 0, None),
        "lines": (_pattern(checks._LINES), 1, None),
    }[name]
    kinds = ["string", *(["integer"] if least is not None else []), *([] if is_needed else ["null"])]
    bounds = {"minimum": least, "maximum": most}
    pattern = f"^(?:{pattern})$" if is_needed else f"^(?:{pattern})?$"
    return {"type": kinds, "pattern": pattern} | {key: bound for key, bound in bounds.items() if bound is not None}


def _pattern(compiled: re.Pattern[str]) -> str:
    """Give a pattern as JavaScript reads it."""
    return compiled.pattern.removesuffix(r"\Z")


def _list(inside: Schema) -> Schema:
    """Give the schema of a list that may be empty, or not written."""
    return {"type": ["array", *_NOT_WRITTEN], "maxLength": 0, "items": inside}


def _entry(kind: str) -> Schema:
    """Give the schema of an entry: its parts, and what it must say besides when it is of some kind or basis."""
    parts, always = schema.ENTRIES[kind], schema.NEEDED[kind]
    told = _docstrings(_ENTRIES[kind])
    sort = "basis" if "basis" in parts else "kind"
    rules = []
    for need, needed in schema.NEEDED.items():
        if not need.startswith(f"{kind} "):
            continue
        filled: Schema = {part: {"not": {"enum": ["", None]}} for part in needed}
        if "line" in filled:
            filled["line"] = {"not": {"enum": ["", None, "0", 0]}}
        is_sort = {"properties": {sort: {"enum": [need.partition(" ")[2]]}}, "required": [sort]}
        rules.append({"if": is_sort, "then": {"properties": filled, "required": list(needed)}})
    return {
        "type": "object",
        "properties": {part: {"description": told[part]} | _text(part, parts[part], part in always) for part in parts},
        "required": list(always),
        "additionalProperties": False,
    } | ({"allOf": rules} if rules else {})


def _page() -> Schema:
    """Give the schema of a hand-written page's front matter."""
    title = {"description": "What the page is called; left out: its first heading."} | _ANY_TEXT
    return {"type": "object", "properties": {"title": title}, "additionalProperties": False}


def _of_form(form: type[BaseModel]) -> Schema:
    """Give the schema of a file of tables from its form, with what stands under each key in the code."""
    made = form.model_json_schema()
    properties = {key: _inlined(made["properties"][key], made.get("$defs", {}), form, key) for key in form.model_fields}
    return {"type": "object", "properties": properties} | _closed(made)


def _closed(made: Schema) -> Schema:
    return ({"required": made["required"]} if "required" in made else {}) | {"additionalProperties": False}


def _inlined(value: Schema, known: Schema, form: type[BaseModel], key: str) -> Schema:
    """Put tables in place of references, and leave out what TOML has no word for."""
    told = {"description": _docstrings(form)[key]}
    choices = [choice for choice in value.get("anyOf", ()) if choice.get("type") != "null"]
    if all("enum" in choice or "const" in choice for choice in choices) and choices:
        return told | {"enum": [each for choice in choices for each in choice.get("enum", [choice.get("const")])]}
    value = choices[0] if choices else {part: value[part] for part in value if part not in ("title", "default")}
    reference = value.get("items", {}).get("$ref", "").rpartition("/")[2]
    if not reference:
        return told | (value if value.get("format") != "edtf" else {"type": "string", "pattern": f"^(?:{EDTF})?$"})
    table = _form_named(reference)
    inside = known[reference]
    tables = {name: _inlined(inside["properties"][name], known, table, name) for name in table.model_fields}
    rules = {"allOf": _DESCRIBED} if table is DescriptionForm else {}
    return told | {"type": "array", "items": {"type": "object", "properties": tables} | _closed(inside) | rules}


def _form_named(name: str) -> type[BaseModel]:
    return next(form for form in forms.TABLES.values() if form.__name__ == name)


_WRITTEN = {"pattern": r"\S"}
_LEFT_OUT = {"enum": [""]}
_NAMES = {"type": "array", "items": {"type": "string"}}
_DESCRIBED = [
    {
        "if": {"properties": {"basis": {"enum": ["supplied"]}}},
        "then": {
            "properties": {"source": {"minLength": 1}, "document": _LEFT_OUT, "quote": _LEFT_OUT},
            "required": ["source"],
        },
        "else": {
            "properties": {"source": _LEFT_OUT, "document": {"minLength": 1}, "quote": {"minLength": 1}},
            "required": ["document", "quote"],
        },
    },
    {
        "anyOf": [
            {"properties": {"text": _WRITTEN}, "required": ["text"]},
            {"properties": {"relation": {"minLength": 1}}, "required": ["relation"]},
        ]
    },
]
"""What `settings.authorities` asks of a description: its source, or a quotation; a text, or a role."""


def _states() -> Schema:
    """Give the schema of `authorities/states.toml`."""
    shipped = sorted(state.id for state in gazetteer.build((ROOT / "muniment/data/states.json").read_bytes())[0].states)
    known = {"anyOf": [{"enum": shipped}, {"type": "string", "pattern": f"^(?:{additions._ID.pattern})$"}]}
    tables: Schema = {}
    for kind, keys in additions._KEYS.items():
        properties: Schema = {
            key: {"description": _STATES[key]} | (_NAMES if key in additions._LISTS else {"type": "string"} | _WRITTEN)
            for key in keys
        }
        table: Schema = {"type": "object", "properties": properties, "required": ["source"]}
        if kind == "state":
            properties["id"] = {"description": _STATES["id"]} | known
            is_shipped = {"properties": {"id": {"enum": shipped}}}
            table |= {"required": ["id", "source"], "if": is_shipped, "else": {"required": ["name"]}}
        else:
            table["oneOf"] = [{"required": ["name"]}, {"required": ["id"]}]
        items = table | {"additionalProperties": False}
        tables[kind] = {"description": _TABLES[kind], "type": "array", "items": items}
    return {"type": "object", "properties": tables, "additionalProperties": False}


def _docstrings(form: type) -> dict[str, str]:
    """Read what stands under a class's fields, on one line each."""
    tree = ast.parse(inspect.getsource(form)).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: " ".join(ast.literal_eval(told.value).split())
        for field, told in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(told, ast.Expr)
    }


def written(made: Schema) -> str:
    """Give a schema as its file holds it."""
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the schemas."""
    FOLDER.mkdir(exist_ok=True)
    for name, made in all_schemas().items():
        (FOLDER / name).write_text(written(made), encoding="utf-8")


if __name__ == "__main__":
    main()
