"""Front matter as people write it → a mapping, through python-frontmatter with a strict handler of our own.

Knows nothing of fields. Refuses what would make a text mean something else than it says: anchors, aliases, tags, merge
keys, repeated keys; refuses more than 64 KiB and more than 20 levels.

frontmatter and yaml are imported when they are first needed: they cost some 30 ms at the start, and what `write` wrote
is read without them.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from muniment.edition import yaml_faults
from muniment.edition.tree import Mapping, Node, Scalar, Sequence
from muniment.model import Problem
from muniment.problems import report

if TYPE_CHECKING:
    import yaml
    from frontmatter.default_handlers import BaseHandler

_LARGEST = 64 * 1024
_DEEPEST = 20
_FIRST_LINE = 2
"""Line of the file on which the front matter begins."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class _RefusedError(Exception):
    """Front matter that we do not read: code, file line and words of the problem."""

    def __init__(self, code: str, line: int, **words: Any) -> None:
        super().__init__(code)
        self.code, self.line, self.words = code, line, words


def read(path: str, front: str) -> Mapping | Problem:
    """Read front matter whose first line is line 2 of its file, or say what is wrong with it."""
    size = len(front.encode("utf-8"))
    if size > _LARGEST:
        return report("F-004", path, 1, size=size // 1024 + 1)
    if found := _FORBIDDEN.search(front):
        line = front.count("\n", 0, found.start()) + _FIRST_LINE
        return report("F-005", path, line, found=found[0])

    import frontmatter  # here for start-up time, see above

    try:
        metadata, _ = frontmatter.parse(f"---\n{front}---", handler=_handler())
    except _RefusedError as refused:
        return report(refused.code, path, refused.line, **refused.words)
    tree = metadata["tree"]
    if not isinstance(tree, Mapping):
        raise TypeError(f"the handler gives a mapping, not {type(tree).__name__}")
    return tree


@cache
def _handler() -> "BaseHandler":
    """Make the handler that python-frontmatter loads with; made once, when the first hand-written file is read."""
    import yaml  # here for start-up time, see above
    from frontmatter.default_handlers import BaseHandler

    class StrictLoader(yaml.SafeLoader):
        """The pure-Python loader, without types: every scalar stays text."""

        yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (as PyYAML declares it)
        depth = 0

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            """Compose one node, refusing what is not plain content."""
            event: Any = self.peek_event()  # type: ignore[no-untyped-call]  # untyped in types-PyYAML
            line = event.start_mark.line + _FIRST_LINE
            if isinstance(event, yaml.AliasEvent) or event.anchor:
                raise _RefusedError("F-006", line, found=f"{_sign(event)}{event.anchor}")
            if event.tag:
                raise _RefusedError("F-006", line, found=event.tag.replace("tag:yaml.org,2002:", "!!"))
            if self.depth >= _DEEPEST:
                raise _RefusedError("F-007", line)
            self.depth += 1
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

    class StrictHandler(BaseHandler):
        """Takes the text between our own fences and gives our own tree."""

        FM_BOUNDARY = re.compile(r"^---$", re.MULTILINE)

        def split(self, text: str) -> tuple[str, str]:
            """Take off the fences."""
            return text.removeprefix("---\n").removesuffix("---"), ""

        def load(self, fm: str) -> dict[str, Any]:
            """Read the mapping."""
            return {"tree": _load(fm, StrictLoader)}

    return StrictHandler()


def _sign(event: Any) -> str:
    """Give the sign with which an anchor or alias is written."""
    return "*" if type(event).__name__ == "AliasEvent" else "&"


def _load(front: str, loader: "type[yaml.SafeLoader]") -> Mapping:
    """Compose the YAML and turn its nodes into ours."""
    import yaml  # here for start-up time, see above

    try:
        root = yaml.compose(front, Loader=loader)
    except yaml.MarkedYAMLError as error:
        found = yaml_faults.fault(error)
        line = found.line + _FIRST_LINE
        raise _RefusedError("F-008", line, column=found.column, detail=found.words) from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise _RefusedError("F-008", 1, detail=str(error).split("\n", 1)[0]) from error
    if root is None:
        return Mapping(entries=(), line=_FIRST_LINE)
    tree = _tree(root)
    if not isinstance(tree, Mapping):
        raise _RefusedError("F-009", _FIRST_LINE)
    return tree


def _tree(node: "yaml.Node") -> Node:
    """Turn a YAML node into ours; the loader has bounded how deep this goes."""
    import yaml  # here for start-up time, see above

    line = node.start_mark.line + _FIRST_LINE
    if isinstance(node, yaml.ScalarNode):
        text = node.value.rstrip("\n") if node.style in ("|", ">") else node.value
        return Scalar(text=text, line=line)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(nodes=tuple(_tree(child) for child in node.value), line=line)
    entries: list[tuple[str, int, Node]] = []
    seen: dict[str, int] = {}
    for key, value in node.value:
        at = key.start_mark.line + _FIRST_LINE
        if not isinstance(key, yaml.ScalarNode):
            raise _RefusedError("F-008", at, detail="a key is not a word")
        if key.value == "<<" and not key.style:
            raise _RefusedError("F-006", at, found="<<")
        if key.value in seen:
            raise _RefusedError("F-010", at, key=key.value, first=seen[key.value])
        seen[key.value] = at
        entries.append((key.value, at, _tree(value)))
    return Mapping(entries=tuple(entries), line=line)
