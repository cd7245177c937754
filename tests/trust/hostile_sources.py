"""Hostile files of `site_src/`: editions, settings, pages, registries, and bombs of YAML and TOML."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import cache, partial

from muniment import edition
from muniment.model import Edition, Evidence, FrontMatter, Intervention, Note
from tests.trust import places
from tests.trust.hostile_words import NAMES, SCHEMES, SCRIPTS, SIGNS, TEMPLATES

SEEDS = {"minutes.txt": places.MINUTES.encode()}
Row = tuple[str, str, dict[str, bytes], bool | None]
"""(family, name, files of `site_src/`, whether they have to be refused)."""

PAYLOADS = (*SCRIPTS[:12], TEMPLATES[2], SCHEMES[0], "ab\u202ecd", "ab\x1b[31mcd", "x" * 5000)
FIELDS = tuple(
    name
    for name in (field.name for field in fields(FrontMatter) if field.type in (str, "str"))
    if name not in ("id", "seed", "seed_sha256", "drafted_sha256", "transcript_sha256")
)
"""Every field of front matter that is one text."""


@cache
def _drafted() -> tuple[Edition, dict[str, bytes]]:
    """Give the edition that the seed is drafted to, and all files of a first build."""
    sources = places.drafted(SEEDS)
    ((path, content),) = ((path, content) for path, content in sources.items() if path.endswith(".md"))
    read, _ = edition.read(path, content)
    assert read is not None
    return read, sources


def edited(body: str | None = None, **front: object) -> dict[str, bytes]:
    """Give the files of `site_src/` with the edition's body or front matter changed."""
    read, sources = _drafted()
    text = edition.write(replace(read.front, **front), read.body if body is None else body)  # type: ignore[arg-type]
    return {**sources, read.path: text.encode()}


def _raw(front: str) -> dict[str, bytes]:
    """Give the edition with raw YAML for its front matter."""
    read, sources = _drafted()
    return {**sources, read.path: f"---\n{front}\n---\n{read.body}".encode()}


def _with(line: str) -> dict[str, bytes]:
    """Give the edition with a line of YAML put in front of its front matter."""
    read, sources = _drafted()
    return {**sources, read.path: read.source.replace("---\n", f"---\n{line}\n", 1).encode()}


def cases() -> Iterator[Row]:
    """Give every small case."""
    yield from _front_matter()
    yield from _editions()
    yield from _yaml()
    yield from _tables()
    yield from _pages()
    yield from _registries()
    yield from _addresses()


def bombs() -> Iterator[tuple[str, str, Callable[[], dict[str, bytes]], bool | None]]:
    """Give the makers of the cases of size."""
    yaml: dict[str, Callable[[int], str]] = {
        "brackets": lambda n: "a: " + "[" * n,
        "braces": lambda n: "a: " + "{a: " * n,
        "lists": lambda n: "- " * n,
        "question marks": lambda n: "? " * n,
        "keys": lambda n: "\n".join(f"k{k}: x" for k in range(n)),
        "indents": lambda n: "\n".join(" " * k + "a:" for k in range(min(n, 3000))),
        "quotation marks": lambda n: '"' * n,
    }
    toml: dict[str, Callable[[int], bytes]] = {
        "brackets": lambda n: b"a = " + b"[" * n,
        "tables": lambda n: b"[" + b"a." * n + b"a]",
        "dots": lambda n: b"a." * n + b"a = 1",
        "braces": lambda n: b"a = " + b"{a=" * n,
        "digits": lambda n: b"title = " + b"1" * n,
        "stages": lambda n: "\n".join(f'[[stage]]\nid = "s{k}"\nname = "S"' for k in range(min(n, 3000))).encode(),
        "keys": lambda n: b"\n".join(b"k%d = 1" % k for k in range(n)),
        "strings": lambda n: b"title = " + b'""' * n,
        "lines": lambda n: b"\n" * n + b"title = 1",
    }
    for number in (1_000, 100_000):
        for name, make in yaml.items():
            yield "YAML bombs", f"{number} {name}", partial(_raw_made, make, number), True
        for name, make_bytes in toml.items():
            for file in ("archive", "events", "claims", "authorities/states", "authorities/people"):
                yield "TOML bombs", f"{number} {name} in {file}", partial(_file_made, file, make_bytes, number), None
    notes = tuple(Note(kind="comment", at="p1", quote="council", text=f"Note {n}.") for n in range(5_000))
    yield "front matter", "a field of a megabyte", lambda: edited(custody="x" * 1_000_000), None
    yield "front matter", "5,000 notes", lambda: edited(notes=notes), None
    yield "pages", "a page of 5 MB", lambda: {"site_src/pages/about.md": b"# About\n\n" + b"word " * 1_000_000}, None
    yield "pages", "a page of 20 MB", lambda: {"site_src/pages/about.md": b"# About\n\n" + b"word " * 4_000_000}, None


