"""The words of the map and of the social card in English; knows nothing of where they stand.

`{…}` are blanks that the caller fills; `.one` and `.other` tell one from many.
"""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    # Map
    "map.title": "Map of the states named in the documents",
    "map.desc": "Each state is a link, in the order of the alphabet. The table below the map says the same in words.",
    "map.skip": "Skip the map",
    "map.state": "{state}: {roles}",
    "map.state.plain": "{state}: named, without a role",
    "map.and": "; ",
    "map.lead": "{lead}",
    "map.more": "{lead}, with other roles besides",
    "map.more.single": "{lead}; {other}",
    "map.others": "Other roles only",
    "map.others.single": "{other} only",
    "map.named": "Named, without a role",
    "map.named.only": "Named in a document",
    "map.point": "A dot: a state too small to be drawn.",
    "map.unplaced": "Not on the map:",
    "map.disclaimer": (
        "The boundaries are Natural Earth’s, simplified; they and the names imply no opinion on the status of any"
        " territory or on where its borders run."
    ),
    # Timeline
    "drawing.several": "{kind} ({n})",
    # Social card
    "card.alt": "{title}: {counts}",
    "card.and": " · ",
}
