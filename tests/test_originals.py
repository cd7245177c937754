"""Seeds that are no plain text, from their bytes to the finished site: transcript, original, pages, hashes."""

import hashlib
import json
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from muniment import collate, edition, formats
from muniment.model import Archive, Edition, FrontMatter
from tests.conftest import ROOT
from tests.docx_builder import package, paragraph
from tests.pdf_builder import lines, pdf
from tests.test_formats_docx import made
from tests.test_formats_pdf import REPORT
from tests.trust import places

PAGE = (ROOT / "tests/cases/html/whole-page/in.html").read_bytes()
FRENCH = (ROOT / "tests/cases/html/foreign-passages/in.html").read_bytes()
PERSIAN = (ROOT / "tests/cases/html/right-to-left/in.html").read_bytes()
SEEDS = {
    "ferry.html": PAGE,
    "fisheries.htm": FRENCH,
    "persian.html": PERSIAN,
    "report.pdf": pdf(REPORT),
    "scripted.pdf": pdf([lines("A paper with a script in it.")], catalog="/OpenAction << /S /JavaScript /JS (1) >>"),
    "treaty.docx": made(ROOT / "tests/cases/docx/numbering"),
    "pages.docx": made(ROOT / "tests/cases/docx/pages"),
    "letter.txt": places.LETTER.encode(),
}
Built = tuple[Archive, dict[str, bytes]]


@pytest.fixture(scope="module")
def built() -> Built:
    """Build an archive with a seed of every kind."""
    outcome = places.run(SEEDS)
    assert places.errors(outcome.problems) == []
    assert outcome.archive is not None
    return outcome.archive, places.files(outcome.files)


def _id(archive: Archive, name: str) -> str:
    return next(each.id for each in archive.documents if each.transcript.name == name)


@pytest.mark.parametrize(
    ("name", "end"),
    [("ferry.html", "txt"), ("fisheries.htm", "txt"), ("report.pdf", "pdf"), ("treaty.docx", "docx")],
)
def test_originals_lie_beside_their_transcripts_byte_for_byte(built: Built, name: str, end: str) -> None:
    """The original has the seed's hash, the transcript its own; both are recorded, in the page and the data."""
    archive, files = built
    path = f"documents/{_id(archive, name)}"
    page, record = files[f"{path}.html"].decode(), json.loads(files[f"{path}.json"])
    transcript = files[f"{path}.seed.txt"]

    assert files[f"{path}.original.{end}"] == SEEDS[name]
    assert record["original"] == f"{path}.original.{end}"
    assert record["seed"]["sha256"] == hashlib.sha256(SEEDS[name]).hexdigest()
    assert record["transcript_sha256"] == hashlib.sha256(transcript).hexdigest()
    assert record["transcript_sha256"] in page
    assert record["seed"]["sha256"] in page
    assert f".original.{end}" in page


def test_nothing_of_a_seed_can_run(built: Built) -> None:
    """No page of a seed is published as a page, a PDF with a script not at all, and no zip holds a page."""
    archive, files = built
    with zipfile.ZipFile(BytesIO(files["archive.zip"])) as bag:
        packed = bag.namelist()
    pages = [
        path for path, content in files.items() if path.endswith((".html", ".htm")) and b"document.write" in content
    ]

    assert [path for path in files if ".original.htm" in path] == []
    assert [path for path in files if path.startswith(f"documents/{_id(archive, 'scripted.pdf')}.original")] == []
    assert [path for path in packed if path.endswith((".html", ".htm"))] == []
    assert pages == []


def test_a_plain_text_has_neither_original_nor_pages(built: Built) -> None:
    """What is plain text is its own transcript."""
    archive, files = built
    record = json.loads(files[f"documents/{_id(archive, 'letter.txt')}.json"])

    assert (record["original"], record["transcript_sha256"], record["pages"]) == (None, None, [])


def test_undoing_gives_the_transcript(built: Built) -> None:
    """The apparatus applied backwards gives every transcript byte for byte, whatever the seed was."""
    archive, _ = built
    for document in archive.documents:
        restored = collate.undo(document.edition.body, document.collation.apparatus)

        assert restored == "".join(document.transcript.lines), document.id


def test_every_word_of_a_transcript_is_in_the_edition_or_its_apparatus(built: Built) -> None:
    """No word of a page, a document or a PDF is lost on its way to the site."""
    archive, files = built
    for document in archive.documents:
        apparatus = json.loads(files[f"data/apparatus/{document.id}.json"])
        words = document.edition.source.split() + [
            word for each in apparatus["operations"] for word in each["before"].split()
        ]
        bare = re.sub(r"\W", "", "".join(words))

        missing = [
            word for line in document.transcript.lines for word in line.split() if re.sub(r"\W", "", word) not in bare
        ]

        assert missing == [], document.id


