"""Family S: examples of seeds."""

from muniment.disk.read import LARGEST
from muniment.formats import LARGEST_SEED, LONGEST_WORD, MOST_LINES
from muniment.normalise.metadata import choose
from muniment.normalise.working import Reading
from tests.problems.form import SEED, Call, Pair, deed, whole
from tests.trust.places import Place

_ICE = "The harbour was closed for a week by ice, and no boats came in"
_HEADED = "A paper of the harbour\n\n3 May 1998\n\n"
_OPEN = "The harbour board has met, and its clerk has asked the boats to give the following notice to the proper offi"
_GAPPED = "\n\n".join(f"Boat {word} came in at noon and left." for word in ("one", "two", "three", "four", "five"))
_COLUMN = (
    "The third inter-\nnational congress of bota-\nnists met in the spring and\nheard of many cross-\nborder surveys. "
    "A cross-border\nsurvey has been made before,\nand the great {}\nHungarian atlas is well known\nto each and "
    "every of its mem-\nbers in the town of its origin\nand in the national museum.\n\nIt was printed.\n"
)
_FLOOD = (
    "Home Rivers Council to rebuild footbridge lost in flood\n"
    "{}Council to rebuild footbridge lost in flood\n4 May 2019\n"
    "The town council has decided to rebuild the wooden footbridge over the river Ald, which the flood took.\n\n"
    '"We will begin before the winter," the mayor said.\n'
)
_TEASER = "Traffic began at noon and will be free of charge until the end of the year."


def _seed(code: str, raises: str | bytes, near_miss: str | bytes) -> Pair:
    return whole(code, SEED, raises, near_miss)


def _nothing(place: Place) -> None:
    """Take every seed and edition away."""
    for path in sorted(place.root.rglob("*"), reverse=True):
        if path.is_file():
            path.unlink()


def _unsure(score: float) -> list[str]:
    """Read one name as the creator's, as surely as this."""
    seen = Reading(field="creators", value="E. Grey", line=1, quote="E. Grey", basis="inferred", score=score, reason="")
    readings = (seen,)
    return [found.code for found in choose.problems(readings, choose.choose(readings), (1, "Words"), "x.txt")]


