"""Family A, on from A-050: what is wrong with an archive's own names of states."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        code="A-050",
        severity="error",
        title="unknown state",
        message='no state has the id "{id}".',
        hint="{near} A state without an ISO code gets an id of its own that begins with x-, and a name.",
    ),
    Rule(
        code="A-051",
        severity="error",
        title="state twice",
        message="{id} has a table already, at line {first}.",
        hint="Join the two tables.",
    ),
    Rule(
        code="A-052",
        severity="error",
        title="name that cannot be found",
        message='"{form}" can never be found in a text.',
        hint="A name begins with a capital letter and holds words, spaces, hyphens, apostrophes and commas.",
    ),
    Rule(
        code="A-053",
        severity="error",
        title="name of another state",
        message='"{form}" is a name of {bearer}.',
        hint='Leave it out here, or take it from the other with remove = ["{form}"]; no name can mean two states.',
    ),
    Rule(
        code="A-054",
        severity="error",
        title="no such name to remove",
        message='{id} has no name "{form}" that could be removed.',
        hint="{near} What only looks like its name, or is made from one by rule, is set aside with [[not_a_state]].",
    ),
    Rule(
        code="A-055",
        severity="error",
        title="neither name nor state set aside",
        message="[[not_a_state]] sets aside one name or all names of one state.",
        hint='Write either name = "…" or id = "…".',
    ),
)
