"""Turn a printed name into the steps by which it is recognised, and into the other ways to print it.

It refuses to know what a name means.
"""

import re
import unicodedata

# A word may carry combining accents and soft hyphens, and may go on after a hyphen at a line end.
WORD = r"\w[\w\u0300-\u036f\u00ad]*(?:[-‐]\r?\n[ \t]{0,40}[a-zß-ÿ]\w*)?"
_GAP = r"[ \t\u00a0\u202f]{0,40}(?:\r?\n[ \t\u00a0]{0,40})?"
_JOINT = rf"['’ʼ‘`´][ ]?|[ ]?[-‐‑–](?:\r?\n[ \t]{{0,40}}|[ ])?|(?:\.,|[.,])?{_GAP}\(?"
_FIRST = re.compile(WORD)
STEP = re.compile(rf"({_JOINT})({WORD}|&)")
_END = re.compile(r"[.)]{0,2}\Z")
_BROKEN = re.compile(r"[-‐]\r?\n[ \t]*")
_OFFICIAL = re.compile(r"(.*\b(?:Republic|State|States|Kingdom|Emirate|Sultanate|Principality)\b.*) of (the )?(\S.*)")


def fold(word: str) -> str:
    """Reduce a word to what its spellings share: no accents, no case, no hyphen of a broken line."""
    if word.isascii() and "\n" not in word:
        return "and" if word == "&" else word.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", whole(word).casefold()) if not unicodedata.combining(c))


def whole(word: str) -> str:
    """Put a word together again that a soft hyphen, a line end or decomposed letters break."""
    return unicodedata.normalize("NFC", _BROKEN.sub("", word).replace("\u00ad", ""))


def joint(printed: str) -> str:
    """Reduce what stands between two words to its class: apostrophe, hyphen, comma, bracket, stop or space."""
    bare = printed.strip(" \t\r\n\u00a0\u202f")
    if not bare:
        return " "
    if bare in "'’ʼ‘`´":
        return "'"
    if bare in "-‐‑–":
        return "-"
    return bare + " " if bare == "." and len(printed) > 1 else bare


def steps(form: str) -> tuple[tuple[str, str], ...]:
    """Split a form into (joint, word); the first joint is empty. A form with anything else in it gives no steps."""
    first = _FIRST.match(form)
    if not first:
        return ()
    found = [("", first.group())]
    position = first.end()
    while step := STEP.match(form, position):
        found.append((joint(step.group(1)), step.group(2)))
        position = step.end()
    return tuple(found) if _END.match(form, position) else ()


def words_of(form: str) -> list[str]:
    """List the words of a form that has steps, as they are printed."""
    return _FIRST.findall(form)


def head_spellings(word: str) -> tuple[str, ...]:
    """List the ways to print the first word of a form: as it is, in capitals, each also without accents."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return tuple(dict.fromkeys((word, word.upper(), bare, bare.upper())))


def fits(canonical: str, printed: str) -> bool:
    """Tell whether a word is printed in the case its name asks for: never lower for a capital, `US` never as `Us`."""
    if canonical[1:] != canonical[1:].lower():
        return printed in (canonical, canonical.upper())
    return not canonical[0].isupper() or printed[0].isupper()


def variants(form: str) -> tuple[str, ...]:
    """List other ways in which documents print an English name, made by rule; the form itself is not among them."""
    found = []
    official = None if "(" in form or "," in form else _OFFICIAL.fullmatch(form)
    if official:
        what, article, name = official.groups(default="")
        found += [f"{name}, {what} of {article}".rstrip(), f"{name} ({what} of {article}".rstrip() + ")"]
        found += [f"{what} of {name}", f"{name}, {what} of", f"{name} ({what} of)"] if article else []
    for written in (form, *found):
        if "Republic" in written and written != "Republic":
            short = written.replace("Republic", "Rep.")
            found += [
                short,
                short.replace("Democratic", "Dem."),
                short.replace("Democratic", "Dem").replace("Rep.", "Rep"),
            ]
        if "People's" in written:
            found += [written.replace("People's", "Peoples"), written.replace("People's", "People")]
    if form.startswith("Saint "):
        found += [form.replace("Saint ", "St. "), form.replace("Saint ", "St ")]
    return tuple(written for written in dict.fromkeys(found) if written != form and not written.startswith("The "))
