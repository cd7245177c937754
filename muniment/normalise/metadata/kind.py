"""Reads the kind of a document by an ordered list of tests, the printed name of the type before any form.

Refuses to guess: what no test recognises is `other`, and the editor is told.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from muniment.normalise.metadata import date_stamps, dateline, document_types, labels
from muniment.normalise.metadata import kind_forms as forms
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

UNKNOWN = 0.3
"""Score of the kind that stands for none."""
Found = tuple[str, Line, str]
"""Kind, line, words on that line."""


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give one reading for every test that recognises the document, best first."""
    found: list[Reading] = []
    for _, test, score, reason, basis in TESTS:
        result = test(seen)
        if result:
            kind, line, words = result
            found.append(replace(reading("kind", kind, (line, words), (score, reason)), basis=basis))
            if score >= 0.9:
                break
    lines = [line for line in seen.view.lines if line.kind != "lifted"] or seen.view.lines
    if not found and lines:
        words = " ".join(lines[0].text.split()[:12])
        found.append(reading("kind", "other", (lines[0], words), (UNKNOWN, "no test recognises it"), "inferred"))
    return tuple(found)


def _known(seen: Seen) -> Iterator[tuple[str, str]]:
    for kind, label in seen.view.settings.kinds:
        yield label.casefold(), kind


def _by_archive(seen: Seen) -> Found | None:
    names = [(label, kind) for label, kind in _known(seen) if label not in {"other", "report", "letter"}]
    for line in seen.view.lines[: seen.view.head]:
        for segment in labels.segments(line.text) if len(line.text) < 160 else ():
            label = labels.of_segment(segment)
            value = (label.value if label and label.field == "type" else segment).casefold().strip(" .:")
            for name, kind in names:
                if value == name:
                    return kind, line, segment
    return None


def _by_label(seen: Seen) -> Found | None:
    for line in seen.view.outer_lines:
        parts = labels.segments(line.text) if len(line.text) < 200 else ()
        for segment in parts:
            label = labels.of_segment(segment)
            words = label.value if label and label.field == "type" else segment if len(parts) > 1 else ""
            kind = document_types.alone(words) if words else None
            if (
                kind
                and kind != "other"
                and words.casefold().strip() not in {"news", "speeches", "reports", "statements", "declarations"}
            ):
                return kind, line, words
    return None


def _release_head(seen: Seen) -> Found | None:
    over = max(seen.view.head, date_stamps.opening(seen.view))
    for line in seen.view.lines[:over]:
        if len(line.text) < 160 and document_types.inside(line.text) == "press-release":
            return "press-release", line, line.text
        if len(line.text) < 60 and _squeezed(line.text).startswith(forms.FOR_PRESS):
            return "press-release", line, line.text
    return None


def _squeezed(text: str) -> str:
    """Take blanks and doubled letters out, as letter-spaced and badly scanned heads need: "FOR TH H E PRESS"."""
    letters = "".join(text.split()).casefold()
    return "".join(letter for index, letter in enumerate(letters) if index == 0 or letters[index - 1] != letter)


def _cable_head(seen: Seen) -> Found | None:
    hits = [line for line in seen.view.lines[:15] for _ in forms.CABLE.finditer(line.text[:600])]
    return ("cable", hits[0], hits[0].text) if len(hits) >= 2 else None


def _type_line(seen: Seen) -> Found | None:
    found = [head for head in seen.head if head.role == "type" and head.kind != "other"]
    exact = [head for head in found if head.kind not in {"news-story", "letter"}] or found
    return (exact[0].kind, exact[0].line, exact[0].line.text) if exact else None


def _typed_line(seen: Seen) -> Found | None:
    for head in seen.head[:12]:
        if head.role == "typed" and document_types.opening(head.line.text):
            return head.kind, head.line, head.line.text
    return None


def _titled(seen: Seen) -> Found | None:
    for head in seen.head[:12]:
        if head.role in {"typed", "words", "event"} and (kind := document_types.inside(head.line.text)):
            return kind, head.line, head.line.text
    return None


def _place_after_type(seen: Seen) -> Found | None:
    """Read "Letter NEW YORK, 13 February 1948": the type's name, the place in capitals and the day, in one line."""
    for head in seen.head[:8]:
        kind = document_types.before_place(head.rest) if head.wordings else None
        if kind:
            return kind[0], head.line, head.line.text
    return None