PAIRS: tuple[Pair, ...] = (
    _seed("S-001", " \n\n", "a\n"),
    _seed("S-002", "Words \0 of the harbour.\n", "Words \u2400 of the harbour.\n"),
    _seed("S-003", b"The h\x81rbour was closed.\n", b"The h\xe5rbour was closed.\n"),
    _seed("S-004", b"The h\xe5rbour was closed.\n", "The hårbour was closed.\n"),
    _seed("S-005", b"word " * (LARGEST_SEED // 5) + b"x", b"word " * (LARGEST_SEED // 500)),
    deed(
        "S-006",
        ("`seeds/plan.dwg`", "`seeds/plan.md`"),
        lambda place: place.write("seeds/plan.dwg", "A plan of the harbour.\n"),
        lambda place: place.write("seeds/plan.md", "A plan of the harbour.\n"),
    ),
    _seed("S-007", b"\xff\xfea\0b", "\ufeffThe harbour.\n".encode("utf-16-le")),
    _seed("S-020", f"{_ICE.lower()}.\n", f"{_HEADED}{_ICE}.\n"),
    _seed(
        "S-030",
        f"{_HEADED}The library received the following gifts:\n\n## Staff\n\n{_ICE}.\n",
        f"{_HEADED}The library received the following gifts:\n\n- a map\n- a bell\n\n## Staff\n\n{_ICE}.\n",
    ),
    _seed(
        "S-031",
        f"{_HEADED}{_GAPPED}\n\n\n\nThe harbour is deep.\n\n{_ICE}.\n",
        f"{_HEADED}{_GAPPED}\n\nThe harbour is deep.\n\n{_ICE}.\n",
    ),
    _seed("S-032", f"{_HEADED}{_ICE}.\n\n{_OPEN}", f"{_HEADED}{_ICE}.\n\n{_OPEN}cer."),
    _seed("S-033", f"{_HEADED}The poet BjÃ¸rnson didnâ€™t come.\n", f"{_HEADED}SÃO PAULO and l’âge d’or are right.\n"),
    _seed(
        "S-034",
        f"{_HEADED}{_TEASER}\n\n{_TEASER.replace('the year', 'this year')}\n",
        f"{_HEADED}{_TEASER}\n\n{_ICE}.\n",
    ),
    _seed("S-035", _COLUMN.format("Austro-"), _COLUMN.format("Austro-Hungarian,")),
    _seed("S-051", f"Harbour papers\nRivers news\n\n3 May 1998\n\n{_ICE}.\n", f"{_HEADED}{_ICE}.\n"),
    _seed("S-052", f"A paper of the harbour\n\n{_ICE}.\n", f"{_HEADED}{_ICE}.\n"),
    _seed(
        "S-053",
        f"Farmers meet the president\n\nDate: 8 March 2004\n\nACCRA, 6 March 2004 – {_ICE}.\n",
        f"Farmers meet the president\n\nDate: 6 March 2004\n\nACCRA, 6 March 2004 – {_ICE}.\n",
    ),
    _seed(
        "S-054",
        f"A paper of the harbour\n\nDate: 03/04/1998\n\n{_ICE}.\n",
        f"A paper of the harbour\n\nDate: 13/04/1998\n\n{_ICE}.\n",
    ),
    _seed(
        "S-055",
        f"A paper of the harbour\n\n{_ICE}.\n",
        f"Minutes of the harbour board\n\nPresent: E. Grey\n\n{_ICE}.\n",
    ),
    _seed(
        "S-056",
        f"List of seeds\n\nAndean Conference on Seeds, Quito, 15-17 October 2001\n\n{_ICE}.\n",
        f"List of seeds\n\nQuito, 15-17 October 2001\n\n{_ICE}.\n",
    ),
    _seed("S-057", _FLOOD.format("Rivers\n"), _FLOOD.format("")),
    Pair(
        code="S-058",
        what=Call(
            words=("a name that may be the creator's, and as well not", "a name printed as the creator's"),
            raises=lambda: _unsure(0.5),
            near_miss=lambda: _unsure(0.9),
        ),
    ),
    _seed(
        "S-059",
        f"{_HEADED}{_ICE}.\n\nArchived from the original\n\n© 1998 Harbour Office\n",
        f"{_HEADED}{_ICE}.\n\n© 1998 Harbour Office\n",
    ),
    _seed("S-060", "Naïve café — “done”.\n", f"{_HEADED}{_ICE}.\n"),
    deed(
        "S-090",
        ("an empty folder", "a folder with one seed"),
        _nothing,
        lambda place: (_nothing(place), place.write(SEED, f"{_HEADED}{_ICE}.\n")),
    ),
    deed(
        "S-091",
        ("a link in `seeds/`", "a copy in `seeds/`"),
        lambda place: (place.root / "seeds/copy.txt").symlink_to("letter.txt"),
        lambda place: place.write("seeds/copy.txt", f"{_HEADED}{_ICE}.\n"),
    ),
    deed(
        "S-092",
        ("`seeds/1998/paper.txt`", "`seeds/1998-paper.txt`"),
        lambda place: place.write("seeds/1998/paper.txt", f"{_HEADED}{_ICE}.\n"),
        lambda place: place.write("seeds/1998-paper.txt", f"{_HEADED}{_ICE}.\n"),
    ),
    deed(
        "S-093",
        (f"a page of {LARGEST + 1} bytes", f"a file of {LARGEST + 1} bytes in `static/`"),
        lambda place: place.write("site_src/pages/long.md", "# x\n".ljust(LARGEST + 1, "x")),
        lambda place: place.write("static/long.txt", "x" * (LARGEST + 1)),
    ),
    whole("S-094", "templates/mine.html", b"<p>H\xe5rbour</p>\n", "<p>Hårbour</p>\n"),
    _seed("S-095", "Word.\n" * (MOST_LINES + 1), "Word.\n" * 20),
    _seed("S-096", "w" * (LONGEST_WORD + 1), "w" * 20_000),
    deed(
        "S-097",
        ("a copy of a seed put into `seeds/` under another name", "the same with a letter more"),
        lambda place: place.write("seeds/copy.txt", (place.root / "seeds/minutes.txt").read_bytes()),
        lambda place: place.write("seeds/copy.txt", (place.root / "seeds/minutes.txt").read_bytes() + b"x"),
    ),
    _seed("S-130", f"{_HEADED}***<b>    **\n\n{_ICE}.\n", f"{_HEADED}***<b>\n\n{_ICE}.\n"),
)
