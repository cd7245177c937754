"""What is published comes from pinned parts, by jobs that may do no more than they need, and others can check it."""

import hashlib
import re
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.trust import places

WORKFLOW = ROOT / ".github/workflows/pages.yml"
PINNED = re.compile(r"[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
RIGHTS = {
    "build": {"contents": "read", "pages": "read"},
    "again": {"contents": "read"},
    "attest": {"id-token": "write", "attestations": "write"},
    "deploy": {"pages": "write", "id-token": "write"},
}
"""Everything that each job may do; what is not named, GitHub refuses."""


def _faults(text: str) -> list[str]:
    """Find what is wrong with a workflow: parts that can change under it, rights, and words that reach a shell."""
    found = [f"not pinned: {use}" for use in re.findall(r"uses: *(.*)", text) if not PINNED.fullmatch(use)]
    workflow: dict[Any, Any] = yaml.safe_load(text)
    jobs = workflow["jobs"]
    if workflow.get("permissions") != {"contents": "read"}:
        found.append("rights of the whole workflow")
    found += [f"rights of {name}" for name, job in jobs.items() if job.get("permissions") != RIGHTS.get(name)]
    if "pull_request_target" in workflow[True]:  # YAML reads the key `on` as true
        found.append("strangers' code with our rights")
    steps = [(name, step) for name, job in jobs.items() for step in job["steps"]]
    found += [f"a shell is given words of others in {name}" for name, step in steps if "${{" in step.get("run", "")]
    checkouts = [step for _, step in steps if step.get("uses", "").startswith("actions/checkout@")]
    if any(step.get("with", {}).get("persist-credentials") is not False for step in checkouts):
        found.append("a token is left behind")
    if not {"build", "again", "attest"} <= {*jobs.get("deploy", {}).get("needs", ())}:
        found.append("deployed without having been compared and attested")
    return found


def test_the_workflow_is_pinned_and_may_do_no_more_than_it_needs() -> None:
    """Actions by commit, a read-only token for the build, nothing deployed that two machines do not agree on."""
    assert _faults(WORKFLOW.read_text("utf-8")) == []
    assert [path.name for path in WORKFLOW.parent.iterdir()] == [WORKFLOW.name]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (r"checkout@[0-9a-f]{40} # v7.0.0", "checkout@v7", "not pinned"),
        (r"(deploy-pages@[0-9a-f]{40}) # v5.0.0", r"\1", "not pinned"),
        (r"(deploy-pages@[0-9a-f]{39})[0-9a-f]", r"\1", "not pinned"),
        (r"actions/deploy-pages@\S+", "./.github/deploy", "not pinned"),
        (r"permissions:\n  contents: read\n\nconc", "permissions: write-all\n\nconc", "rights of the whole"),
        (r"permissions:\n  contents: read\n\nconc", "conc", "rights of the whole"),
        (r"      contents: read\n      pages: read", "      contents: write", "rights of build"),
        (
            r"      contents: read\n      pages: read[^\n]*\n",
            "      contents: read\n      id-token: write\n",
            "rights of b",
        ),
        (r"    permissions:\n      pages: write\n      id-token: write\n", "", "rights of deploy"),
        (r"  pull_request:", "  pull_request_target:", "strangers' code"),
        (r'BASE_URL="\$BASE_URL"', 'BASE_URL="${{ github.head_ref }}"', "a shell is given"),
        (r"persist-credentials: false", "persist-credentials: true", "a token is left"),
        (r"needs: \[build, again, attest\]", "needs: [build]", "deployed without"),
    ],
)
def test_what_would_loosen_the_workflow_is_found(old: str, new: str, fault: str) -> None:
    """The look at the workflow is no formality: each of these is told by name."""
    text = WORKFLOW.read_text("utf-8")
    loosened = re.sub(old, new, text, count=1)

    assert loosened != text
    assert any(each.startswith(fault) for each in _faults(loosened))


def test_the_site_is_built_twice_and_compared() -> None:
    """On two machines, in another folder, zone and language; the second fails where the manifests differ."""
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    again = next(step for step in jobs["again"]["steps"] if "make" in step.get("run", ""))

    assert {"TZ", "LC_ALL", "PYTHONHASHSEED"} <= {*again["env"]}
    assert 'manifest-sha256.txt | cut -d \' \' -f 1)" = "$MANIFEST"' in again["run"]
    assert "sha256sum --check --strict" in str(jobs["build"]["steps"])


@pytest.mark.parametrize("name", ["requirements.lock", "requirements.run.lock"])
def test_every_package_of_a_lock_has_its_hashes(name: str) -> None:
    """Each requirement is one version with at least one sha256, and nothing in the file says where to fetch it."""
    text = (ROOT / name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.partition("\n")[2].strip())

    assert [
        each
        for each in entries
        if not re.match(r"[a-z0-9._-]+(\[\S+\])?==[^\s]+.*--hash=sha256:[0-9a-f]{64}", each, re.S)
    ] == []
    assert len(entries) > 10
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


def test_packages_are_installed_by_hash_only() -> None:
    """Every installation that make and the workflow do asks for hashes."""
    makefile = (ROOT / "Makefile").read_text("utf-8")

    assert [each for each in re.findall(r".*pip install.*", makefile) if "--require-hashes" not in each] == []
    assert "pip install" not in WORKFLOW.read_text("utf-8")


def test_the_run_lock_is_part_of_the_test_lock() -> None:
    """Both were written together: what is tested is what runs."""
    run, test = (
        dict(re.findall(r"^([a-z0-9._-]+)(?:\[\S+\])?==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.run.lock", "requirements.lock")
    )

    assert {name: version for name, version in run.items() if test.get(name, version) != version} == {}


def test_the_colophon_carries_the_hash_of_the_content() -> None:
    """A reader with a copy of seeds and sources can compute it, and any change of either changes it."""
    sources = places.drafted()
    digests = []
    for harmed in ({}, {"site_src/pages/about.md": b"# About\n\nWords.\n"}):
        held = {**sources, **harmed}
        page = places.files(places.run(places.SEEDS, held).files)["colophon.html"].decode()
        listed = [(f"seeds/{name}", content) for name, content in sorted(places.SEEDS.items())] + sorted(held.items())
        lines = "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in listed)
        digest = hashlib.sha256(lines.encode()).hexdigest()
        assert digest in page
        digests.append(digest)

    assert digests[0] != digests[1]


def test_there_is_a_security_policy() -> None:
    """It says what counts, what does not, and where to report it; the README leads to it."""
    policy = (ROOT / "SECURITY.md").read_text("utf-8")

    assert "## Reporting" in policy
    assert "## What counts as a hole" in policy
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text("utf-8")
