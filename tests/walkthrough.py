"""Carries out a page of the documentation as its reader would: types its commands, makes its files, looks what comes.

What it understands: a block of `sh` is typed line by line; a line that ends in `# stops` or `# exits with 1` has to
exit with 1; a line with `serve` is left running until the site is there, and then ended. A block behind
`Make … `path`:`, `Add to … `path`:` or `Change … `path`:` is written, appended, or changed by its lines with `-` and
`+`. A block behind `You see:` holds lines of what the last commands printed, in order; `…` stands for anything. A block
behind a comment `<!-- not run: reason -->` is passed over, and one behind `<!-- way: name -->` by whoever goes another
way: where a page lets its reader choose, it is followed once for each way.
"""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_WAY = re.compile(r"<!-- way: (\w+) -->")
_BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")
_LONGEST = 60
"""Seconds a command may take on a busy machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of code, with the line of prose that leads to it."""

    lead: str
    language: str
    text: str

    @property
    def is_passed_over(self) -> bool:
        """Whether the page says that it cannot be run."""
        return self.lead.startswith("<!-- not run: ")

    @property
    def way(self) -> str:
        """Give the way that the block belongs to; empty for one that every reader comes by."""
        match = _WAY.fullmatch(self.lead)
        return match[1] if match else ""


def blocks(page: str) -> list[Block]:
    """Give the blocks of a page in order."""
    found = []
    for match in _BLOCK.finditer(page):
        before = [line.strip() for line in page[: match.start()].splitlines() if line.strip()]
        text = "".join(line.removeprefix(match[1]) for line in match[3].splitlines(keepends=True))
        found.append(Block(lead=before[-1] if before else "", language=match[2], text=text))
    return found


def ways(page: str) -> list[str]:
    """Name the ways that a page offers; a single one without a name where it offers none."""
    return list(dict.fromkeys(filter(None, (block.way for block in blocks(page))))) or [""]


def shim(folder: Path) -> Path:
    """Make a folder with a command `muniment`, as an installation has it, and its `python`."""
    folder.mkdir(parents=True, exist_ok=True)
    words = "from muniment.cli import main; import sys; sys.argv[0] = 'muniment'; sys.exit(main())"
    python = f"exec {shlex.quote(sys.executable)}"
    called = {"muniment": f"PYTHONPATH={shlex.quote(str(ROOT))} {python} -c {shlex.quote(words)}", "python": python}
    for name, line in called.items():
        (folder / name).write_text(f'#!/bin/sh\n{line} "$@"\n', encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


class Reader:
    """Somebody who follows a page, in a folder of their own."""

    def __init__(self, folder: Path, commands: Path) -> None:
        """Sit down in a folder, with the program on the path."""
        self.folder = folder
        self.printed = ""
        self.typed: list[str] = []
        self._environment = {
            "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder.parent),
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "BROWSER": "true",
        }

    def follow(self, page: str, way: str = "") -> None:
        """Carry out a whole page, on one of the ways it offers."""
        for block in blocks(page):
            if not block.is_passed_over and block.way in ("", way):
                self._do(block)

    def _do(self, block: Block) -> None:
        path = re.search(r"`([^`]+)`[^`]*:$", block.lead)
        if block.language == "sh":
            self._type(block)
        elif block.lead.endswith("You see:"):
            self._look(block.text)
        elif path and re.match(r"[\d. *]*(Make|Add|Change)\b", block.lead):
            self._write(self.folder / path[1], block)
        else:
            raise AssertionError(f"nobody knows what to do with the block behind: {block.lead}")

    def _type(self, block: Block) -> None:
        """Type the lines of a block."""
        self.printed = ""
        for line in filter(None, map(str.strip, block.text.splitlines())):
            self.typed.append(line)
            if line.startswith("cd "):
                self.folder = (self.folder / line.removeprefix("cd ").split("#")[0].strip()).resolve()
            elif re.search(r"\bserve\b", line.split("#")[0]):
                self._preview(line)
            elif not line.startswith("#"):
                self._run(line)

    def _run(self, line: str) -> None:
        done = subprocess.run(  # noqa: S603 the page's own words are what is tried
            ["/bin/bash", "-c", line],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_LONGEST,
            check=False,
        )
        self.printed += done.stdout.decode("utf-8")
        assert done.returncode == (1 if re.search("# (stops|exits with 1)", line) else 0), f"{line}\n{self.printed}"

    def _preview(self, line: str) -> None:
        """Start a preview, look at the page it names, and end it with Ctrl-C."""
        with subprocess.Popen(  # noqa: S603 the page's own words are what is tried
            ["/bin/bash", "-c", f"exec {line}"],
            cwd=self.folder,
            env=self._environment | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=_heeding_interrupts,
        ) as server:
            try:
                self.printed += (shown := _until_address(server))
                with urllib.request.urlopen(shown.split()[-1], timeout=_LONGEST) as answer:  # noqa: S310 the loopback
                    assert answer.status == 200
            finally:
                os.killpg(server.pid, signal.SIGINT)
                _ended(server)

    def _look(self, text: str) -> None:
        """Hold what is said to be seen against what was printed."""
        at = 0
        for line in filter(None, map(str.strip, text.splitlines())):
            pattern = ".*?".join(re.escape(part) for part in line.split("…"))
            found = re.compile(pattern).search(self.printed, at)
            assert found, f"this line is not seen: {line}\n--- printed ---\n{self.printed}"
            at = found.end()

    @staticmethod
    def _write(path: Path, block: Block) -> None:
        """Make, lengthen or change a file."""
        verb = re.search(r"\b(Make|Add|Change)\b", block.lead)
        if verb and verb[1] == "Change":
            before, after = ([line[1:] for line in block.text.splitlines() if line[0] == sign] for sign in "-+")
            text = path.read_text("utf-8")
            assert text.count("\n".join(before)) == 1, f"{path} has not just once: {before}"
            path.write_text(text.replace("\n".join(before), "\n".join(after)), encoding="utf-8")
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text("utf-8") if verb and verb[1] == "Add" else ""
        path.write_text(old + block.text, encoding="utf-8")


def _until_address(server: "subprocess.Popen[str]") -> str:
    """Read what a server prints until it names its address."""
    printed, end = "", time.monotonic() + _LONGEST
    while time.monotonic() < end and server.stdout and (line := server.stdout.readline()):
        printed += line
        if address := _ADDRESS.search(printed):
            return f"{printed}\n{address[0]}"
    raise AssertionError(f"no address was printed: {printed}")


def _heeding_interrupts() -> None:
    """Let a command be ended by Ctrl-C; a suite that runs in the background would pass on that it heeds none."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _ended(server: "subprocess.Popen[str]") -> None:
    """Wait until a server has ended; one that does not is killed, and told."""
    try:
        server.wait(_LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        raise AssertionError("Ctrl-C does not end the preview") from None
