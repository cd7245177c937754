"""Turns the beginning of a text into the headline in capitals that ran into its first sentence, if it has one.

Knows nothing of heads. Wire stories and scans lose the line end: "BRIDGE OPENS TO TRAFFIC LEEDS, May 2 - The new …".
"""

import re

from muniment.normalise.metadata import document_types, labels, shapes
from muniment.normalise.metadata.head import found_in

_DATELINE = re.compile(
    r"(?P<city>(?:(?:NEW|SAN|SANTA|SAINT|ST\.?|LOS|LAS|BUENOS|SAO|SÃO|RIO DE|TEL|ABU|CAPE|KUALA|HONG|ADDIS|PORT) )?"
    r"[^\W\d_a-z][^\W\d_a-z.'’-]+(?: CITY)?), (?:[^\W\d_]+\.? \d{1,2}|\d{1,2} [^\W\d_]+)\b"
)
_BOUND = re.compile(r"\b(?:of|on|in|at|from|to|by|the|de|del|el|du|le|am|vom|und|and|y|et)$", re.IGNORECASE)
_REACH = 240
_LONGEST_NAME = 7


_BRACKETED = re.compile(r"^\((?P<words>[^()]{15,200})\) \(\d{2,5}\)\s")


_LABELLED = re.compile(
    r"[\s|]*(?P<words>[^\s|][^|:]{12,220}?) (?:(?:Source(?: from)?|Date|Author|Published|Posted|Updated):"
    r"|(?:Published|Posted|Updated) (?:on|by|at) )"
)
_SUBJECT = re.compile(
    r"\b(?:Betr(?:\.|eff)?|Subject|SUBJECT|Re|RE|Objet|Asunto|Oggetto) ?: (?P<words>[^\s:][^:]{8,160}?)"
    r",? (?=(?:Bezug|Reference|Ref|Réf|Referencia|Dear|Sir|Sehr|Your Excellenc|Excellenc|Monsieur"
    r"|Madame|Señor|Estimad)\w*\b)"
)
_MINUTES = re.compile(
    r"\b(?P<words>(?:Draft )?Minutes of (?:an?|the) [^.]{5,120}?)(?=,? held\b|,? on [A-Z][a-z]+day\b)"
    r"|\b(?P<shouted>MINUTES OF THE [A-Z\d() ,-]{10,160}?)(?= \.{4}| [A-Z][a-z])"
)


def stamped(text: str) -> str:
    """Give the headline behind the day a crawler put before it: "date 2001-05-03 Harbour opens its gates"."""
    match = labels.STAMPED.match(text)
    words = text[match.end() :].strip() if match else ""
    is_cut = words.endswith(("...", "…"))
    return words if 3 <= words.count(" ") <= 24 and not is_cut and not shapes.is_prose(words) else ""


def minutes(text: str) -> str:
    """Give the title of minutes that stands before where and when the meeting was held; empty if none does."""
    match = _MINUTES.search(text[: 2 * _REACH])
    return match["words"] or match["shouted"] if match else ""


def bracketed(text: str) -> str:
    """Give the headline that a news file of an office prints in brackets before the count of words; empty if none."""
    match = _BRACKETED.match(text)
    return match["words"] if match else ""


def labelled(text: str) -> str:
    """Give the headline that stands on one line before "Source:", "Posted on" or "Published:" and the text.

    Only words that nearly all begin with a capital are one: "Harbour Opens Its Gates Source: Mill News 3 May 2001 The
    harbour …"; "The paper gives its source: the mill" is a sentence.
    """
    match = _LABELLED.match(text[:_REACH]) if len(text) > _REACH // 2 else None
    words = match["words"].strip(" -–—|") if match else ""
    if not 3 <= words.count(" ") <= 24 or ". " in words or not shapes.is_capitalised(words):
        return ""
    is_body = words.count(" ") < _LONGEST_NAME and shapes.is_organisation(words)
    return "" if is_body or document_types.alone(words) or shapes.is_salutation(words) else words


def subject(text: str) -> str:
    """Give the subject between label and address of a letter on one line: "Re: Dam on the Tamm Dear Ms Bell"."""
    match = _SUBJECT.search(text[: 2 * _REACH]) if len(text) > _REACH // 2 else None
    return match["words"].strip(" -–,;") if match else ""


def before_dateline(text: str) -> str:
    """Give the headline that runs into a dateline: "Talks end with accord LEEDS, 28 May 2010 (IPS) - The talks …"."""
    match = _DATELINE.search(text[: _REACH + 60])
    words = text[: match.start()].strip(" |-–—") if match and match.start() <= _REACH else ""
    is_phrase = 3 <= words.count(" ") <= 24 and not words.endswith((".", ",", ":")) and ". " not in words
    last = words.split()[-1] if is_phrase else ""
    if not is_phrase or words.isupper() or (last.islower() and len(last) <= 3):
        return ""
    return "" if shapes.is_salutation(words) or document_types.alone(words) else words


def meeting(text: str) -> str:
    """Give the meeting's name that runs into place and day: "Third Conference of Lake Towns Leeds, 2-4 May 2001 The …".

    Only a text that begins with capitals throughout does so; "The Third Conference agreed in Leeds on 4 May" tells.
    """
    first = next(iter(found_in(text[:_REACH])), None) if len(text) > _REACH else None
    words = text[: first.start].strip(" ,;(–—-|") if first and first.order else ""
    is_name = 3 <= words.count(" ") <= 14 and shapes.names_meeting(words) and shapes.is_capitalised(words)
    return words if is_name and ". " not in words and not _BOUND.search(words) else ""


def capitals(text: str) -> str:
    """Give the headline in capitals with which a text begins; empty if it begins otherwise."""
    run: list[str] = []
    for word in text[:_REACH].split():
        letters = [char for char in word if char.isalpha()]
        if not all(char.isupper() for char in letters):
            break
        run.append(word)
    shown = " ".join(run)
    if len(run) == len(text[:_REACH].split()):
        return ""
    dateline = _DATELINE.search(text[: _REACH + 60])
    if dateline and 0 < dateline.start() <= len(shown):
        run = text[: dateline.start()].split()
    elif run and run[-1] in {"A", "I", "À", "Y", "O"}:
        run = run[:-1]
    words = " ".join(run).strip(" -–—")
    is_headline = len(run) >= 3 and sum(char.isalpha() for char in words) >= 15 and not words.endswith((":", ",", "("))
    if not is_headline or document_types.alone(words) or shapes.is_organisation(words) or shapes.is_salutation(words):
        return ""
    return words
