"""Family T: examples of what an archive chooses for its pages: catalogues of words, and indexes."""

from muniment.words.making import made
from tests.problems.form import SETTINGS, Pair, change, deed, whole
from tests.translated import LANGUAGE, marked
from tests.trust.places import Place

_CATALOGUE = "site_src/words/en.po"
_LANGUAGE = 'language = "en"'
_PAGE = "---\ntitle: {}\n---\n\nThis page tells what is held of it.\n"


def _entry(key: str, english: str, said: str) -> str:
    """Write an entry of a catalogue."""
    return f'msgctxt "{key}"\nmsgid "{english}"\nmsgstr "{said}"\n'


def _plurals(rule: str) -> str:
    """Write a catalogue of one word, with a rule of plurals."""
    return f'msgid ""\nmsgstr "Plural-Forms: {rule}\\n"\n\n' + _entry("nav.home", "Home", "Start")


def _speak(place: Place, catalogue: str) -> None:
    """Give the archive a language with a catalogue."""
    settings = (place.root / SETTINGS).read_text("utf-8")
    place.write(SETTINGS, settings.replace(_LANGUAGE, f'language = "{LANGUAGE}"'))
    place.write(f"site_src/words/{LANGUAGE}.po", catalogue)


def _introduce(place: Place, slug: str) -> None:
    """Write a page that introduces an index."""
    place.write(f"site_src/pages/{slug}.md", _PAGE.format(slug.title()))


PAIRS: tuple[Pair, ...] = (
    whole(
        "T-150", _CATALOGUE, 'msgctxt "nav.home"\nmsgid "Home"\nmsgstr "Start\n', _entry("nav.home", "Home", "Start")
    ),
    whole("T-151", _CATALOGUE, _entry("nav.hom", "Home", "Start"), _entry("nav.home", "Home", "Start")),
    deed(
        "T-152",
        ("a catalogue of a new language in which nothing is translated", "one in which every word is"),
        lambda place: _speak(place, made(LANGUAGE)),
        lambda place: _speak(place, marked()),
    ),
    whole(
        "T-153",
        _CATALOGUE,
        _entry("footer.publisher", "Published by {publisher}.", "{editor} publishes this."),
        _entry("footer.publisher", "Published by {publisher}.", "{publisher} publishes this."),
    ),
    whole("T-154", _CATALOGUE, _entry("nav.home", "House", "Start"), _entry("nav.home", "Home", "Start")),
    change("T-155", SETTINGS, _LANGUAGE, 'language = "fr"', 'language = "en-GB"'),
    deed(
        "T-156",
        ("words/fr.po in an archive in English", "words/en.po"),
        lambda place: place.write("site_src/words/fr.po", _entry("nav.home", "Home", "Accueil")),
        lambda place: place.write("site_src/words/en.po", _entry("nav.home", "Home", "Start")),
    ),
    whole("T-157", _CATALOGUE, _plurals("nplurals=2; plural=n;"), _plurals("nplurals=2; plural=n != 1;")),
    whole(
        "T-158",
        _CATALOGUE,
        _entry("sort.letters", "a-z", "a to z, then æ"),
        _entry("sort.letters", "a-z", "z<æ=ä<ø=ö<å=aa"),
    ),
    whole(
        "T-159",
        _CATALOGUE,
        _entry("nav.home", "Home", "Start") + "\n" + _entry("nav.home", "Home", "First page"),
        _entry("nav.home", "Home", "Start") + "\n" + _entry("nav.about", "About", "First page"),
    ),
    change(
        "T-160",
        SETTINGS,
        _LANGUAGE,
        f'{_LANGUAGE}\nindexes = ["timeline", "people"]',
        f'{_LANGUAGE}\nindexes = ["timeline", "states"]',
    ),
    deed(
        "T-161",
        ("pages/places.md in an archive that knows no places", "pages/people.md in one that knows people"),
        lambda place: _introduce(place, "places"),
        lambda place: _introduce(place, "people"),
    ),
)
