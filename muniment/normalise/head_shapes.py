"""Tells whether words have the shape of a head: capitals, a division's name or number, the case of a sentence.

Knows nothing of the lines around them but what follows, and nothing of any one document.
"""

import re

from muniment.normalise import marks
from muniment.normalise.working import Piece

_LONGEST_ROMAN = 90
"""Characters of a head behind a Roman number."""
LONGEST_PLAIN = 60
"""Characters of a head that only its shape tells."""
_SMALL_WORDS = ("with", "from", "this", "that")
_PROSE = 80
"""Characters from which a paragraph that ends as a sentence counts as running text."""
_DIVISION = re.compile(
    r"(?:article|section|chapter|part|title|annex|appendix|schedule|kapittel|artikkel|artikel|kapitel|artículo|capítulo"
    r"|chapitre|annexe|anexo|del|teil|articolo|artigo|articol|artikla|artykuł|madde|allegato|capitolo|titre|título"
    r"|hoofdstuk|bijlage|afdeling|avsnitt|bilaga|vedlegg|bilag|anlage|статья|стаття|член|глава|раздел|άρθρο|المادة|الفصل"
    r"|סעיף|अनुच्छेद) (?:\d{1,3}[a-z]?|[ivxlc]{1,6}|[a-h])\b[.:]?(?:[ \t]*[–—:.-]?[ \t]*\S.{0,80})?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,3})\.[ \t\u00a0]+(?=[^\W\d_])(?P<words>[^.]+)")
"""A Roman number before the words of a head: "II. Training and entry"."""
_ALONE = frozenset(
    (  # noqa: SIM905 - words read best as words
        "background introduction conclusion conclusions summary recommendations preamble annex contents"
        " acknowledgements overview discussion findings decision reasons facts bakgrunn innledning konklusjon"
        " sammendrag einleitung zusammenfassung conclusión introducción resumen résumé foreword preface preliminaries"
        " forord preambel innledning präambel vorwort hintergrund fazit préambule préface contexte synthèse preámbulo"
        " prólogo antecedentes conclusiones preâmbulo introdução conclusão resumo preambolo introduzione inleiding"
    ).split(" ")
)


def heads_part(text: str, following: Piece) -> bool:
    """Tell whether a line says what part begins here ("Preamble", "II. Training and entry") and words follow."""
    has_text = following.kind == "provision" or (
        following.kind == "paragraph" and following.role not in ("line", "lines") and len(following.text) >= _PROSE
    )
    roman = _ROMAN.fullmatch(text)
    if roman is None:
        return text.casefold() in _ALONE and has_text
    words = roman["words"].split()
    is_named = len(words) > 1 and any(word[0].islower() and len(word) > 3 for word in words)
    is_named = is_named or (len(words) > 1 and text.isupper() and len(text) <= LONGEST_PLAIN)
    is_known = len(words) == 1 and (words[0].casefold() in _ALONE or following.kind == "provision")
    return has_text and len(text) <= _LONGEST_ROMAN and (is_named or is_known)


def names_division(text: str) -> bool:
    """Tell whether a line names a numbered division: "Article 7", "Chapter II. Members"."""
    return _DIVISION.fullmatch(text) is not None and not marks.is_final(text)


def is_bold_heading(text: str) -> bool:
    """Tell a bold heading from a bold sentence: no end of a sentence, or most words capitalised."""
    if text[-1] in ",;…" or text.startswith(("(", '"', "“", "«")):
        return False
    if not marks.is_final(text) or text[-1] == "?":
        return ". " not in text
    words = [word for word in text.split() if len(word) > 3]
    return len(words) <= 10 and sum(word[0].isupper() for word in words) * 2 > len(words) and ". " not in text[:-1]


def is_capitals(text: str) -> bool:
    """Tell whether a line is in capitals throughout, and neither a code with figures nor a label with its value."""
    if not text.isupper() or len(text) > 100 or text.split(None, 1)[0].endswith(":"):
        return False
    letters = sum(character.isalpha() for character in text)
    return letters >= max(4, 2 * sum(character.isdigit() for character in text))


def is_sentence_case(text: str) -> bool:
    """Tell whether a short line begins with a capital, has a longer word without one, and no figure or stop."""
    words = text.split()
    if len(text) > LONGEST_PLAIN or len(words) > 8 or not text[0].isupper():
        return False
    if any(character.isdigit() or character in ".@|/:;\t" for character in text):
        return False
    if len(words) == 1:
        return text.casefold() in _ALONE
    return any(word[0].islower() and len(word) >= 4 and word not in _SMALL_WORDS for word in words[1:])


def is_prose(piece: Piece) -> bool:
    """Tell whether a piece is a paragraph of running text that ends as a sentence does."""
    stands_for_itself = piece.kind == "paragraph" and piece.role not in ("line", "lines")
    return stands_for_itself and len(piece.text) >= _PROSE and marks.is_final(piece.text)
