"""Previews the site: builds in memory, serves it on the loopback, rebuilds at every save and reloads the browser.

It writes nothing: not `dist/`, not `site_src/`. Only the finished site is served, only to this machine: a request for
another host name, or from a page of another origin, is refused.
"""

import asyncio
import html
import mimetypes
import os
import sys
import time
import webbrowser
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import httpserver, netutil, web

from muniment import disk, line, problems
from muniment.model import Files, Problem

HOSTS = ("127.0.0.1", "localhost", "[::1]")
WATCHED = ("seeds", "site_src", "templates", "static")
TICK = 0.1
"""Seconds between two looks at the folder."""
IDLE = 20
"""Seconds after which a silent connection is closed."""
STYLE = """\
#preview-problems { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 99; margin: 0;
  padding: 1rem; background: #fff8f0; color: #3b0a0a; border-top: 3px solid #a40000;
  font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap }
"""


@dataclass(slots=True)
class Preview:
    """The state of a preview: the last good site, and what stands against the newest one."""

    root: Path
    base_url: str
    port: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    """Path to bytes of the last good site."""
    errors: tuple[Problem, ...] = ()
    memory: line.Memory = field(default_factory=line.Memory)
    """What the last good build found out."""
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Watched file to (time in ns, size) when it was last looked at."""

    @property
    def base(self) -> str:
        """Give the path below which the site is served, as in production: `/`, or `/archive/`."""
        return urlsplit(self.base_url).path or "/"

    def build(self) -> None:
        """Build in memory; keep the last good site when something is wrong. Never raises."""
        started = time.monotonic()
        try:
            inputs, found = disk.read(self.root, self.base_url)
            hashes = {path: made.sha256 for path, made in self.memory.files.items() if path in self.files}
            published = Files({}, hashes, self.files.__getitem__)
            outcome = line.run(replace(inputs, program="preview", memory=self.memory, published=published))
            every = (*found, *outcome.problems)
            self.errors = tuple(each for each in every if each.severity == "error")
            if outcome.files and not self.errors:
                kept = {path: self.files[path] for path, _ in outcome.kept}
                self.files = kept | {asset.path: asset.content for asset in outcome.files}
                self.memory = outcome.memory
        except Exception as fault:  # whatever a half-saved template or text does, the preview goes on
            self.errors = (problems.report("W-007", "templates", what=f"{type(fault).__name__}: {fault}"),)
        words = f"{len(self.errors)} errors" if self.errors else f"{len(self.files)} files"
        print(f"Built in {time.monotonic() - started:.2f} s: {words}", file=sys.stderr)
        for each in self.errors:
            print(problems.worded(each), file=sys.stderr)

    def has_changed(self) -> bool:
        """Look at the watched folders; say whether a file is new, gone or different since the last look."""
        now = {path: stamp for name in WATCHED for path, stamp in _stamps(self.root / name)}
        changed = now != self.seen
        self.seen = now
        return changed


def _stamps(folder: Path) -> list[tuple[str, tuple[int, int]]]:
    """List every file below a folder with its time and size; a file that vanishes meanwhile is left out."""
    stamps = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            try:
                status = os.lstat(path)
            except OSError:
                continue
            stamps.append((path, (status.st_mtime_ns, status.st_size)))
    return stamps


def _netloc(origin: str) -> str:
    """Give host and port of an Origin; what is no address has none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


