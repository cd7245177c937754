"""Machines that a Dask scheduler knows, which do work on many documents, for an archive that is too large for one.

It needs the extra `muniment[dask]`, and workers that have this version of the program; what they are sent holds all
bytes, so that they need none of the archive's files.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from typing import Any

from muniment.line.crew import Crew
from muniment.line.work import Shared


def crew(scheduler: str) -> Crew:
    """Give a crew of the workers that a scheduler knows; OSError where none answers."""
    _connected(scheduler).close()

    def hire(_: Shared) -> Sequence[Executor]:
        """Give an executor for each worker, so that the n-th slice always goes to the same one."""
        client = _connected(scheduler)
        workers = sorted(client.scheduler_info(n_workers=-1)["workers"])
        return [Worker(client, worker, is_last=worker == workers[-1]) for worker in workers]

    return Crew(hire=hire, carries=True)


class Worker(Executor):
    """One worker of a scheduler; the last one to be let go hangs up."""

    def __init__(self, client: Any, worker: str, *, is_last: bool) -> None:
        """Take the line to the scheduler and the worker's address."""
        self._client = client
        self._own = client.get_executor(workers=[worker], allow_other_workers=True, pure=False)
        self._is_last = is_last

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Send a task."""
        future: Future[Any] = self._own.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the worker go."""
        self._own.shutdown(wait=wait and not cancel_futures)
        if self._is_last:
            self._client.close()


def _connected(scheduler: str) -> Any:
    from distributed import Client  # an extra, and slow to load

    return Client(scheduler, timeout="10s")  # type: ignore[no-untyped-call] # it ships half of its types
