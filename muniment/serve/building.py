"""What was saved in an archive's folder → what the preview shows of it; knows nothing of browsers.

A build that fails changes nothing but what is said: the last good site stays. Nothing is written anywhere.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from muniment import line, problems
from muniment.cache import TICK
from muniment.frozen import dataclass
from muniment.line import Inputs
from muniment.line.crew import ALONE, Crew
from muniment.model import Files, Problem
from muniment.serve.early import Early, nothing
from muniment.serve.reading import Read, Reader
from muniment.serve.watching import Watch

if TYPE_CHECKING:
    from muniment.desk import Task

PROGRAM = "preview"
"""Name of the state of the program: one preview never sees another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a preview shows between two builds; replaced as a whole, so that no page is made of two states."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """Path to bytes of the last good site."""
    problems: tuple[Problem, ...] = ()
    """What the newest build found, sorted."""
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The files each document is made from (edition, seed, anchors), by its id."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The files that were read, by path below the root: by the newest build, or an edition to be shown ahead of it."""
    open_in: Callable[[str, bytes], tuple[Problem, ...]] = lambda *_: ()
    """Finds the open work of an edition of a path and these bytes."""
    stamp: str = ""
    """Names this state: a page that carries another is out of date."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Give what keeps the newest state from being shown."""
        return tuple(each for each in self.problems if each.severity == "error")

    def left(self, path: str) -> tuple[Problem, ...]:
        """Give what an editor has yet to settle in an edition: changes without a note, what the draft left unsure."""
        return self.open_in(path, self.texts.get(path, b""))


