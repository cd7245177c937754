"""Tells from the form of one line what it can be: prose, a salutation, the name of a meeting, a person, a place.

Knows nothing of the lines around it.
"""

import re
from functools import lru_cache

from muniment.normalise.metadata import deeds, document_types, labels, site_words
from muniment.normalise.metadata.labels import REMEMBERED

_VERB = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|shall|can|must|should|we|I|you|our|my|they"
    r"|it|said|says|met|agreed|today"
    r"|est|sont|nous|je|vous|avons|ont|er|var|vi|jeg|har|vil|ist|sind|wir|ich|haben|wird|hat|wurde"
    r"|es|son|ha|han|nosotros)\b"
)
_ENDS = (".", "!", "?", ":", ";", "…", ".”", '."', ".’", ".)", ".»", ",")
_SALUTATION = re.compile(
    r"^(?:Dear|My dear|Excellenc(?:y|ies)|Your (?:Excellenc|Majest|Royal|Holiness|Eminence)|Ladies and [Gg]entlemen"
    r"|(?:Distinguished|Honou?rable|Esteemed) \w+|(?:Madam|Mr\.?|Mrs\.?|Ms\.?|Mister) (?:Chair\w*|President|Speaker"
    r"|Secretary|Moderator|Minister|Vice|Co-|Under|Director|Foreign)[\w -]{0,40}[,.:!;]?$"
    r"|(?:Chair\w*|President|Co-Chairs|Friends|Colleagues|Members of|(?:Good|God) (?:morning"
    r"|afternoon|evening|morgen|dag|kveld))\b"
    r"(?=.{0,80}[,.:!;]$)|(?:Madam|Mr\.?|Mrs\.?|Ms\.?) [A-Z][\w -]{3,40},(?= .{0,120}\b(?:Excellenc|[Cc]olleague"
    r"|[Ff]riends|[Dd]elegates|[Ll]adies)).{3,160}[,:]$"
    r"|Thank you|Kjære|Ærede|Mine damer og herrer|Excellence|Monsieur l[ea] |Madame l[ae] "
    r"|Mesdames|Messieurs|Cher(?:s|es)? |Señor |Señora |Señor[ae]s|Estimad[oa]s?|Excelencias?|Distinguid[oa]s"
    r"|Sehr geehrte|Liebe[nrs]? |Meine (?:sehr geehrten )?Damen|Herr (?:Präsident|Vorsitzender|president)|Fru president"
    r"|Senhor |Senhoras|Signor |Kära|Ärade)",
)
_NOT_SALUTED = re.compile(
    r"^(?:Friends of|Friends Committee|President (?:[A-Z][\w'-]+ ){0,3}(?:[a-z]|calls|urges|to\b)"
    r"|Chair(?:man|person)?['’]s\b"
    r"|Chair(?:man|person)? of|President of|Presidents? and|Co-Chairs['’]|Presidency|Thank you (?:letter|note))",
)
_BODY_OPENING = re.compile(
    r"^(?:\(?(?:1|I|a|i)[.)]\s\S|[-•*·]\s(?![ ]*[A-Z]{1,5}/)\S|(?:main points|introduction|background|summary"
    r"|abstract|contents|table of contents|executive summary|key points"
    r"|preamble|highlights|overview|participants|innledning|bakgrunn|sammendrag|résumé|sommaire"
    r"|introducción|antecedentes|resumen|einleitung|zusammenfassung"
    r"|inhalt)[.:]?$)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^(?!Palais\b|Palace\b)(?:(?:The|Royal|Federal|National|State|Permanent|US|U\.S\.|UK|Norwegian|\w+) "
    r"){0,3}(?:Ministry|Department|Division|Office|Embassy"
    r"|Mission|Delegation|Government|Secretariat|Commission|Council|Institute|Society|Association|Federation|Union"
    r"|Organi[sz]ation|Agency|(?:Sub-?)?[Cc]ommittee|Foundation|Academy|University|Parliament|Assembly|Court"
    r"|Tribunal|Centre|Center"
    r"|Coalition|Campaign|Network|Municipality|City Council|Archives|(?<=United )Nations|Cabinet|Chancellery|Bureau"
    r"|Minist[eè]re|Ministerio|Ministerium|Utenriksdepartementet|\w+departementet|Bundesministerium|Auswärtiges Amt"
    r"|Press Service|Comité|Comisión|Consejo|Asociación|Federación|Organización|Parlamento|Fédération"
    r"|Ambassade|Embajada|Botschaft|Gouvernement|Gobierno|Bundesregierung|Regjeringen|Kommune"
    r"|Conseil|Stadt|Ayuntamiento|Direcci[oó]n|Secretar[ií]a|Departamento|Oficina|Cancillería|Secr[eé]tariat"
    r"|Mairie)\b|^(?:[\w&]+ ){3,8}(?:Network|Foundation|Alliance|Federation)$",
)
_MEETING_NOUN = re.compile(
    r"\b(?:Conference|Meetings?|Session|Summit|Assembly|Congress|Symposium|Forum|Seminar|Workshop"
    r"|Conf[ée]rence|Réunion|Sommet"
    r"|Colloque|Session|Conferencia|Reunión|Cumbre|Congreso|Konferanse\w*|[Mm]øte\w*|Konferenz|Tagung|Treffen|Gipfel"
    r"|Consultations?|Negotiations|Round ?table|Colloquium|Anniversary|Assemblée|Asamblea|\w+konferanse\w*|\w+møtet?"
    r"|\w*[Kk]onferenz|Convention)\b",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"^(?:(?:Working |Plenary |Opening |Closing |Parallel )?Session|Agenda item|Item|Panel|Plenary"
    r"|Working Group|Round ?table"
    r"|Séance|Point|Sesión|Punto|Sesjon|Sak|Sitzung|Tagesordnungspunkt|Theme|Segment)\b"
    r"\s*(?:\d{1,3}|[IVX]{1,5}|[A-F]|on\b|one|two|three|four|five|six|:)",
)
_MONTH_ONLY = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Fall|Winter|Today|Yesterday)$",
    re.IGNORECASE,
)
_NAME_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*"
_PLACE = re.compile(
    rf"^(?:{_NAME_WORD}|de|del|la|las|los|el|the|of|am|an der|upon|sur|do|da|São"
    rf"|den)(?:[ -](?:{_NAME_WORD}|de|del|la|las|los|of"
    rf"|the|am|upon|sur|do|da|di|og|en|le)){{0,4}}(?:,? \(?(?:{_NAME_WORD}|D\.C\.)\)?){{0,2}}$"
)
_NOT_PLACE = re.compile(
    r"\b(?:Towards?|For|On|Against|Beyond|Building|Session|Conference|Meeting|Minist|President"
    r"|Ambassador|Secretary|General|Mr|Mrs|Ms"
    r"|Dr|Prof|H\.E|Chair|Department|Embassy|Mission|Committee|Council|Assembly|Director|Press"
    r"|News|Statement|Speech|Report"
    r"|Summit|Forum|Symposium|Workshop|Seminar|Congress|Declaration|Convention|Treaty|Protocol|University|Institute|Hall|Hotel|Centre|Center|Palais"
    r"|Room|Building|Society|Government"
    r"|Representative|Spokes|Office|Part|Article|Annex|No|Item|Updated?|Publi(?:shed|é|cado)|Paru|Posted|Delivered"
    r"|Check|Copyright|Tel|Ref|Adopted|Signed|Done|Issued|Dated|Held|Given|Agreed|Revised|Received|Born|Died"
    r"|Present|Status|Debates?)\b"
    r"|\d|minister|Minister",
)
_ROLE = (
    r"(?:(?:Prime |Deputy |Foreign |First |Vice[- ]|State |Permanent |Acting |Federal |Under-?"
    r"|Assistant |Special |Honorary )*"
    r"(?:Minister|President|Ambassador|Secretary(?:[- ]General)?|Representative"
    r"|Director(?:[- ]General)?|Chair(?:man|person|woman)?"
    r"|Chancellor|Commissioner|Envoy|Mayor|Speaker|Rapporteur|Professor|Governor|Senator|Judge"
    r"|Justice|King|Queen|Pope"
    r"|Statsminister|Utenriksminister|Statssekretær|Minist(?:re|ro|ra)|Président|Presidente"
    r"|Außenminister|Bundesminister\w*"
    r"|Bundeskanzler\w*|Ambassadeur|Embajador\w*|Botschafter\w*))"
)
_PERSON = re.compile(
    rf"^(?:(?:H\.? ?E\.?|His Excellency|Her Excellency|The (?:Right )?Hono?u?rable|Hon\.|Mr\.?"
    rf"|Mrs\.?|Ms\.?|Dr\.?|Prof\.?"
    rf"|Sir|M\.|Mme|S\.E\.|Ambassador|General)\s+{_NAME_WORD}|{_ROLE}(?:\s+(?:of|for"
    rf"|to)\s+(?:the\s+)?[\w ,&-]{{3,60}}?)?"
    rf"\s+{_NAME_WORD}(?:\s+(?:van|von|de|der|al|bin|{_NAME_WORD})){{0,4}}$)"
)
_OFFICE = re.compile(
    rf"^\w{{0,24}}(?:minister|sekretær|råd|president|direktør|ambassadør|leder|ordfører|ministre"
    rf"|ministr[oa]|présidente?|presidente|secrétaire|secretari[oa]"
    rf"|embajador[a]?|ambassadeur|directeur|director[a]?)(?: [\w’'-]+){{0,6}}? {_NAME_WORD} {_NAME_WORD}$"
)
_OFFICE_FIRST = re.compile(_ROLE + r"\b")
_BYLINE = re.compile(
    rf"^(?:by|av|par|por|von|text|tekst|written by|delivered by|presented by|prononcé par"
    rf"|pronunciado por|holdt av|ved)\s*:?\s+"
    rf"(?P<who>(?!resolution|consensus|vote)(?:the |la |le |el |der |den )?{_NAME_WORD}.{{1,120}})$",
    re.IGNORECASE,
)
_NAME_LIKE = re.compile(rf"^{_NAME_WORD}(?:\s+(?:van|von|de|der|al|bin|da|dos|{_NAME_WORD})){{1,4}}$")
_DEED = re.compile(
    r"\b(?:visits?|opens?|meets?|signs?|calls?|urges?|welcomes?|announces?|attends?|condemns?"
    r"|addresses|hosts?|launches|receives?|to|on|at|in|joins?|wins?|leaves?|returns?"
    r"|rejects?|backs?|warns?|arrives?|presents?|pledges|thanks|elected|appointed|named|talks"
    r"|summary|report|statement|speech|general assembly)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^[*_]{0,3}\(?[A-ZÀ-Þ].{2,90}?\)?\s(?:–|—|--?)\s+\S")
