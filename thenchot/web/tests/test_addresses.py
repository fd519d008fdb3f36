"""Every address names its action or is on the list of the open ones; nobody passes without signing in."""

from django.test import Client
from django.urls import URLPattern, get_resolver

OPEN = {
    "account_login", "account_logout", "language", "large", "mfa_authenticate", "violations",
    "checking:doors", "checking:list", "checking:report",  # at this machine only: web/checking/nearby.py
}  # fmt: skip


def addresses(patterns=None, namespace=""):
    """(name, view) of every address of the site."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLPattern):
            yield f"{namespace}{one.name}", one.callback
        else:
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from addresses(one.url_patterns, inner)


def test_every_address_has_passed_the_door():
    assert [name for name, view in addresses() if not hasattr(view, "action")] == []


def test_the_open_addresses_are_those_written_here():
    assert {name for name, view in addresses() if not getattr(view, "login_required", True)} == OPEN


def test_names_of_addresses_are_given_once():
    names = [name for name, _ in addresses()]
    assert len(names) == len(set(names))


def test_nobody_sees_a_page_without_signing_in(book):
    browser = Client(headers={"host": "127.0.0.1"})
    for address in ("/", "/viec-can-lam/", "/dang-vien/", "/to-chuc/", "/so-lieu/", "/chot-so-lieu/"):
        answer = browser.get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/tai-khoan/vao/")


def test_an_account_without_a_role_is_told_so(book, signed_in):
    book.account("khong.vai.tro")
    answer = signed_in("khong.vai.tro").get("/", follow=True)
    assert "Chưa có phần việc nào" in answer.content.decode()


def test_the_language_is_vietnamese_until_the_switch_whatever_the_browser_says(book):
    browser = Client(headers={"host": "127.0.0.1", "accept-language": "en-US,en"})
    assert "Đăng nhập" in browser.get("/tai-khoan/vao/").content.decode()
    browser.post("/ngon-ngu/", {"language": "en", "next": "/"})
    assert "Đăng nhập" not in browser.get("/tai-khoan/vao/").content.decode()
