"""Write docs/reference/: what the code itself knows of front matter, settings, files, templates, rules and words.

What the code does not say of a name stands in the tables below; a name that neither has is a mistake, and told.
Commands and problem codes have pages of their own: tools/commands_page.py, tools/problems_page.py.
"""

import ast
import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from jinja2 import Environment, meta, nodes  # noqa: E402 the folder has to be known first
from pydantic import BaseModel  # noqa: E402

from muniment import exports, formats, model, normalise, pages, words  # noqa: E402
from muniment.edition import schema  # noqa: E402
from muniment.gazetteer import additions  # noqa: E402
from muniment.settings import forms  # noqa: E402
from tools.reference_words import FIELDS, FILES, MODELS, PURPOSES, VARIABLES  # noqa: E402

FOLDER = ROOT / "docs/reference"
MADE = "\n*Written from the code by `tools/reference.py`. Do not edit this page; change the code, and run the tool.*\n"


def all_pages() -> dict[str, str]:
    """Give every page of the reference by its file name."""
    return {name: make() for name, make in PAGES.items()}


def front_matter() -> str:
    """List the fields of an edition's front matter."""
    told = _docstrings(model.FrontMatter)
    lines = [
        *("# Front matter", MADE),
        "What stands between the two `---` lines at the top of `site_src/documents/<id>.md`.",
        "An unknown or repeated key is an error. Every value is text: `NO` is Norway, not a false.",
        "Empty and left out are the same. [Decisions behind it](../explanation.md#evidence-and-basis).\n",
        "| Field | Holds | Meaning |\n|---|---|---|",
    ]
    for name in (*schema.TEXTS, *schema.LISTS, *schema.ENTRIES):
        holds = "text" if name in schema.TEXTS else "list of texts" if name in schema.LISTS else "list of entries"
        holds = "entries by field" if name == "evidence" else holds
        required = ", required" if name in schema.REQUIRED else ""
        lines.append(_row(f"`{name}`", holds + required, _meaning(f"front matter.{name}", told.get(name, ""))))
    entries = {"evidence": model.Evidence, "interventions": model.Intervention, "notes": model.Note}
    for kind, parts in schema.ENTRIES.items():
        told = _docstrings(entries.get(kind, model.Allowance))
        lines += [f"\n## `{kind}`\n", "| Part | Needed | Meaning |\n|---|---|---|"]
        for part in parts:
            meaning = _meaning(f"{kind}.{part}", told.get(part, ""))
            lines.append(_row(f"`{part}`", _needed(kind, part), meaning))
    return "\n".join(lines) + "\n"


def _needed(kind: str, part: str) -> str:
    """Say when a part of an entry must be there."""
    needs = [need for need, parts in schema.NEEDED.items() if need.split()[0] == kind and part in parts]
    sorts = [need.partition(" ")[2] for need in needs]
    return "always" if "" in sorts else f"for {', '.join(f'`{sort}`' for sort in sorts)}" if sorts else ""


def settings() -> str:
    """List the keys of the curated files of site_src/."""
    lines = [
        *("# Settings", MADE),
        "Every key of every file that people write in `site_src/`, apart from editions and pages.",
        "[settings.md](../settings.md) shows the same as commented examples.",
        "All files are optional; an unknown key is an error that names the nearest known one.\n",
    ]
    tables = {"archive.toml": forms.ArchiveForm, **forms.TABLES}
    for name, form in tables.items():
        lines += [f"## `{name}`\n" if name == "archive.toml" else f"## `[[{name}]]`\n"]
        lines += [f"{_first(form.__doc__)} In `site_src/{_file(name)}`.\n", "| Key | Holds | Meaning |\n|---|---|---|"]
        told = _told_of(form)
        for key, field in form.model_fields.items():
            holds = _holds(form, key) + (", required" if field.is_required() else "")
            if key in forms.TABLES and name == "archive.toml":
                lines.append(_row(f"`[[{key}]]`", "tables", "see below"))
            elif f"{name}.{key}" in forms.TABLES or holds.startswith("tables"):
                lines.append(_row(f"`[[{name}.{key}]]`", "tables", "see below"))
            else:
                lines.append(_row(f"`{key}`", holds, _meaning(f"{form.__name__}.{key}", told.get(key, ""))))
        lines.append("")
    for name, keys in additions._KEYS.items():
        lines += [f"## `[[{name}]]`\n", "In `site_src/authorities/states.toml`.\n", "| Key | Meaning |\n|---|---|"]
        lines += [_row(f"`{key}`", _meaning(f"{name}.{key}", "")) for key in keys]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _file(table: str) -> str:
    """Give the file a table stands in."""
    first = table.partition(".")[0]
    kinds = {"person": "people", "organisation": "organisations", "place": "places"}
    for kind, name in kinds.items():
        if first in (kind, f"not_a_{kind}", f"not_an_{kind}"):
            return f"authorities/{name}.toml"
    return {"event": "events.toml", "claim": "claims.toml", "figure": "claims.toml"}.get(first, "archive.toml")


