"""How this program came here → the line by which pip finds it again; for the archives it begins."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from muniment import __version__

_REMOTE = re.compile(r"(?:https://|ssh://git@|git@)[\w.-]+[:/][\w./~-]+")
_CREDENTIALS = re.compile(r"(?<=://)[^/@]*@")


def requirement() -> str:
    """Give the requirement: the repository it was installed or cloned from, or its version in pip's own index.

    Empty where only this machine knows: a version alone would let pip take whatever somebody else calls muniment.
    """
    from importlib import metadata

    try:
        told = json.loads(metadata.distribution("muniment").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return _cloned(Path(__file__).resolve().parent.parent.parent)
    address = _CREDENTIALS.sub("", told.get("url", ""))
    if not address:
        return f"muniment=={__version__}"
    version_control = told.get("vcs_info", {})
    if version_control.get("vcs") == "git":
        return _from_git(address, version_control.get("commit_id", ""))
    if address.startswith("https://"):
        return f"muniment @ {address}"
    return _cloned(Path(url2pathname(urlsplit(address).path)))


def _cloned(folder: Path) -> str:
    """Give the repository a copy of the program was cloned from, and its commit, if others can have that."""
    if not (folder / ".git").exists():
        return ""
    if not _git(folder, "branch", "--remotes", "--contains", "HEAD") or _git(folder, "diff", "--name-only", "HEAD"):
        return ""
    return _from_git(_git(folder, "config", "--get", "remote.origin.url"), _git(folder, "rev-parse", "HEAD"))


def _from_git(address: str, commit: str) -> str:
    """Write a requirement for a repository that others can reach too; nothing for a folder of this machine."""
    address = _CREDENTIALS.sub("", address)
    if not _REMOTE.fullmatch(address) or not re.fullmatch(r"[0-9a-f]{40,64}", commit):
        return ""
    if address.startswith("git@"):
        address = "ssh://" + address.replace(":", "/", 1)
    return f"muniment @ git+{address}@{commit}"


def _git(folder: Path, *words: str) -> str:
    """Ask git; empty where it has no answer."""
    try:
        asked = subprocess.run(  # noqa: S603 our own words
            ["git", *words],  # noqa: S607 whichever git the person uses
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=5,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.decode("utf-8", "replace").strip() if asked.returncode == 0 else ""
