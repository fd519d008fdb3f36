"""An answer as a file to save: made in memory, handed over, gone."""

from __future__ import annotations

from pathlib import PurePath

from django.http import HttpResponse
from django.utils.http import content_disposition_header

LONGEST = 80


def as_file(data: bytes, name: str, kind: str) -> HttpResponse:
    """A download under a name of ours; never opened inside the site."""
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def stem(name: str) -> str:
    """The given file's name without its ending, as the beginning of ours."""
    plain = "".join(
        letter for letter in PurePath(name).stem if letter.isprintable() and letter not in '\\/:"'
    )
    return plain.strip(". ")[:LONGEST] or "tep"
