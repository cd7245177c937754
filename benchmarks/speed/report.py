"""Writes what was measured as a page of Markdown, with the targets and whether they are met; measures nothing."""

from collections.abc import Callable, Iterable, Sequence

from benchmarks.speed import targets
from benchmarks.speed.measure import listed
from benchmarks.speed.results import LANES, OURS, REFERENCE, Figure, Results

INTRODUCTION = f"""\
Written by `make bench`; what is measured and how stands in [README.md](README.md).
Times are medians, with the least and the most in brackets; generators took turns within every lane of every round.
CPU is user and system time of the whole process tree; it says more than the clock on a machine that others use.
A ratio is {OURS}'s figure by that of {REFERENCE} in the same lane of the same run.
{REFERENCE} has no lane of its own for raw seeds and exports: it is taken cold, or with one body edited."""


def page(results: Results) -> str:
    """Write the whole page."""
    parts = ["# How fast the generator builds", INTRODUCTION, _conditions(results)]
    parts += [_size(results, size) for size in dict.fromkeys(figure.size for figure in results.figures)]
    parts += [_growth(results), _shipped(results), _previews(results), _costs(results), _sites(results)]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; the first column is of words, the others of figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def verdict(value: float, target: float) -> str:
    """Say whether a figure meets its target."""
    return "met" if value <= target else "**missed**"


def _conditions(results: Results) -> str:
    """Word machine, versions and day."""
    versions = ", ".join(f"{name} {version}" for name, version in results.versions)
    rows = [
        f"- Measured: commit {results.commit}, {results.date}",
        f"- Machine: {results.machine}",
        f"- Load average before and after: {results.loads[0]} and {results.loads[1]}",
        f"- Beside: {versions}" if versions else "",
    ]
    return "\n".join(row for row in rows if row)


def _size(results: Results, size: int) -> str:
    """Write the lanes of one size."""
    figures = {(each.generator, each.lane): each for each in results.figures if each.size == size}
    rows = []
    for lane, words, other in LANES:
        for generator in (name for name, _ in results.versions if (name, lane) in figures):
            figure = figures[generator, lane]
            is_ours = generator == OURS
            reference = figures.get((REFERENCE, other)) if is_ours else None
            shown = f"**{generator}**" if is_ours else generator
            rows.append([f"{words}: {shown}", *_row(figure, reference)])
    head = (
        *("lane and generator", "wall s", "CPU s", "memory MB", f"wall / {REFERENCE}", f"CPU / {REFERENCE}"),
        *("target", "met, by wall", "by CPU"),
    )
    return f"## {size:,} documents\n\n{table(head, rows)}{_memory(figures.get((OURS, 'cold')))}"


def _row(figure: Figure, reference: Figure | None) -> list[str]:
    """Write one figure, and how it compares."""
    cells = [_spread(figure.wall), _spread(figure.cpu), f"{figure.memory / 1e6:.0f}" if figure.memory else ""]
    if reference is None:
        return [*cells, "", "", "", "", ""]
    wall, cpu = figure.wall[0] / reference.wall[0], figure.cpu[0] / reference.cpu[0]
    target = targets.RATIOS.get((figure.size, figure.lane))
    judged = ["", "", ""] if target is None else [f"≤ {target:g}", verdict(wall, target), verdict(cpu, target)]
    return [*cells, f"{wall:.2f}", f"{cpu:.2f}", *judged]


def _memory(cold: Figure | None) -> str:
    """Say whether memory keeps to its target, where there is one."""
    target = targets.MEMORY.get(cold.size) if cold else None
    if cold is None or target is None or not cold.memory:
        return ""
    told = f"{cold.memory / 1e6:.0f} MB, target ≤ {target / 1e6:.0f} MB"
    return f"\n\nMost memory of a cold build: {told}: {verdict(cold.memory, target)}."


