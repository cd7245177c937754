"""The README and the tutorial hold what they show: every command is typed, in order, as a new reader would."""

import re
from pathlib import Path

import pytest

from tests.walkthrough import ROOT, Reader, blocks, shim


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Give a reader in an empty folder."""
    folder = tmp_path / "home/work"
    folder.mkdir(parents=True)
    return Reader(folder, shim(tmp_path / "bin"))


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


@pytest.mark.parametrize("name", ["document", "publishing"])
def test_the_how_to_can_be_followed(reader: Reader, name: str) -> None:
    """In a new archive every command succeeds; what needs a network or another machine is passed over by name."""
    home = reader.folder.parent
    (home / "Downloads").mkdir()
    (home / "Downloads/letter.txt").write_text("Lindal, 2 April 1923\n\nDear Mr Vik,\n\nIt has come.\n", "utf-8")
    (home / ".gitconfig").write_text("[user]\nname = E. Ditor\nemail = e@example.org\n", "utf-8")
    reader.follow("```sh\nmuniment new reading-room\ncd reading-room\n```\n")

    reader.follow((ROOT / f"docs/how-to/{name}.md").read_text("utf-8"))

    assert (reader.folder / "dist/index.html").is_file()
    assert len(reader.typed) >= 5


def test_only_what_cannot_be_tried_is_passed_over() -> None:
    """What README and tutorial pass over installs, is a drawing, or is for another system; each says so."""
    reasons = [
        block.lead
        for name in ("README.md", "docs/tutorial.md")
        for block in blocks((ROOT / name).read_text("utf-8"))
        if block.is_passed_over
    ]

    assert len(reasons) <= 7
    assert all(re.search("network|your folder|drawing|Windows", reason) for reason in reasons)


def test_a_page_that_promises_too_much_is_found(reader: Reader) -> None:
    """A command that fails, and a line that is not printed, are told."""
    with pytest.raises(AssertionError, match="this line is not seen: no such words"):
        reader.follow("```sh\nmuniment --version\n```\n\nYou see:\n\n```text\nno such words\n```\n")
    with pytest.raises(AssertionError, match="muniment frobnicate"):
        reader.follow("```sh\nmuniment frobnicate\n```\n")
