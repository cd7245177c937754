"""The counts that documents give → the rows of their table; adds nothing up and corrects nothing."""

from muniment.frozen import dataclass
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.moments import Moment, moment
from muniment.views.quotations import Quotation, quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One count with its words."""

    figure: str
    counted: str
    verb: str
    as_of: Moment | None
    quotation: Quotation
    text: str


def counts(aid: FindingAid, links: Links) -> tuple[Count, ...]:
    """Word every count, in the archive's order."""
    return tuple(
        Count(
            figure=figure.figure,
            counted=figure.counted,
            verb=figure.verb,
            as_of=moment(figure.as_of, aid.words),
            quotation=quotation(aid, links, figure.passage),
            text=figure.text,
        )
        for figure in aid.archive.figures
    )
