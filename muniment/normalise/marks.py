"""Tells what the characters of a line are: a mark of layout, a printed number, emphasis, the end of a sentence.

Knows nothing of the lines around it, and nothing of any one document.
"""

import re

BULLETS = "-*+•‣◦●○▪■□·–—\uf0b7\uf0a7"
"""Characters that stand before the entries of a list; the last two are what word processors leave of theirs."""

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|januar|februar|märz|juni|juli|oktober|dezember|desember|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|des|dez"
)
_DATELINE = re.compile(
    r"(?:(?P<place>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3})(?:, [^\W\d_][\w. '’-]{1,30})?,? (?:the )?)?"
    r"(?:\w{4,12},? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?: ?[–-] ?\d{{1,2}}\.?)? (?:of |de )?(?:{_MONTHS})\.?,?(?: de)? \d{{4}}"
    rf"|(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?(?: ?[–-] ?\d{{1,2}})?, \d{{4}})[.,]?",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:dear|my dear|excellenc|your |madam|mr\.? |mrs\.? |sir\b|sirs\b|ladies|distinguished|honou?rable|colleagues"
    r"|friends|fellow |chair(?:man|person|woman)?\b|(?:mr|madam)?\.? ?(?:president|speaker|secretary)\b|thank you"
    r"|thanks|to whom|good (?:morning|afternoon|evening)|kjære|ærede|mine damer|cher|chère|chers|mesdames|messieurs"
    r"|monsieur|madame|señor|señora|estimad|distinguid|excelencia|sehr geehrte|liebe |meine damen|yours "
    r"|sincerely|respectfully|with best)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<mark>\*\*|__)?"
    r"(?P<label>\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})\)|(?:\d{1,3}|[a-z]|[ivx]{1,6}|[A-Z]|[IVX]{1,6})[.)])"
    r"(?P<after>\*\*|__)?[ \t\u00a0]+(?=\S)"
)
_CLOSERS = "\"'”’»)]}*_"
_RUNS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")
_OPENS_AFTER = frozenset("([{\"'“‘«—–-/¿¡")
_CLOSES_BEFORE = frozenset(".,;:!?)]}\"'”’»—–-/…")


def is_dateline(text: str) -> bool:
    """Tell whether a line is a place and a day, or a day alone: "Geneva, 3 May 1998"."""
    return len(text) < 90 and _DATELINE.fullmatch(text) is not None


def begins_month(text: str) -> bool:
    """Tell whether words begin with the name of a month, so that a number before them is a day; no "may elect" does."""
    return _BEGINS_MONTH.match(text) is not None


_BEGINS_MONTH = re.compile(rf"(?!(?:may|march)[ \t]+(?-i:[a-z]))(?:{_MONTHS})\b", re.IGNORECASE)


def is_salutation(text: str) -> bool:
    """Tell whether a short line addresses hearers, thanks them, or closes a letter."""
    return len(text) < 160 and _SALUTATION.match(text) is not None


def number(text: str) -> tuple[str, str]:
    """Split off the printed number a line begins with: ("(ii)", rest); a bold mark around it goes with it.

    A bold mark that is not closed in this line is a sign like any other, and may not change places with the number.
    """
    if text[:1] not in _NUMBER_STARTS:
        return "", text
    found = _NUMBER.match(text)
    if found is None:
        return "", text
    mark, after, rest = found["mark"] or "", found["after"] or "", text[found.end() :]
    if not mark and not after:
        return found["label"], rest
    closing = found.end("after") if after else 0
    if (mark or after) != (after or mark) or not any(
        start == 0 and closing in (0, end) for start, end, _ in emphases(text)[:1]
    ):
        return "", text
    return found["label"], rest if after else mark + rest


