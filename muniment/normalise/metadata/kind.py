"""Reads the kind of a document by an ordered list of tests, the printed name of the type before any form.

Refuses to guess: what no test recognises is `other`, and the editor is told.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from muniment.normalise.metadata import (
    date_stamps,
    dateline,
    document_types,
    kind_records,
    kind_spoken,
    labels,
    run_in,
    site_forms,
)
from muniment.normalise.metadata import kind_forms as forms
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.kind_forms import Found
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_SPOKEN = {"speech", "statement", "declaration", "chairs-summary"}
_FILED = {"press-release", "news-story"}
"""Kinds under whose names sites file speeches and statements, too."""
_FULL = 4
"""Blanks from which a line is a title, and not the name of a type."""
UNKNOWN = 0.3
"""Score of the kind that stands for none."""


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
                if value == name and not (segment != line.text and _is_only_filed(kind, seen)):
                    return kind, line, segment
    return None


def _is_only_filed(kind: str, seen: Seen) -> bool:
    """Tell whether a site files among releases or news what names itself a statement, declaration or summary."""
    own = {"statement", "declaration", "chairs-summary", "speech"}
    return kind in {"press-release", "news-story"} and any(
        head.kind in own and (head.role == "type" or document_types.alone(head.line.parts[0][1])) for head in seen.head
    )


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
                and not _is_only_filed(kind, seen)
            ):
                return kind, line, words
    return None


def _by_trail(seen: Seen) -> Found | None:
    """Take a release by the last step of the trail over it; other sections hold what names itself."""
    for line in seen.view.outer_lines:
        step = site_forms.last_step(line.text)
        if step and document_types.alone(step.removesuffix("s")) == "press-release" and not _names_itself(seen):
            return "press-release", line, step
    return None


def _names_itself(seen: Seen) -> bool:
    """Tell whether the head names the document as another kind, which sites file among releases, too."""
    return any(head.kind not in ("", "press-release", "news-story", "other") for head in seen.head)


def _release_head(seen: Seen) -> Found | None:
    over = max(seen.view.head, date_stamps.opening(seen.view))
    for line in seen.view.lines[:over]:
        if len(line.text) < 160 and document_types.inside(line.text) == "press-release":
            return "press-release", line, line.text
        squeezed = _squeezed(line.text) if len(line.text) < 60 else ""
        if squeezed.startswith(forms.FOR_PRESS) and not squeezed.endswith("releases"):
            return "press-release", line, line.text
    glued = ((line, forms.CAPITAL_RELEASE.search(line.text[:200])) for line in seen.view.lines[: over + 1][:5])
    return next((("press-release", line, match.group()) for line, match in glued if match), None)


def _squeezed(text: str) -> str:
    """Take blanks and doubled letters out, as letter-spaced and badly scanned heads need: "FOR TH H E PRESS"."""
    letters = "".join(text.split()).casefold()
    return "".join(letter for index, letter in enumerate(letters) if index == 0 or letters[index - 1] != letter)


def _cable_head(seen: Seen) -> Found | None:
    hits = [line for line in seen.view.lines[:25] for _ in forms.CABLE.finditer(line.text[:600])]
    return ("cable", hits[0], hits[0].text) if len(hits) >= 2 else None


def _type_line(seen: Seen) -> Found | None:
    unfit = {"other", "report"} if kind_spoken.salutation(seen) else {"other"}
    found = [head for head in seen.head if head.role == "type" and head.kind not in unfit]
    titled = next((head for head in seen.head if head.role == "typed" and head.kind in _SPOKEN), None)
    over = [head for head in found if not (titled and head.kind == "report" and _is_filed(head, titled, seen))]
    exact = [head for head in over if head.kind not in {"news-story", "letter"}] or over
    return (exact[0].kind, exact[0].line, exact[0].line.text) if exact else None


def _is_filed(head: HeadLine, titled: HeadLine, seen: Seen) -> bool:
    """Tell whether a line that names a type is the site's: it stands under the title, or far over it."""
    return not 0 < seen.head.index(titled) - seen.head.index(head) <= 1


def _typed_line(seen: Seen) -> Found | None:
    found = [head for head in seen.head[:12] if head.role == "typed" and document_types.opening(head.line.text)]
    own = (head for head in found if head.kind in _SPOKEN and head.line.text.count(" ") >= _FULL)
    head = next(own if found and found[0].kind in _FILED else iter(found), found[0] if found else None)
    return (head.kind, head.line, head.line.text) if head else None


def _titled(seen: Seen) -> Found | None:
    for head in seen.head[:12]:
        if head.role in {"typed", "words", "event"} and (kind := document_types.inside(head.line.text)):
            return kind, head.line, head.line.text
    return None


def _run_in_title(seen: Seen) -> Found | None:
    """Take the type that ends the capitals with which the text runs on from its title: "JOINT STATEMENT 2019 On …"."""
    for line in seen.view.lines[seen.view.head :][:1]:
        for words in (run_in.minutes(line.text), run_in.capitals(line.text)):
            if words.isupper() and (kind := document_types.inside(words.rstrip(" 0123456789"))):
                return kind, line, words
    return None


