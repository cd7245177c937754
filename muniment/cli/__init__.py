"""The command line: turns words typed at a terminal into one run of a command; knows nothing of texts or pages.

Results go to standard output, progress and problems to standard error. Exit codes: 0 fine, 1 problems in the content
(with --strict: warnings too), 2 wrong usage, 3 a fault of the program, 130 ended by Ctrl-C, 141 nobody listens.
"""

import sys

INTERRUPTED = "Interrupted. Nothing is half done: the published site is whole, and what you wrote is as you left it.\n"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        from muniment.cli import running  # here, so that Ctrl-C is answered from the first moment on

        return running.run(words)
    except ModuleNotFoundError as missing:
        if not missing.name or missing.name.partition(".")[0] == "muniment" or "--debug" in words:
            raise
        from muniment.cli import codes, lacking

        sys.stderr.write(lacking.told(missing.name, words))
        return codes.USAGE
    except KeyboardInterrupt:
        sys.stderr.write(INTERRUPTED)
        return 130
