"""Turns a line such as "Publisher: Ministry | Date: 31/05/2007" into labelled segments.

Knows the labels, not what is done with their values.
"""

import re
from dataclasses import replace
from functools import lru_cache

from muniment.frozen import dataclass

REMEMBERED = 512
"""How many lines a reader of forms remembers: the same few lines are asked about by every field."""
_NAMES: tuple[tuple[str, str], ...] = (
    (
        "date",
        "date|dated|dato|datum|fecha|data|publication date|date of publication|date published"
        "|published|published on|publisert"
        "|publicado|publicado el|publié|publié le|veröffentlicht|veröffentlicht am|posted|posted on"
        "|posted at|release date|issue date"
        "|date issued|issued|issued on|released|released on|date de publication|fecha de publicación"
        "|utgitt|delivered|delivered on|adopted"
        "|adopted on|meeting date|date of meeting|date and time|when|erstellt|created|first published"
        "|date of issue|le|den"
        "|erscheinungsdatum|date of adoption|date of speech|press release date|date of document"
        "|datert|daté du|uttalt|møtedato|publicerad|publicerat|udgivet|offentliggjort|pubblicato|pubblicato il"
        "|publicado em|data de publicação|embargo date|embargo|embargoed until|gepubliceerd|geplaatst op"
        "|date of release|صدر في|الموافق|التاريخ",
    ),
    (
        "updated",
        "updated|last updated|last modified|modified|sist oppdatert|oppdatert|mis à jour|mise à jour"
        "|dernière mise à jour"
        "|dernière modification|última actualización|actualizado|aktualisiert|letzte aktualisierung"
        "|page last updated|last edited"
        "|last reviewed|last revised|page updated|updated on|last update|last updated on|last "
        "modified on|sist endret|zuletzt geändert"
        "|stand|uppdaterad|senast uppdaterad|opdateret|sidst opdateret|aggiornato|ultimo aggiornamento|atualizado em"
        "|bijgewerkt|laatst bijgewerkt",
    ),
    (
        "retrieved",
        "retrieved|retrieved on|accessed|accessed on|archived on|captured|captured on|downloaded"
        "|hentet|consulté le|abgerufen am"
        "|date accessed|consultado el|nedlastet",
    ),
    (
        "publisher",
        "publisher|published by|utgiver|éditeur|herausgeber|issued by|issuing body|utgitt av|publié "
        "par|publicado por|publisert av"
        "|veröffentlicht von|released by|issuer|editor responsable|herausgegeben von"
        "|ansvarlig utgiver",
    ),
    (
        "custody",
        "published under|archived from|reposted from|archived by|publisert under|utgitt under"
        "|archived at|crossposted from",
    ),
    ("place", "place|location|venue|where|sted|lieu|lugar|ort|place of meeting|place of issue|møtested"),
    (
        "creators",
        "author|authors|author\\(s\\)|by|written by|speaker|delivered by|statement by|av|par|por|von"
        "|auteur|autor|autora|forfatter"
        "|speaker\\(s\\)|taler|redner|rednerin|orateur|orador|presented by|prepared by|submitted by"
        "|reporter|byline|drafted by|verfasser"
        "|speech by|minutes taken by|referent|tale av|oratore|relatore|oratrice|ponente",
    ),
    ("from", "from|fra|sender|avsender|fm|absender|de la part de|remitente|expéditeur"),
    ("to", "to|til|an|destinataire|mottaker|empfänger|addressee|destinatario|recipient|cc|info"),
    ("title", "title|tittel|titre|título|titel|untertitel|document title"),
    ("subject", "subject|subj|re|emne|objet|betreff|asunto|betr|oggetto|ref title|sak|concerning|vedrørende|betr\\."),
    (
        "type",
        "type|document type|kategori|type de document|content type|genre|doc type|dokumenttype|tipo"
        "|document kind|type of document",
    ),
    (
        "source",
        "source|source url|url|original url|link|permalink|kilde|quelle|fuente|available at|web "
        "address|retrieved from|address"
        "|original source|online|verfügbar unter|adresse|fuente original|canonical url|tilgjengelig "
        "på|disponible en|disponible sur",
    ),
    (
        "event",
        "event|meeting|conference|occasion|arrangement|anlass|événement|evento|anledning"
        "|veranstaltung|møte|sitzung|reunión|réunion",
    ),
    ("language", "language|språk|langue|idioma|sprache|original language"),
    (
        "caption",
        "photo|foto|image|caption|photo credit|picture|bild|credit|credits|photograph|photo by|photo "
        "caption|bilde|fotografía|légende"
        "|illustration|video|crédit photo|bildunterschrift|illustrasjon",
    ),
    (
        "contact",
        "contact|media contact|press contact|contacts|media contacts|press contacts|kontakt"
        "|kontaktperson|contacto|pressekontakt|tel"
        "|telephone|phone|e-mail|email|fax|for more information|for further information|media "
        "enquiries|press enquiries|telefon"
        "|contact presse|enquiries|notes to editors|further information",
    ),
    (
        "tags",
        "tags|tag|topics|topic|keywords|filed under|tema|themes|theme|related|categories|category"
        "|posted in|more on|stikkord|schlagwörter"
        "|mots-clés|palabras clave|share|share this|section|rubrique|emner|mots clés|also available "
        "in|available in|languages"
        "|reading time|lesezeit|read time|temps de lecture|views|comments|print|you are here|du er "
        "her|vous êtes ici|sie sind hier"
        "|usted está aquí|document symbol",
    ),
)
_FIELDS = {name.replace("\\", ""): field for field, names in _NAMES for name in names.split("|")}
_SPLIT = re.compile(r" ?[|•·¦♦◆●▪■] ?|\t+")
_KEY = re.compile(r"^[*_\[(]{0,3}([^\W\d_][^:：\n]{0,34}?)[*_\])]{0,3}\s?[:：][*_]{0,3}\s*(.*)$")
_INNER = re.compile(
    r"(?<=[\w)]) (?:Date|Published|Posted|Updated|Author|Source|Publisher|Fecha|Autor|Fuente|Datum|Quelle"
    r"|Auteur) ?: ?\S"
)
"""A further label in the value of the first."""
_LONGEST = 500
"""Characters of the longest line that can be labels."""
STAMPED = re.compile(r"^date (?P<value>(?:19|20)\d{2}-\d{2}(?:-\d{2})?)(?= |$)")
"""The day a crawler put before the words of a page."""
_BRACKETED = re.compile(r"^\[([^\W\d_][^\[\]\n]{1,28})\]\s*(\S.*)$")
_BARE = re.compile(
    r"^(?P<key>published (?:on|by|under)|posted (?:on|at|by)|published|posted|(?:page )?(?:last "
    r")?(?:updated|modified|revised|edited)(?: on)?"
    r"|issued (?:on|by)|released (?:on|by)|publisert(?: av)?|sist oppdatert|oppdatert|publié (?:le"
    r"|par)|mis à jour(?: le)?"
    r"|dernière mise à jour(?: le)?|publicado (?:el|por|en)?|actualizado(?: el)?|última "
    r"actualización|veröffentlicht (?:am|von)"
    r"|aktualisiert(?: am)?|stand|retrieved(?: on)?|accessed(?: on)?|archived (?:on|from)"
    r"|captured(?: on)?|photo by|foto|delivered (?:on|by)"
    r"|(?-i:Publisher(?= [A-Z]))|reposted from|date|dato|datum|fecha|subject|written by|dated|utgitt av|hentet"
    r"|herausgegeben von|abgerufen am|consulté le)"
    r"\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_HAS_FIGURE = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”’)\]]+", re.IGNORECASE)
