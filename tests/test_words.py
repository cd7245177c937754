"""The words of the interface: catalogues are read strictly; words are counted and sorted as their language does."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import generate_po, read_po
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from muniment import formats, normalise
from muniment.collate import forms
from muniment.model import Settings
from muniment.problems import worded
from muniment.settings import KINDS, read
from muniment.settings.translation import lacking, path_of, translation
from muniment.words import (
    ENGLISH,
    ROWS,
    access,
    alphabet,
    authorities,
    dating,
    english,
    exchanging,
    names,
    originals,
    pictures,
    po,
    reusing,
)
from muniment.words import searching as seeking
from muniment.words.catalogue import messages, plurals
from muniment.words.making import made
from muniment.words.reasons import REASONS, translated
from muniment.words.words import SAMPLES, plural_rule
from tests.archives import spoken
from tests.conftest import ROOT
from tests.translated import marked

SHIPPED = sorted((ROOT / "muniment/data/words").glob("*.po"))
HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
SPLIT = "\r\x85\x1c\x1d\x1e\u2028\u2029\x0b\x0c\x00"
WORDS = st.text(st.characters(codec="utf-8", exclude_characters=SPLIT), max_size=20)
RULES = (
    "nplurals=1; plural=0;",
    "nplurals=2; plural=(n > 1);",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);",
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
)
"""The rules of Japanese, French, Russian, Polish, Arabic and Slovenian."""


def _spoken(language: str, catalogue: str = "", **more: str) -> tuple[Settings, list[str]]:
    """Read the settings of an archive with a catalogue; give them with what was reported."""
    files = {"site_src/archive.toml": f'language = "{language}"\n', **more}
    if catalogue:
        files[path_of(language)] = catalogue
    shipped = tuple((path.stem, path.read_bytes()) for path in SHIPPED)
    chosen, found = read({path: text.encode() for path, text in files.items()}, "Name", shipped)
    return chosen, [worded(problem) for problem in found]


def _entry(key: str, english: str, said: str) -> str:
    return f'msgctxt "{key}"\nmsgid "{english}"\nmsgstr "{said}"\n\n'


def test_no_key_has_words_twice() -> None:
    """The rooms of the English words do not know each other; none takes a key from another."""
    rooms = (english, dating, names, seeking, authorities, originals, pictures, reusing, exchanging, access)

    assert len(ROWS) == sum(len(room.WORDS) for room in rooms)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_catalogue_is_whole(path: Path) -> None:
    """Every word is translated from the English words of today, with the blanks that they have."""
    own = translation(path_of(path.stem), path.read_bytes())

    assert own.problems == ()
    assert lacking(own) == ()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_catalogue_is_as_the_tool_writes_it(path: Path) -> None:
    """After a change of the English words `tools/words.py` brings it up to date."""
    text = path.read_text("utf-8")

    assert made(path.stem, text) == text


def test_a_catalogue_dropped_in_gives_a_whole_language() -> None:
    """A third language needs one file; counts, dates and lists follow it."""
    chosen, problems = _spoken("qps-ploc", marked("[", "]"))

    assert problems == []
    assert chosen.words.language == "qps-ploc"
    assert chosen.words.count("documents", 1) == "[1 document]"
    assert chosen.words.count("documents", 12345) == "[12,345 documents]"
    assert dict(chosen.kinds)["letter"] == "[Letter]"
    assert all(chosen.words.say(key).startswith("[") for key in chosen.words.entries if key.startswith("date."))


def test_what_is_missing_stands_in_english_and_is_named() -> None:
    """Words without a translation, empty ones and ones marked fuzzy are named in one warning."""
    text = marked().replace('msgctxt "nav.home"', '#, fuzzy\nmsgctxt "nav.home"')
    text = text.replace('msgstr "⟦Documents⟧"', 'msgstr ""', 1)
    text = text.replace('msgctxt "reason"\nmsgid "It is the title."\nmsgstr "⟦It is the title.⟧"\n', "")

    chosen, (problem,) = _spoken("qps-ploc", text)

    assert chosen.words.say("nav.home") == "Home"
    assert chosen.words.reason("It is the title.") == "It is the title."
    assert problem == (
        "site_src/words/qps-ploc.po: T-152 3 of the interface's words are not translated and stand in English:"
        ' nav.home, nav.documents, "It is the title.".\n    Bring the file up to date with: python build.py words'
        " qps-ploc. Then fill what is empty or marked fuzzy."
    )


def test_an_archive_says_a_word_in_its_own_way() -> None:
    """A catalogue of a language that is there changes what it names and nothing else, and nothing is missing."""
    for language, catalogue in (("en", _entry("timeline.events", "Events", "Resolutions")), ("nb", "")):
        catalogue = catalogue or _entry("timeline.events", "Events", "Vedtak")
        chosen, problems = _spoken(language, catalogue)

        assert problems == []
        assert chosen.words.say("timeline.events") in ("Resolutions", "Vedtak")
        assert chosen.words.say("nav.home") == spoken(language).say("nav.home")


@pytest.mark.parametrize(
    ("language", "speaks", "codes"),
    [
        ("en", "en", []),
        ("en-GB", "en-GB", []),
        ("nb", "nb", []),
        ("nb-NO", "nb-NO", []),
        ("no", "no", []),
        ("nn", "nb", ["T-155"]),
        ("fr", "en", ["T-155"]),
    ],
)
def test_pages_say_in_which_language_they_are(language: str, speaks: str, codes: list[str]) -> None:
    """The words that stand in for a language nobody has translated keep their own tag, and the build says so."""
    chosen, problems = _spoken(language)

    assert chosen.words.language == speaks
    assert [problem.split(": ")[1].split()[0] for problem in problems] == codes
    assert (chosen.words.say("nav.home") == "Hjem") == (speaks[0] == "n")


PLACED = {
    "T-150": (HEAD + 'msgctxt "nav.home"\nmsgid "Home"\nmsgstr "Heim\n', 7),
    "T-151": (HEAD + _entry("nav.hom", "Home", "Heim"), 5),
    "T-153": (HEAD + _entry("footer.publisher", "Published by {publisher}.", "Utgitt av {utgiver}."), 5),
    "T-154": (HEAD + _entry("nav.home", "House", "Hus"), 5),
    "T-157": (HEAD.replace("2; plural=(n != 1)", "2; plural=n") + _entry("nav.home", "Home", "Heim"), 1),
    "T-158": (HEAD + _entry("sort.letters", "a-z", "æøå"), 5),
    "T-159": (HEAD + _entry("nav.home", "Home", "Heim") + _entry("nav.home", "Home", "Hus"), 9),
}
"""A catalogue for each fault, and the line it is found on."""
HARMLESS = {
    "T-150": HEAD + '# a comment\nmsgctxt "nav.home"\nmsgid "Home"\nmsgstr "He"\n"im \\"x\\""\n#~ msgid "gone"\n',
    "T-151": HEAD + _entry("nav.home", "Home", "Heim"),
    "T-153": HEAD
    + 'msgctxt "times"\nmsgid "once"\nmsgid_plural "{n} times"\nmsgstr[0] "én gong"\nmsgstr[1] "{n} gonger"\n',
    "T-154": HEAD + _entry("nav.home", "Home", "Home"),
    "T-157": HEAD.replace("(n != 1)", "n>1 || n<1") + _entry("nav.home", "Home", "Heim"),
    "T-158": HEAD + _entry("sort.letters", "a-z", "z<æ=ä<ø=ö<å=aa"),
    "T-159": HEAD + _entry("nav.home", "Home", "Heim") + _entry("nav.about", "About", "Heim"),
}
"""The near miss of each."""


@pytest.mark.parametrize("code", PLACED)
def test_a_fault_is_named_with_its_line(code: str) -> None:
    """Each fault has one problem, at its line; nothing of the file is dropped in silence."""
    catalogue, line = PLACED[code]

    _, problems = _spoken("nb", catalogue)

    assert [problem.split(" ")[:2] for problem in problems] == [[f"site_src/words/nb.po:{line}:", code]], problems


@pytest.mark.parametrize("code", HARMLESS)
def test_what_looks_like_a_fault_and_is_none(code: str) -> None:
    """The near miss of each fault raises nothing."""
    _, problems = _spoken("nb", HARMLESS[code])

    assert problems == []


def test_a_file_that_nothing_reads_is_named() -> None:
    """A catalogue of another language, and a file of another kind; not the catalogue of the language or its base."""
    own = HEAD + _entry("nav.home", "Home", "Heim")
    others = {"site_src/words/fr.po": HEAD, "site_src/words/a.txt": "", path_of("nb"): own}

    _, problems = _spoken("nb-NO", own, **others)

    assert [problem.split(" ")[:2] for problem in problems] == [
        ["site_src/words/a.txt:", "T-156"],
        ["site_src/words/fr.po:", "T-156"],
    ]


@pytest.mark.parametrize("words", ["{title.__class__}", "{0}", "{", "{title!r}", "{title:>9999999}", "{{title}}"])
def test_a_blank_reaches_nothing_but_its_word(words: str) -> None:
    """Whatever else Python's blanks can do is refused."""
    _, (problem,) = _spoken("nb", HEAD + _entry("seed.title", "Seed and edition: {title}", words))

    assert " T-153 " in problem


