"""The bytes of an edition file → a typed edition, or every problem that keeps them from being one.

Knows nothing of the folder the file lies in.
"""

import hashlib

from muniment import unmerged
from muniment.edition import fences, plain_lines, schema, yaml_reader
from muniment.model import Edition, Problem
from muniment.problems import report


def read(path: str, content: bytes) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read an edition file; with any problem there is none, since half of it would pass for the whole."""
    if conflict := unmerged.line(content):
        return None, (report("F-026", path, conflict),)
    fenced = fences.split(path, content)
    if isinstance(fenced, Problem):
        return None, (fenced,)
    tree = plain_lines.read(fenced.front) or yaml_reader.read(path, fenced.front)
    if isinstance(tree, Problem):
        return None, (tree,)
    front, lines, problems = schema.front_matter(path, tree)
    if front is None:
        return None, problems
    edition = Edition(
        path=path,
        front=front,
        body=fenced.body,
        body_line=fenced.body_line,
        source=fenced.source,
        sha256=hashlib.sha256(content).hexdigest(),
        lines=lines,
    )
    return edition, problems
