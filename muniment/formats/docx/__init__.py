"""Turns a word processor's document into a transcript: what its pages print, line by line.

python-docx opens the package and its parts; the rooms beside this one walk through them. Inserted words of a tracked
change stay, deleted ones are left out. It refuses packages that unpack to too much or declare entities, and never
follows what a document refers to outside itself.
"""

from collections.abc import Iterator
from io import BytesIO

from muniment.formats import extracted
from muniment.formats.docx import package
from muniment.formats.docx.body import Body, TooMuch
from muniment.formats.docx.parts import Parts
from muniment.model import Problem, Transcript
from muniment.problems import report


def read(name: str, content: bytes) -> tuple[Transcript | None, tuple[Problem, ...]]:
    """Read a document; refuse it by one problem, or give its transcript and what is to be told about it."""
    path = f"seeds/{name}"
    refusal = package.refused(path, content)
    if refusal:
        return None, (refusal,)
    try:
        import docx  # python-docx takes 150 ms to load; only archives with such seeds pay for it
    except ImportError:
        how = "pip install 'python-docx>=1.2,<2'"
        return None, (report("S-100", path, suffix=".docx", what="python-docx, the extra [docx]", how=how),)
    try:
        body = Body(Parts(docx.Document(BytesIO(content))))
        body.write()
    except TooMuch as limit:
        return None, (report("S-107", path, what=str(limit)),)
    except Exception as fault:
        what = " ".join(f"{type(fault).__name__}: {fault}".split())[:160]
        return None, (report("S-106", path, suffix=".docx", what=what),)
    sheet = body.sheet
    if not any(line.strip() for line in sheet.lines):
        return None, (report("S-102", path),)
    return extracted.transcript(name, content, sheet.lines, sheet.marked), tuple(_about(path, body))


def _about(path: str, body: Body) -> Iterator[Problem]:
    """Tell what of the file is not in its transcript."""
    if body.left.deleted:
        quote = " ".join(body.left.deleted[0].split())[:80]
        yield report("S-109", path, count=len(body.left.deleted), quote=quote)
    if body.left.comments or body.left.embedded:
        yield report("S-110", path, comments=body.left.comments, embedded=body.left.embedded)
