"""Turns filled forms into the values that travel along the line.

It refuses nothing: a form that reaches it is sound.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from muniment.model import (
    ClaimSetting,
    EventSetting,
    FigureSetting,
    QuotedDate,
    Relation,
    Settings,
    StageSetting,
)
from muniment.settings.lines import line_of

if TYPE_CHECKING:
    from muniment.settings.forms import ArchiveForm, ClaimsForm, DateForm, EventsForm


def with_archive(settings: Settings, form: "ArchiveForm") -> Settings:
    """Add what `archive.toml` says; its kinds come after the ones every archive has."""
    kinds = dict(settings.kinds) | {kind.id: kind.label for kind in form.kind}
    return replace(
        settings,
        title=form.title or settings.title,
        description=form.description,
        base_url=form.base_url,
        publisher=form.publisher,
        licence=form.licence,
        licence_url=form.licence_url,
        contact=form.contact,
        kinds=tuple(kinds.items()),
        stages=tuple(StageSetting(**stage.model_dump()) for stage in form.stage),
        relations=tuple(Relation(**relation.model_dump()) for relation in form.relation),
        markdown=tuple(form.markdown),
        likenesses=tuple((kind.id, kind.like) for kind in form.kind if kind.like),
        indexes=tuple(form.indexes),
        exports=tuple(form.exports),
        search=form.search,
    )


def with_events(settings: Settings, form: "EventsForm", lines: Mapping[str, int]) -> Settings:
    """Add the events of `events.toml` with the lines they stand on."""
    events = []
    for number, event in enumerate(form.event):
        path: tuple[str | int, ...] = ("event", number)
        dates = tuple(
            _date(date, line_of(lines, (*path, "date", position))) for position, date in enumerate(event.date)
        )
        events.append(
            EventSetting(
                id=event.id,
                name=event.name,
                names=tuple(event.names),
                place=event.place,
                stage=event.stage,
                relation=event.relation,
                text=event.text,
                dates=dates,
                line=line_of(lines, path),
            )
        )
    return replace(settings, events=tuple(events))


def with_claims(settings: Settings, form: "ClaimsForm", lines: Mapping[str, int]) -> Settings:
    """Add the claims and figures of `claims.toml` with the lines they stand on."""
    claims = []
    for number, claim in enumerate(form.claim):
        words = claim.model_dump() | {"states": tuple(claim.states)}
        claims.append(ClaimSetting(**words, line=line_of(lines, ("claim", number))))
    figures = tuple(
        FigureSetting(**figure.model_dump(), line=line_of(lines, ("figure", number)))
        for number, figure in enumerate(form.figure)
    )
    return replace(settings, claims=tuple(claims), figures=figures)


def _date(form: "DateForm", line: int) -> QuotedDate:
    return QuotedDate(**form.model_dump(), line=line)
