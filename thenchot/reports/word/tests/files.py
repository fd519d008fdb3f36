"""Word files for tests, as other hands leave them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document

from thenchot.reports.word.package import Package

Runs = Sequence[str | tuple[str, bool]]


def word(*lines: Runs | str) -> bytes:
    """A file of lines; a line is a text, or runs each with whether it is bold."""
    document = Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for run in [line] if isinstance(line, str) else line:
            text, bold = run if isinstance(run, tuple) else (run, False)
            paragraph.add_run(text).bold = bold or None
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def package(*lines: Runs | str) -> Package:
    return Package.read(word(*lines))
