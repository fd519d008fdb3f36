"""How fast a report of a hundred pages is checked as Word, PDF and text, from the door to the files back.

    python bench/report_files.py                100 pages; bound: 2 s of processor for what is shown
    python bench/report_files.py --pages 20
    python bench/report_files.py --sources DIR  the texts in a folder, over and over, instead of invented ones

Invented pages hold about six figures each, as real ones do; the last line is of pages with nothing but
figures, for which there is no bound. Processor time is that of this process and of the confined worker it
starts. Exit 1: a bound is not kept.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import count, cycle
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")

import django
import docx

PAGE = 2_600  # characters of a typed page
BOUND = 2.0
NUMBERS = 10  # on an ordinary page; six of them count something, the others are dates, names of papers
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
PLAIN = (
    "Công tác giáo dục chính trị tư tưởng được cấp ủy các cấp quan tâm, bám sát nhiệm vụ của địa"
    " phương; việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh đi vào nền nếp, có mô"
    " hình hay được nhân ra.",
    "Nội dung sinh hoạt chi bộ từng bước đổi mới, sát với việc của thôn, bản, cơ quan; tinh thần tự"
    " phê bình và phê bình được nâng lên, song ở một số nơi vùng sâu, vùng xa việc duy trì nền nếp còn"
    " khó khăn.",
    "Cấp ủy, ủy ban kiểm tra các cấp chủ động nắm tình hình từ cơ sở, kịp thời nhắc nhở, uốn nắn; dân"
    " chủ được phát huy, đoàn kết nội bộ được giữ vững, niềm tin của nhân dân đối với Đảng được củng"
    " cố.",
    "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội hướng mạnh về cơ sở, vận động đoàn viên, hội"
    " viên tham gia xây dựng nông thôn mới, giữ gìn bản sắc văn hóa các dân tộc, bài trừ hủ tục.",
    "Nguyên nhân của hạn chế: địa bàn rộng, giao thông cách trở, trình độ của một bộ phận cán bộ chưa"
    " đồng đều; sự phối hợp giữa các ngành có lúc chưa chặt chẽ, việc sơ kết, tổng kết có nơi chưa kịp"
    " thời.",
)


def main() -> int:
    """A table: file, pages, figures, seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--sources", type=Path)
    given = parser.parse_args()
    pages = given.pages
    django.setup()
    from thenchot.surface.checked import check_bytes

    check_bytes(b"1", "a.txt")  # the catalogue is loaded once in a process
    lines = list(filled(texts_in(given.sources) if given.sources else ordinary(invented()), pages))
    bound = BOUND * max(pages, 100) / 100  # a process starts no sooner for fewer pages
    slow = [name for name, data in files_of(lines).items() if measured(name, data) > bound]
    print(f"bound: {bound:.1f} s: {'NOT KEPT' if slow else 'kept'}")
    if not given.sources:
        measured("dense.txt", "\n".join(filled(invented(), pages)).encode())
    return int(bool(slow))


def files_of(lines: list[str]) -> dict[str, bytes]:
    from thenchot.files.tests.pdf_files import vietnamese

    return {"a.docx": word(lines), "a.pdf": vietnamese(lines), "a.txt": "\n".join(lines).encode()}


def measured(name: str, data: bytes) -> float:
    """Prints how long one file takes and the files back of it; the seconds it is read in."""
    from thenchot.reports.commented import commented
    from thenchot.reports.table_of_findings import table
    from thenchot.surface.checked import check_bytes

    checked, spent, waited = timed(lambda: check_bytes(data, name))
    _told, spent_bare, _waited = timed(lambda: check_bytes(data, name, matched=False))
    many = f"{len(checked.lines):6,} lines {len(checked.reading.figures):6,} figures"
    print(f"{name:9} {len(data):10,} bytes {many}: {spent:5.2f} s of processor, {waited:5.2f} s;"
          f" {spent_bare:5.2f} s without the catalogue")  # fmt: skip
    figures = checked.reading, checked.relations
    if checked.is_word:
        _file, again, waited = timed(lambda: commented(checked.admitted, *figures))
        print(f"{'':9} the same file with comments {again:5.2f} s of processor, {waited:5.2f} s")
    _file, again, waited = timed(lambda: table(*figures))
    print(f"{'':9} an Excel table {again:5.2f} s of processor, {waited:5.2f} s")
    return spent


def invented() -> Iterator[str]:
    """Paragraphs of invented reports, without end; they hold several times as many figures as real ones."""
    from thenchot.reports.tests.invented import report

    for seed in count(1):
        yield from (line.text for line in report(seed).lines)


def ordinary(lines: Iterator[str]) -> Iterator[str]:
    """The same lines, with plain prose between them until a page holds as many figures as a real one."""
    plain, room = cycle(PLAIN), 0.0
    for line in lines:
        yield line
        room += len(NUMBER.findall(line)) * PAGE / NUMBERS - rows_of(line)
        while room > 0:
            yield (text := next(plain))
            room -= rows_of(text)


def texts_in(folder: Path) -> Iterator[str]:
    return cycle([line for file in sorted(folder.glob("*.txt")) for line in file.read_text().split("\n")])


def filled(lines: Iterator[str], pages: int) -> Iterator[str]:
    """Lines until they fill so many pages."""
    letters = 0
    while letters < pages * PAGE:
        yield (line := next(lines))
        letters += rows_of(line)


def rows_of(line: str) -> int:
    """The letters a line takes up on its page; a short one takes a row."""
    return max(len(line), 60)


def word(lines: list[str]) -> bytes:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """The result, seconds of processor with the worker's, seconds waited."""
    began, spent = time.monotonic(), sum(os.times()[:4])
    result = work()
    return result, sum(os.times()[:4]) - spent, time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