def _told_of(form: type[BaseModel]) -> dict[str, str]:
    """Give what is said of a form's keys: by itself, or by the value it becomes."""
    value = MODELS.get(form.__name__)
    return {**(_docstrings(getattr(model, value)) if value else {}), **_docstrings(form)}


def _holds(form: type[BaseModel], key: str) -> str:
    """Say what a key may hold, in words."""
    told = form.model_json_schema(mode="validation")["properties"][key]
    told = next((each for each in told.get("anyOf", ()) if each.get("type") != "null"), told)
    inside = told.get("items", told)
    if "$ref" in inside:
        return "tables"
    choices = " ".join(f"`{each}`" for each in inside.get("enum", ()))
    if told.get("type") == "array":
        return f"list of {choices}" if choices else "list of texts"
    kinds = {"string": "text", "boolean": "`true` or `false`", "integer": "number"}
    default = f", default `{told['default']}`" if told.get("default") else ""
    return (f"one of {choices}" if choices else kinds[told["type"]]) + default


def files() -> str:
    """List the exports with their files, and the data files with their keys."""
    lines = [
        *("# Exports and data files", MADE),
        "`exports = […]` in `site_src/archive.toml` chooses among these; [data.md](../data.md) explains them.\n",
        "| Export | What it does |\n|---|---|",
    ]
    rooms = {export.name: inspect.getmodule(export.join or export.each) for export in exports.ALL}
    lines += [_row(f"`{name}`", _first(room.__doc__)) for name, room in rooms.items()]
    for path in sorted((ROOT / "muniment/data/schemas").glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        lines += [f"\n## `{path.name}`\n", f"{_meaning(f'schema {path.name}', told.get('title', ''))}.", ""]
        lines += [FILES[path.name], "", "| Key | Meaning |\n|---|---|"]
        lines += [_row(f"`{key}`", meaning) for key, meaning in _keys(told, told, "")]
    lines += ["\n## What can be a seed\n", "By the end of the file's name:\n"]
    lines += [f"* {f'`{suffix}`' if suffix else 'no suffix'}" for suffix in formats.ALL]
    return "\n".join(lines) + "\n"


def _keys(schema_: dict, whole: dict, inside: str) -> Iterable[tuple[str, str]]:
    """Give the keys of a JSON Schema with their descriptions, those of inner values after a dot."""
    if not isinstance(schema_, dict):
        return
    if "$ref" in schema_:
        schema_ = _referred(whole, schema_["$ref"])
    for part in schema_.get("anyOf", ()):
        yield from _keys(part, whole, inside)
    if "items" in schema_:
        yield from _keys(schema_["items"], whole, inside)
    for key, value in schema_.get("properties", {}).items():
        told = value.get("description", "") if isinstance(value, dict) else ""
        yield f"{inside}{key}", _cell(told or _meaning(f"json.{key}", ""))
        yield from _keys(value, whole, f"{inside}{key}.")


def _referred(whole: dict, reference: str) -> dict:
    """Follow a reference inside a schema."""
    for step in reference.removeprefix("#/").split("/"):
        whole = whole[step]
    return whole


def templates() -> str:
    """List the templates with their purpose and the names they use, and the page kinds that are set with them."""
    setting = {}
    for kind in pages.SITE:
        setting.setdefault(kind.template, []).append(kind.name)
    lines = [
        *("# Templates", MADE),
        "A file of the same name in your archive's own `templates/` stands in for the shipped one; "
        "so does one in `static/`.",
        "A template is Jinja. Everything is escaped, and an undefined name is an error.",
        "The [how-to for a page kind](../how-to/page-kind.md) goes through it once.\n",
        "## Names that every template can use\n\n| Name | What it is |\n|---|---|",
    ]
    lines += [_row(f"`{name}`", meaning) for name, meaning in VARIABLES.items()]
    lines += ["\n## The templates\n", "| Template | Kinds of page | Purpose | Names of its own |\n|---|---|---|---|"]
    for path in sorted((ROOT / "templates").glob("*.html")):
        source = path.read_text("utf-8")
        own = " ".join(f"`{name}`" for name in sorted(names_in(source) - set(VARIABLES)))
        kinds = " ".join(f"`{kind}`" for kind in setting.get(path.name, ()))
        lines.append(_row(f"`{path.name}`", kinds, _purpose(path.name, source), own))
    lines += [
        "\nThe names of its own are given by the view of the page's kind, in `muniment/views/`, "
        "where each has a docstring.",
    ]
    return "\n".join(lines) + "\n"


def names_in(source: str) -> set[str]:
    """Give the names a template takes from its page: neither its own nor those it imports."""
    tree = Environment(autoescape=True).parse(source)
    imported = {node.target for node in tree.find_all(nodes.Import)}
    return meta.find_undeclared_variables(tree) - imported


def _purpose(name: str, source: str) -> str:
    """Give a template's purpose: its first comment, else the table's."""
    comment = re.match(r"\{#-?\s*(.*?)\s*-?#\}", source, re.DOTALL)
    return comment[1] if comment else _meaning(f"template {name}", "")


def rules() -> str:
    """List the rules of normalisation."""
    lines = [
        *("# Rules of normalisation", MADE),
        "The rules that turn a transcript into a draft, in the order in which they run.",
        "Each changes form, never wording, and records what it did with the seed's lines.",
        "`muniment explain seeds/NAME` shows what they did to one seed.\n",
        "| Rule | Why |\n|---|---|",
    ]
    lines += [_row(f"`{name}`", why) for name, _, why in normalise.RULES]
    return "\n".join(lines) + "\n"


def interface_words() -> str:
    """List the words of the interface."""
    rows: dict[str, str] = getattr(words, "ROWS", None) or words.WORDS
    lines = [
        *("# Words of the interface", MADE),
        "Every word that the program itself puts on a page, by its key.",
        "`{…}` are blanks that the program fills; `.one` and `.other` tell one from many.\n",
        "| Key | English |\n|---|---|",
    ]
    lines += [_row(f"`{key}`", _literal(text)) for key, text in rows.items()]
    return "\n".join(lines) + "\n"


def _literal(text: str) -> str:
    """Set words so that Markdown leaves them as they are."""
    shown = text.replace("\u00a0", " ").replace("\n", " ").replace("|", "\\|")
    return f"`{shown}`" if shown.strip() and "`" not in shown else shown


def _docstrings(form: type) -> dict[str, str]:
    """Read the docstrings under a class's fields."""
    tree = ast.parse(inspect.getsource(form)).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found = {}
    for field, told in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(told, ast.Expr):
            found[field.target.id] = inspect.cleandoc(ast.literal_eval(told.value))
    return found


def _meaning(name: str, told: str) -> str:
    """Give what is said of a name; a name of which nothing is said is a mistake of ours."""
    meaning = FIELDS.get(name) or told or FIELDS.get(f"*.{name.rpartition('.')[2]}") or PURPOSES.get(name, "")
    if not meaning:
        raise UndocumentedError(f"nothing says what {name} is: add a docstring, or a row in tools/reference_words.py")
    return meaning


class UndocumentedError(LookupError):
    """A key, a template or a file of which nothing is said."""


def _first(docstring: str | None) -> str:
    """Give the first sentence of a docstring."""
    return " ".join((docstring or "").split("\n\n")[0].split()).partition("; ")[0].rstrip(".") + "."


def _cell(text: str) -> str:
    """Put words into a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def _row(*cells: str) -> str:
    """Set a row of a table; words of a cell that are literal already stay so."""
    return "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |"


PAGES: dict[str, Callable[[], str]] = {
    "front-matter.md": front_matter,
    "settings.md": settings,
    "files.md": files,
    "templates.md": templates,
    "rules.md": rules,
    "words.md": interface_words,
}
"""Every page with what makes it."""

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in all_pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