@dataclass(slots=True, kw_only=True)
class Preview:
    """A preview of one folder."""

    root: Path
    base_url: str
    in_words: Callable[[str], str] = str
    """Puts the program as it was called into a text that names it as the documentation does."""
    tell: Callable[[Sequence[Problem]], None] = lambda _: None
    """Prints problems as every command prints them."""
    port: int = 0
    shown: Shown = field(default_factory=Shown)
    """What is shown now: what the last build made, and pages that were made ahead of the next."""
    early: Early = field(init=False)
    memory: line.Memory = field(default_factory=line.Memory)
    """What the last good build found out."""
    watch: Watch = field(init=False)
    reader: Reader = field(default_factory=Reader)
    _built: Shown = field(default_factory=Shown)
    """What the last build made."""
    _read: Mapping[str, Read] = field(default_factory=dict)
    """Of what it was made, by path."""
    _began: int = field(default_factory=time.time_ns)
    _has_failed: bool = False
    """Whether the last build did not come to an end."""
    _states: int = 0
    _lock: Lock = field(default_factory=Lock)
    """Whoever holds it decides what is shown."""

    def __post_init__(self) -> None:
        """Watch the folder."""
        self.watch = Watch(root=self.root)
        self.early = Early(root=self.root)

    @property
    def base(self) -> str:
        """Give the path below which the site is served, as in production: `/`, or `/archive/`."""
        return urlsplit(self.base_url).path or "/"

    def build(self, crew: Crew = ALONE) -> bool:
        """Build in memory if the folder holds anything new; say whether it does. Never raises."""
        started, looked = time.monotonic(), self.watch.looked
        try:
            read = self.reader.read(self.watch, self.base_url)
            if read is None:
                return False
            shown = self._made(*read, crew)
            self._has_failed = False
        except Exception as fault:  # whatever a half-saved file does, the preview goes on
            self.memory, self.reader.last, self.early.make = line.Memory(), (), nothing
            if not self._has_failed:  # once more: what was away for a moment may be back as it was
                self.watch.doubted_until = time.time_ns() + TICK
            self._has_failed = True
            place = self.watch.changed[0] if self.watch.changed else "templates"
            trouble = problems.report("W-007", place, what=f"{type(fault).__name__}: {fault}")
            shown = replace(self._built, problems=(trouble,))
        former, self._built = self._built, replace(shown, problems=tuple(map(self._called, shown.problems)))
        self.early.took, self._read = time.monotonic() - started, self.reader.files
        with self._lock:
            self.early.drop(self._content, looked)
            self._show()
        self._say(shown, former, self.early.took)
        return True

    def hurry(self) -> bool:
        """Make the pages of a document that is being looked at and was just saved; say whether there are any.

        The build that follows makes the rest of the site. Never raises.
        """
        if self._built.errors:
            return False
        is_made = self.early.look(self._content)
        if is_made:
            with self._lock:
                self._show()
        return is_made

    def asked(self, name: str) -> None:
        """Take note of a page that somebody looks at."""
        folder, _, page = name.partition("/")
        behind = self._built.behind.get(page.split(".")[0]) if folder == "documents" else None
        if behind:
            self.early.note(behind[0])

    def _content(self, path: str) -> bytes | None:
        """Give the bytes of a file as the last build that is finished read it."""
        read = self._read.get(path)
        return read.content if read else None

    def _show(self) -> None:
        """Show what was built, and the pages of documents that were saved since."""
        self._states += 1
        files = {**self._built.files, **self.early.pages()}
        texts = {**self._built.texts, **{path: each.content for path, each in self.early.made.items()}}
        self.shown = replace(self._built, files=files, texts=texts, stamp=f"{self._began:x}-{self._states}")

    def _made(self, inputs: Inputs, found: tuple[Problem, ...], crew: Crew) -> Shown:
        """Send what was read down the line; keep the last good site when something is wrong."""
        former = self._built
        hashes = {path: made.sha256 for path, made in self.memory.files.items() if path in former.files}
        published = Files({}, hashes, former.files.__getitem__)
        outcome = line.run(replace(inputs, program=PROGRAM, memory=self.memory, published=published), crew=crew)
        every = tuple(sorted(dict.fromkeys((*found, *outcome.problems))))
        texts = {path: each.content for path, each in self.reader.files.items()}
        texts |= {f"templates/{name}": source.encode() for name, source in inputs.templates.items()}
        if not outcome.files or any(each.severity == "error" for each in every):
            return replace(former, problems=every, texts=texts, open_in=self._open_in(inputs, every, former.behind))
        kept = {path: former.files[path] for path, _ in outcome.kept}
        self.memory, self.early.make = outcome.memory, outcome.ahead
        behind = {
            known.filed.id: (path, f"seeds/{known.filed.seed}", f"site_src/anchors/{known.filed.id}.toml")
            for path, known in outcome.memory.documents.items()
        }
        return Shown(
            files=kept | {asset.path: asset.content for asset in outcome.files},
            problems=every,
            texts=texts,
            behind=behind,
            open_in=self._open_in(inputs, every, behind),
        )

    def _open_in(
        self, inputs: Inputs, found: Sequence[Problem], behind: Mapping[str, tuple[str, ...]]
    ) -> Callable[[str, bytes], tuple[Problem, ...]]:
        """Give what finds the open work of an edition when it is asked for, once, until the next build."""
        documents = {paths[0]: (name, paths[1].removeprefix("seeds/")) for name, paths in behind.items()}

        @cache
        def open_in(path: str, content: bytes) -> tuple[Problem, ...]:
            from muniment import desk, settings  # drafting is slow to load, and not every page is a draft's

            if path not in documents:
                return ()
            name, seed = documents[path]
            now = replace(inputs, sources=inputs.sources.replaced({path: content}))
            chosen, _ = settings.read(inputs.sources, inputs.name, inputs.words)
            tasks = desk.open_in(now, desk.Holding(id=name, path=path, seed=seed), found, chosen)
            return tuple(self._called(_problem(task)) for task in tasks)

        return open_in

    def _called(self, problem: Problem) -> Problem:
        """Have a problem's hint name the program as it was called."""
        return replace(problem, hint=self.in_words(problem.hint))

    def _say(self, shown: Shown, former: Shown, seconds: float) -> None:
        """Say at the terminal what came of a build: its errors, warnings that are new, and how long it took."""
        known = {_words(each) for each in former.problems}
        new = {each for each in shown.problems if each.severity == "warning" and _words(each) not in known}
        self.tell([each for each in shown.problems if each.severity == "error" or each in new])
        number = f"{len(shown.errors)} error" + "s" * (len(shown.errors) != 1)
        above = "the last good site is shown" if shown.files else "no page could be made yet"
        words = f"{number}, {above}" if shown.errors else f"{len(shown.files)} files"
        print(f"Built in {seconds:.2f} s: {words}", file=sys.stderr)


def _words(problem: Problem) -> tuple[str, str, str]:
    """Give what a problem says, wherever in its file it stands."""
    return problem.path, problem.code, problem.message


def _problem(task: "Task") -> Problem:
    """Tell a task as a problem is told, with the command that does it behind its hint."""
    hint = f"{task.hint} python build.py {' '.join(task.command)}" if task.command else task.hint
    return Problem(path=task.path, line=task.line, code=task.code, severity=task.severity, message=task.what, hint=hint)
