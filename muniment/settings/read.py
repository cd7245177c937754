"""Turns the files of `site_src/`, by path, into `Settings` with defaults where a folder has none.

It refuses to know how a TOML file or a page is read; `tables` and `pages` do.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from muniment import problems
from muniment.model import Problem, Settings
from muniment.settings import authorities
from muniment.settings.exports import EXPORTS
from muniment.settings.nearest import suggestion
from muniment.settings.pages import read_pages
from muniment.settings.references import check

if TYPE_CHECKING:
    from muniment.settings.forms import ArchiveForm, ClaimsForm, EventsForm
    from muniment.settings.tables import Filled

ARCHIVE = "site_src/archive.toml"
EVENTS = "site_src/events.toml"
CLAIMS = "site_src/claims.toml"
PAGES = "site_src/pages/"

KINDS: tuple[tuple[str, str], ...] = (
    ("declaration", "Declaration"),
    ("chairs-summary", "Chair’s summary"),
    ("news-story", "News story"),
    ("press-release", "Press release"),
    ("speech", "Speech"),
    ("statement", "Statement"),
    ("report", "Report"),
    ("status-list", "Status list"),
    ("cable", "Cable"),
    ("letter", "Letter"),
    ("minutes", "Minutes"),
    ("other", "Other"),
)
"""(id, label) of the kinds every archive has; `[[kind]]` adds to them or gives one of them another label."""


def read(files: Mapping[str, bytes], name: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings out of the files of `site_src/`, keyed by path relative to the archive's root.

    Every mistake of every file is reported; a file with a mistake counts as absent for the settings that are returned.
    """
    found = _strangers(files)
    pages, troubles = read_pages(files, PAGES)
    found += troubles
    settings = Settings(title=name, kinds=KINDS, exports=EXPORTS, pages=pages, search="text")
    if any(path in files for path in (ARCHIVE, EVENTS, CLAIMS)):
        settings, troubles = _from_tables(files, settings)
        found += troubles
    entries, others, troubles = authorities.read(files)
    settings = replace(settings, authorities=entries, other_names=others)
    return settings, tuple(sorted((*found, *troubles)))


def _strangers(files: Mapping[str, bytes]) -> list[Problem]:
    """Report TOML files in `site_src/` and its authorities that nothing reads: most often a misspelt name."""
    settled = (ARCHIVE, EVENTS, CLAIMS)
    curated = (authorities.STATES, *authorities.PATHS.values())
    return [
        problems.report("A-014", path, near=suggestion(path, curated if folder == authorities.FOLDER else settled))
        for path in sorted(files)
        if path.endswith(".toml") and path not in (*settled, *curated)
        for folder in [path[: path.rfind("/") + 1]]
        if folder in ("site_src/", authorities.FOLDER)
    ]


def _from_tables(files: Mapping[str, bytes], settings: Settings) -> tuple[Settings, list[Problem]]:
    # pydantic takes a tenth of a second to load: an archive without curated files must not pay for it
    from muniment.settings import forms, tables, values

    archive, first = tables.fill(files, ARCHIVE, forms.ArchiveForm)
    events, second = tables.fill(files, EVENTS, forms.EventsForm)
    claims, third = tables.fill(files, CLAIMS, forms.ClaimsForm)
    if archive.form is not None:
        settings = values.with_archive(settings, archive.form)
    if events.form is not None:
        settings = values.with_events(settings, events.form, events.lines)
    if claims.form is not None:
        settings = values.with_claims(settings, claims.form, claims.lines)
    return settings, [*first, *second, *third, *_references(settings, archive, events, claims)]


def _references(
    settings: Settings, archive: "Filled[ArchiveForm]", events: "Filled[EventsForm]", claims: "Filled[ClaimsForm]"
) -> list[Problem]:
    """Check what refers to what, but never against a file that could not be read."""
    found = check(settings, {ARCHIVE: archive.lines, EVENTS: events.lines, CLAIMS: claims.lines})
    return found if archive.is_sound else [problem for problem in found if problem.code != "A-010"]
