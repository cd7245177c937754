"""Hostile bytes for seeds: encodings, sizes, and the Markdown that takes a parser long."""

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator

TEXT = "Report of the harbour master\n\nThe harbour was closed – “for good”.\n"


def encodings() -> Iterator[tuple[str, bytes, bool | None]]:
    """Give (name, bytes, whether they have to be refused)."""
    yield "empty", b"", True
    yield "a line end", b"\n", True
    yield "blanks", b" \t \n\n", True
    yield "one letter", b"a", None
    yield "UTF-8", TEXT.encode(), False
    yield "UTF-8 with a mark", b"\xef\xbb\xbf" + TEXT.encode(), False
    yield "two marks", b"\xef\xbb\xbf" * 2 + TEXT.encode(), None
    yield "only a mark", b"\xef\xbb\xbf", True
    yield "UTF-16 with a mark", TEXT.encode("utf-16"), False
    yield "UTF-16 big-endian with a mark", b"\xfe\xff" + TEXT.encode("utf-16-be"), False
    yield "UTF-16 without a mark", TEXT.encode("utf-16-le"), True
    yield "UTF-16 cut in the middle", TEXT.encode("utf-16")[:-1], True
    yield "UTF-16 with half a pair", b"\xff\xfe\x3d\xd8" + TEXT.encode("utf-16-le"), True
    yield "UTF-32", TEXT.encode("utf-32"), True
    yield "Windows-1252", TEXT.encode("cp1252"), False
    yield "Latin-1", "Þórr var þar.\n".encode("latin-1"), False
    yield "bytes that nothing has", b"Words \x81\x8d words.\n", True
    yield "overlong", b"Words \xc0\xaf words.\n", None
    yield "a surrogate in UTF-8", b"Words \xed\xa0\x80 words.\n", None
    yield "beyond Unicode", b"Words \xf4\x90\x80\x80 words.\n", True
    yield "a NUL", b"Words \0 words.\n", True
    yield "a NUL at the end", TEXT.encode() + b"\0", True
    yield "only NUL", b"\0" * 1000, True
    yield "Shift-JIS", "港は閉鎖された。\n".encode("shift-jis"), None
    yield "KOI8-R", "Порт закрыт.\n".encode("koi8-r"), None
    yield "EBCDIC", TEXT.replace("–", "-").replace("“", '"').replace("”", '"').encode("cp037"), None
    yield "line ends of Windows", TEXT.replace("\n", "\r\n").encode(), False
    yield "line ends of old Macs", TEXT.replace("\n", "\r").encode(), False
    yield "line ends mixed", b"One.\r\rTwo.\n\nThree.\r\n\r\nFour.\n\r\nFive.\r", False
    yield "no line end", TEXT.rstrip().encode(), False
    yield "form feeds", b"One.\x0c\nTwo.\x0c\x0cThree.\n", None
    yield "other line ends", "One.\u2028Two.\u2029Three.\x85Four.\x0bFive.\x1cSix.\n".encode(), None
    yield "decomposed", "Cafe\u0301 Zu\u0308rich\n".encode(), False
    yield "a tower of marks", ("Z" + "\u0301" * 3000 + " words\n").encode(), None
    yield "right to left", "تقرير عن الميناء\n\nأغلق الميناء in 1931 نهائيا.\n".encode(), False
    yield "an ELF program", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, True
    yield "a zip", _zipped(b"words"), True
    yield "a gzip", gzip.compress(b"words" * 1000), None
    yield "a zip that explodes", _zipped(b"\0" * 50_000_000), True
    yield "front matter", b"---\ntitle: Mine\nseed: ../x\n---\n\nThe harbour was closed.\n", False
    yield "an edition", b"---\nid: x\n---\n\nWords.\n", False
    yield "only fences", b"---\n---\n---\n", None


