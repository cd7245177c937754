"""Archives and finished sites are held against the rules."""

from dataclasses import replace

import pytest

from muniment import check
from muniment.check.sheet import read
from muniment.model import Allowance, EventSetting, Evidence, StageSetting
from muniment.problems import TABLE
from tests.archives import assembled, date, reading

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
TITLE = "<title>Harbour</title>"


def _page(
    body: str = "", *, head: str = POLICY + TITLE, html: str = '<html lang="en">', heading: str = "Harbour"
) -> bytes:
    first = f"<h1>{heading}</h1>" if heading else ""
    return f"<!doctype html>\n{html}\n<head>{head}</head>\n<body>{first}{body}</body></html>\n".encode()


SITE = {
    "index.html": _page('<p id="top-of-all">Words</p>'),
    "documents/a.html": _page('<p id="p1">One &amp; two.</p><p id="p\u00e9">Three.</p>'),
    "static/site.css": b"body { color: black }",
    "static/site.js": b"",
    "404.html": _page(),
}


def _codes(body: str, path: str = "documents/b.html", **more: str) -> list[str]:
    found = check.site({**SITE, path: _page(body, **more)}, "https://example.org/archive/")
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("L-001", '<a href="c.html">x</a>'),
        ("L-001", '<a href="../documents/">x</a>'),
        ("L-001", '<a href="../../index.html">x</a>'),
        ("L-001", '<link rel="canonical" href="https://example.org/archive/gone.html">'),
        ("L-001", '<blockquote cite="gone.html"><p>x</p></blockquote>'),
        ("L-001", '<form action="gone.html"></form>'),
        ("L-002", '<a href="a.html#p9">x</a>'),
        ("L-002", '<a href="#p9">x</a>'),
        ("L-003", '<p id="x">1</p><p id="x">2</p>'),
        ("L-004", "<h1>Another</h1>"),
        ("L-005", "<h3>Too deep</h3>"),
        ("L-007", '<img src="../static/site.css">'),
        ("L-008", '<p style="color:red">x</p>'),
        ("L-008", '<p onclick="go()">x</p>'),
        ("L-008", "<script>go()</script>"),
        ("L-008", "<style>p {}</style>"),
        ("L-009", '<img alt="" src="https://example.com/x.png">'),
        ("L-009", '<img alt="" srcset="../static/site.css 1x, http://example.com/x.png 2x">'),
        ("L-009", '<link rel="stylesheet" href="https://example.com/x.css">'),
        ("L-009", '<script src="https://example.com/x.js"></script>'),
        ("L-009", '<svg><use href="https://example.com/x.svg"/></svg>'),
        ("L-009", "<iframe></iframe>"),
        ("L-009", '<form action="https://example.com/"></form>'),
        ("L-013", "<p>1 < 2</p>"),
        ("L-013", "<p>not closed"),
        ("L-013", "<b><i>x</b></i>"),
        ("L-013", "<p class=x>unquoted</p>"),
        ("L-013", "<p class='x'>other quotes</p>"),
        ("L-013", '<p class="a" class="b">twice</p>'),
        ("L-013", "<!-- a comment -->"),
        ("L-014", '<a href="/index.html">x</a>'),
        ("L-015", '<a href="javascript:go()">x</a>'),
        ("L-015", '<a href="JaVaScRiPt:go()">x</a>'),
        ("L-015", '<a href="data:text/html,x">x</a>'),
        ("L-015", '<a href="//example.com/">x</a>'),
        ("L-016", '<p aria-describedby="nothing">x</p>'),
        ("L-060", "<marquee>x</marquee>"),
        ("L-060", "<template><p>x</p></template>"),
        ("L-060", "<math></math>"),
        ("L-060", '<svg><animate attributeName="href"/></svg>'),
        ("L-060", "<svg><foreignObject></foreignObject></svg>"),
        ("L-060", "<P>x</P>"),
        ("L-061", '<a href="a.html" ping="a.html">x</a>'),
        ("L-061", '<a href="a.html" target="x">x</a>'),
        ("L-061", '<img alt="" src="../static/site.css" name="body">'),
        ("L-061", '<p fill="red">x</p>'),
        ("L-061", '<svg><use xlink:href="../static/site.css"/></svg>'),
        ("L-061", '<button formaction="a.html">x</button>'),
        ("L-062", '<svg><rect fill="url(https://example.com/x)"/></svg>'),
        ("L-062", '<svg><rect mask="u&#114;l(//example.com/x#y)"/></svg>'),
        ("L-062", '<form method="post"></form>'),
        ("L-062", '<input type="file">'),
        ("L-062", '<link rel="dns-prefetch" href="a.html">'),
        ("L-062", '<link href="a.html">'),
        ("L-062", '<meta http-equiv="set-cookie" content="a=b">'),
        ("L-062", '<meta http-equiv="refresh" content="x">'),
        ("L-062", '<meta name="referrer" content="unsafe-url">'),
        ("L-063", '<p id="a b">x</p>'),
        ("L-063", '<p id="">x</p>'),
        ("L-063", '<p id="__proto__">x</p>'),
        ("L-064", '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'),
        ("L-065", '<script src="../static/site.css"></script>'),
        ("L-065", '<script src="a.html"></script>'),
    ],
)
def test_what_is_wrong_with_a_page_is_reported(code: str, body: str) -> None:
    """Each fault has its code, and no other is raised with it."""
    assert _codes(body) == [code]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="a.html">x</a><a href="a.html#p1">x</a><a href="../index.html#top-of-all">x</a><a href="#top">x</a>',
        '<a href="../index.html?q=x&amp;y=2#top-of-all">x</a>',
        '<a href="a.html#p%C3%A9">x</a><a href="%61.html">x</a>',
        '<a href="">x</a><a href="https://example.com/anything">x</a><a href="mailto:a@example.org">x</a>',
        '<a href="https://example.org/archive/">x</a><a href="https://example.org/archive/documents/a.html#p1">x</a>',
        '<link rel="license" href="https://example.com/licence">',
        '<link rel="stylesheet" href="../static/site.css">',
        '<p id="x">1</p><p id="y">2</p><p aria-describedby="x y">3</p>',
        "<h2>One</h2><h3>Two</h3><h2>Three</h2>",
        '<img alt="" src="../static/site.css"><br><hr>',
        '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><title>x</title></g></svg>',
        '<script type="application/ld+json">{"a": "\\u003c"}</script><script src="../static/site.js" defer></script>',
        '<p data-on="x" hidden\nclass="y">one &lt; two &gt; one</p>',
        '<svg><rect fill="url(#soft)" mask="url(#m-1)"/></svg><label for="q">x</label><input type="text" id="q">',
        '<meta name="referrer" content="no-referrer"><meta name="citation_title" content="x"><i id="n1-i.a:b">x</i>',
        '<p data-document="a" data-anchor="p1">Without an archive quotations are not checked</p>',
    ],
)
def test_a_sound_page_raises_nothing(body: str) -> None:
    """The near misses of every rule."""
    assert _codes(body) == []


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("L-004", {"heading": ""}),
        ("L-006", {"html": "<html>"}),
        ("L-010", {"head": TITLE}),
        ("L-010", {"head": TITLE + POLICY}),
        ("L-011", {"head": POLICY}),
        ("L-064", {"head": POLICY.replace("'none'", "'self'") + TITLE}),
        ("L-064", {"head": POLICY.replace("'none'", "'none'; script-src 'unsafe-inline'") + TITLE}),
        ("L-064", {"head": POLICY.replace("'none'", "'none'; img-src https://example.com") + TITLE}),
        ("L-064", {"head": POLICY.replace("'none'", "'none'; sandbox allow-scripts") + TITLE}),
        ("L-064", {"head": POLICY.replace("'none'", "'none'; img-src 'self'; img-src data:") + TITLE}),
        ("L-011", {"head": POLICY + "<title> </title>"}),
    ],
)
def test_what_a_page_lacks_is_reported(code: str, changed: dict[str, str]) -> None:
    """Language, policy, title and main heading are never missing."""
    assert _codes("", **changed) == [code]


