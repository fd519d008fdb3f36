"""What every answer carries and no request may claim: features off, forwarded headers only from the proxy."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

# Nothing of a device is asked for: an empty list for each feature.
FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in FEATURES)
FORWARDED = ("HTTP_FORWARDED", "HTTP_X_REAL_IP")


class HeadersMiddleware:
    """The first of all: what comes after it may trust `X-Forwarded-…`."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("REMOTE_ADDR") not in settings.PROXIES:
            forget_forwarded(request)
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def forget_forwarded(request: HttpRequest) -> None:
    """A client says what it likes about where it comes from; only the declared proxy is asked."""
    for name in [one for one in request.META if one.startswith("HTTP_X_FORWARDED_") or one in FORWARDED]:
        del request.META[name]
