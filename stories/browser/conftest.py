"""A server of the test's own installation, Debian's Chromium, and somebody signed in."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

ROOT = Path(__file__).parent.parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """One browser for all tests of this process; none is skipped where there is none."""
    from playwright.sync_api import sync_playwright

    found = subprocess.run([ROOT / "tools" / "browser.sh"], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the driver keeps a loop in this thread
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found.stdout.strip(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def whole_pages(monkeypatch) -> None:
    """A click returns when the page it leads to is whole; the driver itself returns when it begins."""
    from playwright.sync_api import Locator

    begun = Locator.click

    def clicked(self, **how) -> None:
        begun(self, **how)
        if not self.page.is_closed():
            self.page.wait_for_load_state()

    monkeypatch.setattr(Locator, "click", clicked)


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *said: object) -> None:
        """Nothing."""


@pytest.fixture
def book(installation):
    """The small demo of the page tests: see thenchot/web/conftest.py and thenchot/access/tests/book.py."""
    from thenchot.access.tests.book import begin
    from thenchot.sealed import directory, labels, opening

    opening.use(None)
    labels._held = None
    yield begin()
    opening.use(None)
    directory.forget()


@pytest.fixture
def address(book) -> Iterator[str]:
    """Where the site of this test's book answers."""
    from django.db import connections

    from thenchot.web.wsgi import application

    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
    connections.close_all()


@pytest.fixture
def enter(chromium, address) -> Iterator[Callable]:
    """`enter("van.phong")`: a page of the site for which that account has typed its password.

    What the console says against a page, and any page that fails, ends the test: but for the answers
    that a story is about, which it names, `enter("van.phong", expects=(403,))`.
    """
    said: list[str] = []
    contexts = []

    def entered(name: str, size=DESK, password: str = "mot-cau-dai-kho-doan-2026", expects=()):
        from thenchot.access import accounts

        account = accounts.named(name)
        account.set_password(password)
        account.save(update_fields=["password"])
        context = chromium.new_context(viewport=size, locale="vi-VN", base_url=address)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if against(message, expects) else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto("/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu", exact=True).fill(password)
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url(lambda url: "/tai-khoan/" not in url)
        return page

    yield entered
    for context in contexts:
        context.close()
    assert said == []


def against(message, expects) -> bool:
    """Whether the console complains, of something else than the answers a story expects."""
    return message.type == "error" and not any(f"a status of {one}" in message.text for one in expects)


FOCUSED = """() => {
  const on = document.activeElement;
  const label = on.labels && on.labels.length ? on.labels[0].innerText : "";
  return [label, on.innerText || "", on.getAttribute("placeholder") || ""].join(" ");
}"""


def tab_to(page, words, most=80):
    """As somebody without a mouse: Tab until the thing of these words has the focus, and it shows."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if words in page.evaluate(FOCUSED):
            outlined = page.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }"
            )
            assert outlined, f"the focus does not show on {words}"
            return
    raise AssertionError(f"no way to {words} by Tab: {page.url}")


def violations(page) -> list[str]:
    """What axe finds on the page as it stands."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]