def _growth(results: Results) -> str:
    """Write what a document costs in archives of several sizes: the same, where cost grows with their number."""
    cold = [each for each in results.figures if (each.generator, each.lane) == (OURS, "cold")]
    if len(cold) < 2:
        return ""
    largest = {each.size: each for each in results.sites if each.generator == OURS}
    rows = [
        [
            f"{each.size:,}",
            f"{each.cpu[0] / each.size * 1000:.2f}",
            f"{each.wall[0] / each.size * 1000:.2f}",
            f"{each.memory / each.size / 1000:.0f}" if each.memory else "",
            f"{largest[each.size].largest_bytes / 1000:.0f}" if each.size in largest else "",
        ]
        for each in cold
    ]
    head = ("documents", "CPU ms a document", "wall ms a document", "memory KB a document", "largest page KB")
    return f"## Growth of a cold build of {OURS}\n\n{table(head, rows)}"


def _shipped(results: Results) -> str:
    """Write the lanes of the archive that comes with the program."""
    if not results.shipped:
        return ""
    rows = []
    for lane, runs in results.shipped:
        wall, cpu = listed([run.wall for run in runs]), listed([run.cpu for run in runs])
        target = targets.SHIPPED[lane]
        judged = [f"≤ {target:g} s", verdict(wall[0], target), verdict(cpu[0], target)]
        rows.append([lane, _spread(wall), _spread(cpu), *judged])
    head = ("lane", "wall s", "CPU s", "target", "met, by wall", "by CPU")
    title = "## The five documents that come with the program\n\nEverything is on, as it is shipped."
    return f"{title}\n\n{table(head, rows)}"


def _previews(results: Results) -> str:
    """Write how soon an edit shows."""
    if not results.previews:
        return ""
    rows = []
    for each in results.previews:
        seconds = listed(each.seconds)
        target = targets.PREVIEW.get(each.size) if each.generator == OURS else None
        judged = ["", ""] if target is None else [f"≤ {target:g} s", verdict(seconds[0], target)]
        rows.append([f"{each.size:,} documents, {each.edit}: {each.generator}", _spread(seconds), *judged])
    head = ("edit and generator", "s until the new page is served", "target", "met")
    return f"## Preview\n\n{table(head, rows)}"


def _costs(results: Results) -> str:
    """Write what each export adds."""
    if not results.costs:
        return ""
    rows = [
        [
            f"{cost.export}, {cost.size:,} documents",
            f"{cost.cpu:.2f}",
            f"{cost.cpu / cost.size * 1000:.2f}",
            f"{cost.files:,}",
            f"{cost.size_bytes / 1e6:.1f}",
        ]
        for cost in results.costs
    ]
    head = ("export", "CPU s more, cold", "ms a document", "files", "MB")
    return f"## What each export costs\n\nEach alone, beside a build without any.\n\n{table(head, rows)}"


def _sites(results: Results) -> str:
    """Write what was compared, and whether its content was equal."""
    if not results.sites:
        return ""
    head = (
        *("documents and generator", "document pages", "links of states", "timeline", "HTML pages"),
        *("KB a document's page", "largest page, KB"),
    )
    rows = [
        [
            f"{each.size:,}: {each.generator}",
            f"{each.documents:,}",
            f"{each.state_links:,}",
            f"{each.timeline_entries:,}",
            f"{each.pages:,}",
            f"{each.page_bytes / 1000:.1f}",
            f"{each.largest_bytes / 1000:.0f} ({each.largest})",
        ]
        for each in results.sites
    ]
    told = [_equality(size, differences) for size, differences in results.differences]
    return "\n\n".join(["## What was compared", table(head, rows), "\n".join(told)])


def _equality(size: int, differences: Iterable[str]) -> str:
    """Say in what the sites of one size differ."""
    found = list(differences)
    if not found:
        return f"- {size:,} documents: the content of all sites is equal, after the last edits too."
    return "\n".join([f"- {size:,} documents: **the sites differ**:", *(f"  - {each}" for each in found)])


def _spread(figures: tuple[float, float, float]) -> str:
    """Write a median with the least and the most."""
    median, least, most = figures
    form: Callable[[float], str] = "{:.3f}".format if median < 1 else "{:.2f}".format
    return f"{form(median)} ({form(least)}–{form(most)})"
