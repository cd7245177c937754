"""The metadata readers on the five real seeds, against what an editor of diplomatic documents wrote down for them."""

import pytest

from muniment.normalise.working import Working
from tests.metadata_builder import normalised

EXPECTED = {
    "000": {
        "title": "Chair's summary: Session 6 – The way forward",
        "kind": "chairs-summary",
        "date": "2007-02-22/2007-02-23",
        "place": "Oslo",
        "creators": "Deputy Minister of Foreign Affairs Raymond Johansen",
    },
    "001": {
        "title": "Oslo Conference on Cluster Munitions: Declaration",
        "kind": "declaration",
        "date": "2007-02-23",
        "place": "Oslo",
    },
    "002": {
        "title": "Nearly 30 additional countries join initiative for a ban on cluster munitions",
        "kind": "news-story",
        "date": "2007-05-31",
        "creators": "Ministry of Foreign Affairs",
        "publisher": "Ministry of Foreign Affairs",
        "custody": "Historical archive; Published under: Stoltenberg's 2nd Government",
    },
    "003": {
        "title": "Norwegian statement on universalisation",
        "kind": "statement",
        "date": "2012-04-16",
        "place": "Geneva",
    },
    "004": {
        "title": "Speech at the Civil Society Conference at the 10th Anniversary of the Mine Ban Treaty, "
        "Towards Human Security",
        "kind": "speech",
        "date": "2007-09-17",
        "place": "Oslo",
        "creators": "Jonas Gahr Støre",
        "custody": "Abolition 2000 is a worldwide network working for a global treaty to eliminate nuclear weapons",
    },
}
OPENINGS = {
    "000": "Main points",
    "001": "A group of States",
    "002": "At a conference held in Lima",
    "003": "Thank you, Chair.",
    "004": "Excellencies, ladies and gentlemen",
}


@pytest.fixture(scope="module")
def workings(seeds: dict[str, bytes]) -> dict[str, Working]:
    """Give the workings of the seeds by the first three letters of their names."""
    return {name[:3]: normalised(content.decode()) for name, content in seeds.items()}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_seed_gets_the_editors_values(workings: dict[str, Working], name: str) -> None:
    """Title, kind, date, place and makers are those of the editor's brief, or empty."""
    actual = {one.field: one.value for one in workings[name].chosen}

    assert EXPECTED[name] | {"language": "en"} == actual


@pytest.mark.parametrize("name", sorted(OPENINGS))
def test_the_text_of_a_seed_begins_after_its_head(workings: dict[str, Working], name: str) -> None:
    """Head and furniture are out of the running text, and nothing more."""
    kept = [piece.text for piece in workings[name].pieces if piece.kind not in {"lifted", "blank", "rule"}]

    assert kept[0].startswith(OPENINGS[name])
