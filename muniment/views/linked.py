"""A planned page → what it is about as JSON-LD of schema.org, safe to stand inside a `<script>` element.

Knows nothing of HTML but what would end that element; says nothing that the page does not show.
"""

import json

from markupsafe import Markup

from muniment import dates
from muniment.citations import Record, record_of, sort_of
from muniment.dates.edtf import Edtf
from muniment.model import Document, Event, Page, StateEntry
from muniment.pages import document_path
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links

Node = dict[str, object]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ENDING = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_STATUS = {"planned": "https://schema.org/EventScheduled"}
_SECTIONS = {"document": "documents", "seed-view": "documents", "source-view": "documents", "state": "states"}


def linked(aid: FindingAid, links: Links, page: Page) -> Markup:
    """Describe a page; nothing for pages that stand in for others."""
    graph: list[Node] = []
    if page.kind == "home":
        graph = [_site(aid, links), _collection(aid, links)]
    elif page.kind == "document" and isinstance(page.subject, Document):
        graph = [_document(aid, links, page.subject)]
    elif page.kind == "timeline":
        graph = [_event(aid, links, event) for event in aid.archive.events]
    elif page.kind == "state" and isinstance(page.subject, StateEntry):
        graph = [_state(links, page.subject)]
    if page.kind not in ("home", "not-found", "former-address"):
        graph.append(_trail(aid, links, page))
    return safe({"@context": "https://schema.org", "@graph": graph}) if graph else Markup()


def safe(value: object) -> Markup:
    """Write JSON in which nothing can end a script element, begin a comment or open a tag."""
    return Markup(_encode(value).translate(_ENDING))  # noqa: S704 -- every < and & is an escape of JSON


def _site(aid: FindingAid, links: Links) -> Node:
    settings = aid.settings
    return _kept(
        {
            "@type": "WebSite",
            "name": settings.title,
            "description": settings.description,
            "url": _address(links, "index.html"),
            "inLanguage": settings.language,
        }
    )


def _collection(aid: FindingAid, links: Links) -> Node:
    settings = aid.settings
    return _kept(
        {
            "@type": ["Collection", "ArchiveComponent"],
            "name": settings.title,
            "description": settings.description,
            "url": _address(links, "index.html"),
            "license": settings.licence_url or settings.licence,
            "holdingArchive": _holder(aid),
            "hasPart": [
                {"@type": "ArchiveComponent", "name": each.entry.title, "url": _page_of(links, each)}
                for each in map(aid.documents.__getitem__, aid.order[: aid.settings.limits.cards])
            ],
        }
    )


def _document(aid: FindingAid, links: Links, document: Document) -> Node:
    """Describe a document by its kind, as a part of the archive."""
    front = document.edition.front
    record = record_of(document, aid.settings)
    event = aid.events.get(front.event)
    return _kept(
        {
            "@type": ["ArchiveComponent", sort_of(record.kind).schema],
            "name": front.title,
            "headline": front.title,
            "identifier": front.id,
            "url": _page_of(links, document),
            "genre": record.kind_label,
            "inLanguage": record.language,
            **_dated(record),
            "creator": list(front.creators),
            "publisher": front.publisher,
            "locationCreated": _place(front.place),
            "about": _kept({"@type": "Event", "name": event.name, "location": _place(event.place)}) if event else None,
            "isBasedOn": front.source_url,
            "copyrightNotice": front.rights,
            "license": aid.settings.licence_url or aid.settings.licence,
            "version": record.version,
            "dateModified": _day(front.revised),
            "holdingArchive": _holder(aid),
            "isPartOf": {"@type": "Collection", "name": aid.settings.title, "url": _address(links, "index.html")},
        }
    )


def _event(aid: FindingAid, links: Links, event: Event) -> Node:
    """Describe an event; a day is given only where all dates of its status agree on one."""
    told = sorted({date.edtf for date in event.dates if date.status == event.status and date.edtf})
    days = _lasting(dates.parse(told[0])) if len(told) == 1 else {}
    return _kept(
        {
            "@type": "Event",
            "name": event.name,
            "url": _address(links, "timeline.html") + f"#event-{event.id}",
            "location": _place(event.place),
            "description": event.text,
            **days,
            "eventStatus": _STATUS.get(event.status, ""),
            "subjectOf": [
                {"@type": "ArchiveComponent", "name": each.entry.title, "url": _page_of(links, each)}
                for name in event.documents[: aid.settings.limits.cards]
                if (each := aid.documents.get(name)) is not None
            ],
        }
    )


def _state(links: Links, entry: StateEntry) -> Node:
    state = entry.state
    others = [form for form, kind in state.names if kind != "demonym" and form != state.name]
    return _kept(
        {
            "@type": "Country",
            "name": state.name,
            "alternateName": list(dict.fromkeys(others)),
            "identifier": "" if state.id.startswith("x-") else state.id,
            "url": _address(links, links.here),
        }
    )


def _trail(aid: FindingAid, links: Links, page: Page) -> Node:
    """Describe the way from the home page to this one."""
    steps = [(aid.say("nav.home"), "index.html")]
    section = _SECTIONS.get(page.kind)
    if section:
        steps.append((aid.say(f"nav.{section}"), f"{section}.html"))
    steps.append((page.title, page.path))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": _address(links, path)}
            for number, (name, path) in enumerate(steps, 1)
        ],
    }


def _dated(record: Record) -> Node:
    """Say when a document is from: a plain date, and what EDTF says beyond it."""
    if not record.date:
        return {}
    date = dates.parse(record.date)
    interval = record.date if date.kind in ("moment", "interval") and not set(record.date) & set("~?%X.") else ""
    return {"dateCreated": _day(record.date), "temporalCoverage": interval}


def _lasting(date: Edtf) -> Node:
    if date.kind == "moment" and (day := dates.html_time(date)):
        return {"startDate": day, "endDate": day}
    if date.kind == "interval" and date.precision == "day" and not set(date.text) & set("~?%X."):
        return {"startDate": date.earliest, "endDate": date.latest}
    return {}


def _day(edtf: str) -> str:
    return (dates.html_time(edtf) or "") if edtf else ""


def _holder(aid: FindingAid) -> Node:
    return {"@type": "ArchiveOrganization", "name": aid.settings.publisher or aid.settings.title}


def _place(name: str) -> Node | None:
    return {"@type": "Place", "name": name} if name else None


def _page_of(links: Links, document: Document) -> str:
    return _address(links, document_path(document.id))


def _address(links: Links, path: str) -> str:
    """Give the absolute address of a path where the site has one, else the link from this page."""
    if not links.base_url:
        return links.to(path)
    return Links(here=path, base_url=links.base_url).canonical()


def _kept(fields: Node) -> Node:
    """Leave out what is not recorded."""
    return {name: value for name, value in fields.items() if value}
