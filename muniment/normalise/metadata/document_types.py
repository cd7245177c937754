"""Knows the names of document types in several languages and the kind each stands for.

Knows nothing of where on a page they stand.
"""

import re
from functools import lru_cache

from muniment.normalise.metadata import deeds
from muniment.normalise.metadata.labels import REMEMBERED

LONGEST_TITLE = 400
"""Characters of the longest line that is looked at as a title."""
_PHRASES: tuple[tuple[str, str], ...] = (
    ("chairs-summary", r"(?:co-)?chair(?:s|man|person|woman)?[’']?s?[’']? (?:concluding |final )?summary"),
    ("chairs-summary", r"summary (?:by|of|from) the (?:co-)?(?:chairs?|chairman|chairperson|chairmen|president)\b"),
    (
        "chairs-summary",
        r"president[’']s summary|résumé (?:du|de la) présiden(?:t|te|ce)|resumen (?:del|de la) presiden(?:te|cia)",
    ),
    ("chairs-summary", r"møtelederens (?:oppsummering|sammendrag)|zusammenfassung (?:des|der) vorsitz\w*"),
    (
        "press-release",
        r"(?:press|media|news) release|for immediate release|communiqué de presse|comunicado de (?:prensa|imprensa)"
        r"|nota de prensa|pressemelding|pressemitteilung|presseerklärung|pressemeddelelse|pressmeddelande"
        r"|comunicato stampa|persbericht|nota à imprensa|بيان صحفي|הודעה לעיתונות"
        r"|(?:media|press) (?:advisory|alert|invitation)|note to (?:the )?correspondents|comunicado (?=n)"
        r"|briefing notes(?! on\b)|medienmitteilung|press communiqué|press notice|boletín de prensa"
        r"|information note to the press",
    ),
    (
        "news-story",
        r"news (?:story|article|item|report)|nyhetssak|nyhet(?! )|noticias?(?! )|article de presse|latest news",
    ),
    (
        "minutes",
        r"minutes(?! (?:later|ago|after|before))|summary record|verbatim record|proc[èe]s-verbal"
        r"|actas?(?: de)|(?:møte)?referat"
        r"|(?:ergebnis|sitzungs)protokoll|protokoll(?: der| fra)|provisional verbatim record|record "
        r"of (?:the )?(?:meeting|proceedings)"
        r"|compte rendu|notulen\b|verbale (?:di|del)|محضر|פרוטוקול",
    ),
    (
        "status-list",
        r"status (?:of|list)|(?:list|table) of (?:states|signator\w+|ratif\w+|participa\w+|parties"
        r"|part\w+)|états? des? (?:ratif|signat)\w+|signatures and (?:ratif|access)\w+"
        r"|ratifications? (?:status|list)|estado de (?:las )?(?:firmas|ratif)\w*"
        r"|signatory states|states parties (?:and signatories|to the [\w' -]{3,60}$)"
        r"|list of signator\w+|participation and status|liste des états",
    ),
    (
        "statement",
        r"(?:co-)?(?:chair(?:s|man|person|woman)?|president|presidency)[’']?s?[’']? "
        r"(?:press |concluding |final |closing )?statement|presidential statement",
    ),
    (
        "statement",
        r"(?:joint|public|press|media|official|written|national|ministerial|opening|closing|common) statement$",
    ),
    (
        "statement",
        r"(?:(?:public|opening|closing|national|joint|general|introductory|final|common|written|oral|press"
        r"|concluding|ministerial|interpretative|interpretive) )?statements? "
        r"(?:by|of|from|on|at|to|in|regarding|concerning|issued|made|delivered|for|attributable)\b"
        r"|(?:ministerial |written |oral |press |joint )?statement(?=:| [–—-] )",
    ),
    (
        "statement",
        r"déclaration (?:de (?:m\.|mme|la délégation|l[’']ambassad\w+|son excellence|s\.e\.)|du "
        r"(?:ministre|représentant|président"
        r"|porte-parole|secrétaire))|intervention (?:by|of|de|du|from)|intervención d\w+|explanation "
        r"of vote|right of reply"
        r"|declaración (?:de la delegación|del (?:embajador|representante|ministro)|de (?:la "
        r")?(?:embajadora|representante))"
        r"|erklärung(?:en)? (?:de[sr] (?:bundes|außen|auswärtig|delegation|botschaft|vertret)\w*|von )|stellungnahme",
    ),
    (
        "statement",
        r"message (?:from|of|by|on the occasion|to mark)\b|mensaje de|message d[eu]\b|comunicado (?:conjunto|final)"
        r"|gemeinsames kommuniqué",
    ),
    ("report", r"summary (?:of|report)\b|(?:country|state) profile"),
    (
        "statement",
        r"(?:joint |final )?communiqu[ée](?! de presse)|remarks to the (?:press|media)|uttalelse"
        r"|statement",
    ),
    (
        "speech",
        r"(?:(?:opening|closing|keynote|welcoming|welcome|inaugural|introductory|concluding|prepared"
        r"|acceptance|nobel|after-dinner) )?"
        r"(?:speech(?:es)?|address|remarks|keynote|lecture|presentation|words)(?: (?:by|of|at|to|on|in"
        r"|from|as|for|before|given|delivered|held"
        r"|made)\b|(?=[,.:;–—-]|$))",
    ),
    (
        "speech",
        r"discours|allocution|discurso|alocución|palabras de|(?:åpnings)?tale(?: av| ved| på| til| "
        r"under|$)|(?:hoved|åpnings)?innlegg"
        r"|foredrag|(?:eröffnungs|begrüßungs)?(?:rede|ansprache)(?: |$)|discorso|anförande|vortrag"
        r"|intervención|toast|sermon|homily|toespraak|regierungserklärung|خطاب|كلمة|נאום",
    ),
    (
        "letter",
        r"(?:open |joint |identical |covering )?letters? (?:to|from|of|dated|by|addressed)|open letter"
        r"|lettre (?:ouverte|d|à|au|aux|adress)"
        r"|carta (?:abierta|d|a)|(?:åpent )?brev (?:til|fra)|offener brief|schreiben (?:de|an|vom)"
        r"|note verbale|letter$|lettre$|carta$|brev$",
    ),
    (
        "cable",
        r"(?:cable|cablegram|telegram|télégramme|telegrama|telegramm)(?: (?:from|to|of|no)\b|$)"
        r"|(?:cablegram|telegram|télégramme|telegrama|telegramm) (?:[A-Z]{0,3}[./-]?\d+|unnumbered|circular)",
    ),
    (
        "declaration",
        r"(?:(?:political|final|joint|ministerial|draft|universal|solemn|common|regional"
        r"|interparliamentary|abschluss"
        r"|\w+) )?declaration(?: (?:of|on|by|for|adopted|concerning|against)|$)",
    ),
    (
        "declaration",
        r"déclaration|declaración|\w*erklæring(?:en)?\b|(?:\w+ ){0,2}?(?:abschluss|schluss)?erklärung\b(?! für)"
        r"|dichiarazione|declaração|\w*förklaring(?:en)?\b|(?:ال)?إعلان\b|ה?הכרז[הת]\b|הצהרת\b|verklaring\b",
    ),
    (
        "report",
        r"(?:(?:annual|final|interim|progress|summary|activity|status|mission|field|briefing|country"
        r"|special|technical|inquiry|evaluation"
        r"|committee|monthly|quarterly|first|second|third|fourth|initial|periodic) )*report(?: (?:of"
        r"|on|by|to|from|for|no|submitted)|$)",
    ),
    (
        "report",
        r"rapport|informe|bericht|jahresbericht|årsrapport|årsmelding|tätigkeitsbericht|relatório"
        r"|relazione|(?:background|briefing|working"
        r"|discussion|position|policy) (?:paper|note)|fact ?sheet|white paper|executive summary",
    ),
)
_OF_EDITION = re.compile(
    r"^\d{1,4}\. (?=(?:Circular )?(?:Telegram|Letter|Memorandum|Despatch|Airgram|Note|Message|Cable|Minutes)"
    r"(?: \d[\w-]*)? (?:From|To|from|to|of|by) )"
)
"""The number that an edition of documents prints before the name of each; below, the initials of its body."""
_OF_BODY = re.compile(r"^[A-Z]{2,8} (?=(?:Statement|Declaration|Communiqué|Remarks|Position Paper)\b)")
_ARTICLES = "the|die|der|das|la|le|les|el|los|las|il|de|het"
_OPENING = tuple(
    (kind, re.compile(rf"(?:(?:{_ARTICLES}) )?(?:{pattern})", re.IGNORECASE)) for kind, pattern in _PHRASES
)
_ALONE = tuple(
    (
        kind,
        re.compile(
            rf"^(?:{pattern})\b[\s.:’']*(?:(?:no|nr|n)?[°º]?\.? ?\d[\w/.-]{{0,24}}"
            rf"|[\dA-Z]{{1,6}}[-/][\w/.-]{{1,20}}|\d{{1,5}})?$",
            re.IGNORECASE,
        ),
    )
    for kind, pattern in (
        *_PHRASES,
        ("news-story", r"news(?: story| article)?"),
        (
            "speech",
            r"speech/statement|speeches|tale/innlegg|tale/artikkel|speech or statement|speeches and "
            r"statements|discours et déclarations",
        ),
        ("minutes", r"minutes|acta|protokoll"),
        ("speech", r"speech|remarks|tale"),
        ("chairs-summary", r"(?:co-)?chair(?:s|man|person)?[’']?s?[’']? summary"),
        ("letter", r"letter|brief"),
        ("other", r"resolution|note|memorandum|treaty|protocol|agenda|decree|decreto|décret|ordinance|d\.s\."),
    )
)
_INSIDE = (
    ("chairs-summary", re.compile(r"\b(?:co-)?chair(?:s|man|person|woman)?[’']?s?[’']? summary\b", re.IGNORECASE)),
    ("minutes", re.compile(r"\b(?:minutes of|summary record|verbatim record|procès-verbal)\b", re.IGNORECASE)),
    (
        "minutes",
        re.compile(
            r"\b(?:[Mm]eeting|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Ss]ociety|[Ss]ession|AGM|SGM|EGM|Draft|Approved"
            r"|MEETING|COUNCIL|COMMITTEE|BOARD|(?:19|20)\d\d) M(?:inutes|INUTES)\W*$"
        ),
    ),
    (
        "press-release",
        re.compile(
            r"^(?:press|media|news) release\b|\bfor immediate release\b|^communiqué de presse"
            r"|^pressemelding"
            r"|^pressemitteilung|^comunicado de prensa",
            re.IGNORECASE,
        ),
    ),
    (
        "statement",
        re.compile(
            r"(?:^|(?!(?:hears?|issues?|adopts?|makes?|reads?|releases?|welcomes?|delivers?|sends?|an?) )\b[\w’']+ )"
            r"(?:national |joint |opening |closing )?(?:statement|intervention) "
            r"(?:on|at|to|regarding|in|during|under)\b",
            re.IGNORECASE,
        ),
    ),
    ("statement", re.compile(r"\bS(?:tatement|TATEMENT) (?:[Oo][Ff]|[Bb][Yy]|[Ff]rom|FROM) (?:the |THE )?[A-Z\d]")),
    (
        "statement",
        re.compile(
            r"\b(?:ministerial|joint|closing|opening|final|national|common|presidency|press) statement\W*$",
            re.IGNORECASE,
        ),
    ),
    ("statement", re.compile(r"[:–-] ?(?:joint )?statement (?:by|of|from)\b", re.IGNORECASE)),
    ("statement", re.compile(r"[:–-] ?message (?:from|of|by)\b", re.IGNORECASE)),
    ("statement", re.compile(r"[:–-] ?(?:déclaration|intervention|declaración|intervención) d[eu]", re.IGNORECASE)),
    ("speech", re.compile(r"[:–-] ?(?:discours|allocution|discurso|rede) (?:d[eu]|von)\b", re.IGNORECASE)),
    (
        "speech",
        re.compile(
            r"(?:[’']s|s[’']|^\w+) (?:opening |closing |keynote |new year[’']s )?(?:speech|address|remarks"
            r"|keynote|lecture)\b|\bkeynote"
            r" (?:speech|address)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "speech",
        re.compile(
            r"\w(?:s|[’']s?) (?:\w{0,12}tale|\w{0,12}tal|\w{0,12}anförande|\w{0,12}innlegg|invigningstal)"
            r" (?:ved|vid|til|till|på|i|for|för|av|af|under|inför)\b|^anförande\b|^\w{0,12}tal (?:av|vid|inför)\b",
            re.IGNORECASE,
        ),
    ),
    ("declaration", re.compile(r"\b(?:declaration|erklæringen|erklärung)\W*$", re.IGNORECASE)),
    (
        "report",
        re.compile(
            r"(?:annual|progress|final|activity|interim|monthly|quarterly|mission) report\b|\breport(?: "
            r"for)? \d{4}|\breport$",
            re.IGNORECASE,
        ),
    ),
    ("letter", re.compile(r"\bopen letter\b|\bletter (?:from|to)\b", re.IGNORECASE)),
    (
        "status-list",
        re.compile(
            r"\b(?:status of (?:ratif|signat|the (?:convention|treaty))\w*|ratification status|list of "
            r"(?:states|signator|participa)\w*"
            r"|signatures and ratifications|ratifications?,? (?:accessions|signatures|and accessions)"
            r"|status as (?:at|of))\b",
            re.IGNORECASE,
        ),
    ),
)


@lru_cache(maxsize=REMEMBERED)
def opening(text: str) -> str | None:
    """Give the kind whose name a line begins with; None if it begins with none."""
    if text[:1].isdigit() and not _OF_EDITION.match(text):
        return None
    shown = _OF_EDITION.sub("", _OF_BODY.sub("", text[:96]))[:90]
    for kind, pattern in _OPENING:
        if pattern.match(shown):
            return kind
    return None


@lru_cache(maxsize=REMEMBERED)
def alone(text: str) -> str | None:
    """Give the kind that a whole line names, a number aside ("Press release No. 12"); None if it names more."""
    if len(text) > 60:
        return None
    bare = text.strip(" *_[]()|–-")
    for kind, pattern in _ALONE:
        if pattern.match(bare):
            return kind
    return None


@lru_cache(maxsize=REMEMBERED)
def inside(text: str) -> str | None:
    """Give the kind that a title holds anywhere in the way titles do ("Norwegian statement on …"); None if none."""
    if len(text) > LONGEST_TITLE:
        return None
    for kind, pattern in _INSIDE:
        if pattern.search(text) and not (kind == "statement" and deeds.tells_of_statement(text)):
            return kind
    return None


_BEFORE_PLACE = re.compile(r"^(?P<type>[A-ZÀ-Þ][\w .-]{2,40}?),? (?P<place>[A-ZÀ-Þ]{3,}(?:[ -][A-ZÀ-Þ]{2,}){0,3})$")


@lru_cache(maxsize=REMEMBERED)
def before_place(text: str) -> tuple[str, str] | None:
    """Read the name of a type before a place in capitals ("Cablegram 59 MOSCOW"): (kind, place); None if not so."""
    match = _BEFORE_PLACE.match(text)
    if match is None or match["type"].isupper():
        return None
    kind = alone(match["type"])
    return (kind, match["place"]) if kind else None
