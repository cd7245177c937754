"""Write docs/problems.md from the table of problems."""

from pathlib import Path

from muniment import problems

HEAD = """\
# Problems

Every problem has a code, and every code an entry here.
`error` keeps the site from being published, `warning` does so under `--strict`, `info` is work for an editor.
`python build.py explain CODE` prints the same.
"""


def page() -> str:
    """Give the page as Markdown."""
    entries = [
        f"## {rule.code}\n\n**{rule.title}** ({rule.severity})\n\n> {rule.message}\n\n{rule.hint}\n"
        for rule in sorted(problems.TABLE.values(), key=lambda rule: rule.code)
    ]
    return "\n".join([HEAD, *entries])


if __name__ == "__main__":
    (Path(__file__).resolve().parent.parent / "docs/problems.md").write_text(page(), encoding="utf-8")