class Guarded(web.RequestHandler):
    """A handler that answers only to this machine's own names."""

    def prepare(self) -> None:
        """Refuse a foreign Host, against pages that rebind a name of theirs to the loopback, and a foreign Origin."""
        port = self.application.settings["preview"].port
        own = {f"{host}:{port}" for host in HOSTS}
        origin = self.request.headers.get("Origin")
        if self.request.host not in own or (origin is not None and _netloc(origin) not in own):
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        """Let nothing be kept, guessed, or shown inside a page of another site."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Frame-Options", "DENY")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Server", "muniment")


class Pages(Guarded):
    """Serves the finished site from memory."""

    def get(self, path: str) -> None:
        """Answer with the file, the folder's index, or the site's own page for what is not there."""
        preview: Preview = self.application.settings["preview"]
        wanted = unquote("/" + path)
        if not wanted.startswith(preview.base):
            self.redirect(preview.base)
            return
        name = wanted[len(preview.base) :]
        name = name + "index.html" if name.endswith("/") or not name else name
        content = preview.files.get(name)
        if content is None:
            self.set_status(404)
            name, content = "404.html", preview.files.get("404.html", b"<!doctype html><html><head></head></html>")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        textual = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if textual else kind)
        self.write(_watching(content, preview) if kind == "text/html" else content)

    head = get


class Style(Guarded):
    """Serves the few rules that the list of problems needs."""

    def get(self) -> None:
        """Answer with the style sheet."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.write(STYLE)


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc] # livereload ships no types
    """Serves livereload's own script, to this machine only."""


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc] # livereload ships no types
    """Livereload's socket, for pages of this preview only."""

    def check_origin(self, origin: str) -> bool:
        """Accept only pages that this very server gave out."""
        port = self.application.settings["preview"].port
        own = {f"{host}:{port}" for host in HOSTS}
        return _netloc(origin) in own and self.request.host in own

    def on_message(self, message: str | bytes) -> None:
        """Pass a handshake on to livereload; a message that is none ends the connection, not the server."""
        try:
            super().on_message(message)
        except (ValueError, AttributeError, KeyError, TypeError):
            self.close()


def _watching(content: bytes, preview: Preview) -> bytes:
    """Add livereload's script, and the problems if there are any, to a page on its way out."""
    script = f'<script src="/livereload.js?port={preview.port}"></script>'.encode()
    content = content.replace(b"</head>", script + b"</head>", 1)
    if not preview.errors:
        return content
    words = html.escape("\n\n".join(problems.worded(each) for each in preview.errors))
    told = f'<link rel="stylesheet" href="/preview.css"><pre id="preview-problems" role="alert">{words}</pre>'
    body, end, rest = content.rpartition(b"</body>")
    return body + told.encode() + end + rest if end else content + told.encode()


def preview(root: Path, *, base_url: str, port: int, opens: bool) -> int:
    """Serve until interrupted; a port that is taken is followed by a free one. Gives the exit code."""
    state = Preview(root=root, base_url=base_url)
    sockets = _sockets(port)
    state.port = sockets[0].getsockname()[1]
    LiveReloadHandler.watcher = Watcher()
    site = web.Application(
        [(r"/livereload", Socket), (r"/livereload\.js", Script), (r"/preview\.css", Style), (r"/(.*)", Pages)],
        preview=state,
        websocket_ping_interval=IDLE,
        websocket_max_message_size=65536,
        log_function=lambda _: None,
    )
    server = httpserver.HTTPServer(site, idle_connection_timeout=IDLE, body_timeout=IDLE, max_body_size=65536)
    address = f"http://127.0.0.1:{state.port}{state.base}"

    async def run() -> None:
        """Build, say where to look, and look at the folder until the end."""
        state.has_changed()
        await asyncio.to_thread(state.build)
        server.add_sockets(sockets)
        print(address, flush=True)
        if opens:
            webbrowser.open(address)
        while True:
            await asyncio.sleep(TICK)
            if await asyncio.to_thread(state.has_changed):
                await asyncio.to_thread(state.build)
                Socket.reload_waiters("*")

    asyncio.run(run())
    return 0


def _sockets(port: int) -> list:  # type: ignore[type-arg] # tornado gives plain sockets
    """Bind the wanted port on the loopback, or any free one."""
    try:
        return netutil.bind_sockets(port, "127.0.0.1")
    except OSError:
        return netutil.bind_sockets(0, "127.0.0.1")
