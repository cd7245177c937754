"""Front matter and a seed that has changed → where the words that it quotes stand now, by the paths of its values.

Words that stand nowhere any more keep the line they had: the check names them.
"""

from muniment import collate
from muniment.edition import Path
from muniment.model import FrontMatter, Transcript


def relocated(front: FrontMatter, transcript: Transcript) -> dict[Path, str]:
    """Give a new line, or lines, for each piece of evidence and each intervention whose words have moved."""
    moved: dict[Path, str] = {}
    for name, evidences in front.evidence:
        for number, evidence in enumerate(evidences):
            line = 0 if evidence.basis == "supplied" else _line_of(evidence.quote, evidence.line, transcript)
            if line and line != evidence.line:
                moved["evidence", name, number, "line"] = str(line)
    for number, (first, last) in collate.standing_lines(front.interventions, transcript).items():
        if (first, last) != front.interventions[number].lines:
            moved["interventions", number, "lines"] = str(first) if first == last else f"{first}-{last}"
    return moved


def _line_of(quote: str, known: int, transcript: Transcript) -> int:
    """Find the line nearest to the known one on which words stand; 0 if there is none."""
    sought = " ".join(quote.split())
    lines = [number for number, line in enumerate(transcript.lines, 1) if sought in " ".join(line.split())]
    return min(lines, key=lambda number: (abs(number - known), number), default=0)
