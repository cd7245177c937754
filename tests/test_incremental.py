"""After any sequence of edits a build that remembers the last one makes the same site as one that remembers nothing."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from muniment import disk, exports, line
from muniment.exports.zipped import Member
from muniment.model import Files, Limits
from tests.conftest import ROOT

SEEDS = {
    "a.txt": "Harbour board, minutes\n\n3 May 1921\n\nThe delegates of Norway and Chile met at the custom house.\n\n"
    "Mrs Berg of the board read the report aloud, and Peru asked for a copy of it.\n",
    "b.txt": "Letter to the harbour board\n\n9 June 1921\n\nDear Mrs Berg, the pilots of Peru thank you for it.\n",
    "c.txt": "Press release\n\n1 July 1922\n\nThe conference of Valparaiso opens on 4 July 1922, said the board.\n\n"
    "Chile, Peru, Norway, Japan, Kenya, Ghana, Malta, Spain and Italy send delegates to the conference.\n",
    "d.txt": "Report of the pilots\n\nNobody dated this report, in which Japan is thanked for its charts of the bay.\n",
}
ARCHIVE = """\
title = "Harbours"
description = "Papers of a board."
exports = ["data", "texts", "citations", "tei", "tables", "feed", "metadata", "bundle"]
search = "text"
language = "en"
indexes = ["timeline", "states", "people", "organisations", "places", "figures"]

[[stage]]
id = "valparaiso"
name = "Valparaiso"
text = "The conference."
missing = "No paper reports it."
"""
EVENTS = """\
[[event]]
id = "opening"
name = "Opening"
stage = "valparaiso"
relation = "stage"

[[event.date]]
edtf = "1922-07-04"
status = "planned"
basis = "attested"
printed = "4 July 1922"
document = "{press}"
quote = "opens on 4 July 1922"
"""
PEOPLE = '[[person]]\nid = "berg"\nname = "Mrs Berg"\n'


@dataclass
class Desk:
    """What lies on an editor's desk: the archive's files, and the site as it was last published."""

    seeds: dict[str, bytes] = field(default_factory=dict)
    sources: dict[str, bytes] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    memory: line.Memory = field(default_factory=line.Memory)
    site: dict[str, bytes] = field(default_factory=dict)

    def build(self, *, forgetful: bool = False) -> line.Outcome:
        """Run the line, with or without what the last build found out."""
        shipped = _shipped()
        known = {path: hashlib.sha256(content).hexdigest() for path, content in self.site.items()}
        inputs = replace(
            shipped,
            seeds=Files(self.seeds),
            sources=Files(self.sources),
            templates={**shipped.templates, **self.templates},
            program="" if forgetful else "tests",
            memory=line.Memory() if forgetful else self.memory,
            published=Files({}) if forgetful else Files({}, known, self.site.__getitem__),
        )
        return line.run(inputs)

    def save(self, outcome: line.Outcome) -> None:
        """Write what a build gave, as the command does."""
        for path, text in (*outcome.drafts, *outcome.registries):
            self.sources[path] = text.encode()
        if outcome.files:
            self.site = _site(outcome, self.site)
            self.memory = outcome.memory

    @property
    def editions(self) -> list[str]:
        """Paths of the editions."""
        return sorted(path for path in self.sources if path.startswith("site_src/documents/") and path.endswith(".md"))

    def edition(self, number: int) -> str:
        """Choose one of them."""
        return self.editions[number % len(self.editions)]

    def change(self, path: str, old: str, new: str) -> None:
        """Replace words of a file, once."""
        self.sources[path] = self.sources[path].decode().replace(old, new, 1).encode()


@cache
def _shipped() -> line.Inputs:
    inputs, _ = disk.read(ROOT)
    return replace(inputs, name="Harbours", seeds=Files({}), sources=Files({}))


def _site(outcome: line.Outcome, former: dict[str, bytes]) -> dict[str, bytes]:
    made = {asset.path: asset.content for asset in outcome.files}
    kept = {path: former[path] for path, _ in outcome.kept}
    for path, sha256 in outcome.kept:
        assert hashlib.sha256(former[path]).hexdigest() == sha256
    return dict(sorted((kept | made).items()))


@cache
def _begun() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Give seeds and sources of an archive that has been drafted, and curated by its editor."""
    desk = Desk(seeds={name: text.encode() for name, text in SEEDS.items()})
    desk.sources["site_src/archive.toml"] = ARCHIVE.encode()
    desk.save(desk.build())
    press = next(path for path in desk.editions if "valparaiso" in path)
    desk.change(press, "\nkind:", "\nevent: opening\nkind:")
    desk.sources["site_src/events.toml"] = EVENTS.format(press=_id(press)).encode()
    desk.sources["site_src/authorities/people.toml"] = PEOPLE.encode()
    outcome = desk.build()
    assert [each for each in outcome.problems if each.severity == "error"] == []
    desk.save(outcome)
    return desk.seeds, desk.sources


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


