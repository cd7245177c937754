"""How the program was called → the words a person types to call it again; knows nothing of what the commands do."""

import os
import sys


def name() -> str:
    """Give the program as it was called, such as `muniment`, `.venv/bin/python build.py` or `python -m muniment`."""
    script = sys.argv[0] if sys.argv else ""
    stem = os.path.basename(script)
    if stem == "__main__.py" and os.path.basename(os.path.dirname(script)) == "muniment":
        return f"{_python()} -m muniment"
    return f"{_python()} {quoted(script)}" if stem == "build.py" else "muniment"


def line(*words: str, root: str = ".") -> str:
    """Give a whole command line, ready to be pasted, for the archive in `root`."""
    where = () if root in ("", ".") else ("--root", root)
    return " ".join([name(), *(quoted(word) for word in (*words, *where))])


def in_words(text: str, root: str = ".") -> str:
    """Put the program as it was called into a text that names it as the documentation does, for the archive in `root`.

    Only the command that begins another archive knows no root.
    """
    called = name() if root in ("", ".") else f"{name()} --root {quoted(root)}"
    return text.replace("python build.py new", f"{name()} new").replace("python build.py", called)


def quoted(word: str) -> str:
    """Quote one word of a command for the shell; a place for words that a person fills in stays as it is."""
    if sys.platform == "win32":
        import subprocess  # only here, and slow to load

        return subprocess.list2cmdline([word])
    if word.startswith('"') and word.endswith('"'):
        return word
    import shlex

    return shlex.quote(word)


def _python() -> str:
    """Give the interpreter as it was typed; a whole path, which nobody types, by its name."""
    typed = (sys.orig_argv or ["python"])[0]
    stem = os.path.basename(typed).removesuffix(".exe")
    return stem if os.path.isabs(typed) else typed
