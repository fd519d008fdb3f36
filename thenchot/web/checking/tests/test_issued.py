"""A report with the annex it was issued with: edited numbers are named, a wrong annex is a sentence."""

import json
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from thenchot.access.desk import Desk
from thenchot.files.tests.word_files import word
from thenchot.reports.drafts.facts import Fact, Facts, put, signed
from thenchot.reports.word.package import Package

ADDRESS = "/ra-soat/bao-cao/"
TEXT = "Toàn Đảng bộ có 31 đảng viên."
FACT = Fact(1, 2, 16, "31", TEXT.replace("31", "⟦⟧"), "M01", "Đảng viên", "Xã A", "", "", "counted")


@cache
def report_of(text):
    """The same bytes each time: a package says when it was packed."""
    return word("BÁO CÁO", text)


def annex(key, text=TEXT):
    from hashlib import sha256

    report = sha256(report_of(text)).hexdigest()
    facts = Facts("x", "Xã A", "Báo cáo tháng", "Tháng 11", "abc", "", report, "2026-11-20", (FACT,))
    package = Package.read(word("Phụ lục nguồn số liệu"))
    put(package, facts, signed(facts, key))
    return package.bytes()


def sent(text, annexed, **more):
    files = {
        "file": SimpleUploadedFile("bao-cao.docx", report_of(text)),
        "annex": SimpleUploadedFile("phu-luc.docx", annexed),
    }
    return Client(headers={"host": "127.0.0.1"}).post(ADDRESS, files | more).content.decode()


@pytest.fixture
def key(book):
    return Desk.open().key


def test_an_edited_number_is_named_and_the_json_says_it(key):
    edited = TEXT.replace("31", "35")
    said = sent(edited, annex(key))
    assert "đã ban hành 31, nay là 35" in said and "có ⟦31⟧ đảng viên" in said
    told = json.loads(sent(edited, annex(key), **{"as": "json"}))["issued"]
    assert [(one["number"], one["printed"], one["now"]) for one in told["edited"]] == [(1, "31", "35")]
    assert not told["same_file"]


@pytest.mark.parametrize(
    ("now", "place"),
    [("Toàn Đảng bộ có 35 đảng viên.", "35"), ("Đảng bộ đã họp.", "Đảng bộ đã họp.")],
    ids=["edited", "gone"],
)
def test_the_commented_copy_says_it_at_its_place(key, now, place):
    files = {
        "file": SimpleUploadedFile("bao-cao.docx", report_of(now)),
        "annex": SimpleUploadedFile("phu-luc.docx", annex(key)),
    }
    data = Client(headers={"host": "127.0.0.1"}).post(ADDRESS, files | {"as": "word"}).content
    copy = Document(BytesIO(data))
    (comment,) = list(copy.comments)
    assert "đã ban hành 31" in comment.text and comment.author == "Rà soát số liệu"
    between = copy.element.xpath("//w:t[preceding::w:commentRangeStart and following::w:commentRangeEnd]")
    assert "".join(one.text for one in between) == place


def test_the_issued_file_itself_and_one_saved_anew(key):
    assert "Tệp đúng là bản đã ban hành" in sent(TEXT, annex(key))
    assert "không số nào khác" in sent(TEXT, annex(key, "Khác."))


def test_an_annex_signed_elsewhere_or_none_is_a_sentence_and_the_report_is_still_read(key):
    other = Ed25519PrivateKey.generate()
    for data, part in (
        (annex(other), "Chữ ký không khớp"),
        (word("Phụ lục"), "không mang số liệu ký kèm"),
        (b"PK\x03\x04", "phu-luc.docx"),
    ):
        said = sent(TEXT, data)
        assert part in said and 'role="alert"' in said and "đọc được" in said


def test_facts_changed_inside_do_not_verify(key):
    package = Package.read(word("Phụ lục"))
    facts = Facts("x", "Xã A", "Báo cáo", "", "abc", "", "", "2026-11-20", (FACT,))
    put(package, replace(facts, facts=(replace(FACT, printed="35"),)), signed(facts, key))
    assert "Chữ ký không khớp" in sent(TEXT.replace("31", "35"), package.bytes())
