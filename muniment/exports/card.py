"""Turns an archive into the picture that previews of its links show: title, description, stages and counts as a PNG.

It refuses to use a typeface of the machine: its own comes in a package, so that the bytes are the same anywhere.
"""

import hashlib
from collections.abc import Iterator
from html import escape
from importlib import resources

from muniment.exports.export import Whole
from muniment.model import Asset
from muniment.views import gather
from muniment.views.card import HEIGHT, LABEL, MARGIN, PATH, SMALL, WIDTH, Card, card, lines
from muniment.views.process import GAP, ProcessLine

FAMILY = "Source Serif Pro"
PAPER, INK, SOFT, EDGE = "#fbf8f1", "#1f1b16", "#554c41", "#857a69"
"""The colours of the site by day."""
FOOT = HEIGHT - 72
"""Base line of the counts."""
LINE = HEIGHT - 168
"""Where the process line is drawn."""


def join(whole: Whole) -> tuple[Asset, ...]:
    """Paint the card, if there is one."""
    shown = drawing(whole)
    if not shown:
        return ()
    from resvg_py import svg_to_bytes  # only here: most builds paint nothing

    typeface = resources.files("font_source_serif_pro").joinpath("files/SourceSerifPro-Regular.ttf")
    painted = svg_to_bytes(svg_string=shown, skip_system_fonts=True, font_files=[str(typeface)])
    return (Asset(path=PATH, content=bytes(painted)),)


def key(whole: Whole) -> str:
    """Tell what the card is painted from; empty where there is none."""
    shown = drawing(whole)
    return hashlib.sha256(shown.encode()).hexdigest() if shown else ""


def drawing(whole: Whole) -> str:
    """Draw the card of an archive as SVG; empty where there is none."""
    shown = card(gather(whole.archive, whole.indexes))
    return drawn(shown) if shown else ""


def drawn(shown: Card) -> str:
    """Draw the card as SVG."""
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{FAMILY}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
            *_words(shown),
            *(_process(shown.process) if shown.process else ()),
            f'<path d="M{MARGIN} {FOOT - 46}H{WIDTH - MARGIN}" stroke="{EDGE}" stroke-opacity=".5"/>',
            _text((MARGIN, FOOT), shown.counts, LABEL, SOFT),
            "</svg>",
        )
    )


def _words(shown: Card) -> Iterator[str]:
    """Set the title from the top, and under it as much of the description as leaves the line its place."""
    y = MARGIN - 24
    for line in shown.title:
        y += round(shown.size * 1.12)
        yield _text((MARGIN, y), line, shown.size, INK)
    y += 20
    leading = round(SMALL * 1.4)
    room = ((LINE if shown.process else FOOT) - 72 - y) // leading
    for line in lines(shown.description, SMALL, max(room, 0)):
        y += leading
        yield _text((MARGIN, y), line, SMALL, SOFT)


def _process(line: ProcessLine) -> Iterator[str]:
    """Draw the stages to time: filled where a meeting is reported, open where it is only planned."""
    begins, ends = _x(line.begins), _x(line.ends)
    yield f'<path d="M{begins} {LINE}H{ends}" stroke="{EDGE}" stroke-width="2"/>'
    for beyond in ((MARGIN, begins - 16), (ends + 16, WIDTH - MARGIN)):
        if beyond[0] < beyond[1]:
            yield f'<path d="M{beyond[0]} {LINE}H{beyond[1]}" stroke="{EDGE}" stroke-width="2" stroke-dasharray="2 7"/>'
    for tick in line.ticks:
        yield f'<path d="M{_x(tick.at)} {LINE + 15}v16" stroke="{SOFT}" stroke-width="2"/>'
    for stop in line.stops:
        fill = INK if stop.status == "held" else PAPER
        dashes = "" if stop.status == "held" else ' stroke-dasharray="6 4"'
        yield f'<circle cx="{_x(stop.at)}" cy="{LINE}" r="10" fill="{fill}" stroke="{INK}" stroke-width="3"{dashes}/>'
        (name,) = lines(stop.name, LABEL, 1, GAP * (WIDTH - 2 * MARGIN) // 100 - 8) or ("",)
        yield _text((_x(stop.at), LINE - 24), name, LABEL, INK, anchor="middle")


def _x(percent: float) -> int:
    """Give the pixel across for a percentage of the line."""
    return round(MARGIN + percent * (WIDTH - 2 * MARGIN) / 100)


def _text(at: tuple[int, int], words: str, size: int, colour: str, *, anchor: str = "start") -> str:
    x, y = at
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'
