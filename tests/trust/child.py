"""Run hostile cases in this process, watched: what is opened, started or asked is seen by an audit hook.

`python -m tests.trust.child small FIRST STEP` runs every STEPth small case from FIRST; `big NUMBER` runs one of size.
One line of JSON a case.
"""

import io
import itertools
import json
import re
import resource
import sys
import time
import traceback
import zipfile
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html

from muniment import line, problems
from tests.trust import hostile, places

FORBIDDEN = (
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "pty.",
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.truncate",
    "shutil.",
    "ctypes.dlopen",
)
MOST = 4 * 1024**3
"""Bytes of address space, far beyond what any case may take."""
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCRIPT = re.compile(r"(?:(?:\.\./)*|/|/[^/].*/)static/[a-z-]+\.js")
_PATH = re.compile(r"[A-Za-z0-9._/-]+")
_ICON = "data:image/svg+xml,"
_LAYOUT = "*_#>`-+•<=~\\[]()!&;:.,'\"|"

seen: list[str] = []


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Remember what a text has no business to do."""
    is_write = event == "open" and isinstance(arguments[1], str) and any(mode in arguments[1] for mode in "wax+")
    if is_write or event.startswith(FORBIDDEN):
        seen.append(f"{event} {arguments!r}"[:200])


def _peak() -> int:
    """Give the most memory this program has held; what the system counts for a process begins with its parent's."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return int(re.findall(r"VmHWM:\s+([0-9]+) kB", status)[0]) // 1024


def run(case: hostile.Case) -> dict[str, Any]:
    """Run one case and tell what came of it."""
    told: dict[str, Any] = {"name": f"{case.family}: {case.name}", "faults": []}
    inputs = places.inputs(case.seeds, case.sources)
    seen.clear()
    started = time.process_time()
    try:
        outcome = line.run(inputs)
    except Exception:
        told["faults"].append("a traceback: " + " | ".join(traceback.format_exc().splitlines()[-5:]))
        outcome = line.Outcome()
    told["seconds"] = round(time.process_time() - started, 3)
    told["megabytes"] = _peak()
    told["faults"] += seen
    told["built"] = bool(outcome.files)
    errors = [problem for problem in outcome.problems if problem.severity == "error"]
    told["errors"] = [f"{problem.path}:{problem.line} {problem.code}" for problem in errors[:5]]
    if not told["faults"]:
        told["faults"] += [*_wrong_words(outcome), *_wrong_fate(case, outcome, errors)]
        if outcome.files and len(outcome.files) < 2000:
            told["faults"] += _wrong_site(case, outcome)
    return told


def _wrong_words(outcome: line.Outcome) -> list[str]:
    """Find messages that a terminal would not only print."""
    words = [problems.worded(problem) for problem in outcome.problems]
    return [f"unprintable: {each[:100]!r}" for each in words if not each.replace("\n    ", " ").isprintable()]


def _wrong_fate(case: hostile.Case, outcome: line.Outcome, errors: list[Any]) -> list[str]:
    """Find a case that was neither built nor refused, or not as it must be; and refusals without a place."""
    faults = [f"no place: {each}" for each in errors if not each.path or not each.message]
    faults += [f"a fault of ours: {each.code} {each.message[:200]}" for each in errors if each.code in OURS]
    if bool(outcome.files) == bool(errors):
        faults.append("neither built nor refused")
    if case.is_refused is not None and bool(errors) != case.is_refused:
        faults.append("built" if case.is_refused else f"refused: {[each.message[:120] for each in errors[:2]]}")
    return faults


OURS = (
    "E-085",
    "E-086",
    "E-087",
    "E-088",
    "L-003",
    "L-008",
    "L-009",
    "L-013",
    "L-015",
    "L-060",
    "L-061",
    "L-062",
    "L-063",
)
"""Problems of finished pages that no input may lead to."""


