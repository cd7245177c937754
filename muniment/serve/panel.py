"""What a preview adds to a page on its way out: problems until they are mended, the page's worklist, reloading.

It refuses to touch the site: what is added stands outside the page's own parts, and says that it is the preview's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape

from muniment.model import Problem
from muniment.problems import excerpts
from muniment.problems.origins import origin
from muniment.serve.building import Shown

MOST = 50
"""Problems that are listed; of more only the number is told."""
WIDEST = 120
"""Columns of a line that are quoted."""
BEGIN = '<link rel="stylesheet" href="/preview.css"><aside id="preview-part" lang="en" dir="ltr" aria-label="Preview">'
VIEWS = (".seed", ".source")
"""Ends of the names of pages that show a document in another way."""


def onto(content: bytes, name: str, shown: Shown, port: int) -> bytes:
    """Add to a page of the site what the preview has to say and do."""
    options = f"port={port}&amp;snipver={shown.stamp}&amp;mindelay=250&amp;maxdelay=2000"
    scripts = f'<script src="/livereload.js?{options}"></script><script src="/preview.js" defer></script>'.encode()
    words = told(name, shown).encode()
    head, end_of_head, rest = content.partition(b"</head>")
    if not end_of_head:
        return content + scripts + words
    body, end_of_body, rest = rest.rpartition(b"</body>")
    before = (head, scripts, end_of_head)
    return b"".join((*before, body, words, end_of_body, rest) if end_of_body else (*before, rest, words))


def worklist(name: str, shown: Shown) -> tuple[Problem, ...]:
    """Give what an editor should look at in the document, or in the text, that a page shows."""
    stem = name.removesuffix(".html")
    document = stem.removeprefix("documents/")
    for view in VIEWS:
        document = document.removesuffix(view)
    behind = shown.behind.get(document, ()) if stem.startswith("documents/") else (f"site_src/pages/{stem}.md",)
    paths = (name, *behind)
    said = [each for each in shown.problems if each.severity != "error" and each.path in paths]
    left = [each for path in behind for each in shown.left(path) if each.severity != "error"]
    return tuple(dict.fromkeys((*said, *left)))


def remedied(problem: Problem, shown: Shown) -> Problem:
    """Give a difference without a note the command that explains it, instead of the remedy of all such differences."""
    place = (problem.line, problem.code)
    hints = (each.hint for each in shown.left(problem.path) if (each.line, each.code) == place)
    return replace(problem, hint=next(hints, problem.hint))


def told(name: str, shown: Shown) -> str:
    """Write the part of the preview at the foot of a page; nothing where there is nothing to say."""
    errors, own = shown.errors, worklist(name, shown)
    errors = (*(remedied(each, shown) for each in errors[:MOST]), *errors[MOST:])
    if not errors and not own:
        return ""
    parts = [BEGIN]
    if errors:
        above = "The page above is the last good one." if shown.files else "No page could be made yet."
        words = f"{_number(len(errors), 'problem')}. {above}"
        parts.append(f'<section id="preview-problems" role="alert"><h2>Preview: {words}</h2>')
        parts.append(f"{_list(errors, shown.texts)}</section>")
    if own:
        words = f"Preview: {_number(len(own), 'thing')} to look at on this page"
        parts.append(f'<details id="preview-worklist"><summary>{words}</summary>')
        parts.append(f"<p>Only the preview says this; the site does not.</p>{_list(own, shown.texts)}</details>")
    return "".join((*parts, "</aside>"))


def _number(number: int, what: str) -> str:
    return f"{number} {what}" + "s" * (number != 1)


def _list(found: tuple[Problem, ...], texts: Mapping[str, bytes]) -> str:
    """List problems as an editor reads them: where, code, what, the line, what to do."""
    rows = "".join(f"<li>{''.join(_row(each, texts))}</li>" for each in found[:MOST])
    more = f"<p>And {len(found) - MOST} more.</p>" if len(found) > MOST else ""
    return f"<ol>{rows}</ol>{more}"


def _row(problem: Problem, texts: Mapping[str, bytes]) -> Iterable[str]:
    problem = origin(problem, lambda path: texts.get(path, b"").decode("utf-8", "replace").split("\n"))
    where = ":".join([problem.path, *(str(number) for number in (problem.line, problem.column) if number)])
    yield f"<p><b>{escape(where)}</b> <i>{problem.code}</i> {escape(problem.message)}</p>"
    quoted = _quoted(problem, texts)
    if quoted:
        yield f"<pre>{escape(quoted)}</pre>"
    if problem.hint:
        yield f"<p>{escape(problem.hint)}</p>"


def _quoted(problem: Problem, texts: Mapping[str, bytes]) -> str:
    """Quote the line a problem is in, with a mark under the place where that is known."""
    lines = texts.get(problem.path, b"").split(b"\n", problem.line)
    if not 0 < problem.line <= len(lines):
        return ""
    cut = excerpts.excerpt(problem, lines[problem.line - 1].decode("utf-8", "replace"), WIDEST)
    if cut is None:
        return ""
    number = f"{problem.line} | "
    mark = f"\n{' ' * (len(number) + cut.start)}{'^' * cut.size}" if cut.size else ""
    return f"{number}{cut.text}{mark}"