def _raw_made(make: Callable[[int], str], number: int) -> dict[str, bytes]:
    return _raw(make(number))


def _file_made(name: str, make: Callable[[int], bytes], number: int) -> dict[str, bytes]:
    return {f"site_src/{name}.toml": make(number)}


def _front_matter() -> Iterator[Row]:
    """Put payloads into every field of front matter, quoted as YAML wants it."""
    for number, payload in enumerate(PAYLOADS):
        for name in FIELDS:
            yield "scripts in front matter", f"{number} in {name}", edited(**{name: payload}), None
        yield "scripts in front matter", f"{number} in creators", edited(creators=(payload, payload)), None
        yield "scripts in front matter", f"{number} in aliases", edited(aliases=(payload,)), None
        yield "scripts in front matter", f"{number} in id", edited(id=payload), True
        note = Note(kind="comment", at="p1", quote="council", text=payload, by=payload, source=payload)
        yield "scripts in front matter", f"{number} in a note", edited(notes=(note,)), None
        quoted = replace(note, quote=payload)
        yield "scripts in front matter", f"{number} quoted in a note", edited(notes=(quoted,)), True
        supplied = (("place", (Evidence(line=0, quote=payload, basis="supplied", source=payload),)),)
        yield "scripts in front matter", f"{number} in evidence", edited(place="School", evidence=supplied), None
        change = Intervention(rule=payload, lines=(1, 1), before=payload, after=payload, reason=payload)
        yield "scripts in front matter", f"{number} in interventions", edited(interventions=(change,)), None


def _editions() -> Iterator[Row]:
    """Put payloads into the text of an edition, with and without a note that accounts for them."""
    read, _ = _drafted()
    for number, payload in enumerate((*SCRIPTS, *TEMPLATES)):
        body = read.body.replace("council", payload, 1)
        note = Note(kind="emendation", at="p1", quote="council", text=payload, by="E.")
        yield "scripts in an edition", f"{number} with a note", edited(body, notes=(note,)), None
        yield "scripts in an edition", f"{number} without", edited(body), None
    for number, scheme in enumerate(SCHEMES):
        body = read.body.replace("council", f"[council]({scheme})", 1)
        yield "schemes in an edition", f"{number} as a link", edited(body), None
        picture = read.body.replace("council", f"![council]({scheme})", 1)
        yield "schemes in an edition", f"{number} as a picture", edited(picture), None
    for sign in SIGNS:
        yield (
            "signs in an edition",
            f"U+{ord(sign):04X}",
            edited(read.body.replace("council", f"coun{sign}cil", 1)),
            None,
        )
    for language in ('" onload="alert(1)', "<script>", "../../x", "a" * 5000, "python\u202e", "{{x}}", "a b c"):
        body = f"{read.body}\n```{language}\nwords\n```\n"
        yield "scripts in an edition", f"fence {language[:12]!r}", edited(body), None


_BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
_FRONT_MATTERS = {
    "billion laughs": _BOMB,
    "an anchor": "title: &a x\nplace: *a",
    "an alias to itself": "a: &a [*a]",
    "a merge key": "<<: {a: b}",
    "a tag that runs": "title: !!python/object/apply:os.system ['id']",
    "a tag that makes": "title: !!python/name:os.system",
    "a local tag": "title: !x y",
    "a tag of numbers": "title: !!int 3",
    "binary": "title: !!binary aGVsbG8=",
    "a list": "- a\n- b",
    "a sentence": "Only words, no keys",
    "a number": "42",
    "nothing": "",
    "null": "~",
    "a key that is a list": "? [a, b]\n: c",
    "a key that is a number": "3: x",
    "a key that is empty": '"": x',
    "two documents": "a: b\n...\nc: d",
    "a directive": "%YAML 1.1\na: b",
    "tabs": "title:\tx\n\tplace: y",
    "a bad date": "date: 2007-02-30",
    "a quotation mark left open": 'title: "x',
    "a brace left open": "title: {a: b",
    "an escape that is none": 'title: "\\q"',
    "an escaped surrogate": 'title: "\\ud800"',
    "an escaped NUL": 'title: "\\0"',
    "control characters": "title: a\x01b",
    "a line separator": "title: a\u2028b",
    "a next line": "title: a\x85b",
    "a mark in the middle": "title: a\ufeffb",
    "a block": "title: |\n  a\n  b",
    "a folded block": "title: >\n  a\n  b",
    "an indent of its own": "title: |9\n  a",
    "keys that Python knows": "__class__: x\n__init__: y",
    "a very long key": "k" * 5000 + ": x",
    "colons": ":" * 1000,
    "hyphens": "-" * 1000,
    "an entry that is no list": "notes: x",
    "notes that are texts": "notes: [a, b]",
    "a note within a note": "notes: [{kind: {a: b}}]",
    "a line number that is none": "evidence: {date: [{line: x, quote: y, basis: attested}]}",
    "a negative line": "evidence: {date: [{line: -1, quote: y, basis: attested}]}",
    "a huge line": "evidence: {date: [{line: 99999999999999999999, quote: y, basis: attested}]}",
}
"""Front matter that is no use, by what is wrong with it."""


def _yaml() -> Iterator[Row]:
    """Write front matter that YAML readers have stumbled over."""
    read, _ = _drafted()
    front = read.source[4 : read.source.index("\n---\n")]
    yield "YAML", "a key twice", _raw(f"{front}\ntitle: again"), True
    yield "YAML", "no for Norway", _raw(f"place: NO\n{front}"), None
    for name, text in _FRONT_MATTERS.items():
        yield "YAML", name, _raw(text), True
        if text:
            yield "YAML", f"{name}, in a whole front matter", _with(text), True
    for number in (21, 200, 1_000):
        yield "YAML", f"{number} brackets", _raw("a: " + "[" * number + "]" * number), True
        yield "YAML", f"{number} indents", _raw("\n".join(" " * n + "a:" for n in range(number))), True


