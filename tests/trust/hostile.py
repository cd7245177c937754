"""Hostile archives, made from tables: every place a text can stand in, times everything that has hurt a program there.

A case is an archive in memory. It must become a site that holds its words and runs nothing, or be refused by problems
that name file and line.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from tests.trust import hostile_sources, hostile_texts
from tests.trust.hostile_words import MARKUP, NAMES, SCHEMES, SCRIPTS, SIGNS, TEMPLATES

__all__ = ["MARKUP", "SCRIPTS", "Case", "big", "small"]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One hostile archive."""

    name: str
    family: str
    seeds: Mapping[str, bytes]
    sources: Mapping[str, bytes] = field(default_factory=dict)
    is_refused: bool | None = None
    """Whether it has to be refused (True), has to be built (False), or may be either (None)."""


TITLE = "Report of the harbour master"
SEED_PLACES = {
    "body": f"{TITLE}\n\n3 May 1931\n\nThe harbour {{}} was closed.\n\nNobody objected.\n",
    "title": "{}\n\n3 May 1931\n\nThe harbour was closed.\n\nNobody objected.\n",
    "head lines": f"{TITLE}\nDate: {{}}\nAuthor: {{}}\nSource: {{}}\n\nThe harbour was closed.\n",
    "list": f"{TITLE}\n\nThere were:\n\n- one {{}}\n- two {{}}\n\n(i) {{}}\n\n(ii) {{}}\n",
    "heading and quotation": f"{TITLE}\n\n# {{}}\n\nWords.\n\n> {{}}\n\nMore words.\n",
}
"""Where a payload can stand in a seed."""


def small() -> Iterator[Case]:
    """Give the cases that take moments, of every family."""
    yield from _in_seeds()
    for name, content, is_refused in hostile_texts.encodings():
        yield Case(name=name, family="encodings", seeds={"a.txt": content}, is_refused=is_refused)
    for family, name, sources, is_refused in hostile_sources.cases():
        seeds = hostile_sources.SEEDS
        yield Case(name=name, family=family, seeds=seeds, sources=sources, is_refused=is_refused)
    yield from _names()
    for name, make in hostile_texts.PATHOLOGICAL.items():
        for family in ("Markdown in a seed", "Markdown in a page", "Markdown in an edition"):
            yield _pathological(family, f"{name}, 100", make, 100)


def big() -> Iterator[Callable[[], Case]]:
    """Give the makers of the cases of size, each to be run in a process of its own."""
    for name, make, is_refused in hostile_texts.sizes():
        yield partial(_sized, name, make, is_refused)
    for number in (5_000, 50_000):
        for name, make_text in hostile_texts.PATHOLOGICAL.items():
            for family in ("Markdown in a seed", "Markdown in a page", "Markdown in an edition"):
                yield partial(_pathological, family, f"{name}, {number}", make_text, number)
    for family, name, make_sources, is_refused in hostile_sources.bombs():
        yield partial(_bomb, family, name, make_sources, is_refused)


def _sized(name: str, make: Callable[[], bytes], is_refused: bool | None) -> Case:
    return Case(name=name, family="size", seeds={"a.txt": make()}, is_refused=is_refused)


def _pathological(family: str, name: str, make: Callable[[int], str], number: int) -> Case:
    text = make(number)
    if family == "Markdown in a seed":
        return Case(name=name, family=family, seeds={"a.txt": f"{TITLE}\n\n{text}\n".encode()})
    sources = (
        {"site_src/pages/about.md": f"# About\n\n{text}\n".encode()}
        if family == "Markdown in a page"
        else hostile_sources.edited(body=f"{text}\n")
    )
    return Case(name=name, family=family, seeds=hostile_sources.SEEDS, sources=sources)


def _bomb(family: str, name: str, make: Callable[[], dict[str, bytes]], is_refused: bool | None) -> Case:
    return Case(name=name, family=family, seeds=hostile_sources.SEEDS, sources=make(), is_refused=is_refused)


def _in_seeds() -> Iterator[Case]:
    """Put scripts, schemes, template syntax and signs that nobody sees into every place of a seed."""
    for place, text in SEED_PLACES.items():
        for family, payloads in (("scripts", SCRIPTS), ("template syntax", TEMPLATES)):
            for number, payload in enumerate(payloads):
                content = text.replace("{}", payload).encode()
                yield Case(name=f"{number} in {place}", family=f"{family} in a seed", seeds={"a.txt": content})
    for number, scheme in enumerate(SCHEMES):
        for form in ("[words]({})", "<{}>", "![picture]({})", "[words][1]\n\n[1]: {}", "see {} there"):
            content = SEED_PLACES["body"].replace("{}", form.format(scheme)).encode()
            yield Case(name=f"{number} as {form[:6]}", family="schemes in a seed", seeds={"a.txt": content})
    for sign in SIGNS:
        for place in ("body", "title", "head lines"):
            content = SEED_PLACES[place].replace("{}", f"ab{sign}cd {sign} ef").encode()
            yield Case(name=f"U+{ord(sign):04X} in {place}", family="signs in a seed", seeds={"a.txt": content})


def _names() -> Iterator[Case]:
    """Give seeds names, and titles that become addresses, that mean something to a system."""
    text = SEED_PLACES["body"].replace("{}", "of Bergen")
    for name in NAMES:
        seeds = {f"{name}.txt": text.encode(), **hostile_sources.SEEDS}
        yield Case(name=f"seed {name[:30]!r}", family="names", seeds=seeds)
        titled = {"a.txt": f"{name}\n\n3 May 1931\n\nThe harbour was closed.\n".encode()}
        if name.strip():
            yield Case(name=f"title {name[:30]!r}", family="names", seeds=titled)
    for one, other in (
        ("A.txt", "a.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
        ("a.txt", "a"),
        ("a.txt", "a.TXT"),
        ("ß.txt", "ss.txt"),
    ):
        seeds = {one: text.encode(), other: text.replace("closed", "opened").encode()}
        yield Case(name=f"{one!r} and {other!r}", family="collisions", seeds=seeds, is_refused=False)
    for number in (2, 20, 200):
        seeds = {f"{n}.txt": text.encode() for n in range(number)}
        yield Case(name=f"{number} times the same", family="collisions", seeds=seeds, is_refused=False)
