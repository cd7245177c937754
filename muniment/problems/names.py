"""Family A, further: what is wrong with the names of persons, organisations and places."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        code="A-070",
        severity="error",
        title="form that cannot be found",
        message='"{form}" can never be found in a text.',
        hint="A name begins with a letter or digit, exactly as printed; leave quotation marks around it out.",
    ),
    Rule(
        code="A-071",
        severity="error",
        title="filed under what is not its name",
        message='sort_by "{given}" is no part of the name "{name}".',
        hint="Write the part of the name it is filed under, most often the family name, as the name has it.",
    ),
    Rule(
        code="A-072",
        severity="error",
        title="description without evidence",
        message='the description "{text}" does not show what its basis "{basis}" asks for.',
        hint='"attested" and "inferred" need document and quote and no source; "supplied" needs source alone.',
    ),
    Rule(
        code="A-073",
        severity="error",
        title="form of two entries",
        message='"{form}" is a form of {bearer} already.',
        hint="Leave it to one of them; where documents mean different things by it, give each a [[….local]] form.",
    ),
    Rule(
        code="A-074",
        severity="error",
        title="name of a state",
        message='"{form}" is a name of {bearer}, and counts for the state.',
        hint="Leave it out; where one document means something else by it, make it a [[….local]] form of that document.",
    ),
    Rule(
        code="A-075",
        severity="warning",
        title="form that never occurs",
        message='no document prints "{form}", which is listed as {bearer}.',
        hint="Write it exactly as printed, capitals and hyphens included, or remove it. A form inside a longer name does not count.",
    ),
    Rule(
        code="A-076",
        severity="warning",
        title="authority that no document names",
        message='no document names the {kind} "{id}"; it is left out.',
        hint="Add a form that documents print, or remove the entry.",
    ),
    Rule(
        code="A-077",
        severity="error",
        title="description that its quotation does not print",
        message='the description "{text}" does not stand in the quotation "{quote}".',
        hint='Describe in the words printed, or set basis = "inferred".',
    ),
    Rule(
        code="A-078",
        severity="error",
        title="quotation does not name the authority",
        message='the quotation does not name the {kind} "{id}": "{quote}".',
        hint='Quote the words that name it, add the form they print to its variants, or set basis = "inferred".',
    ),
    Rule(
        code="A-079",
        severity="info",
        title="name that may be a common word",
        message='"{form}" begins a sentence in {document} at {anchor} and is a word of the documents too; it is not counted.',
        hint="If it names {bearer} there, say so with a [[….local]] form.",
    ),
)
