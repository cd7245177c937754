"""Run the command line in this process, watched: `python -m tests.trust.watched LOG WORDS…`.

The log gets a line for every process started, every network call, and every path written, removed or renamed.
"""

import os
import sys
from typing import Any

from muniment import cli

NETWORK_AND_PROCESSES = (
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "pty.",
    "socket.",
)
CHANGES = (
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.chown",
    "os.truncate",
)
FOLDERED = ("os.remove", "os.rmdir", "os.mkdir")
"""Changes that may be told relative to an open folder."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main(log: str, words: list[str]) -> int:
    """Install the hook and run."""
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(NETWORK_AND_PROCESSES):
            os.write(descriptor, f"{event}\t{arguments!r}\n".encode())
        elif event in CHANGES:
            is_relative = event in FOLDERED and isinstance(arguments[-1], int) and arguments[-1] > 2
            base = os.readlink(f"/proc/self/fd/{arguments[-1]}") if is_relative else ""
            for each in arguments:
                if isinstance(each, str | bytes | os.PathLike):
                    path = os.path.abspath(os.path.join(base, os.fsdecode(each)))
                    os.write(descriptor, f"write\t{path!r}\n".encode())
        elif (
            event == "open"
            and isinstance(arguments[0], str)
            and isinstance(arguments[2], int)
            and arguments[2] & WRITING
        ):
            os.write(descriptor, f"write\t{os.path.abspath(arguments[0])!r}\n".encode())

    sys.addaudithook(hook)
    return cli.main(words)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1], sys.argv[2:]))
