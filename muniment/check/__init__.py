"""Turns the archive and the finished site into problems: what an editor has yet to do, what must not be published.

It refuses to mend anything.
"""

from muniment.check.holdings import archive, document, without_allowed
from muniment.check.site import Scanner, Seen, Standing, connect, look, scan, site

__all__ = ["Scanner", "Seen", "Standing", "archive", "connect", "document", "look", "scan", "site", "without_allowed"]
