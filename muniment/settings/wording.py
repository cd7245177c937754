"""Turns a language and the catalogues of `site_src/words/` into the words of the interface, with every fault named.

It refuses to drop a word in silence: what is not translated stands in English and is reported.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from muniment import problems
from muniment.model import Problem
from muniment.settings.translation import FOLDER, Translation, missing, path_of, translation, uneven
from muniment.words import ENGLISH, Words, po
from muniment.words.catalogue import REASON, completed, plurals

STANDS_IN = {"no": "nb", "nn": "nb"}
"""Language → the shipped one that its readers read, where it has no words of its own."""
SAME = ("no",)
"""Tags that mean the language that stands in for them."""


def read(
    files: Mapping[str, bytes], language: str, shipped: Mapping[str, bytes], line: int = 0
) -> tuple[Words, tuple[Problem, ...]]:
    """Give the words of a language: the shipped ones, and over them those that the archive brings.

    `shipped` are catalogues by language; `line` is that of `language` in archive.toml.
    """
    base = language.partition("-")[0].lower()
    paths = [path for tag in dict.fromkeys((base, language)) if (path := path_of(tag)) in files]
    words, is_known = _standing(base, language, shipped)
    found = _unread(files, paths, language)
    for path in paths:
        own = translation(path, files[path])
        troubles = [*own.problems, *uneven(own, words if is_known else None)]
        found += troubles
        if any(problem.severity == "error" for problem in troubles):
            continue
        if is_known:
            words = _over(words, own)
        else:
            words, is_known = completed(language, own.plural, own.entries, own.reasons), True
            found += missing(own)
    if not is_known and not paths:
        known = ", ".join(("en", *sorted(shipped)))
        found.append(
            problems.report(
                "T-155",
                "site_src/archive.toml",
                line,
                language=base,
                spoken=words.language,
                known=known,
                file=path_of(base),
            )
        )
    return replace(words, version=_version(files[path] for path in paths)) if paths else words, tuple(found)


def _version(catalogues: Iterable[bytes]) -> str:
    """Digest catalogues, so that whoever remembers a page knows what it says; sha256, first 16 hex digits."""
    return hashlib.sha256(b"\0".join(catalogues)).hexdigest()[:16]


def _standing(base: str, language: str, shipped: Mapping[str, bytes]) -> tuple[Words, bool]:
    """Give the words that come with the program, and whether they are the language that is asked for."""
    if base == "en":
        return replace(ENGLISH, language=language) if language != "en" else ENGLISH, True
    if base in shipped:
        return _shipped(shipped[base], language), True
    other = STANDS_IN.get(base, "")
    if other in shipped:
        return _shipped(shipped[other], language if base in SAME else other), base in SAME
    return ENGLISH, False


@lru_cache(maxsize=8)
def _shipped(content: bytes, language: str) -> Words:
    """Read a catalogue that comes with the program; a fault in it is ours and raises."""
    entries, faults = po.read(content.decode("utf-8"))
    if faults:
        raise ValueError(f"the shipped catalogue of {language} has a fault in line {faults[0].line}")
    full = tuple(each for each in entries if each.context and all(each.forms))
    own = {each.context or "": each.forms for each in full}
    reasons = {each.message: each.forms[0] for each in full if each.context == REASON}
    return completed(language, plurals(po.header(entries)["plural-forms"]), own, reasons)


def _over(words: Words, own: Translation) -> Words:
    """Put an archive's own words over those that stand."""
    return replace(words, entries={**words.entries, **own.entries}, reasons={**words.reasons, **own.reasons})


def _unread(files: Mapping[str, bytes], paths: Iterable[str], language: str) -> list[Problem]:
    """Report files in the folder of words that nothing reads."""
    known = tuple(paths)
    return [
        problems.report("T-156", path, language=f'"{language}"')
        for path in sorted(files)
        if path.startswith(FOLDER) and path not in known
    ]