def test_the_character_set_may_stand_before_the_policy() -> None:
    """It governs nothing that the policy governs."""
    assert _codes("", head=f'<meta charset="utf-8">{POLICY}{TITLE}') == []


def test_a_page_without_its_document_type_is_reported() -> None:
    """A browser would guess how to show it."""
    found = check.site({"index.html": _page().partition(b"\n")[2]})

    assert [problem.code for problem in found] == ["L-013"]


def test_a_reader_sent_on_is_sent_somewhere() -> None:
    """The address of a page that sends its readers on is a link like any other."""
    refresh = '<meta http-equiv="refresh" content="0; url={}">'

    assert _codes("", head=POLICY + TITLE + refresh.format("gone.html")) == ["L-001"]
    assert _codes("", head=POLICY + TITLE + refresh.format("a.html")) == []


def test_the_page_for_what_is_not_found_links_from_the_root() -> None:
    """It is shown at any depth, so its links begin with the path of the base address."""
    assert _codes('<a href="/archive/index.html">x</a><a href="/archive/">x</a>', "404.html") == []
    assert _codes('<a href="/index.html">x</a>', "404.html") == ["L-001"]


def test_a_problem_names_its_line_and_suggests_the_nearest() -> None:
    """The line is that of the tag."""
    (problem,) = check.site({**SITE, "documents/b.html": _page('\n\n<a href="aa.html">x</a>')})

    assert (problem.path, problem.line) == ("documents/b.html", 6)
    assert problem.hint == 'Did you mean "documents/a.html"?'


