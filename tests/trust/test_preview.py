"""The preview server against strangers: other origins, odd requests, slow, silent and many clients, broken input."""

import asyncio
import contextlib
import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT
from tests.test_serve import SEED, Running, previewed
from tests.trust.places import Place

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


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one address on the loopback only")
def test_it_listens_on_one_address_of_the_loopback(running: Running) -> None:
    """A server on every address of the machine would answer on the loopback's others too."""
    port = urlsplit(running.address).port
    for host in ("127.0.0.2", "127.255.255.254", "::1"):
        with pytest.raises(OSError):  # noqa: PT011 refused, unreachable or unknown, as the machine has it
            socket.create_connection((host, port), timeout=2).close()


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1.evil.example:{}",
        "localhost.evil.example:{}",
        "evil.example#127.0.0.1:{}",
        "evil.example@127.0.0.1:{}",
        "127.0.0.1:{}@evil.example",
        "127.0.0.1:1",
        "127.0.0.1",
        "localhost",
        "localhost.:{}",
        "0.0.0.0:{}",
        "127.1:{}",
        "2130706433:{}",
        "[::ffff:127.0.0.1]:{}",
        "",
        " ",
    ],
)
def test_names_that_look_like_ours_are_refused(running: Running, host: str) -> None:
    """Only the names that a browser on this machine uses, with the port of this server."""
    name = host.format(urlsplit(running.address).port)
    for path in ("/", "/livereload.js", "/static/site.css", "/preview.css"):
        assert running.get(path, Host=name)[0] in (400, 403)
    assert running.get("/livereload", Host=name, **UPGRADE)[0] in (400, 403)


def test_a_request_in_the_form_for_proxies_gets_nothing_of_another_host(running: Running) -> None:
    """The server is no way to other machines."""
    netloc = urlsplit(running.address).netloc
    answer = _raw(running, f"GET http://evil.example/x HTTP/1.1\r\nHost: {netloc}\r\n\r\n".encode())

    assert b" 200 " not in answer[:20]


def _opened(running: Running) -> socket.socket:
    """Open livereload's socket as a page of the preview does, and greet."""
    address = urlsplit(running.address)
    headers = {**UPGRADE, "Host": address.netloc, "Origin": f"http://{address.netloc}"}
    words = "".join(f"{key}: {word}\r\n" for key, word in headers.items())
    connection = socket.create_connection((address.hostname, address.port), timeout=5)
    connection.sendall(f"GET /livereload HTTP/1.1\r\n{words}\r\n".encode())
    assert b"101" in connection.recv(4096)[:20]
    hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
    connection.sendall(_frame(json.dumps(hello)))
    assert b"hello" in connection.recv(4096)
    return connection


def _frame(words: str) -> bytes:
    """Make a frame of a web socket as a browser sends it."""
    content = words.encode()
    return b"\x81" + bytes([0x80 | len(content)]) + b"\0\0\0\0" + content


