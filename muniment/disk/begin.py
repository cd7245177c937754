"""Begins a new archive: turns an empty folder into one that builds; writes over nothing that is there.

The files it begins with lie in `muniment/data/begin/`; the versions of the workflow's actions are read from the
workflow that publishes the program's own archive, so that they are written down in one place.
"""

import os
import re
from pathlib import Path

from muniment.settings.wording import STANDS_IN

FILES = {
    "site_src/archive.toml": "archive.toml",
    "site_src/pages/about.md": "about.md",
    "site_src/pages/editorial-policy.md": "editorial-policy.md",
    "seeds/example-minutes.txt": "seed.txt",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".github/workflows/pages.yml": "pages.yml",
}
"""Path in the new archive to the file it begins as."""
WORKFLOW = ".github/workflows/pages.yml"
MAY_BE_THERE = frozenset(
    (
        *(".git", ".github", ".gitignore", ".gitattributes", ".venv", "venv", "env", ".vscode", ".idea", ".DS_Store"),
        *("README.md", "README", "LICENSE", "LICENSE.md", "LICENSE.txt", "requirements.txt", ".editorconfig"),
    )
)
"""What a folder may hold and still be empty enough: what git, an editor or the making of an environment left there."""
UNKNOWN = """\
# Before you publish, put the address here by which pip reaches your copy of the program, such as
# muniment @ git+https://github.com/OWNER/muniment@COMMIT
muniment @ ADDRESS-OF-YOUR-COPY"""
"""What stands in requirements.txt where nobody knows it: pip refuses it, and takes nothing of that name from others."""
_USES = re.compile(r"uses: ([\w.-]+/[\w.-]+)@(\S+(?:[ \t]+#.*)?)")
_SHIPPED = Path(__file__).resolve().parent.parent
_FORMS = _SHIPPED / "data" / "begin"


def begin(folder: Path, title: str, requirement: str, language: str = "en") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make a new archive's folder; gives the paths made and those that were there, nothing of both where it may not.

    `requirement` is the line of requirements.txt by which pip finds the program; empty where that is not known.
    `language` is a BCP 47 tag.
    """
    if folder.exists() and (not folder.is_dir() or any(each.name not in MAY_BE_THERE for each in folder.iterdir())):
        return (), ()
    made: list[str] = []
    kept: list[str] = []
    words = {"@TITLE@": _plain(title), "@REQUIREMENT@": requirement or UNKNOWN, "@LANGUAGE@": language}
    for path, name in FILES.items():
        text = _form(name, language)
        for blank, word in words.items():
            text = text.replace(blank, word)
        if path == WORKFLOW:
            text = _pinned(text)
        (made if _written(folder / path, text) else kept).append(path)
    return tuple(made), tuple(kept)


def _form(name: str, language: str) -> str:
    """Give what a file begins as: in the archive's language or the one that stands in for it, else in English."""
    base = language.partition("-")[0].lower()
    own = (_FORMS / each / name for each in (base, STANDS_IN.get(base, base)))
    return next((each for each in own if each.is_file()), _FORMS / name).read_text("utf-8")


def title_of(folder: Path) -> str:
    """Make a title out of a folder's name."""
    words = " ".join(re.split(r"[-_\s]+", folder.resolve().name)).strip()
    return _plain(words[:1].upper() + words[1:]) or "Archive"


def _plain(title: str) -> str:
    """Leave out of a title what would end a text in TOML."""
    return "".join(sign for sign in title if sign.isprintable() and sign not in '"\\').strip()


def _written(path: Path, text: str) -> bool:
    """Write a new file; false if there is something of that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode("utf-8"))
    return True


def _pinned(workflow: str) -> str:
    """Give each action of a workflow the version that the program's own workflow uses."""
    inside = _SHIPPED / "site/pages.yml"
    own = inside if inside.is_file() else _SHIPPED.parent / WORKFLOW
    versions = dict(_USES.findall(own.read_text("utf-8")))
    return re.sub(r"uses: ([\w.-]+/[\w.-]+)$", lambda use: f"uses: {use[1]}@{versions[use[1]]}", workflow, flags=re.M)
