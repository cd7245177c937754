"""What is said about words of a text, and the few words a set text needs of its own; knows nothing of HTML."""

from muniment.frozen import dataclass
from muniment.typeset.escape import escape

MARKED = {
    "mention": "state",
    "person": "person",
    "organisation": "organisation",
    "place": "place-name",
    "date": "date",
    "sic": "sic",
    "emendation": "emendation",
    "comment": "comment",
    "foreign": "foreign",
    "mark": "mark",
}
"""Kinds that mark words → class of the element."""

NOTED = ("sic", "emendation", "comment", "lacuna", "omission", "joined")
"""Kinds with a sign behind the words: a link to the note, or for the last three a sign alone."""

SIGNS = ("lacuna", "omission", "joined")
"""Kinds that mark a place and no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Something said about words, or about a place between words."""

    kind: str
    """`mention`, `person`, `organisation`, `place`, `date`, `sic`, `emendation`, `comment`, `lacuna`, `omission`,
    `joined`, `foreign` or `mark`."""
    anchor: str
    """Of the block it is in."""
    start: int
    """0-based offset in the block's `words`, the label included."""
    end: int
    """Offset behind the last word; equal to `start` for a place."""
    href: str = ""
    """Where it leads: the page of a state, the note (`#note-1`)."""
    label: str = ""
    """Words for readers who cannot see the sign: `Note 1: as printed`."""
    id: str = ""
    """Id of the sign of a note (`ref-1`), else of the marked words; letters, digits and hyphens."""
    lang: str = ""
    """BCP 47 tag of the marked words."""

    def __post_init__(self) -> None:
        """Refuse a kind that does not exist."""
        if self.kind not in MARKED and self.kind not in SIGNS:
            raise ValueError(f'no annotation is called "{self.kind}"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words that a set text adds for readers, in the language of the site."""

    paragraph: str = "Link to paragraph {number}"
    """Accessible name of a paragraph's permalink."""
    heading: str = "Link to heading {number}"
    """Accessible name of a heading's permalink."""
    lacuna: str = "Words are missing here."
    """Stands where the text has a gap."""
    joined: str = "Joined: the seed breaks off here and goes on later."
    """Accessible name of the sign where two parts were joined."""
    omission: str = "Words of the seed are left out here."
    """Accessible name of the sign where words were left out."""
    language: str = ""
    """BCP 47 tag of these words; needed only where it differs from the language of the text."""
    note: str = "Editor's note"
    """Accessible name of a note's sign that has none of its own."""

    @property
    def attribute(self) -> str:
        """The attribute that says in which language the words are, with a space before it."""
        return f' lang="{escape(self.language)}"' if self.language else ""


ENGLISH = Wording()
"""The wording used when no other is given."""
