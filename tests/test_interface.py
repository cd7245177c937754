"""Every word that a reader meets, on every kind of page, comes from the catalogue of the interface or the archive."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from unittest.mock import patch

import pytest
from lxml import html

from muniment import disk, formats, line, pages
from muniment.model import Files, Limits
from muniment.model.settings import Settings
from muniment.words import ENGLISH
from tests.conftest import ROOT
from tests.translated import LANGUAGE, marked, unmarked

DIVIDED = "shipped, divided"
"""The shipped archive where a page shows so little that every list is divided."""
OTHERS = {path.name: path for path in sorted((ROOT / "tests/archives").glob("*/"))}
ARCHIVES = {"shipped": ROOT, DIVIDED: ROOT, **OTHERS}
READ_ALOUD = ("alt", "aria-label", "title", "placeholder", "label")
"""Attributes that a reader meets."""
READ_BY_SCRIPTS = ("dark", "light", "dark-name", "light-name", "status", "short", "one", "copied", "selected", "words")
"""`data-…` attributes with words that a script shows."""
READ_BY_OTHERS = ("description", "og:title", "og:description", "og:image:alt", "og:site_name")
"""Names of `<meta>` elements whose words are shown elsewhere."""
NOT_WORDS = ("script", "style", "code")
"""Elements that hold no word of the interface."""
NOT_THE_INTERFACE = ("rule", "hash", "file", "source", "short-form", "citations", "how", "imprint")
"""Classes of what is none: names of files and rules, hashes, forms such as TEI, an edition's own source; and citations,
whose four styles are English whatever the language of the pages (docs/citing.md)."""
SPEAKING = (".html", ".xml", "data/datapackage.json")
"""Endings of files with words of the interface."""
LETTERS = re.compile(r"[^\W\d_]{2,}")


@cache
def _built(name: str, opening: str = "⟦", closing: str = "⟧") -> Mapping[str, str]:
    """Build an archive whose interface is in a language in which every word is marked; give the files with words."""
    inputs, _ = disk.read(ARCHIVES[name], "https://example.org/archive/")
    sources = {path: content for path, content in inputs.sources.items() if not path.startswith("site_src/words/")}
    settings = sources["site_src/archive.toml"].decode()
    assert settings.count("\nlanguage = ") == 1
    sources["site_src/archive.toml"] = re.sub("\nlanguage = .*", f'\nlanguage = "{LANGUAGE}"', settings).encode()
    sources[f"site_src/words/{LANGUAGE}.po"] = marked(opening, closing).encode()
    limits = Limits(cards=1, rows=1, named=1, beside=1, drawn=1, columns=1, passages=1) if name == DIVIDED else Limits()
    Settings(title="")  # what makes one is written when the first is made
    with patch.dict(Settings.__init__.__kwdefaults__, limits=limits):
        outcome = line.run(replace(inputs, sources=Files(sources)))
    assert [problem for problem in outcome.problems if problem.severity == "error"] == []
    return {asset.path: asset.content.decode() for asset in outcome.files if asset.path.endswith(SPEAKING)}


def _pages(name: str, *signs: str) -> Mapping[str, str]:
    return {path: page for path, page in _built(name, *signs).items() if path.endswith(".html")}


@cache
def _held(name: str) -> str:
    """Give every word that the archive itself holds, and the names of the gazetteer."""
    inputs, _ = disk.read(ARCHIVES[name])
    texts = [content.decode("utf-8", "replace") for path, content in inputs.sources.items() if not path.endswith(".po")]
    texts += ["".join(transcript.lines) for row in inputs.seeds.items() if (transcript := formats.read(*row)[0])]
    return " ".join(" ".join(texts).replace("\\", "").split()) + inputs.states.decode()


def _said(page: str) -> Iterator[str]:
    """Give every text of a page that a reader meets, or that a script shows to one."""
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str):
            continue
        within = any(_is_passed(each) for each in element.iterancestors())
        is_passed = within or _is_passed(element)
        yield from (text for text in (element.text,) if text and not is_passed)
        yield from (text for text in (element.tail,) if text and not within)
        if not is_passed:
            names = (*READ_ALOUD, *(f"data-{name}" for name in READ_BY_SCRIPTS))
            yield from (element.get(name) for name in names if element.get(name))
        if element.get("name", element.get("property")) in READ_BY_OTHERS:
            yield element.get("content")


def _is_passed(element: html.HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    return element.tag in NOT_WORDS or any(name in classes for name in NOT_THE_INTERFACE)


def _foreign(name: str, text: str) -> list[str]:
    """Give what stands in a text and is neither marked nor the archive's."""
    held = _held(name)
    pieces = [re.sub(r'\{?"[a-z.]+": \[?"|"\]?[,}] ?|"plural": "[01]+', "", piece) for piece in unmarked(text)]
    pieces = [piece.replace("\\", "") for piece in pieces]
    plain = [part.strip(" ,.;:–—·()[]‹›#?!0123456789-") for piece in pieces for part in re.split("[,:;·–] ", piece)]
    return [
        piece
        for piece in plain
        if LETTERS.search(piece) and piece not in held and piece[:1].lower() + piece[1:] not in held
    ]


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_word_of_every_page_is_marked_or_the_archive_s_own(name: str) -> None:
    """Templates, views and what scripts are given hold no words of their own."""
    found = {
        (piece, path) for path, page in _pages(name).items() for text in _said(page) for piece in _foreign(name, text)
    }

    assert sorted(found) == []


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_word_of_a_file_to_take_away_is_marked(name: str) -> None:
    """What TEI's header says, and what the description of the tables says of them and of their columns."""
    files = _built(name)
    package = json.loads(files["data/datapackage.json"])
    said = [table["title"] for table in package["resources"]]
    said += [field["description"] for table in package["resources"] for field in table["schema"]["fields"]]
    headers = [file.partition("</teiHeader>")[0] for path, file in files.items() if path.endswith(".xml")]
    told = [words for header in headers for words in re.findall("<(?:p|change)[^>]*>([^<]+)", header)]

    assert len(said) > 20
    assert len(told) > 10
    assert [words for words in (*said, *told) if not re.fullmatch("⟦.*⟧", words) and words not in _held(name)] == []


