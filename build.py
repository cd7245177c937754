"""Build the archive in this folder: `python build.py`, or `python build.py --help` for everything else."""

import sys

from muniment.cli import main

if __name__ == "__main__":
    sys.exit(main())
