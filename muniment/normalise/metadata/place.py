"""Reads where a document was given or issued: label, dateline, head line of place and day, or the meeting it records.

Refuses places the text only talks about.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from muniment import dates
from muniment.normalise.metadata import dateline, document_types, labels, shapes, stamp
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_MET = re.compile(
    r"\b(?:met|gathered|assembled|meeting|here|convened|came together|réunis?|reunid[oa]s?|samlet"
    r"|versammelt|was held|took place) (?:here )?(?:in|at|à|en|i)"
    r" (?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
)
_DONE = re.compile(
    r"\b(?:[Dd]one|[Aa]dopted|[Ss]igned|[Gg]iven|[Ii]ssued|[Ff]ait|[Hh]echo|[Gg]eschehen"
    r"|[Uu]tferdiget|[Aa]dopté\w*|[Aa]doptad[oa]) (?:at|in|à|en|zu|i) (?P<place>[A-ZÀ-Þ][\w’'-]+"
    r"(?:[ -](?:de |del |la )?[A-ZÀ-Þ][\w’'-]+){0,3})"
)
_IN_LAND = re.compile(
    r"\b(?:in|at|à|en|i) (?P<city>[A-ZÀ-Þ][\w’'-]+), [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?,?"
    r"(?: (?:in|on|en|from|i|au))?$"
)
"""The city before its land and the day: "meeting in Santiago, Chile, in May 2016"."""
_OF_PROTOCOL = ("done", "fait", "hecho", "geschehen", "utferdiget")
_RECORDS = {"chairs-summary", "declaration", "minutes", "report"}
_AGENCY = re.compile(r" \([A-Z]{2,6}\) ?[–—-]")
"""The agency behind the place with which a story on one of the head lines begins: "Leeds (IPS) – "."""
_SPLIT = re.compile(r"\s*[,;]\s*|\s+[–—-]\s+|\s*[()]\s*")
_TWO_WORDS = re.compile(
    r"^(?:New (?:York|Delhi)|The Hague|Addis Ababa|San (?:José|Jose|Juan|Francisco|Salvador"
    r"|Marino)|Santo Domingo|Buenos Aires|Mexico City|Phnom Penh"
    r"|Tel Aviv|Rio de Janeiro|São Paulo|Sao Paulo|Kuala Lumpur|Hong Kong|Cape Town|Abu Dhabi"
    r"|Panama City|Guatemala City|Washington,? D\.?C\.?|La Paz"
    r"|La Haye|Nueva York|Port (?:of Spain|Louis|Moresby|Vila|-au-Prince)|Saint Petersburg|St\.? "
    r"Petersburg|Den Haag|Sri Jayawardenepura|Kuwait City"
    r"|Las Vegas|Los Angeles|Ho Chi Minh City|Ciudad de México|Frankfurt am Main|Sharm "
    r"el[- ]Sheikh|Dar es Salaam|Tromsø|Palais des Nations)$"
)
_SECTION = re.compile(
    r"^(?:News|Blog|Home|Press|Politics|World|Events?|Articles?|Features?|Opinion|Sports?|Business|Culture|Climate"
    r"|Environment|Science|Education|Health|Publications?|Archives?|Topics?|Latest|Neuigkeiten|Aktuell\w*|Nachrichten"
    r"|Termine|Presse|Themen|Politik|Actualités?|Communiqués?|Agenda|Noticias|Actualidad|Prensa|Nyheter|Nyheder|Aktuelt"
    r"|Arkiv|Kalender|Notizie|Notícias|Nieuws)$",
    re.IGNORECASE,
)
"""Names of sections of sites, which have a place's form."""
_CAMEL = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every place at a place where documents print theirs."""
    return tuple(_candidates(seen))


def _make(value: str, source: tuple[Line, str], judgement: tuple[float, str]) -> Reading:
    return reading("place", _written(value), source, judgement)


def _written(words: str) -> str:
    """Fold a city in capitals to its usual form."""
    bare = " ".join(words.strip(" ,.:;()–—-").split())
    city, comma, land = bare.partition(",")
    return city.title() + comma + land if city.isupper() and len(city) > 3 else bare


def _candidates(seen: Seen) -> Iterator[Reading]:
    view = seen.view
    for line in view.lines[: view.head + 4] + view.lines[max(view.head + 4, view.tail) :]:
        for label in labels.of_line(line.text):
            if label.field == "place" and 2 < len(label.value) < 80:
                yield _make(label.value, (line, label.segment), (0.96, "printed behind a label of the place"))
    for head in seen.head:
        yield from _of_head(head, seen)
    yield from _dateline(seen)
    yield from _closing(seen)
    if seen.kind in _RECORDS:
        yield from _met(seen)


def _of_head(head: HeadLine, seen: Seen) -> Iterator[Reading]:
    typed = document_types.before_place(head.line.text[: head.wordings[0].start].strip(" ,")) if head.wordings else None
    if typed:
        yield _make(typed[1], (head.line, typed[1]), (0.93, "the place between the name of the type and the day"))
    elif head.role == "place-date":
        yield _make(head.rest, (head.line, head.rest), _of_place_and_day(head))
    elif head.role == "words" and head.wordings and (city := dateline.venue(head.rest)):
        yield _make(city, (head.line, city), (0.9, "the place before the venue and the day"))
    elif head.role in {"words", "place"} and _is_beside_day(head, seen):
        yield _make(
            head.line.text,
            (head.line, head.line.text),
            (0.85, "a head line of a place beside the day or under a body's name"),
        )
    elif head.role in {"words", "organisation"} and (city := _city_at_end(head, seen)):
        yield _make(city, (head.line, city), (0.82, "the end of a head line beside the line of the day"))
    elif head.role == "place" and head.line is not seen.head[0].line:
        yield _make(head.line.text, (head.line, head.line.text), (0.6, "a head line that could be a place's name"))
    elif head.role in {"typed", "event", "words", "type", "organisation"} and head.wordings:
        found = beside_date(head)
        if found:
            yield _make(found, (head.line, found), (0.88, "printed beside the date in a head line"))


def _of_place_and_day(head: HeadLine) -> tuple[float, str]:
    """Judge a line of place and day: "Quito, 3 May 2001" is one, "AnnaBell 3 May 2001" may not be."""
    text, wording = head.line.text, head.wordings[0]
    between = text[len(head.rest) : wording.start].strip(" ") if text.startswith(head.rest) else ""
    is_sure = _is_known(head.rest) or (
        bool(between or wording.start == 0 or wording.weekday) and not (_SECTION.match(head.rest) or "|" in between)
    )
    if not wording.order and head.rest.count(" ") > 2:
        is_sure = False  # "Harvest falls in May 2001"
    is_sure = is_sure and not (_CAMEL.search(head.rest) or _is_stamp(text) or document_types.opening(text))
    if is_sure:
        return 0.93, "a head line of place and day"
    return 0.6, "a head line of a name and a day, with nothing that shows the name to be a place's"


def _is_known(words: str) -> bool:
    """Tell whether words are a city known by two words, or in capitals as datelines print them."""
    return bool(_TWO_WORDS.match(words)) or (words.isupper() and len(words) > 3 and words.count(" ") < 3)


def _is_stamp(text: str) -> bool:
    """Tell whether a line says when it was put on a site ("Erstellt am 3.5.2001"), not where anything was given."""
    found = stamp.read(text)
    return found is not None and found.is_bare


def _is_beside_day(head: HeadLine, seen: Seen) -> bool:
    """Tell whether a line is a place's name beside the line of the day, or under the name of a body."""
    index = seen.head.index(head)
    if _SECTION.match(head.line.text) or seen.kind in {"news-story", "status-list"}:
        return False  # "Climate", "Blog": over the day stands the section of the site
    beside = seen.head[max(0, index - 1) : index] + seen.head[index + 1 : index + 2]
    is_city = _is_city(head.line.text.split(",")[0]) and shapes.is_place(head.line.text)
    is_under_body = index > 0 and seen.head[index - 1].role == "organisation"
    return index > 0 and is_city and (is_under_body or any(other.role == "date" for other in beside))


