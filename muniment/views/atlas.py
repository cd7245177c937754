"""The bytes of the map file → the shapes and points of states, ready to be drawn; knows nothing of any archive.

It refuses to compute: outlines were projected once, when the file was made, and are passed on as they are.
"""

import json
from collections.abc import Mapping

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where a state stands that is too small to be drawn."""

    x: int
    y: int
    room: int
    """Units around it that nothing else needs, so that a link may spread there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """The world's states in units of the picture."""

    width: int
    height: int
    close: tuple[int, int, int, int]
    """Left, top, width and height of the part where states are smallest."""
    shapes: Mapping[str, str]
    """SVG path data by id of the gazetteer."""
    points: Mapping[str, Point]
    """States without a shape, by id of the gazetteer."""
    rest: str
    """SVG path data of the land that is no state's in the gazetteer."""

    def is_close(self, state: str) -> bool:
        """Say whether a state stands, by its point or by where its outline begins, in the part of small states."""
        left, top, width, height = self.close
        if state in self.points:
            x, y = self.points[state].x, self.points[state].y
        else:
            x, y = _beginning(self.shapes[state])
        return left <= x <= left + width and top <= y <= top + height


def read(content: bytes) -> Atlas:
    """Read the map file."""
    written = json.loads(content)
    left, top, width, height = written["close"]
    return Atlas(
        width=written["width"],
        height=written["height"],
        close=(left, top, width, height),
        shapes=written["shapes"],
        points={name: Point(x=x, y=y, room=room) for name, (x, y, room) in written["points"].items()},
        rest=written["rest"],
    )


def _beginning(path: str) -> tuple[int, int]:
    """Give the corner at which a path begins."""
    pairs = path[1 : path.index("z")].replace("-", " -").split()
    return int(pairs[0]), int(pairs[1])
