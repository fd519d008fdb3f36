"""Reports damaged at random: bytes of files, parts of packages, marks of XML and PDF, letters of text."""

from __future__ import annotations

import random
import re
import signal
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from xml.sax.saxutils import escape

from thenchot.files import document_worker
from thenchot.files.door import Admitted, admit
from thenchot.files.limits import DOCUMENTS
from thenchot.files.lines import DocumentLine
from thenchot.files.profiles import CHECK
from thenchot.files.refusals import Refused
from thenchot.files.tests.pdf_files import pdf
from thenchot.files.tests.test_documents import with_footnotes
from thenchot.files.tests.word_files import DOCUMENT, field, with_body, word
from thenchot.files.tests.workbooks import packed, parts_of
from thenchot.files.wire import pack
from thenchot.files.word.answers import Remark, repacked
from thenchot.files.word.comments import NOT_XML
from thenchot.files.words import say
from thenchot.reports.answer import answer
from thenchot.reports.checking.check import check
from thenchot.reports.commented import AUTHOR, INITIALS, remarks
from thenchot.reports.reading.reader import read
from thenchot.reports.table_of_findings import table
from thenchot.reports.worker import written

TEXT = (
    "Trong 9 tháng năm 2023, kết nạp 1.733 đảng viên, đạt 103% chỉ tiêu; trong đó nữ 812 (46,9%).\n"
    "Luân chuyển 52 cán bộ: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24; khai trừ 4/9 đảng viên.\n"
    "Tổng thu 578,47 triệu đồng, bình quân gần 110.000 đồng; trên 2.600 lượt người, từ 5 đến 7 cuộc.\n"
)
TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cộng</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
# What stands in documents with a meaning, thrown about at random.
PIECES = (
    *(b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:del>", b"</w:t>", b"<!--", b"]]>", b"&#0;", b"<w:vanish/>"),
    *(b'<w:fldChar w:fldCharType="end"/>', b'w:val="-1"', b'w:val="99999999999"', b"endobj", b"stream\n"),
    *(b"xref", b"/Kids[2 0 R]", b"/Length 999999999", b">>", b"<<", b"%", b"1/0", b"0/0", b"9" * 24, b"100%"),
    *(b"(", b"):", b";", b"31/02/2023", b"-", b"\xff\xfe", b"\x00", b"\r", b"..", b",,", b"\xc2\xa0"),
    *("từ đầu nhiệm kỳ đến nay".encode(), "trong đó".encode(), "\u0300\u0323".encode()),
    "một nghìn không trăm lẻ".encode(),
)
SLOW = 1.5  # seconds of processor for one of the two hundred of the test; a worker has twenty


STYLE = re.compile(rb"<w:style .*?</w:style>", re.S)
STYLES = 12  # kept of the hundreds that the library writes, twice, into every document


def light(data: bytes) -> bytes:
    """The Word document with few styles: twenty times less to read, and damages seldom fall among them."""
    parts = parts_of(data)
    for name, part in parts.items():
        for one in STYLE.findall(part)[STYLES:]:
            part = part.replace(one, b"", 1)
        parts[name] = part
    return packed(parts)


EMPTY = light(word("Toàn đảng bộ có 1.733 đảng viên."))


def seeds() -> dict[str, bytes]:
    """A sound file of each kind."""
    rows = [line.encode("ascii", "replace").decode().replace("(", " ") for line in TEXT.splitlines()]
    return {
        "docx": light(with_body(paragraphs(TEXT) + TABLE + field("REF x"), with_footnotes())),
        "pdf": pdf([row.replace(")", " ") for row in rows], rows[:1] and ["Trang 2: 12 + 13 = 26"]),
        "txt": TEXT.encode(),
    }


def paragraphs(text: str) -> str:
    """Each line as a paragraph of Word; what XML cannot hold is left out."""
    sound = (escape(NOT_XML.sub("", line)) for line in text.split("\n"))
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in sound)


def inputs(count: int, seed: int, first: int = 0) -> Iterator[tuple[int, str, bytes]]:
    """(number, kind, bytes) of so many damaged files from the first on, the same for one seed."""
    sound = seeds()
    for number in range(first, first + count):
        chance = random.Random(f"{seed}-{number}")
        kind = ("docx", "txt", "docx", "pdf")[number % 4]
        yield number, kind, damaged(kind, sound[kind], chance)


