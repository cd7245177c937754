"""Small PDFs for tests, written object by object."""

import zlib
from collections.abc import Sequence

Words = tuple[float, float, float, str]
"""(x, y, size, words)."""

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(pages: Sequence[Sequence[Words]], catalog: str = "", page: str = "", extra: Sequence[str] = ()) -> bytes:
    """Write pages of words in Helvetica; further keys of catalogue and pages, further objects from number 100 on."""
    objects: dict[int, bytes] = {3: FONT}
    kids = []
    for index, words in enumerate(pages):
        number = 10 + 2 * index
        kids.append(f"{number} 0 R")
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {page} >>"
        ).encode()
        objects[number + 1] = stream(drawn(words))
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    for index, text in enumerate(extra):
        objects[100 + index] = text.encode()
    return assembled(objects)


def lines(*texts: str, top: float = 780, distance: float = 14) -> list[Words]:
    """Place lines one below the other; an empty one leaves room."""
    return [(72, top - distance * index, 11, text) for index, text in enumerate(texts) if text]


def drawn(words: Sequence[Words]) -> bytes:
    """Write the operations that draw words."""
    parts = []
    for x, y, size, text in words:
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        parts.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET")
    return "\n".join(parts).encode("windows-1252")


def stream(content: bytes, keys: str = "") -> bytes:
    """Write a stream, packed."""
    packed = zlib.compress(content)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {keys} >>\nstream\n".encode() + packed + b"\nendstream"


def assembled(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """Write objects, the table of where they stand, and the trailer."""
    out = bytearray(b"%PDF-1.4\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in offsets.items():
        out += f"{number} 1\n{offset:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
