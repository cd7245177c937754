"""Family E: what is wrong between an edition and its seed."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
