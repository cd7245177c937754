"""The preview server against strangers: other origins, odd requests, slow, silent and many clients, broken input."""

import contextlib
import http.client
import os
import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.test_serve import Running, previewed

UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "a" * 22 + "==",
}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give one preview to all tests: none of them may end it."""
    with previewed(tmp_path_factory.mktemp("preview")) as preview:
        yield preview


def _raw(running: Running, request: bytes, *, wait: float = 5) -> bytes:
    """Send bytes as they are; give the answer's first bytes."""
    address = urlsplit(running.address)
    with socket.create_connection((address.hostname, address.port), timeout=wait) as connection:
        connection.sendall(request)
        try:
            return connection.recv(65536)
        except (TimeoutError, ConnectionResetError):
            return b""


@pytest.fixture
def silent(running: Running) -> Iterator[list[socket.socket]]:
    """Open many connections that never say a whole word."""
    address = urlsplit(running.address)
    clients = [socket.create_connection((address.hostname, address.port), timeout=5) for _ in range(400)]
    for number, client in enumerate(clients):
        client.sendall((b"", b"G", b"GET / HTTP/1.1\r\nHo")[number % 3])
    yield clients
    for client in clients:
        client.close()


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://[", "", "\x01"])
def test_a_page_of_another_origin_gets_nothing(running: Running, origin: str) -> None:
    """Neither pages nor scripts nor the socket."""
    for path in ("/", "/livereload.js", "/static/site.css"):
        assert running.get(path, Origin=origin)[0] in (400, 403)
    assert running.get("/livereload", Origin=origin, **UPGRADE)[0] in (400, 403)


def test_the_socket_is_for_own_names_only(running: Running) -> None:
    """Without an Origin too, another Host is refused."""
    assert running.get("/livereload", Host="evil.example", **UPGRADE)[0] == 403


def test_only_reading_is_answered(running: Running) -> None:
    """No other method does anything."""
    netloc = urlsplit(running.address).netloc
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"):
        connection = http.client.HTTPConnection(netloc, timeout=5)
        connection.request(method, "/", body=b"x" * 1000)
        assert connection.getresponse().status >= 400
        connection.close()


@pytest.mark.parametrize(
    "path",
    [
        "/%252e%252e/seeds/minutes.txt",
        "/..%5c..%5cseeds%5cminutes.txt",
        "//seeds/minutes.txt",
        "/%00",
        "/%ff%fe",
        "/%",
        "/static",
        "/static/",
        "/static/../../seeds/minutes.txt",
        "/seeds/minutes.txt",
        "/site_src/archive.toml",
        "/.muniment-cache/last-build.json",
        "/" + "a" * 5000,
        "/" + "../" * 500,
    ],
)
def test_nothing_but_the_site_is_served(running: Running, path: str) -> None:
    """Whatever a path says, the answer is a page of the site or none."""
    status, text = running.get(path)

    assert status in (301, 302, 400, 404)
    assert "The bridge was discussed" not in text


@pytest.mark.parametrize(
    "request_",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        b"\x00" * 1000,
    ],
    ids=range(12),
)
def test_odd_requests_are_refused_and_nobody_else_notices(running: Running, request_: bytes) -> None:
    """The server goes on."""
    answer = _raw(running, request_, wait=2)

    assert b" 200 " not in answer[:20]
    assert running.get("/")[0] == 200


def test_hundreds_of_silent_clients_keep_nobody_out(running: Running, silent: list[socket.socket]) -> None:
    """Somebody who asks properly is answered at once."""
    assert len(silent) == 400
    started = time.monotonic()

    assert running.get("/")[0] == 200
    assert time.monotonic() - started < 5


@pytest.mark.full
def test_silent_clients_are_let_go(running: Running, silent: list[socket.socket]) -> None:
    """After the idle time the server closes their connections."""
    assert running.get("/")[0] == 200
    time.sleep(23)
    closed = 0
    for client in silent:
        client.settimeout(2)
        try:
            closed += client.recv(100) == b""
        except ConnectionResetError:
            closed += 1

    assert closed == len(silent)


def test_odd_words_on_the_socket_end_it_and_nothing_else(running: Running) -> None:
    """Frames that are no handshake, too long, or no frames."""
    netloc = urlsplit(running.address).netloc
    for frame in (
        b"\x81\x85\x00\x00\x00\x00hello",
        b"\x82\x82\x00\x00\x00\x00[]",
        b"\x81\xff\x7f" + b"\xff" * 7,
        b"\xff" * 500,
    ):
        handshake = "".join(
            f"{key}: {word}\r\n" for key, word in {**UPGRADE, "Host": netloc, "Origin": f"http://{netloc}"}.items()
        )
        address = urlsplit(running.address)
        with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
            connection.sendall(f"GET /livereload HTTP/1.1\r\n{handshake}\r\n".encode())
            assert b"101" in connection.recv(4096)[:20]
            connection.sendall(frame)
            connection.settimeout(0.3)
            with contextlib.suppress(TimeoutError, ConnectionResetError):
                connection.recv(4096)
    assert running.get("/")[0] == 200


def test_broken_input_of_every_kind_is_shown_and_survived(running: Running) -> None:
    """Templates, seeds, settings, pipes, links: the last good site goes on, and mending ends the message."""
    harms = {
        "templates/base.html": b"{% if %}",
        "templates/document.html": b"\xff",
        "seeds/minutes.txt": b"\0",
        "site_src/archive.toml": b"title = ",
        "site_src/pages/about.md": b"\xff",
    }
    for path, content in harms.items():
        target = running.root / path
        before = target.read_bytes() if target.exists() else None
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        running.wait_for("/", "preview-problems")
        if before is None:
            target.unlink()
        else:
            target.write_bytes(before)
        _wait_until_mended(running)
    os.mkfifo(running.root / "seeds/pipe.txt")
    running.wait_for("/", "S-091")
    (running.root / "seeds/pipe.txt").unlink()
    _wait_until_mended(running)
    assert not (running.root / "dist").exists()


def _wait_until_mended(running: Running) -> None:
    deadline = time.monotonic() + 10
    while "preview-problems" in running.get("/")[1]:
        assert time.monotonic() < deadline
        time.sleep(0.05)
