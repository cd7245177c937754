"""Turns small pages into the files of a search index, by the command line of Pagefind; knows nothing of what they say.

It refuses to keep what Pagefind adds for sites that have no search page of their own.
"""

import importlib.util
import sys
from pathlib import Path

from muniment.disk.publish import Refusal
from muniment.model import Asset

FOLDER = "pagefind"
"""Where the index stands in the site."""

UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
"""What the names of files begin with that no page of ours loads."""


def search_index(pages: tuple[Asset, ...]) -> tuple[Asset, ...]:
    """Make the index of pages, sorted by path; Refusal where Pagefind is not installed or fails."""
    if importlib.util.find_spec("pagefind") is None:
        raise Refusal("P-092", reason='it is not installed (pip install "pagefind[bin]")')
    import subprocess  # both here, because they are slow to load and few archives have an index
    import tempfile

    with tempfile.TemporaryDirectory(prefix="muniment-") as name:
        site, made = Path(name) / "site", Path(name) / "index"
        site.mkdir()
        for page in pages:
            (site / page.path).write_bytes(page.content)
        options = ["--site", str(site), "--output-path", str(made), "--force-language", "und", "--silent"]
        run = subprocess.run(  # noqa: S603 our own words
            [sys.executable, "-m", "pagefind", *options], capture_output=True, text=True, check=False
        )
        if run.returncode != 0 or not made.is_dir():
            said = (run.stderr or run.stdout).strip()
            raise Refusal("P-092", reason=said[-300:] or f"it ended with {run.returncode}")
        found = sorted(path for path in made.rglob("*") if path.is_file() and not path.name.startswith(UNUSED))
        return tuple(
            Asset(path=f"{FOLDER}/{path.relative_to(made).as_posix()}", content=path.read_bytes()) for path in found
        )
