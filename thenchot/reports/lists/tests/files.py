"""What a made file holds, read with nothing but the standard library."""

import re
from io import BytesIO
from zipfile import ZipFile

from thenchot.reports.layout import Head, Signature
from thenchot.reports.lists.members import Member
from thenchot.reports.lists.sheets import Stamp

HEAD = Head("Đảng bộ xã Hồng Sơn", "Chi bộ thôn Nà Tông", place="Hồng Sơn")
SIGNER = Signature(["T/M CHI BỘ"], "BÍ THƯ")
STAMP = Stamp("7F3A-21B4-90CD", "van-phong, 10:00 21/11/2026", "Chi bộ thôn Nà Tông", demo=True)


def part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as opened:
        return opened.read(name).decode()


def parts(content: bytes, pattern: str) -> str:
    with ZipFile(BytesIO(content)) as opened:
        return "".join(opened.read(one).decode() for one in opened.namelist() if re.search(pattern, one))


def said(content: bytes) -> str:
    """The texts of a Word file's body, a space between paragraphs."""
    body = part(content, "word/document.xml").replace("</w:p>", " </w:p>")
    return " ".join(re.sub("<[^>]+>", "", body).split())


def member(name: str, **more) -> Member:
    return Member(
        name=name, **({"year": "1960", "cell": "Chi bộ thôn Nà Tông", "listed": ("chính thức",)} | more)
    )
