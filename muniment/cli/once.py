"""One run of the command line in a process of its own, whose memory nobody needs when it is over.

It refuses to know what is run.
"""

import gc
import signal
import sys
from typing import NoReturn

from muniment.cli import main

SELDOM = 1_000_000
"""New values before those that point at one another are looked for; a build makes next to none of these."""


def run() -> NoReturn:
    """Run the command line and end the process; what it still holds is not searched once more."""
    gc.set_threshold(SELDOM)
    status = main()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done and said; there is nothing left to interrupt
    gc.freeze()
    sys.exit(status)
