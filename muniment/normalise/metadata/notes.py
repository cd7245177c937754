"""Holds how lines look that mark a copy and name nothing: symbols, numbers, embargoes, marks of secrecy, translations.

Knows nothing of what stands around them.
"""

import re

_SPOKEN = "check against delivery|seul le prononcé fait foi|es gilt das gesprochene wort"
NOTE = re.compile(
    rf"^(?:{_SPOKEN}.{{0,3}}"
    r"|united nations [A-Z]{1,3}/[\w/.-]{2,30}|embargo\w*\b.{0,60}"
    r"|not (?:for|to be) (?:use|used|release|released|publication|published|quoted|broadcast) (?:before|until)\b.{0,60}"
    r"|(?:unofficial |courtesy |official )?(?:translation|english version|transcript)\b.{0,40}"
    r"|un(?:classified|editeds?)\b.{0,40}|(?:[a-z ]{0,40} )?distr(?:\.|ibution)?:? ?(?:general|limited|restricted)?\b"
    r".{0,40}|original: .{0,40}|.{0,80}\boriginal: ?(?:english|french|spanish|russian|arabic|chinese)\b.{0,40}|as "
    r"(?:delivered|prepared for delivery|adopted).{0,20}|draft\b.{0,20}"
    r"|[>»›▶►→] ?.{0,80}|advance (?:unedited )?(?:copy|version)|(?:final )?version .{0,20}|confidential"
    r"|(?:no|nr|ref|file|our ref|your ref|ref\. no|reference|doc|document|n°|nº|az)\.?:? "
    r"?[\w/.() -]{0,30}\d[\w/.() -]{0,20}"
    r"|(?-i:[A-Z]{1,8})(?:\(\d{1,4}\))?[/.][\w/.()-]{2,30} .{0,160}\b(?:original|distr(?:ibution)?)[:.] .{0,60}"
    r"|[A-Z]{1,8}(?:[/.-][A-Z0-9.()]{1,14}){1,6}(?:\*|\s.{0,20})?|\[?(?:page|side|seite|p\.) "
    r"?\d+.{0,12}\]?|[-–—=_*#. \d]{1,12}|[ivxlc]{1,6}\.?"
    r"|(?:agenda )?item \d+ (?:of|on) the agenda|untitled.{0,20}|document\d*|\*{2,}.{0,60}\*{2,}"
    r"|[\w-]+(?:st|nd|rd|th) (?:regular |special |plenary )?session|no title|(?:begin|start|end) .{0,30}"
    r"|please check .{0,30}|page \d{2} [a-z]{3,8} \d{3,6}\b.{0,30}"
    r"|note to editors?|general|limited|restricted|english(?: only)?|original|annex(?: [\divx]+)?"
    r"|other available languages:?.{0,60}|.{0,40}powered by .{2,30}|document sample|(?:left )?navigation(?: path)?"
    r"|\[(?:graphic|image|photo|logo|pdf|word)\b.{0,60}\]|additional tools|total page:? ?\d+|file type:.{0,40}"
    r"|(?:[\w’'&-]+ ){1,6}logo"
    r"|in progress at (?:unhq|(?:un |united nations )?headquarters)"
    r"|(?:home ?page|header|banner|cover|title) (?:image|picture|photo)"
    r"|is[bs]n(?:-1[03])?:? ?[\dx -]{8,20}"
    r"|appendix(?: [\divx]+)?|chapter [\divxlc]+\.?|vol(?:ume|\.)? [\divxlc]+)$",
    re.IGNORECASE,
)
SECRECY = re.compile(
    r"(?:top secret|secret|confidential|restricted|official use only|limited official use|unclassified|priority|niact"
    r"|immediate|urgent|plain|eyes only)(?:[;,—–-] ?(?:priority|niact|immediate|urgent|eyes only|nodis|exdis|limdis))*"
)
"""The marks of a telegram as editions print them, small and on lines of their own."""
DELIVERY = re.compile(
    rf"(?:please )?check against delivery|{_SPOKEN}|cotejar con .{{3,30}}|con base en lo pronunciado",
    re.IGNORECASE,
)
"""What a copy says of the words that are spoken: also behind a day, on one line with it."""
