"""Family F: examples of front matter."""

from tests.problems.form import EDITION, Pair, change

_TITLE = "title: Minutes of the harbour council\n"
_END = "\n---\nNorway"
_NOTE = 'notes:\n  - {kind: comment, at: p1, quote: "a meeting", text: "The first."}\n---\nNorway'


def _front(code: str, raises: str, near_miss: str) -> Pair:
    """Put lines behind the title."""
    return change(code, EDITION, _TITLE, _TITLE + raises, _TITLE + near_miss)


def _note(code: str, raises: str, near_miss: str) -> Pair:
    """Put entries at the end."""
    return change(code, EDITION, _END, f"\n{raises}{_END}", f"\n{near_miss}{_END}")


PAIRS: tuple[Pair, ...] = (
    change("F-001", EDITION, "---\nid", "----\nid", "---\r\nid"),
    change("F-002", EDITION, "\n---\n", "\n--- \n", "\n---\r\n"),
    change("F-003", EDITION, "under the bridge", b"under the br\xeedge", "under the\nbridge"),
    _front("F-004", f"# {'x' * 66_000}\n", f"# {'x' * 60_000}\n"),
    _front("F-005", 'custody: "Ber\x07gen"\n', 'custody: "Ber\tgen"\n'),
    _front("F-006", "custody: &here Bergen\n", "custody: Bergen & Voss\n"),
    _front("F-007", f"custody: {'[' * 30}{']' * 30}\n", f'custody: "{"[" * 30}{"]" * 30}"\n'),
    _front("F-008", 'custody: "Bergen\n', 'custody: "Bergen"\n'),
    change("F-009", EDITION, "id: 1998", "Only words.\n---\nid: 1998", "id: 1998"),
    _front("F-010", "custody: Bergen\ncustody: Voss\n", "custody: Bergen\npublisher: Bergen\n"),
    change("F-011", EDITION, "id: 1998-05-03-minutes", "id: 1998/05/03-minutes", "id: 1998-05-03-minutes"),
    change("F-012", EDITION, "date: 1998-05-03", "date: 3 May 1998", "date: 1998-05~"),
    _front("F-013", "revised: 2026-05\n", "revised: 2026-05-04\n"),
    change("F-014", EDITION, "language: en", "language: English", "language: en-GB"),
    _front("F-015", f"transcript_sha256: {'0' * 63}\n", f"# transcript_sha256: {'0' * 63}\n"),
    change("F-016", EDITION, "seed: minutes.txt", "seed: ../seeds/minutes.txt", "seed: 'minutes.txt'"),
    _front("F-017", "publish_seed: no\n", "publish_seed: 'no: it holds a private address'\n"),
    _note(
        "F-018",
        'notes:\n  - {kind: remark, at: p1, text: "The first."}',
        'notes:\n  - {kind: comment, at: p1, text: "The first."}',
    ),
    _note(
        "F-019",
        'notes:\n  - {kind: comment, at: first, text: "The first."}',
        'notes:\n  - {kind: comment, at: p1, text: "The first."}',
    ),
    change("F-020", EDITION, "date: [{line: 3,", "date: [{line: 0,", "date: [{line: '3',"),
    change(
        "F-021",
        EDITION,
        "{rule: lift-head, lines: 1,",
        "{rule: lift-head, lines: 2-1,",
        "{rule: lift-head, lines: 1-1,",
    ),
    _front("F-022", "titel: The minutes\n", "custody: The minutes\n"),
    change("F-023", EDITION, _TITLE, "", 'title: "Minutes"\n'),
    _front("F-024", "creators: Edvard Grey\n", "creators: [Edvard Grey]\n"),
    change(
        "F-026",
        EDITION,
        _TITLE,
        f"<<<<<<< HEAD\n{_TITLE}=======\ntitle: Other minutes\n>>>>>>> theirs\n",
        f"# <<<<<<< HEAD\n{_TITLE}# >>>>>>> theirs\n",
    ),
    _note("F-025", "notes:\n  - {kind: comment, at: p1}", 'notes:\n  - {kind: comment, at: p1, text: "The first."}'),
)