_FIGURE = re.compile(r"\d|/")
_SENTENCE_END = re.compile(
    r"(?<!\bbl\.a)(?<!\bf\.eks)(?<!\bm\.fl)(?<!\bbzw)(?<!\bz\.B)(?<!\bca)(?<!\bnr)"
    r"(?<!\b\d)(?<!\b[0-3]\d)(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bProf)(?<!\bNo)[.!?] "
    r"+(?=[A-ZÀ-Þ“\"«])"
)
_WORDS = re.compile(r"[^\W_][\w’'.-]*")
_SMALL_WORDS = (
    "of the on and in for to a an at by with from or as its their de du des la le les et sur pour en d l y "
    "el los las del og om i av på til fra und der die das für zur zum von vom over under"
)
_FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())
QUOTATION = re.compile(r"[“„«\"][^“„«»\"]{60,}[.!?] [A-ZÀ-Þ][^“„«»\"]+[.!?][”“»\"]")
"""Several sentences between quotation marks, as stand over the text of a speech."""
_CLOSING = re.compile(
    r"^(?:Done|Adopted|Signed|Given|Fait|Hecho|Utferdiget|Geschehen|Adopté|Adoptad[oa]|Agreed"
    r"|Issued|Vedtatt)\b"
)


@lru_cache(maxsize=REMEMBERED)
def is_prose(text: str) -> bool:
    """Tell whether a line is a sentence of running text and not a heading, label or name."""
    count = text.count(" ") + 1
    if count >= 45:
        return True
    if not text.endswith(_ENDS):
        return count >= 24 and bool(_VERB.search(text))
    if text.endswith((",", ":")):
        return count >= 14
    if count >= 12 and _LEAD.match(text) and _lower_share(text) >= 0.35:
        return True
    if count >= 16 and _lower_share(text) > 0.5:
        return True
    if count >= 8 and _lower_share(text) >= 0.6:
        return True
    return count >= 4 and bool(_VERB.search(text)) and _lower_share(text) >= 0.4


