"""Planted contradictions are found, clean reports are left in peace: a small part of bench/checking.py."""

import re
from pathlib import Path
from random import Random

from thenchot.reports.checking.check import check
from thenchot.reports.checking.relations import Relation, Verdict
from thenchot.reports.reading import lines_of, read

from .invented import report
from .invented_tables import rows_of_table
from .judging import failures, found

SEEDS = range(5000, 5025)
CHOICE = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")  # [clean|planted]


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
    for seed in SEEDS:
        written = report(seed)
        spot = rows_of_table(written, Random(seed), spoil=True)
        reading = read(written.lines)
        lines = {line for one in failures(check(reading)) for line in one.lines}
        assert spot is not None and spot[0] in lines


def told(name: str) -> list[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if not line.startswith("#")]


def chosen(passage: str, which: int) -> tuple[Relation, ...]:
    return check(read(lines_of(CHOICE.sub(lambda found: found[which], passage))))


def test_wordings_of_other_hands() -> None:
    passages = told("wordings.txt")
    assert [one for one in passages if failures(chosen(one, 1))] == []
    noticed = {Verdict.FAILS, Verdict.DEPENDS}
    missed = [one for one in passages if not noticed & {r.verdict for r in chosen(one, 2)}]
    assert len(passages) > 50 and len(missed) <= 3


def test_nothing_fails_where_figures_need_not_meet() -> None:
    assert [one for one in told("quiet.txt") if failures(chosen(one, 1))] == []


def test_a_report_is_drawn_from_its_seed() -> None:
    assert report(7, plant=2) == report(7, plant=2) != report(8, plant=2)
