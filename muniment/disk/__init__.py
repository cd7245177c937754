"""Everything that touches files: reads a folder into one value, writes drafts and registries, publishes a site."""

from muniment.disk.accession import take_in
from muniment.disk.begin import begin, title_of
from muniment.disk.clean import clear, made_here, remove
from muniment.disk.fixity import verify
from muniment.disk.publish import MANIFEST, Kept, OvertakenError, Refusal, publish, refuse, refuse_place
from muniment.disk.read import is_kept, read
from muniment.disk.schemas import write_schemas
from muniment.disk.search_index import search_index
from muniment.disk.waiting import drop_draft, free_name
from muniment.disk.write import write_sources

__all__ = [
    "MANIFEST",
    "Kept",
    "OvertakenError",
    "Refusal",
    "begin",
    "clear",
    "drop_draft",
    "free_name",
    "is_kept",
    "made_here",
    "publish",
    "read",
    "refuse",
    "refuse_place",
    "remove",
    "search_index",
    "take_in",
    "title_of",
    "verify",
    "write_schemas",
    "write_sources",
]
