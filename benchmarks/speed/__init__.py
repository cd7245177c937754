"""Measures how fast the generator builds, beside its peers and in the same run; see benchmarks/README.md."""
