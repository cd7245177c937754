"""The dates that documents give of one event → the statuses for which they give different ones; decides nothing."""

from itertools import combinations

from muniment.archive import STRENGTH
from muniment.model import StageDate
from muniment.views.moments import span


def differing(dates: tuple[StageDate, ...]) -> tuple[str, ...]:
    """List the statuses for which the documents give different dates."""
    return tuple(
        status for status in STRENGTH if _differ(tuple(dict.fromkeys(d.edtf for d in dates if d.status == status)))
    )


def _differ(dates: tuple[str, ...]) -> bool:
    """Say whether dates differ; a day, or days, within a longer stretch of known days only says it more closely."""
    for one, other in combinations(dates, 2):
        first, second = span(one), span(other)
        is_nested = first and second and (first.holds(second) or second.holds(first))
        if not (is_nested and first and second and first.is_sharp and second.is_sharp):
            return True
    return False