_NEEDS_FIGURE = {"date", "updated", "retrieved"}
_NUMBERED = re.compile(r"^\d{1,2}[.)] (?=[^\W\d_])")
_MAY_BE_NUMBERED = {"date", "place"}
"""Fields that a journal's or record's numbered head gives: "1. Date: 3 May 2001"."""
_OF_CELLS = {"date", "updated", "publisher"}
"""Fields whose label may stand in a table's cell without its colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A labelled value on a line."""

    field: str
    """What the label stands for: `date`, `updated`, `publisher`, `subject`, …"""
    key: str
    """The label as printed, in lower case."""
    value: str
    """The words behind it; may be empty when the value stands on the next line."""
    segment: str
    """Label and value as printed."""


@lru_cache(maxsize=REMEMBERED)
def of_segment(text: str) -> Label | None:
    """Read one labelled segment; None if it does not begin with a known label."""
    if len(text) > _LONGEST:
        return None
    stamped = STAMPED.match(text)
    if stamped:
        return _stamped(stamped)
    numbered = _NUMBERED.match(text)
    if numbered:
        label = of_segment(text[numbered.end() :])
        return replace(label, segment=text) if label and label.field in _MAY_BE_NUMBERED else None
    match = _BRACKETED.match(text) or _KEY.match(text)
    if match:
        key = " ".join(match[1].casefold().split())
        field = _FIELDS.get(key)
        value = match[2].strip()
        if not field or (field in _NEEDS_FIGURE and value and not _HAS_FIGURE.search(value)):
            return None
        return Label(field=field, key=key, value=value, segment=text)
    bare = _BARE.match(text) if len(text) <= 120 else None
    if bare is None:
        return None
    key = " ".join(bare["key"].casefold().split())
    field = _FIELDS.get(key) or _FIELDS.get(key.removesuffix(" on")) or ""
    value = bare["value"].strip()
    has_figure = bool(_HAS_FIGURE.search(value))
    if (
        not field
        or (field in _NEEDS_FIGURE and not (has_figure and len(value) <= 48))
        or (field == "subject" and not text.isupper())
    ):
        return None
    if field not in _NEEDS_FIGURE and text.endswith((".", "?", "!")):
        return None
    return Label(field=field, key=key, value=value, segment=text)


