"""The values that the measuring makes and the report shows; imports nothing of ours but what a run costs."""

from dataclasses import dataclass

from benchmarks.speed.measure import Run, listed

LANES = (
    ("cold", "cold, empty cache", "cold"),
    ("unchanged", "nothing changed", "unchanged"),
    ("body", "body of one edited", "body"),
    ("title", "title of one edited", "title"),
    ("raw", "from raw seeds", "cold"),
    ("all-cold", "all exports and search, cold", "cold"),
    ("all-body", "all exports and search, body of one edited", "body"),
)
"""(lane, in words, the lane of a peer that it is compared with), in the order in which they are run."""

OURS = "muniment"
REFERENCE = "Hugo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one generator needed in one lane."""

    size: int
    """Documents."""
    generator: str
    lane: str
    runs: tuple[Run, ...]
    memory: int = 0
    """Most memory of the process tree in bytes; 0 where it was not watched."""

    @property
    def wall(self) -> tuple[float, float, float]:
        """Give median, least and most seconds on the clock."""
        return listed([run.wall for run in self.runs])

    @property
    def cpu(self) -> tuple[float, float, float]:
        """Give median, least and most seconds of all processors."""
        return listed([run.cpu for run in self.runs])


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a generator made of the documents."""

    size: int
    generator: str
    documents: int
    state_links: int
    timeline_entries: int
    pages: int
    """HTML pages in all."""
    page_bytes: float
    """Mean size of a document's page."""
    largest: str
    """Path of the largest HTML page."""
    largest_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one export adds to a cold build."""

    size: int
    export: str
    cpu: float
    """Seconds of all processors more than without it."""
    files: int
    """Files more than without it."""
    size_bytes: int
    """Bytes of those files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """How long an edit takes to show in a preview."""

    size: int
    generator: str
    edit: str
    """`body` or `title`."""
    seconds: tuple[float, ...]
    """From the file's being saved until the server gives the new page, run by run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything that one run of the benchmark measured."""

    machine: str
    commit: str
    date: str
    loads: tuple[str, str]
    """How busy the machine was before and after."""
    versions: tuple[tuple[str, str], ...]
    """(generator, version)."""
    figures: tuple[Figure, ...]
    shipped: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    """(lane, runs) of the archive that comes with the program."""
    sites: tuple[Site, ...] = ()
    differences: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Size → in what the compared sites differ."""
    costs: tuple[Cost, ...] = ()
    previews: tuple[Preview, ...] = ()
