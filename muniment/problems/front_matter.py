"""Family F: what is wrong with the front matter of an edition."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
