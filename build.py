"""Build the archive in this folder: `python build.py`, or `python build.py --help` for everything else."""

from muniment.cli.once import run

if __name__ == "__main__":
    run()
