"""What the checking of written reports finds: planted contradictions, false failures, speed.

    python bench/checking.py                             1,000 reports clean, then planted; 100 pages
    python bench/checking.py --reports 100                fewer
    python bench/checking.py --sources DIR --domain DIR   also the relations of arithmetic.csv, row by row

A planted figure is found where a relation that fails or depends takes it in. Exit 1: a bound is not kept.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from thenchot.reports.checking.check import check
from thenchot.reports.checking.relations import Relation, Verdict
from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.written import Reading
from thenchot.reports.tests.invented import Planted, report
from thenchot.reports.tests.judging import failures, found

DOCUMENTS = {"000": "cao-bang-2024.txt", "002": "dien-bien-2018.txt", "004": "tuyen-quang-2023.txt"}
PROSE = "Các cấp ủy đã tăng cường lãnh đạo, đổi mới nội dung sinh hoạt, phân công nhiệm vụ rõ người, rõ việc."
PAGE = 2_600  # characters of a typed page


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--reports", type=int, default=1000)
    asked.add_argument("--first", type=int, default=0, help="seed of the first report")
    asked.add_argument("--misses", action="store_true", help="print what was not found")
    asked.add_argument("--sources", type=Path)
    asked.add_argument("--domain", type=Path)
    options = asked.parse_args()
    seeds = range(options.first, options.first + options.reports)
    kept = [
        clean(seeds),
        planted(seeds, False, options.misses),
        planted(quarter(seeds), True, options.misses),
    ]
    kept.append(fast())
    if options.sources and options.domain:
        kept.append(known(options.sources, options.domain))
    return 0 if all(kept) else 1


def clean(seeds: range) -> bool:
    false = sum(len(failures(check(read(report(seed).lines)))) for seed in seeds)
    strange = quarter(seeds)
    false_strange = sum(len(failures(check(read(report(seed, strange=True).lines)))) for seed in strange)
    print(f"clean reports        {len(seeds):>6}   failures called {false:>4}   (bound 0)")
    print(f"  in other wordings  {len(strange):>6}   failures called {false_strange:>4}")
    return not (false or false_strange)


def quarter(seeds: range) -> range:
    """As many as are written in other wordings too; one at least."""
    return seeds[: (len(seeds) + 3) // 4]


def planted(seeds: range, strange: bool, misses: bool) -> bool:
    total, hit, failed = Counter[str](), Counter[str](), Counter[str]()
    for seed in seeds:
        written = report(seed, plant=4, strange=strange)
        reading = read(written.lines)
        relations = check(reading)
        for one in written.planted:
            verdict = found(one, reading, relations)
            total[one.kind] += 1
            hit[one.kind] += verdict is not None
            failed[one.kind] += verdict is Verdict.FAILS
            if verdict is None and misses:
                tell(one)
    share = 100 * hit.total() / total.total()
    name = "planted in other wordings" if strange else "planted"
    print(f"\n{name:<31} {'in all':>8} {'found':>7} {'as failing':>11}")
    for kind in sorted(total):
        print(f"  {kind:<29} {total[kind]:>8} {hit[kind]:>7} {failed[kind]:>11}")
    bound = "" if strange else "   (bound 99)"
    print(
        f"  {'together':<29} {total.total():>8} {hit.total():>7} {failed.total():>11}   {share:.2f} %{bound}"
    )
    return strange or share >= 99


def tell(one: Planted) -> None:
    print(f"  not found: {one.kind} {one.text} in: {one.sentence}")


def fast() -> bool:
    """100 pages of invented reports, with prose between and without (sixty figures a page is unheard of)."""
    kept = True
    for name, prose, bound in (("twenty figures a page", 2, True), ("sixty figures a page", 0, False)):
        texts: list[str] = []
        seed = 0
        while sum(map(len, texts)) < 100 * PAGE:
            text = "\n".join(line.text for line in report(seed).lines)
            texts += [text, *[PROSE] * (prose * len(text) // len(PROSE))]
            seed += 1
        kept &= timed(name, texts) or not bound
    return kept


def timed(name: str, texts: list[str]) -> bool:
    began = time.process_time()
    reading = read(lines_of("\n".join(texts)))
    middle = time.process_time()
    relations = check(reading)
    ended = time.process_time()
    print(f"\n100 pages, {name}: {len(reading.figures)} figures, {len(relations)} relations")
    print(
        f"  processor: read {middle - began:.2f} s, checked {ended - middle:.2f} s,"
        f" together {ended - began:.2f} s   (bound 2)"
    )
    return ended - began < 2


def known(sources: Path, domain: Path) -> bool:
    """The relations of arithmetic.csv: what was said of those with two figures or more."""
    figures = {row["id"]: row for row in csv.DictReader((domain / "figures.csv").open(encoding="utf-8"))}
    checked = {}
    for document, name in DOCUMENTS.items():
        reading = read(lines_of((sources / name).read_text(encoding="utf-8")))
        checked[document] = reading, check(reading)
    texts = [(sources / name).read_text(encoding="utf-8") for name in DOCUMENTS.values()]
    fast_enough = timed("the three reports again and again", texts * (100 * PAGE // sum(map(len, texts)) + 1))
    print(f"\n{'row':<9}{'holds':<14}verdicts of the relations between its figures")
    wrong = 0
    for row in csv.DictReader((domain / "arithmetic.csv").open(encoding="utf-8")):
        reading, relations = checked[row["doc"]]
        spots = {spot(figures[code]) for code in row["figure_ids"].split(";") if code in figures}
        said = sorted({one.verdict.value for one in relations if between(one, reading, spots)})
        bad = row["holds"] in ("yes", "rounding") and "fails" in said
        bad |= row["id"] == "A002-01" and "fails" not in said
        bad |= row["id"] == "A004-15" and not {"fails", "depends"} & set(said)
        wrong += bad
        print(f"{row['id']:<9}{row['holds']:<14}{', '.join(said) or '—'}", "  NOT AS IT SHOULD BE" * bad)
    return fast_enough and not wrong


def spot(figure: dict[str, str]) -> tuple[int, Decimal]:
    return int(figure["line"]), Decimal(figure["value"])


def between(relation: Relation, reading: Reading, spots: set[tuple[int, Decimal]]) -> bool:
    """Every figure of the relation is one of the row's, and there are two (one, where the row has one)."""
    held = {(reading.figures[n].line, reading.figures[n].value) for n in relation.figures}
    return bool(held) and held <= spots and (len(held) > 1 or len(spots) == 1 or len(relation.figures) > 1)


if __name__ == "__main__":
    sys.exit(main())
