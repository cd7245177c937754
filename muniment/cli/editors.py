"""Who is at the terminal, as git knows them; asks nothing else."""

import contextlib
import subprocess
from pathlib import Path


def editor(root: Path) -> str:
    """Give the name that git signs with in this folder; empty where there is no git, or it knows none."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        asked = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 whichever git the person uses
            cwd=root,
            capture_output=True,
            check=False,
            timeout=5,
        )
        return " ".join(asked.stdout.decode("utf-8", "replace").split())
    return ""
