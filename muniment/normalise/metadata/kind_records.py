"""Recognises the records of bodies by their forms: debates, judgments, tables of states, meetings an office reports.

Knows nothing of how much each is worth, and no archive's own kinds but a court's.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from muniment.normalise.metadata import kind_forms as forms
from muniment.normalise.metadata import official_heads
from muniment.normalise.metadata.kind_forms import Found
from muniment.normalise.metadata.seen import Seen
from muniment.normalise.metadata.view import Line

_REACH = 60
"""Lines among which a form is looked for."""
_LONG = 3000
"""Characters of a line that are looked at."""
_DEBATE = re.compile(
    r"\bhon\. (?:and learned )?(?:Members?|Friends?|Gentlem[ae]n|Lad(?:y|ies))\b|\bI beg to (?:move|ask)\b"
    r"|\bQuestion (?:again )?(?:proposed|put)\b|\bthe (?:House|Senate|Chamber) divided\b|\bright hon\. "
    r"|\bthis House (?:will|to|of|has|is)\b|\basked the (?:Minister|Secretary|Prime Minister|Chancellor)\b"
    r"|\bPlenarprotokoll\b|\b(?:Beifall|Zuruf|Heiterkeit) (?:bei|von|im)\b|\bin this House\b|\bthe Dispatch Box\b"
    r"|\bAyes \d+|\bresumed his seat\b|\bapplaudissements\b|\bla parole est à\b|\btiene la palabra\b"
    r"|\b[AS][/-] ?(?:[\w.]{1,4}/)?PV[.-] ?\d|\bThis record contains the text of speeches\b|\bThe meeting resumed at\b"
    r"|\bit is so decided\b"
)
_DEBATE_REFERENCE = re.compile(
    r"\b(?:HC|HL) Deb\b|\bHansard\b|\bVolume \d{1,4}: debated on\b|\d : Column \d|^(?:Lords|Commons) Sitting\b"
    r"|^(?:Dáil|Seanad) (?:Éireann )?[Dd]ebate\b"
)
_COURT_HEAD = re.compile(
    r"^(?:in the .{0,60}\bcourt\b|.{0,40}\bcourt of (?:appeal|justice|human rights|first instance)\b"
    r"|judge?ment\W{0,3}$|judge?ment of the court\b|(?:petitioner|appellant|respondent|plaintiff|bench|coram)s?\s*:"
    r"|.{3,90}\s(?:v\.?|vs\.?|versus)\s.{3,90}$|date of judge?ment\b|before:? .{0,40}\bjustice"
    r"|(?:im namen des volkes|urteil|arrêt|sentencia|cour de cassation|cour européenne|au nom du peuple)\b)",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(appellants?|respondents?|petitioners?|plaintiffs?|defendants?|learned (?:judges?|counsel)|judge?ment|bench"
    r"|the appeal|costs|J\.J\.|JJ\.|L\.J\.|affirmed|dismissed the|per curiam|decree|writ|attendu que|le pourvoi"
    r"|der Kläger|die Klägerin|die Revision|el recurso|la Sala)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|\d{1,2} (?:[A-Z][a-zûéä]{2,8})\.? (?:19|20)\d{2}(?!\d)"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d{2}|(?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}"
)
_TREATY_ACT = re.compile(
    r"signature|signed|ratif|accession|acceptance|succession|approval|entry into force|participant|part(?:y|ies)\b"
    r"|signataire|adhésion|firma|adhesión|underteg|tiltred|beitritt|unterzeich",
    re.IGNORECASE,
)
_COVERAGE = re.compile(
    r"^(?:\d{1,5}(?:st|nd|rd|th)(?: ?(?:&|and|to|-) ?\d{1,5}(?:st|nd|rd|th))?(?: and .{3,20})? meetings?\*? ?"
    r"\((?:AM|PM|Night|Resumed|AM & PM|AM, PM & Night)\)|meetings coverage(?:$|[A-Z]{2,4}/)"
    r"|(?:SC|GA|DC|SG/SM|SOC|HR|SEA|ENV|ECOSOC|DSG|WOM|POP|PAL|AFR|L|GA/[A-Z]{2,4})/\d{2,5}(?:-[A-Z/]{2,9}\d{2,5}){0,3}$)",
    re.IGNORECASE,
)
_MINISTERS = re.compile(
    r"^(?:The |We, the |We, )?(?:[A-Z][\w-]+ )?(?:Ministers|Leaders|Heads of (?:State|Government|Delegation)"
    r"|Participants|Foreign Ministers|States Parties|Member States|Delegates)\b"
    r"[^.]{0,160}?\b(?:re-?affirm|welcom|agree|not(?:e|ing)"
    r"|underscor|recogni[sz]|underlin|express|participat|met|call|stress|commit|endors|commend|urg|reiterat|emphasi[sz])"
)
_WE_BODY = re.compile(
    r"^We(?:, [^.]{3,160}?,)? (?:re-?affirm|welcom|agree|not(?:e|ed)|underscor|recogni[sz]|underlin|express|met|call"
    r"|stress|commit|endors|commend|urg|reiterat|emphasi[sz]|condemn|remain|support|gathered|acknowledg|consider)\w*\b"
)
_MEETING_NOTED = re.compile(
    r"^(?:\W{0,3})(?:The )?(?:Meeting|Conference|Session|Forum|Workshop|Delegations|Participants)"
    r" (?:also |further |was )?(?:re-?affirm|welcom|agree|note|underscor|recogni[sz]|underlin|express|call|stress"
    r"|discuss|emphasi[sz]|reiterat|pleased|acknowledg|exchanged|highlight)"
)
_APPEALS = re.compile(
    r"^[“\"]?(?:The )?(?P<who>[A-Z][\w’'&.-]+(?: (?:of|for|the|and|[A-Z&][\w’'&.-]*)){0,7})"
    r" (?:also |today |therefore )?(?:welcomes?|calls?|urges?|condemns?|deplores?|regrets?|looks forward|has called"
    r"|is (?:concerned|alarmed|calling)|demands?|reiterates?)\b"
)
_ADOPTING = re.compile(
    r"(?:The|THE) (?=.{0,60}(?:Assembly|Council|Conference|Meeting|Commission|Committee|Board|Parties|Congress"
    r"|ASSEMBLY|COUNCIL|CONFERENCE|MEETING|COMMISSION|COMMITTEE|PARTIES))[\w’' -]{5,90},"
)
_ORGAN = (
    r"(?:[\w-]+ ){0,3}(?:Committee|Sub-?[Cc]ommittee|Commission|Conference|Council|Meeting|Working Group|Board|Panel)"
)
_PROCEEDED = re.compile(
    rf"(?:^|[.] )(?:\d{{1,3}}\.\s)?The {_ORGAN} (?:then |also |further |again )?(?:considered|noted|agreed|recalled"
    r"|took note|adopted|had before it|discussed|recommended|approved|requested|was informed|heard|decided|recognized"
    rf"|expressed|concluded|elected)\b|\bwas (?:considered|approved|adopted|noted|discussed) (?:by|at|on) the"
    rf" {_ORGAN}\b"
    rf"|\bin the plenary session\b|\bThe {_ORGAN} had before it\b"
)
_REPORTED_NOW = re.compile(
    r"\b(?:today|yesterday|(?:this|last) (?:morning|week|afternoon)|(?:Mon|Tues|Wednes|Thurs|Fri)day)\b"
)
_CHAIRED = re.compile(r"\b(?:co-)?chaired by\b|\bunder the chairmanship of\b|\bpresided (?:over )?by\b")
_HAPPENED = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:this|last|next) (?:morning|afternoon|evening|week|month|year)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|recently|earlier this"
    r"|aujourd[’']hui|hier|demain|ce (?:matin|soir)|cet après-midi|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|hoy|ayer|mañana|esta (?:tarde|mañana|semana|noche)|lunes|martes|miércoles|jueves|viernes"
    r"|heute|gestern|morgen|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch"
    r"|i dag|i går|i morgen|(?:man|tirs|ons|tors|fre|lør|søn)dag)\b"
    r"|\b\d{1,2}\.? (?:januar|februar|april|august|september|desember|oktober|november|juni|juli)\b"
    r"|\b\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|de [a-z]|jan|fév|mars|avr|mai|juin|juil|août|sep"
    r"|okt|nov|d[eé]s)|\b(?:Jan|Febr|Octo?|Novem|Decem|Septem|Aug|Jul|Jun|Apr|Mar)[a-z]*\.? \d{1,2}\b"
)
"""A day near the text's own, as what reports an event names one, and what describes a thing does not."""
_DONE = re.compile(
    r"\b(?:was|were|had|[a-z]{3,}ed|[a-záéíóú]{2,}(?:ó|aron|ieron)|(?:a|ont|est|sont) [a-zéè]{2,}(?:é|i|u)e?s?"
    r"|hat|haben|wurden?|war(?:en)?|ble|var|holdt|har)\b"
)
_STANDS = re.compile(
    r"\b(?:is|are|has|have|can|will|may|must|es|son|puede|est|sont|peut|ist|sind|kann|können|wird|werden|er|kan|vil)\b"
)
_LONG_STORY = 60
"""Words of a paragraph that is enough alone."""
_SHORT_STORY, _SHORT_STORY_LINES = 30, 4
"""Words of the one paragraph, and lines, of the shortest story under a headline."""
_MOST_WORDS_A_DAY = 14
_LEAST_DAYS = 6
_ROWS = 250
"""Lines of a table that are looked at."""


