"""The words of every document are read back from its finished page, and held against its edition and its seed."""

import re
import time

import pytest

from muniment import check
from muniment.check import reading
from muniment.check.sheet import Sheet, read
from muniment.model import Archive
from muniment.pages import document_path
from tests.trust import places

NOTED = (
    "Harbour news\n\nPublished: 3 May 1931\n\nThe the harbour was closed on 3 May 1931 at nine in the morning.\n\n"
    "(i) Nobody objected, & nobody <b>cared</b>.\n\n(ii) The   bridge * stands *.\n\n"
    "**Bold words** were _underlined_.\n"
)


def _built(seeds: dict[str, bytes]) -> tuple[Archive, dict[str, bytes]]:
    outcome = places.run(seeds)
    assert outcome.archive is not None
    assert outcome.files, outcome.problems
    return outcome.archive, places.files(outcome.files)


@pytest.fixture(scope="module")
def harbour() -> tuple[Archive, dict[str, bytes]]:
    """Give a small archive and its finished site."""
    return _built({"news.txt": NOTED.encode(), **places.SEEDS})


def _found(archive: Archive, files: dict[str, bytes], old: str, new: str) -> list[tuple[str, str]]:
    """Alter the page of the news, and give (code, message) of what the check of words says."""
    (news,) = (each for each in archive.documents if each.transcript.name == "news.txt")
    path = document_path(news.id)
    page = files[path].decode()
    assert old in page
    sheet = read(path, page.replace(old, new, 1).encode(), {})
    return [(problem.code, problem.message) for problem in reading.check(news, sheet)]


def test_finished_pages_read_as_their_editions_and_seeds(harbour: tuple[Archive, dict[str, bytes]]) -> None:
    """Nothing is reported for pages as they are rendered."""
    archive, files = harbour

    assert [p for p in check.site(files, archive=archive) if p.code in ("E-086", "E-087", "E-088")] == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Nobody objected", "Nobody", "E-086"),
        ("Nobody objected", "objected Nobody", "E-086"),
        ("Nobody objected", "Nobody ever objected", "E-086"),
        ("Nobody objected", "Nobody Objected", "E-086"),
        ("Nobody objected", "Nobodyobjected", "E-086"),
        ("Nobody objected", "No body objected", "E-086"),
        ("Nobody objected", "Nob<br>ody objected", "E-086"),
        ("Nobody objected", "Nobody objected</li><li>again", "E-086"),
        ("(ii)", "(iii)", "E-086"),
        ("&amp;", "&amp;amp;", "E-086"),
        ('<div class="edition"', '<div class="text"', "E-088"),
        ('<div class="edition"', '<div class="edition">More.</div><div class="edition"', "E-086"),
    ],
)
def test_a_page_that_reads_otherwise_is_refused(
    harbour: tuple[Archive, dict[str, bytes]], old: str, new: str, code: str
) -> None:
    """A word lost, added, moved, joined, parted or altered is an error that names it."""
    archive, files = harbour

    found = _found(archive, files, old, new)

    assert found[0][0] == code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nobody objected", "<em>No</em>body\n\tobjected"),
        ("Nobody objected", "Nobody&#32;objected"),
        ("&amp;", "&#38;"),
        ("Nobody objected", '<aside role="doc-footnote"><p>A note.</p></aside>Nobody objected'),
        ("Nobody objected", '<span class="lacuna">Words are missing.</span>Nobody objected'),
    ],
)
def test_how_words_are_set_is_all_one(harbour: tuple[Archive, dict[str, bytes]], old: str, new: str) -> None:
    """Elements within words, white space, escapes and marked notes change no word."""
    archive, files = harbour

    assert _found(archive, files, old, new) == []


def test_a_message_names_document_line_and_words(harbour: tuple[Archive, dict[str, bytes]]) -> None:
    """An editor can find the place without a debugger."""
    archive, files = harbour
    ((_, message), *_) = _found(archive, files, "Nobody objected", "Somebody objected")

    assert re.search(r'the edition reads ".*Nobody objected.*", and documents/.*\.html reads ".*Somebody obj', message)


def test_a_seed_word_that_the_edition_drops_without_account_is_found(harbour: tuple[Archive, dict[str, bytes]]) -> None:
    """The seed is held against the page too, not only against the edition."""
    archive, files = harbour
    (news,) = (each for each in archive.documents if each.transcript.name == "news.txt")
    (other,) = (each for each in archive.documents if each.transcript.name == "minutes.txt")
    path = document_path(news.id)
    from dataclasses import replace

    mixed = replace(news, transcript=other.transcript)
    found = [problem.code for problem in reading.check(mixed, read(path, files[path], {}))]

    assert "E-087" in found


def test_a_line_set_apart_that_is_not_on_the_page_is_found(harbour: tuple[Archive, dict[str, bytes]]) -> None:
    """Lines lifted out of the text stand at their anchors word for word."""
    archive, files = harbour
    (news,) = (each for each in archive.documents if each.transcript.name == "news.txt")
    first = news.collation.meta_lines[0]

    assert "E-087" in [code for code, _ in _found(archive, files, f'id="{first.anchor}"', 'id="elsewhere"')]


def test_what_a_difference_took_out_is_on_the_page(harbour: tuple[Archive, dict[str, bytes]]) -> None:
    """Without the apparatus, what it lists would be lost."""
    archive, files = harbour
    (news,) = (each for each in archive.documents if each.transcript.name == "news.txt")
    taken = next(each.before for each in news.collation.apparatus.operations if each.is_wording and each.before.strip())
    page = files[document_path(news.id)].decode()
    start = page.index('<section class="apparatus"')
    stripped = page[:start] + page[start:].replace(taken.strip(), "…")
    found = reading.check(news, read(document_path(news.id), stripped.encode(), {}))

    assert "E-087" in [problem.code for problem in found]


def test_reading_back_is_linear() -> None:
    """Ten times the words take about ten times the time, and a page with no text at all none."""
    times = []
    for number in (500, 5000):
        text = "".join(
            f"{n} boats & {n * 7} barges lay in harbour number {n * 13} on day {n * 17}.\n\n" for n in range(number)
        )
        archive, files = _built({"long.txt": f"Minutes\n\n{text}".encode()})
        (long,) = archive.documents
        sheet: Sheet = read(document_path(long.id), files[document_path(long.id)], {})
        started = time.perf_counter()
        assert list(reading.check(long, sheet)) == []
        times.append(time.perf_counter() - started)

    assert times[1] < 60 * times[0]
