"""Tells a headline about what a body does ("Security Council Extends Mandate") from the body's name.

Knows the verbs of headlines, not the names of bodies.
"""

import re

_VERBS = (
    "accepts|accuses|adopts|advises|agrees|allows|announces|appoints|approves|asks|assumes|attends|awaits|awards|bans"
    "|becomes|begins|blames|blocks|boosts|brings|celebrates|chairs|cites|closes|commemorates|commends|commits|completes"
    "|concludes|condemns|confirms|congratulates|considers|continues|convenes|criticises|criticizes|decides|declares"
    "|defends|delivers|denies|denounces|deplores|discusses|donates|elects|endorses|enters|establishes|examines|expels"
    "|expresses|extends|fails|finalises|finalizes|finds|gives|grants|hails|hears|holds|honours|imposes|improves"
    "|increases|introduces|invites|joins|keeps|kicks|launches|leads|learns|lifts|loses|makes|meets|notes|nominates"
    "|opens|opposes|organises|organizes|participates|pays|postpones|praises|prepares|proposes|protects|provides"
    "|publishes|pushes|raises|ratifies|reaches|reacts|reaffirms|reappoints|recalls|receives|recognises|recognizes"
    "|recommends|refuses|regrets|reiterates|rejects|releases|remains|removes|renews|responds|restores|resumes|reveals"
    "|says|secures|seeks|sends|shows|signs|slams|speaks|stands|stresses|submits|supports|suspends|takes|tells"
    "|terminates|thanks|threatens|turns|underlines|unveils|upholds|urges|vows|warns|welcomes|wins|withdraws"
    "|accused|adopted|announced|approved|began|condemned|concluded|convened|elected|endorsed|launched|met|opened"
    "|ratified|reached|rejected|signed|suspended|urged|warned|welcomed"
)
_ALSO_NOUNS = (
    "addresses|appeals|backs|calls|demands|ends|hosts|issues|marks|moves|names|offers|orders|pledges|plans|reports"
    "|reviews|sets|starts|visits|votes"
)
_INFINITIVES = (
    "adopt|attend|ban|begin|chair|close|consider|convene|debate|decide|deliver|discuss|end|establish|examine|extend"
    "|give|hear|help|hold|host|join|launch|lead|lift|meet|open|participate|present|publish|ratify|receive|release|resume"
    "|review|seek|send|sign|speak|start|submit|support|suspend|take|vote|withdraw"
)
_GERMAN = (
    "begrüßt|fordert|kündigt|verurteilt|warnt|beschließt|unterzeichnet|ratifiziert|unterstützt|ruft|will|tritt|erklärt"
    "|lehnt|stellt|nimmt|legt|eröffnet|verabschiedet|veröffentlicht|trifft|empfängt|gibt|setzt|bekräftigt"
)
_ROMANCE = (
    "ratifican?|firman|aprueban?|adoptan|condenan?|anuncian?|piden?|inauguran?|suscriben?|rechazan?|exigen?"
    "|adoptent|condamnent?|saluent|appellent|annoncent|signent|ratifient?|demandent?|exhortent?|réclament"
)
_TELLS = re.compile(
    rf"(?i:\w )(?:(?i:{_VERBS})\b(?! of\b)|(?i:{_ALSO_NOUNS})(?= (?:[A-Z]|to |for |on |against |no ))"
    rf"|(?i:to (?:{_INFINITIVES}))\b|(?:{_GERMAN})\b|(?i:{_ROMANCE})\b)"
)


_ENDS = re.compile(rf" (?:{_VERBS})$", re.IGNORECASE)


_OF_STATEMENT = re.compile(
    r"\w (?:issues?|adopts?|releases?|makes?|signs?|endorses?|welcomes?|agrees?(?: on)?) (?:an? |the )?"
    r"(?:(?:(?:joint|ministerial|final|press|common) ){1,2}statement|[“\"‘']?(?:[\w-]+ ){0,3}declaration)\b",
    re.IGNORECASE,
)


def tells(text: str) -> bool:
    """Tell whether a line that begins with a body's name says what the body does; "Office of Legal Issues" does not."""
    return bool(_TELLS.search(text))


def ends(text: str) -> bool:
    """Tell whether a line stops at such a verb, as the first line of a headline in capitals does."""
    return bool(_ENDS.search(text))


def tells_of_statement(text: str) -> bool:
    """Tell whether a headline is about a statement or declaration of others: "Ministers issue joint statement"."""
    return bool(_OF_STATEMENT.search(text))
