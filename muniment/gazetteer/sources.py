"""Turn the shipped file of states and an archive's additions into entries of the gazetteer, or problems.

It refuses to let an archive take a name away from another state, and to pass over a key it does not know.
"""

import difflib
import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Any

from muniment import problems
from muniment.gazetteer.forms import fold, steps
from muniment.model import Problem, State

PATH = "site_src/authorities/states.toml"
_KEYS = {
    "state": ("id", "name", "official", "aliases", "demonyms", "source"),
    "not_a_state": ("name", "reason", "source"),
}
_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\]", re.MULTILINE)
_ID = re.compile(r"x-[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGES = {"de": "german", "nb": "nordic", "da": "nordic", "sv": "nordic"}
SPOKEN = frozenset(_LANGUAGES.values())
"""Flags of names that count only in a text of their language."""
FLAGS = ("combining", "defined", "family_names", "given_names", "guarded", "languages")
ORDER = {"name": 0, "alias": 1, "demonym": 2}


@dataclass(slots=True, kw_only=True)
class Entries:
    """What the gazetteer is made from, while it is being put together."""

    states: dict[str, State]
    """By id."""
    shared: dict[str, tuple[tuple[str, ...], str]]
    """Form → (ids of the states that bear it, when the first is meant)."""
    others: list[tuple[str, str]]
    """(name that is no state's, reason)."""
    flags: dict[str, frozenset[str]]
    """Flag → forms that have it."""
    bearers: dict[str, str] = field(default_factory=dict)
    """Folded form → id of a state that bears it."""


def shipped(content: bytes) -> Entries:
    """Read muniment/data/states.json; what is wrong with it is our fault and raises."""
    held = json.loads(content)
    states = {}
    bearers: dict[str, str] = {}
    spoken: dict[str, set[str]] = {flag: set() for flag in sorted(SPOKEN)}
    for entry in held["states"]:
        names = tuple((row[0], row[1]) for row in entry["names"])
        states[entry["id"]] = State(
            id=entry["id"],
            name=entry["name"],
            official=entry["official"],
            slug=slug(entry["name"]),
            region=entry["region"],
            subregion=entry["subregion"],
            standing=entry["standing"],
            names=names,
        )
        bearers.update((_key(form), entry["id"]) for form, _ in names)
        for form, _, languages, *_ in entry["names"]:
            for language in languages.split():
                if language in _LANGUAGES:
                    spoken[_LANGUAGES[language]].add(form)
    return Entries(
        states=states,
        shared={entry["form"]: (tuple(entry["states"]), entry["when"]) for entry in held["shared"]},
        others=[(entry["name"], entry["reason"]) for entry in held["not_states"]],
        flags={
            **{flag: frozenset(held[flag]) for flag in FLAGS},
            **{flag: frozenset(forms) for flag, forms in spoken.items()},
        },
        bearers=bearers,
    )


def slug(name: str) -> str:
    """Make the address of a state's page from its name: letters a-z, digits and hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare.replace("'", "").replace("’", "")).strip("-")


def add(entries: Entries, content: bytes) -> tuple[Problem, ...]:
    """Add an archive's own names; a table with a mistake is reported and left out."""
    tables, troubles = _tables(content)
    if tables is None:
        return troubles
    lines: dict[str, list[int]] = {}
    source = content.decode("utf-8-sig")
    for header in _HEADER.finditer(source):
        lines.setdefault(header.group(1), []).append(source.count("\n", 0, header.start()) + 1)
    found = list(troubles)
    seen: dict[str, int] = {}
    found += [_unknown(key, "states.toml", tuple(_KEYS), 0) for key in tables if key not in _KEYS]
    for kind, keys in _KEYS.items():
        tables_of_kind = tables.get(kind, [])
        if not isinstance(tables_of_kind, list) or not all(isinstance(table, dict) for table in tables_of_kind):
            found.append(problems.report("A-005", PATH, key=kind, given="no list of tables", expected=f"[[{kind}]]"))
            continue
        for position, table in enumerate(tables_of_kind):
            line = lines.get(kind, [])[position] if position < len(lines.get(kind, [])) else 0
            wrong = _form(kind, table, keys, line)
            if not wrong:
                wrong = _add_state(entries, table, line, seen) if kind == "state" else _add_other(entries, table, line)
            found += wrong
    return tuple(found)


def _tables(content: bytes) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """Read the file as TOML."""
    try:
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n")), ()
    except UnicodeDecodeError as refusal:
        return None, (problems.report("A-002", PATH, content.count(b"\n", 0, refusal.start) + 1),)
    except ValueError as refusal:  # TOMLDecodeError, or a number of thousands of digits
        where = _POSITION.search(str(refusal))
        reason = _POSITION.sub("", str(refusal))
        line = int(where[1]) if where else content.count(b"\n") + 1
        return None, (problems.report("A-001", PATH, line, column=int(where[2]) if where else 0, reason=reason),)
    except RecursionError:
        return None, (problems.report("A-001", PATH, reason="lists or tables are nested too deep"),)


def _unknown(key: str, where: str, known: tuple[str, ...], line: int) -> Problem:
    close = difflib.get_close_matches(key.casefold(), known, n=1)
    near = f'Did you mean "{close[0]}"?' if close else f"Known: {', '.join(known)}."
    return problems.report("A-003", PATH, line, key=key, where=where, near=near)


def _form(kind: str, table: dict[str, Any], keys: tuple[str, ...], line: int) -> list[Problem]:
    """Check the keys of a table and the types of their values."""
    where = f"[[{kind}]]"
    wrong = [_unknown(key, where, keys, line) for key in table if key not in keys]
    required = ("id", "source") if kind == "state" else ("name", "source")
    wrong += [problems.report("A-004", PATH, line, key=key, where=where) for key in required if key not in table]
    for key, value in table.items():
        if key in ("aliases", "demonyms"):
            if not isinstance(value, list) or not all(isinstance(form, str) for form in value):
                wrong.append(_type(key, value, 'a list of names, like key = ["one", "two"]', line))
        elif key in keys and not (isinstance(value, str) and value.strip()):
            wrong.append(_type(key, value, 'text in quotation marks, like key = "words"', line))
    return wrong


def _type(key: str, value: object, expected: str, line: int) -> Problem:
    given = f'"{value}"' if isinstance(value, str) else str(value)
    return problems.report("A-005", PATH, line, key=key, given=given[:80], expected=expected)


def _add_state(entries: Entries, table: dict[str, Any], line: int, seen: dict[str, int]) -> list[Problem]:
    """Add names to a state, or a state that the gazetteer lacks."""
    identifier = table["id"]
    known = entries.states.get(identifier)
    if known is None and not _ID.fullmatch(identifier):
        bearer = entries.bearers.get(_key(identifier))
        close = [bearer] if bearer else difflib.get_close_matches(identifier, entries.states, n=1, cutoff=0.5)
        near = f"Closest: {close[0]}, {entries.states[close[0]].name}." if close else "Ids are ISO 3166-1 alpha-3."
        return [problems.report("A-050", PATH, line, id=identifier, near=near)]
    if known is None and "name" not in table:
        return [problems.report("A-004", PATH, line, key="name", where=f"the new state {identifier}")]
    if identifier in seen:
        return [problems.report("A-051", PATH, line, id=identifier, first=seen[identifier])]
    seen[identifier] = line
    rows = [(table[key], "name") for key in ("name", "official") if key in table]
    rows += [
        (form, kind) for kind, key in (("alias", "aliases"), ("demonym", "demonyms")) for form in table.get(key, [])
    ]
    wrong = [problem for form, _ in rows for problem in _refused(entries, identifier, form, line)]
    if wrong:
        return wrong
    name = table.get("name", known.name if known else "")
    base = known or State(id=identifier, name=name, standing="other")
    kept = dict(sorted([*reversed([*base.names, *rows])], key=lambda row: -ORDER[row[1]]))
    names = tuple((form, kept[form]) for form in dict.fromkeys(form for form, _ in (*rows, *base.names)))
    entries.states[identifier] = replace(
        base, name=name, official=table.get("official", base.official), slug=base.slug or slug(name), names=names
    )
    entries.bearers.update((_key(form), identifier) for form, _ in rows)
    added = {form for form, _ in rows}
    entries.flags.update((flag, forms - added) for flag, forms in entries.flags.items() if flag in SPOKEN)
    return []


def _add_other(entries: Entries, table: dict[str, Any], line: int) -> list[Problem]:
    """Add a name that means something else."""
    name = table["name"]
    if not _can_match(name):
        return [problems.report("A-052", PATH, line, form=name)]
    entries.others.insert(0, (name, table.get("reason", "set aside by this archive")))
    return []


def _refused(entries: Entries, identifier: str, form: str, line: int) -> list[Problem]:
    """Refuse a form that can never be found, and one that another state bears."""
    if not _can_match(form):
        return [problems.report("A-052", PATH, line, form=form)]
    bearer = entries.bearers.get(_key(form), identifier)
    if bearer != identifier:
        name = entries.states[bearer].name
        return [problems.report("A-053", PATH, line, form=form, bearer=f"{bearer}, {name}")]
    return []


def _can_match(form: str) -> bool:
    return bool(steps(form)) and form[0].isupper()


def _key(form: str) -> str:
    return "".join(between + fold(word) for between, word in steps(form))
