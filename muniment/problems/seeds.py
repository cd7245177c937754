"""Family S: what is wrong with a seed or what its draft leaves open."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