@pytest.mark.parametrize("load", ["url(https://example.com/x)", "@import '//example.com/x'", 'url( "http://e.com")'])
def test_a_style_sheet_loads_from_nowhere_else(load: str) -> None:
    """Other hosts are not asked by way of a style sheet either."""
    found = check.site({"static/site.css": f"p {{}}\np {{ background: {load} }}".encode()})

    assert [(problem.code, problem.line) for problem in found] == [("L-009", 2)]


@pytest.mark.parametrize(
    ("paths", "codes"),
    [
        (("a.txt", "A.txt"), ["P-010"]),
        (("caf\u00e9.txt", "cafe\u0301.txt"), ["P-010"]),
        (("con.txt",), ["P-011"]),
        (("a./b.txt",), ["P-011"]),
        (("a:b.txt",), ["P-011"]),
        ((".nojekyll", "static/caf\u00e9.txt", "confer.txt", "a.b/c"), []),
    ],
)
def test_addresses_that_some_systems_cannot_hold_are_reported(paths: tuple[str, ...], codes: list[str]) -> None:
    """Case, composition, devices and signs are what systems disagree about."""
    assert [problem.code for problem in check.site(dict.fromkeys(paths, b""))] == codes


QUOTED = '<q data-document="a" data-anchor="{}">{}</q>'


@pytest.mark.parametrize(
    ("anchor", "words", "codes"),
    [
        ("p1", "Norway met", []),
        ("p1", "<b>Norway</b> met <i>&amp;</i>\n   went", []),
        ("p1", 'Norway <a href="a.html">met</a>', []),
        ("p1", "Norway<br>met", []),
        ("p1", "Norway <q>met</q> &amp;", []),
        ("n1", "Meet again", []),
        ("p1", "Norway meets", ["L-012"]),
        ("p1", "“Norway met”", ["L-012"]),
        ("p1", "", ["L-012"]),
        ("p2", "Norway met", ["L-012"]),
        ("p9", "Norway met", ["L-012"]),
    ],
)
def test_every_printed_quotation_stands_in_its_document(anchor: str, words: str, codes: list[str]) -> None:
    """An element that names document and anchor holds exact words of that paragraph and nothing else."""
    made, _ = assembled(reading("a", "Norway met & went.\n\n1. Meet again.\n"))
    page = _page(f"<p>They say: {QUOTED.format(anchor, words)} and more.</p>")

    found = check.site({**SITE, "documents/b.html": page}, archive=made)

    assert [problem.code for problem in found if problem.path == "documents/b.html"] == codes


