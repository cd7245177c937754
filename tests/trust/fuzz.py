"""What must hold of any bytes whatever, one function a reader; raised is what does not hold.

The functions are driven by hypothesis in `make test`, and by atheris, where that is installed, for as long as wanted:
`python -m tests.trust.fuzz NAME SECONDS [CORPUS]`.
"""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from muniment import anchors, collate, dates, drafting, edition, formats, gazetteer, parse, settings, typeset
from muniment.check.sheet import read as read_page
from muniment.model import Settings
from tests.conftest import ROOT

SETTINGS = Settings(title="Harbour papers", kinds=settings.KINDS)
PAGE = (
    '<!doctype html>\n<html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    "<title>x</title></head><body><h1>x</h1>{}</body></html>"
)


def front_matter(content: bytes) -> None:
    """Read bytes as front matter: an edition that can be written and read again, or problems, never an exception."""
    whole_edition(b"---\nid: a\ntitle: a\n" + content)


def whole_edition(content: bytes) -> None:
    """Read bytes as a whole file of the same kind."""
    read, problems = edition.read("site_src/documents/a.md", content)
    assert (read is None) == any(problem.severity == "error" for problem in problems)
    if read is not None:
        again, problems = edition.read("a.md", edition.write(read.front, read.body).encode("utf-8", "surrogatepass"))
        assert again is not None, problems
        assert replace(again.front, drafted_sha256="") == replace(read.front, drafted_sha256="")
        edition.is_untouched(read)


def normaliser(content: bytes) -> None:
    """Draft bytes as a seed: the draft is without a mistake, loses no word and gives the seed back."""
    transcript, _ = formats.read("a.txt", content)
    if transcript is None:
        return
    (draft,) = drafting.draft_all((transcript,), SETTINGS, frozenset())
    try:
        text = parse.parse(draft.edition.body, ())
    except parse.NestingError as refusal:
        raise AssertionError("a draft of ours is nested too deep") from refusal
    text, _, _ = anchors.give(text, None, draft.edition.front.id)
    collation = collate.collate(transcript, draft.edition, text)
    wrong = [(problem.code, problem.message) for problem in collation.problems if problem.severity == "error"]
    assert wrong == [], wrong
    assert collate.undo(draft.edition.body, collation.apparatus) == "".join(transcript.lines)
    again, problems = edition.read(draft.edition.path, draft.edition.source.encode())
    assert again is not None, problems


def printed_dates(content: bytes) -> None:
    """Look for dates in any text: what is found stands there and is EDTF."""
    text = content.decode("utf-8", "replace")
    for wording in dates.find(text):
        assert wording.text == text[wording.start : wording.end]
    try:
        date = dates.parse(text)
    except ValueError:
        return
    dates.in_words(date)


def tables(content: bytes) -> None:
    """Read bytes as each of the curated files: settings or problems, never an exception."""
    for path in (settings.ARCHIVE, settings.EVENTS, settings.CLAIMS, *settings_paths()):
        _, problems = settings.read({path: content}, "Harbour papers")
        for problem in problems:
            assert problem.line <= content.count(b"\n") + content.count(b"\r") + 2, problem
    gazetteer.build(_states(), content)


def settings_paths() -> tuple[str, ...]:
    """List the files of authorities."""
    return tuple(f"site_src/authorities/{name}.toml" for name in ("people", "organisations", "places"))


@cache
def _states() -> bytes:
    return (ROOT / "muniment/data/states.json").read_bytes()


def registry(content: bytes) -> None:
    """Read bytes as a registry of anchors: what is read is written and read again as the same."""
    for start in (b"", b"[last]\np = 9\n\n[anchors]\n"):
        read, problems = anchors.read(start + content, "a")
        assert (read is None) == bool(problems)
        if read is not None:
            again, _ = anchors.read(anchors.write(read, start + content).encode(), "a")
            assert again is not None
            assert (again.anchors, again.last) == (read.anchors, read.last)
            assert dict(again.aliases) == dict(read.aliases)


def markdown(content: bytes) -> None:
    """Set any Markdown: the page is in form, holds nothing that is not listed, and reads as its blocks."""
    text = content.decode("utf-8", "replace")
    try:
        read = parse.parse(text, ("table", "strikethrough"))
    except parse.NestingError:
        return
    read, _, _ = anchors.give(read, None, "a")
    html = f'<div class="edition">{typeset.html(read)}</div>'
    page = PAGE.format(html)
    sheet = read_page("a.html", page.encode("utf-8", "surrogatepass"), {})
    wrong = [(problem.code, problem.message) for problem in sheet.problems]
    assert wrong == [], wrong


TARGETS: dict[str, Callable[[bytes], None]] = {
    "front-matter": front_matter,
    "edition": whole_edition,
    "normaliser": normaliser,
    "dates": printed_dates,
    "tables": tables,
    "registry": registry,
    "markdown": markdown,
}


def main(words: list[str]) -> None:
    """Drive one of them with atheris; each kind of failure is told once, with its bytes, and the search goes on."""
    import atheris  # not among the requirements: whoever fuzzes installs it

    name, seconds, *corpus = words
    known: dict[str, bytes] = {}

    def told(content: bytes) -> None:
        try:
            TARGETS[name](content)
        except Exception as failure:
            kind = f"{type(failure).__name__} {re.findall('[A-Z]-[0-9]{3}', str(failure))[:1] or str(failure)[:40]}"
            if kind not in known:
                known[kind] = content
                print(f"FOUND {kind}\n{content!r}", flush=True)

    atheris.instrument_all()
    atheris.Setup(["fuzz", f"-max_total_time={seconds}", "-timeout=20", "-max_len=4000", *corpus], told)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
