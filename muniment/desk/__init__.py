"""One document on the editor's desk: found by what it is called, laid beside its seed and draft, and worked on.

Everything here looks at one document at a time; it writes nothing, and knows no page.
"""

from muniment.desk.conflict import Conflict, Row, conflict, is_stale, settled
from muniment.desk.finding import Holding, Unclear, every, find, short_name, short_names
from muniment.desk.laying import Desk, lay, opened
from muniment.desk.noting import (
    Noted,
    chosen,
    explaining,
    in_front_matter,
    note_command,
    noted,
    on_one_line,
    remark,
    undocumented,
    unexplainable,
)
from muniment.desk.variants import Variant, variants
from muniment.desk.worklist import Task, Work, open_in, worklist

__all__ = [
    "Conflict",
    "Desk",
    "Holding",
    "Noted",
    "Row",
    "Task",
    "Unclear",
    "Variant",
    "Work",
    "chosen",
    "conflict",
    "every",
    "explaining",
    "find",
    "in_front_matter",
    "is_stale",
    "lay",
    "note_command",
    "noted",
    "on_one_line",
    "open_in",
    "opened",
    "remark",
    "settled",
    "short_name",
    "short_names",
    "undocumented",
    "unexplainable",
    "variants",
    "worklist",
]
