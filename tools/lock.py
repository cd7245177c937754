"""Write the two hashed lock files from pyproject.toml, without any registry's host name in them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Hashed versions of every package; written by `make lock` from pyproject.toml.\n"


def compiled(arguments: list[str]) -> str:
    """Resolve pyproject.toml for Python 3.11 and newer on every platform; needs uv in the environment."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"]
    command += ["--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet", *arguments]
    finished = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 our own words
    return HEADER + finished.stdout


def main() -> None:
    """Write requirements.run.lock and requirements.lock."""
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    (ROOT / "requirements.run.lock").write_text(compiled([]), encoding="utf-8")
    (ROOT / "requirements.lock").write_text(compiled(["--group", "test"]), encoding="utf-8")


if __name__ == "__main__":
    main()
