"""The site for a server; `thenchot serve` starts one with it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from thenchot.web import warming  # noqa: E402 — needs Django awake

warming.begin()
