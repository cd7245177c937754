"""Take pictures of one page of each kind of a built site: four widths, light, dark and on paper, to be looked at."""

import argparse
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (320, 768, 1200, 1800)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def chosen(dist: Path) -> list[Path]:
    """Give the pages to be pictured: every page but those of states, of which two stand for all."""
    pages = sorted(dist.rglob("*.html"))
    states = [page for page in pages if page.parent.name == "states"]
    return [page for page in pages if page not in states] + states[:2]


def picture(browser: Browser, page: Path, name: str, out: Path) -> None:
    """Take every picture of one page."""
    for width in WIDTHS:
        for scheme in ("light", "dark") if width in (320, 1200) else ("light",):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            tab = context.new_page()
            tab.goto(page.as_uri())
            tab.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
            if scheme == "light" and width == 1200:
                tab.pdf(path=out / f"{name}-print.pdf", format="A4", print_background=False)
            context.close()


def main() -> None:
    """Write the pictures to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist")
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--only", default="", help="part of a page's name")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(ROOT / "tools/browser.py")]
    found = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 our own words
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=FLAGS)
        for page in chosen(arguments.dist.resolve()):
            name = page.relative_to(arguments.dist.resolve()).with_suffix("").as_posix().replace("/", "-")
            if arguments.only in name:
                picture(browser, page, name, arguments.out)
        browser.close()


if __name__ == "__main__":
    main()