def _transmits(seen: Seen) -> Found | None:
    for line in seen.view.body_lines[:3]:
        match = forms.TRANSMITS.match(line.text)
        if match:
            return "letter", line, match.group()[:80]
    return None


def _dear(seen: Seen) -> Found | None:
    lines = seen.view.lines
    dear = next(
        (line for line in lines[:30] if forms.DEAR.match(line.text) and not forms.DEAR_CROWD.match(line.text)), None
    )
    regards = next((line for line in lines[-15:] if forms.REGARDS.match(line.text)), None)
    subject = any(
        label.field in {"subject", "to", "from"} for line in lines[:15] for label in labels.of_line(line.text)
    )
    if dear and (regards or subject or len(dear.text) < 80):
        return "letter", dear, dear.text[:80]
    return ("letter", regards, regards.text[:80]) if regards and subject else None


def _provisions(seen: Seen) -> Found | None:
    body = seen.view.body_lines
    numbered = sum(line.kind == "provision" for line in body)
    recitals = [line for line in body if forms.RECITAL.match(line.text)]
    commits = next((line for line in body if len(line.text) < 900 and forms.COMMIT.search(line.text)), None)
    if commits and (numbered >= 2 or len(recitals) >= 2):
        match = forms.COMMIT.search(commits.text)
        return "declaration", commits, match.group() if match else commits.text
    return ("declaration", recitals[0], " ".join(recitals[0].text.split()[:4])) if len(recitals) >= 4 else None


def _status_rows(seen: Seen) -> Found | None:
    rows = [line for line in seen.view.lines if len(line.text) < 110 and forms.STATUS_ROW.match(line.text)]
    return ("status-list", rows[0], rows[0].text) if len(rows) >= 6 and len(rows) * 2 >= len(seen.view.lines) else None


def _meeting_forms(seen: Seen) -> Found | None:
    hits = [line for line in seen.view.lines if len(line.text) < 600 and forms.MEETING.search(line.text)]
    return ("minutes", hits[0], hits[0].text[:80]) if len(hits) >= 2 else None


def _salutation(seen: Seen) -> Found | None:
    opening = [line for line in seen.view.lines[: seen.view.head + 4] if line.kind != "lifted"]
    addressed = next((line for line in opening if forms.ADDRESSED.match(line.text)), None)
    greeted = next((line for line in opening if forms.GREETED.match(line.text)), None)
    if addressed:
        speaks = any(forms.DELEGATION.search(line.text) for line in seen.view.body_lines[:8])
        return ("statement" if speaks or len(seen.view.body_lines) < 40 else "speech"), addressed, addressed.text[:80]
    return ("speech", greeted, greeted.text[:80]) if greeted else None


def _release_form(seen: Seen) -> Found | None:
    contact = next(
        (
            line
            for line in seen.view.lines[-10:]
            if line.kind != "lifted" and forms.RELEASE.match(line.text.strip(" *-–#"))
        ),
        None,
    )
    return ("press-release", contact, contact.text[:80]) if contact and _reported(seen) else None


def _dateline_form(seen: Seen) -> Found | None:
    for line in seen.view.body_lines[:2]:
        found = dateline.read(line.text) if len(line.text) > 60 else None
        if found and found.place and _reported(seen):
            return "news-story", line, line.text[:60]
    return None


def _of_a_body(seen: Seen) -> Found | None:
    """Read what a ministry or office heads with its name, and a body's doings reported: its own release."""
    body = next(
        (head for head in seen.head[:6] if head.role == "organisation" and forms.OFFICIAL.search(head.line.text)), None
    )
    hit = _reported(seen) if body and not _over_story(seen) else None
    return ("press-release", body.line, body.line.text) if body and hit else None


def _over_story(seen: Seen) -> Line | None:
    """Give the byline, or the day with its time, that stands over a text as over a story on a site."""
    for line, found in date_stamps.over(seen.view):
        if found.has_time or not found.is_bare:
            return line
    return next((head.line for head in seen.head if head.role == "byline"), None)