def _labelled_title(seen: Seen) -> Found | None:
    for line in seen.view.lines[: seen.view.head + 2]:
        for label in labels.of_line(line.text):
            kind = document_types.inside(label.value) or document_types.opening(label.value)
            if label.field == "title" and kind:
                return kind, line, label.segment
    return None


def _place_after_type(seen: Seen) -> Found | None:
    """Read "Letter NEW YORK, 13 February 1948": the type's name, the place in capitals and the day, in one line."""
    for head in seen.head[:8]:
        kind = document_types.before_place(head.rest) if head.wordings else None
        if kind:
            return kind[0], head.line, head.line.text
    return None


def _provisions(seen: Seen) -> Found | None:
    body = seen.view.body_lines
    numbered = sum(line.kind == "provision" for line in body)
    recitals = [line for line in body if forms.RECITAL.match(line.text)]
    commits = next((line for line in body if len(line.text) < 900 and forms.COMMIT.search(line.text)), None)
    if commits and (numbered >= 2 or len(recitals) >= 2):
        match = forms.COMMIT.search(commits.text)
        return "declaration", commits, match.group() if match else commits.text
    return ("declaration", recitals[0], " ".join(recitals[0].text.split()[:4])) if len(recitals) >= 4 else None


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
    hit = _reported(seen) if body and not kind_spoken.over_story(seen) else None
    return ("press-release", body.line, body.line.text) if body and hit else None


def _story_form(seen: Seen) -> Found | None:
    line = kind_spoken.over_story(seen)
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
    ("trail", _by_trail, 0.945, "the site's trail to the page ends so", "inferred"),
    ("typed", _typed_line, 0.93, "the title begins with the name of a type", "attested"),
    ("coverage", kind_records.coverage, 0.91, "the number or symbol of a meeting reported to the press", "attested"),
    ("placed-type", _place_after_type, 0.92, "the name of a type stands before place and day", "attested"),
    ("labelled-title", _labelled_title, 0.91, "the labelled title holds the name of a type", "attested"),
    ("letter", kind_spoken.dear, 0.9, "addressed and closed as a letter", "inferred"),
    ("debate", kind_records.debate, 0.89, "the reference or the turns of phrase of a debate", "inferred"),
    ("court", kind_records.court, 0.885, "the forms of a court's record", "inferred"),
    ("titled", _titled, 0.88, "the title holds the name of a type", "attested"),
    ("run-in-title", _run_in_title, 0.875, "the capitals it begins with name a type", "attested"),
    ("minutes", kind_records.meeting_forms, 0.87, "attendance or opening and closing are recorded", "inferred"),
    ("status", kind_records.status_rows, 0.86, "half its lines are a name and a date or mark", "inferred"),
    ("table", kind_records.table, 0.855, "most of it is names and days of acts of a treaty", "inferred"),
    ("resolution", kind_records.resolution, 0.845, "the body that adopts it, and its recitals", "inferred"),
    ("provisions", _provisions, 0.84, "recitals or numbered provisions and words that commit", "inferred"),
    ("salutation", kind_spoken.salutation, 0.82, "it addresses its hearers", "inferred"),
    ("transmits", kind_spoken.transmits, 0.8, "it begins as official letters and notes do", "inferred"),
    ("meeting", kind_records.meeting, 0.78, "a meeting was chaired, and then notes and agrees", "inferred"),
    ("communique", kind_records.communique, 0.77, "what ministers or parties state together", "inferred"),
    ("proceedings", kind_records.proceedings, 0.768, "what a body considered, noted and agreed", "inferred"),
    ("first-person", kind_spoken.first_person, 0.765, "most of its paragraphs say I or we", "inferred"),
    ("body", _of_a_body, 0.76, "a body's name over a report of its doings", "inferred"),
    ("release-form", _release_form, 0.75, "reported speech and a contact for the press", "inferred"),
    ("appeal", kind_records.appeal, 0.745, "an organisation welcomes and urges by its own name", "inferred"),
    ("dateline", _dateline_form, 0.74, "a dateline and reported speech", "inferred"),
    ("report", _report_form, 0.72, "sections of a report", "inferred"),
    ("official", kind_records.official, 0.7, "the marks of an official document's head", "inferred"),
    ("reported", _reported_form, 0.66, "reported speech in the third person", "inferred"),
    ("spoken", kind_spoken.spoken, 0.62, "the speaker says I or we", "inferred"),
    ("story", _story_form, 0.6, "a byline or a day with its time over the text", "inferred"),
    ("dated-page", _dated_page, 0.42, "a day over several paragraphs, and no other form", "inferred"),
    ("prose", kind_records.story, 0.4, "paragraphs in the third person, and no other form", "inferred"),
)
