"""Reads the address a text was taken from and the day it was retrieved, where lines of the site print them.

Refuses addresses inside the text.
"""

from collections.abc import Iterator
from dataclasses import replace

from muniment import dates
from muniment.normalise.metadata import labels
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.working import Reading


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every address printed as the source."""
    return tuple(_candidates(seen))


def retrieved(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every day of retrieval."""
    found: list[Reading] = []
    for line in seen.view.outer_lines:
        for label in labels.of_line(line.text):
            wordings = dates.find(label.value) if label.field == "retrieved" else ()
            if wordings and not wordings[0].alternatives and "X" not in wordings[0].edtf:
                made = reading(
                    "retrieved", wordings[0].edtf, (line, label.segment), (0.95, "printed behind a label of retrieval")
                )
                found.append(replace(made, printed=wordings[0].text))
    return tuple(found)


def _candidates(seen: Seen) -> Iterator[Reading]:
    for line in seen.view.outer_lines:
        address = labels.address(line.text) if len(line.text) < 500 else ""
        if not address.startswith("http"):
            continue
        label = next((one for one in labels.of_line(line.text) if one.field in {"source", "custody"}), None)
        if label:
            yield reading("source_url", address, (line, address), (0.96, "printed behind a label of the source"))
        elif line.text.strip(" <>[]()") == address and line in seen.view.lines[:3]:
            yield reading("source_url", address, (line, address), (0.86, "the address over the text"))
        elif line.text.strip(" <>[]()") == address and line is seen.view.lines[-1]:
            yield reading("source_url", address, (line, address), (0.6, "the address under the text"))