def test_a_quotation_of_no_document_is_reported() -> None:
    """Nobody can check it."""
    page = _page(QUOTED.replace('"a"', '"zz"').format("p1", "Norway"))

    assert [problem.code for problem in check.site({"x.html": page}, archive=assembled()[0])] == ["L-012"]


def test_hostile_markup_takes_no_time() -> None:
    """Long runs of what a tag is made of are read in one pass."""
    for piece in ("<", " a", '"', "=", "&", "/", "<p ", "a=", "\n"):
        read("x.html", b"<!doctype html><p " + piece.encode() * 100_000, {})


def _archive_codes(*readings: object, **settings: object) -> list[str]:
    made, _ = assembled(*readings, **settings)
    return [problem.code for problem in check.archive(made)]


KNOWN = (Evidence(line=0, quote="", basis="supplied", source="The parish book."),)
SOUND = {"date": "1990", "kind": "letter", "reviewed": "E. Ditor, 2020-01-31"}


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"date": ""}, ["A-040"]),
        ({"kind": "other"}, ["A-041"]),
        ({"reviewed": "no"}, ["A-042"]),
        ({"reviewed": "no", "withdrawn": "By request."}, []),
        ({"reviewed": "no", "allow": (Allowance(code="A-042", reason="A test."),)}, []),
    ],
)
def test_what_is_open_in_a_document_is_work_for_its_editor(changed: dict[str, object], codes: list[str]) -> None:
    """Date, kind and review are asked for, unless the edition says why not."""
    made, _ = assembled(reading("a", "Words.\n", **{**SOUND, **changed}))
    (document,) = made.documents
    found = check.document(document)

    assert [problem.code for problem in found] == codes
    assert all(problem.severity == "info" for problem in found)


READ = (Evidence(line=1, quote="3 May 1990", basis="attested"),)
PRINTED = {**SOUND, "date": "1990-05-03", "date_printed": "3 May 1990", "evidence": (("date", READ),)}


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"date": "1990-05"}, []),
        ({"date": "1990-05-02/1990-05-04"}, []),
        ({"place": "Lindal"}, ["A-045"]),
        ({"publisher": "The board", "creators": ("A clerk",)}, ["A-045", "A-045"]),
        ({"evidence": ()}, ["A-045"]),
        ({"date_printed": "4 May 1990"}, ["A-046"]),
        ({"date_printed": "4 May 1990", "evidence": (("date", KNOWN),)}, []),
        ({"date": "1990-05-04"}, ["A-047"]),
        ({"date": "1990-06-03"}, ["A-047"]),
        ({"date": "1990-03-03"}, ["A-047"]),
        ({"date": "1990-05-04?"}, []),
        ({"date": "1990-05-04", "evidence": (("date", (*READ, *KNOWN)),)}, []),
        ({"date": "1990-05-04", "date_printed": ""}, []),
        ({"date": "", "evidence": ()}, ["A-040"]),
        ({"reviewed": "yes"}, ["A-048"]),
        ({"reviewed": "2020-01-31"}, ["A-048"]),
        ({"reviewed": "E. Ditor, 31 January 2020"}, []),
        ({"reviewed": "E. Ditor, in January 2020"}, []),
        ({"place": "Lindal", "allow": (Allowance(code="A-045", reason="A test."),)}, []),
        ({"place": "Lindal", "withdrawn": "By request."}, []),
    ],
)
def test_a_fact_that_an_editor_writes_needs_its_evidence(changed: dict[str, object], codes: list[str]) -> None:
    """What rests on nothing is told, and a date beside a printed one that says another; a source settles both."""
    drafted, *rest = reading("a", "Lindal, 3 May\n1990\n\nThe 3 May 1990.\n", **{**PRINTED, **changed})
    edited = replace(drafted, front=replace(drafted.front, drafted_sha256="0" * 64))
    made, _ = assembled((edited, *rest))
    (document,) = made.documents

    assert [problem.code for problem in check.document(document)] == codes