def test_a_word_in_a_template_would_be_found() -> None:
    """The test above sees words in text, in attributes, and around words of the archive."""
    page = '<p>Colour</p><a href="x" aria-label="Colour it">⟦Red⟧</a><p>Colour: ⟦blue⟧</p><code>colour</code>'

    found = [piece for text in _said(f"<html><body>{page}</body></html>") for piece in _foreign("shipped", text)]

    assert found == ["Colour", "Colour it", "Colour"]


def test_pages_of_every_kind_are_looked_at() -> None:
    """No kind of page is left out because no archive has one."""
    planned = {kind.name for kind in pages.SITE}
    built = [page for name in ARCHIVES for page in _pages(name).values()]
    met = {kind for page in built for kind in re.findall('<body class="([a-z-]+)', page)}

    assert planned == met


def test_scripts_hold_no_words() -> None:
    """What a script says it is given by the page: no string of a script reads like words."""
    strings = re.compile(r'"([^"\n]*)"|\'([^\'\n]*)\'|`([^`]*)`')
    found = []
    for path in sorted((ROOT / "static").glob("*.js")):
        code = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        for match in strings.finditer(code):
            words = re.sub(r"\$\{[^}]*\}", "", next(each for each in match.groups() if each is not None))
            if re.search(r"[A-Za-z]{2,},? [A-Za-z]{2,}|^[A-Z][a-z]{2,}$", words) and words not in KNOWN:
                found.append((path.name, words))

    assert found == []


KNOWN = ("use strict", "plain hints", "#search select")
"""Strings of scripts that are read by the browser."""


@pytest.mark.parametrize("signs", ['"><script>alert(1)</script>', "'&<b>\\u003c/script>"])
def test_words_of_a_catalogue_cannot_leave_their_place(signs: str) -> None:
    """Whatever a translator writes is shown as written: no sign of it becomes markup, in text, attributes or data."""
    for path, page in _pages("shipped", signs, signs).items():
        assert "<script>alert" not in page, path
        assert "<b>" not in page, path


def test_the_page_says_which_language_it_speaks() -> None:
    """`lang` is that of the words, and `dir` goes with it."""
    assert all(f'<html lang="{LANGUAGE}" dir="ltr">' in page for page in _pages("shipped").values())


def test_english_words_have_no_marks() -> None:
    """The marks of these tests stand in no word of the interface."""
    assert not any(mark in form for forms in ENGLISH.entries.values() for form in forms for mark in "⟦⟧")
