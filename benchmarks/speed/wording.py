"""Turns a number into sentences of an invented correspondence; every sentence differs, and only named states are named.

It refuses to know what a document is. No sentence is anyone's: the forms, the names and the matter are made up here.
The words vary, so that a generator that remembers what it made of a paragraph gains nothing by it.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")

STATES = (
    "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bangladesh Belgium Bolivia "
    "Botswana Brazil Bulgaria Cambodia Canada Chile Colombia Croatia Cyprus Denmark Ecuador Egypt Estonia Ethiopia "
    "Finland France Germany Ghana Greece Guatemala Honduras Hungary Iceland Indonesia Ireland Italy Jamaica Japan "
    "Kenya Latvia Lithuania Malaysia Mongolia Morocco Mozambique Nepal"
).split()
"""States as the documents name them, by name; each has one name only."""

TOPICS = (
    "the lighting of harbour approaches",
    "the marking of wrecks",
    "pilotage in narrow waters",
    "the keeping of tide tables",
    "signals in fog",
    "the dues on lights",
    "the training of keepers",
    "the exchange of charts",
    "the repair of moles and piers",
    "cooperation and assistance",
    "the reporting of losses",
    "the clearing of channels",
    "the duties of flag authorities",
    "the next steps of the process",
)
_FIRST = "Ald Bren Cor Dal Esk Far Gar Hol Ing Kall Lund Mar Nor Orm Pel Quar Ros Sand Tor Ulv Ved Wes Yar Zell".split()
_MIDDLE = ("a", "e", "er", "i", "o", "an", "el", "und")
_LAST = "by dal feld gard holm kov ley mark ness quist rup sen stad ton vik wick".split()
_COAST = "Cape Port Point Sound Bay Skerry Haven Reef Channel Roads".split()
_OFFICES = ("Ambassador", "Captain", "Commissioner", "Director", "Dr", "Inspector", "Professor", "Secretary")
_BODIES = (
    "the Harbour Lights Commission",
    "the Standing Committee on Pilotage",
    "the group of technical experts",
    "the Hydrographic Bureau",
    "the coalition of seafarers' societies",
    "the working group on dues",
    "the secretariat",
    "the board of lighthouse engineers",
)
_THINGS = (
    "lanterns,lamps,buoys,beacons,moorings,soundings,charts,logs of the keepers,fog bells,tide gauges,pier heads,wrecks,"
    "leading marks,lightships,relief boats,reflectors"
).split(",")
_DONE = (
    "inspected renewed painted surveyed relit withdrawn catalogued replaced recorded repaired certified moved raised "
    "measured tested abandoned"
).split()
_ADJECTIVES = (
    "careful considerable common durable early firm further gradual immediate lasting modest necessary practical "
    "regional steady technical timely voluntary wider workable"
).split()
_MATTERS = (
    "assistance coordination financing maintenance oversight planning preparation progress reporting research "
    "restraint supervision training verification"
).split()
_FORMS = (
    "{Body} reported that {number} {things} had been {done} near {coast} and that {number} more were waiting for "
    "{adjective} {matter}.",
    "{office} {surname} told the meeting that {adjective} {matter} would cost about {number} crowns a year, of which "
    "{share} per cent had been promised.",
    "According to {body}, {things} off {coast} were {done} {number} times between spring and autumn, and the work of "
    "{surname} and {surname} was praised.",
    "It was agreed that {adjective} {matter} must come before {adjective} {matter}, as the loss of {number} vessels at "
    "{coast} had shown.",
    "The keepers at {coast} asked for {number} {things}; {office} {surname} answered that {body} could send {share}.",
    "“We have waited long enough for {adjective} {matter},” said {office} {surname}, “and {coast} has waited longer.”",
    "Where {things} are {done} without {adjective} {matter}, the pilots of {coast} lose about {number} hours in a "
    "season.",
    "{Body} noted the letter of {surname}, in which {number} {things} are described, and thanked its author for "
    "{adjective} {matter}.",
    "Paragraph {share} of the draft speaks of {matter}; {office} {surname} proposed to say “{adjective} {matter}” "
    "instead.",
    "Most of the {number} seafarers who were asked at {coast} wished for {adjective} {matter} rather than for new "
    "{things}.",
    "The account of {office} {surname}, which {body} had {done} twice, puts the cost of {things} at {number} crowns.",
    "No agreement was reached on {matter}, although {body} had offered {number} {things} and {adjective} {matter}.",
    "After the storm at {coast} some {number} {things} were {done}, {share} of them by volunteers under {surname}.",
    "{Body} will meet again before the winter to consider {adjective} {matter}, the state of {things} and the report "
    "on {coast}.",
    "The survey by {surname}, {surname} and {office} {surname} covers {number} miles of coast between {coast} and "
    "{coast}.",
    "Such {matter} is not a favour but a duty, and {body} has {adjective} reasons to say so {share} years after "
    "{coast}.",
)
_NAMING = (
    "The delegation of {state} asked for {adjective} {matter} at {coast}.",
    "{state} announced that {number} {things} would be {done} within {share} months.",
    "Speaking for {state}, {office} {surname} welcomed the {adjective} {matter} of the last {share} years.",
    "{state} has since {done} {number} of its {things} and has invited {body} to see them.",
)
_SMALL = ("After ", "It ", "No ", "Such ", "The ", "Where ")
"""Beginnings that are written small behind an aside."""
_ASIDES = ("In short,", "As before,", "By contrast,", "At the same time,", "In the view of many,", "On the whole,")


def chosen(source: random.Random, choices: Sequence[Choice]) -> Choice:
    """Choose one; needs of the source only what every version of Python gives alike."""
    return choices[int(source.random() * len(choices))]


def sample(source: random.Random, choices: Sequence[Choice], number: int) -> tuple[Choice, ...]:
    """Choose several that differ, in the order of the choices."""
    left = list(range(len(choices)))
    taken = [left.pop(int(source.random() * len(left))) for _ in range(min(number, len(left)))]
    return tuple(choices[at] for at in sorted(taken))


def surname(source: random.Random) -> str:
    """Make a name up."""
    return chosen(source, _FIRST) + chosen(source, _MIDDLE) + chosen(source, _LAST)


def coast(source: random.Random) -> str:
    """Make up a name of a place on a coast."""
    name, kind = surname(source), chosen(source, _COAST)
    return f"{kind} {name}" if kind in ("Cape", "Port", "Point") else f"{name} {kind}"


def officer(source: random.Random) -> str:
    """Make up a person with an office."""
    return f"{chosen(source, _OFFICES)} {surname(source)}"


def sentence(source: random.Random) -> str:
    """Make a sentence that names no state."""
    made = _filled(source, chosen(source, _FORMS))
    if source.random() < 0.7 or not made.startswith(_SMALL):
        return made
    return f"{chosen(source, _ASIDES)} {made[0].lower()}{made[1:]}"


def naming(source: random.Random, state: str) -> str:
    """Make a sentence that names one state, once."""
    return _filled(source, chosen(source, _NAMING)).replace("<state>", state)


def listing(place: str, states: Sequence[str]) -> str:
    """Make the sentence that lists states, which every document has."""
    named = states[0] if len(states) == 1 else f"{', '.join(states[:-1])} and {states[-1]}"
    return f"Statements were heard in {place} from {named}."


def _filled(source: random.Random, form: str) -> str:
    """Fill a form, every blank anew."""
    blanks = {
        "body": lambda: chosen(source, _BODIES),
        "Body": lambda: chosen(source, _BODIES).replace("the ", "The ", 1),
        "office": lambda: chosen(source, _OFFICES),
        "surname": lambda: surname(source),
        "coast": lambda: coast(source),
        "things": lambda: chosen(source, _THINGS),
        "done": lambda: chosen(source, _DONE),
        "adjective": lambda: chosen(source, _ADJECTIVES),
        "matter": lambda: chosen(source, _MATTERS),
        "number": lambda: f"{3 + int(source.random() * 9600):,}",
        "share": lambda: str(2 + int(source.random() * 95)),
        "state": lambda: "<state>",
    }
    pieces = form.split("{")
    return pieces[0] + "".join(
        blanks[name]() + rest for name, _, rest in (piece.partition("}") for piece in pieces[1:])
    )
