"""Make sure that a Chromium is on this machine for the tests; print its path, or say in one sentence what to do.

Ways, best first: CHROMIUM_PATH; a browser on PATH; Debian's package (as root, or where sudo asks no password);
Playwright's download; a build that comes inside a package of the npm registry, which needs no rights at all.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

KEPT = Path(sys.prefix) / "browser"
"""Where a browser from the npm registry is kept: inside the virtual environment."""
PACKAGE = "@sparticuz/chromium@147.0.0"
UNPACK = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")
APT = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])


def found() -> str | None:
    """Give the path of a Chromium: CHROMIUM_PATH, the first known name on PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM_PATH")
    if named:
        return named if os.access(named, os.X_OK) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None) or playwrights_own() or kept()


def playwrights_own() -> str | None:
    """Give the path of the Chromium that `playwright install chromium` put on this machine."""
    from playwright.sync_api import sync_playwright  # only there once the test packages are installed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def kept() -> str | None:
    """Give the path of the browser that an earlier run kept in the virtual environment."""
    path = KEPT / "chromium"
    return str(path) if os.access(path, os.X_OK) else None


def keep() -> None:
    """Unpack the browser of the npm package into the virtual environment."""
    KEPT.mkdir(exist_ok=True)
    if not run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(KEPT), PACKAGE]):
        return
    with tempfile.TemporaryDirectory() as place:
        unpacked = subprocess.run(  # noqa: S603 our own words
            ["node", "--input-type=module", "--eval", UNPACK],  # noqa: S607 whichever node the npm on PATH belongs to
            cwd=KEPT,
            env={**os.environ, "TMPDIR": place},
            capture_output=True,
            text=True,
            check=False,
        )
        if unpacked.returncode == 0:
            shutil.copy(unpacked.stdout.strip(), KEPT / "chromium")


def install() -> None:
    """Try the ways to get one, best first; a way that fails is followed by the next."""
    if shutil.which("apt-get"):
        prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
        if not prefix or (shutil.which("sudo") and run(["sudo", "-n", "true"])):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            if all(run([*prefix, *command], environment) for command in APT):
                return
    if not run([sys.executable, "-m", "playwright", "install", "chromium"]) and shutil.which("npm"):
        keep()


def run(command: list[str], environment: dict[str, str] | None = None) -> bool:
    """Run a command, its output on standard error; say whether it succeeded."""
    return subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode == 0  # noqa: S603 our own


def main() -> None:
    """Find or install a browser, or end with 1."""
    if found() is None:
        install()
    path = found()
    if path is None:
        sys.exit("The tests need a real browser: install Chromium or Chrome, or set CHROMIUM_PATH to one.")
    print(path)


if __name__ == "__main__":
    main()
