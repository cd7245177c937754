"""Runs the command line for `python -m muniment`."""

import sys

from muniment.cli import main

if __name__ == "__main__":
    sys.exit(main())