def debate(seen: Seen) -> Found | None:
    """Recognise the report of a debate: its reference, or the turns of phrase of a house."""
    weak: list[tuple[Line, str]] = []
    for line in islice(_lines(seen), _REACH):
        reference = _DEBATE_REFERENCE.search(line.text[:_LONG]) if len(line.text) < 120 else None
        if reference:
            return "minutes", line, line.text
        weak += [(line, match.group()) for match in islice(_DEBATE.finditer(line.text[:_LONG]), 3)]
    if len({words.casefold() for _, words in weak}) >= 2:
        return "minutes", *weak[0]
    return None


def court(seen: Seen) -> Found | None:
    """Recognise the record of a court; the archive's own kind for it, if it has one, else none of the usual."""
    head = next(
        (line for line in seen.view.lines[:20] if len(line.text) < 200 and _COURT_HEAD.match(line.text.strip(" *_#"))),
        None,
    )
    if head is None:
        return None
    used = {
        match.group(1).casefold().rstrip("s")
        for line in islice(_lines(seen), _REACH)
        for match in _COURT.finditer(line.text[:_LONG])
    }
    own = next((kind for kind, _ in seen.view.settings.kinds if kind in forms.OF_COURTS), "other")
    return (own, head, head.text[:80]) if len(used) >= 3 else None