@lru_cache(maxsize=REMEMBERED)
def of_line(text: str) -> tuple[Label, ...]:
    """Read all labelled segments of a line; of a long one, only the day a crawler put before it."""
    if len(text) > _LONGEST:
        stamped = STAMPED.match(text)
        return (_stamped(stamped),) if stamped else ()
    found = tuple(
        label
        for segment in _SPLIT.split(text)
        for part in _glued(segment.strip())
        if part and (label := of_segment(part))
    )
    return found or _of_cells(text)


def _stamped(match: re.Match[str]) -> Label:
    return Label(field="date", key="date", value=match["value"], segment=match.group())


def _glued(segment: str) -> tuple[str, ...]:
    """Divide a labelled segment where a second label begins in it: "Source:Mill Press Date:2012-05-29"."""
    inner = _INNER.search(segment, 1) if _KEY.match(segment) else None
    return (segment[: inner.start()].strip(), segment[inner.start() :].strip()) if inner else (segment,)


def _of_cells(text: str) -> tuple[Label, ...]:
    """Read a row of two cells whose first is a label without its colon: "Date | 3 May 2001"."""
    parts = segments(text) if "|" in text or "\t" in text else ()
    field = _FIELDS.get(parts[0].casefold(), "") if len(parts) == 2 else ""
    if field not in _OF_CELLS or (field in _NEEDS_FIGURE and not _HAS_FIGURE.search(parts[1])):
        return ()
    return (Label(field=field, key=parts[0].casefold(), value=parts[1], segment=text),)


def segments(text: str) -> tuple[str, ...]:
    """Divide a line at its separators."""
    return tuple(segment.strip() for segment in _SPLIT.split(text) if segment and segment.strip())


def address(text: str) -> str:
    """Give the first web address in a text; empty if there is none."""
    match = _ADDRESS.search(text)
    return match.group().rstrip(".,;:") if match else ""