def test_nobody_reloads_the_pages_of_others(running: Running) -> None:
    """Neither by a request nor by what one page says on the socket."""
    with _opened(running) as mine, _opened(running) as other:
        for command in ("reload", "url", "info", "forcereload"):
            other.sendall(_frame(json.dumps({"command": command, "path": "*", "liveCSS": True})))
        host = urlsplit(running.address).netloc
        for method in ("GET", "POST"):
            _raw(running, f"{method} /forcereload HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        mine.settimeout(1)
        with pytest.raises(TimeoutError):
            mine.recv(4096)


def test_what_lies_behind_a_link_is_not_served(running: Running) -> None:
    """A link in the archive's own folders leads nowhere."""
    (running.root / "secret.txt").write_text("A secret of the machine.")
    link = running.root / "static/secret.txt"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(running.root / "secret.txt")
    running.wait_for("/", "S-091")

    assert running.get("/static/secret.txt")[0] == 404
    assert "A secret of the machine" not in running.get("/")[1]
    link.unlink()
    _wait_until_mended(running)


def test_a_thousand_at_once_are_answered(running: Running) -> None:
    """Each with the page it asked for."""
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[1] > 2100, "this test opens a thousand connections"
    resource.setrlimit(resource.RLIMIT_NOFILE, (4000, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    address = urlsplit(running.address)
    request = f"GET /static/site.css HTTP/1.1\r\nHost: {address.netloc}\r\nConnection: close\r\n\r\n".encode()

    async def ask(ready: asyncio.Event) -> bytes:
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        await ready.wait()
        writer.write(request)
        answer = await reader.read()
        writer.close()
        return answer

    async def all_at_once() -> list[bytes]:
        ready = asyncio.Event()
        asked = [asyncio.ensure_future(ask(ready)) for _ in range(1000)]
        await asyncio.sleep(1)
        ready.set()
        return await asyncio.gather(*asked)

    with ThreadPoolExecutor(1) as aside:  # the browser's tests may hold this thread's loop
        answers = aside.submit(asyncio.run, all_at_once()).result()

    assert {answer[:15] for answer in answers} == {b"HTTP/1.1 200 OK"}
    assert len({answer.partition(b"\r\n\r\n")[2] for answer in answers}) == 1


def test_clients_that_read_slowly_or_hang_up_keep_nobody_out(running: Running) -> None:
    """A window of a few bytes, half a connection, a reset in the middle of the answer."""
    address = urlsplit(running.address)
    slow = []
    for number in range(60):
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        client.settimeout(5)
        client.connect((address.hostname, address.port))
        client.sendall(f"GET / HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode() * 20)
        if number % 3 == 0:
            client.shutdown(socket.SHUT_WR)
        elif number % 3 == 1:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            client.close()
        slow.append(client)
    for _ in range(5):
        assert running.get("/")[0] == 200
    for client in slow:
        client.close()


def _watched(place: Place, *words: str) -> "subprocess.Popen[str]":
    """Start a preview of a folder."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(place.root), "--port", "0", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 our own


@pytest.mark.parametrize("template", [b"", b"{% if %}"], ids=["a seed", "a template"])
def test_a_preview_begins_with_a_broken_archive_and_goes_on_when_it_is_mended(tmp_path: Path, template: bytes) -> None:
    """The problems are the page; no site was there before to be shown."""
    place = Place(root=tmp_path)
    place.write("seeds/minutes.txt", SEED if template else b"\0")
    if template:
        place.write("templates/base.html", template)
    process = _watched(place)
    assert process.stdout is not None
    running = Running(root=tmp_path, address=process.stdout.readline().strip())
    try:
        assert ("L-066" if template else "S-002") in running.get("/")[1]
        (tmp_path / "templates/base.html").unlink(missing_ok=True)
        place.write("seeds/minutes.txt", SEED)
        running.wait_for("/", "Minutes of the parish council")
    finally:
        process.terminate()
        process.communicate(timeout=10)


def test_a_preview_touches_nothing_and_ends_without_a_word(tmp_path: Path) -> None:
    """Site, sources and memory are as they were, after saves, mistakes and the removal of the whole folder."""
    place = Place(root=tmp_path / "archive")
    place.write("seeds/minutes.txt", SEED)
    assert place.build().returncode == 0
    before = {path: path.read_bytes() for path in sorted(place.root.rglob("*")) if path.is_file()}
    process = _watched(place)
    assert process.stdout is not None
    running = Running(root=place.root, address=process.stdout.readline().strip())
    place.write("seeds/new.txt", "A new paper\n\nIt is about the harbour.\n")
    running.wait_for("/documents.html", "A new paper")
    place.write("seeds/new.txt", b"\0")
    running.wait_for("/", "S-002")
    (place.root / "seeds/new.txt").unlink()
    _wait_until_mended(running)
    place.root.rename(tmp_path / "gone")
    running.wait_for("/", "preview-problems")
    (tmp_path / "gone").rename(place.root)
    _wait_until_mended(running)

    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=10)[1]

    assert {path: path.read_bytes() for path in sorted(place.root.rglob("*")) if path.is_file()} == before
    assert "Traceback" not in said
    assert process.returncode in (0, 130)


@pytest.mark.full
def test_more_clients_than_the_system_allows_are_waited_for(tmp_path: Path) -> None:
    """With few files allowed, hundreds of silent clients keep others out until they are let go, and no longer."""
    place = Place(root=tmp_path)
    place.write("seeds/minutes.txt", SEED)
    command = f'ulimit -Hn 200; exec "{sys.executable}" "{ROOT}/build.py" serve --root "{tmp_path}" --port 0'
    process = subprocess.Popen(  # noqa: S603 our own words
        ["/bin/sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    running = Running(root=tmp_path, address=process.stdout.readline().strip())
    address = urlsplit(running.address)
    clients = [socket.create_connection((address.hostname, address.port), timeout=5) for _ in range(300)]
    deadline = time.monotonic() + 90
    status = 0
    while status != 200 and time.monotonic() < deadline:
        try:
            status = running.get("/")[0]
        except (OSError, http.client.HTTPException):
            time.sleep(1)
    for client in clients:
        client.close()
    process.terminate()
    said = process.communicate(timeout=10)[1]

    assert status == 200
    assert said.count("Traceback") < 10, said[-2000:]
