"""Requests → the finished site from memory, with what the preview adds; only this machine's own pages may ask.

It refuses to look at the disk: no path of a request leads to a file of the archive.
"""

import mimetypes
from importlib import resources
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import escape, web

from muniment.serve import panel
from muniment.serve.building import Preview

HOSTS = ("127.0.0.1", "localhost", "[::1]")
NOTHING = b"<!doctype html><html lang=en><head><title>Preview</title></head><body></body></html>"
"""What stands above the problems while there is no good site yet."""
IDLE = 20
"""Seconds after which a silent connection is closed."""


def netloc(origin: str) -> str:
    """Give host and port of an Origin; what is no address has none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


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
        base, shown = self.preview.base, self.preview.shown
        wanted = unquote("/" + path)
        if not wanted.startswith(base):
            self.redirect(base)
            return
        name = wanted[len(base) :]
        name = name + "index.html" if name.endswith("/") or not name else name
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
            super().on_message(message)
            if said["command"] == "info" and self.stamp and self.stamp != self.preview.shown.stamp:
                self.send_message({"command": "reload", "path": "*", "liveCSS": None, "liveImg": True})
        except (ValueError, AttributeError, KeyError, TypeError):
            self.close()
