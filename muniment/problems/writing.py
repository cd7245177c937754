"""Family W: what is wrong with writing and publishing."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        code="W-001",
        severity="error",
        title="The output folder cannot be used",
        message="the output folder {what}.",
        hint="Name another folder with --out.",
    ),
    Rule(
        code="W-002",
        severity="error",
        title="The output folder and the sources overlap",
        message="the output folder is, holds or lies in {source}/, which holds sources.",
        hint="Name another folder with --out; publishing replaces the whole folder.",
    ),
    Rule(
        code="W-003",
        severity="error",
        title="The output folder is not ours",
        message="the output folder holds files, but no manifest of this program.",
        hint="Name another folder with --out, or empty this one yourself.",
    ),
    Rule(
        code="W-004",
        severity="error",
        title="Files of somebody else in the output folder",
        message="the output folder holds files that no build made: {names}{more}.",
        hint="Move them: what shall be published with the site belongs in static/.",
    ),
    Rule(
        code="W-005",
        severity="error",
        title="The site cannot be written",
        message="writing failed: {reason}.",
        hint="The site published before is as it was. Mend the cause and build again.",
    ),
    Rule(
        code="W-006",
        severity="error",
        title="A source file cannot be written",
        message="writing into site_src/ failed: {reason}.",
        hint="No file was changed in part. Mend the cause and build again.",
    ),
    Rule(
        code="W-007",
        severity="error",
        title="The preview could not build",
        message="building the preview failed: {what}.",
        hint="The last good site is shown. Mend the file that was saved last.",
    ),
)
