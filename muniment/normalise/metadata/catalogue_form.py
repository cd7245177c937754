"""Writes printed words as a catalogue writes a title: closing stop, date, place, site name and soft hyphens off.

Knows nothing of the document they stand in; adds no word.
"""

import re

from muniment import dates
from muniment.dates import Wording
from muniment.normalise.metadata import document_types, labels, shapes

_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Ltd|etc|al|St|No|vol|Jr|Sr|Co|Corp|Mr|Dr)|\b[a-z]\.[a-z])\.$|\.\.\.$")
_OUTER = re.compile(r"^[*_#\s]+|[*_#\s]+$")
_SPEAKER = re.compile(
    r"^(?P<type>(?:the )?(?:[\w’'-]+ ){0,3}?(?:speech|statement|address|remarks|intervention"
    r"|lecture|keynote(?: (?:speech|address))?|presentation|words|discours|allocution|déclaration"
    r"|discurso|declaración|intervención|palabras|\w*tale|\w*innlegg|foredrag|\w*rede|\w*ansprache"
    r"|vortrag|erklärung))\s?,?\s(?:(?:made|delivered|given|held|holdt|prononcée?|pronunciad[oa]) "
    r")?"
    r"(?:by|av|par|por|von|of|de|du|del)\s(?P<who>.+?)(?:,|\))?\s(?P<rest>(?:in (?:reply|response) to|en réponse à"
    r"|en respuesta a|at|to|before|on|in"
    r"|during|ved|på|om|under|à l[’']|à la|au|aux|lors|devant|sur|ante"
    r"|en(?= (?:la|el|las|los|\d|[IVXL]+\b))|sobre|durante"
    r"|auf|bei"
    r"|zum|zur|vor|anlässlich)\b.*)$",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"[,)]?\s(?P<rest>(?:at|to|before|on|in|during|ved|på|om|under|à|au|aux|lors|devant|sur|ante|en|durante|auf|bei|zum|zur"
    r"|vor|anlässlich)\b.*)$",
    re.IGNORECASE,
)
"""The next words behind a speaker's office that can say where it was spoken."""
_ROLE_TAIL = re.compile(
    r"^(?:in charge|on behalf|in the name|at large|to the United Nations|to the UN|to the "
    r"Conference|on the|on (?:[A-Z]\w+ ){1,3}(?=during|at|before|to|in)|on (?:Disarmament|Human Rights))\b",
    re.IGNORECASE,
)
_ON_A_MATTER = re.compile(
    r"on (?:the )?[A-Z][\w’'-]+ing\b|on (?:the )?(?:Ratification|Adoption|Accession|Conclusion)\b"
)
_OFFICE_ON = re.compile(r"\b(?:Rapporteur|Representative|Advis[eo]r|Expert|Envoy|Coordinator|Committee)\b")
"""What a speaker speaks on, and the offices in whose names "on" can stand."""
_DANGLING = re.compile(
    r"(?:, (?:adopted|signed|done|adoptad[oa]|firmad[oa]|adoptée?|signée?))?"
    r"(?:,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=[\s,;:–—-]))?"
    r"[\s,;:–—-]+(?:for|on|at|in|of|the|held|from|dated|le|el|den|am|vom|du|del|der|i|à|en)?$",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\b(?:on|vom|le|el|den|am|du|del|held|dated)$")
_LINKS = re.compile(r"\s*[,;]\s*|\s+\(|\s+[–—-]\s+|(?<=[a-z]{5})\.\s+")
_BEHIND_MEETING = re.compile(
    r"\b(?:Meeting|Conference|Session|Summit|Assembly|Congress|Forum)(?P<city> [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)$"
)
"""A city that stands behind the meeting without a comma, before its land: "… Seventh Meeting Leeds, Arcadia"."""
_STAMPED = re.compile(r"^date (?:19|20)\d{2}-\d{2}(?:-\d{2})? (?=\S)")
_SECTION = re.compile(
    r"(?:News(?! (?:Corp\w*|Agenc\w+|Conference|Media|Editor\w*|Network|Service|International|Group|Channel|Letter"
    r"|Limited|Ltd|Bulletin|Archive|Release|Report|Story|Item|Article|Brief\w*|Summary|Update|Anchor|Of|From|About|On"
    r"|And|At|In|For|Is|Was|Has|Will|Reaches|Breaks|Spreads|Stor\w+)\b)"
    r"|(?:News|Media|Press) [Rr]elease"
    r"|News (?:Story|Item)|Pressemelding|Pressemitteilung|Communiqué de presse|Comunicado de prensa|Nyhetssak)"
    r" (?=[A-ZÀ-Þ“\"«][\w’'-]+ )"
)
"""A section's name before a title's first word; "News Corporation buys" and "News of the truce" are titles."""
_IN_EDITION = re.compile(r"\d{1,4}\. (?=(?:Circular )?(?:Telegram|Letter|Memorandum|Despatch|Airgram|Note|Message) )")
"""The number of a document in an edition of documents, whose titles also carry the marks of their notes."""
_NOTE_MARK = re.compile(r"(?<=[a-z]{4})\d{1,2}$")
_ANGLED = re.compile(r"\s[‹›«»]\s")
_NUMBERED = re.compile(r"\d\s*\($")
"""A number before a bracketed year, which then belongs to the number: "Treaty Series No. 4 (1998)"."""
_VENUE = re.compile(
    r",? (?:held|convened|avholdt|tenue?|celebrada?|abgehalten)(?: (?:at|in|on|à|en|i|på|au|im|am)\b.*)?$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"^,? (?:at|from|kl\.?|um|à|a las) \d{1,2}(?:[.:h]\d{2})? ?(?:[ap]\.?m\.?|h|Uhr)?(?: precisely)?$")
_SITE = re.compile(r"\s+(?:\||-|–|—|::)\s+(?P<site>[^|]{2,60})$")


def catalogue_form(text: str) -> str:
    """Take marks, a closing full stop, a closing date with its place, and a site's name off a title."""
    bare = " ".join(_OUTER.sub("", text.replace("\u00ad", "")).split())
    bare = _STAMPED.sub("", bare)
    bare = _without_section(_without_site(bare))
    bare = _without_date(bare, tuple(dates.find(bare)) if any(char.isdigit() for char in bare) or "," in bare else ())
    return _without_stop(bare)


def _without_section(text: str) -> str:
    """Take off the section's name that ran into a title ("News First steps …"), or its number in an edition."""
    match = _SECTION.match(text)
    bare = text[match.end() :] if match and text.count(" ", match.end()) >= 3 else text
    numbered = _IN_EDITION.match(bare)
    return _NOTE_MARK.sub("", bare[numbered.end() :]) if numbered else bare


def spoken_title(text: str, wordings: tuple[Wording, ...]) -> tuple[str, bool]:
    """Write the title of a speech or statement, and tell whether a person's name was left to the creator's field.

    "Speech by X (office) at the Y, City, day" is "Speech at the Y"; "Statement by the delegation of Z" keeps its name.
    """
    is_soft = "\u00ad" in text
    whole = " ".join(_OUTER.sub("", text.replace("\u00ad", "")).split())
    bare = _without_site(whole)
    found = (() if is_soft or bare != whole else wordings) or tuple(dates.find(bare))
    bare = _without_stop(_without_date(bare, found))
    match = _SPEAKER.match(bare)
    if match is None or not _is_person(match["who"]):
        return bare, False
    rest = match["rest"]
    while _ROLE_TAIL.match(rest) and not (_ON_A_MATTER.match(rest) and not _OFFICE_ON.search(match["who"])):
        further = _OCCASION.search(rest)
        if further is None:
            return bare, False
        rest = further["rest"]
    return f"{match['type']} {rest}", True


def _is_person(who: str) -> bool:
    bare = who.strip(" ,()")
    return (
        not re.match(
            r"^(?:the |la |der |den )?(?:delegation|permanent mission|délégation|delegación|government"
            r"|european union|eu\b|group|coalition)",
            bare,
            re.IGNORECASE,
        )
        and ("(" in who or " " in bare)
        and (bare[:1].isupper() or shapes.begins_with_office(bare))
        and not shapes.is_organisation(bare)
    )


def _without_site(text: str) -> str:
    parts = labels.segments(text)
    if len(parts) > 1 and len(parts[0]) > 3:
        kept = [part for part in parts if not document_types.alone(part) and not labels.of_segment(part)]
        return _fullest(kept) if kept else parts[0]
    angled = [part.strip() for part in _ANGLED.split(text)]
    if len(angled) > 1 and (text.count("«") != text.count("»") or "‹" in text or "›" in text):
        return _fullest(angled)
    match = _SITE.search(text)
    if match and shapes.is_organisation(match["site"]) and match.start() > 12:
        return text[: match.start()]
    return text


def _fullest(parts: list[str]) -> str:
    """Give the first part, unless it is a section's or site's name of at most three words before a fuller one."""
    if parts[0].count(" ") > 2:
        return parts[0]
    return next((part for part in parts[1:] if part.count(" ") > max(2, parts[0].count(" "))), parts[0])


def _without_date(text: str, found: tuple[Wording, ...]) -> str:
    """Take off what follows the last comma or dash if it is a date, and a place beside it."""
    dated = [one for one in found if not one.relative and (one.order or one.edtf[:4].isdigit())]
    if not dated or _HOUR.sub("", text[dated[-1].end :]).strip(" .)]"):
        return _without_leading(text, dated)
    before = text[: dated[-1].start].rstrip()
    has_mark = before.endswith((",", "–", "—", "-", "(", ";", ":", "|", "[", "."))
    has_year = dated[-1].edtf[:4].isdigit()
    if not dated[-1].order and _NUMBERED.search(before):
        return text
    has_link = bool(dated[-1].order) and has_year and bool(_LINKED.search(before))
    if not before or not (has_mark or has_link) or not any(char.isalpha() for char in before):
        return text
    return _without_venue(_without_place(_DANGLING.sub("", before.rstrip(" (["))))


def _without_venue(text: str) -> str:
    """Take off where a meeting was held, once its day is off: "Minutes of the meeting held at the Town Hall"."""
    match = _VENUE.search(text)
    return text[: match.start()] if match and text.count(" ", 0, match.start()) >= 2 else text


def _without_leading(text: str, dated: list[Wording]) -> str:
    if dated and dated[0].start <= 1 and text[dated[0].end :].lstrip(" )]")[:1] in {":", "–", "—", "-", "|"}:
        rest = text[dated[0].end :].lstrip(" )]:–—-|")
        return rest or text
    if len(dated) == 1 and dated[0].order and text[: dated[0].start].rstrip().endswith(","):
        tail = text[dated[0].end :].strip(" ,.")
        if shapes.is_place(tail) and tail.count(" ") <= 2:
            return _DANGLING.sub("", text[: dated[0].start].rstrip())
    return text


def _without_place(text: str) -> str:
    """Take off the segments that name a place before a date: from the first single capitalised word on."""
    segments = _LINKS.split(text)
    starts = [match.end() for match in _LINKS.finditer(text)]
    for segment, start in zip(segments[1:], starts, strict=True):
        if (
            " " not in segment
            and segment.isalpha()
            and shapes.is_place(segment)
            and not shapes.names_meeting(segment)
            and start > 8
        ):
            return _before(text[:start])
    if (
        len(segments) > 1
        and len(segments[0]) > 8
        and shapes.is_place(segments[-1])
        and segments[-1].count(" ") <= 2
        and not shapes.names_meeting(segments[-1])
    ):
        return _before(text[: starts[-1]])
    return text


def _before(words: str) -> str:
    """Give what stands before a place, a city behind the meeting's noun left out too."""
    before = _DANGLING.sub("", words.rstrip(" (["))
    behind = _BEHIND_MEETING.search(before)
    return before[: behind.start("city")] if behind else before


def _without_stop(text: str) -> str:
    bare = text.strip().rstrip(",;:")
    if bare.endswith(".") and not _ABBREVIATION.search(bare):
        bare = bare[:-1].rstrip()
    return bare.strip("*_ ")
