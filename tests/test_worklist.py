"""What is unsure is told until an editor has settled it, and no longer."""

from dataclasses import replace

from muniment import drafting, edition, formats, worklist
from muniment.model import Allowance, Draft, FrontMatter, Settings

SETTINGS = Settings(title="Test")
SEED = b"A paper of the harbour\n\nThe harbour was closed for a week by ice, and no boats came in on 3 May 1998.\n"
DOUBTS = ["S-052", "S-055"]


def drafted() -> Draft:
    """Draft the seed."""
    transcript, _ = formats.read("paper.txt", SEED)
    assert transcript is not None
    return drafting.draft(transcript, SETTINGS)


def doubts(front: FrontMatter, body: str, seed: bytes = SEED) -> list[str]:
    """Give the codes that the worklist of an archive with this one edition has."""
    sources = {"site_src/documents/paper.md": edition.write(front, body).encode(), "site_src/pages/a.md": b"# A\n"}
    return [each.code for each in worklist.unsure(sources, {"paper.txt": seed}, SETTINGS)]


def test_what_a_draft_left_unsure_stays_on_the_list() -> None:
    """The doubts of a draft are those that were told when it was made, with line and suggestion."""
    held = drafted().edition

    assert doubts(held.front, held.body) == [each.code for each in drafted().problems] == DOUBTS
    (date,) = [each for each in drafted().problems if each.code == "S-052"]
    assert (date.path, date.line) == ("seeds/paper.txt", 1)
    assert "the first day that the text names is 1998-05-03, in line 3" in date.message


def test_a_field_that_an_editor_has_filled_is_no_doubt() -> None:
    """A date or kind that is written, though not yet reviewed, leaves the list; the other doubts stay."""
    held = drafted().edition

    assert doubts(replace(held.front, date="1998-05"), held.body) == ["S-055"]
    assert doubts(replace(held.front, kind="report"), held.body) == ["S-052"]


def test_a_reviewed_or_allowed_edition_has_no_doubts() -> None:
    """Whoever reviewed an edition has settled them all; one that is allowed is settled too."""
    held = drafted().edition
    allowed = (Allowance(code="S-052", reason="It has no day."),)

    assert doubts(replace(held.front, reviewed="E. Ditor, 2026-05-04"), held.body) == []
    assert doubts(replace(held.front, allow=allowed), held.body) == ["S-055"]


def test_a_seed_that_changed_is_not_asked() -> None:
    """What another text says decides nothing about an edition of this one."""
    held = drafted().edition

    assert doubts(held.front, held.body, SEED.replace(b"1998", b"1999")) == []


def test_a_doubt_about_the_text_goes_when_the_text_is_edited() -> None:
    """The end in mid-sentence is told of the text as it was drafted, not of one that was mended."""
    seed = SEED + b"\nThe harbour board has met, and its clerk has asked the boats to give notice to the proper offi"
    transcript, _ = formats.read("paper.txt", seed)
    assert transcript is not None
    held = drafting.draft(transcript, SETTINGS).edition

    assert "S-032" in doubts(held.front, held.body, seed)
    assert "S-032" not in doubts(replace(held.front, notes=()), held.body.replace("offi", "officers."), seed)
