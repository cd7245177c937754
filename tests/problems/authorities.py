"""Family A: examples of the curated files, and of what they say about the documents."""

import re

from tests.problems.form import CLAIMS, EDITION, EVENTS, PEOPLE, SETTINGS, STATES, Pair, change, deed, whole
from tests.trust.places import Place

_ID = "1998-05-03-minutes-of-the-harbour-council"
_LETTER = "undated-the-ferry-to-norway-sails-on-tuesdays-and"
_CLAIM = 'quote = "Norway offered to host a meeting"\n'
_PERSON = 'sort_by = "Grey"\n'
_DESCRIBED = 'quote = "Edvard Grey spoke for the Harbour Society"\n'
_TWICE = f'document = "{_ID}"\nquote = "to"\n'
_STAGE = '[[stage]]\nid = "bergen"\nname = "Bergen"\n'
_SECOND = f'\n[[claim]]\nstates = ["NOR"]\nrelation = "host"\nbasis = "attested"\ndocument = "{_ID}"\n'


def _claim(code: str, old: str, raises: str, near_miss: str) -> Pair:
    return change(code, CLAIMS, old, raises, near_miss)


def _person(code: str, raises: str, near_miss: str) -> Pair:
    """Add to the entry of a person."""
    return change(code, PEOPLE, _PERSON, _PERSON + raises, _PERSON + near_miss)


def _entry(code: str, raises: str, near_miss: str) -> Pair:
    """Put entries behind the last one."""
    return change(code, PEOPLE, _DESCRIBED, f"{_DESCRIBED}\n{raises}", f"{_DESCRIBED}\n{near_miss}")


def _omitted(place: Place, words: str) -> None:
    """Leave words of the text out, with a note, and let the language rest on them."""
    note = f'notes:\n  - {{kind: omission, at: p3, quote: "{words.strip()}", text: "Left out.", by: "E."}}\n---\n'
    text = (place.root / EDITION).read_text("utf-8")
    text = re.sub(r"language: \[.*\]", 'language: [{line: 9, quote: "Nobody objected.", basis: inferred}]', text)
    if words:
        front, body = text.split("\n---\n", 1)
        text = f"{front}\n{note}{body.replace(words, '')}"
    place.write(EDITION, text)


