"""Write docs/problems.md: the table of problems, with the example and the near miss that tests carry out for each."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from muniment import problems  # noqa: E402 the folder has to be known first
from tests.problems import ALL  # noqa: E402
from tests.problems.form import Change, Pair  # noqa: E402

HEAD = """\
# Problems

Every problem has a code, and every code an entry here.
Each has an example that raises it, and one that is nearly the same and does not; `tests/test_problems.py` tries both.
They change one place of a small archive that has no mistake.
`error` keeps the site from being published, `warning` does so under `--strict`, `info` is work for an editor.
`python build.py explain CODE` prints the same, without the examples.
"""
LONGEST = 160
"""Characters of an example that are printed."""


def page() -> str:
    """Give the page as Markdown."""
    examples = {pair.code: pair for pair in ALL}
    entries = [
        f"## {rule.code}\n\n**{rule.title}** ({rule.severity})\n\n> {rule.message}\n\n{rule.hint}\n"
        + (_example(examples[rule.code]) if rule.code in examples else "")
        for rule in sorted(problems.TABLE.values(), key=lambda rule: rule.code)
    ]
    return "\n".join([HEAD, *entries])


def _example(pair: Pair) -> str:
    """Print an example and its near miss."""
    if not isinstance(pair.what, Change):
        wrong, right = pair.what.words
        return f"\nRaised by {wrong}; not by {right}.\n"
    change = pair.what
    place = "a finished page" if pair.is_page else f"`{change.path}`"
    wrong, right = _shown(change.raises), _shown(change.near_miss)
    return f"\nRaised in {place} by\n\n{wrong}\n\nand not by\n\n{right}\n"


def _shown(words: str | bytes) -> str:
    """Print words as a block; what no page can show is shown as escapes, and the middle of long ones left out."""
    text = words.decode("utf-8", "backslashreplace") if isinstance(words, bytes) else words
    text = text.strip("\n")
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 40]} … {text[-30:]}"
    kept = "".join(sign if sign.isprintable() or sign == "\n" else repr(sign)[1:-1] for sign in text)
    return "\n".join(f"    {line}".rstrip() for line in kept.split("\n")) if kept.strip() else "    (nothing)"


if __name__ == "__main__":
    (ROOT / "docs/problems.md").write_text(page(), encoding="utf-8")
