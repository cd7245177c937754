"""The README and the tutorial hold what they show: every command is typed, in order, as a new reader would."""

import re
from pathlib import Path

import pytest

from tests import docx_builder
from tests.walkthrough import ROOT, Reader, blocks, shim, ways

HOW_TOS = {
    path.stem: path.read_text("utf-8")
    for path in sorted((ROOT / "docs/how-to").glob("*.md"))
    if path.stem != "template"  # followed by tests/test_installed.py, with the program installed
}
LETTER = "Letter on the stove\n\nLindal, 2 April 1923\n\nDear Mr Vik,\n\nThe stove has come, with its pipe.\n"
BEGUN = "```sh\nmuniment new reading-room\ncd reading-room\nmuniment\n```\n"
"""What a page takes for granted, unless it says otherwise: an archive."""
EDITED = """
```sh
sed -i 's/The the offer/The offer/' site_src/documents/1923-03-14-minutes-of-the-first-meeting.md
muniment note 1923-03-14 --all --reason "Printed twice." --by "Your Name"
```
"""
IN_A_COPY = ("check", "rule")
"""Pages whose commands are for a copy of the program."""
COPIED = f"""
```sh
mkdir copy
cp -r {" ".join(str(ROOT / name) for name in ("muniment", "templates", "static", "tests", "tools", "docs"))} copy
cp {ROOT / "pyproject.toml"} copy
cd copy
```
"""
SAVED = "```sh\ncp -r ~/Documents/texts .\n```\n"
GRANTED = {
    "changed-seed": BEGUN + EDITED,
    "word-files": BEGUN + SAVED,
    "collectionbuilder": "",
    **dict.fromkeys(IN_A_COPY, COPIED),
}
"""Page to what it takes for granted, as a page of its own."""


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Give a reader in an empty folder, with files at home where the pages have their readers keep them."""
    home = tmp_path / "home"
    typed = docx_builder.package("".join(map(docx_builder.paragraph, LETTER.split("\n\n"))))
    better = (ROOT / "muniment/data/begin/seed.txt").read_text("utf-8").replace("nineteen", "eighteen")
    (home / "work").mkdir(parents=True)
    files = {
        ".gitconfig": b"[user]\nname = E. Ditor\nemail = e@example.org\n",
        "Downloads/letter.txt": LETTER.encode(),
        "Downloads/better-copy.txt": better.encode(),
        "Documents/letters/stove.docx": typed,
        "Documents/texts/room.txt": LETTER.replace("2 April", "9 April").encode(),
        "collection/objects/letter-12.txt": LETTER.encode(),
    }
    for name, content in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    return Reader(home / "work", shim(tmp_path / "bin"))


def test_the_tutorial_ends_with_a_site(reader: Reader) -> None:
    """Whoever follows the tutorial from an empty folder has a site with both documents, the note and the date."""
    reader.follow((ROOT / "docs/tutorial.md").read_text("utf-8"))

    dist = reader.folder / "dist"
    minutes = (dist / "documents/1923-03-14-minutes-of-the-first-meeting.html").read_text("utf-8")
    assert "Printed twice." in minutes
    assert "Your Name" in minutes
    assert "11 April 1923" in (dist / "timeline.html").read_text("utf-8")
    assert len(list((dist / "documents").glob("1923-04-02-*.html"))) == 3
    assert (dist / "manifest-sha256.txt").is_file()


def test_the_readme_shows_what_happens(reader: Reader) -> None:
    """The commands of the README, typed in an empty folder, build and preview a site."""
    reader.follow((ROOT / "README.md").read_text("utf-8"))

    assert (reader.folder / "dist/index.html").is_file()
    assert "muniment serve" in " ".join(reader.typed)


@pytest.mark.parametrize(("name", "way"), [(name, way) for name, page in HOW_TOS.items() for way in ways(page)])
def test_the_how_to_can_be_followed(reader: Reader, name: str, way: str) -> None:
    """Every command on every way does what the page says; what needs a network or another machine is passed over."""
    reader.follow(GRANTED.get(name, BEGUN))
    granted = len(reader.typed)

    reader.follow(HOW_TOS[name], way)

    typed = [block for block in blocks(HOW_TOS[name]) if block.language == "sh" and not block.is_passed_over]
    assert bool(typed) == (len(reader.typed) > granted)
    assert name in IN_A_COPY or any(reader.folder.glob("dist/index.html")) or name == "collectionbuilder"


def test_a_text_from_collectionbuilder_is_found_under_its_old_name(reader: Reader) -> None:
    """The former id leads to the page, and what the table knew stands there with its source."""
    reader.follow(HOW_TOS["collectionbuilder"])

    documents = reader.folder / "my-archive/dist/documents"
    page = (documents / "1923-04-02-letter-on-the-stove.html").read_text("utf-8")
    assert "1923-04-02-letter-on-the-stove" in (documents / "letter-12.html").read_text("utf-8")
    assert "Letter on the stove" in page
    assert "row letter-12" in page


def test_only_what_cannot_be_tried_is_passed_over() -> None:
    """What the pages pass over installs, shows what something looks like, or is for another system; each says so."""
    pages = ((ROOT / name).read_text("utf-8") for name in ("README.md", "docs/tutorial.md"))
    reasons = [block.lead for page in (*pages, *HOW_TOS.values()) for block in blocks(page) if block.is_passed_over]

    assert len(reasons) <= 14
    assert all(
        re.search("network|your folder|drawing|Windows|another server|LibreOffice|an example of|outline", reason)
        for reason in reasons
    )


def test_a_page_that_promises_too_much_is_found(reader: Reader) -> None:
    """A command that fails, and a line that is not printed, are told."""
    with pytest.raises(AssertionError, match="this line is not seen: no such words"):
        reader.follow("```sh\nmuniment --version\n```\n\nYou see:\n\n```text\nno such words\n```\n")
    with pytest.raises(AssertionError, match="muniment frobnicate"):
        reader.follow("```sh\nmuniment frobnicate\n```\n")
