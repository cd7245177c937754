"""An edition held against its seed: every difference accounted for, listed and reversible.

Knows nothing of files, of other documents or of pages.
"""

from muniment.collate.collation import collate
from muniment.collate.undo import undo

__all__ = ["collate", "undo"]