Edit = Callable[[Desk, int], None]


def _body(desk: Desk, n: int) -> None:
    """Add words without a note, which is an error until they are taken back."""
    path = desk.edition(n)
    desk.sources[path] += f"\nAdded {n}.\n".encode()


def _body_back(desk: Desk, n: int) -> None:
    path = desk.edition(n)
    desk.sources[path] = desk.sources[path].split(b"\nAdded ")[0]


def _spacing(desk: Desk, n: int) -> None:
    path = desk.edition(n)
    desk.sources[path] += b"\n"


def _split(desk: Desk, n: int) -> None:
    """Cut a paragraph in two: anchors move on, words stay."""
    path = desk.edition(n)
    head, fence, body = desk.sources[path].decode().partition("\n---\n")
    words = body.split(" ")
    if len(words) > 6:
        words[4] = f"{words[4]}\n\n{words.pop(5)}"
    desk.sources[path] = f"{head}{fence}{' '.join(words)}".encode()


def _title(desk: Desk, n: int) -> None:
    desk.change(desk.edition(n), "\ntitle: ", f"\ntitle: No. {n} ")


def _date(desk: Desk, n: int) -> None:
    path = desk.edition(n)
    lines = desk.sources[path].decode().split("\n")
    lines = [f"date: 19{20 + n % 5}-0{1 + n % 9}" if line_.startswith("date: ") else line_ for line_ in lines]
    desk.sources[path] = "\n".join(lines).encode()


def _kind(desk: Desk, n: int) -> None:
    path = desk.edition(n)
    lines = desk.sources[path].decode().split("\n")
    kind = ("letter", "report", "speech")[n % 3]
    lines = [f"kind: {kind}" if line_.startswith("kind: ") else line_ for line_ in lines]
    desk.sources[path] = "\n".join(lines).encode()


def _withdraw(desk: Desk, n: int) -> None:
    desk.change(desk.edition(n), "\nkind:", "\nwithdrawn: The family asked.\nkind:")


def _publish_again(desk: Desk, n: int) -> None:
    desk.change(desk.edition(n), "\nwithdrawn: The family asked.", "")


def _translate(desk: Desk, n: int) -> None:
    desk.change(desk.edition(n), "\nkind:", f"\ntranslation_of: {_id(desk.edition(n + 1))}\nkind:")


def _alias(desk: Desk, n: int) -> None:
    desk.change(desk.edition(n), "\nkind:", f"\naliases: [former-{n}]\nkind:")


def _rename(desk: Desk, n: int) -> None:
    path = desk.edition(n)
    desk.sources[f"site_src/documents/z{n}-{path.rpartition('/')[2]}"] = desk.sources.pop(path)


def _remove(desk: Desk, n: int) -> None:
    path = desk.edition(n)
    if len(desk.editions) > 2:
        seed = next(x[6:] for x in desk.sources.pop(path).decode().split("\n") if x.startswith("seed: "))
        desk.seeds.pop(seed, None)
        desk.sources.pop(f"site_src/anchors/{_id(path)}.toml", None)


def _add(desk: Desk, n: int) -> None:
    words = f"Note {n}\n\n{1 + n % 28} May 1921\n\nThe board of harbours wrote to Ghana about note number {n}.\n"
    desk.seeds[f"n{n}.txt"] = words.encode()


def _reseed(desk: Desk, n: int) -> None:
    name = sorted(desk.seeds)[n % len(desk.seeds)]
    desk.seeds[name] += f"\nA line was found below, number {n}.\n".encode()


def _template(desk: Desk, n: int) -> None:
    source = _shipped().templates["base.html"]
    desk.templates["base.html"] = source.replace("</footer>", f"<p>{n}</p></footer>")


def _settings(desk: Desk, n: int) -> None:
    desk.change("site_src/archive.toml", 'title = "', f'title = "{n} ')


def _exports(desk: Desk, n: int) -> None:
    wanted = ("[]", '["data"]', '["bundle", "feed"]', '["card", "sitemap", "citations", "tables", "seed"]')[n % 4]
    lines = desk.sources["site_src/archive.toml"].decode().split("\n")
    lines = [f"exports = {wanted}" if each.startswith("exports") else each for each in lines]
    desk.sources["site_src/archive.toml"] = "\n".join(lines).encode()


def _address(desk: Desk, n: int) -> None:
    """Give the archive an address, with which pages name its card; then none."""
    told = desk.sources["site_src/archive.toml"].decode()
    lines = [each for each in told.split("\n") if not each.startswith("base_url")]
    address = [f'base_url = "https://example.org/{n}/"'] if n % 3 else []
    desk.sources["site_src/archive.toml"] = "\n".join([*address, *lines]).encode()


