"""Holds the names of document types in several languages with the kind each stands for.

Knows nothing of lines.
"""

import re

OPENING: tuple[tuple[str, str], ...] = (
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
        r"|(?:ergebnis|sitzungs)protokoll|protokoll(?: der| fra)|provisional verbatim record"
        r"|actas? provisional(?:es)?|record "
        r"of (?:the )?(?:meeting|proceedings)"
        r"|written answers(?=$|[ .:–-]{1,4}(?-i:[A-Z]))"
        r"|meeting report(?=$|[:,(–-])|mitschrift (?:der|des)\b|wortprotokoll"
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
        r"|(?:\w+es )?statement (?:von|de[rs]) "
        r"|erklärung(?:en)? (?:de[sr] (?:bundes|außen|auswärtig|delegation|botschaft|vertret)\w*|von )|stellungnahme",
    ),
    (
        "statement",
        r"message (?:from|of|by|on the occasion|to mark)\b|mensaje de|message d[eu]\b|comunicado (?:conjunto|final)"
        r"|gemeinsames kommuniqué",
    ),
    ("report", r"concluding observations\b|observations finales\b|observaciones finales\b"),
    ("report", r"summary (?:of|report)\b|(?:country|state) profile"),
    (
        "statement",
        r"(?:joint |final )?communiqu[ée](?! de presse)|remarks to the (?:press|media)|uttalelse"
        r"|statement\b",
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
        r"discours|allocution|(?:versión (?:esteno|taqui)gráfica del? )?discurso"
        r"|alocución|palabras de|(?:åpnings)?tale(?: av| ved| på| til| "
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
        r"|\w+) )?declaration(?: (?:of|on|by|for|adopted|concerning|against)|(?: \d{4})?(?::|$)| \(draft)",
    ),
    (
        "declaration",
        r"déclaration|declaración|\w*erklæring(?:en)?\b|(?:\w+ ){0,2}?(?:abschluss|schluss)?erklärung\b(?! für)"
        r"|dichiarazione|declaração|\w*förklaring(?:en)?\b|(?:ال)?إعلان\b|ה?הכרז[הת]\b|הצהרת\b|verklaring\b",
    ),
    (
        "report",
        r"(?:(?:annual|daily|draft|national|implementation|compliance|joint|final|interim|progress|summary|activity|status|mission|field|briefing|country"
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
    (
        "other",
        r"(?:draft )?(?:resolution|decision|recommendation|act|law|decree|royal decree|ley|loi|lei|decreto|décret)"
        r" (?:n[o°º]?\.? ?)?(?=[\w./()-]*\d|[IVX]+\b)[\w./()-]{1,20}(?::| [–—-]| (?:of|on|de|du|sobre|relative)) \S"
        r"|(?:resolution|decision)s? adopted (?:by|at) .{50}"
        r"|memorand(?:um|o) (?:from|to|for|by|on)\b|gesetzentwurf|entwurf eines gesetzes|projet de loi|proyecto de ley"
        r"|(?:مرسوم|قانون|قرار)(?: \w+)? رقم",
    ),
)
"""How a title begins that names its type: (kind, pattern)."""
ALONE: tuple[tuple[str, str], ...] = (
    *OPENING,
    ("news-story", r"news(?: stor(?:y|ies)| articles?)?"),
    (
        "speech",
        r"speech/statement|speeches|tale/innlegg|tale/artikkel|speech or statement|speeches and "
        r"statements|discours et déclarations",
    ),
    ("news-story", r"nyheter|noticias|actualités|nachrichten|aktuelle meldungen"),
    ("press-release", r"(?:press|media|news) releases|communiqués de presse|comunicados de prensa|pressemitteilungen"),
    ("minutes", r"minutes|acta|protokoll"),
    ("speech", r"speech|remarks|tale"),
    ("chairs-summary", r"(?:co-)?chair(?:s|man|person)?[’']?s?[’']? summary"),
    ("letter", r"letter|brief"),
    ("other", r"resolution|note|memorandum|treaty|protocol|agenda|decree|decreto|décret|ordinance|d\.s\."),
)
"""What a line that names a type and nothing else can be."""
INSIDE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chairs-summary", re.compile(r"\b(?:co-)?chair(?:s|man|person|woman)?[’']?s?[’']? summary\b", re.IGNORECASE)),
    (
        "minutes",
        re.compile(
            r"\b(?:minutes of|actas? provisional(?:es)?|summary record|verbatim record|procès-verbal)\b", re.IGNORECASE
        ),
    ),
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
    ("statement", re.compile(r"(?:[’']s?|s) message (?:to|on|for|at)\b", re.IGNORECASE)),
    ("statement", re.compile(r"[:–-] ?message (?:from|of|by)\b", re.IGNORECASE)),
    ("declaration", re.compile(r"[:–-] ?(?:Déclaration|Declaración|Declaração) de (?:l[ao] )?[A-ZÀ-Þ][\w-]+\W*$")),
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
    (
        "declaration",
        re.compile(
            r"\b(?:declaration|erklæringen|erklärung)\W*(?:\((?:draft|final|provisional|unofficial)\b.{0,20}\))?$",
            re.IGNORECASE,
        ),
    ),
    (
        "report",
        re.compile(
            r"(?:annual|progress|final|activity|interim|monthly|quarterly|mission) report\b|\breport(?: "
            r"for)? \d{4}|\breport$",
            re.IGNORECASE,
        ),
    ),
    ("letter", re.compile(r"\b(?:open|model|sample) letter\b|\bletter (?:from|to)\b", re.IGNORECASE)),
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
"""How a title holds a type elsewhere than at its beginning."""
