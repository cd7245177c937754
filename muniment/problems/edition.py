"""Family E: what is wrong between an edition and its seed."""

from muniment.problems.rule import Rule

NOTE = 'python build.py note {id} --seed-line {number} --reason "…"'
"""The command that accounts for a difference."""

RULES: tuple[Rule, ...] = (
    Rule(
        code="E-001",
        severity="error",
        title="The seed has changed since the edition was drafted",
        message="seeds/{seed} is not the file this edition was drafted from.",
        hint="Your file is left as it is; a build puts a fresh draft beside it, {beside}. See both texts: python build.py "
        "diff {id}. Then keep yours, or take the fresh draft: python build.py settle {id} --take mine, or --take draft. Or "
        "put the seed back as it was.",
    ),
    Rule(
        code="E-002",
        severity="error",
        title="The transcript has changed since the edition was drafted",
        message="what is read out of seeds/{seed} is no longer what this edition was drafted from.",
        hint="Settle what is reported below, then set transcript_sha256 to {found}.",
    ),
    Rule(
        code="E-003",
        severity="error",
        title="An intervention whose words are not in the seed",
        message='the intervention {rule} says that the seed reads "{before}" on {lines}; it does not.',
        hint="Write the seed's words exactly as they stand there, and the lines on which they stand.",
    ),
    Rule(
        code="E-004",
        severity="error",
        title="Evidence that is not in the seed",
        message='the evidence for {field}, "{quote}", is not on line {number} of the seed, which reads "{reads}".',
        hint="Quote the words exactly and give the line they stand on; the seed view numbers the lines.",
    ),
    Rule(
        code="E-005",
        severity="error",
        title="A note at an anchor that the document does not have",
        message='the note is at "{anchor}", and this document has no such anchor.',
        hint="Its anchors of this kind are: {known}.",
    ),
    Rule(
        code="E-006",
        severity="error",
        title="A note that quotes words which are not in its paragraph",
        message='the {kind} note quotes "{quote}", and {anchor} does not read so.',
        hint="Quote the edition's words exactly, or give the anchor of the paragraph in which they stand.",
    ),
    Rule(
        code="E-007",
        severity="error",
        title="Words changed without a note",
        message='the edition differs from its seed, and no note says why. Seed line {number} reads "{printed}"; '
        'the edition reads "{reads}".',
        offending="added",
        hint="Restore the seed's words and mark them sic, or say why they were changed: " + NOTE,
    ),
    Rule(
        code="E-008",
        severity="error",
        title="Words left out without a note",
        message='the edition leaves out "{gone}", and no note says why. Seed line {number} reads "{printed}"; '
        'the edition reads "{reads}".',
        offending="reads",
        hint="Restore the seed's words and mark them sic, or say why they were left out: " + NOTE,
    ),
    Rule(
        code="E-009",
        severity="error",
        title="Words added without a note",
        message='the edition adds "{added}", and no note says why. Seed line {number} reads "{printed}"; '
        'the edition reads "{reads}".',
        offending="added",
        hint="Take them out, or say why they were added: " + NOTE,
    ),
    Rule(
        code="E-010",
        severity="error",
        title="A note that quotes words which are not in the seed",
        message='the {kind} note quotes "{quote}", and the seed does not read so anywhere.',
        hint="An emendation or omission quotes the seed's words as they stood, exactly.",
    ),
    Rule(
        code="E-011",
        severity="warning",
        title="A note of a change that was not made",
        message='the {kind} note at {anchor} quotes "{quote}", but nothing was changed there.',
        hint="Take the note out, or make it a comment; readers would look for a change in vain.",
    ),
    Rule(
        code="E-012",
        severity="error",
        title="Many more differences",
        message="from here on the edition differs from its seed in {count} more places, and no note says why.",
        hint="If this is another text, check the line seed: of the front matter; else restore it and edit in steps.",
    ),
    Rule(
        code="E-050",
        severity="error",
        title="A published anchor has lost its paragraph",
        message='anchor {anchor} ("{opening}") has no paragraph any more.',
        hint='Add to this file, under [aliases]: {anchor} = "{target}", or whichever anchor readers shall be led to.',
    ),
    Rule(
        code="E-051",
        severity="error",
        title="An alias leads nowhere",
        message='the alias {former} = "{target}" does not lead to an anchor of this document.',
        hint="Name an anchor that stands in the document now; aliases may follow each other, but not in a circle.",
    ),
    Rule(
        code="E-052",
        severity="error",
        title="A registry of anchors cannot be read",
        message="the registry of anchors is not TOML: {fault}.",
        hint="Mend the line, or take the file back from version control; it holds addresses that others have cited.",
    ),
    Rule(
        code="E-053",
        severity="error",
        title="Something in a registry of anchors is not understood",
        message='"{key}" in the registry of anchors: {fault}.',
        hint="Only [aliases] is for people; take everything else back from version control.",
    ),
    Rule(
        code="E-081",
        severity="error",
        title="Two editions of one seed",
        message="seed {seed} already has an edition: {other}.",
        hint="Keep one of the two files; a copy kept for comparison belongs outside site_src/documents/.",
    ),
    Rule(
        code="E-082",
        severity="error",
        title="Two editions with one id",
        message='id "{id}" is already the id of {other}.',
        hint="Give one of them another id; an id is an address, and an address has one page.",
    ),
    Rule(
        code="E-083",
        severity="error",
        title="The seed of an edition is missing",
        message="there is no seeds/{seed}, so the edition cannot be checked against its witness.",
        hint="Put the seed back under that name, or write its new name in the line seed: of this file.",
    ),
    Rule(
        code="E-084",
        severity="error",
        title="Nesting too deep",
        message="lists or quotations are nested deeper here than a page can show.",
        hint="Take some of the levels out; no word may be lost in a reader's browser.",
    ),
    Rule(
        code="E-085",
        severity="error",
        title="The apparatus does not give the seed back",
        message="undoing the listed differences does not give seeds/{seed} back byte for byte.",
        hint="This is a fault of the program, not of the text: please report it with the edition and its seed.",
    ),
    Rule(
        code="E-086",
        severity="error",
        title="A page that does not read as its edition",
        message='the edition reads "{expected}", and {page} reads "{read}".',
        hint="This is a fault of a template or of the program, not of the text; nothing is published with other words.",
    ),
    Rule(
        code="E-087",
        severity="error",
        title="Words of a seed that are nowhere on its page",
        message='"{words}" stands nowhere on {page}: not in the text, not apart from it, not among the differences.',
        hint="This is a fault of a template or of the program, not of the text; nothing is published with words lost.",
    ),
    Rule(
        code="E-088",
        severity="error",
        title="A page without its text",
        message="{page} has no element that holds the edition's text.",
        hint='A template of a document has one <div class="edition"> that holds the text and its notes.',
    ),
    Rule(
        code="E-089",
        severity="error",
        title="A file among the editions that is not read",
        message="this file is not read: editions lie directly in site_src/documents/, and their names end in .md.",
        hint="Move it there and give it such a name, or keep it outside site_src/.",
    ),
    Rule(
        code="E-090",
        severity="warning",
        title="A seed that was not drafted",
        message="no edition names this seed, and none was drafted, because {other} cannot be read and may be its edition.",
        hint="Mend that file first; then the seed is drafted unless it has its edition.",
    ),
    Rule(
        code="E-091",
        severity="error",
        title="The seed of an edition has another name now",
        message="there is no seeds/{seed}, and seeds/{name} is the same file, byte for byte.",
        hint="Write seed: {name} into this file, or give the seed its former name back.",
    ),
    Rule(
        code="E-092",
        severity="warning",
        title="A published document without an edition",
        message='"{id}" was published, and no edition has this id or names it among its aliases.',
        hint="Write aliases: [{id}] into the edition that readers shall be led to; or delete this file, and its address with it.",
    ),
)
