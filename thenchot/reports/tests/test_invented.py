"""Planted contradictions are found, clean reports are left in peace: a small part of bench/checking.py."""

from thenchot.reports.checking.check import check
from thenchot.reports.reading import read

from .invented import report
from .invented_tables import rows_of_table
from .judging import failures, found

SEEDS = range(5000, 5030)


def test_nothing_fails_in_clean_reports() -> None:
    for seed in SEEDS:
        for strange in (False, True):
            assert failures(check(read(report(seed, strange=strange).lines))) == []


def test_planted_contradictions_are_found() -> None:
    missed, total = [], 0
    for seed in SEEDS:
        written = report(seed, plant=4)
        reading = read(written.lines)
        relations = check(reading)
        total += len(written.planted)
        missed += [one for one in written.planted if not found(one, reading, relations)]
    assert total == 4 * len(SEEDS) and len(missed) <= total // 100


def test_a_changed_total_of_a_table_fails() -> None:
    from random import Random

    for seed in SEEDS:
        written = report(seed)
        spot = rows_of_table(written, Random(seed), spoil=True)
        reading = read(written.lines)
        lines = {line for one in failures(check(reading)) for line in one.lines}
        assert spot is not None and spot[0] in lines


def test_a_report_is_drawn_from_its_seed() -> None:
    assert report(7, plant=2) == report(7, plant=2) != report(8, plant=2)
