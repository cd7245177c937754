"""Processes of this machine that do work on many documents; each is forked with everything it needs.

It refuses to be used where processes cannot be forked safely: then everything is done in one. It starts no threads.
"""

import contextlib
import errno
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, ParamSpec, TypeVar
from weakref import WeakValueDictionary, finalize

from muniment.line import work
from muniment.line.aside import Aside, Heap, Place
from muniment.line.crew import ALONE, Crew

Given = ParamSpec("Given")
Result = TypeVar("Result")


def crew(jobs: int, folder: Path) -> Crew:
    """Give a crew of so many processes; one is none, and so are many where another thread could be cut short.

    What is finished lies in files without a name in `folder`, the archive's own, until it is published.
    """
    aside = partial(spool, folder)
    if jobs < 2 or not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return replace(ALONE, aside=aside)

    def hire(shared: work.Shared) -> Sequence[Executor]:
        """Fork the processes."""
        found: list[Executor] = []
        for _ in range(jobs):
            begin = partial(work.inherit, shared, aside())
            found.append(Forked(begin, [each for each in found if isinstance(each, Forked)]))
        return found

    return Crew(hire=hire, aside=aside)


_spools: WeakValueDictionary[int, "Spool"] = WeakValueDictionary()
"""By number, for a process and those that it makes."""


NAMELESS = "a file without a name"


class Spool:
    """Keeps bytes in a file without a name, which ends with the processes that know it; only one of them writes."""

    def __init__(self, folder: Path) -> None:
        """Open the file in a folder; OSError where there can be none."""
        self._number = os.open(folder, getattr(os, "O_TMPFILE", os.O_RDWR) | os.O_RDWR, 0o600)
        finalize(self, os.close, self._number)
        self._end = 0
        _spools[self._number] = self

    def __reduce__(self) -> "tuple[Callable[[int], Spool], tuple[int]]":
        """Travel by number, to a process that knows it."""
        return _spool, (self._number,)

    def put(self, content: bytes) -> Place:
        """Take bytes; give their place."""
        start, written = self._end, 0
        while written < len(content):
            written += os.pwrite(self._number, content[written:], start + written)
        self._end += written
        return start, written

    def get(self, place: Place) -> bytes:
        """Give the bytes of a place."""
        offset, length = place
        content = os.pread(self._number, length, offset)
        if len(content) != length:
            raise OSError(errno.EIO, "a temporary file ends too early", NAMELESS)
        return content


def _spool(number: int) -> Spool:
    """Give the file of a number."""
    return _spools[number]


def spool(folder: Path) -> Aside:
    """Give what keeps bytes in a file, or in memory where no file can be made."""
    try:
        return Spool(folder)
    except OSError:
        return Heap()


def available() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Forked(Executor):
    """One process that does one task after the other; it ends with its parent."""

    def __init__(self, begin: Callable[[], None], siblings: Sequence["Forked"]) -> None:
        """Fork the process and have it call `begin`; it lets go of what ties its parent to the `siblings`."""
        self._begin = begin  # what it holds is held here too, until what the process put aside has been read
        tasks, to_child = os.pipe()
        from_child, results = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._child = os.fork()
        if not self._child:
            for descriptor in (to_child, from_child, *(end for each in siblings for end in each.ends)):
                os.close(descriptor)
            _serve(begin, os.fdopen(tasks, "rb"), os.fdopen(results, "wb"))
        os.close(tasks)
        os.close(results)
        self._sender, self._receiver = os.fdopen(to_child, "wb"), os.fdopen(from_child, "rb")
        self._waiting: _Promise[Any] | None = None

    @property
    def ends(self) -> tuple[int, int]:
        """Give the descriptors that lead to the process and back."""
        return self._sender.fileno(), self._receiver.fileno()

    def submit(self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """Send a task; the result is fetched when somebody asks for it, or before the next task is sent."""
        if self._waiting is not None:
            self._waiting.fetch()
        promise: _Promise[Result] = _Promise(self._receiver)
        try:
            pickle.dump((fn, args, kwargs), self._sender, protocol=pickle.HIGHEST_PROTOCOL)
            self._sender.flush()
        except OSError as fault:
            raise BrokenExecutor("a process that worked on documents has ended") from fault
        self._waiting = promise
        return promise

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the process end; one that is still at work on what nobody waits for is ended."""
        if (cancel_futures or not wait) and self._waiting is not None and not self._waiting.done():
            with contextlib.suppress(OSError):
                os.kill(self._child, signal.SIGKILL)
        for end in (self._sender, self._receiver):
            with contextlib.suppress(OSError):
                end.close()
        if self._child:
            with contextlib.suppress(OSError):
                os.waitpid(self._child, 0)
            self._child = 0


class _Promise(Future[Result]):
    """A result that is read from its process when somebody asks for it."""

    def __init__(self, receiver: BinaryIO) -> None:
        super().__init__()
        self._receiver = receiver

    def fetch(self) -> None:
        """Read the result, once."""
        if self.done():
            return
        try:
            value, fault = pickle.load(self._receiver)  # noqa: S301 our own child's words
        except (EOFError, OSError, pickle.UnpicklingError):
            value, fault = None, BrokenExecutor("a process that worked on documents has ended")
        if fault is None:
            self.set_result(value)
        else:
            self.set_exception(fault)

    def result(self, timeout: float | None = None) -> Result:
        """Give the result, waiting for it."""
        self.fetch()
        return super().result(timeout)


def _serve(begin: Callable[[], None], tasks: BinaryIO, results: BinaryIO) -> NoReturn:
    """Do one task after the other until the parent is gone, and end without any of its parting business."""
    try:
        begin()
        while True:
            function, given, named = pickle.load(tasks)  # noqa: S301 our own parent's words
            pickle.dump(_done(function, given, named), results, protocol=pickle.HIGHEST_PROTOCOL)
            results.flush()
    except BaseException:  # the parent has gone, or was interrupted: whatever it is, it has been told there
        os._exit(0)


def _done(function: Callable[..., Any], given: Any, named: Any) -> tuple[Any, BaseException | None]:
    try:
        return function(*given, **named), None
    except Exception as fault:
        with contextlib.suppress(Exception):
            pickle.dumps(fault)
            fault.add_note(traceback.format_exc())
            return None, fault
        return None, RuntimeError(traceback.format_exc())
