"""Turn an archive's own `authorities/states.toml` into changes of the gazetteer's entries, or problems.

It refuses to give one name to two states, to take away what is not there, and to pass over a key it does not know.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from muniment import problems, toml
from muniment.gazetteer.forms import steps
from muniment.gazetteer.sources import ORDER, SPOKEN, Entries, bearers, key_of
from muniment.model import Problem, State
from muniment.slugs import slug

PATH = "site_src/authorities/states.toml"
_KEYS = {
    "state": ("id", "name", "official", "aliases", "demonyms", "remove", "source"),
    "not_a_state": ("name", "id", "reason", "source"),
}
_LISTS = ("aliases", "demonyms", "remove")
_DOUBTS = SPOKEN | {"combining", "defined", "guarded"}
"""Flags of names that count in some texts only; what an archive lists itself counts in all of them."""
_ASIDE = "set aside by this archive"
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\]", re.MULTILINE)
_ID = re.compile(r"x-[a-z0-9]+(?:-[a-z0-9]+)*")

Table = tuple[str, dict[str, Any], int]
"""Kind, content and line of a table."""


def add(entries: Entries, content: bytes) -> tuple[Problem, ...]:
    """Change the entries as an archive asks; a table with a mistake is reported and left out.

    Names are taken away before any is given, so that a name can pass from one state to another.
    """
    try:
        source, tables = toml.read(content)
    except toml.RefusedError as fault:
        return (problems.report(fault.code, PATH, fault.line, **fault.words),)
    entries.bearers = bearers(entries.states.values())
    found = [_unknown(key, "states.toml", tuple(_KEYS), 0) for key in tables if key not in _KEYS]
    sound: list[Table] = []
    for kind, table, line in _listed(tables, source, found):
        wrong = _form(kind, table, _KEYS[kind], line)
        found += wrong
        if not wrong:
            sound.append((kind, table, line))
    lacking = [_take_away(entries, table, line) for kind, table, line in sound if kind == "state"]
    found += [problem for wrong in lacking for problem in wrong]
    seen: dict[str, int] = {}
    for kind, table, line in sound:
        found += _add_state(entries, table, line, seen) if kind == "state" else _add_other(entries, table, line)
    return tuple(found)


def _listed(tables: dict[str, Any], source: str, found: list[Problem]) -> Iterator[Table]:
    """Give every table with its line, states first; what is no list of tables is found."""
    lines: dict[str, list[int]] = {}
    for header in _HEADER.finditer(source):
        lines.setdefault(header.group(1), []).append(source.count("\n", 0, header.start()) + 1)
    for kind in _KEYS:
        listed = tables.get(kind, [])
        if not isinstance(listed, list) or not all(isinstance(table, dict) for table in listed):
            found.append(problems.report("A-005", PATH, key=kind, given="no list of tables", expected=f"[[{kind}]]"))
            continue
        known = lines.get(kind, [])
        for position, table in enumerate(listed):
            yield kind, table, known[position] if position < len(known) else 0


def _unknown(key: str, where: str, known: tuple[str, ...], line: int) -> Problem:
    close = difflib.get_close_matches(key.casefold(), known, n=1)
    near = f'Did you mean "{close[0]}"?' if close else f"Known: {', '.join(known)}."
    return problems.report("A-003", PATH, line, key=key, where=where, near=near)


def _form(kind: str, table: dict[str, Any], keys: tuple[str, ...], line: int) -> list[Problem]:
    """Check the keys of a table and the types of their values."""
    where = f"[[{kind}]]"
    wrong = [_unknown(key, where, keys, line) for key in table if key not in keys]
    if kind == "not_a_state" and ("name" in table) == ("id" in table):
        wrong.append(problems.report("A-055", PATH, line))
    required = ("id", "source") if kind == "state" else ("source",)
    wrong += [problems.report("A-004", PATH, line, key=key, where=where) for key in required if key not in table]
    for key, value in table.items():
        if key in _LISTS:
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
        return [_no_such_state(entries, identifier, line)]
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
    address = base.slug or slug(name)
    entries.states[identifier] = replace(
        base, name=name, official=table.get("official", base.official), slug=address, names=names
    )
    entries.bearers.update((key_of(form), identifier) for form, _ in rows)
    added = {form for form, _ in rows}
    entries.flags.update((flag, forms - added) for flag, forms in entries.flags.items() if flag in _DOUBTS)
    keys = {key_of(form) for form in added}
    entries.others[:] = [(form, reason) for form, reason in entries.others if key_of(form) not in keys]
    return []


def _take_away(entries: Entries, table: dict[str, Any], line: int) -> list[Problem]:
    """Take names away from a state; a form of several states stays with the others."""
    known = entries.states.get(table["id"])
    wrong = []
    for form in table.get("remove", []):
        taken = [name for name, _ in known.names if key_of(name) == key_of(form)] if known else []
        if known is None or not taken:
            close = difflib.get_close_matches(form, [name for name, _ in known.names] if known else [], n=1)
            near = f'Closest: "{close[0]}".' if close else ""
            wrong.append(problems.report("A-054", PATH, line, id=table["id"], form=form, near=near))
            continue
        known = replace(known, names=tuple(row for row in known.names if row[0] not in taken))
        entries.states[known.id] = known
        _leave_to_others(entries, known.id, taken)
    return wrong


def _leave_to_others(entries: Entries, identifier: str, forms: list[str]) -> None:
    """Note that a state bears these forms no more."""
    for form in forms:
        ids, when = entries.shared.pop(form, ((), ""))
        others = tuple(other for other in ids if other != identifier)
        if len(others) > 1:
            entries.shared[form] = (others, when)
        if entries.bearers.get(key_of(form)) == identifier or others:
            entries.bearers.pop(key_of(form), None)
        if others:
            entries.bearers[key_of(form)] = others[0]


def _add_other(entries: Entries, table: dict[str, Any], line: int) -> list[Problem]:
    """Add a name that means something else, or set all names of a state aside."""
    reason = table.get("reason", _ASIDE)
    if "id" in table:
        state = entries.states.pop(table["id"], None)
        if state is None:
            return [_no_such_state(entries, table["id"], line)]
        forms = [form for form, _ in state.names]
        _leave_to_others(entries, state.id, forms)
        entries.others[:0] = [(form, reason) for form in forms if key_of(form) not in entries.bearers]
        return []
    name = table["name"]
    if not _can_match(name):
        return [problems.report("A-052", PATH, line, form=name)]
    entries.others.insert(0, (name, reason))
    return []


def _no_such_state(entries: Entries, identifier: str, line: int) -> Problem:
    """Report an unknown id with the nearest one."""
    bearer = entries.bearers.get(key_of(identifier))
    close = [bearer] if bearer else difflib.get_close_matches(identifier, entries.states, n=1, cutoff=0.5)
    near = f"Closest: {close[0]}, {entries.states[close[0]].name}." if close else "Ids are ISO 3166-1 alpha-3."
    return problems.report("A-050", PATH, line, id=identifier, near=near)


def _refused(entries: Entries, identifier: str, form: str, line: int) -> list[Problem]:
    """Refuse a form that can never be found, and one that another state bears."""
    if not _can_match(form):
        return [problems.report("A-052", PATH, line, form=form)]
    bearer = entries.bearers.get(key_of(form), identifier)
    if bearer != identifier:
        name = entries.states[bearer].name
        return [problems.report("A-053", PATH, line, form=form, bearer=f"{bearer}, {name}")]
    return []


def _can_match(form: str) -> bool:
    return bool(steps(form)) and form[0].isupper()