@given(st.lists(st.tuples(WORDS.filter(bool), WORDS.filter(bool), st.lists(WORDS, min_size=2, max_size=2)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_we_read_what_babel_writes(rows: list[tuple[str, str, list[str]]]) -> None:
    """A catalogue that Babel wrote is read as Babel reads it, without a fault."""
    catalogue = Catalog(fuzzy=False)
    for context, message, said in rows:
        if len(message) % 2:
            catalogue.add(message, said[0], context=context)
        else:
            catalogue.add((message, f"{message}s"), tuple(said), context=context)
    text = "".join(generate_po(catalogue, width=30))

    entries, faults = po.read(text)

    assert faults == ()
    theirs = [each for each in read_po(text.splitlines(keepends=True)) if each.id]
    ours = [each for each in entries if each.message]
    assert [(each.context, each.forms) for each in ours] == [
        (each.context, each.string if isinstance(each.string, tuple) else (each.string,)) for each in theirs
    ]


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_catalogue_or_has_faults(text: str) -> None:
    """No text breaks the reader, and none is read without either entries or faults but comments and blank lines."""
    entries, faults = po.read(text)

    lines = [line.strip() for line in text.split("\n")]
    assert entries or faults or all(not line or line.startswith("#") for line in lines)


def test_bringing_a_catalogue_up_to_date_loses_nothing() -> None:
    """Translations, comments and the header stay; a changed sentence is marked, a gone one kept; twice is once."""
    text = made("de").replace('msgstr ""\n"Language', '# mine\nmsgstr ""\n"Language', 1)
    text = text.replace('msgid "Home"\nmsgstr ""', 'msgid "House"\nmsgstr "Haus"')
    text = text.replace('msgctxt "nav.about"', '# a word of mine\nmsgctxt "nav.gone"')
    text = text.replace('msgid "About"\nmsgstr ""', 'msgid "About"\nmsgstr "Über"')

    fresh = made("de", text)

    assert '#, fuzzy\n#| msgid "House"\nmsgctxt "nav.home"\nmsgid "Home"\nmsgstr "Haus"\n' in fresh
    assert '#~ msgctxt "nav.gone"\n#~ msgid "About"\n#~ msgstr "Über"\n' in fresh
    assert 'msgctxt "nav.about"\nmsgid "About"\nmsgstr ""\n' in fresh
    assert fresh.startswith(text[: text.index("msgctxt")])
    assert made("de", fresh) == fresh


def test_a_new_catalogue_knows_what_unicode_knows() -> None:
    """Months, the order of a date, numbers and names of languages are there to begin with; the rest is empty."""
    own = translation(path_of("es"), made("es").encode())

    assert own.problems == ()
    assert own.entries["date.full"] == ("{day} de {month} de {year}",)
    assert own.entries["date.month.1"] == ("enero",)
    assert own.entries["language.sv"] == ("sueco",)
    assert "nav.home" not in own.entries


@pytest.mark.parametrize("field", RULES)
def test_a_script_counts_by_the_table_as_the_rule_does(field: str) -> None:
    """Beyond the table the last two digits decide, as `static/search.js` has it."""
    _, expression = plurals(field)
    rule = plural_rule(expression)
    table = "".join(str(rule(n)) for n in range(SAMPLES))

    assert [rule(n) for n in range(2000)] == [
        int(table[n if n < len(table) else len(table) - 100 + n % 100]) for n in range(2000)
    ]


def test_english_stands_in_whatever_the_plurals() -> None:
    """A language with one form, or with six, has English words where its own are missing."""
    for field in RULES:
        chosen, _ = _spoken("qps-ploc", HEAD.replace("nplurals=2; plural=(n != 1);", field))

        assert chosen.words.count("documents", 5).endswith("documents")


def _alphabetical(language: str) -> alphabet.Alphabet:
    rules = {"sv": "z<å<ä=æ<ö=ø", "es": "n<ñ", "cs": "c<č h<ch r<ř s<š z<ž", "de": "a-z"}
    return alphabet.alphabet(rules[language]) if language in rules else spoken(language).alphabet


NAMES = (
    "Aasen Øst Ås Ærø Zola Oslo Ålesund Abel ångström Ödman Österlund Ähtäri Zürich Nuñez Nunez Nzo Ñandú Čapek Cabo "
    "Chalupa Hora Cihla Dvořák Rok Řeka Šiška Sova Žižka Zima Aaron Orkdal Ørsta Ae Azur"
)


@pytest.mark.parametrize("language", ["en", "nb", "sv", "es", "cs", "de"])
def test_names_are_sorted_as_browsers_sort_them(browser: Browser, language: str) -> None:
    """The order is that of Unicode's CLDR for the language, as a browser's own collator has it."""
    page = browser.new_page()
    script = f"names => [...names].sort(new Intl.Collator('{language}').compare)"
    expected = page.evaluate(script, NAMES.split())
    page.close()
    order = _alphabetical(language)

    found = sorted(NAMES.split(), key=lambda name: (order.key(name), name))

    assert [order.key(name) for name in found] == [order.key(name) for name in expected]


def test_norwegian_letters_come_last_and_are_letters_of_their_own() -> None:
    """Å is behind Z and is what Aa is filed under; in English both are filed under A."""
    order = spoken("nb").alphabet

    found = sorted(["Ås", "Zoll", "Øre", "Aaby", "Bø", "Ære"], key=order.key)

    assert found == ["Bø", "Zoll", "Ære", "Øre", "Aaby", "Ås"]
    assert [order.initial(name) for name in ("Aasen", "Ås", "Ödman", "Zoll", "")] == ["å", "å", "ø", "z", ""]
    assert [ENGLISH.alphabet.initial(name) for name in ("Aasen", "Ås", "Ödman")] == ["a", "a", "o"]


@given(st.text(max_size=12), st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_label_has_a_place_in_the_alphabet(one: str, other: str) -> None:
    """Case makes no difference, and what is filed under a letter is sorted with it."""
    order = spoken("nb").alphabet

    assert order.key(one.casefold()) == order.key(one)
    assert (order.key(one) <= order.key(other)) or (order.key(other) <= order.key(one))


def test_every_reason_the_program_gives_can_be_translated() -> None:
    """Whatever the normaliser and collation write of the texts that the tests have is a sentence of the catalogue."""
    marks = {sentence: f"«{sentence}»" for sentence in REASONS}
    said = {reason for _, reason, _ in forms.RULES} | {forms.LAYOUT[1]}
    for path in [*sorted((ROOT / "tests/cases").rglob("*.txt")), *sorted((ROOT / "seeds").iterdir())]:
        transcript, _ = formats.read(path.name, path.read_bytes())
        if transcript is None:
            continue
        (draft,) = normalise.draft_all((transcript,), Settings(title="x", kinds=KINDS), frozenset())
        front = draft.edition.front
        said |= {each.reason for each in front.interventions} | {each.text for each in front.notes}

    assert [reason for reason in sorted(said) if not translated(reason, marks).startswith("«")] == []


def test_several_reasons_are_translated_one_by_one() -> None:
    """Sentences behind one another, and blanks with words of the document; what a person adds leaves all as it is."""
    reasons = spoken("nb").reasons
    cut = 'One sentence was cut by a page break between "a "b"" and "c"; its parts are joined.'

    assert translated(f"It is the title. {cut}", reasons) == (
        'Det er tittelen. Én setning var delt av et sideskift mellom «a "b"» og «c»; delene er føyd sammen.'
    )
    assert translated("It is the title. Or so it seems.", reasons) == "It is the title. Or so it seems."


def test_no_build_loads_babel(tmp_path: Path) -> None:
    """Catalogues are read as they are: a build in Norwegian with words of the archive's own does without it."""
    archive = shutil.copytree(ROOT / "tests/archives/council", tmp_path / "council")
    code = "import sys; from muniment import cli; cli.main(sys.argv[1:]); sys.exit('babel' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code, "--root", str(archive)], cwd=ROOT, capture_output=True)  # noqa: S603 our own words

    assert (archive / "dist/index.html").is_file()
    assert found.returncode == 0


def test_words_of_a_script_can_be_said_in_json() -> None:
    """What a page hands to its script holds all forms of what is counted, and how to choose one."""
    table = spoken("nb").plural_table

    assert json.loads(json.dumps(table)) == "10" + "1" * (SAMPLES - 2) or table[:3] == "101"
    assert len(list(messages())) == len(ENGLISH.entries) + len(REASONS)
