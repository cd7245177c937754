"""Work on many documents into slices, each done by an executor of its own, and the results back in order.

It refuses to know where the executors run: in threads of this process, in processes of this machine, or elsewhere.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import field
from typing import Any, TypeVar

from muniment.frozen import dataclass
from muniment.line.aside import Aside, Heap

Task = TypeVar("Task")
Result = TypeVar("Result")

LEAST = 64
"""Documents below which slices are not worth the making."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Executors that have what every slice needs; the n-th slice always goes to the n-th, which may remember it."""

    hire: Callable[[Any], Sequence[Executor]] = field(default=lambda _: ())
    """Takes what every slice needs; gives the executors, or none where everything is to be done here."""
    carries: bool = False
    """Whether what every slice needs has to be sent along, because the executors did not inherit it."""
    least: int = LEAST
    aside: Callable[[], Aside] = Heap
    """Makes what keeps the bytes of finished pages, and documents that wait for their pages."""


ALONE = Crew()
