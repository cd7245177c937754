"""Family C: what a command that works on one document, or on the folder, cannot do for a person."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        code="C-001",
        severity="error",
        title="A difference that no one note can explain",
        message='"{gone}" became "{added}" over several paragraphs, and a note belongs to one.',
        hint="Restore the seed's words there and change them again paragraph by paragraph, each with its note.",
    ),
    Rule(
        code="C-002",
        severity="error",
        title="Front matter that was not written to",
        message="the front matter is written in a way in which no safe place for {what} was found.",
        hint="Nothing was changed. Write it by hand: {lines}",
    ),
    Rule(
        code="C-003",
        severity="info",
        title="A file that is a seed already",
        message="the file is seeds/{other}, byte for byte.",
        hint="It was not taken in again, and nothing has to be done. If it is another document with the very same text, put it into seeds/ yourself, under another name.",
    ),
    Rule(
        code="C-004",
        severity="error",
        title="A seed of that name is there",
        message="there is another file called {name} in seeds/, and a seed is never replaced.",
        hint="Take it in under another name with --as NAME; if it is a better copy, replace the file yourself and build.",
    ),
    Rule(
        code="C-005",
        severity="error",
        title="A file that cannot be taken in",
        message="the file was not taken in: {what}.",
        hint="seeds/ is as it was. {remedy}",
    ),
    Rule(
        code="C-006",
        severity="info",
        title="A file that was left",
        message="this was not removed: {what}.",
        hint="Remove it yourself if nobody needs it.",
    ),
)