def _wrong_site(case: hostile.Case, outcome: line.Outcome) -> list[str]:
    """Look at a finished site with a parser that mends everything: what would run, and which words are not there."""
    files = places.files(outcome.files)
    faults = [f"path {path!r}" for path in files if not _PATH.fullmatch(path) or ".." in path]
    for path, content in files.items():
        if path.endswith(".html"):
            faults += [f"{path}: {fault}" for fault in _runs(lxml.html.document_fromstring(content.decode()))]
    faults += [f"{path}: {fault}" for path, content in files.items() for fault in _malformed(path, content)]
    assert outcome.archive is not None
    for document in outcome.archive.documents:
        if document.edition.front.withdrawn:
            continue
        page = lxml.html.document_fromstring(files[f"documents/{document.id}.html"].decode())
        faults += _lost("".join(document.transcript.lines), page)
        name = document.transcript.name
        published = files.get(f"documents/{document.id}.seed.txt")
        if published is not None and published != case.seeds[name]:
            faults.append(f"{name} was not published as received")
    return faults


def _malformed(path: str, content: bytes) -> list[str]:
    """Find data that its reader would refuse, and names in a packed file that lead out of it."""
    try:
        if path.endswith((".json", ".jsonld", ".csl.json")):
            json.loads(content)
        elif path.endswith((".xml", ".atom", ".svg", ".rdf", ".ttl.xml")):
            lxml.etree.fromstring(
                content, lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            )
        elif path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                return [f"packed {name!r}" for name in packed.namelist() if _leads_out(name)]
        elif not path.endswith((".seed.txt", ".png", ".woff2", ".gz")):
            content.decode()
    except (ValueError, lxml.etree.XMLSyntaxError, zipfile.BadZipFile) as refusal:
        return [f"malformed: {refusal}"]
    return []


def _leads_out(name: str) -> bool:
    """Say whether a name in a packed file would be written somewhere else, or cannot be printed."""
    parts = name.split("/")
    return not name.isprintable() or "\\" in name or "" in parts[:-1] or ".." in parts or "." in parts


def _runs(page: Any) -> list[str]:
    """Find what a browser would run, load from elsewhere or be sent to."""
    faults = []
    for element in page.iter():
        attributes = {str(key): str(value) for key, value in element.attrib.items()}
        faults += [f"{element.tag} {key}" for key in attributes if key.startswith("on") or key == "style"]
        if element.tag in ("iframe", "object", "embed", "base", "style", "math", "template", "plaintext"):
            faults.append(str(element.tag))
        is_data = element.tag == "script" and attributes == {"type": "application/ld+json"}
        if is_data and (json.loads(element.text) is None or "<" in element.text):
            faults.append("data that could end its element")
        if element.tag == "script" and not is_data and not _SCRIPT.fullmatch(attributes.get("src", "")):
            faults.append(f"script {attributes}")
        if element.tag == "link" and attributes.get("rel") == "icon" and attributes["href"].startswith(_ICON):
            continue
        for key in ("href", "src", "action", "cite", "srcset"):
            scheme = re.match(r"[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):", attributes.get(key, ""))
            if (scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel")) or attributes.get(
                key, ""
            ).startswith("//"):
                faults.append(f"{element.tag} {key}={attributes[key][:60]!r}")
    return faults


def _lost(seed: str, page: Any) -> list[str]:
    """Find words of a seed that a reader of the page would not find, marks of layout and unseen signs apart."""
    text = "".join(page.itertext())
    tokens = {_bare(word) for word in text.split()}
    shown = _bare(text)
    wanted = {bare: word for word in seed.split() if (bare := _bare(word)) not in tokens}
    return [f"lost: {wanted[bare][:60]!r}" for bare in sorted(wanted)[:1000] if bare not in shown][:3]


def _bare(words: str) -> str:
    """Take off what may differ: white space, unseen signs and the signs that show them, marks of layout."""
    words = re.sub(r"[\u2400-\u2421\ufffd\ufdd0\ufffe\uffff\U0010ffff]", "", _UNSEEN.sub("", words))
    return "".join(sign for sign in words if not sign.isspace() and sign not in _LAYOUT)


def main(words: list[str]) -> None:
    """Run the cases that are asked for; one that wants all memory gets an error, and not the memory of the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
    places.remember()
    places.run(hostile.hostile_sources.SEEDS)
    sys.addaudithook(watch)
    if words[0] == "small":
        for case in itertools.islice(hostile.small(), int(words[1]), None, int(words[2])):
            print(json.dumps(run(case)), flush=True)
    for make in itertools.islice(hostile.big(), int(words[1]), int(words[1]) + 1) if words[0] == "big" else ():
        print(json.dumps(run(make())), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
