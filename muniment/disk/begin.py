"""Begins a new archive: turns an empty folder into one that builds; writes nothing into a folder that has files."""

from pathlib import Path

SETTINGS = """\
# The settings of this archive. Every line may be left out; see docs/settings.md for all of them.
title = "{title}"
description = ""          # one or two sentences for readers
language = "en"           # of the pages around the documents
base_url = ""             # "https://example.org/archive/" once it is published
publisher = ""
licence = ""              # in words
licence_url = ""
contact = ""              # where readers send corrections: a mail or web address

# [[stage]]               # a timeline, in order
# id = "first"
# name = "First"
"""
ABOUT = """\
# About this archive

Say here what the documents are, who collected them, and why.
"""


ATTRIBUTES = """\
# Git changes no line end: a witness keeps its bytes, and an edition stays as it was drafted or edited.
seeds/** -text
site_src/** -text
"""


def begin(folder: Path) -> tuple[str, ...]:
    """Make a new archive's folder; gives the paths made, or nothing when the folder has files already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return ()
    title = "".join(sign for sign in folder.resolve().name if sign.isprintable() and sign not in '"\\')
    files = {
        "site_src/archive.toml": SETTINGS.format(title=title.strip() or "Archive"),
        "site_src/pages/about.md": ABOUT,
        "seeds/.keep": "",
        ".gitignore": "/dist/\n",
        ".gitattributes": ATTRIBUTES,
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    return tuple((folder / path).as_posix() for path in files)
