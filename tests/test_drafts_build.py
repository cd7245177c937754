"""What the program drafts itself never keeps the site from being built."""

from pathlib import Path

import pytest

from tests.conftest import build

SEEDS = {
    "near repeats whose words are marked": (
        "Minutes\n\nLine 1 of the *minutes* says that the bridge stands.\n\n"
        "Line 2 of the *minutes* says that the bridge stands.\n"
    ),
    "nothing but marks": "``\n",
    "one word": "Adjourned\n",
    "a table of bars": "State | Signed\n--- | ---\nNorway | 3 May 1998\n",
    "markup in a text": "<p>Minutes</p>\n\n<b>3 May 1998</b>\n\n&amp; so on <script>alert(1)</script>\n",
    "front matter in a text": "---\ntitle: no\n---\n\nThe council met.\n",
}


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_a_folder_with_one_seed_builds(tmp_path: Path, seed: str) -> None:
    """The draft is written, accounts for its seed, and is published."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(seed, encoding="utf-8")

    built = build("--root", str(tmp_path))

    assert built.returncode == 0, built.stderr
    assert len(list((tmp_path / "site_src/documents").glob("*.md"))) == 1
    assert (tmp_path / "dist/index.html").is_file()
