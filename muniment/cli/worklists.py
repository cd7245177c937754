"""An editor's work → what `check` prints of it: document by document, each thing with its line and what to do."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from muniment.cli import calling
from muniment.cli.ink import Ink
from muniment.cli.layout import padded, wrapped
from muniment.cli.summary import counted
from muniment.cli.telling import COLOURS
from muniment.problems import printable

if TYPE_CHECKING:
    from muniment.desk import Task, Work

ALIKE = 6
"""Documents from which on a thing that many have in common is listed once for all of them."""
_LINE = 10


def lines(works: "Sequence[Work]", root: Path, ink: Ink, *, is_whole: bool) -> Iterator[str]:
    """Print a worklist; what many documents have in common is told once, unless `is_whole`."""
    common = {} if is_whole else _common(works)
    for (code, what), members in common.items():
        yield ""
        yield from _shared(code, what, members, root, ink)
    for work in works:
        own = [task for task in work.tasks if (task.code, task.what) not in common]
        if own:
            yield ""
            yield from _document(work, own, root, ink)


def _common(works: "Sequence[Work]") -> "dict[tuple[str, str], list[tuple[Work, Task]]]":
    """Find what many documents have in common, such as that nobody has reviewed them."""
    found: dict[tuple[str, str], list[tuple[Work, Task]]] = {}
    for work in works:
        for task in work.tasks:
            found.setdefault((task.code, task.what), []).append((work, task))
    return {key: members for key, members in found.items() if len({work.id for work, _ in members}) >= ALIKE}


def _shared(code: str, what: str, members: "list[tuple[Work, Task]]", root: Path, ink: Ink) -> Iterator[str]:
    """Print a thing that many documents have in common."""
    yield ink(f"In {counted(len(members), 'document')}", is_bold=True)
    yield from wrapped(f"{code} {what}", ink.columns, "  ", " " * _LINE)
    yield from wrapped(calling.in_words(members[0][1].hint, root.as_posix()), ink.columns, " " * _LINE, " " * _LINE)
    first = ", ".join(f"{task.path}:{task.line}" if task.line else task.path for _, task in members[:3])
    yield from wrapped(f"First: {printable(first)} (-v lists all)", ink.columns, " " * _LINE, " " * _LINE)


def _document(work: "Work", tasks: "list[Task]", root: Path, ink: Ink) -> Iterator[str]:
    """Print what is open in one document, file by file."""
    title = work.title if work.id else "The archive"
    yield from (ink(line, is_bold=True) for line in wrapped(title, ink.columns))
    path = ""
    for task in tasks:
        if task.path != path:
            path = task.path
            yield f"  {printable((root / path).as_posix())}"
        yield from _task(task, root, ink)


def _task(task: "Task", root: Path, ink: Ink) -> Iterator[str]:
    """Print one thing: its line, what it is, and what to do, as a command if there is one."""
    where = padded(f"  line {task.line}" if task.line else "  ", _LINE + 3)
    first, *rest = wrapped(f"{task.code} {task.what}", ink.columns - _LINE - 3)
    yield f"{where}{ink(first, COLOURS[task.severity])}"
    indent = " " * (_LINE + 3)
    yield from (f"{indent}{ink(line, COLOURS[task.severity])}" for line in rest)
    if task.command:
        yield f"{indent}{calling.line(*task.command, root=root.as_posix())}"
    elif task.hint:
        yield from wrapped(calling.in_words(task.hint, root.as_posix()), ink.columns, indent, indent)
