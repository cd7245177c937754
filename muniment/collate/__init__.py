"""An edition held against its seed: every difference accounted for, listed and reversible.

Knows nothing of files, of other documents or of pages.
"""

from muniment.collate.collation import collate
from muniment.collate.moving import standing_lines
from muniment.collate.undo import undo
from muniment.collate.undocumented import Undocumented, undocumented

__all__ = ["Undocumented", "collate", "standing_lines", "undo", "undocumented"]
