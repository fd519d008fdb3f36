"""P14: a report of 60 pages from last period's Word file to the issued Word file, its annex, and PDF.

    THENCHOT_HOME=… python -m bench.report [--pages 60] [--account ban-to-chuc] [--organisation tq]

The book stays as it is: the draft is dropped at the end and nothing is issued.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

LINES = 13  # of a page: 14 pt, lines of 18 pt, paragraphs of three lines
PERIOD = "2020-10-01..2023-09-30"
SENTENCE = (
    "Đến cuối kỳ toàn Đảng bộ có {M01} đảng viên, miễn công tác và sinh hoạt đảng {M09} đảng viên; xóa tên "
    "{M33} đảng viên, cho ra khỏi Đảng {M34} đảng viên, kết nạp {M16} đảng viên theo đúng quy định (lần {n})."
)
WORDS = (
    "Các cấp ủy lãnh đạo, chỉ đạo thực hiện đồng bộ các nhiệm vụ xây dựng Đảng và hệ thống chính trị; "
    "việc học tập nghị quyết, công tác tổ chức, cán bộ, dân vận và công tác văn phòng được giữ nền nếp, "
    "đúng quy chế."
)


def timed(label: str, work: Callable[[], Any]) -> Any:
    """Do it and say how long it took."""
    began = time.perf_counter()
    found = work()
    print(f"{label:<44} {time.perf_counter() - began:6.2f} s", flush=True)
    return found


def report_of(pages: int, values: dict[str, Any]) -> bytes:
    """Last period's report: as many pages, two paragraphs with five numbers on each, the rest words."""
    from thenchot.reports import layout
    from thenchot.surface.numbers import number

    word = layout.paper("Tỉnh ủy")
    layout.party_head(word, layout.Head("", "Tỉnh ủy", "Số 01-BC/TU", "Tuyên Quang", date(2023, 10, 5)))
    layout.title(word, "Báo cáo", "công tác xây dựng Đảng")
    said = {code: number(values.get(code, 0)) for code in ("M01", "M09", "M33", "M34", "M16")}
    for place in range(pages):
        layout.body(word, f"{place + 1}. Phần thứ {place + 1}", bold=True)
        for line in range(LINES):
            text = SENTENCE.format(**said, n=f"{place + 1}-{line + 1}") if line in (1, 2) else WORDS
            layout.body(word, text)
    layout.signed(word, ["Lưu Văn phòng"], layout.Signature(("T/M BAN THƯỜNG VỤ",), "PHÓ BÍ THƯ"))
    return layout.bytes_of(word)


def pages_of(data: bytes) -> int:
    """Pages of the PDF the product makes of it."""
    import pypdfium2

    from thenchot.reports.pdf import pdf_of

    return len(pypdfium2.PdfDocument(pdf_of(data)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--account", default="ban-to-chuc")
    parser.add_argument("--organisation", default="tq")
    given = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
    import django

    django.setup()
    run(given)


def run(given: argparse.Namespace) -> None:
    from thenchot.access.accounts import named
    from thenchot.access.desk import Desk
    from thenchot.reports import pdf
    from thenchot.reports.drafts import keeping
    from thenchot.snapshot.kept import KEPT
    from thenchot.snapshot.period import parse_period
    from thenchot.surface.clock import moment
    from thenchot.surface.drafting import issue as drafting_issue
    from thenchot.surface.drafting import making as drafting
    from thenchot.surface.drafting import numbers as drafting_numbers
    from thenchot.surface.drafting.frozen import frozen, standing_for
    from thenchot.surface.drafting.making import Start
    from thenchot.surface.drafting.values import everything
    from thenchot.surface.subjects import subject

    desk = Desk.open()
    who = {"by": int(named(given.account).id), "at": moment(desk.mode, datetime.now(UTC))}
    place, period = subject(given.organisation), parse_period(PERIOD)
    with KEPT.engine() as engine:
        values = timed("engine opened, every figure of the period", lambda: everything(engine, place, period))
        data = report_of(given.pages, values)
        start = Start(place, period, PERIOD, before=period)
        saved = timed("upload: read, numbers found and offered",
                      lambda: drafting.begin(desk, engine, start, data, "x.docx", **who))  # fmt: skip
        print(f"{'':<44} {len(saved.content.numbers)} numbers, {len(data)} bytes")
        tags = [one.tag for one in saved.content.numbers]
        saved, number = timed("bound and filled",
                              lambda: drafting_numbers.accept(desk, engine, saved, tags, **who))  # fmt: skip
        print(f"{'':<44} {number} bound")
        timed("how many changed", lambda: drafting_numbers.differing(engine, saved))
    standing = standing_for(saved)
    assert standing is not None, "close the period first"
    now = timed("frozen by its closing", lambda: frozen(saved, standing))
    files = drafting_issue.files
    report, _annex = timed("issued: Word and signed annex", lambda: files(desk, saved, now, at=who["at"]))
    if pdf.offered():
        pages = timed("PDF by LibreOffice", lambda: pages_of(report))
        print(f"{'':<44} {pages} pages")
    keeping.drop(saved.code)


if __name__ == "__main__":
    main()
