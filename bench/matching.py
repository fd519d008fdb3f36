"""How often the catalogue's figure is found for a printed one.

`python -m bench.matching --sources FOLDER --domain FOLDER`

The published reports and their figures lie outside the project; a figure of theirs has a code where the
catalogue has one of the same name.
"""

from __future__ import annotations

import argparse
import csv
import os
import time
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
REPORTS = {"000": "cao-bang-2024.txt", "002": "dien-bien-2018.txt", "004": "tuyen-quang-2023.txt"}
BASE = " (mẫu số)"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--domain", type=Path, required=True)
    given = parser.parse_args()
    import django

    django.setup()
    from thenchot.reports.known import entries
    from thenchot.reports.matching.matching import Catalogue

    catalogue = Catalogue(entries())
    codes = {entry.label: code for code, entry in catalogue.entries.items()}
    with (given.domain / "figures.csv").open(encoding="utf-8") as file:
        rows = [
            row | {"code": codes.get(row["figure_vi"].removesuffix(BASE), "")} for row in csv.DictReader(file)
        ]
    known = right = named = 0
    for doc, name in REPORTS.items():
        text = (given.sources / name).read_text(encoding="utf-8")
        here = [row for row in rows if row["doc"] == doc]
        found = looked(catalogue, text, here)
        known += sum(bool(row["code"]) for row in here)
        right += sum(row["code"] == code for row, code in found if row["code"])
        named += sum(bool(code) for row, code in found if not row["code"])
    print(f"figures that the catalogue has   {known:4}   named rightly {right:4}   {right / known:7.1%}")
    print(f"figures that it has not          {len(rows) - known:4}   named all the same {named:4}")


def looked(catalogue, text: str, rows: list[dict[str, str]]) -> list[tuple[dict[str, str], str]]:
    """Each row with the code that was found for the number of its line and value."""
    from thenchot.reports.reading.reader import lines_of, read

    began = time.perf_counter()
    figures = list(catalogue.match(read(lines_of(text))).figures)
    print(f"{len(figures):4} figures read and matched in {time.perf_counter() - began:.2f} s")
    found = []
    for row in rows:
        hits = [one for one in figures if (one.line, one.value) == (int(row["line"]), Decimal(row["value"]))]
        best = next(
            (one for one in hits if one.match and one.match.code == row["code"]), hits[0] if hits else None
        )
        if best:
            figures.remove(best)
            found.append((row, best.match.code if best.match else ""))
    return found


if __name__ == "__main__":
    main()
