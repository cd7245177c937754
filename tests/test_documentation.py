"""The documentation is whole: nothing undocumented, nothing out of date, no link that leads nowhere."""

import re
import unicodedata
from pathlib import Path

import pytest

from muniment import exports, pages, problems
from muniment.cli.group import ROWS
from muniment.edition import schema
from muniment.settings.forms import TABLES, ArchiveForm
from tools import reference

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")])
_FENCED = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("name", reference.PAGES)
def test_the_reference_is_what_the_code_says(name: str) -> None:
    """Each page of docs/reference/ is as tools/reference.py writes it; run it where this fails."""
    assert reference.PAGES[name]() == (DOCS / "reference" / name).read_text("utf-8")


def test_nothing_else_lies_in_the_reference() -> None:
    """A page of the reference that nothing writes would grow old."""
    assert sorted(reference.PAGES) == sorted(path.name for path in (DOCS / "reference").iterdir())


def test_every_command_is_documented() -> None:
    """Each command of the program has its heading in docs/commands.md."""
    text = (DOCS / "commands.md").read_text("utf-8")

    assert [name for name in ROWS if f"### `muniment {name} " not in text] == []


def test_every_problem_code_is_documented() -> None:
    """Each code has its heading in docs/problems.md."""
    headings = _anchors(DOCS / "problems.md")

    assert [code for code in problems.TABLE if code.lower() not in headings] == []


def test_every_key_is_documented() -> None:
    """Each key of front matter and settings has its row."""
    matter = (DOCS / "reference/front-matter.md").read_text("utf-8")
    settings = (DOCS / "reference/settings.md").read_text("utf-8")
    fields = [*schema.TEXTS, *schema.LISTS, *schema.ENTRIES]
    keys = [*ArchiveForm.model_fields, *(key for form in TABLES.values() for key in form.model_fields)]

    assert [name for name in fields if f"| `{name}` |" not in matter] == []
    assert [key for key in keys if f"`{key}`" not in settings and f"{key}]]`" not in settings] == []


def test_every_export_and_template_is_documented() -> None:
    """Each export has its row and its words in docs/data.md, each template its row."""
    files = (DOCS / "reference/files.md").read_text("utf-8")
    templates = (DOCS / "reference/templates.md").read_text("utf-8")

    assert [export.name for export in exports.ALL if f"| `{export.name}` |" not in files] == []
    assert [path.name for path in (ROOT / "templates").iterdir() if f"| `{path.name}` |" not in templates] == []
    assert [kind.name for kind in pages.SITE if f"`{kind.name}`" not in templates] == []


def test_a_key_of_which_nothing_is_said_is_found() -> None:
    """A name without a docstring and without a row is a mistake, not an empty cell."""
    with pytest.raises(reference.UndocumentedError, match=r"front matter\.colour"):
        reference._meaning("front matter.colour", "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every link of a page leads to a file, and to a heading of it where it names one."""
    text = _FENCED.sub("", page.read_text("utf-8"))
    lost = [target for target in _LINK.findall(text) if not _leads(page, target)]

    assert lost == []


def test_every_page_is_led_to() -> None:
    """From docs/README.md every page of the documentation is reached, by way of others or of a folder."""
    reached: set[Path] = set()
    open_pages = [DOCS / "README.md"]
    while open_pages:
        page = open_pages.pop()
        if page in reached or DOCS not in page.parents or page.suffix != ".md":
            continue
        reached.add(page)
        for target in _LINK.findall(_FENCED.sub("", page.read_text("utf-8"))):
            found = (page.parent / target.partition("#")[0]).resolve()
            open_pages += sorted(found.glob("*.md")) if found.is_dir() else [found]

    assert sorted(set(DOCS.rglob("*.md")) - reached) == []


def _leads(page: Path, target: str) -> bool:
    """Say whether a link leads somewhere; addresses of other sites are not followed."""
    if re.match(r"https?:|mailto:", target):
        return True
    path, _, fragment = target.partition("#")
    found = (page.parent / path).resolve() if path else page
    return found.exists() and (not fragment or fragment in _anchors(found))


def _anchors(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#{1,6} +(.+)$", _FENCED.sub("", page.read_text("utf-8")), re.MULTILINE)
    plain = (unicodedata.normalize("NFC", heading).lower().replace("`", "") for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading).strip().replace(" ", "-") for heading in plain}