def _tables() -> Iterator[Row]:
    """Put payloads into every text of the curated files, and break the files themselves."""
    read, _ = _drafted()
    quote = "The council met at the school."
    for number, payload in enumerate(PAYLOADS):
        text = json.dumps(payload).replace("\x7f", "\\u007f")
        archive = [f"{key} = {text}" for key in ("title", "description", "publisher", "licence")]
        archive += [f'[[stage]]\nid = "s"\nname = {text}\ntext = {text}\nmissing = {text}']
        archive += [f'[[relation]]\nid = "r"\nlabel = {text}\nverb = {text}', f'[[kind]]\nid = "k"\nlabel = {text}']
        yield "scripts in settings", f"{number}", {"site_src/archive.toml": "\n".join(archive).encode()}, None
        for key in ("base_url", "licence_url", "contact", "language"):
            line = f"{key} = {text}".encode()
            yield "scripts in settings", f"{number} in {key}", {"site_src/archive.toml": line}, None
        for key in ("licence_url", "contact", "base_url"):
            line = f"{key} = {json.dumps('https://example.org/' + re.sub(r'[^!-~]', '', payload) + '/')}".encode()
            yield "scripts in settings", f"{number} in {key}, as a path", {"site_src/archive.toml": line}, None
        date = f'[[event.date]]\nedtf = "1998-05-03"\nstatus = "held"\nbasis = "attested"\nprinted = {text}\n'
        date += f'document = "{read.front.id}"\nquote = {json.dumps(quote)}\ntext = {text}'
        event = f'[[event]]\nid = "e"\nname = {text}\nnames = [{text}]\nplace = {text}\ntext = {text}\n{date}'
        yield "scripts in events", f"{number}", {**edited(), "site_src/events.toml": event.encode()}, None
        claim = (
            f'[[claim]]\nstates = [{text}]\nrelation = {text}\nbasis = "attested"\ndocument = {text}\nquote = {text}'
        )
        yield "scripts in claims", f"{number}", {**edited(), "site_src/claims.toml": claim.encode()}, True
        figure = f'[[figure]]\nfigure = "3"\ncounted = {text}\nverb = {text}\ndocument = "{read.front.id}"\n'
        figure += f"quote = {json.dumps(quote)}\ntext = {text}"
        yield "scripts in claims", f"{number} in a figure", {**edited(), "site_src/claims.toml": figure.encode()}, None
        state = f'[[state]]\nid = "x-{number}"\nname = {text}\nsource = {text}\naliases = [{text}]\n'
        state += f"[[not_a_state]]\nname = {text}\nsource = {text}\n"
        yield "scripts in authorities", f"{number}, states", {"site_src/authorities/states.toml": state.encode()}, None
        for kind, name in (("person", "people"), ("organisation", "organisations"), ("place", "places")):
            entry = f'[[{kind}]]\nid = "x"\nname = {text}\nvariants = [{text}]\ntext = {text}'
            path = f"site_src/authorities/{name}.toml"
            yield "scripts in authorities", f"{number}, {name}", {path: entry.encode()}, None
    for name in ("archive", "events", "claims", "authorities/states", "authorities/people", "authorities/places"):
        path = f"site_src/{name}.toml"
        for number, content in enumerate(_broken_toml()):
            yield "TOML", f"{number} in {name}", {path: content}, None if not content.strip() else True
    for name in ("../x", "CON", "x.toml.toml", "archve", "x y", "\u202ex"):
        yield "TOML", f"a file {name!r}", {f"site_src/{name}.toml": b"title = 'x'"}, None


def _broken_toml() -> tuple[bytes, ...]:
    return (
        b"",
        b"\n\n",
        b"title",
        b"title = ",
        b"title = 'x",
        b'title = "\\q"',
        b'title = "\\ud800"',
        b'title = "a\0b"',
        b"title = 1\ntitle = 2",
        b"[a]\n[a]",
        b"[[a]]\n[a]",
        b"title = 1979-05-27T07:32:00Z",
        b"title = inf",
        b"title = [1, 'a']",
        b"title = {a = 1}",
        b"\xff\xfe",
        b"title = '\xff'",
        b"\xef\xbb\xbf\xef\xbb\xbftitle = 'x'",
        b"__class__ = 'x'",
        b"'' = 'x'",
        b"event = 'x'\nclaim = 3\nstate = []",
        b"[[event]]\n[[claim]]\n[[state]]\n[[person]]\n[[place]]",
        b"title = 0x" + b"f" * 5000,
        b"# " + b"\x01",
    )


