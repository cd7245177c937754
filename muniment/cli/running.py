"""Words of a command line → one command's run and its exit code; whatever ends a run ends in one sentence.

Knows nothing of what the commands do.
"""

import contextlib
import errno
import io
import os
import sys

import click

from muniment import __version__
from muniment.cli import calling
from muniment.cli.codes import FAULT, FINE, PROBLEMS, UNHEARD, USAGE
from muniment.cli.group import Commands

COMPLETE = "_MUNIMENT_COMPLETE"
"""The variable by which a shell asks what may follow."""
_LONGEST = 600
"""Characters of a message that repeats what was typed."""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="muniment", message="%(prog)s %(version)s")
def program() -> None:
    """Make a citable site out of a folder of damaged texts.

    \b
    python build.py                      # draft what has no edition, check, publish to dist/
    python build.py --root DIR           # the same for another archive
    python build.py check                # what is wrong, and what an editor has yet to do
    python build.py serve                # preview in the browser, rebuilt at every save
    python build.py diff ID              # how an edition differs from its seed, and why
    python build.py note ID --line 12 --reason "…"   # say why a word was changed
    python build.py explain E-007        # what a problem's code means
    python build.py new DIR              # begin an archive

    Exit codes: 0 fine, 1 problems in the texts, 2 wrong usage, 3 a fault of the program, 130 ended by Ctrl-C.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped


def run(words: list[str]) -> int:
    """Run one command; give its exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # whoever called has closed it
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter is told its number
    if COMPLETE in os.environ:
        from click.shell_completion import shell_complete  # only a shell that completes needs it

        return shell_complete(program, {}, "muniment", COMPLETE, os.environ[COMPLETE])
    is_debugging = "--debug" in words
    try:
        return _called([word for word in words if word != "--debug"])
    except click.ClickException as refusal:
        from muniment.cli import usage  # only a mistake needs it

        click.UsageError(_shown(usage.worded(refusal)), getattr(refusal, "ctx", None)).show()
        return USAGE
    except click.Abort:
        raise KeyboardInterrupt from None
    except BrokenPipeError:
        _stop_talking()
        return UNHEARD
    except OSError as refusal:
        return _refused(refusal, is_json="--json" in words)
    except Exception as fault:
        if is_debugging or _is_lacking(fault):
            raise
        return _at_fault(fault, words)


def _is_lacking(fault: Exception) -> bool:
    """Say whether what ended a run is a library that this Python does not have, which is not for this room to tell."""
    return isinstance(fault, ModuleNotFoundError) and not str(fault.name).startswith("muniment")


def _called(words: list[str]) -> int:
    """Find the command and run it."""
    try:
        with program.make_context(calling.name(), words) as context:
            code = int(context.command.invoke(context) or FINE)
    except click.exceptions.Exit as ending:
        code = ending.exit_code
    sys.stdout.flush()
    return code


def _shown(words: str) -> str:
    """Make words of any origin safe to print, and short."""
    from muniment import problems

    words = problems.printable(" ".join(words.split()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _stop_talking() -> None:
    """Let nothing more be written to a pipe that nobody reads, at the end of the program neither."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _refused(refusal: OSError, *, is_json: bool) -> int:
    """Tell what the system refused."""
    reason = refusal.strerror or str(refusal)
    if refusal.errno == errno.ENOSPC and refusal.filename is None:
        _stop_talking()
        click.echo(f"muniment: the result could not be written: {reason}.", err=True)
        return PROBLEMS
    from dataclasses import asdict

    from muniment import problems
    from muniment.cli.report import print_json

    problem = problems.report("W-013", _place(refusal), reason=reason)
    if is_json:
        print_json({"exit_code": PROBLEMS, "problems": [asdict(problem)]})
    else:
        click.echo(problems.worded(problem), err=True)
    return PROBLEMS


def _place(refusal: OSError) -> str:
    """Give the file that was refused; the folder, where the file was to become another one when it was whole."""
    from muniment.disk.write import PREFIX

    place, name = os.path.split(str(refusal.filename or "."))
    return place if name.startswith(PREFIX) else os.path.join(place, name)


def _at_fault(fault: Exception, words: list[str]) -> int:
    """Tell a fault of ours in one sentence, and keep its details in a file for whoever mends it."""
    kept = _kept(fault, words)
    click.echo(
        f"muniment: a fault of the program, not of your texts: {type(fault).__name__}: {_shown(str(fault))}\n"
        f"    Nothing was published. {kept}Please report it; --debug shows the details here.",
        err=True,
    )
    return FAULT


def _kept(fault: Exception, words: list[str]) -> str:
    """Write the details of a fault into a file of its own; say where, or nothing where it could not be written."""
    import platform
    import tempfile
    import traceback

    told = f"muniment {__version__}, Python {platform.python_version()}, {platform.platform()}\n{words}\n\n"
    with contextlib.suppress(OSError):
        descriptor, name = tempfile.mkstemp(prefix="muniment-fault-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(told + "".join(traceback.format_exception(fault)))
        return f"The details are in {name}. "
    return ""
