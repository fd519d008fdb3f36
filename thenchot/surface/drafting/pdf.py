"""Lưu PDF: the report as it went out, or a draft as it stands, for reading and printing."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from thenchot.reports import pdf
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.word import controls
from thenchot.reports.word.package import Package

from ..troubles import Stop
from .issue import issued


def as_pdf(saved: Saved, key: Any) -> bytes:
    """Of an issued report exactly its issued bytes. Stop where none could be made; BadNote."""
    try:
        return pdf.pdf_of(_word(saved, key))
    except pdf.NoPdf as no:
        if str(no) == "none":
            raise Stop(without()) from None
        said = _("Không lưu được PDF của tệp này. Đề nghị đồng chí mở tệp Word rồi lưu thành PDF.")
        raise Stop(said) from None


def without() -> str:
    """What people read where this machine makes none."""
    return _("Máy này chưa có LibreOffice để lưu PDF: đồng chí mở tệp Word rồi lưu thành PDF.")


def _word(saved: Saved, key: Any) -> bytes:
    found = issued(saved, key)
    if found:
        return found[0].content
    package = Package.read(saved.file())
    controls.unwrap(package.document)  # a control would become a field to fill in
    return package.bytes()
