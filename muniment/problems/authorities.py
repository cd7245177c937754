"""Family A: what is wrong with settings, events, claims and authority files."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
