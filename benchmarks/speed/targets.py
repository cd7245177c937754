"""What is to be reached, as the project's specification has it; knows nothing of what was measured."""

RATIOS = {
    (1000, "cold"): 1.0,
    (1000, "unchanged"): 0.12,
    (1000, "body"): 0.3,
    (1000, "title"): 0.35,
    (1000, "raw"): 2.5,
    (1000, "all-cold"): 5.0,
    (1000, "all-body"): 0.6,
    (10_000, "cold"): 0.7,
    (10_000, "unchanged"): 0.03,
    (10_000, "body"): 0.06,
    (10_000, "title"): 0.09,
    (10_000, "raw"): 1.5,
    (10_000, "all-cold"): 3.5,
    (10_000, "all-body"): 0.12,
}
"""(documents, lane) → the most that the time may be, as a multiple of the reference's in the same run."""

SHIPPED = {"cold": 0.35, "unchanged": 0.10, "help": 0.15}
"""Lane → the most seconds it may take with the archive that comes with the program."""

PREVIEW = {1000: 0.15, 10_000: 0.3}
"""Documents → the most seconds from saving a file until the new page is served."""

MEMORY = {10_000: 300_000_000}
"""Documents → the most bytes a cold build may hold."""
