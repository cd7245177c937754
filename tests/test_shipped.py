"""The shipped archive shows what its five documents say, and no more."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, build

pytestmark = pytest.mark.usefixtures("shipped")
CHAIR, DECLARATION, STORY, STATEMENT, SPEECH = "000_", "001_", "002_", "003_", "004_"


def _json(shipped: Path, name: str) -> object:
    return json.loads((shipped / "dist/data" / name).read_text("utf-8"))


def _documents(shipped: Path) -> dict[str, dict]:
    return {each["seed"]["name"][:4]: each for each in _json(shipped, "documents.json")}


def _page(shipped: Path, seed: str) -> str:
    return (shipped / "dist" / _documents(shipped)[seed]["url"]).read_text("utf-8")


def _words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page))


def _states(shipped: Path) -> dict[str, dict]:
    return {each["iso3"]: each for each in _json(shipped, "states.json")}


def _with_role(shipped: Path, relation: str) -> set[str]:
    return {
        iso
        for iso, state in _states(shipped).items()
        if any(claim["relation"] == relation for claim in state["claims"])
    }


def test_the_shipped_editions_need_no_draft_and_no_new_registry(shipped: Path) -> None:
    """A build of the archive as committed writes nothing into site_src."""
    committed = {
        p.relative_to(ROOT / "site_src"): p.read_bytes() for p in (ROOT / "site_src").rglob("*") if p.is_file()
    }
    after = {
        p.relative_to(shipped / "site_src"): p.read_bytes() for p in (shipped / "site_src").rglob("*") if p.is_file()
    }

    assert after == committed


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "seeds").iterdir()))
def test_undoing_the_apparatus_gives_the_seed_back(shipped: Path, name: str) -> None:
    """Applied backwards to the published edition, the published operations give the seed byte for byte."""
    document = _documents(shipped)[name[:4]]
    source = (shipped / "dist/documents" / f"{document['id']}.md").read_bytes().decode("utf-8")
    lines = source.split("\n---\n", 1)[1].splitlines(keepends=True)
    operations = _json(shipped, f"apparatus/{document['id']}.json")["operations"]

    for operation in reversed(operations):
        first, last = operation["edition_lines"]
        assert "".join(lines[first - 1 : last]) == operation["after"]
        lines[first - 1 : last] = [operation["before"]]

    assert "".join(lines).encode() == (ROOT / "seeds" / name).read_bytes()


def test_forty_six_states_endorsed_each_with_the_note(shipped: Path) -> None:
    """Exactly 46 endorsers, each citing the list in the declaration's note."""
    declaration = _documents(shipped)[DECLARATION]["id"]
    cited = [
        claim["document"]
        for state in _states(shipped).values()
        for claim in state["claims"]
        if claim["relation"] == "endorsed"
    ]

    assert len(_with_role(shipped, "endorsed")) == 46
    assert cited == [declaration] * 46


def test_cambodia_and_laos_came_to_lima_and_endorsed_nothing(shipped: Path) -> None:
    """To be represented is not to endorse."""
    assert _with_role(shipped, "represented") == {"KHM", "LAO"}
    assert not _with_role(shipped, "endorsed") & {"KHM", "LAO"}


def test_what_is_not_a_state_is_not_counted(shipped: Path) -> None:
    """No union, continent or organisation is in the index, and no mention lies inside the Red Cross's name."""
    endorsed, others = _with_role(shipped, "endorsed"), {"KHM", "LAO", "USA"}
    lines = {m["start"]: m for m in _states(shipped)["NOR"]["mentions"] if m["seed_line"] in (3, 33, 35)}

    assert set(_states(shipped)) == endorsed | others
    assert [m["form"] for m in lines.values() if m["document"].startswith("2007-09-17")] == ["Norwegian"]


def test_two_names_of_bosnia_are_one_state(shipped: Path) -> None:
    """Both printed forms are mentions of one entry."""
    forms = {mention["form"] for mention in _states(shipped)["BIH"]["mentions"]}

    assert forms == {"Bosnia-Herzegovina", "Bosnia and Herzegovina"}


def test_vienna_and_dublin_are_planned_only(shipped: Path) -> None:
    """No document says that they took place, so nothing here does; Lima has its planned and its reported dates."""
    stages = {stage["id"]: stage for stage in _json(shipped, "timeline.json")["stages"]}

    assert [stage["id"] for stage in _json(shipped, "timeline.json")["stages"]] == ["oslo", "lima", "vienna", "dublin"]
    assert {name: stage["status"] for name, stage in stages.items()} == {
        "oslo": "held",
        "lima": "held",
        "vienna": "planned",
        "dublin": "planned",
    }
    assert {date["status"] for name in ("vienna", "dublin") for date in stages[name]["dates"]} == {"planned"}
    assert {date["status"] for date in stages["lima"]["dates"]} == {"planned", "held"}
    assert [date["printed"] for date in stages["dublin"]["dates"]] == ["early 2008"]


