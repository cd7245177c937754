"""The facts in a document's front matter → those that rest on nothing, or say something else than what is printed.

It refuses to judge which of the two is right: a printed date may be a misprint, and then an editor says from where the
right one is known.
"""

import re
from collections.abc import Iterator

from muniment import dates, edition, problems
from muniment.dates.months import MONTHS
from muniment.model import Document, FrontMatter, Problem
from muniment.settings.lines import line_of

RESTING = ("date", "place", "event", "creators", "publisher")
"""The fields that readers take for facts about a document; a title or a kind may be an editor's own."""
_NUMBER = re.compile(r"[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LETTERS = re.compile(r"[^\W\d_]+")


def document(document: Document) -> Iterator[Problem]:
    """Report the facts of a document that an editor has written without evidence, or against it."""
    own = document.edition
    lines, front = dict(own.lines), own.front
    if front.is_reviewed and not _is_signed(front.reviewed):
        yield problems.report("A-048", own.path, line_of(lines, ("reviewed",)), given=front.reviewed)
    if edition.is_untouched(own):
        return
    for field in RESTING:
        if getattr(front, field) and field not in dict(front.evidence):
            yield problems.report("A-045", own.path, line_of(lines, (field,)), field=field)
    if not front.date_printed or any(each.basis != "attested" for each in dict(front.evidence).get("date", ())):
        return
    if not _is_printed(front.date_printed, document.transcript.lines):
        where = line_of(lines, ("date_printed",))
        yield problems.report("A-046", own.path, where, given=front.date_printed, seed=front.seed)
    elif front.date and (read := _read(front)):
        where = line_of(lines, ("date",))
        yield problems.report("A-047", own.path, where, date=front.date, printed=front.date_printed, read=read)


def _is_signed(reviewed: str) -> bool:
    """Say whether words name somebody and a date: "name, 2026-01-31", or a date as prose has it."""
    name, _, day = reviewed.rpartition(",")
    try:
        return bool(name.strip() and dates.parse(day.strip()))
    except ValueError:
        return any(reviewed.replace(found.text, "").strip(" ,") for found in dates.find(reviewed))


def _is_printed(words: str, lines: tuple[str, ...]) -> bool:
    """Say whether words stand in a seed, wherever its lines end."""
    printed = " ".join(words.split())
    return any(printed in line for line in lines) or printed in " ".join(" ".join(lines).split())


def _is_plain(date: str, printed: str) -> bool:
    """Say whether printed words plainly say a date: its year, its day, and its month by name, or digits alone.

    It spares nearly every edition the reader of prose, which is slow to load.
    """
    numbers = {int(each) for each in _NUMBER.findall(printed)}
    words = _LETTERS.findall(printed.casefold())
    months = {MONTHS[each].number for each in words if each in MONTHS} if words else numbers
    for day in date.split("/"):
        if not _DAY.fullmatch(day):
            return False
        year, month, of_month = map(int, day.split("-"))
        if month not in months or not {year, of_month} <= numbers:
            return False
    return True


def _read(front: FrontMatter) -> str:
    """Give the date that the printed words say, where it is one and not the one of the front matter; else nothing."""
    if _is_plain(front.date, front.date_printed):
        return ""
    stated = dates.parse(front.date)
    if stated.is_uncertain or stated.is_approximate or stated.earliest.startswith("0000"):
        return ""
    found = dates.find(front.date_printed)
    if len(found) != 1 or found[0].qualifier or found[0].relative or found[0].is_short_year:
        return ""
    filled = dates.resolve(found[0], int(stated.earliest[:4]))
    readings = [dates.parse(each) for each in (filled, *found[0].alternatives) if each]
    is_same = any(each.earliest <= stated.latest and stated.earliest <= each.latest for each in readings)
    return "" if is_same or filled is None else filled