def _first_person(seen: Seen) -> Found | None:
    """Read a text whose paragraphs say I or we outside quotations: whoever is quoted in it, it is spoken."""
    told = [line for line in seen.view.body_lines[:14] if len(line.text) > 60]
    spoken = [(line, match) for line in told if (match := forms.FIRST_PERSON.search(forms.QUOTED.sub("", line.text)))]
    if _over_story(seen) or len(spoken) < 3 or len(spoken) * 5 < len(told) * 3:
        return None
    line, match = spoken[0]
    return "speech", line, match.group()


def _story_form(seen: Seen) -> Found | None:
    line = _over_story(seen)
    return ("news-story", line, line.text[:80]) if line else None


def _dated_page(seen: Seen) -> Found | None:
    """Read a page with a day over three paragraphs or more: most often a site's news."""
    paragraphs = [line for line in seen.view.body_lines if len(line.text) > 120]
    over = date_stamps.over(seen.view) if len(paragraphs) >= 3 else ()
    line = next((line for line, found in over if not found.is_change), None)
    return ("news-story", line, line.text[:80]) if line else None


def _report_form(seen: Seen) -> Found | None:
    hits = [line for line in seen.view.lines if len(line.text) < 60 and forms.REPORT.match(line.text)]
    return ("report", hits[0], hits[0].text) if len(hits) >= 2 else None


def _reported_form(seen: Seen) -> Found | None:
    hit = _reported(seen)
    return ("news-story", hit[0], hit[1]) if hit else None


def _spoken_form(seen: Seen) -> Found | None:
    for line in seen.view.body_lines[:6]:
        match = forms.SPEAKER.search(line.text)
        if match:
            return "speech", line, match.group()
    return None


def _reported(seen: Seen) -> tuple[Line, str] | None:
    language = seen.best("language")
    is_nordic = language is not None and language.value in forms.NORDIC
    for line in seen.view.lines[seen.view.head :][:25]:
        if line.kind in {"item", "provision", "lifted"}:
            continue
        for match in forms.SAID.finditer(line.text):
            if is_nordic or match.group().strip(' ,”"’»') != "sa":
                return line, match.group()
    return None


Test = Callable[[Seen], Found | None]
TESTS: tuple[tuple[str, Test, float, str, str], ...] = (
    ("archive-label", _by_archive, 0.99, "a kind of this archive is printed in the head", "attested"),
    ("label", _by_label, 0.98, "the site labels it so", "attested"),
    ("release", _release_head, 0.97, "the head says so", "attested"),
    ("cable", _cable_head, 0.97, "two lines of a cable's head", "inferred"),
    ("type-line", _type_line, 0.95, "a line of the head is the name of a type", "attested"),
    ("typed", _typed_line, 0.93, "the title begins with the name of a type", "attested"),
    ("placed-type", _place_after_type, 0.92, "the name of a type stands before place and day", "attested"),
    ("letter", _dear, 0.9, "addressed and closed as a letter", "inferred"),
    ("titled", _titled, 0.88, "the title holds the name of a type", "attested"),
    ("minutes", _meeting_forms, 0.87, "attendance or opening and closing are recorded", "inferred"),
    ("status", _status_rows, 0.86, "half its lines are a name and a date or mark", "inferred"),
    ("provisions", _provisions, 0.84, "recitals or numbered provisions and words that commit", "inferred"),
    ("salutation", _salutation, 0.82, "it addresses its hearers", "inferred"),
    ("transmits", _transmits, 0.8, "it begins as official letters and notes do", "inferred"),
    ("first-person", _first_person, 0.765, "most of its paragraphs say I or we", "inferred"),
    ("body", _of_a_body, 0.76, "a body's name over a report of its doings", "inferred"),
    ("release-form", _release_form, 0.75, "reported speech and a contact for the press", "inferred"),
    ("dateline", _dateline_form, 0.74, "a dateline and reported speech", "inferred"),
    ("report", _report_form, 0.72, "sections of a report", "inferred"),
    ("reported", _reported_form, 0.66, "reported speech in the third person", "inferred"),
    ("spoken", _spoken_form, 0.62, "the speaker says I or we", "inferred"),
    ("story", _story_form, 0.6, "a byline or a day with its time over the text", "inferred"),
    ("dated-page", _dated_page, 0.42, "a day over several paragraphs, and no other form", "inferred"),
)
