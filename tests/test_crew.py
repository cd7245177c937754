"""Who does the work makes no difference: one process, many, threads or a cluster give the same bytes."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

import pytest

from muniment import disk, forks, line, machines
from muniment.line.crew import Crew
from muniment.model import Files
from tests.conftest import ROOT

STATES = ("Norway", "Peru", "Chile", "Ghana", "Japan")
SEEDS = {
    f"{number:02}.txt": f"Minutes of the harbour board\n\n{number + 1} May 1921\n\n"
    f"The delegates of {STATES[number % 5]} and {STATES[number % 3]} met at the custom house for the {number}th time.\n"
    for number in range(9)
}
ARCHIVE = b'title = "Harbours"\nexports = ["data"]\n'
PEOPLE = b'[[place]]\nid = "house"\nname = "custom house"\n'


def _inputs(**more: object) -> line.Inputs:
    shipped, _ = disk.read(ROOT)
    sources = {"site_src/archive.toml": ARCHIVE, "site_src/authorities/places.toml": PEOPLE}
    seeds = {name: text.encode() for name, text in SEEDS.items()}
    return replace(shipped, name="Harbours", seeds=Files(seeds), sources=Files(sources), **more)


def _same(one: line.Outcome, other: line.Outcome) -> bool:
    return (one.files, one.drafts, one.registries, one.problems) == (
        other.files, other.drafts, other.registries, other.problems,
    )  # fmt: skip


@pytest.mark.parametrize("jobs", [2, 3, 4])
def test_processes_make_the_same_site(jobs: int) -> None:
    """From raw seeds, and again with the editions that were drafted."""
    crew = replace(forks.crew(jobs, Path(gettempdir())), least=1)
    alone = line.run(_inputs())
    many = line.run(_inputs(), crew=crew)
    assert alone.files
    assert _same(alone, many)

    sources = Files(
        {path: text.encode() for path, text in (*alone.drafts, *alone.registries)}
        | {"site_src/archive.toml": ARCHIVE, "site_src/authorities/places.toml": PEOPLE}
    )
    again = replace(_inputs(), sources=sources)
    assert _same(line.run(again), line.run(again, crew=crew))


def test_executors_that_inherit_nothing_make_the_same_site() -> None:
    """Threads are sent what they need, as machines elsewhere would be."""
    crew = Crew(hire=lambda _: [ThreadPoolExecutor(1), ThreadPoolExecutor(1)], carries=True, least=1)

    assert _same(line.run(_inputs()), line.run(_inputs(), crew=crew))


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Give the address of a cluster of two workers on this machine."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as local:
        yield local.scheduler_address


def test_a_cluster_makes_the_same_site(scheduler: str) -> None:
    """Dask's executors, in processes of their own that know nothing but what they are sent."""
    assert _same(line.run(_inputs()), line.run(_inputs(), crew=replace(machines.crew(scheduler), least=1)))


def test_a_fault_in_a_process_is_raised_here_with_its_place() -> None:
    """The traceback of the process travels along as a note."""
    worker = forks.Forked(lambda: None, [])

    with pytest.raises(ZeroDivisionError) as raised:
        worker.submit(lambda_free_division, 0).result()

    worker.shutdown()
    assert "lambda_free_division" in raised.value.__notes__[0]


def lambda_free_division(number: int) -> float:
    """Divide by a number; a function that can be sent about."""
    return 1 / number


@pytest.mark.parametrize(("end", "how"), [(os._exit, 1), (signal.raise_signal, signal.SIGKILL)])
def test_a_process_that_dies_is_told(end: Callable[[int], object], how: int) -> None:
    """Whether it ends or is killed at work, nobody waits for ever."""
    worker = forks.Forked(lambda: None, [])

    with pytest.raises(BrokenExecutor):
        worker.submit(end, how).result()
    worker.shutdown()


def test_results_come_back_in_the_order_asked_for() -> None:
    """A second task may be sent before the first result was looked at."""
    worker = forks.Forked(lambda: None, [])

    first, second = worker.submit(len, "a" * 200_000), worker.submit(len, "b")

    assert (second.result(), first.result()) == (1, 200_000)
    worker.shutdown()


def test_few_documents_are_done_here() -> None:
    """Nobody is hired for less than is worth it."""
    hired = []
    crew = Crew(hire=lambda shared: hired.append(shared) or [], least=100)  # type: ignore[func-returns-value]

    assert _same(line.run(_inputs()), line.run(_inputs(), crew=crew))
    assert hired == []
