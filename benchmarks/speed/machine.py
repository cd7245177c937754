"""Says on what machine and with what versions something was measured; knows nothing of what."""

import os
import platform
import subprocess
from collections.abc import Mapping
from pathlib import Path


def cores(wanted: int) -> int:
    """Keep this process, and all that it starts, to the wanted number of cores; give how many it has then."""
    if not hasattr(os, "sched_getaffinity"):
        return os.cpu_count() or 1
    allowed = sorted(os.sched_getaffinity(0))
    if 0 < wanted < len(allowed):
        os.sched_setaffinity(0, allowed[:wanted])
    return len(os.sched_getaffinity(0))


def described(used: int) -> str:
    """Describe the machine in a line: cores used and there, their make, memory, system, Python."""
    there = os.cpu_count() or 1
    parts = [
        f"{used} cores" + (f" of {there}" if used < there else ""),
        _field(Path("/proc/cpuinfo"), "model name") or platform.processor() or platform.machine(),
        _memory(),
        _field(Path("/etc/os-release"), "PRETTY_NAME", "=").strip('"') or platform.platform(),
        f"Python {platform.python_version()}",
    ]
    return ", ".join(part for part in parts if part)


def load() -> str:
    """Say how busy the machine was in the last minute, as processes that wanted a core."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def commit(root: Path) -> Mapping[str, str]:
    """Give the commit measured (`hash`, `date`), with a plus sign behind the hash where files differ from it."""
    head, _, day = _git(root, "log", "-1", "--format=%h %cs").partition(" ")
    changed = _git(root, "status", "--porcelain", "--untracked-files=no", "--", "muniment", "templates", "static")
    return {"hash": f"{head}+" if changed else head, "date": day}


def _git(root: Path, *words: str) -> str:
    """Ask git; outside a repository it knows nothing."""
    try:
        command = ["git", *words]
        asked = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)  # noqa: S603 our words
    except (OSError, subprocess.CalledProcessError):
        return ""
    return asked.stdout.strip()


def _field(path: Path, name: str, sign: str = ":") -> str:
    """Read a field of a file of lines `name: value`; empty where there is none."""
    if not path.is_file():
        return ""
    rows = (line.partition(sign) for line in path.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in rows if key.strip() == name), "")


def _memory() -> str:
    """Word the machine's memory."""
    kilobytes = _field(Path("/proc/meminfo"), "MemTotal").split(" ")[0]
    return f"{int(kilobytes) / 2**20:.0f} GiB" if kilobytes else ""