PAIRS: tuple[Pair, ...] = (
    change("A-001", SETTINGS, 'title = "Harbour papers"', "title = Harbour papers", "title = 'Harbour papers'"),
    change("A-002", SETTINGS, "Harbour papers", b"H\xe5rbour papers", "Hårbour papers"),
    change(
        "A-003", SETTINGS, 'title = "Harbour papers"', 'titel = "Harbour papers"', 'title = "Harbour papers" # titel'
    ),
    change("A-004", SETTINGS, 'label = "Host"\n', "", 'label = "Hosts"\n'),
    change("A-005", SETTINGS, '"Harbour papers"', "1998", '"1998"'),
    change("A-006", SETTINGS, 'search = "text"', 'search = "full"', 'search = "none"'),
    change("A-007", EVENTS, 'edtf = "1998-06"', 'edtf = "June 1998"', 'edtf = "1998-06~"'),
    change("A-008", SETTINGS, 'id = "host"', 'id = "Host"', 'id = "host"  '),
    change("A-009", SETTINGS, _STAGE, f"{_STAGE}\n{_STAGE}", _STAGE + "\n" + _STAGE.replace("ergen", "erlin")),
    change("A-010", EVENTS, 'stage = "bergen"', 'stage = "berlin"', "stage = 'bergen'"),
    change("A-011", SETTINGS, '"Harbour papers"', '" "', '"."'),
    change("A-012", SETTINGS, "https://example.org/licence", "example.org/licence", "http://example.org/licence"),
    change("A-013", EVENTS, 'stage = "bergen"\n', "", 'stage = "bergen"\ntext = "The first."\n'),
    deed(
        "A-014",
        ("`site_src/archives.toml`", "`site_src/notes.md`"),
        lambda place: place.write("site_src/archives.toml", 'title = "x"\n'),
        lambda place: place.write("site_src/notes.md", "Words.\n"),
    ),
    change(
        "A-015",
        SETTINGS,
        'title = "Harbour papers"',
        '<<<<<<< HEAD\ntitle = "Harbour papers"\n=======\ntitle = "Papers"\n>>>>>>> theirs',
        '# <<<<<<< HEAD\ntitle = "Harbour papers"\n# >>>>>>> theirs',
    ),
    change("A-016", EDITION, "kind: minutes", "kind: protocol", "kind: report"),
    change("A-017", EDITION, "language: en", "event: berlin\nlanguage: en", "event: bergen\nlanguage: en"),
    _claim("A-018", f'document = "{_ID}"', f'document = "{_ID}s"', f"document = '{_ID}'"),
    _claim("A-019", '"NOR"', '"NOW"', '"NOR" '),
    _claim("A-020", "offered to host a meeting", "offered to hold a meeting", "offered  to host a meeting"),
    _claim("A-021", f'document = "{_ID}"\n{_CLAIM}', _TWICE, f'document = "{_ID}"\n{_CLAIM}'),
    _claim("A-022", _CLAIM, f'{_CLAIM}at = "p9"\n', f'{_CLAIM}at = "p1"\n'),
    _claim("A-023", _CLAIM, f'{_CLAIM}at = "p2"\n', f'{_CLAIM}at = "p1"\n'),
    _claim("A-024", "Norway offered to host a meeting", "offered to host a meeting", "Norway offered to host"),
    deed(
        "A-026",
        ("evidence from a sentence that an omission leaves out", "evidence from a sentence of the text"),
        lambda place: _omitted(place, "Nobody objected. "),
        lambda place: _omitted(place, ""),
    ),
    change(
        "A-027",
        EDITION,
        "language: en",
        f"translation_of: {_ID}s\nlanguage: en",
        f"translation_of: {_LETTER}\nlanguage: en",
    ),
    change(
        "A-028",
        EDITION,
        "language: en",
        "withdrawn: At the wish of the council\nlanguage: en",
        "rights: Of the council\nlanguage: en",
    ),
    change("A-029", EVENTS, 'printed = "June 1998"', 'printed = "July 1998"', 'printed = "June"'),
    _claim(
        "A-030",
        _CLAIM,
        f"{_CLAIM}{_SECOND}{_CLAIM}",
        f'{_CLAIM}{_SECOND.replace("NOR", "SWE").replace(_ID, _LETTER)}quote = "Sweden"\n',
    ),
    change(
        "A-031", EDITION, "language: en", f"aliases: [{_LETTER}]\nlanguage: en", f"aliases: [{_LETTER}-2]\nlanguage: en"
    ),
    _claim("A-032", 'figure = "nearly 30"', 'figure = "about 30"', 'figure = "30"'),
    change("A-033", EVENTS, 'printed = "June 1998"', 'printed = ""', 'printed = "June"'),
    change("A-040", EDITION, "date: 1998-05-03\n", "", "date: 1998-05\n"),
    change("A-041", EDITION, "kind: minutes", "kind: other", "kind: report"),
    change("A-042", EDITION, "reviewed: E. Ditor", "reviewed: no #", "reviewed: E. D."),
    change(
        "A-045", EDITION, "language: en\n", "publisher: The board\nlanguage: en\n", "custody: The board\nlanguage: en\n"
    ),
    change("A-046", EDITION, "date_printed: 3 May 1998", "date_printed: 4 May 1998", "date_printed: May 1998"),
    change("A-047", EDITION, "date: 1998-05-03", "date: 1998-06-03", "date: 1998-05"),
    change("A-048", EDITION, "reviewed: E. Ditor, 2026-05-04", "reviewed: yes", "reviewed: E. D., 31 January 2026"),
    change(
        "A-043",
        SETTINGS,
        _STAGE,
        _STAGE + '\n[[stage]]\nid = "oslo"\nname = "Oslo"\n',
        _STAGE + '\n[[stage]]\nid = "oslo"\nname = "Oslo"\nmissing = "No document is about it."\n',
    ),
    change(
        "A-044",
        EVENTS,
        '[[event]]\nid = "bergen"',
        '[[event]]\nid = "fair"\nname = "The fair"\n\n[[event]]\nid = "bergen"',
        '[[event]]\nid = "bergen"',
    ),
    whole(
        "A-050",
        STATES,
        '[[state]]\nid = "NOW"\naliases = ["Norge"]\nsource = "The seal"\n',
        '[[state]]\nid = "NOR"\naliases = ["Norge"]\nsource = "The seal"\n',
    ),
    whole(
        "A-051",
        STATES,
        '[[state]]\nid = "NOR"\nsource = "The seal"\n\n[[state]]\nid = "NOR"\nsource = "The seal"\n',
        '[[state]]\nid = "NOR"\nsource = "The seal"\n\n[[state]]\nid = "SWE"\nsource = "The seal"\n',
    ),
    whole(
        "A-052",
        STATES,
        '[[state]]\nid = "NOR"\naliases = ["the north"]\nsource = "The seal"\n',
        '[[state]]\nid = "NOR"\naliases = ["The North"]\nsource = "The seal"\n',
    ),
    whole(
        "A-053",
        STATES,
        '[[state]]\nid = "NOR"\naliases = ["Sweden"]\nsource = "The seal"\n',
        '[[state]]\nid = "NOR"\naliases = ["Swedenborg"]\nsource = "The seal"\n',
    ),
    whole(
        "A-054",
        STATES,
        '[[state]]\nid = "NOR"\nremove = ["Norwich"]\nsource = "The seal"\n',
        '[[state]]\nid = "NOR"\nremove = ["Norge"]\nsource = "The seal"\n',
    ),
    whole(
        "A-055",
        STATES,
        '[[not_a_state]]\nid = "NOR"\nname = "Norway"\nsource = "The seal"\n',
        '[[not_a_state]]\nname = "Norway Street"\nsource = "The seal"\n',
    ),
    _person("A-070", 'variants = ["…"]\n', 'variants = ["Grey"]\n'),
    change("A-071", PEOPLE, _PERSON, 'sort_by = "Gray"\n', 'sort_by = "Edvard"\n'),
    change("A-072", PEOPLE, _DESCRIBED, "", _DESCRIBED.replace("Edvard Grey", "Mr Edvard Grey")),
    _entry(
        "A-073", '[[person]]\nid = "grey"\nname = "Edvard Grey"\n', '[[person]]\nid = "brown"\nname = "Edith Brown"\n'
    ),
    _person("A-074", 'variants = ["Norway"]\n', 'variants = ["Grey"]\n'),
    _person("A-075", 'variants = ["Baron Grey"]\n', 'variants = ["Grey"]\n'),
    _entry(
        "A-076", '[[person]]\nid = "white"\nname = "Edith White"\n', '[[person]]\nid = "brown"\nname = "Edith Brown"\n'
    ),
    change(
        "A-077", PEOPLE, 'text = "spoke for the Harbour Society"', 'text = "spoke for the harbour"', 'text = "spoke"'
    ),
    change(
        "A-078",
        PEOPLE,
        _DESCRIBED,
        'quote = "spoke for the Harbour Society"\n',
        'quote = "Edvard Grey spoke for the Harbour Society to"\n',
    ),
    _entry("A-079", '[[person]]\nid = "boats"\nname = "Boats"\n', '[[person]]\nid = "brown"\nname = "Edith Brown"\n'),
)
