"""Measures the generator: how well it does (`quality`) and how fast (`speed`)."""