@pytest.mark.parametrize(("date", "codes"), [("2001-03-03", ["A-047"]), ("2001-04-03", [])])
def test_a_weekday_that_begins_like_a_month_is_none(date: str, codes: list[str]) -> None:
    """A Tuesday in Spanish, "martes", is not the month of March."""
    printed = "martes 3 abril 2001"
    read = Evidence(line=1, quote=printed, basis="attested")
    fields = {**SOUND, "date": date, "date_printed": printed, "evidence": (("date", (read,)),)}
    drafted, *rest = reading("a", f"Lindal, {printed}\n\nThe river rose.\n", **fields)
    edited = replace(drafted, front=replace(drafted.front, drafted_sha256="0" * 64))
    made, _ = assembled((edited, *rest))

    assert [problem.code for problem in check.document(made.documents[0])] == codes


def test_a_stage_or_event_without_evidence_is_work_for_the_editor() -> None:
    """A stage that says what is missing is fine, and so is one without documents."""
    stages = (
        StageSetting(id="x", name="X"),
        StageSetting(id="y", name="Y", missing="All."),
        StageSetting(id="z", name="Z"),
    )
    event = EventSetting(id="e", name="E", stage="z", relation="stage", dates=(date("1990", "1990"),))
    bare = EventSetting(id="f", name="F", line=7)
    document = reading("a", "It was 1990.\n", **SOUND)

    assert _archive_codes(document, stages=stages, events=(event, bare)) == ["A-043", "A-044"]


def test_an_error_is_never_allowed() -> None:
    """Only work for the editor can be waived."""
    made, problems = assembled(reading("a", "Words.\n", kind="reprot", allow=(Allowance(code="A-016", reason="No."),)))

    assert check.without_allowed(problems, (document.edition for document in made.documents)) == problems


def test_every_code_of_the_checks_is_raised_in_a_test() -> None:
    """Each code has its case in this file, in test_archive.py or in trust/test_errors.py."""
    from pathlib import Path

    names = ("test_check.py", "test_archive.py", "trust/test_errors.py")
    tests = "".join((Path(__file__).parent / name).read_text("utf-8") for name in names)
    codes = [
        code
        for code in TABLE
        if code[0] == "L" or "A-015" <= code <= "A-032" or "A-040" <= code <= "A-049" or "P-010" <= code <= "P-049"
    ]

    assert [code for code in codes if f'"{code}"' not in tests] == []


FORMER = {"index.html": "", "documents/gone.html": "p1", "documents/a.html": "p1"}


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("documents/gone.html#p1", ["L-001"]),
        ("documents/%67one.html", ["L-001"]),
        ("https://example.org/archive/documents/gone.html", ["L-001"]),
        ("documents/a.html#p2", ["L-002"]),
        ("documents/a.html#p1", []),
    ],
)
def test_a_page_that_is_kept_leads_nowhere_any_more(link: str, codes: list[str]) -> None:
    """When a file, or a place on a page, is gone, links of pages that stand are reported, however they are written."""
    made = {path: SITE[path] for path in ("documents/a.html", "static/site.css", "static/site.js", "404.html")}
    kept = {"index.html": _page(f'<a href="{link}">x</a>')}
    former = {**FORMER, "documents/a.html": "p1 p2"}

    found = check.site(made, "https://example.org/archive/", kept=kept, former=former)

    assert [problem.code for problem in found] == codes


def test_only_pages_that_name_what_is_gone_are_read_again() -> None:
    """One document that goes does not have every page of a large archive read: what was held once is not held again."""
    made = {path: SITE[path] for path in ("index.html", "documents/a.html", "static/site.css", "404.html")}
    kept = {f"documents/{name}.html": _page('<a href="never.html">x</a>') for name in ("b", "c", "d")}
    kept["documents/e.html"] = _page('<a href="gone.html">x</a>')

    found = check.site(made, kept=kept, former=FORMER | dict.fromkeys(kept, ""))

    assert [problem.path for problem in found] == ["documents/e.html"]