def test_every_quotation_of_the_data_stands_in_its_paragraph(shipped: Path) -> None:
    """Each quotation's words stand in the element of its document's page that its anchor names."""
    pages = {
        each["id"]: (shipped / "dist" / each["url"]).read_text("utf-8") for each in _json(shipped, "documents.json")
    }
    quoted = [m for state in _states(shipped).values() for m in (*state["mentions"], *state["claims"])]
    quoted += [date for stage in _json(shipped, "timeline.json")["stages"] for date in stage["dates"]]

    for each in quoted:
        assert re.search(rf'id="{each["anchor"]}"', pages[each["document"]]), each
    assert len(quoted) > 150


def test_mentions_say_where_they_stand_in_the_seed(shipped: Path) -> None:
    """Line and offset of every mention lead to its form in the seed file."""
    names = {each["id"]: each["seed"]["name"] for each in _json(shipped, "documents.json")}
    lines = {key: (ROOT / "seeds" / name).read_text("utf-8").split("\n") for key, name in names.items()}
    found = [
        (mention["form"], lines[mention["document"]][mention["seed_line"] - 1][mention["start"] :])
        for state in _states(shipped).values()
        for mention in state["mentions"]
    ]

    assert [form for form, rest in found if not rest.startswith(form)] == []


def test_the_story_keeps_its_paragraphs_and_loses_its_repeat(shipped: Path) -> None:
    """Seven paragraphs, the doubled lead once in the text and twice in the seed view."""
    document = _documents(shipped)[STORY]
    text = (shipped / "dist/documents" / f"{document['id']}.txt").read_text("utf-8")
    view = (shipped / "dist/documents" / f"{document['id']}.seed.html").read_text("utf-8")

    assert document["paragraphs"] == 7
    assert text.count("joined the international process aimed at") == 1
    assert _words(view).count("more than 70 states have are now supporting") >= 2
    assert 'id="s7"' in view


def test_the_sentence_cut_by_a_page_break_is_joined(shipped: Path) -> None:
    """The summary's divided sentence stands in one paragraph."""
    text = (shipped / "dist/documents" / f"{_documents(shipped)[CHAIR]['id']}.txt").read_text("utf-8")

    assert re.search(r"a road map for the further\s?multilateral process", text.replace("\n\n", "|"))


def test_the_speech_has_one_lost_list(shipped: Path) -> None:
    """One lacuna, after the list that was announced; none where the next paragraph completes the sentence."""
    document = _documents(shipped)[SPEECH]
    whole = json.loads((shipped / "dist/documents" / f"{document['id']}.json").read_text("utf-8"))
    lacunae = [note for note in whole["notes"] if note["kind"] == "lacuna"]

    assert [note["quote"].endswith("in at least three ways:") for note in lacunae] == [True]


def test_the_declaration_keeps_its_numbers(shipped: Path) -> None:
    """Provisions 1 to 4 and (i), (ii) stand with the numbers printed, each with an address of its own."""
    page = _page(shipped, DECLARATION)

    for alias in ("n1", "n1-i", "n1-ii", "n2", "n3", "n4"):
        assert f'id="{alias}"' in page
    assert re.findall(r'class="label">([(\divx]+[.)])<', page) == ["1.", "(i)", "(ii)", "2.", "3.", "4."]


@pytest.mark.parametrize(
    ("word", "seed"),
    [("unacceptable ", DECLARATION), ("encouraging ", STORY), ("honestly", SPEECH), ("Again, ", STATEMENT)],
)
def test_a_word_deleted_from_an_edition_fails_the_build(shipped: Path, tmp_path: Path, word: str, seed: str) -> None:
    """The build names file, line and word, publishes nothing, and exits with 1."""
    shutil.copytree(shipped / "seeds", tmp_path / "seeds")
    shutil.copytree(shipped / "site_src", tmp_path / "site_src")
    edition = tmp_path / "site_src/documents" / f"{_documents(shipped)[seed]['id']}.md"
    head, fence, body = edition.read_text("utf-8").partition("\n---\n")
    line = (head + fence + body[: body.index(word)]).count("\n") + 1
    edition.write_text(head + fence + body.replace(word, "", 1), encoding="utf-8")

    built = build("--root", str(tmp_path))

    assert built.returncode == 1
    assert re.search(rf"^{re.escape(str(edition))}:{line}: E-00[78] ", built.stderr, re.MULTILINE)
    assert word.strip().strip(",") in built.stderr
    assert not (tmp_path / "dist").exists()


def test_the_same_build_twice_gives_the_same_bytes(shipped: Path, tmp_path: Path) -> None:
    """Another folder, another time: the same site."""
    for name in ("seeds", "site_src"):
        shutil.copytree(shipped / name, tmp_path / "other name" / name)
    again = build("--root", str(tmp_path / "other name"), "--base-url", "https://example.org/archive/")

    assert again.returncode == 0, again.stderr
    assert _files(tmp_path / "other name/dist") == _files(shipped / "dist")


def test_a_folder_with_only_seeds_builds(tmp_path: Path) -> None:
    """Seeds alone give drafts and a site; a second build writes no edition and changes no byte."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")

    first = build("--root", str(tmp_path))
    site, editions = _files(tmp_path / "dist"), _files(tmp_path / "site_src")
    second = build("--root", str(tmp_path))

    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert len([name for name in editions if name.startswith("documents/")]) == 5
    assert _files(tmp_path / "site_src") == editions
    assert _files(tmp_path / "dist") == site


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