def test_pages_of_a_seed_are_known(built: Built) -> None:
    """Where each page begins stands in the data, on the page, in the seed view and in TEI."""
    archive, files = built
    path = f"documents/{_id(archive, 'report.pdf')}"
    record = json.loads(files[f"{path}.json"])
    tree = etree.fromstring(files[f"{path}.xml"])
    begun = tree.findall(".//{http://www.tei-c.org/ns/1.0}pb")

    assert [(each["page"], each["anchor"]) for each in record["pages"]] == [(1, "p1"), (2, "p2"), (4, "p4")]
    assert [each.get("n") for each in begun] == ["1", "2", "4"]
    assert "page 2 begins at p2" in files[f"{path}.html"].decode()
    assert [f"Page {n}" in files[f"{path}.seed.html"].decode() for n in (2, 3, 4, 5)] == [True, True, True, False]


def test_passages_in_another_language_say_so(built: Built) -> None:
    """A French paragraph of an English statement is French, an Arabic one is read from right to left."""
    archive, files = built
    path = f"documents/{_id(archive, 'fisheries.htm')}"
    page, record = files[f"{path}.html"].decode(), json.loads(files[f"{path}.json"])
    spoken = {each["anchor"]: each["language"] for each in record["blocks"] if each["language"]}

    assert spoken == {"p2": "fr", "p3": "fr", "p5": "ar"}
    assert '<p id="p2" class="passage" lang="fr" dir="ltr">' in page
    assert '<p id="p5" class="passage" lang="ar" dir="rtl">' in page
    assert 'xml:lang="fr"' in files[f"{path}.xml"].decode()


def test_a_document_in_persian_is_read_from_right_to_left(built: Built) -> None:
    """Title, text and seed view have their language and direction; the English paragraph has its own."""
    archive, files = built
    path = f"documents/{_id(archive, 'persian.html')}"
    page = files[f"{path}.html"].decode()

    assert '<h1 lang="fa" dir="rtl">' in page
    assert '<div class="edition" lang="fa" dir="rtl">' in page
    assert 'lang="en" dir="ltr">' in page
    assert '<td class="raw" lang="fa" dir="rtl">' in files[f"{path}.seed.html"].decode()


def test_a_seed_that_is_kept_back_has_no_original() -> None:
    """Neither the transcript nor the original is published where the editor keeps the seed."""
    seeds = {"report.pdf": SEEDS["report.pdf"]}
    sources = places.drafted(seeds)
    path = next(path for path in sources if path.startswith("site_src/documents/"))
    sources[path] = sources[path].replace(b"reviewed:", b'publish_seed: "no: lent for reading only"\nreviewed:')

    outcome = places.run(seeds, sources)

    assert places.errors(outcome.problems) == []
    assert [path for path in places.files(outcome.files) if ".original." in path or ".seed." in path] == []


def test_a_transcript_that_is_read_otherwise_renews_an_untouched_draft() -> None:
    """A newer reader that takes out other words drafts anew what nobody has touched, and reports what somebody has."""
    seeds = {"a.docx": package(paragraph("The ferry sails on Mondays and on no other day of the week."))}
    sources = places.drafted(seeds)
    path = next(path for path in sources if path.startswith("site_src/documents/"))
    known, _ = edition.read(path, sources[path])
    assert known is not None
    older = edition.write(_otherwise(known), known.body)
    touched = older.replace("Mondays and", "Mondays  and")

    renewed = places.run(seeds, {**sources, path: older.encode()})
    reported = places.run(seeds, {**sources, path: touched.encode()})

    assert [each for each, _ in renewed.drafts] == [path]
    assert places.errors(renewed.problems) == []
    assert places.errors(reported.problems) == ["E-002"]


def _otherwise(known: Edition) -> FrontMatter:
    return replace(known.front, transcript_sha256="0" * 64)


def test_a_note_of_a_language_names_a_passage_that_is_there() -> None:
    """A passage that does not exist is reported; a remark in other words is left to people."""
    seeds = {"letter.txt": places.LETTER.encode()}
    sources = places.drafted(seeds)
    path = next(path for path in sources if path.startswith("site_src/documents/"))

    def codes(notes: bytes) -> list[str]:
        """Build with these notes."""
        given = {**sources, path: sources[path].replace(b"seed:", b"lang_notes: [" + notes + b"]\nseed:", 1)}
        return [each.code for each in places.run(seeds, given).problems if each.code == "S-120"]

    assert codes(b'"p99: fr"') == ["S-120"]
    assert codes(b'"p1-p2: fr", "p3 is Danish"') == []


def test_a_seed_under_a_wrong_name_is_one_problem() -> None:
    """A PDF called a page is read as what it says, and refused as what it is not, by one problem each."""
    wrong = {"a.pdf": PAGE, "b.docx": SEEDS["report.pdf"], "c.pdf": SEEDS["treaty.docx"], "d.txt": SEEDS["treaty.docx"]}
    for name, content in wrong.items():
        transcript, problems = formats.read(name, content)

        assert transcript is None, name
        assert len(problems) == 1, name


def test_the_five_editions_have_no_seed_of_another_kind(root: Path) -> None:
    """The shipped archive needs none of the extras."""
    assert {path.suffix for path in (root / "seeds").iterdir()} == {".txt"}
