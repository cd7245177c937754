"""Reads who made a document: label, "Speech by …", byline, signature, the person named under the title.

Refuses names in the running text, and takes a body for the creator only where it is printed so.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from muniment.normalise.metadata import labels, shapes
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_BY = re.compile(
    r"^(?:the )?(?:[\w’'-]+ ){0,4}?(?:speech(?:es)?|statement|address|remarks|intervention|lecture"
    r"|keynote|letter|declaration|report|message|summary|presentation|words"
    r"|discours|allocution|déclaration|intervention|discurso|declaración|intervención|palabras"
    r"|\w*tale|\w*innlegg|foredrag|\w*rede|\w*ansprache|erklärung|vortrag|brief|brev|lettre|carta)"
    r"\s?,?\s(?:(?:made|delivered|given|held|issued|presented|holdt|prononcée?|pronunciad[oa]) "
    r")?(?:by|av|par|por|von|from|of|de|del|du|des|der|fra)\s+"
    r"(?P<who>(?:the |la |le |el |l[’']|der |die |des )?.{2,300})$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s*(?:[(;:|–—]|,(?!\s(?:Jr|Sr|III?)\b)| - |\s(?:at|on|in the|in [A-Z]|to|before|during|for "
    r"the|regarding|concerning|under|addressed|dated|delivered|made|upon|following|after|about"
    r"|ved|på|om|til|under|i anledning|à l|à la|au|aux|lors|devant|sur|pour|ante|en la|en el|sobre"
    r"|con motivo|durante|auf|bei|zum|zur|vor|anlässlich|in der|im|beim)\s|\s(?:à l[’'])|$)"
)
_HONORIFIC = re.compile(
    r"^(?:(?:H\.? ?E\.?|MRS?\.?|MS\.?|His Excellency|Her Excellency|The (?:Right )?Hono?u?rable|Rt\.? Hon\.?"
    r"|Hon\.|S\.E\.M?\.?|S\. ?Exc\.|Son Excellence|Su Excelencia|Mr\.?|Mrs\.?|Ms\.?|Miss|M\."
    r"|Mme\.?"
    r"|Mlle|Sr\.|Sra\.|Herr|Frau|Herrn|Señor|Señora|Monsieur|Madame)\s+)+"
)
_GREETED = re.compile(rf"{_HONORIFIC.pattern}|^(?:His|Her|Their) Excellenc")
_BODY = re.compile(
    r"^(?:the |la |der |el |l[’'])?(?:delegation|permanent mission|délégation|delegación"
    r"|delegation der|delegasjonen|representative|permanent representative)"
    r"\s+(?:(?:of|from|de la|de|du|del|der|des|til|fra|to)\s+|de l[’'])(?:the "
    r"(?=[A-Z]))?(?P<who>[A-ZÀ-Þ].*)$",
    re.IGNORECASE,
)
_REGARDS = re.compile(
    r"^(?:Yours (?:sincerely|faithfully|truly)|Sincerely|Respectfully|(?:With )?(?:[Kk]ind|[Bb]est"
    r"|[Ww]arm) (?:regards|wishes)|Med (?:vennlig )?hilsen|Vennlig hilsen|Atentamente"
    r"|Mit freundlichen Grüßen|Hochachtungsvoll|Cordialement|Veuillez agréer|Je vous prie|Please "
    r"accept|Accept, (?:Sir|Excellency)|\(?[Ss]igned\)?)"
)
_SHOUTED_OFFICE = re.compile(
    r"\s(?=(?:PERMANENT|DEPUTY|PRIME|FOREIGN|MINISTER|AMBASSADOR|PRESIDENT|HEAD|DIRECTOR|SECRETARY|CHAIR\w*|CHARG[ÉE])\b)"
)
"""An office that follows a name in a title in capitals without a comma."""
_POSTED_BY = re.compile(r"\d,? (?:by|av|par|por|von) (?P<who>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,3})$")
_OFFICE_ALONE = re.compile(
    r"^(?:Chair(?:man|person|woman)?|President|Minister|Secretary|Director|Ambassador|Speaker"
    r"|Rapporteur|Spokes\w+|Editor|Admin|Staff|Webmaster)$",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"^(?P<who>[A-Z]{2,8}) (?:\w+ )?(?:statement|intervention|remarks)\b")
_FM = re.compile(r"^FM\s+(?P<who>[A-Z][A-Z /-]{3,50})")
_SPOKEN = {"speech", "statement", "chairs-summary", "report", "other", "minutes"}
_PERSON_ROLES = {"person"}


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every name printed as the maker of the document."""
    return tuple(made for made in _candidates(seen) if 1 < len(made.value) <= 160)


def _make(
    who: str, source: tuple[Line, str], judgement: tuple[float, str], basis: str = "attested"
) -> Iterator[Reading]:
    value = name(who)
    if value:
        yield reading("creators", value, source, judgement, basis)


def name(words: str) -> str:
    """Write a creator's name: forms of address off, "the delegation of" off, closing marks off."""
    bare = " ".join(words.strip(" ,.;:*_()[]–—-").split())
    bare = _HONORIFIC.sub("", bare)
    body = _BODY.match(bare)
    bare = body["who"] if body else re.sub(r"^(?:the|The) (?=[A-Z])", "", bare)
    if _OFFICE_ALONE.match(bare):
        return ""
    return bare if bare[:1].isupper() or shapes.begins_with_office(bare) else ""


