"""Family W: what is wrong with writing and publishing."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
