"""The house keeps its own rules: who may touch files, how large a room may be, what may never be committed."""

import ast
import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from muniment import problems

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "muniment").rglob("*.py"))
SHELLS = ("disk", "cache", "forks", "machines", "serve", "cli", "__main__")
WORLD = {"open", "print", "input", "exec", "eval", "__import__"}
WORLD_MODULES = {"os", "sys", "pathlib", "shutil", "subprocess", "socket", "time", "random", "tempfile", "locale", "io"}
WRITES_METHODS = {"frozen.py": {"exec"}}
"""What writes the methods of a class, as the standard library does."""
MEMORY = ["BytesIO"]
"""What may be imported from io: bytes in memory, which reach nothing."""
SEEDS = {
    "000_9c75356c13acbd31.txt": "34bd2752cf76cd01f861dceb428598a453ae2cac6285e8d19ae0a3817f8bb103",
    "001_cf2c3a63bb62e517.txt": "92bbdd50360e0547d0356af11a3014a55c80d8c7e4d05c96a12d676ea047d48a",
    "002_94a28f1ccfca079c.txt": "0219788ecf22214d1302e5827fbc6ead120fbe7526f9a48a74550fece6c251da",
    "003_b9b028d50f6071bd.txt": "62cc3cd3ec66e1a331377fd773918184e900e0e96d8cb484acbf38291d40d5b7",
    "004_7d0f8b378bab6a31.txt": "ddef8c16550f15d844377115b9164212afaf4fbf74e9416e91a5dce387ae630c",
}


def test_seeds_are_what_was_received() -> None:
    """Every seed of the shipped archive has the checksum it came with, and there is no other."""
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").iterdir()}

    assert found == SEEDS


def _is_shell(path: Path) -> bool:
    return path.relative_to(ROOT / "muniment").parts[0].removesuffix(".py") in SHELLS


@pytest.mark.parametrize("path", [each for each in MODULES if not _is_shell(each)], ids=str)
def test_only_the_shells_touch_the_world(path: Path) -> None:
    """Outside the shells no module opens, prints, or imports what reaches files, clock or environment."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    imported = {name.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for name in node.names}
    imported |= {
        (node.module or "").split(".")[0]
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        and not (node.module == "io" and [each.name for each in node.names] == MEMORY)
    }
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}

    assert sorted(imported & WORLD_MODULES) == []
    assert sorted(called & WORLD - WRITES_METHODS.get(path.name, set())) == []


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_rooms_are_small(path: Path) -> None:
    """A module has at most 300 lines, a function at most 60 and at most 5 parameters."""
    source = path.read_text("utf-8")
    functions = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 60]
    wide = [f.name for f in functions if len([a for a in (*f.args.args, *f.args.kwonlyargs) if a.arg != "self"]) > 5]

    assert len(source.splitlines()) <= 300
    assert long == []
    assert wide == []


def test_no_rule_knows_a_shipped_document() -> None:
    """Neither code nor templates name what only the shipped archive is about."""
    words = re.compile(r"cluster|\b(oslo|lima|dublin)\b|stoltenberg|munition|kongstad|johansen", re.IGNORECASE)
    places = [*MODULES, *(ROOT / "templates").rglob("*.html"), *(ROOT / "static").rglob("*.*")]
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in places
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if words.search(line.replace("muniment", ""))
    ]

    assert found == []


def test_every_problem_has_its_entry() -> None:
    """Each code of the table is explained in docs/problems.md, and nothing else is."""
    documented = re.findall(r"^## ([A-Z]-\d{3})", (ROOT / "docs/problems.md").read_text("utf-8"), re.MULTILINE)

    assert documented == sorted(problems.TABLE)


def test_nothing_committed_names_a_machine_or_a_registry() -> None:
    """No tracked file holds an absolute path of a developer's machine or the host name of a package registry."""
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S603 our own words
    hosts = re.compile(rb"py" rb"pi\.org|python" rb"hosted|registry\.np" rb"mjs|deb\.deb" rb"ian|/wo" rb"rk/[a-z]")
    tracked = [ROOT / name for name in listed.stdout.split("\0") if name]
    found = [path.name for path in tracked if path.is_file() and hosts.search(path.read_bytes())]

    assert found == []
