"""Family T: what is wrong with what an archive chooses for its pages: the words of the interface, the indexes."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        code="T-150",
        severity="error",
        title="catalogue that cannot be read",
        message="this is no line of a catalogue: {reason}.",
        hint="docs/words.md shows the form. A program for translations, such as Poedit, always writes it.",
    ),
    Rule(
        code="T-151",
        severity="warning",
        title="words that the interface does not have",
        message='the interface has no words called "{key}", and the entry is passed over.',
        hint="{near}",
    ),
    Rule(
        code="T-152",
        severity="warning",
        title="words that are not translated",
        message="{number} of the interface's words are not translated and stand in English: {names}.",
        hint="Bring the file up to date with: python build.py words {language}. Then fill what is empty or marked fuzzy.",
    ),
    Rule(
        code="T-153",
        severity="error",
        title="blank that nothing fills",
        message='the words for "{key}" have {given}; in English they have {known}.',
        hint="Copy the blanks, braces and all, as they stand in the English words; do not translate what is in them.",
    ),
    Rule(
        code="T-154",
        severity="warning",
        title="translation of other words",
        message='"{key}" was translated when the English words were "{before}"; now they are "{now}".',
        hint="Bring the file up to date with: python build.py words {language}. Then look whether the words still fit.",
    ),
    Rule(
        code="T-155",
        severity="warning",
        title="language that the interface does not have",
        message='there are no words of the interface in "{language}"; the pages speak {spoken}.',
        hint="Known: {known}. To add the language: python build.py words {language}, which begins {file}.",
    ),
    Rule(
        code="T-156",
        severity="warning",
        title="catalogue that nothing reads",
        message="nothing reads this file: the language of this archive is {language}.",
        hint='A catalogue is called by its language, like fr.po, and is read when archive.toml has language = "fr".',
    ),
    Rule(
        code="T-157",
        severity="error",
        title="plurals that do not fit",
        message="{what}.",
        hint="Plural-Forms in the header of the file says how many forms a counted word has: {known}.",
    ),
    Rule(
        code="T-158",
        severity="error",
        title="words that are read by the program",
        message='the words for "{key}" are read by the program, which cannot read "{given}".',
        hint="{form}",
    ),
    Rule(
        code="T-159",
        severity="error",
        title="words that are given twice",
        message='"{key}" is translated twice; line {first} has it too.',
        hint="Keep one of the two entries.",
    ),
    Rule(
        code="T-160",
        severity="error",
        title="claims without an index of states",
        message='the archive says something of states, and its indexes leave "states" out.',
        hint='Add "states" to indexes in site_src/archive.toml, or take the claims out.',
    ),
    Rule(
        code="T-161",
        severity="warning",
        title="introduction of a page that is not built",
        message="this page would introduce {page}, which this archive does not have.",
        hint="{why} Give the page another name to make it a page of its own.",
    ),
)