def status_rows(seen: Seen) -> Found | None:
    """Recognise a list of states: half its lines are a name and a date or mark."""
    rows = [
        line
        for line in seen.view.lines
        if len(line.text) < 110 and forms.STATUS_ROW.match(line.text.replace("¦", "|").strip("| "))
    ]
    return ("status-list", rows[0], rows[0].text) if len(rows) >= 6 and len(rows) * 2 >= len(seen.view.lines) else None


def meeting_forms(seen: Seen) -> Found | None:
    """Recognise minutes: who attended is recorded, or that a meeting was opened and closed."""
    near = seen.view.lines if len(seen.view.lines) <= 100 else (*seen.view.lines[:80], *seen.view.lines[-20:])
    hits = [line for line in near for _ in forms.MEETING.finditer(line.text[:1200])]
    return ("minutes", hits[0], hits[0].text[:80]) if len(hits) >= 2 else None


def table(seen: Seen) -> Found | None:
    """Recognise a list of states and days, whatever became of its rows and cells: as many days as lines need."""
    first: Line | None = None
    days = words = 0
    acts = False
    for line in seen.view.lines[:_ROWS]:
        text = line.text[: 4 * _LONG]
        found = len(_DAY.findall(text))
        if found and first is None and len(text) < 200:
            first = line
        days += found
        words += text.count(" ") + 1
        acts = acts or bool(_TREATY_ACT.search(text))
    if days < _LEAST_DAYS or words > days * _MOST_WORDS_A_DAY or not acts:
        return None
    shown = first or seen.view.lines[0]
    return "status-list", shown, shown.text[:80]


def coverage(seen: Seen) -> Found | None:
    """Recognise what an office of press writes of a meeting, by the number or symbol over it."""
    for line in seen.view.lines[: seen.view.head + 1]:
        if len(line.text) < 80 and _COVERAGE.match(line.text.strip(" |")):
            return "press-release", line, line.text
    return None


