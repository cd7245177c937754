"""Reads the language of a document by its script and its commonest small words.

Refuses to name a language that is not clearly ahead: then it is `und`.
"""

import re
from dataclasses import replace

from muniment.normalise.metadata import page_head, scripts
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_LANGUAGES: dict[str, str] = {
    "en": "the of and to in that for is with on was are this by be have which from not at as we an will has "
    "a it than said its they their were been who but would",
    "fr": "le la les des et du en une est dans pour que qui sur par au aux avec ce cette nous sont pas plus ont l d a",
    "es": "el la los las de y en que un una por con del para se al es su como más este esta sobre no ha lo a",
    "nb": "og i på det som er til av en for å har med ikke den vi fra de om et vil ble skal hun etter "
    "også hvor mellom være vært nå uke sier noen eller jeg blir",
    "nn": "og i på det som er til av ein for å har med ikkje den vi frå dei om eit vil vart skal også "
    "eg kva berre mellom vere vore no nokon eller blir seier",
    "de": "der die das und in den von zu mit ist für auf des im dem nicht ein eine sich auch als wir werden wird es",
    "pt": "o a os as de e em que um uma por com do da dos das para se ao não é na no mais como são pela pelo",
    "it": "il la i gli le di e in che un una per con del della dei non è sono nel alla da più si lo anche a",
    "nl": "de het een en van in is dat op te voor met zijn niet aan die er worden door ook om bij naar wij",
    "sv": "och i att det som en på är av för med till den har inte vi om ett från kommer ska också är efter var mellan",
    "da": "og i at det som en på er af for med til den har ikke vi om et fra blev skal også efter hvor "
    "mellem nogle være været nu eller jeg bliver siger uge",
    "pl": "i w na z do że się nie jest to o dla przez oraz od które jak po za są",
    "fi": "ja on ei että se ovat oli mutta sekä kun tai myös hän joka",
    "is": "og í að er á sem til við um með fyrir ekki það hefur var af frá",
    "id": "yang dan di dari untuk dengan pada ini dalam tidak akan oleh adalah",
    "tr": "ve bir bu için ile olarak da de olan çok daha ancak",
}
_TABLE: dict[str, tuple[str, ...]] = {}
for _tag, _words in _LANGUAGES.items():
    for _word in _words.split():
        _TABLE[_word] = (*_TABLE.get(_word, ()), _tag)
_SMALL = {tag: frozenset(words.split()) for tag, words in _LANGUAGES.items()}
_ALIKE = frozenset(
    frozenset(pair) for pair in (("nb", "nn"), ("nb", "da"), ("nn", "da"), ("nb", "sv"), ("nn", "sv"), ("da", "sv"))
)
"""Languages that a single passage does not tell apart."""
_PARTICLES = frozenset(
    "de la las los el le les da di do dos das del dei du des der den van von zu y e i et".split()  # noqa: SIM905 - words
)
"""Small words that stand in names, too."""
_FEWEST = 8
"""Words of a passage whose language is looked at."""
_FAMILIAR = 3
"""Different small words of the document's language that make a passage one of it."""
_DISTINCT = 4
"""Different small words that another language has to show."""
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2800


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give one reading of the language, `und` if none is clearly ahead."""
    lines = [line for line in seen.view.lines if line.kind != "lifted"] or list(seen.view.lines)
    if not lines:
        return ()
    text = _sample(lines)
    tag, score = of_text(text)
    declared = page_head.declared_language(seen)
    if declared and (tag == "und" or _is_same(declared[0], tag)):
        said, where = declared
        words = where.text.rpartition(": ")[2]
        value = tag if _is_same(said, tag) else said
        return (reading("language", value, (where, words), (0.96, "declared by the page")),)
    line = max(lines[:40], key=lambda one: min(len(one.text), 400))
    words = " ".join(line.text.split()[:10])
    reason = "by its commonest words" if tag != "und" else "no language is clearly ahead"
    return (replace(reading("language", tag, (line, words), (score, reason)), basis="inferred"),)


def _is_same(declared: str, found: str) -> bool:
    """Tell whether a declared tag names the language that was found; Norwegian is declared without its form, too."""
    primary = declared.partition("-")[0].lower()
    return primary == found or (primary == "no" and found in ("nb", "nn"))


def of_text(text: str) -> tuple[str, float]:
    """Tell the language of a text and how sure that is; `und` if unsure."""
    by_letters = "" if text.isascii() else scripts.of_letters(text)
    if by_letters:
        return by_letters, 0.95
    words = _WORD.findall(text.casefold())
    counts = dict.fromkeys(_LANGUAGES, 0)
    for word in words:
        tags = _TABLE.get(word, ())
        for tag in tags:
            counts[tag] += 3 if len(tags) == 1 else 1
    ranked = sorted(counts.items(), key=lambda entry: -entry[1])
    (best, most), (_, second) = ranked[0], ranked[1]
    if most < 3 or most < 0.08 * len(words) or (most - second < 2 and most < second * 1.1):
        return "und", 0.3
    return best, min(0.97, 0.6 + 0.4 * (most - second) / most + (0.2 if most > 20 else 0))


def is_of(text: str, own: str) -> bool:
    """Tell quickly whether a passage shows enough small words of a language to be in it."""
    return len(_SMALL.get(own, frozenset()).intersection(text.casefold().split())) >= _FAMILIAR


def of_passage(text: str, own: str) -> str:
    """Tell the language of a passage in a document of the language `own`; empty if it is that, or not clear.

    The small words of a language make up a quarter of its sentences and more; names and titles have few or none.
    """
    by_letters = "" if text.isascii() else scripts.of_letters(text)
    if by_letters:
        return "" if by_letters == own else by_letters
    if own in _SMALL and is_of(text, own):
        return ""
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST:
        return ""
    counts = {tag: sum(word in small for word in words) for tag, small in _SMALL.items()}
    best = max(counts, key=lambda tag: counts[tag])
    shown = _SMALL[best].intersection(words)
    others = max(count for tag, count in counts.items() if tag != best)
    is_clear = counts[best] >= 0.2 * len(words) and len(shown) >= _DISTINCT and counts[best] >= 1.4 * others
    is_foreign = counts.get(own, 0) <= 0.35 * counts[best] and frozenset((own, best)) not in _ALIKE
    return best if is_clear and is_foreign and len(shown - _PARTICLES) >= 2 else ""


def _sample(lines: list[Line]) -> str:
    """Give up to 2,800 characters, spread over the text, so that a quotation does not decide."""
    text = " ".join(line.text for line in lines)
    if len(text) <= _SAMPLE:
        return text
    part = _SAMPLE // 4
    step = (len(text) - part) // 3
    return " ".join(text[start : start + part] for start in range(0, len(text) - part + 1, step))
