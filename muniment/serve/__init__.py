"""Previews the site: builds in memory, serves it on the loopback, rebuilds at every save and reloads the browser.

It writes nothing: not `dist/`, not `site_src/`. Only the finished site is served, only to this machine: a request for
another host name, or from a page of another origin, is refused.
"""

import asyncio
import webbrowser

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado import httpserver, netutil, web

from muniment.line.crew import ALONE, Crew
from muniment.serve.answers import IDLE, Own, Pages, Script, Socket
from muniment.serve.building import Preview

__all__ = ["Preview", "preview"]

SHORTEST, LONGEST = 0.02, 0.5
"""Seconds between two looks at the folder, least and most."""
SHARE = 5
"""How many times as long as a look took the next one is waited for: a large archive keeps no processor busy."""
LARGEST = 65536
"""Bytes of a request or a message."""


def preview(state: Preview, *, port: int, opens: bool, crew: Crew = ALONE) -> int:
    """Serve until interrupted; a port that is taken is followed by a free one. Gives the exit code.

    The crew helps with the first build only: afterwards there are threads, and little to do.
    """
    sockets = _sockets(port)
    state.port = sockets[0].getsockname()[1]
    LiveReloadHandler.watcher = Watcher()
    state.watch.look()
    state.build(crew)
    asyncio.run(_served(state, sockets, opens=opens))
    return 0


async def _served(state: Preview, sockets: list, *, opens: bool) -> None:  # type: ignore[type-arg] # tornado's
    """Say where to look, and look at the folder until the end."""
    site = web.Application(
        [(r"/livereload", Socket), (r"/livereload\.js", Script), (r"/preview\.(css|js)", Own), (r"/(.*)", Pages)],
        preview=state,
        websocket_ping_interval=IDLE,
        websocket_max_message_size=LARGEST,
        log_function=lambda _: None,
    )
    Socket.current = state.shown
    server = httpserver.HTTPServer(site, idle_connection_timeout=IDLE, body_timeout=IDLE, max_body_size=LARGEST)
    server.add_sockets(sockets)
    address = f"http://127.0.0.1:{state.port}{state.base}"
    print(address, flush=True)
    if opens:
        webbrowser.open(address)
    await asyncio.gather(_built(state), _hurried(state))


async def _built(state: Preview) -> None:
    """Build whatever was saved, for ever."""
    while True:
        await asyncio.sleep(min(LONGEST, max(SHORTEST, SHARE * state.watch.took)))
        if await asyncio.to_thread(state.watch.look) and await asyncio.to_thread(state.build):
            Socket.refresh(state.shown)


async def _hurried(state: Preview) -> None:
    """Where a build takes a while, show the document that is being worked on before it, for ever."""
    while True:
        await asyncio.sleep(SHORTEST)
        if state.early.is_worth_it and await asyncio.to_thread(state.hurry):
            Socket.refresh(state.shown)


def _sockets(port: int) -> list:  # type: ignore[type-arg] # tornado gives plain sockets
    """Bind the wanted port on the loopback, or any free one."""
    try:
        return netutil.bind_sockets(port, "127.0.0.1")
    except OSError:
        return netutil.bind_sockets(0, "127.0.0.1")
