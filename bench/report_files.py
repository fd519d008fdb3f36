"""How fast a report of a hundred pages is checked as Word, PDF and text, from the door to the files back.

    python bench/report_files.py                100 pages; bound: 2 s of processor for what is shown
    python bench/report_files.py --pages 20

Processor time is that of this process and of the confined worker it starts. Exit 1: a bound is not kept.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")

import django
import docx

PAGE = 2_600  # characters of a typed page
BOUND = 2.0


def main() -> int:
    """A table: file, pages, figures, seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    pages = parser.parse_args().pages
    django.setup()
    from thenchot.files.tests.pdf_files import vietnamese
    from thenchot.reports.commented import commented
    from thenchot.reports.table_of_findings import table
    from thenchot.surface.checked import check_bytes

    lines = list(report_of(pages))
    files = {"a.docx": word(lines), "a.pdf": vietnamese(lines), "a.txt": "\n".join(lines).encode()}
    check_bytes(b"1", "a.txt")  # the catalogue is loaded once in a process
    kept = True
    for name, data in files.items():
        checked, spent, waited = timed(lambda name=name, data=data: check_bytes(data, name))
        kept = kept and spent <= BOUND * pages / 100
        many = f"{len(checked.lines):6,} lines {len(checked.reading.figures):6,} figures"
        print(f"{name:8} {len(data):10,} bytes {many}: {spent:5.2f} s of processor, {waited:5.2f} s")
        if checked.is_word:
            given = checked.admitted, checked.reading, checked.relations
            _file, spent, waited = timed(lambda given=given: commented(*given))
            print(f"{'':8} the same file with comments {spent:5.2f} s of processor, {waited:5.2f} s")
        given = checked.reading, checked.relations
        _file, spent, waited = timed(lambda given=given: table(*given))
        print(f"{'':8} an Excel table {spent:5.2f} s of processor, {waited:5.2f} s")
    print(f"bound: {BOUND * pages / 100:.1f} s: {'kept' if kept else 'NOT KEPT'}")
    return int(not kept)


def report_of(pages: int) -> Iterator[str]:
    """Paragraphs of invented reports, until they fill so many pages."""
    from thenchot.reports.tests.invented import report

    letters = 0
    for seed in count(1):
        for line in report(seed).lines:
            yield line.text
            letters += max(len(line.text), 60)
        if letters > pages * PAGE:
            return


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
