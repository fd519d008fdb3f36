"""serve: what it refuses; and the server itself, started, signed in to, stopped in the middle of a POST."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connections

from thenchot.access import accounts
from thenchot.access.accounts import Account
from thenchot.access.tests.book import begin
from thenchot.cli.serving import has_book, why_not
from thenchot.ledger import reading
from thenchot.ledger.events import Mode
from thenchot.sealed import opening
from thenchot.sealed.keyring import Keyring
from thenchot.sealed.opening import keyring_path
from thenchot.sealed.randomness import System

PASSWORD = "bảy con ngựa vượt suối"


@pytest.fixture
def proper(installation, settings_of, monkeypatch):
    """A service as it should be: hosts, a proxy, an account of its own."""
    settings_of(SECURED=True, PROXIES=["127.0.0.1"], DEBUG=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def settings_of():
    from django.test import override_settings

    changed = []

    def change(**said):
        changed.append(override_settings(**said))
        changed[-1].enable()

    yield change
    for one in reversed(changed):
        one.disable()


def told(mode=Mode.SERVICE, bind="10.0.0.5", own=None):
    return " ".join(why_not(mode, bind, own))


def test_a_demo_stays_on_this_machine(proper):
    assert "chỉ mở trên chính máy này" in told(Mode.DEMO)
    assert told(Mode.DEMO, "127.0.0.1") == told(Mode.DEMO, "::1") == ""


def test_a_service_as_it_should_be_starts(proper, tmp_path):
    assert told() == ""
    certificate = (tmp_path / "tls.crt", tmp_path / "tls.key")
    certificate[1].touch(0o600)
    assert told(own=certificate) == ""


@pytest.mark.parametrize("bind", ["127.0.0.1", "10.0.0.5"])
def test_without_tls_or_proxy_it_does_not(proper, settings_of, bind):
    settings_of(PROXIES=[])
    assert "Chưa có TLS" in told(bind=bind)
    settings_of(SECURED=False)
    assert "THENCHOT_HOSTS" in told(bind=bind)


def test_nor_as_root_nor_with_debug(proper, settings_of, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    settings_of(DEBUG=True)
    assert "root" in told() and "DEBUG" in told()


def test_nor_with_a_key_that_everybody_reads(proper, installation, tmp_path):
    begin(mode=Mode.SERVICE)
    assert told() == ""
    for path in (installation.home.with_suffix(".key"), installation.home / "signing.key", keyring_path()):
        path.chmod(0o604)
        assert str(path) in told()
        path.chmod(0o600)
    key = tmp_path / "tls.key"
    key.touch(0o644)
    assert str(key) in told(own=(tmp_path / "tls.crt", key))


def test_nor_with_the_key_of_a_demo(proper, installation, serve):
    begin(mode=Mode.SERVICE)
    keyring_path().unlink()
    Keyring.create(keyring_path(), installation="test", mode="demo", randomness=System())
    opening.use(None)
    server, said = serve()
    assert server.wait(30) != 0
    assert "không cùng một cơ sở" in Path(said.name).read_text()


@pytest.fixture
def serve(installation):
    """`serve()` starts the command; whatever still runs at the end is stopped."""
    started = []

    def start(port=None, **environment):
        command = [sys.executable, "-m", "thenchot", "serve", "--port", str(port or free_port())]
        # Its output goes to a file: a pipe would stay open with whatever the server leaves behind.
        said = (installation.home.parent / "server.txt").open("w+")
        server = subprocess.Popen(
            command, env=installation.environment | environment, stdout=said, stderr=said
        )
        started.append((server, said))
        return started[-1]

    yield start
    for server, said in started:
        if server.poll() is None:
            server.terminate()
            server.wait(10)
        said.close()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Browser:
    """As little of a browser as signing in takes."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def headers(self):
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    def ask(self, method, path, **fields):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        form = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
        line.request(method, path, urlencode(fields) or None, self.headers() | form)
        answer = line.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = answer.read().decode()
        line.close()
        return answer, text

    def token(self, path):
        return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.ask("GET", path)[1])[1]


def wait_for(port, until):
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")


def test_started_signed_in_to_and_stopped_in_the_middle_of_a_post(installation, serve):
    book = begin()
    accounts.choose_password(book.account("ngan", person=101), PASSWORD)
    before = reading.size()
    connections.close_all()
    port = free_port()
    (server, _said), browser = serve(port), Browser(port)
    wait_for(port, time.monotonic() + 25)

    entrance = "/tai-khoan/vao/"
    token = browser.token(entrance)
    answer, _ = browser.ask("POST", entrance, login="ngan", password=PASSWORD, csrfmiddlewaretoken=token)
    assert (answer.status, "sessionid" in browser.cookies) == (302, True)
    own = "/tai-khoan/mat-khau/"
    token = browser.token(own)

    said = urlencode(
        {"csrfmiddlewaretoken": token, "old": PASSWORD, "new": "x" * 20, "again": "x" * 20}
    ).encode()
    line = socket.create_connection(("127.0.0.1", port), 5)
    head = {
        "Host": "127.0.0.1", "Content-Type": "application/x-www-form-urlencoded", "Content-Length": len(said),
    } | browser.headers()  # fmt: skip
    lines = [f"POST {own} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    line.sendall("\r\n".join(lines).encode())
    line.sendall(said[: len(said) // 2])
    time.sleep(0.3)
    server.send_signal(signal.SIGTERM)
    assert server.wait(15) is not None
    line.close()

    kept = Account.objects.get(name="ngan")
    assert kept.check_password(PASSWORD) and not kept.must_change
    assert reading.size() == before


def test_without_a_book_only_the_two_doors_are_open_and_nothing_is_written(serve, tmp_path):
    port, nothing = free_port(), tmp_path / "nothing"
    (server, said), browser = serve(port, THENCHOT_HOME=str(nothing)), Browser(port)
    wait_for(port, time.monotonic() + 25)

    browser.cookies["sessionid"] = "of-another-installation"
    token = browser.token("/ra-soat/")
    text = "Trong năm luân chuyển 52 cán bộ, trong đó: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24."
    answer, page = browser.ask("POST", "/ra-soat/bao-cao/", text=text, csrfmiddlewaretoken=token)
    assert answer.status == 200 and "các phần cộng được 49" in page and "/tai-khoan/" not in page
    for elsewhere in ("/", "/dang-vien/", "/tai-khoan/vao/", "/ra-soat/danh-sach/so-dau-ky/"):
        answer, page = browser.ask("GET", elsewhere)
        assert answer.status == 503 and "thenchot init" in page and 'href="/ra-soat/"' in page
    assert "chỉ mở rà soát" in Path(said.name).read_text()
    assert server.poll() is None and not nothing.exists()


def test_a_folder_without_a_book_and_one_with(installation):
    assert not has_book()
    begin()
    assert has_book()


def test_without_a_book_no_network_is_served(serve, tmp_path):
    server, said = serve(THENCHOT_HOME=str(tmp_path / "nothing"), THENCHOT_HOSTS="so.tinh.vn")
    assert server.wait(30) == 4 and "thenchot init" in Path(said.name).read_text()
