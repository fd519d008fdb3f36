"""Making a PDF: what the maker is given and what is left of it; by LibreOffice where it can be shut off."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from thenchot.reports import layout, pdf

GOOD = """
import os, sys, pathlib
folder = pathlib.Path(sys.argv[-1]).parent
said = "\\n".join([*map("=".join, sorted(os.environ.items())), *sys.argv[1:]])
(folder / "giay.pdf").write_bytes(b"%PDF-1.7 " + str(folder).encode() + b"\\n" + said.encode())
"""
SLOW = "import time; time.sleep(60)"
BAD = "raise SystemExit(3)"
NOTHING = "pass"


@pytest.fixture
def maker(monkeypatch, tmp_path):
    """A stand-in for LibreOffice."""

    def of(program):
        (tmp_path / "maker.py").write_text(program, "utf-8")
        monkeypatch.setattr(pdf, "_maker", lambda: (sys.executable, "-I", str(tmp_path / "maker.py")))

    return of


def test_it_gets_a_folder_of_its_own_that_is_gone_afterwards(maker, monkeypatch):
    monkeypatch.setenv("THENCHOT_KEY_FILE", "/secret")
    maker(GOOD)
    head, _line, said = pdf.pdf_of(b"word").decode().partition("\n")
    folder = head.removeprefix("%PDF-1.7 ")
    assert not Path(folder).exists()
    assert f"HOME={folder}" in said and f"file://{folder}/profile" in said
    assert "THENCHOT" not in said and "secret" not in said


@pytest.mark.parametrize(("program", "why"), [(BAD, "failed"), (NOTHING, "broken"), (SLOW, "time")])
def test_no_pdf_is_said(maker, monkeypatch, program, why):
    monkeypatch.setattr(pdf, "SECONDS", 1)
    maker(program)
    with pytest.raises(pdf.NoPdf, match=why):
        pdf.pdf_of(b"word")


def test_without_a_maker_none_is_offered(monkeypatch):
    monkeypatch.setattr(pdf, "_maker", lambda: None)
    assert not pdf.offered()
    with pytest.raises(pdf.NoPdf, match="none"):
        pdf.pdf_of(b"word")


needs_office = pytest.mark.skipif(not pdf.offered(), reason="no LibreOffice that can be shut off")


@needs_office
def test_the_maker_has_no_network():
    shut = (pdf._maker() or ())[:-1]
    asked = "import socket; print(sorted(name for _place, name in socket.if_nameindex()))"
    done = subprocess.run([*shut, sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['lo']"


@needs_office
def test_a_paper_as_libreoffice_prints_it():
    import pypdfium2

    word = layout.paper("Đảng ủy xã Hồng Sơn")
    layout.party_head(
        word, layout.Head("", "Đảng ủy xã Hồng Sơn", "Số 01-BC/ĐU", "Hồng Sơn", date(2026, 11, 5))
    )
    for _line in range(60):
        layout.body(word, "Kết nạp 31 đảng viên.")
    layout.page_numbers(word)
    found = pypdfium2.PdfDocument(pdf.pdf_of(layout.bytes_of(word)))
    texts = [page.get_textpage().get_text_range().strip() for page in found]
    assert len(texts) >= 2 and "ĐẢNG CỘNG SẢN VIỆT NAM" in texts[0] and texts[1].startswith("2")
