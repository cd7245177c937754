"""A catalogue for tests in which every word is marked, so that a page shows what does not come from a catalogue."""

import json
import re

from muniment.words import po
from muniment.words.making import made

LANGUAGE = "qps-ploc"
"""A tag that stands for no language."""
PLURAL = "nplurals=2; plural=(n != 1);"
KEPT = ("sort.letters", "number.mark", "number.least")
"""Words that the program reads."""
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")


def marked(opening: str = "⟦", closing: str = "⟧") -> str:
    """Translate every word into itself between two marks."""
    lines = ['msgid ""', 'msgstr ""', f'"Plural-Forms: {PLURAL}\\n"', ""]
    for entry in po.read(made(LANGUAGE))[0]:
        if not entry.message:
            continue
        is_kept = entry.context in KEPT
        forms = (entry.message, entry.plural) if entry.plural else (entry.message,)
        said = [form if is_kept else f"{opening}{form}{closing}" for form in forms]
        lines += [f"msgctxt {_quoted(entry.context or '')}", f"msgid {_quoted(entry.message)}"]
        lines += [f"msgid_plural {_quoted(entry.plural)}"] if entry.plural else []
        lines += [f"msgstr{f'[{number}]' if entry.plural else ''} {_quoted(form)}" for number, form in enumerate(said)]
        lines.append("")
    return "\n".join(lines)


def unmarked(text: str) -> list[str]:
    """Give what stands outside the marks; what stands inside others' blanks counts as inside."""
    while _MARKED.search(text):
        text = _MARKED.sub("\x00", text)
    return [" ".join(piece.split()) for piece in text.split("\x00")]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
