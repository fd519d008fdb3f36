"""A file as an answer: handed over under a name of ours, never opened inside the site."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
    "pdf": "application/pdf",
}


def download(data: bytes, name: str) -> HttpResponse:
    """The bytes to save; what they are stands in the ending of the name, one of `TYPES`."""
    answer = HttpResponse(data, content_type=TYPES[name.rpartition(".")[2]])
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