def _no_days(desk: Desk, n: int) -> None:
    """Take the dates of all documents but one."""
    for number, path in enumerate(desk.editions):
        if number != n:
            _drop(desk, path, "date")


def _drop(desk: Desk, path: str, field: str) -> None:
    lines = desk.sources[path].decode().split("\n")
    wanted = [line for line in lines if not line.startswith((f"{field}:", f"{field}_printed:", f"  {field}: ["))]
    desk.sources[path] = "\n".join(wanted).encode()


def _search(desk: Desk, n: int) -> None:
    lines = desk.sources["site_src/archive.toml"].decode().split("\n")
    lines = [f'search = "{("text", "none")[n % 2]}"' if each.startswith("search") else each for each in lines]
    desk.sources["site_src/archive.toml"] = "\n".join(lines).encode()


def _language(desk: Desk, n: int) -> None:
    lines = desk.sources["site_src/archive.toml"].decode().split("\n")
    lines = [f'language = "{("en", "nb", "fr")[n % 3]}"' if each.startswith("language") else each for each in lines]
    desk.sources["site_src/archive.toml"] = "\n".join(lines).encode()


def _word(desk: Desk, n: int) -> None:
    """Say a word of the interface in the archive's own way, then in another."""
    words = f'msgctxt "nav.about"\nmsgid "About"\nmsgstr "On this {n}"\n'
    desk.sources["site_src/words/en.po"] = words.encode()


def _indexes(desk: Desk, n: int) -> None:
    wanted = ('["timeline", "states", "people"]', '["people"]', '["timeline", "places"]')[n % 3]
    lines = desk.sources["site_src/archive.toml"].decode().split("\n")
    lines = [f"indexes = {wanted}" if each.startswith("indexes") else each for each in lines]
    desk.sources["site_src/archive.toml"] = "\n".join(lines).encode()


def _event(desk: Desk, n: int) -> None:
    desk.change("site_src/events.toml", 'status = "planned"', f'status = "{("target", "held")[n % 2]}"')


def _person(desk: Desk, n: int) -> None:
    desk.sources["site_src/authorities/people.toml"] = (
        PEOPLE + f'variants = ["board {n % 2}", "pilots"]\n' if n % 2 else PEOPLE
    ).encode()


def _state(desk: Desk, n: int) -> None:
    words = f'[[state]]\nid = "NOR"\naliases = ["harbour board {n}", "pilots"]\nsource = "the board"\n'
    desk.sources["site_src/authorities/states.toml"] = words.encode()


def _page(desk: Desk, n: int) -> None:
    desk.sources[f"site_src/pages/{('about', 'documents', 'help')[n % 3]}.md"] = f"# Page {n}\n\nWords.\n".encode()


def _unpage(desk: Desk, n: int) -> None:
    desk.sources.pop(f"site_src/pages/{('about', 'documents', 'help')[n % 3]}.md", None)


def _damage(desk: Desk, n: int) -> None:
    """Touch a published file, which is then no longer known to stand as it was."""
    if desk.site:
        desk.site.pop(sorted(desk.site)[n % len(desk.site)])


EDITS: tuple[Edit, ...] = (
    _body, _body_back, _spacing, _split, _title, _date, _kind, _withdraw, _publish_again, _translate, _alias, _rename,
    _remove, _add, _reseed, _template, _settings, _exports, _address, _no_days, _search, _language, _word,
    _indexes, _event, _person, _state, _page, _unpage, _damage,
)  # fmt: skip


def _held_against_clean(desk: Desk) -> None:
    """Build with and without memory; both say and give the same."""
    clean, again = desk.build(forgetful=True), desk.build()

    assert again.problems == clean.problems
    assert again.drafts == clean.drafts
    assert bool(again.files) == bool(clean.files)
    if clean.files:
        assert again.registries == clean.registries
        expected, actual = _site(clean, {}), _site(again, desk.site)
        assert sorted(actual) == sorted(expected)
        assert [path for path in expected if actual[path] != expected[path]] == []
    desk.save(again)


@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 11)), min_size=1, max_size=4))
@hypothesis_settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_any_sequence_of_edits(edits: list[tuple[Edit, int]]) -> None:
    """Bodies, titles, dates, renames, additions, removals, templates, settings, claims: the same bytes after each."""
    seeds, sources = _begun()
    desk = Desk(seeds=dict(seeds), sources=dict(sources))
    _held_against_clean(desk)
    for edit, number in edits:
        edit(desk, number)
        _held_against_clean(desk)