_NUMBER_STARTS = frozenset("(*_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def is_rule(text: str) -> bool:
    """Tell whether a line is only a drawn line: three or more of one character, spaces apart."""
    if text[:1] not in _RULE_STARTS or len(text) > 400:
        return False
    drawn = text.replace(" ", "").replace("\t", "")
    return len(drawn) >= 3 and drawn == drawn[0] * len(drawn)


_RULE_STARTS = frozenset("-*_=–—~#•·.⁂")


def is_open(text: str) -> bool:
    """Tell whether words break off: no sentence, clause or heading mark stands at their end."""
    end = text.rstrip(_CLOSERS)
    if not end or not (end[-1].isalnum() or end[-1] in ",-\u00ad%€$£"):
        return False
    return text[-1] not in '"”’»' or end[-1] == ","


def is_final(text: str) -> bool:
    """Tell whether words end as a sentence does."""
    return text.rstrip(_CLOSERS)[-1:] in (".", "!", "?", "…")


def needs_more(before: str, behind: str) -> bool:
    """Tell whether words break off on one that needs another ("of the"), and the words behind can be what it needs.

    Near misses: "; and" before the next of a list, and words that begin a sentence of their own ("The", "Mr").
    """
    *others, last = before.split()[-2:] or ("",)
    word, first = last.casefold(), behind.split(None, 1)[0].strip("\"'“”‘’«»()[],") if behind.strip() else ""
    if word not in NEEDS_MORE or not first[:1].isalpha() or not (last.islower() or (last.isupper() and len(last) > 1)):
        return False
    if word in _CONJUNCTIONS and "".join(others)[-1:] in ",;:":
        return False
    if first[0].islower():
        return True
    if last.isupper():
        return first.isupper()
    is_name = first[1:].islower() or (first.isupper() and len(first) <= _LONGEST_ABBREVIATION) or "-" in first
    return is_name and first.casefold().rstrip(".") not in _BEGINNINGS


NEEDS_MORE = frozenset(
    (  # noqa: SIM905 - words read best as words
        "the a an of and or to in on at by for with from as that which this these those its their our his her is are"
        " was were be been has have had will shall would should may not under between de la le les des du et ou à en"
        " el los las y del der die das und von zu av og i på til som den det"
    ).split(" ")
)
"""Words after which a sentence goes on."""
_NEAR = 40
"""Characters before a mark that are looked at."""
_CONJUNCTIONS = frozenset("and or et ou y und og".split(" "))  # noqa: SIM905 - words read best as words
_BEGINNINGS = NEEDS_MORE | frozenset(
    "mr mrs ms dr he she it we they there i if when as however but he".split(" ")  # noqa: SIM905 - words read best so
)
_LONGEST_ABBREVIATION = 6
"""Letters; a longer word in capitals begins a paragraph ("AFFIRMS") more often than it names a body ("UNESCO")."""


def _is_against_sign(text: str, start: int) -> bool:
    """Tell whether what stands against a mark begins its line with the sign of a quotation: ">[" before "*one*"."""
    near = text[max(start - _NEAR, 0) : start]
    if not near or near[-1].isspace():
        return False
    word = near.split()[-1]
    at = start - len(word)
    return word[0] == ">" and (at == 0 or text[at - 1] == "\n")


def unmarked(text: str) -> str:
    """Take off bold marks that hold a whole paragraph; give the text unchanged if any stand inside it."""
    for mark in ("**", "__"):
        size = len(mark)
        if text.startswith(mark) and text.endswith(mark) and len(text) > 2 * size:
            inner = text[size:-size].strip()
            if inner and mark not in inner and inner[0] != mark[0] and inner[-1] != mark[0]:
                return inner
    return text


def emphases(text: str) -> tuple[tuple[int, int, int], ...]:
    """Find the paired emphasis of a text: (start, end, length of the mark); whatever else looks like it is literal.

    The narrow reading of CommonMark on which every reader of Markdown agrees: marks that open before a word and close
    behind one, of the same length, with letters or figures and no other mark between.
    """
    runs = [(found.start(), found.end()) for found in _RUNS.finditer(text)]
    pairs = []
    index = 0
    while index < len(runs) - 1:
        (start, opened), (closing, end) = runs[index], runs[index + 1]
        if _is_pair(text, start, opened, closing, end):
            pairs.append((start, end, opened - start))
            index += 2
        else:
            index += 1
    return tuple(pairs)


def plain(text: str) -> str:
    """Give the words a reader sees: paired emphasis taken off."""
    if "*" not in text and "_" not in text:
        return text
    shown, done = [], 0
    for start, end, size in emphases(text):
        shown += [text[done:start], text[start + size : end - size]]
        done = end
    return "".join((*shown, text[done:]))


def _is_pair(text: str, start: int, opened: int, closing: int, end: int) -> bool:
    size = opened - start
    if size > 3 or text[start:opened] != text[closing:end]:
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    inside = text[opened:closing]
    return (
        (before.isspace() or before in _OPENS_AFTER)
        and (after.isspace() or after in _CLOSES_BEFORE)
        and not _is_against_sign(text, start)
        and any(character.isalnum() for character in inside)
        and not inside[0].isspace()
        and not inside[-1].isspace()
        and "\n\n" not in inside
    )
