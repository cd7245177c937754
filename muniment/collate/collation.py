"""A transcript, its edition and the parsed text → the collation: apparatus, places, lifted lines, problems.

Knows nothing of how each part is found; it is the order of the steps.
"""

from muniment.collate import findings, quotations, standing
from muniment.collate.claims import locate
from muniment.collate.compare import compare
from muniment.collate.ledger import ledger
from muniment.collate.operations import operations
from muniment.collate.words import of_edition, of_seed
from muniment.edition import is_untouched
from muniment.formats.plain import split_lines
from muniment.model import Apparatus, Collation, Edition, Problem, Text, Transcript


def collate(transcript: Transcript, edition: Edition, text: Text) -> Collation:
    """Hold an edition against its seed; `text` is the edition's body, parsed and with its anchors."""
    interventions, notes = edition.front.interventions, edition.front.notes
    seed, words = of_seed(transcript), of_edition(edition, text)
    claims, missing = locate(interventions, seed)
    comparison = compare(seed, claims, words)
    used = findings.accounting(notes, comparison.differences, seed, words)
    book = ledger(seed, words, comparison, interventions, used)
    meta_lines, meta_places = standing.lifted(seed, interventions, comparison.claims)
    open_differences = [
        difference for difference, note in zip(comparison.differences, used, strict=True) if note is None
    ]
    problems: list[Problem] = []
    hashes = transcript.sha256, transcript.transcript_sha256
    if edition.front.seed_sha256 != transcript.sha256 or edition.front.transcript_sha256:
        problems += [] if is_untouched(edition) else findings.stale(edition, hashes)
    problems += findings.not_found(edition, missing)
    problems += findings.unaccounted(edition.path, open_differences, seed, words)
    problems += quotations.check(edition, text, seed, meta_lines, used)
    return Collation(
        apparatus=Apparatus(
            seed=transcript.name,
            seed_sha256=transcript.sha256,
            encoding=transcript.encoding,
            operations=operations(seed, words, split_lines(edition.body), comparison, book),
        ),
        text=text,
        meta_lines=meta_lines,
        places=(*meta_places, *standing.places(seed, words, comparison)),
        problems=tuple(problems),
    )
