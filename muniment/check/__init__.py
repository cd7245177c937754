"""Turns the archive and the finished site into problems: what an editor has yet to do, what must not be published.

It refuses to mend anything.
"""

from muniment.check.holdings import archive, without_allowed
from muniment.check.site import site

__all__ = ["archive", "site", "without_allowed"]
