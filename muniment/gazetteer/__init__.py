"""Turn text into mentions of states, with the reason for every name that was set aside.

It refuses to guess: matching is exact, and what the rules cannot decide is not counted.
"""

from muniment.gazetteer.found import Found, SetAside
from muniment.gazetteer.gazetteer import Gazetteer, build, empty

__all__ = ["Found", "Gazetteer", "SetAside", "build", "empty"]
