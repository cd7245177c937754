"""The normaliser's rules: one rule, one file, one idea; their order is `normalise.RULES`."""