def damaged(kind: str, data: bytes, chance: random.Random) -> bytes:
    """One to eight damages: to the letters, to a part of a package, to the bytes of the file."""
    if kind != "pdf" and chance.random() < 0.5:
        lines = _several(TEXT.encode(), chance).decode("utf-8", "ignore").replace("\0", "")
        return lines.encode() if kind == "txt" else with_body(paragraphs(lines) + TABLE, EMPTY)
    if kind == "docx" and chance.random() < 0.7:
        parts = parts_of(data)
        name = chance.choice([DOCUMENT, DOCUMENT, *sorted(parts)])
        parts[name] = bytes(_several(parts[name], chance))
        return packed(parts)
    if kind == "pdf" and chance.random() < 0.5:
        return _inside_stream(data, chance)
    return bytes(_several(data, chance))


def _inside_stream(data: bytes, chance: random.Random) -> bytes:
    begin = data.index(b"stream\n") + 7
    end = data.index(b"\nendstream", begin)
    with suppress(zlib.error):
        inside = zlib.compress(bytes(_several(zlib.decompress(data[begin:end]), chance)))
        return data[:begin] + inside + data[end:]
    return data


def _several(data: bytes, chance: random.Random) -> bytearray:
    found = bytearray(data)
    for _time in range(chance.randint(1, 8)):
        _once(found, chance)
    return found


def _once(data: bytearray, chance: random.Random) -> None:
    at, length = chance.randrange(len(data) + 1), chance.choice((1, 2, 8, 64, 1_000))
    what = chance.randrange(6)
    if what == 0:
        data[at : at + 1] = bytes([chance.randrange(256)])
    elif what == 1:
        del data[at : at + length]
    elif what == 2:
        data[at:at] = chance.choice(PIECES)
    elif what == 3:
        data[at:at] = chance.choice(PIECES) * chance.choice((2, 2, 50, 50, 50, 3_000))
    elif what == 4:
        data[at:at] = data[at : at + length] * chance.choice((1, 3, 40))
    else:
        other = chance.randrange(len(data) + 1)
        data[at : at + length] = data[other : other + length]


def in_time(data: bytes) -> str:
    """`outcome`, or `slow` for one that would hold the test up."""
    signal.signal(signal.SIGVTALRM, _too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
    try:
        return outcome(data)
    except Slow:
        return "slow"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def outcome(data: bytes, shut: Callable[[], None] = lambda: None) -> str:
    """`read`, or the code of a refusal that has its sentence; anything else raised is a fault of ours.

    What comes out is made as well: JSON, the Excel table, the commented copy of a Word file, which must pass
    the door again with the same text. `shut` is called once the door has passed the file.
    """
    try:
        admitted = admit(data, DOCUMENTS, "", CHECK)
        shut()
        try:
            return _made(admitted)
        except (MemoryError, RecursionError):  # as the worker answers
            raise Refused("memory") from None
    except Refused as no:
        assert "{" not in say(no)
        return no.code


def _made(admitted: Admitted) -> str:
    lines, _notes = document_worker.read(admitted.kind, admitted.data, admitted.main)
    reading = read(written(lines))
    relations = check(reading)
    answer(reading, relations)
    for one in reading.figures:
        assert reading.lines[one.line - 1].text[one.start : one.end] == one.text
    assert table(reading, relations)
    said = list(remarks(reading, relations))
    if admitted.kind == "docx" and said:
        assert _lines_of_commented(admitted, said) == list(lines)
    return "read"


def _lines_of_commented(admitted: Admitted, said: list[Remark]) -> list[DocumentLine]:
    asked = {"main": admitted.main, "comments": pack(tuple(said)), "author": AUTHOR, "initials": INITIALS}
    parts = document_worker.with_comments(admitted.data, asked)
    copy = repacked(admitted, {name: text.encode() for name, text in parts.items()})
    again = admit(copy, DOCUMENTS, "", CHECK)
    return list(document_worker.read("docx", again.data, again.main)[0])


class Slow(Exception):
    """Longer than it may take."""


def _too_slow(*_: Any) -> None:
    raise Slow
