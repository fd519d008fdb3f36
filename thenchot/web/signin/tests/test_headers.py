"""Headers of every answer, cookies' names and flags, what a client may not claim about itself."""

import subprocess
import sys

import pytest
from allauth.account.adapter import get_adapter
from django.test import override_settings
from django.urls import reverse

from thenchot.web.signin import violations
from thenchot.web.signin.headers import PERMISSIONS
from thenchot.web.tests.test_addresses import addresses

from .people import PASSWORD, browser, enter, make

POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
    "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    "object-src 'none'", "report-uri /tai-khoan/chan/",
}  # fmt: skip


@pytest.fixture
def inside(book):
    make(book)
    client = browser()
    enter(client)
    return client


def test_every_answer_carries_them(inside):
    seen = set()
    for name, _view in addresses():
        try:
            address = reverse(name)
        except Exception:  # an address that names somebody
            continue
        for answer in (inside.get(address), browser().get(address)):
            assert set(answer["Content-Security-Policy"].split("; ")) == POLICY, name
            assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
            assert answer["Referrer-Policy"] == "same-origin"
            assert answer["X-Content-Type-Options"] == "nosniff"
            assert answer["Permissions-Policy"] == PERMISSIONS
            assert "no-store" in answer["Cache-Control"]
        seen.add(name)
    assert len(seen) > 15
    for address in ("/khong-co/", "/dang-vien/999/"):
        assert set(inside.get(address)["Content-Security-Policy"].split("; ")) == POLICY


def test_no_page_of_signing_in_has_script_or_style_in_its_text(inside):
    for page in (
        browser().get(reverse("account_login")),
        inside.get(reverse("sessions")),
        inside.get(reverse("enrol")),
    ):
        text = page.content.decode()
        assert " style=" not in text and " onclick=" not in text and "<style" not in text
        for script in text.split("<script")[1:]:
            assert " src=" in script.split(">")[0]


def test_violations_are_counted_and_nothing_of_them_is_kept(inside):
    before = violations.counted(inside.get(reverse("sessions")).wsgi_request.now.date())
    for _ in range(3):
        answer = browser().post(
            reverse("violations"),
            '{"csp-report": {"blocked-uri": "x"}}',
            content_type="application/csp-report",
        )
        assert answer.status_code == 204
    request = inside.get(reverse("sessions")).wsgi_request
    assert violations.counted(request.now.date()) == before + 3


def test_what_a_client_says_of_its_way_has_no_effect(book):
    make(book)
    said = {
        "X-Forwarded-For": "10.1.2.3", "X-Forwarded-Host": "example.org", "X-Forwarded-Proto": "https",
        "Forwarded": "for=10.1.2.3", "X-Real-IP": "10.1.2.3",
    }  # fmt: skip
    answer = browser().get(reverse("account_login"), headers=said)
    request = answer.wsgi_request
    assert not any(name.startswith("HTTP_X_FORWARDED") for name in request.META)
    assert (request.is_secure(), request.get_host()) == (False, "127.0.0.1")
    assert get_adapter().get_client_ip(request) == "127.0.0.1"


def test_the_declared_proxy_is_believed(book):
    proxy = {"PROXIES": ["127.0.0.1"], "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")}
    with override_settings(**proxy, ALLAUTH_TRUSTED_PROXY_COUNT=1):
        said = {"X-Forwarded-For": "10.1.2.3", "X-Forwarded-Proto": "https"}
        request = browser().get(reverse("account_login"), headers=said).wsgi_request
        assert request.is_secure() and get_adapter().get_client_ip(request) == "10.1.2.3"
        stranger = browser().get(reverse("account_login"), headers=said, REMOTE_ADDR="10.9.9.9")
        assert not stranger.wsgi_request.is_secure()
        assert get_adapter().get_client_ip(stranger.wsgi_request) == "10.9.9.9"


SERVICE = """
import os, django; django.setup()
from django.test import Client
from django.conf import settings
from thenchot.web.signin import browsers
from thenchot.web import frame
client = Client(headers={"host": "so.example.vn"})
answer = client.post("/ngon-ngu/", {"language": "en"}, secure=True)
answer = client.post("/chu-to/", secure=True)
answer = client.get("/tai-khoan/vao/", secure=True)
answer = client.post("/tai-khoan/vao/", {"login": "ngan", "password": os.environ["PASSWORD"]}, secure=True)
assert answer.status_code == 302, answer.content.decode()
assert answer["Strict-Transport-Security"] == "max-age=31536000"
for name, cookie in client.cookies.items():
    assert name.startswith("__Host-"), name
    assert cookie["secure"] and cookie["path"] == "/" and not cookie["domain"], name
    assert cookie["samesite"] == "Lax" and cookie["httponly"], name
    assert "ngan" not in cookie.value, name
print(sorted(client.cookies))
assert client.get("/tai-khoan/vao/").status_code == 301
"""


def test_cookies_of_a_service_have_the_host_prefix(installation):
    """In a process of its own: the names are settings."""
    from thenchot.access.tests.book import begin
    from thenchot.ledger.events import Mode
    from thenchot.sealed import opening

    opening.use(None)
    make(begin(mode=Mode.SERVICE))
    environment = installation.environment | {
        "THENCHOT_HOSTS": "so.example.vn",
        "THENCHOT_PROXY": "127.0.0.1",
        "PASSWORD": PASSWORD,
    }
    ran = subprocess.run([sys.executable, "-c", SERVICE], env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    names = ("browser", "chu_to", "csrftoken", "language", "sessionid")
    assert ran.stdout.strip() == str([f"__Host-{name}" for name in names])
