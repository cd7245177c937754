"""Family P: what is wrong with planned pages and paths."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
