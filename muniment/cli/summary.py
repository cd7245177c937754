"""The counts of a run → a summary for people; counts nothing itself but the links and what changed on the site."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from muniment.cli import calling
from muniment.cli.choices import Choices
from muniment.problems import printable

if TYPE_CHECKING:
    from muniment.model import Asset

LISTED = 10
"""Drafted files that are named without -v."""


def counted(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def links(files: "Iterable[Asset]") -> int:
    """Count the links and addresses of the pages that were made anew; the check has followed each of them."""
    return sum(
        each.content.count(b' href="') + each.content.count(b' src="') for each in files if each.path.endswith(".html")
    )


def changes(out: Path, files: "Iterable[Asset]") -> dict[str, int]:
    """Hold the new site's manifest against that of the site that is there: files new, changed, gone, unchanged."""
    from muniment.disk import MANIFEST

    now = _listed(next((each.content for each in files if each.path == MANIFEST), b""))
    try:
        before = _listed((out / MANIFEST).read_bytes())
    except OSError:
        before = {}
    for listed in (now, before):
        if listed:
            listed[MANIFEST.encode()] = b"\n".join([*listed, *listed.values()])
    same = sum(before.get(path) == digest for path, digest in now.items())
    kept = sum(path in before for path in now)
    return {"new": len(now) - kept, "changed": kept - same, "gone": len(before) - kept, "unchanged": same}


def _listed(manifest: bytes) -> dict[bytes, bytes]:
    """Read a manifest: path to hash."""
    return {line[66:]: line[:64] for line in manifest.split(b"\n") if line}


def in_words(choices: Choices, summary: Mapping[str, Any], hidden: int) -> str:
    """Say the result as a person reads it; `hidden` problems were not printed."""
    lines = [*_drafted(summary.get("drafted", ()), choices)]
    if "seeds" in summary:
        lines.append(_holdings(summary))
    if "errors" in summary:
        lines.append(_open(choices, summary, hidden))
    if "published" in summary:
        lines += _published(choices, summary)
    return "\n".join(lines) or "Nothing to do: every seed has its edition."


def _drafted(paths: Iterable[str], choices: Choices) -> list[str]:
    """Name the drafts that were written."""
    drafted = list(paths)
    shown = drafted if choices.volume > 0 or len(drafted) <= LISTED else drafted[:LISTED]
    lines = [f"Drafted {printable((choices.root / path).as_posix())}" for path in shown]
    return lines + ([f"Drafted {len(drafted) - len(shown):,} more (-v lists all)"] if len(shown) < len(drafted) else [])


def _holdings(summary: Mapping[str, Any]) -> str:
    """Say what the archive and its site hold."""
    held = [
        counted(summary["seeds"], "seed"),
        counted(summary["documents"], "document"),
        *([counted(summary["states"], "state")] if summary["states"] else []),
    ]
    if summary["files"]:
        held += [
            *_pages(summary),
            counted(summary["files"], "file"),
            f"{summary['bytes'] / 1000:,.0f} kB",
        ]
    return f"{', '.join(held)}."


def _pages(summary: Mapping[str, Any]) -> list[str]:
    """Say how many pages there are; of which of them the links were followed in this run, and how many those are."""
    pages, remade, links = summary["pages"], summary["remade"], counted(summary["links"], "link")
    told = counted(pages, "page")
    if remade == pages:
        return [told, f"{links} checked"]
    return [f"{told} ({remade:,} made anew, {links} checked)"] if remade else [told]


def _open(choices: Choices, summary: Mapping[str, Any], hidden: int) -> str:
    """Say what is wrong or open."""
    counts = (
        f"{counted(summary['errors'], 'error')}, {counted(summary['warnings'], 'warning')}, "
        f"{places(summary['documents_to_look_at'], summary['files_to_look_at'])} to look at"
    )
    is_build = "published" in summary and summary["errors"]
    where = f" (listed by: {calling.line('check', root=choices.root.as_posix())})" if hidden or is_build else ""
    return f"{counts}{where}."


def places(documents: int, files: int) -> str:
    """Say in how many documents, and in how many files that are none, there is something."""
    told = [counted(documents, "document")] if documents else []
    told += [counted(files, "other file" if documents else "file")] if files else []
    return " and ".join(told) or "nothing"


def _published(choices: Choices, summary: Mapping[str, Any]) -> list[str]:
    """Say what became of the site, and what can be done next."""
    out, seconds = summary["published"], summary["seconds"]
    if not out:
        former = "; the site that was there is as it was" if choices.out.exists() else ""
        return [f"Nothing was published{former}."]
    preview = f"Preview: {calling.line('serve', root=choices.root.as_posix())}"
    if summary.get("unchanged"):
        return [f"Nothing has changed: {printable(out)} is as it was, after {seconds:.2f} s. {preview}"]
    told = summary.get("changes")
    what = ""
    if told:
        parts = [f"{told[name]:,} {name}" for name in ("new", "changed", "gone", "unchanged") if told[name]]
        what = f" (files: {', '.join(parts)})"
    return [f"Published {printable(out)} in {seconds:.2f} s{what}. {preview}"]