def _city_at_end(head: HeadLine, seen: Seen) -> str:
    """Give the city that ends a line ("School of Law, Boston") over the line of the day; empty if none does."""
    index = seen.head.index(head)
    following = seen.head[index + 1 : index + 2]
    segments = head.line.text.split(", ")
    is_over_day = index > 0 and bool(following) and following[0].role == "date"
    return segments[-1] if is_over_day and len(segments) > 1 and _is_city(segments[-1]) else ""


def beside_date(head: HeadLine) -> str:
    """Give the place that stands beside the date of a line ("…, Geneva, 3 May 1998"); empty if none does."""
    text = head.line.text
    opened = dateline.read(text)
    if opened and opened.place and not opened.wording and _AGENCY.match(text[len(opened.place) :]):
        return opened.place
    before = text[: head.wordings[-1].start].rstrip(" ,;:–—-(")
    before = re.sub(
        r"[,\s]+(?:[Oo]n|the|le|el|den|am)$|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?$", "", before
    ).rstrip(" ,")
    after = text[head.wordings[-1].end :].strip(" ,;:–—-.)(")
    segments = _SPLIT.split(before)
    tail = _SPLIT.split(after)[0] if after else ""
    if tail and _is_city(tail) and not text[head.wordings[-1].end :].lstrip().startswith("("):
        return tail
    if len(segments) == 2 and _is_known(segments[0]) and shapes.is_place(segments[0]) and shapes.is_place(segments[1]):
        return segments[0]
    met = _IN_LAND.search(before)
    if met and _is_city(met["city"]):
        return met["city"]
    for city, land in reversed(list(pairwise(("", *segments[1:][-3:])))):
        if _is_city(land):
            return f"{city}, {land}" if city and _is_city(city) else land
    match = re.search(r"\b(?:in|at|à|en|i) ([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})$", before)
    return match[1] if match and _is_city(match[1]) else ""


