"""Requests → the finished site from memory, with what the preview adds; only this machine's own pages may ask.

It refuses to look at the disk: no path of a request leads to a file of the archive.
"""

import mimetypes
from importlib import resources
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import escape, web

from muniment.serve import panel
from muniment.serve.building import Preview, Shown

HOSTS = ("127.0.0.1", "localhost", "[::1]")
NOTHING = b"<!doctype html><html lang=en><head><title>Preview</title></head><body></body></html>"
"""What stands above the problems while there is no good site yet."""
IDLE = 20
"""Seconds after which a silent connection is closed."""


RELOAD = {"command": "reload", "path": "*", "liveCSS": None, "liveImg": True}
"""What livereload's script takes for the order to load the page again."""


def netloc(origin: str) -> str:
    """Give host and port of an Origin; what is no address has none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def named(preview: Preview, address: str) -> str | None:
    """Give the file of the site that an address asks for, whether there is one or not; None outside the site."""
    wanted = unquote(address)
    if not wanted.startswith(preview.base):
        return None
    name = wanted[len(preview.base) :]
    return name + "index.html" if name.endswith("/") or not name else name


class Guarded(web.RequestHandler):
    """A handler that answers only to this machine's own names."""

    @property
    def preview(self) -> Preview:
        """Give what is previewed."""
        preview: Preview = self.application.settings["preview"]
        return preview

    def prepare(self) -> None:
        """Refuse a foreign Host, against pages that rebind a name of theirs to the loopback, and a foreign Origin."""
        own = self.own_names()
        origin = self.request.headers.get("Origin")
        if self.request.host not in own or (origin is not None and netloc(origin) not in own):
            raise web.HTTPError(403)

    def own_names(self) -> frozenset[str]:
        """Give the names, with port, by which a browser on this machine asks for this server."""
        return frozenset(f"{host}:{self.preview.port}" for host in HOSTS)

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
        shown, name = self.preview.shown, named(self.preview, "/" + path)
        if name is None:
            self.redirect(self.preview.base)
            return
        content = shown.files.get(name)
        self.preview.asked(name)
        if content is None:
            self.set_status(404)
            name, content = "404.html", shown.files.get("404.html", NOTHING)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        textual = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if textual else kind)
        self.write(panel.onto(content, name, shown, self.preview.port) if kind == "text/html" else content)

    head = get


class Own(Guarded):
    """Serves what the preview needs for itself: a style sheet and a script."""

    def get(self, ending: str) -> None:
        """Answer with the one or the other."""
        kind = {"css": "text/css", "js": "text/javascript"}[ending]
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.write(resources.files("muniment.serve").joinpath(f"preview.{ending}").read_bytes())


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc] # livereload ships no types
    """Serves livereload's own script, to this machine only."""


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc] # livereload ships no types
    """Livereload's socket, for pages of this preview only."""

    stamp = ""
    """Of the state that the page was made from; empty where it does not say."""
    address = ""
    """Of the page, without host and query."""

    current = Shown()
    """What the pages that are open show, or have been told to load."""

    @classmethod
    def refresh(cls, after: Shown) -> None:
        """Reload every page that shows something else than it did, or of which the preview says something else."""
        before, cls.current = cls.current, after
        is_all = _dress(before) != _dress(after)
        for waiter in cls.waiters.copy():
            if is_all or waiter.is_old(before, after):
                waiter.send_message(RELOAD)

    def is_old(self, before: Shown, after: Shown) -> bool:
        """Say whether two states differ in the page."""
        name = named(self.preview, self.address)
        if name is None or name not in before.files or name not in after.files:
            return True
        try:
            is_told = panel.told(name, before) == panel.told(name, after)
        except Exception:  # whoever asks for the page is answered; the preview goes on
            return True
        return not is_told or before.files[name] != after.files[name]

    def check_origin(self, origin: str) -> bool:
        """Accept only pages that this very server gave out."""
        own = self.own_names()
        return netloc(origin) in own and self.request.host in own

    def on_message(self, message: str | bytes) -> None:
        """Pass a greeting on to livereload, and reload a page that was made before the newest build.

        A message that is no greeting ends the connection, not the server.
        """
        try:
            said = escape.json_decode(message)
            if said["command"] == "hello":
                self.stamp = str(said.get("snipver") or "")
            if said["command"] == "info":
                self.address = urlsplit(str(said.get("url") or "")).path
            super().on_message(message)
            if said["command"] == "info" and self.stamp and self.stamp != self.preview.shown.stamp:
                self.send_message(RELOAD)
        except (ValueError, AttributeError, KeyError, TypeError):
            self.close()


def _dress(shown: Shown) -> dict[str, bytes]:
    """Give what every page is dressed with: styles and scripts."""
    return {path: content for path, content in shown.files.items() if path.startswith("static/")}
