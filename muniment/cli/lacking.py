"""A library that the Python in use does not have → one sentence, with the Python that has it; needs no library itself.

Knows nothing of the libraries.
"""

import os
import platform
import sys
from pathlib import Path

from muniment.cli import calling

_CHECKOUT = Path(__file__).resolve().parents[2]
_PREPARED = Path(".venv", "Scripts", "python.exe") if sys.platform == "win32" else Path(".venv", "bin", "python")


def told(name: str, words: list[str]) -> str:
    """Say that a library of this name is not there; `words` are what was typed behind the program's name."""
    return (
        f"muniment: this Python ({sys.executable}, {platform.python_version()}) has no library {name}, "
        f"which muniment needs.\n    {_remedy(words)}\n"
    )


def _remedy(words: list[str]) -> str:
    if not (_CHECKOUT / "Makefile").exists():
        return "Install muniment again with the pip of this Python: it brings its libraries along."
    here = Path(os.path.relpath(_CHECKOUT))
    command = " ".join(calling.quoted(str(each)) for each in (here / _PREPARED, here / "build.py", *words))
    if (_CHECKOUT / _PREPARED).exists():
        return f"Use the Python that `make` has prepared: {command}"
    return f"Run `make` in {_CHECKOUT} once, which prepares a Python with everything; then: {command}"
