"""How long it takes to change a long list, to read a form, and to fill the forms of the house.

    python bench/forms.py                  a list of 10,000 rows; no book
    python bench/forms.py --home DIR       and the four forms for the top, a commune and a cell of that book

The first form of a period counts all figures of all organisations; it is told apart from those after it.
"""

from __future__ import annotations

import argparse
import os
import sys
from io import BytesIO
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--home", type=Path)
    options = asked.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
    if options.home:
        os.environ["THENCHOT_HOME"] = str(options.home)
    import django

    django.setup()
    a_long_list()
    if options.home:
        forms()


def a_long_list() -> None:
    """31 columns, 10,000 rows, five cells changed; then every row."""
    import xlsxwriter

    from thenchot.files.sheets.workbook import changed

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("DS")
        for row in range(10_000):
            sheet.write_row(row, 0, [f"{row}-{column}" if column % 2 else row for column in range(31)])
    data = buffer.getvalue()
    rows = (2, 1_000, 5_000, 9_999, 10_000)
    took("5 cells of 10,000 rows changed", lambda: changed(data, {("DS", f"C{n}"): n for n in rows}))
    every = {("DS", f"C{n}"): -n for n in range(1, 10_001)}
    took("a cell in each of 10,000 rows changed", lambda: changed(data, every))


def forms() -> None:
    """The four forms of the house, their files, and reading one of them back through door and worker."""
    from thenchot.files.forms import take_form
    from thenchot.files.sheets.cells import read_book
    from thenchot.reports.forms.own.forms import FORMS
    from thenchot.reports.forms.sums import checks
    from thenchot.snapshot.catalogue import CATALOGUE
    from thenchot.snapshot.kept import KEPT
    from thenchot.snapshot.period import months
    from thenchot.snapshot.sources import Live
    from thenchot.surface.book import begins_on
    from thenchot.surface.forms.asking import asking

    with KEPT.engine() as engine:
        last = engine.cursor().execute("SELECT max(effective_on) FROM entry").fetchone()[0]
        period = months(last.year, last.month).upto(last) if last else None
        assert period is not None
        parents = Live(engine, period).parents()
    top = next(node for node, above in parents.items() if above is None)
    commune = next(node for node, above in parents.items() if above == top)
    cell = next((node for node, above in parents.items() if above == commune), commune)
    for name, organisation in (("top", top), ("commune", commune), ("cell", cell)):
        with asking(organisation, period, begins_on=begins_on(), sees_rows=True) as question:
            question.names  # noqa: B018
            for code, own in FORMS.items():

                def one(code=code, own=own, question=question):
                    data, binding = own.make(len(question.children))
                    filled = question.fill(data, read_book(data), binding)
                    assert all(check.meets for check in [*checks(filled, CATALOGUE), *filled.compared]), code
                    return filled.file()

                content = took(f"{code}, {name}", one)
    took("a form through the door and the worker", lambda: take_form(content))


def took(what: str, work):
    """The best of three, and the first."""
    times, answer = [], None
    for _ in range(3):
        start = perf_counter()
        answer = work()
        times.append(perf_counter() - start)
    print(f"{what:45} {min(times):7.3f} s   (first {times[0]:.3f} s)")
    return answer


if __name__ == "__main__":
    main()
