"""The work on an archive's documents, divided among a crew where it is worth it, else done here; the outcome is one.

It refuses to know what is done with a document: `work` does.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from types import TracebackType
from typing import Any, Self, TypeVar

from muniment import hands
from muniment.line import site, texts, work
from muniment.line.aside import Heap
from muniment.line.crew import Crew
from muniment.line.planning import Plan
from muniment.line.remembered import Memory
from muniment.line.shelf import Shelf, remembered
from muniment.line.texts import Examined, Pair
from muniment.line.work import Pages, Shared
from muniment.model import Archive, Document, Draft, Files, Page, Problem, Settings

Task = TypeVar("Task")
Result = TypeVar("Result")
Row = TypeVar("Row")


class Shop:
    """Where the work on one archive is done; the crew is hired with the first work that is worth it."""

    def __init__(self, shared: Shared, crew: Crew) -> None:
        """Take what every document needs, and who may be asked."""
        self.shared = shared.portable() if crew.carries else shared
        self._crew = crew
        self._executors: Sequence[Executor] = ()
        self._aside = crew.aside()
        self._described_by: dict[str, int] = {}
        """Number of the executor that described a document, by the edition's path."""

    def __enter__(self) -> Self:
        """Open the shop."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        """Let the crew go."""
        for executor in self._executors:
            executor.shutdown(wait=kind is None)

    def stock(self, sources: Files) -> None:
        """Take the sources as they will stand; whoever was hired before is let go, as they know others."""
        self.shared = replace(self.shared, texts=replace(self.shared.texts, sources=sources))
        for executor in self._executors:
            executor.shutdown()
        self._executors = ()

    @property
    def settings(self) -> Settings:
        """The archive's settings."""
        return self.shared.frame.settings

    def open(self, paths: list[str]) -> Iterable[hands.Opened]:
        """Read editions, here one after the other; those that others read stay with them."""
        if not self._is_worth_it(len(paths)):
            return (hands.opened(path, self.shared.texts.sources[path]) for path in paths)
        return [each for slice_ in self._each(work.filed, self._cut(paths)) for each in slice_]

    def draft(self, names: list[str]) -> list[Draft]:
        """Draft seeds."""
        if not self._is_worth_it(len(names)):
            return work.drafts(self.shared, names)
        return [draft for slice_ in self._each(work.drafts, self._cut(names)) for draft in slice_]

    def examine(self, pairs: tuple[Pair, ...], memory: Memory, found: list[Problem]) -> tuple[Examined, ...]:
        """Describe every document, or take it from memory; one that cannot be parsed is reported and left out."""
        far = Shelf(self.shared.texts, self.shared.frame, Heap())  # puts nothing aside, so that it ties up no file
        known = texts.known(pairs, self.shared.texts, self.shared.frame, memory)
        rows = {path: remembered(own, far) for path, own in known.items()}
        due = [pair for pair in pairs if pair.filed.path not in known]
        if self._is_worth_it(len(due)):
            rows |= self._described(due, far, found)
        else:
            shelf = Shelf(self.shared.texts, self.shared.frame, self._aside, len(due))
            for pair in due:
                each, troubles = texts.examine(pair, self.shared.texts, self.shared.frame)
                found += troubles
                if each is not None:
                    rows[pair.filed.path] = shelf.kept(each)
        return tuple(rows[pair.filed.path] for pair in pairs if pair.filed.path in rows)

    def setter(self, whole: Archive, examined: Iterable[Examined]) -> site.Setting:
        """Give what sets pages: those of documents where they were described, all others here."""
        rows = tuple(examined)

        def set_pages(due: Sequence[Page], plan: Plan) -> site.Pages:
            """Set pages and scan them."""
            far = [page for page in due if isinstance(page.subject, Document)]
            if not self._is_worth_it(len(far)):
                return site.set_pages(plan, due, self._aside)
            waiting = self._send_pages(far, rows, whole.content_sha256)
            near = [page for page in due if not isinstance(page.subject, Document)]
            files, seen, faults, sheaves = site.set_pages(plan, near, self._aside)
            for each in waiting:
                own, compiled = each.result()
                files.add(own.files)
                seen |= own.seen
                faults = (*faults, *own.faults)
                sheaves |= own.sheaves
                plan.compiled.update(compiled)
            order = {page.path: seen[page.path] for page in due if page.path in seen}
            return site.Pages(files, order, tuple(dict.fromkeys(faults)), sheaves)

        return set_pages

    def _described(self, due: Sequence[Pair], shelf: Shelf, found: list[Problem]) -> dict[str, Examined]:
        """Have documents described."""
        rows: dict[str, Examined] = {}
        slices = self._cut([replace(pair, edition=None) for pair in due])  # it is sooner read again than sent
        for number, (lights, troubles) in enumerate(self._each(work.described, slices)):
            found += troubles
            for pair, row in zip(slices[number], lights, strict=True):
                if row is not None:
                    rows[pair.filed.path] = work.heavy(row, shelf)
                    self._described_by[pair.filed.path] = number
        return rows

    def _send_pages(self, far: Sequence[Page], rows: tuple[Examined, ...], version: str) -> list[Future[Any]]:
        """Send pages to whoever described their documents; the others are dealt out in turn."""
        slices: list[list[str]] = [[] for _ in self._executors]
        for at, page in enumerate(far):
            path = page.subject.entry.path if isinstance(page.subject, Document) else ""
            slices[self._described_by.get(path, at * len(slices) // len(far))].append(page.path)
        lights = work.bare(rows)
        return self._submit(work.pages, [Pages(lights, version, paths) for paths in slices])

    def _is_worth_it(self, number: int) -> bool:
        """Say whether so many documents are to be divided; hires the crew for the first that are."""
        if number < self._crew.least:
            return False
        if not self._executors:
            self._executors = self._crew.hire(self.shared)
        return len(self._executors) > 1

    def _each(self, done: Callable[[Shared | None, Task], Result], tasks: Sequence[Task]) -> list[Result]:
        """Have each executor do its task; give the results in the order of the tasks."""
        return [each.result() for each in self._submit(done, tasks)]

    def _submit(self, done: Callable[[Shared | None, Task], Result], tasks: Sequence[Task]) -> list[Future[Result]]:
        sent = self.shared if self._crew.carries else None
        return [executor.submit(done, sent, task) for executor, task in zip(self._executors, tasks, strict=True)]

    def _cut(self, rows: Sequence[Row]) -> list[Sequence[Row]]:
        """Cut rows into as many slices as there are executors, in order."""
        number = len(self._executors)
        return [rows[len(rows) * at // number : len(rows) * (at + 1) // number] for at in range(number)]
