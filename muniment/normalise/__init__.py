"""Transcripts into drafts of editions, by an ordered list of named rules; touches no file and knows no other document.

A rule changes form, never wording; what it does is logged with the seed's lines. What a rule cannot settle it reports.
"""

from collections.abc import Callable
from dataclasses import replace

from muniment import edition
from muniment.model import Draft, Edition, FrontMatter, Settings, Transcript
from muniment.normalise import front, identifiers, literal, metadata
from muniment.normalise.compose import compose
from muniment.normalise.literal import WAYS
from muniment.normalise.rules import (
    cut_ends,
    drawn_lines,
    foreign,
    garbled,
    headings,
    html_residue,
    hyphens,
    invisible,
    kept_lines,
    layout_bold,
    line_ends,
    list_entries,
    lost_lists,
    markup,
    page_breaks,
    page_marks,
    paragraphs,
    possible_breaks,
    provisions,
    quoted_lines,
    repeats,
    tables,
)
from muniment.normalise.working import Working

Rule = tuple[str, Callable[[Working, Settings], Working], str]
"""Name, function, and why, in one sentence."""

__all__ = [
    "BLOCKS",
    "DOCUMENTS",
    "LINES",
    "RULES",
    "WAYS",
    "draft",
    "draft_all",
    "explain",
    "keep",
    "settle",
    "work",
]

DOCUMENTS = "site_src/documents/"

LINES: tuple[Rule, ...] = (
    ("line-ends", line_ends.clean, "White space at line ends is an accident of machines."),
    ("invisible-characters", invisible.take_out, "What nobody sees must not hide or reorder words."),
    ("html-residue", html_residue.take_off, "Markup of a web page is not the document's wording."),
    ("page-markup", markup.set_apart, "What a page's own markup sets apart from its text is set apart."),
    ("omit-page-mark", page_marks.omit, "Page numbers and running heads belong to the sheet of paper."),
    ("drawn-lines", drawn_lines.decide, "Drawn lines and number signs are marks of layout."),
    ("quoted-lines", quoted_lines.decide, "Lines that begin with > are quoted."),
    ("list-entries", list_entries.decide, "Bullets make lists."),
    ("provisions", provisions.decide, "Printed numbers in a series make provisions, and are kept."),
    ("paragraphs", paragraphs.group, "What is left are paragraphs."),
    ("layout-bold", layout_bold.take_off, "Bold type of whole paragraphs is layout."),
    ("headings", headings.decide, "Short lines that stand before a text are its headings."),
    ("join-page-break", page_breaks.join, "A sentence runs on over the page."),
    ("hyphens", hyphens.join, "A word cut by a line end is one word."),
)
"""From lines to blocks."""

BLOCKS: tuple[Rule, ...] = (
    ("tables", tables.keep, "Rows whose cells bars part are one table."),
    ("kept-lines", kept_lines.keep, "Verse, addresses and signatures keep their lines."),
    ("omit-repeat", repeats.omit, "A paragraph printed twice in a row is read once."),
    ("lost-lists", lost_lists.report, "A colon that announces a list needs one."),
    ("possible-breaks", possible_breaks.report, "More blank lines than usual may stand for a lost heading."),
    ("cut-ends", cut_ends.report, "A text that ends in mid-sentence is not whole."),
    ("foreign-passages", foreign.find, "A passage in another language is read aloud and set as one."),
    ("garbled", garbled.report, "Letters read in a wrong encoding are for an editor to mend."),
)
"""What needs whole blocks, with the metadata's lines already taken out."""

RULES: tuple[Rule, ...] = (*LINES, *metadata.RULES, *BLOCKS)
"""All rules, in the order in which they run."""


def work(transcript: Transcript, settings: Settings, rules: tuple[Rule, ...] = RULES) -> Working:
    """Run the rules over one transcript."""
    working = line_ends.begin(transcript)
    for _, rule, _ in rules:
        working = rule(working, settings)
    return working


def draft(transcript: Transcript, settings: Settings) -> Draft:
    """Draft one transcript under the id it would like; pure, so that it can run in any process."""
    working = work(transcript, settings)
    composed = compose(working.pieces)
    return Draft(edition=_written(front.matter(working, composed), composed.body), problems=front.problems(working))


def keep(transcript: Transcript, settings: Settings, name: str, way: literal.Way) -> Draft:
    """Draft one transcript under an id with every line kept, in one of the `WAYS`; its metadata are read as ever."""
    working = literal.of(work(transcript, settings), transcript, settings, way)
    composed = compose(working.pieces)
    matter = replace(front.matter(working, composed), id=name)
    return Draft(edition=_written(matter, composed.body), problems=front.problems(working))


def draft_all(transcripts: tuple[Transcript, ...], settings: Settings, taken: frozenset[str]) -> tuple[Draft, ...]:
    """Draft transcripts in the order of their names; no two drafts, and none of `taken`, share an id."""
    drafts = [draft(transcript, settings) for transcript in sorted(transcripts, key=lambda each: each.name)]
    return settle(drafts, taken)


def settle(drafts: list[Draft], taken: frozenset[str]) -> tuple[Draft, ...]:
    """Give each draft an id of its own; the first by name keeps the plain one."""
    used = set(taken)
    settled = []
    for each in drafts:
        matter = each.edition.front
        own = identifiers.free(matter.id, used)
        used.add(own)
        if own != matter.id:
            each = replace(each, edition=_written(replace(matter, id=own), each.edition.body))
        settled.append(each)
    return tuple(settled)


def _written(matter: FrontMatter, body: str) -> Edition:
    """Write a draft as the file it becomes and read it back."""
    path = f"{DOCUMENTS}{matter.id}.md"
    read, problems = edition.read(path, edition.write(matter, body).encode())
    if read is None:
        raise AssertionError(f"a draft of our own cannot be read: {problems[:1]}")
    return read