def _pages() -> Iterator[Row]:
    """Put payloads into hand-written pages, their titles and their names."""
    for number, payload in enumerate((*SCRIPTS, *TEMPLATES)):
        page = f"# {payload}\n\n{payload}\n\n- {payload}\n\n    {payload}\n".encode()
        yield "scripts in a page", f"{number}", {"site_src/pages/about.md": page}, None
        front = f"---\ntitle: {payload}\n---\n\n{payload}\n".encode()
        yield "scripts in a page", f"{number} in front matter", {"site_src/pages/index.md": front}, None
    for number, scheme in enumerate(SCHEMES):
        page = f"# About\n\n[words]({scheme}) <{scheme}> ![p]({scheme}) [a][1]\n\n[1]: {scheme}\n".encode()
        yield "schemes in a page", f"{number}", {"site_src/pages/about.md": page}, None
    for name in NAMES:
        yield "names of pages", f"{name[:30]!r}", {f"site_src/pages/{name}.md": b"# About\n\nWords.\n"}, None
    for number, content in enumerate(
        (b"", b"\n", b"---", b"---\n", b"---\ntitle:\n---\n", b"\xff", b"# \n", b"\0", b"#")
    ):
        yield "broken pages", f"{number}", {"site_src/pages/about.md": content}, None


def _registries() -> Iterator[Row]:
    """Write registries of anchors that were tampered with."""
    read, sources = _drafted()
    path = f"site_src/anchors/{read.front.id}.toml"
    good = sources[path].decode()
    rows = {
        "empty": "",
        "not TOML": "[anchors",
        "bytes": "\udcff",
        "a script as opening": good.replace('opening = "', 'opening = "<script>alert(1)</script> ', 1),
        "a script as anchor": good + '"<script>" = "p1"\n',
        "an alias to itself": good + 'p9 = "p9"\n',
        "aliases in a circle": good + 'p8 = "p9"\np9 = "p8"\n',
        "an alias to nothing": good + 'p9 = "p99"\n',
        "an alias of a live anchor": good + 'p1 = "p2"\n',
        "an anchor twice": good.replace("[aliases]", good.partition("[anchors]\n")[2].split("\n")[0] + "\n[aliases]"),
        "another table": good + "\n[more]\na = 1\n",
        "a huge number": good.replace("[anchors]", "[anchors]\np99999999 = 1"),
        "a negative last": re.sub("p = .*", "p = -1", good, count=1),
        "a last beyond bounds": re.sub("p = .*", "p = 99999999999999999999", good, count=1),
        "hashes that are none": good.replace('sha256 = "', 'sha256 = "zz', 1),
        "all hashes of others": re.sub('sha256 = "[0-9a-f]{4}', 'sha256 = "0000', good),
        "no anchors": good.partition("[anchors]")[0],
        "swapped": good.replace("p1 =", "px =").replace("p2 =", "p1 =").replace("px =", "p2 ="),
        "a template": good.replace('opening = "', 'opening = "{{ 7*7 }} ', 1),
        "an escape sequence": good + 'p9 = "\\u001b[31m"\n',
    }
    for name, text in rows.items():
        yield "registries", name, {**sources, path: text.encode("utf-8", "surrogateescape")}, None
    for name in NAMES:
        yield "registries", f"named {name[:30]!r}", {**sources, f"site_src/anchors/{name}.toml": good.encode()}, None


def _addresses() -> Iterator[Row]:
    """Give editions ids, aliases, file names and seeds that mean something to a system."""
    read, sources = _drafted()
    for name in NAMES:
        yield "addresses", f"id {name[:30]!r}", edited(id=name), None
        yield "addresses", f"alias {name[:30]!r}", edited(aliases=(name,)), None
        yield "addresses", f"seed {name[:30]!r}", edited(seed=name), True
        moved = {path: content for path, content in sources.items() if path != read.path}
        yield "addresses", f"file {name[:30]!r}", {**moved, f"site_src/documents/{name}.md": sources[read.path]}, None
    yield "addresses", "an alias of its own id", edited(aliases=(read.front.id,)), True
    yield "addresses", "an alias twice", edited(aliases=("a", "a")), None
    two = {**sources, "site_src/documents/b.md": sources[read.path]}
    yield "addresses", "two editions of one seed", two, True
    yield "addresses", "a translation of itself", edited(translation_of=read.front.id), None
