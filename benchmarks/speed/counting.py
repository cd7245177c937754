"""Runs the program in this process and notes what it does: files written, processes made, functions called.

    python benchmarks/speed/counting.py NOTES FUNCTION,… ARGUMENT…

Loads nothing that the program itself might load, so that the modules it needs can be told; `counts.py` reads the notes.
"""

import os
import sys

EVENTS = {
    "os.rename": "rename",
    "os.remove": "remove",
    "os.mkdir": "folder",
    "os.rmdir": "remove",
    "os.link": "link",
    "os.symlink": "link",
    "os.truncate": "write",
    "os.fork": "fork",
    "os.forkpty": "fork",
    "os.posix_spawn": "process",
    "subprocess.Popen": "process",
    "socket.bind": "socket",
    "socket.connect": "socket",
    "ctypes.dlsym": "symbol",
}
"""Audit event → what it is called in the notes."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def main() -> None:
    """Run the program under watch; every note is a line, written at once, by child processes too."""
    notes = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    functions, arguments = frozenset(filter(None, sys.argv[2].split(","))), sys.argv[3:]
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

    def note(kind: str, what: object) -> None:
        os.write(notes, f"{kind}\t{what}\n".encode("utf-8", "surrogateescape"))

    def audit(event: str, words: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = words
            if isinstance(flags, int) and not isinstance(path, int):
                note("write" if flags & WRITING else "read", os.fsdecode(path))  # type: ignore[arg-type]
        elif event in EVENTS:
            note(EVENTS[event], words[1] if event in ("os.rename", "ctypes.dlsym") else words[0] if words else "")
        elif event in ("os.scandir", "os.listdir"):
            note("list", words[0])

    def called(frame: object, event: str, _: object) -> None:
        if event == "call":
            name = f"{frame.f_globals.get('__name__')}.{frame.f_code.co_qualname}"  # type: ignore[attr-defined]
            if name in functions:
                note("call", name)

    before = set(sys.modules)
    sys.addaudithook(audit)
    if functions:
        sys.setprofile(called)
    from muniment.cli import main as run

    code = run(arguments)
    sys.setprofile(None)
    for name in sorted(set(sys.modules) - before):
        note("module", name)
    note("code", code)
    sys.exit(code)


if __name__ == "__main__":
    main()