def is_row(text: str) -> bool:
    """Tell whether a long line is a row of names of pages and no sentence: capitals throughout, no stop."""
    words = text.split() if len(text) < 3000 and not text.endswith(_ENDS) and ". " not in text else []
    return len(words) >= 15 and sum(word[0].isupper() for word in words) * 10 >= 7 * len(words) and not text.isupper()


def _lower_share(text: str) -> float:
    words = text.split()
    return sum(not word[0].isupper() and word[0].isalpha() for word in words) / len(words)


def is_salutation(text: str) -> bool:
    """Tell whether a line addresses its hearers or reader."""
    return len(text) < 400 and bool(_SALUTATION.match(text)) and not _NOT_SALUTED.match(text)


def opens_body(text: str) -> bool:
    """Tell whether a line begins a list or a numbered text; between asterisks stands a banner ("* Alert *")."""
    return bool(_BODY_OPENING.match(text)) and not (text.startswith("*") and text.endswith("*"))


def begins_label(text: str) -> bool:
    """Tell whether a line begins with a known label."""
    return labels.of_segment(text) is not None


def is_typed(text: str) -> bool:
    """Tell whether a line of at most 400 characters begins as the title of a speech, statement, report, … does."""
    return len(text) <= 400 and document_types.opening(text) is not None and len(text) - len(first_sentence(text)) < 4