_MILLION, _LINES = 1_000_000, 12_000
_BEYOND: dict[str, Callable[[], bytes]] = {
    "a line of 20 MB": lambda: b"word " * (4 * _MILLION),
    "a word of 20 MB": lambda: b"w" * (20 * _MILLION),
    "1 MB and one byte": lambda: b"word " * (_MILLION // 5) + b"x",
    "100,000 lines": lambda: b"".join(b"Line %d.\n" % n for n in range(100_000)),
    "12,001 lines": lambda: b"Word.\n" * (_LINES + 1),
    "100,000 empty lines": lambda: b"Words.\n" + b"\n" * 100_000 + b"Words.\n",
    "100,000 lines of old Macs": lambda: b"Words.\r" * 100_000,
    "5,000,000 line ends": lambda: b"Words.\n" + b"\n" * (5 * _MILLION) + b"Words.\n",
    "a word of a megabyte": lambda: b"w" * (_MILLION - 1),
    "stars": lambda: b"*" * (_MILLION - 100) + b" words\n",
    "control characters": lambda: b"Words " + b"\x01" * (_MILLION - 100) + b" words.\n",
    "zero-widths": lambda: ("Words " + "\u200b" * 300_000 + " words.\n").encode(),
    "100,000 scripts": lambda: b"<script>alert(1)</script>\n" * 100_000,
}
"""Texts larger than they may be."""
_AT_MOST: dict[str, Callable[[], bytes]] = {
    "a line of 1 MB": lambda: b"word " * (_MILLION // 5),
    "words of 50,000 characters": lambda: (b"w" * 49_999 + b" ") * 20,
    "words that differ": lambda: b" ".join(b"w%d" % n for n in range(145_000)),
    "12,000 lines": lambda: b"".join(b"Line %d of the list.\n" % n for n in range(_LINES)),
    "6,000 paragraphs": lambda: b"".join(b"Paragraph %d.\n\n" % n for n in range(_LINES // 2)),
    "empty lines": lambda: b"Words.\n" + b"\n" * (_LINES - 2) + b"Words.\n",
    "list entries": lambda: b"".join(b"- entry %d\n" % n for n in range(_LINES)),
    "provisions": lambda: b"".join(b"%d. Provision.\n\n" % n for n in range(_LINES // 2)),
    "nested provisions": lambda: b"(a) One.\n\n(i) Two.\n\n(A) Three.\n\n" * (_LINES // 6),
    "headings": lambda: b"".join(b"# Heading %d\n\nWords.\n\n" % n for n in range(_LINES // 4)),
    "equal lines": lambda: b"The same line.\n" * _LINES,
    "equal paragraphs": lambda: b"The same paragraph, word for word.\n\n" * (_LINES // 2),
    "names of states on one line": lambda: b"Norway, Peru and Lebanon. " * 38_000,
    "names of states, one a line": lambda: b"Norway\n" * _LINES,
    "dates": lambda: b"On 3 May 1931 and 31/05/2007. " * 33_000,
    "scripts": lambda: b"<script>alert(1)</script> alert(1) <b>\n" * _LINES,
    "spaces": lambda: b"Words." + b" " * (_MILLION - 100) + b"Words.\n",
    "tabs": lambda: b"Words.\n" + b"\t" * (_MILLION - 100) + b"Words.\n",
    "no more stars than may be": lambda: (b"*" * 49_999 + b" ") * 4,
    "starred words": lambda: b"*word* " * 99_000,
    "control characters": lambda: b"Words " + b"\x01 x " * 20_000 + b" words.\n",
    "zero-widths": lambda: ("Words " + "\u200b x " * 20_000 + " words.\n").encode(),
    "right to left": lambda: ("\u0645\u064a\u0646\u0627\u0621 " * 90_000).encode(),
    "hyphens at line ends": lambda: b"words are par-\nted here\n" * (_LINES // 2),
    "page marks": lambda: b"".join(b"Words of a page\n\n- %d -\n\n" % n for n in range(_LINES // 4)),
    "colons at line ends": lambda: b"The following:\n\n" * (_LINES // 2),
    "head lines": lambda: b"".join(b"Key %d: value\n" % n for n in range(_LINES)),
    "quotation signs": lambda: b"> words\n>> words\n" * (_LINES // 2),
    "garbled letters": lambda: "Ã¤Ã¶Ã¼ â€œwordsâ€\x9d ".encode() * 30_000,
    "capitals": lambda: b"WORDS OF THE HEADING\n\n" * (_LINES // 2),
    "a long text": lambda: b"".join(
        b"Line %d of a text with words, some of them long, & a comma, too.\n" % n for n in range(11_900)
    ),
    "a long text in paragraphs": lambda: b"".join(
        b"Paragraph %d of a text with words, some of them long, and a few commas too, since texts have commas.\n\n" % n
        for n in range(5_900)
    ),
    "everything at once": lambda: b"".join(
        b"(%d) Norway and *Peru* <b>said</b> on 3 May 1931 that [it](x) & more; it went on.\n\n" % n
        for n in range(5_900)
    ),
    "one letter a line": lambda: b"a\n" * _LINES,
}
"""Texts as large as they may be."""


def sizes() -> Iterator[tuple[str, Callable[[], bytes], bool | None]]:
    """Give texts as large as they may be, and beyond; a caller runs each in a process of its own."""
    yield from ((name, make, True) for name, make in _BEYOND.items())
    yield from ((name, make, None) for name, make in _AT_MOST.items())


PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "strong in emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "emphasis closed, never opened": lambda n: "a_ " * n,
    "emphasis opened, never closed": lambda n: "_a " * n,
    "links closed, never opened": lambda n: "a]" * n,
    "links opened, never closed": lambda n: "[a" * n,
    "links and emphasis mismatched": lambda n: "*a_ " * n,
    "openers and closers by threes": lambda n: "a**b" + "c* " * n,
    "links opened with emphasis": lambda n: "[ (](" * n,
    "pattern of bang brackets": lambda n: "![[]()" * n,
    "brackets and underscores": lambda n: "[a_" * n,
    "hard link and emphasis": lambda n: "**x [a*b**c*](d)" * (n // 10 + 1),
    "brackets nested": lambda n: "[" * n + "a" + "]" * n,
    "quotations nested": lambda n: "> " * n + "a",
    "quotations nested tight": lambda n: ">" * n + "a",
    "lists nested": lambda n: "".join("  " * (x % 1000) + "* a\n" for x in range(min(n, 3000))),
    "lists nested on one line": lambda n: "- " * n + "a",
    "numbers nested on one line": lambda n: "1. " * n + "a",
    "backticks of growing length": lambda n: "".join("e" + "`" * x for x in range(min(n, 3000))),
    "unclosed links": lambda n: "[a](<b" * n,
    "unclosed links of another kind": lambda n: "[a](b" * n,
    "empty links": lambda n: "[]()" * n,
    "references": lambda n: "[a]: b\n" * n + "[a]" * n,
    "references without end": lambda n: "".join(f"[{x}]: x\n" for x in range(n)),
    "autolinks": lambda n: "<https://example.org/a>" * n,
    "angle brackets": lambda n: "<" * n,
    "unclosed tags": lambda n: "<a " * n,
    "unclosed comments": lambda n: "</" + "<!--" * n,
    "unclosed instructions": lambda n: "<?" * n,
    "unclosed declarations": lambda n: "<!A" * n,
    "unclosed data": lambda n: "<![CDATA[" * n,
    "entities": lambda n: "&amp;" * n + "&" * n,
    "entities that are none": lambda n: "&x" * n,
    "backslashes": lambda n: "\\" * n,
    "tildes": lambda n: "~~a " * n,
    "pipes": lambda n: "|" * n + "\n" + "|-" * n + "|\n" + "a|" * n,
    "tables": lambda n: "a|b\n-|-\n" + "c|d\n" * n,
    "fences": lambda n: "```\n" * n,
    "fences never closed": lambda n: "~~~ x\n" + "words\n" * n,
    "headings": lambda n: "#" * n + " a",
    "underlined": lambda n: "a\n=\n" * n,
    "rules": lambda n: "* " * n + "\n",
    "thematic breaks almost": lambda n: "- " * n + "a\n",
    "spaces at line ends": lambda n: "a  \n" * n,
    "tabs": lambda n: "\t" * n + "a",
    "emphasis of both kinds": lambda n: "*_" * n + "a" + "_*" * n,
    "letters and stars": lambda n: "a*" * n,
    "stars": lambda n: "*" * n + "a" + "*" * n,
    "underscores in a word": lambda n: "a_" * n + "a",
    "quotation marks": lambda n: "\"'" * n,
    "colons": lambda n: "a: " * n,
    "brackets of provisions": lambda n: "(i) " * n,
    "hyphens at line ends": lambda n: "word-\n" * n,
    "numbers": lambda n: "1" * n + ". a",
    "dates almost": lambda n: "31 May " * n,
    "times almost": lambda n: "1/" * n,
    "capitals": lambda n: "A " * n,
}
"""Texts that take Markdown readers long, by size; the kinds are those that cmark tests, and our own."""


def _zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", content)
    return packed.getvalue()