@pytest.mark.full
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 11)), min_size=4, max_size=14))
@hypothesis_settings(max_examples=400, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_any_long_sequence_of_edits(edits: list[tuple[Edit, int]]) -> None:
    """The same, many times and for longer."""
    test_any_sequence_of_edits.hypothesis.inner_test(edits)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "edits",
    [
        [(_address, 1), (_exports, 3), (_add, 0), (_add, 1), (_remove, 0)],
        [(_exports, 2), (_no_days, 0), (_withdraw, 0), (_publish_again, 0)],
        [(_exports, 2), (_no_days, 99), (_date, 0)],
    ],
    ids=["what the card counts", "the only day is withdrawn", "the first day comes"],
)
def test_what_every_page_names_of_the_archive(edits: list[tuple[Edit, int]]) -> None:
    """The words of the card and the link to the feed stand on pages whose own document did not change."""
    test_any_sequence_of_edits.hypothesis.inner_test(edits)  # type: ignore[attr-defined]


def test_a_build_in_which_nothing_changed_makes_nothing() -> None:
    """Only the manifest is given anew."""
    seeds, sources = _begun()
    desk = Desk(seeds=dict(seeds), sources=dict(sources))
    desk.save(desk.build())

    outcome = desk.build()

    assert [asset.path for asset in outcome.files] == ["manifest-sha256.txt"]


def test_an_edit_makes_the_files_of_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the exports made of the others is remembered; the files of the whole are joined, the bag of its members."""
    seeds, sources = _begun()
    desk = Desk(seeds=dict(seeds), sources=dict(sources))
    desk.save(desk.build())
    made, stored = [], []
    sheaf, store = exports.sheaf, Member.of
    monkeypatch.setattr(exports, "sheaf", lambda single: made.append(single.document.id) or sheaf(single))
    monkeypatch.setattr(Member, "of", lambda content: stored.append(content) or store(content))
    path = desk.edition(1)
    _title(desk, 1)

    outcome = desk.build()

    own = {each.path for each in outcome.files if each.path.startswith(("documents/", "data/apparatus/"))}
    told = {path for path in own if not path.endswith(".html")}
    assert made == [_id(path)]
    assert told == {f"documents/{_id(path)}.{end}" for end in ("bib", "csl.json", "json", "md", "ris", "xml")}
    tags, whole = 4, {each.path for each in outcome.files if each.path.startswith(("data/", "ro-crate"))}
    assert len(stored) == len(told | whole) + tags


@pytest.mark.parametrize("most", [1, 2, 3])
def test_lists_that_are_divided(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of a list is set again when anything on it changes, or how the whole is divided, and then it is right."""
    seeds, sources = _begun()
    desk = Desk(seeds=dict(seeds), sources=dict(sources))
    limits = Limits(cards=most, rows=most, named=most, beside=most, drawn=most, columns=most, dots=most, passages=most)
    read = line.settings.read

    def divided(*given: Any) -> Any:
        chosen, problems = read(*given)
        return replace(chosen, limits=limits), problems

    monkeypatch.setattr(line.settings, "read", divided)
    edits = (_title, _kind, _date, _add, _body, _body_back, _spacing, _withdraw, _publish_again, _translate, _remove)
    _held_against_clean(desk)
    for number, edit in enumerate((*edits, *edits)):
        edit(desk, number)
        _held_against_clean(desk)
    assert "documents-by-kind-1.html" in desk.site


def test_a_word_of_the_interface_makes_every_page() -> None:
    """Each page shows words of the interface; a catalogue that changes leaves none of them as it was."""
    seeds, sources = _begun()
    desk = Desk(seeds=dict(seeds), sources=dict(sources))
    desk.save(desk.build())
    _word(desk, 1)
    desk.save(desk.build())
    _word(desk, 2)

    outcome = desk.build()

    assert [path for path, _ in outcome.kept if path.endswith(".html")] == []


def test_a_title_makes_its_page_its_neighbours_and_lists() -> None:
    """A document that is no neighbour of the renamed one keeps its page."""
    seeds, sources = _begun()
    desk = Desk(seeds=dict(seeds), sources=dict(sources))
    desk.save(desk.build())
    _title(desk, 0)

    outcome = desk.build()

    made = [asset.path for asset in outcome.files]
    assert f"documents/{_id(desk.edition(0))}.html" in made
    assert f"documents/{_id(desk.edition(3))}.html" in dict(outcome.kept)


def test_a_title_leaves_what_names_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where documents are many, tables of states count them, their list names its parts, the home page the first."""
    seeds, sources = _begun()
    desk = Desk(seeds=dict(seeds), sources=dict(sources))
    read = line.settings.read
    limits = Limits(rows=1, columns=1, dots=1, cards=1)
    monkeypatch.setattr(line.settings, "read", lambda *given: (replace(read(*given)[0], limits=limits), ()))
    desk.save(desk.build())
    _title(desk, 1)

    outcome = desk.build()

    unnamed = {"404.html", "documents.html", "index.html", "states.html", "states-by-region.html"}
    assert unnamed <= dict(outcome.kept).keys()
    assert "timeline.html" in [asset.path for asset in outcome.files]
