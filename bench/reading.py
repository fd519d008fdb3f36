"""How well written reports are read, against a list of the figures printed in them; and how fast.

    python -m bench.reading --sources FOLDER --domain FOLDER
    python -m bench.reading … --show     every figure missed, invented or read otherwise

FOLDER of sources holds the reports as text (`cao-bang-2024.txt`), that of the domain `figures.csv`: a line a
printed figure with place, line, value, unit, comparator, period_from, period_to and as_of. Nothing of the
reports is printed but numbers and their lines.
"""

from __future__ import annotations

import argparse
import csv
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.written import Figure, Period

PAGE = 3_000  # characters
PAGES = 100
Printed = Mapping[str, str]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sources", type=Path, required=True)
    asked.add_argument("--domain", type=Path, required=True)
    asked.add_argument("--show", action="store_true")
    options = asked.parse_args()
    printed = list(csv.DictReader((options.domain / "figures.csv").open(encoding="utf-8")))
    total: Counter[str] = Counter()
    print(f"{'report':<22}{'printed':>8}{'found':>7}{'recall':>9}{'precision':>11}{'unit':>9}{'bound':>9}"
          f"{'period':>9}{'or shorter':>12}")  # fmt: skip
    for path in sorted(options.sources.glob("*.txt")):
        expected = [one for one in printed if path.stem.startswith(plain(one["place"]))]
        figures = read(lines_of(path.read_text(encoding="utf-8"))).figures
        score = compare(expected, figures, options.show)
        total += score
        row(path.stem, score)
    row("together", total)
    speed([path.read_text(encoding="utf-8") for path in sorted(options.sources.glob("*.txt"))])


def plain(place: str) -> str:
    """“Cao Bằng (tỉnh)” → cao-bang."""
    letters = unicodedata.normalize("NFD", place.partition(" (")[0].lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace(" ", "-")


def compare(printed: Iterable[Printed], figures: Iterable[Figure], show: bool) -> Counter[str]:
    """Each printed figure is paired with the next unpaired one of the same line and value."""
    score: Counter[str] = Counter()
    left = list(figures)
    for one in printed:
        score["printed"] += 1
        same = [f for f in left if f.line == int(one["line"]) and f.value == Decimal(one["value"])]
        figure = next((f for f in same if f.unit == one["unit"]), same[0] if same else None)
        if figure is None:
            told(show, "missed", one, None)
            continue
        left.remove(figure)
        score["right"] += 1
        for name, holds in judged(one, figure).items():
            score[name] += holds
            told(show and not holds, name, one, figure)
    for figure in left:
        told(show, "invented", None, figure)
    score["found"] = score["right"] + len(left)
    return score


def judged(one: Printed, figure: Figure) -> dict[str, bool]:
    expected = Period(*(one[name] or None for name in ("period_from", "period_to", "as_of")))
    return {
        "unit": figure.unit == one["unit"],
        "bound": figure.bound.value == one["comparator"],
        "period": figure.period == expected,
        "shorter": all(map(agree, days(figure.period), days(expected))),
    }


def days(period: Period) -> tuple[str | None, ...]:
    return period.since, period.until, period.as_of


def agree(first: str | None, second: str | None) -> bool:
    """2020 and 2020-01-01 agree as far as both are known."""
    if first is None or second is None:
        return first is second
    length = min(len(first), len(second))
    return first[:length] == second[:length]


def told(show: bool, what: str, one: Printed | None, figure: Figure | None) -> None:
    if show:
        expected = (
            [
                one[k]
                for k in ("id", "line", "value", "unit", "comparator", "period_from", "period_to", "as_of")
            ]
            if one
            else []
        )
        got = (
            (figure.line, str(figure.value), figure.unit, figure.bound.value, *days(figure.period))
            if figure
            else ()
        )
        print(f"  {what}: {' '.join(expected)} | {' '.join(str(part or '-') for part in got)}")


def row(name: str, score: Counter[str]) -> None:
    right = score["right"]
    shares = [(right, score["printed"]), (right, score["found"])]
    shares += [(score[what], right) for what in ("unit", "bound", "period", "shorter")]
    cells = [f"{100 * part / whole:.1f} %" if whole else "-" for part, whole in shares]
    print(f"{name:<22}{score['printed']:>8}{score['found']:>7}{cells[0]:>9}{cells[1]:>11}{cells[2]:>9}{cells[3]:>9}"
          f"{cells[4]:>9}{cells[5]:>12}")  # fmt: skip


def speed(texts: list[str]) -> None:
    """100 pages made of the sources themselves."""
    text = "\n".join(texts)
    lines = lines_of((text + "\n") * (PAGES * PAGE // len(text)) + text[: PAGES * PAGE % len(text)])
    began, busy = time.perf_counter(), time.process_time()
    figures = read(lines).figures
    took, busy = time.perf_counter() - began, time.process_time() - busy
    print(f"\n{PAGES} pages ({PAGES * PAGE:,} characters, {len(figures):,} figures): "
          f"{took:.2f} s, of processor {busy:.2f} s")  # fmt: skip


if __name__ == "__main__":
    main()
