"""Build the archive in this folder: `python build.py`, or `python build.py --help` for everything else."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 whoever has an older one is told before anything of ours is read
    sys.exit(f"muniment needs Python 3.11 or newer; this is {sys.version.split()[0]}: {sys.executable}")

sys.path.insert(0, __file__.rpartition("build.py")[0] or ".")  # also where Python was told to leave it out

from muniment.cli.once import run

if __name__ == "__main__":
    run()
