"""The lines of pages as `new` begins them that only an editor can fill in; finds those that still stand.

A line counts while it is letter for letter what was begun with: whoever has touched it has been there.
"""

from muniment import problems
from muniment.model import PageText, Problem

BLANKS = frozenset(
    (
        "Say here what the documents are, who collected them, and why.",
        "Say where each text came from, and who may be asked about it.",
        "Say here what you mend and what you leave, whose spelling you follow, and how you mark what cannot be read.",
        "Skriv her hva dokumentene er, hvem som samlet dem, og hvorfor.",
        "Skriv hvor hver tekst kommer fra, og hvem en kan spørre om den.",
        "Skriv her hva dere retter og hva dere lar stå, hvilken rettskriving dere følger, og hvordan dere merker det "
        "som ikke kan leses.",
    )
)
"""Of every form in `muniment/data/begin/`, in each of its languages."""


def unwritten(page: PageText) -> tuple[Problem, ...]:
    """Report the first line of a page that nobody has written yet."""
    found = ((number, line.strip()) for number, line in enumerate(page.body.split("\n"), page.body_line))
    return tuple(
        problems.report("P-004", page.path, number, words=words) for number, words in found if words in BLANKS
    )[:1]
