"""Bring the catalogues that come with the program up to date after the English words have changed.

What is then empty or marked fuzzy is for a translator; the tests name it.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from muniment.words.making import made  # noqa: E402 the folder has to be known first

FOLDER = ROOT / "muniment/data/words"


def main() -> None:
    """Write every catalogue anew."""
    for path in sorted(FOLDER.glob("*.po")):
        path.write_text(made(path.stem, path.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