def first_sentence(text: str) -> str:
    """Give the first sentence of a text; the whole if it has one only."""
    match = _SENTENCE_END.search(text)
    return text[: match.start() + 1] if match else text


def is_closing_dateline(text: str) -> bool:
    """Tell whether a line says that a text was done, adopted or signed somewhere."""
    return len(text) < 200 and bool(_CLOSING.match(text))


def names_meeting(text: str) -> bool:
    """Tell whether a line holds the noun of a meeting."""
    return bool(_MEETING_NOUN.search(text))


def is_session(text: str) -> bool:
    """Tell whether a line names a session or an item of an agenda."""
    return len(text) < 160 and bool(_SESSION.match(text))


@lru_cache(maxsize=REMEMBERED)
def is_organisation(text: str) -> bool:
    """Tell whether a whole line is the name of a ministry, embassy, society or court."""
    words = (text := text.rstrip(" .|")).split()
    most = 40 if text.isupper() else 12
    if not 1 < len(words) <= most and not (len(words) == 1 and text.endswith("departementet")):
        return False
    shown = text.title() if text.isupper() else text
    return (
        bool(_ORGANISATION.match(shown))
        and is_capitalised(shown)
        and not _VERB.search(text)
        and not deeds.tells(shown)
        and not document_types.opening(text)
        and ":" not in text
        and " by " not in text
        and not _FIGURE.search(text)
        and not text.endswith((",", ";"))
    )


def is_capitalised(text: str) -> bool:
    """Tell whether nearly all words that carry meaning begin with a capital or a figure: the form of a name."""
    words = [word for word in _WORDS.findall(text) if word.casefold() not in _FUNCTION_WORDS]
    return bool(words) and sum(not word[0].islower() for word in words) / len(words) >= 0.75


@lru_cache(maxsize=REMEMBERED)
def is_place(text: str) -> bool:
    """Tell whether words have the form of a place's name: one to five capitalised words, no title, no date."""
    shown = text.title() if text.isupper() else text
    if text.casefold() in site_words.NO_PLACE:
        return False
    return (
        2 < len(text) <= 48
        and bool(_PLACE.match(shown))
        and not _NOT_PLACE.search(shown)
        and not _MONTH_ONLY.match(shown)
        and shown[0].isupper()
    )


@lru_cache(maxsize=REMEMBERED)
def is_person(text: str) -> bool:
    """Tell whether a line is a person's name with a title or an office."""
    return (
        len(text) <= 160
        and not text.endswith((":", ";"))
        and bool(_PERSON.match(text))
        and not _VERB.search(text)
        and not _DEED.search(text)
    )


def is_office(text: str) -> bool:
    """Tell whether a line begins with an office, as the line under a speaker's name does."""
    return len(text) <= 120 and bool(_OFFICE_FIRST.match(text)) and not _VERB.search(text)


def begins_with_office(text: str) -> bool:
    """Tell whether words begin with an office in lower case and go on with a name ("statssekretær Kari Li")."""
    return bool(_OFFICE.match(text))


def is_name(text: str) -> bool:
    """Tell whether words have the form of a person's name: two to five capitalised words."""
    return len(text) <= 60 and bool(_NAME_LIKE.match(text)) and not _NOT_PLACE.search(text)


def byline(text: str) -> str:
    """Give the name of a line like "By Jane Doe"; empty if it is none."""
    match = _BYLINE.match(text)
    if match is None or text.endswith((".", ":", ";", "?")) or _VERB.search(match["who"]) or text.count(" ") > 14:
        return ""
    return match["who"].strip() if match["who"][0].isupper() or match["who"].startswith(("the ", "la ", "le ")) else ""
