"""Who may use these doors: somebody at this machine, or signed in; files stay in memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from thenchot.files.limits import LIMITS

from ..page import View, open_to_all

NAMES = ("127.0.0.1", "localhost", "[::1]")


def at_this_machine(request: HttpRequest) -> bool:
    """Asked from the machine itself, by one of its own names, and with no proxy between.

    Elsewhere it would be a parser open to a whole network.
    """
    if settings.PROXIES:
        return False
    host, _port = split_domain_port(request.get_host())
    return _loopback(request.META.get("REMOTE_ADDR", "")) and host in NAMES


def _loopback(address: str) -> bool:
    try:
        one = ip_address(address)
    except ValueError:
        return False
    return (getattr(one, "ipv4_mapped", None) or one).is_loopback


def may_use(request: HttpRequest) -> bool:
    """Signed in with an open session, or at this machine."""
    return getattr(request, "here", None) is not None or at_this_machine(request)


def nothing_kept(*methods: str) -> Callable[[View], View]:
    """A view of these doors: whoever may not use them signs in first; what is sent stays in memory.

    The form's token is looked at only after the handler is set: Django reads the files with it.
    """

    def door(view: View) -> View:
        checked = csrf_protect(view)

        @open_to_all
        @csrf_exempt
        @require_http_methods(list(methods))
        @wraps(view)
        def passed(request: HttpRequest, **place: Any) -> HttpResponse:
            if not may_use(request):
                return redirect(
                    f"{reverse('account_login')}?{urlencode({'next': reverse('checking:doors')})}"
                )
            request.upload_handlers = [InMemory(request)]
            return checked(request, **place)

        return passed

    return door


class InMemory(FileUploadHandler):
    """Keeps the one file in memory, whatever its size; a larger one than any door admits is not read on."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any) -> None:
        self.read = 0

    def new_file(self, *given: Any, **more: Any) -> None:
        super().new_file(*given, **more)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.read += len(raw_data)
        if self.read > LIMITS.checked:
            raise StopUpload(connection_reset=False)
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.file.seek(0)
        return InMemoryUploadedFile(
            self.file, self.field_name, self.file_name or "", self.content_type or "", file_size, self.charset
        )
