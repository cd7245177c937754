"""Damages texts on purpose, always the same way: `python benchmarks/quality/damage.py TEXTS`; knows no annotation.

Reads TEXTS/*.txt and writes TEXTS/damaged/<name>--<damage>.txt; each damage is done to a few texts chosen by hash.
"""

import hashlib
import re
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MENU = "Home\nAbout us\nWhat we do\nNewsroom\nContact\nSearch\nSkip to main content\n"
COOKIES = "This website uses cookies to improve your experience. Accept all | Settings\n"
FOOTER = "Share this page: Facebook Twitter LinkedIn\nPrint\nPrivacy policy | Terms of use\nBack to top\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One way in which texts come damaged."""

    name: str
    does: Callable[[str], str | bytes]
    costs: tuple[str, ...] = ()
    """Fields of the annotation that no longer hold for the damaged text."""
    least: int = 0
    """Lines a text must have to be worth damaging so."""


def furniture(text: str) -> str:
    """Put a site's menu, cookie notice and footer around the text."""
    return f"{MENU}{COOKIES}{text}{'' if text.endswith(chr(10)) else chr(10)}{FOOTER}"


def repeated_lead(text: str) -> str:
    """Print the first long paragraph twice in a row."""
    lines = text.split("\n")
    place = next((number for number, line in enumerate(lines) if len(line) > 120), 0)
    return "\n".join([*lines[: place + 1], lines[place], *lines[place + 1 :]])


def glued(text: str) -> str:
    """Lose the line ends between short lines and what follows them."""
    return re.sub(r"(?m)^(.{1,60})\n+(?=\S)", r"\1 ", text, count=3)


def one_line(text: str) -> str:
    """Lose every line end."""
    return re.sub(r"\s*\n\s*", " ", text)


def wrapped(text: str) -> str:
    """Wrap hard at 72 characters, with a blank line between paragraphs."""
    paragraphs = (textwrap.fill(line, 72, break_long_words=False) for line in text.split("\n") if line.strip())
    return "\n\n".join(paragraphs) + "\n"


def indented(text: str) -> str:
    """Indent every line so far that Markdown takes it for code."""
    return re.sub(r"(?m)^(?=.)", "        ", text)


def html_residue(text: str) -> str:
    """Leave tags and entities of the page in the text."""
    escaped = text.replace("&", "&amp;").replace("'", "&#39;")
    return "\n".join(f"<p>{line}<br/></p>&nbsp;" if line.strip() else line for line in escaped.split("\n"))


def windows(text: str) -> bytes:
    """Encode as Windows-1252."""
    return text.encode("cp1252", errors="ignore")


def marked(text: str) -> bytes:
    """Begin with a byte-order mark."""
    return b"\xef\xbb\xbf" + text.encode()


def doubled_returns(text: str) -> bytes:
    """End lines with two carriage returns and a line feed."""
    return text.replace("\n", "\r\r\n").encode()


def soft_hyphens(text: str) -> str:
    """Put soft hyphens into long words."""
    return re.sub(r"\b(\w{4})(\w{4,})\b", "\\1\u00ad\\2", text)


def cut_words(text: str) -> str:
    """Wrap at 60 characters and cut words at line ends with a hyphen."""
    out = []
    for line in text.split("\n"):
        while len(line) > 60:
            word = re.match(r".{40,58}?\b[a-z]{3}(?=[a-z]{4})", line)
            if not word:
                break
            out.append(word.group() + "-")
            line = line[word.end() :]
        out.append(line)
    return "\n".join(out)


def page_marks(text: str) -> str:
    """Put a page number and a running head after every fifteen lines."""
    lines, out = text.split("\n"), list[str]()
    for number, line in enumerate(lines, 1):
        out.append(line)
        if number % 15 == 0 and number < len(lines):
            out += [f"Page {number // 15} of {len(lines) // 15 + 1}", "", "ANNUAL RECORD OF PROCEEDINGS", ""]
    return "\n".join(out)


def cut_end(text: str) -> str:
    """End in mid-word, about two thirds through."""
    place = len(text) * 2 // 3
    while place < len(text) - 1 and not (text[place - 1].isalpha() and text[place].isalpha()):
        place += 1
    return text[:place]


