"""Family L: what is wrong with links, ids and markup of finished pages."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