def communique(seen: Seen) -> Found | None:
    """Recognise what ministers or parties state together: two paragraphs in which they welcome, note or agree."""
    found = [
        line
        for line in seen.view.body_lines[:14]
        if _MINISTERS.match(line.text[:_LONG]) or _WE_BODY.match(line.text[:_LONG])
    ]
    return ("statement", found[0], " ".join(found[0].text.split()[:8])) if len(found) >= 2 else None


def meeting(seen: Seen) -> Found | None:
    """Recognise what a chair writes of a meeting: it was chaired, and then the meeting itself notes and recognises."""
    body = seen.view.body_lines[:14]
    noted = [line for line in body if _MEETING_NOTED.match(line.text[:_LONG])]
    chaired = any(_CHAIRED.search(line.text[:_LONG]) for line in body[:4])
    return ("chairs-summary", noted[0], " ".join(noted[0].text.split()[:6])) if noted and chaired else None


def resolution(seen: Seen) -> Found | None:
    """Recognise a resolution: the body that adopts it stands alone before a comma, and a recital follows."""
    lines = [line for line in _lines(seen) if line.text][: _REACH // 2]
    for line, below in pairwise(lines):
        if (
            _ADOPTING.fullmatch(line.text)
            and not below.text.startswith("We,")
            and (forms.RECITAL.match(below.text) or below.kind == "provision")
        ):
            return "other", line, line.text
    return None


def official(seen: Seen) -> Found | None:
    """Recognise a paper of an organisation by the marks of its head: symbol, distribution, original language."""
    for head in seen.head:
        if official_heads.is_marked(head.line.text):
            return "report", head.line, head.line.text[:80]
    first = seen.view.body_lines[:1]
    words = official_heads.title(first[0].text) if first else ""
    return ("report", first[0], words[:80]) if words else None


def proceedings(seen: Seen) -> Found | None:
    """Recognise the report of a body: three paragraphs tell what it considered, noted, agreed or was told."""
    told = [line for line in seen.view.body_lines[:14] if _PROCEEDED.search(line.text[:_LONG])]
    is_news = any(_REPORTED_NOW.search(line.text[:_LONG]) for line in seen.view.body_lines[:6])
    return ("report", told[0], " ".join(told[0].text.split()[:6])) if len(told) >= 3 and not is_news else None


def appeal(seen: Seen) -> Found | None:
    """Recognise what an organisation says of itself: two paragraphs in which it, by its name, welcomes or urges."""
    found = [line for line in seen.view.body_lines[:14] if _APPEALS.match(line.text[:200])]
    names = {match.group("who") for line in found if (match := _APPEALS.match(line.text[:200]))}
    return ("press-release", found[0], " ".join(found[0].text.split()[:6])) if len(found) > len(names) else None


def story(seen: Seen) -> Found | None:
    """Recognise paragraphs in the third person that name a day near their own, and that nothing else claims."""
    body = [line for line in seen.view.body_lines if line.kind not in {"item", "provision"}]
    told = [line for line in body if line.text.count(" ") >= 18]
    words = sum(line.text.count(" ") + 1 for line in told)
    least = _SHORT_STORY if len(seen.view.body_lines) <= _SHORT_STORY_LINES and len(seen.head) == 1 else _LONG_STORY
    if not told or len(told) * 3 < len(seen.view.body_lines) or (len(told) < 2 and words < least):
        return None
    spoken = sum(bool(forms.FIRST_PERSON.search(forms.QUOTED.sub("", line.text[:_LONG]))) for line in told)
    if spoken * 2 > len(told) or not _is_told(told[:6]):
        return None
    return "news-story", told[0], " ".join(told[0].text.split()[:8])


def _is_told(lines: list[Line]) -> bool:
    """Tell whether paragraphs tell what happened: they name a day near their own, or more was done than is."""
    if any(_HAPPENED.search(line.text[:_LONG]) for line in lines):
        return True
    done, stands = (sum(len(form.findall(line.text[:_LONG])) for line in lines) for form in (_DONE, _STANDS))
    return done > stands


def _lines(seen: Seen) -> Iterator[Line]:
    return (line for line in seen.view.lines if line.kind != "lifted")