def _candidates(seen: Seen) -> Iterator[Reading]:
    yield from _labelled(seen)
    for head in seen.head[:14]:
        yield from _of_head(head, seen)
    if seen.kind == "letter":
        yield from _signature(seen)


def _labelled(seen: Seen) -> Iterator[Reading]:
    lines = seen.view.lines[: seen.view.head + 4]
    for index, line in enumerate(lines):
        for label in labels.of_line(line.text):
            if label.field == "creators" and not label.value and index + 1 < len(lines):
                line = lines[index + 1]
                label = replace(label, value=line.text, segment=line.text)
            if label.field == "creators" and label.value and shapes.is_prose(label.value) is False:
                yield from _make(
                    _before_stop(label.value), (line, label.segment), (0.96, "printed behind a label of the author")
                )
            elif label.field == "from" and label.value and len(label.value) < 100:
                yield from _make(label.value, (line, label.segment), (0.94, "printed behind From"))
        posted = _POSTED_BY.search(line.text) if len(line.text) < 120 and labels.of_line(line.text) else None
        if posted:
            yield from _make(posted["who"], (line, posted.group()), (0.9, "printed beside the day of publication"))
        match = _FM.match(line.text) if seen.kind == "cable" else None
        if match:
            yield from _make(match["who"], (line, match.group()), (0.94, "the sender in a cable's head"))


def _of_head(head: HeadLine, seen: Seen) -> Iterator[Reading]:
    line = head.line
    if head.role == "typed":
        yield from _of_title(line)
    elif head.role == "byline":
        yield from _make(_before_stop(shapes.byline(line.text)), (line, line.text), (0.93, "a byline"))
    elif head.role in _PERSON_ROLES and seen.kind in _SPOKEN:
        who = line.text
        if len(seen.head) < 2 or _is_addressed(seen):
            return
        yield from _make(who, (line, who), (0.86, "the person named under the title"))
    elif (
        head.role == "words"
        and not head.line.text.isupper()
        and seen.kind in {"speech", "statement"}
        and shapes.is_name(line.text)
        and line is not seen.head[0].line
    ):
        yield from _make(line.text, (line, line.text), (0.78, "a name in the head"))


def _is_addressed(seen: Seen) -> bool:
    """Tell whether a person is one of several over a text without a title: they are greeted, none speaks."""
    named = [other for other in seen.head if other.role in _PERSON_ROLES or _GREETED.match(other.line.text)]
    return len(named) > 1 and not any(
        other.role in {"typed", "words", "event", "treaty"} and other not in named for other in seen.head
    )


def _of_title(line: Line) -> Iterator[Reading]:
    short = _SHORT_NAME.match(line.text)
    if short:
        yield from _make(short["who"], (line, short["who"]), (0.86, "the name over the statement, in capitals"))
        return
    match = _BY.match(line.text[:300])
    if match is None:
        return
    who = _before_stop(match["who"])
    who = _SHOUTED_OFFICE.split(who)[0] if who.isupper() else who
    start = match.group()[: -len(match["who"])] if match["who"] else ""
    by = start.rstrip().rsplit(" ", 1)[-1].casefold()
    if by in {"of", "de", "del", "du", "des", "der", "from"} and not (_is_maker(who) or _is_sender(by, who)):
        return
    score = 0.93 if _is_maker(who) or by not in {"of", "de", "from"} else 0.8
    yield from _make(who, (line, who), (score, "named in the title as speaker or author"))


def _is_maker(who: str) -> bool:
    bare = who.strip()
    if shapes.names_meeting(bare.rsplit(" ", 1)[-1]):
        return False
    return bool(_HONORIFIC.match(bare) or _BODY.match(bare)) or shapes.is_person(bare) or shapes.is_organisation(bare)


def _is_sender(by: str, who: str) -> bool:
    """Tell whether words behind "from" are somebody ("Letter from Anna Bell"), not what is told of ("from Day One")."""
    return by == "from" and not any(map(str.isdigit, who)) and (shapes.is_name(who) or " " not in who)


def _before_stop(words: str) -> str:
    match = _STOP.search(words, 1)
    return words[: match.start()].strip() if match else words.strip()


def _signature(seen: Seen) -> Iterator[Reading]:
    lines = seen.view.lines
    for index in range(max(0, len(lines) - 15), len(lines)):
        if not _REGARDS.match(lines[index].text):
            continue
        for line in lines[index : index + 4]:
            bare = _HONORIFIC.sub("", re.sub(r"^\(?[Ss]igned\)?:?\s*", "", line.text)).strip(" ,()")
            if line is not lines[index] or line.text.startswith(("Signed", "(Signed", "signed", "(signed")):
                who = bare.split(",")[0]
                if shapes.is_name(who) or shapes.is_person(who):
                    yield from _make(who, (line, who), (0.9, "the signature"))
                    return


def from_publisher(seen: Seen) -> tuple[Reading, ...]:
    """Take the publisher for the creator of a news story or press release that names no other."""
    publisher = seen.best("publisher")
    if (
        publisher is None
        or publisher.score < 0.7
        or seen.kind not in {"news-story", "press-release"}
        or seen.best("creators")
    ):
        return ()
    made = replace(
        publisher,
        field="creators",
        basis="inferred",
        score=0.8,
        reason="no author is printed, and the publisher issued it as its own",
    )
    return (made,)
