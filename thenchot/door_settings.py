"""Settings of `thenchot serve` where no book is yet: two doors, no database, nothing written."""

from thenchot.settings import *  # noqa: F403

DATABASES = {}  # whatever asked one would be told that there is none
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"  # never filled, so never set
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

OTHER = ("SESSION_ENGINE", "CACHES", "MIDDLEWARE")  # than those of the whole site
_HERE, _GATE = "thenchot.web.middleware.HereMiddleware", "thenchot.web.signin.gate.GateMiddleware"
MIDDLEWARE = [
    "thenchot.web.before.BeforeMiddleware" if name == _HERE else name
    for name in MIDDLEWARE  # noqa: F405
    if name != _GATE
]
