"""How fast a report of a hundred pages is checked as Word, PDF and text, from the door to the files back.

    python bench/report_files.py                100 pages; bound: 2 s of processor for what is shown
    python bench/report_files.py --pages 20
    python bench/report_files.py --sources DIR  the texts in a folder, over and over, instead of invented ones

Processor time is that of this process and of the confined worker it starts. Exit 1: a bound is not kept.
"""

from __future__ import annotations

import argparse
import os
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


def main() -> int:
    """A table: file, pages, figures, seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--sources", type=Path)
    given = parser.parse_args()
    pages = given.pages
    django.setup()
    from thenchot.files.tests.pdf_files import vietnamese
    from thenchot.reports.commented import commented
    from thenchot.reports.table_of_findings import table
    from thenchot.surface.checked import check_bytes

    lines = list(filled(texts_in(given.sources) if given.sources else invented(), pages))
    files = {"a.docx": word(lines), "a.pdf": vietnamese(lines), "a.txt": "\n".join(lines).encode()}
    check_bytes(b"1", "a.txt")  # the catalogue is loaded once in a process
    kept = True
    for name, data in files.items():
        checked, spent, waited = timed(lambda name=name, data=data: check_bytes(data, name))
        kept = kept and spent <= BOUND * pages / 100
        _told, spent_bare, _waited = timed(
            lambda name=name, data=data: check_bytes(data, name, matched=False)
        )
        many = f"{len(checked.lines):6,} lines {len(checked.reading.figures):6,} figures"
        print(f"{name:8} {len(data):10,} bytes {many}: {spent:5.2f} s of processor, {waited:5.2f} s;"
              f" {spent_bare:5.2f} s without the catalogue")  # fmt: skip
        if checked.is_word:
            whole = checked.admitted, checked.reading, checked.relations
            _file, spent, waited = timed(lambda whole=whole: commented(*whole))
            print(f"{'':8} the same file with comments {spent:5.2f} s of processor, {waited:5.2f} s")
        figures = checked.reading, checked.relations
        _file, spent, waited = timed(lambda figures=figures: table(*figures))
        print(f"{'':8} an Excel table {spent:5.2f} s of processor, {waited:5.2f} s")
    print(f"bound: {BOUND * pages / 100:.1f} s: {'kept' if kept else 'NOT KEPT'}")
    return int(not kept)


def invented() -> Iterator[str]:
    """Paragraphs of invented reports, without end; they hold five times as many figures as real ones."""
    from thenchot.reports.tests.invented import report

    for seed in count(1):
        yield from (line.text for line in report(seed).lines)


def texts_in(folder: Path) -> Iterator[str]:
    return cycle([line for file in sorted(folder.glob("*.txt")) for line in file.read_text().split("\n")])


def filled(lines: Iterator[str], pages: int) -> Iterator[str]:
    """Lines until they fill so many pages; a short one takes a row."""
    letters = 0
    while letters < pages * PAGE:
        yield (line := next(lines))
        letters += max(len(line), 60)


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
