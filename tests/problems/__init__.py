"""Every problem code with an example that raises it and a near miss that does not; docs/problems.md prints them.

A pair changes one place of a small archive that has no mistake: see `base.py`. The lists are in order of the codes.
"""

from tests.problems import authorities, commands, editions, front_matter, originals, pages, seeds, wording, writing
from tests.problems.form import Pair

ALL: tuple[Pair, ...] = (
    *seeds.PAIRS,
    *originals.PAIRS,
    *front_matter.PAIRS,
    *editions.PAIRS,
    *authorities.PAIRS,
    *pages.PAIRS,
    *writing.PAIRS,
    *wording.PAIRS,
    *commands.PAIRS,
)
