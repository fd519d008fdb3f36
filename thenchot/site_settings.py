"""What the site adds to the settings: the order of middleware, sign-in, sessions, headers, static files."""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

ROOT = Path(__file__).parent.parent
HOME = Path(os.environ.get("THENCHOT_HOME") or "var/demo").absolute()

# A service names its own hosts and says that TLS stands before it; a demo answers this machine only.
HOSTS = [host for host in os.environ.get("THENCHOT_HOSTS", "").split(",") if host]
ALLOWED_HOSTS = HOSTS or ["127.0.0.1", "localhost", "[::1]"]
SECURED = bool(HOSTS)
# Where the proxy with the certificate stands: X-Forwarded-… is believed from there only (signin/headers.py).
PROXIES = [address for address in os.environ.get("THENCHOT_PROXY", "").split(",") if address]
DEBUG = False


def _secret() -> str:
    """Made at the first start, readable by its owner only; without a data folder, of this process alone."""
    path = HOME / "site.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    except OSError:
        return secrets.token_urlsafe(48)
    with os.fdopen(handle, "w") as file:
        file.write(made := secrets.token_urlsafe(48))
    return made


SECRET_KEY = _secret()

ROOT_URLCONF = "thenchot.web.urls"
WSGI_APPLICATION = "thenchot.web.wsgi.application"
MIDDLEWARE = [
    "thenchot.web.signin.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "thenchot.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "thenchot.web.middleware.HereMiddleware",
    "thenchot.web.signin.gate.GateMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "thenchot.web.frame.frame",
            ],
            "builtins": [
                "thenchot.web.templatetags.thenchot",
                "django.templatetags.i18n",
                "thenchot.web.templatetags.once",
            ],
        },
    }
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "thenchot.web.signin.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "thenchot.web.signin.forms.SignIn",
    "reauthenticate": "thenchot.web.signin.forms.PasswordAgain",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
# Wrong passwords are counted by access, which knows this browser; here wrong codes, and against flooding.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/15m/key", "reauthenticate": "10/m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PROXIES else 0
MFA_ADAPTER = "thenchot.web.signin.adapters.FactorAdapter"
MFA_FORMS = {
    "authenticate": "thenchot.web.signin.forms.Code",
    "reauthenticate": "thenchot.web.signin.forms.CodeAgain",
}
MFA_SUPPORTED_TYPES = ["totp"]
MFA_TRUST_ENABLED = False
MFA_TOTP_ISSUER = "Then Chốt"
MFA_TOTP_TOLERANCE = (
    1  # hands are slow and clocks differ; forms.py marks a code used for as long as it is good
)

SESSION_ENGINE = "django.contrib.sessions.backends.db"
COOKIE_PREFIX = "__Host-" if SECURED else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURED
CSRF_COOKIE_HTTPONLY = True  # pages carry the token themselves
CSRF_FAILURE_VIEW = "thenchot.web.signin.stale.form"
SECURE_SSL_REDIRECT = SECURED
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600  # idle and absolute limits: web/signin/sittings.py
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # never into a cookie
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURED else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# In the database: limits and used codes hold for every process. Culling would forget them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "site_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's arrows and ticks
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "report-uri": "/tai-khoan/chan/",
    }
}

STATIC_URL = "/static/"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
NODE_MODULES = ROOT / "node_modules"
STATICFILES_DIRS = [
    ("bootstrap", NODE_MODULES / "bootstrap" / "dist" / "css"),
    ("be-vietnam-pro", NODE_MODULES / "@fontsource" / "be-vietnam-pro" / "files"),
]
WHITENOISE_USE_FINDERS = True  # straight from where they lie: nothing has to be collected first
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
FILE_UPLOAD_TEMP_DIR = HOME
