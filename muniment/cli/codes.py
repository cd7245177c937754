"""The exit codes of all commands; loads nothing, so that asking for help does without the commands."""

FINE, PROBLEMS, USAGE, FAULT, INTERRUPTED, UNHEARD = 0, 1, 2, 3, 130, 141
"""The last two are those of a program that Ctrl-C has ended, or whose reader has gone."""
