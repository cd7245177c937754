"""Measure one page of each kind of a built site with Lighthouse, over loopback, compressed as hosts serve it.

Prints a line for each page: the four scores, layout shift, bytes sent, requests.
"""

import argparse
import functools
import gzip
import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


class Compressing(http.server.SimpleHTTPRequestHandler):
    """A server of files that sends text compressed and prints nothing."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file; text compressed."""
        path = Path(self.translate_path(urlsplit(self.path).path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt") or not path.is_file():
            super().do_GET()
            return
        sent = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path) + "; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)


def chosen(dist: Path) -> list[str]:
    """Give the largest page of each kind; the kind is the class of a page's body."""
    largest: dict[str, tuple[int, str]] = {}
    for page in sorted(dist.rglob("*.html")):
        text = page.read_text("utf-8")
        kind = re.search(r'<body class="([^"]+)"', text)
        if kind:
            found = (len(text), page.relative_to(dist).as_posix())
            largest[kind.group(1)] = max(largest.get(kind.group(1), found), found)
    return sorted(name for _, name in largest.values())


def measured(program: Path, address: str) -> dict[str, Any]:
    """Run Lighthouse on one address and give its report."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.json"
        command = [str(program), address, "--quiet", "--output=json", f"--output-path={report}"]
        subprocess.run([*command, f"--chrome-flags={FLAGS}"], check=True, stdout=sys.stderr)  # noqa: S603 our own words
        read: dict[str, Any] = json.loads(report.read_text("utf-8"))
        return read


def row(name: str, report: dict[str, Any]) -> str:
    """Put a report into one line of a table."""
    scores = [round(100 * (report["categories"][each]["score"] or 0)) for each in CATEGORIES]
    requests = report["audits"]["network-requests"]["details"]["items"]
    sent = sum(each.get("transferSize", 0) for each in requests)
    shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
    return f"| {name} | {' | '.join(map(str, scores))} | {shift:.3f} | {sent / 1000:.1f} kB | {len(requests)} |"


def main() -> None:
    """Serve the site, measure its pages, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lighthouse", type=Path, help="the program, node_modules/.bin/lighthouse")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="built with --base-url http://127.0.0.1:8765/")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--only", default="", help="part of a page's path")
    arguments = parser.parse_args()
    command = [sys.executable, str(ROOT / "tools/browser.py")]
    browser = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 our own words
    os.environ["CHROME_PATH"] = browser.stdout.strip()
    handler = functools.partial(Compressing, directory=str(arguments.dist))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", arguments.port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name in chosen(arguments.dist):
        if arguments.only in name:
            address = f"http://127.0.0.1:{arguments.port}/{'' if name == 'index.html' else name}"
            print(row(name, measured(arguments.lighthouse, address)), flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
