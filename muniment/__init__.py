"""muniment: damaged texts in, a citable edition whose every fact shows its evidence out."""

__version__ = "0.1.0"
