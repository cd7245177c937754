"""Run a function in a child process and tamper with one of its system calls: kill there, let it fail, do harm first.

It works as strace does, by ptrace(2), and needs nothing installed: Linux on x86-64. A call is counted when it would
change a file or folder; a fault may last, as that of a disk that is full or broken does.
"""

import ctypes
import errno
import os
import platform
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

TRACEME, CONT, GETREGS, SETREGS, SYSCALL, SETOPTIONS = 0, 7, 12, 13, 24, 0x4200
OPTIONS = 0x1 | 0x2 | 0x4 | 0x8 | 0x100000
"""System calls told from signals; forks and threads followed; no child outlives its tracer."""
IS_CALL = signal.SIGTRAP | 0x80
RAX, RDX, RSI, RDI, CALLED = 10, 12, 13, 14, 15
"""Places in the registers: result, third, second and first argument, number of the call."""
CALLS = {
    1: "write",
    18: "pwrite64",
    20: "writev",
    40: "sendfile",
    74: "fsync",
    75: "fdatasync",
    76: "truncate",
    77: "ftruncate",
    82: "rename",
    83: "mkdir",
    84: "rmdir",
    85: "creat",
    86: "link",
    87: "unlink",
    88: "symlink",
    90: "chmod",
    91: "fchmod",
    132: "utime",
    235: "utimes",
    258: "mkdirat",
    261: "futimesat",
    263: "unlinkat",
    264: "renameat",
    265: "linkat",
    266: "symlinkat",
    268: "fchmodat",
    280: "utimensat",
    285: "fallocate",
    306: "syncfs",
    316: "renameat2",
    326: "copy_file_range",
    452: "fchmodat2",
    2: "open",
    257: "openat",
}
"""Number to name of the calls that change files; opening counts when it is for writing."""
NEEDING_ROOM = ("write", "pwrite64", "writev", "sendfile", "open", "openat", "creat", "mkdir", "mkdirat", "fallocate")
"""Calls that a full disk refuses; names can still be changed and removed on it."""
NEEDING_ROOM += ("link", "linkat", "symlink", "symlinkat", "copy_file_range", "syncfs", "fsync", "fdatasync")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

IS_POSSIBLE = sys.platform == "linux" and platform.machine() == "x86_64"
Registers = ctypes.c_ulonglong * 27


@dataclass(kw_only=True)
class Tampering:
    """What is done at which call."""

    call: int
    """The number of the call, from 1; 0 for none, to count them."""
    fault: str = "KILL"
    """`KILL`, or the name of an error such as ENOSPC."""
    is_lasting: bool = False
    """Whether every later call fails too."""
    harm: Callable[[], object] | None = None
    """Done at the call instead of a fault."""
    seen: list[str] = field(default_factory=list)
    """The calls up to the end, by name."""


@dataclass
class _Child:
    """A traced process or thread."""

    is_inside: bool = False
    """Whether it is within a call."""
    error: int = 0
    """The error that the call it is within has to end with."""


def run(work: Callable[[], object], tampering: Tampering) -> int:
    """Do the work in a child and tamper; give its exit code, or minus the signal that ended it."""
    main = os.fork()
    if main == 0:
        try:
            _ptrace(TRACEME, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            code = work()
            os._exit(code if isinstance(code, int) else 0)
        except BaseException:
            os._exit(99)
    os.waitpid(main, 0)
    _ptrace(SETOPTIONS, main, OPTIONS)
    _ptrace(SYSCALL, main)
    children = {main: _Child()}
    ended = 0
    while children:
        process, status = os.waitpid(-1, getattr(os, "__WALL", 0x40000000))
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            children.pop(process, None)
            if process == main:
                ended = os.waitstatus_to_exitcode(status)
            continue
        child = children.setdefault(process, _Child())
        stop = os.WSTOPSIG(status)
        passed = 0
        if stop == IS_CALL:
            _at_call(process, child, tampering, main)
        elif stop not in (signal.SIGTRAP, signal.SIGSTOP):
            passed = stop
        _ptrace(SYSCALL, process, passed, may_fail=True)  # it may have been killed
    return ended


def _at_call(process: int, child: _Child, tampering: Tampering, main: int) -> None:
    """Look at a call as it begins or ends."""
    child.is_inside = not child.is_inside
    registers = Registers()
    if not _ptrace(GETREGS, process, 0, ctypes.addressof(registers), may_fail=True):
        return
    if child.is_inside:
        name = _changing(registers)
        if name:
            tampering.seen.append(name)
            child.error = _tampered(tampering, name, main)
            if child.error:
                registers[CALLED] = ctypes.c_ulonglong(-1).value
                _ptrace(SETREGS, process, 0, ctypes.addressof(registers), may_fail=True)
    elif child.error:
        registers[RAX] = ctypes.c_ulonglong(-child.error).value
        child.error = 0
        _ptrace(SETREGS, process, 0, ctypes.addressof(registers), may_fail=True)


def _changing(registers: "ctypes.Array[ctypes.c_ulonglong]") -> str:
    """Name a call that changes files; nothing for another."""
    name = CALLS.get(registers[CALLED], "")
    if name in ("write", "writev") and registers[RDI] <= 2:
        return ""  # words for a person
    flags = registers[RDX] if name == "openat" else registers[RSI] if name == "open" else os.O_WRONLY
    return name if flags & WRITING else ""


def _tampered(tampering: Tampering, name: str, main: int) -> int:
    """Do what is to be done at this call; give the error it has to end with."""
    number = len(tampering.seen)
    if not tampering.call or number < tampering.call or (number > tampering.call and not tampering.is_lasting):
        return 0
    if tampering.harm is not None:
        tampering.harm()
        return 0
    if tampering.fault == "KILL":
        os.kill(main, signal.SIGKILL)
        return 0
    if tampering.is_lasting and tampering.fault == "ENOSPC" and name not in NEEDING_ROOM:
        return 0
    return int(getattr(errno, tampering.fault))


_library = ctypes.CDLL(None, use_errno=True)
_library.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_library.ptrace.restype = ctypes.c_long


def _ptrace(request: int, process: int, address: int = 0, value: int = 0, *, may_fail: bool = False) -> bool:
    """Ask the kernel; false when the process is gone and that may be."""
    if request in (SYSCALL, SETOPTIONS):
        address, value = 0, address
    if _library.ptrace(request, process, address, value) == -1:
        if may_fail:
            return False
        number = ctypes.get_errno()
        raise OSError(number, f"ptrace: {os.strerror(number)}")
    return True
