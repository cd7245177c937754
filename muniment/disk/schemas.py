"""Copies the JSON Schemas of what people write into an archive, where the programs they write in find them."""

from pathlib import Path

FOLDER = "schemas"
SHIPPED = Path(__file__).resolve().parent.parent / "data/source-schemas"
TABLES = ("archive", "events", "claims")
AUTHORITIES = ("people", "organisations", "places", "states")
RULE = '[[rule]]\ninclude = ["site_src/{path}.toml"]\nschema = {{ path = "schemas/{name}.json" }}\n'
ASSOCIATIONS = ".taplo.toml"
"""Where Taplo, and Even Better TOML in VS Code, read which schema belongs to which file."""


def write_schemas(root: Path) -> tuple[str, ...]:
    """Write the schemas of this version into `schemas/`; give the paths of the files that were written.

    What says which schema belongs to which file is written only where there is nothing of the kind: it is a person's.
    """
    files = {f"{FOLDER}/{path.name}": path.read_text("utf-8") for path in sorted(SHIPPED.iterdir())}
    if not (root / ASSOCIATIONS).exists():
        rules = [RULE.format(path=name, name=name) for name in TABLES]
        rules += [RULE.format(path=f"authorities/{name}", name=name) for name in AUTHORITIES]
        files[ASSOCIATIONS] = "\n".join(rules)
    (root / FOLDER).mkdir(exist_ok=True)
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8", newline="")
    return tuple(files)
