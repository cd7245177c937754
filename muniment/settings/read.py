"""Turns the files of `site_src/`, by path, into `Settings` with defaults where a folder has none.

It refuses to know how a TOML file or a page is read; `tables` and `pages` do.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from muniment import problems
from muniment.model import Problem, Settings
from muniment.settings import authorities, tables, values
from muniment.settings.exports import EXPORTS
from muniment.settings.lines import line_of
from muniment.settings.nearest import suggestion
from muniment.settings.pages import read_pages
from muniment.settings.references import check, unknown_roles
from muniment.settings.tables import Filled
from muniment.words import names

if TYPE_CHECKING:
    from muniment.settings.forms import ArchiveForm, ClaimsForm, EventsForm

ARCHIVE = "site_src/archive.toml"
EVENTS = "site_src/events.toml"
CLAIMS = "site_src/claims.toml"
PAGES = "site_src/pages/"
WORDS = "site_src/words/"
DOCUMENTS = "site_src/documents/"
READ_ELSEWHERE = (DOCUMENTS, "site_src/anchors/", WORDS)
"""Folders whose strangers are told by those who read them."""
_ABOUT = re.compile(r"(?:readme|licen[cs]e|notes?|todo|changelog)(?:\.\w+)?", re.IGNORECASE)
"""What people lay beside their files for one another."""

TABLES = (ARCHIVE, EVENTS, CLAIMS, authorities.STATES, *authorities.PATHS.values())
"""What an editor writes as tables."""

KINDS: tuple[tuple[str, str], ...] = tuple(names.KINDS.items())
"""(id, English label) of the kinds every archive has; `[[kind]]` adds to them or gives one of them another label."""


def read(
    files: Mapping[str, bytes], name: str, shipped: tuple[tuple[str, bytes], ...] = ()
) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings out of the files of `site_src/`, keyed by path relative to the archive's root.

    `shipped` are the catalogues of the interface that come with the program: (language, bytes).
    Every mistake of every file is reported; a file with a mistake counts as absent for the settings that are returned.
    """
    found = _strangers(files)
    pages, troubles = read_pages(files, PAGES)
    found += troubles
    settings = Settings(title=name, kinds=KINDS, exports=EXPORTS, pages=pages, search="text")
    if any(path in files for path in (ARCHIVE, EVENTS, CLAIMS)):
        settings, troubles = _from_tables(files, settings, shipped)
        found += troubles
    elif any(path.startswith(WORDS) for path in files):
        settings, troubles = _spoken(settings, files, shipped, 0)
        found += troubles
    entries, others, troubles = authorities.read(files)
    troubles += unknown_roles(entries, settings) if ARCHIVE not in {problem.path for problem in found} else []
    settings = replace(
        settings,
        authorities=tuple(each for each in entries if authorities.INDEX_OF[each.kind] in settings.indexes),
        other_names=tuple(each for each in others if authorities.INDEX_OF[each.kind] in settings.indexes),
    )
    return settings, tuple(sorted((*found, *troubles)))


def _strangers(files: Mapping[str, bytes]) -> list[Problem]:
    """Report files of `site_src/` that nothing reads: most often a misspelt name, or one in the wrong folder."""
    found = []
    for path in sorted(files):
        is_page = path.startswith(PAGES) and path.endswith(".md")
        if path in TABLES or is_page or path.startswith(READ_ELSEWHERE) or _ABOUT.fullmatch(path.rpartition("/")[2]):
            continue
        near = suggestion(path, _meant(path)) if path.endswith(".toml") else f'Did you mean "{_text(path)}"?'
        found.append(problems.report("A-014", path, near=near))
    return found


def _meant(path: str) -> Collection[str]:
    """Give the tables that may be meant by a path where none is."""
    folder, _, name = path.rpartition("/")
    namesakes = [known for known in TABLES if known.endswith(f"/{name}")]
    kinds = [file.path for file in authorities.FILES if name.startswith(file.kind)]
    beside = [known for known in TABLES if known.startswith(authorities.FOLDER) == (f"{folder}/" == authorities.FOLDER)]
    return namesakes or kinds or beside


def _text(path: str) -> str:
    """Give the path by which a text would be read: among the editions, or the hand-written pages."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return f"{PAGES if folder.casefold() + '/' != DOCUMENTS else DOCUMENTS}{stem}.md"


def _from_tables(
    files: Mapping[str, bytes], settings: Settings, shipped: tuple[tuple[str, bytes], ...]
) -> tuple[Settings, list[Problem]]:
    archive, first = tables.fill(files, ARCHIVE, "ArchiveForm")
    events, second = tables.fill(files, EVENTS, "EventsForm")
    claims, third = tables.fill(files, CLAIMS, "ClaimsForm")
    language = archive.form.language if archive.form is not None else settings.language
    line = line_of(archive.lines, ("language",))
    settings, fourth = _spoken(replace(settings, language=language), files, shipped, line)
    fourth = fourth if archive.is_sound else []
    if archive.form is not None:
        settings = values.with_archive(settings, archive.form)
    if events.form is not None:
        settings = values.with_events(settings, events.form, events.lines)
    if claims.form is not None:
        settings = values.with_claims(settings, claims.form, claims.lines)
    return settings, [*first, *second, *third, *fourth, *_references(settings, archive, events, claims)]


def _spoken(
    settings: Settings, files: Mapping[str, bytes], shipped: tuple[tuple[str, bytes], ...], line: int
) -> tuple[Settings, list[Problem]]:
    """Add the words of the interface, and the labels of the kinds that every archive has."""
    if settings.language == "en" and not any(path.startswith(WORDS) for path in files):
        return settings, []
    from muniment.settings import wording  # an archive in English must not pay for the reader of catalogues

    words, found = wording.read(files, settings.language, dict(shipped), line)
    kinds = tuple((kind, words.say(f"kind.{kind}")) for kind, _ in KINDS)
    return replace(settings, words=words, kinds=kinds), list(found)


def _references(
    settings: Settings, archive: "Filled[ArchiveForm]", events: "Filled[EventsForm]", claims: "Filled[ClaimsForm]"
) -> list[Problem]:
    """Check what refers to what, but never against a file that could not be read."""
    found = check(settings, {ARCHIVE: archive.lines, EVENTS: events.lines, CLAIMS: claims.lines})
    return found if archive.is_sound else [problem for problem in found if problem.code != "A-010"]