def _is_city(words: str) -> bool:
    """Tell whether words are one capitalised word, or one of the cities with more, and the name of nothing else."""
    if _TWO_WORDS.match(words):
        return True
    return (
        " " not in words
        and words.isalpha()
        and len(words) > 2
        and shapes.is_place(words)
        and (not words.isupper() or len(words) > 4)
    )


def _dateline(seen: Seen) -> Iterator[Reading]:
    for index, line in enumerate(seen.view.body_lines[:6]):
        found = dateline.read(line.text) if line.kind not in {"item", "provision"} else None
        if found and found.place and (index < 2 or found.place.split(",")[0].isupper()):
            yield _make(found.place, (line, found.place), (0.92, "the dateline that opens the text"))


def _closing(seen: Seen) -> Iterator[Reading]:
    if seen.kind == "status-list":
        return
    view = seen.view
    body = [line for line in view.lines[view.head :] if line.kind != "lifted"]
    for line in body[-14:]:
        if len(line.text) > 400:
            continue
        done = _DONE.search(line.text)
        if done and _begins(line.text, done) and shapes.is_place(done["place"]) and dates.find(line.text):
            yield _make(done["place"], (line, done["place"]), (0.94, "the words that close the text"))
            continue
        wordings = dates.find(line.text) if len(line.text) < 90 else ()
        rest = line.text[: wordings[0].start].strip(" ,–—-(") if wordings else ""
        rest = re.sub(r"[, ]+(?:on|the|le|el|den|am|i|à)$", "", rest)
        if (
            wordings
            and rest
            and not _SECTION.match(rest)
            and not _is_stamp(line.text)
            and not line.text[wordings[-1].end :].strip(" .)")
            and shapes.is_place(rest)
        ):
            yield _make(rest, (line, rest), (0.93, "the line of place and day that closes the text"))


def _begins(text: str, done: re.Match[str]) -> bool:
    """Tell whether the words begin a sentence, or are a protocol's: prose tells of what was adopted elsewhere."""
    before = text[: done.start()].rstrip()
    return not before or before.endswith((".", ";")) or done.group().casefold().startswith(_OF_PROTOCOL)


def _met(seen: Seen) -> Iterator[Reading]:
    named = seen.view.head_lines if seen.kind == "declaration" else ()
    for line in (*named, *seen.view.body_lines[:6]):
        match = _MET.search(line.text)
        if match and shapes.is_place(match["place"]) and _is_city(match["place"]):
            made = _make(match["place"], (line, match.group()), (0.84, "the meeting whose record this is met there"))
            yield replace(made, basis="inferred")
            return
