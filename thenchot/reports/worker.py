"""The process that reads a report and checks its figures: a document in, lines, figures and relations out.

in:   as for `files/document_worker`, with "entries": the catalogue's figures, none or all
out:  as there, and then {"figures": [figure …], "relations": [relation …]}, each the list of its fields
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from thenchot.files import document_worker
from thenchot.files.confined import confine, say, say_no
from thenchot.files.lines import DocumentLine
from thenchot.files.refusals import Refused
from thenchot.files.wire import pack, unpack
from thenchot.reports.checking.check import check
from thenchot.reports.matching.entries import Entry
from thenchot.reports.matching.matching import Catalogue
from thenchot.reports.reading.reader import read
from thenchot.reports.reading.written import Line, Sort


def main() -> None:
    """One document in; what it says and how its figures meet out."""
    asked = json.loads(sys.stdin.buffer.readline())
    entries = unpack(tuple[Entry, ...], asked["entries"])
    document_worker.prepare(asked["kind"])
    confine()
    try:
        lines, notes = document_worker.read(asked["kind"], sys.stdin.buffer.read(), asked["main"])
        reading = read(written(lines))
        relations = check(reading)
        if entries:
            reading = Catalogue(entries).match(reading)
        for line in lines:
            say(pack(line))
        say({"notes": pack(notes), "lines": len(lines)})
        say({"figures": pack(reading.figures), "relations": pack(relations)})
    except Refused as no:
        say_no(no)
    except (MemoryError, RecursionError):
        say_no(Refused("memory"))


def written(lines: Sequence[DocumentLine]) -> tuple[Line, ...]:
    """The lines of a document as those who read reports want them."""
    return tuple(
        Line(number, one.text, Sort(one.sort), one.place, one.level, one.table, one.row, one.column)
        for number, one in enumerate(lines, 1)
    )


if __name__ == "__main__":
    main()