def wide_blanks(text: str) -> str:
    """Set no-break spaces and trailing blanks as word processors do."""
    return re.sub(r"(?m)$", "  \u00a0", text.replace(". ", ".\u00a0 "))


def double_spaced(text: str) -> str:
    """Put blank lines between all lines."""
    return text.replace("\n", "\n\n\n")


def masthead(text: str) -> str:
    """Print a site's name and claim over the text."""
    return f"THE HARBOUR LIGHT\nIndependent voices from the coast\n\n{text}"


def caption(text: str) -> str:
    """Put a picture's caption and credit under the first line."""
    first, end, rest = text.partition("\n")
    return f"{first}{end}Delegates in the hall on the second day. Photo: A. Miller\n{rest}" if end else text


def near_lead(text: str) -> str:
    """Print the first long paragraph twice, the second time with another word in it."""
    lines = text.split("\n")
    place = next((number for number, line in enumerate(lines) if len(line) > 120), None)
    if place is None:
        return text
    words = lines[place].split(" ")
    again = " ".join((*words[:-4], "indeed", *words[-4:]))
    return "\n".join([*lines[: place + 1], "", again, *lines[place + 1 :]])


def flattened_table(text: str) -> str:
    """Let a table that lost its lines follow the text."""
    rows = " ".join(f"Row {number} {number}{number}.{number} yes" for number in range(1, 9))
    return f"{text.rstrip()}\n\nItem Value Agreed {rows}\n"


def second_language(text: str) -> str:
    """Let a paragraph in another language follow the text."""
    return f"{text.rstrip()}\n\nCe texte est aussi disponible en français sur le site de la bibliothèque de la ville.\n"


def old_returns(text: str) -> bytes:
    """End lines with a carriage return only, as old machines did."""
    return text.replace("\n", "\r").encode()


def wide_units(text: str) -> bytes:
    """Encode as UTF-16 with its mark."""
    return text.encode("utf-16")


DAMAGES: tuple[Damage, ...] = (
    Damage(name="furniture", does=furniture),
    Damage(name="repeated-lead", does=repeated_lead, least=3),
    Damage(name="glued", does=glued, costs=("title", "publisher", "place", "creator"), least=4),
    Damage(name="one-line", does=one_line, costs=("title", "publisher", "place", "creator", "kind"), least=4),
    Damage(name="wrapped", does=wrapped),
    Damage(name="indented", does=indented),
    Damage(name="html", does=html_residue),
    Damage(name="cp1252", does=windows),
    Damage(name="bom", does=marked),
    Damage(name="doubled-cr", does=doubled_returns, least=2),
    Damage(name="soft-hyphens", does=soft_hyphens),
    Damage(name="cut-words", does=cut_words),
    Damage(name="page-marks", does=page_marks, least=20),
    Damage(name="cut-end", does=cut_end, costs=("date", "states")),
    Damage(name="wide-blanks", does=wide_blanks),
    Damage(name="double-spaced", does=double_spaced, least=2),
    Damage(name="masthead", does=masthead, costs=("publisher",)),
    Damage(name="caption", does=caption, least=3),
    Damage(name="near-lead", does=near_lead, costs=("states",), least=3),
    Damage(name="flattened-table", does=flattened_table),
    Damage(name="second-language", does=second_language),
    Damage(name="old-returns", does=old_returns, least=2),
    Damage(name="utf-16", does=wide_units),
)
"""Every damage, in the order in which it is done."""


def chosen(damage: Damage, names: list[str]) -> list[str]:
    """Choose the texts a damage is done to: those whose name and damage hash lowest."""
    return sorted(names, key=lambda name: hashlib.sha256(f"{damage.name}/{name}".encode()).hexdigest())[:8]


def main() -> None:
    """Damage texts."""
    folder = Path(sys.argv[1])
    target = folder / "damaged"
    target.mkdir(exist_ok=True)
    for old in target.glob("*.txt"):
        old.unlink()
    held = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    for damage in DAMAGES:
        fit = [name for name, text in held.items() if text.count("\n") >= damage.least]
        for name in chosen(damage, fit):
            made = damage.does(held[name])
            content = made if isinstance(made, bytes) else made.encode()
            (target / f"{name}--{damage.name}.txt").write_bytes(content)


if __name__ == "__main__":
    main()
