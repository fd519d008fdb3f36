"""Every code has its sentence, every sentence its code; no sentence accuses."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from thenchot.reports import checking
from thenchot.reports.checking import codes
from thenchot.reports.checking.check import check
from thenchot.reports.checking.relations import Kind, Relation, Verdict
from thenchot.reports.checking_words import EQUATIONS, HANGS_ON, HOW, INNOCENT, REASONS, VERDICTS, say
from thenchot.reports.reading import lines_of, read
from thenchot.reports.reading.written import Line, Reading, Sort

from .invented import report

SOURCES = [path.read_text(encoding="utf-8") for path in Path(next(iter(checking.__path__))).glob("*.py")]


def test_every_code_has_one_sentence_and_every_sentence_a_code() -> None:
    assert set(REASONS) == codes.SINGLE
    assert set(EQUATIONS) == set(codes.EQUATIONS) and set(HOW) == set(codes.HOW)
    assert set(INNOCENT) == codes.INNOCENT and set(HANGS_ON) == codes.HANGS_ON
    assert set(VERDICTS) == set(Verdict)


def test_every_code_is_used_by_the_checks() -> None:
    text = "\n".join(source for source in SOURCES if "SINGLE =" not in source)
    for code in codes.SINGLE | codes.INNOCENT | codes.HANGS_ON:
        assert f'"{code}"' in text or f'"{code.split("_")[0]}_' in text, code


def test_no_sentence_accuses() -> None:
    for table in (REASONS, EQUATIONS, HOW, INNOCENT, HANGS_ON, VERDICTS):
        for sentence in map(str, table.values()):
            assert not re.search(r"\bsai\b|mâu thuẫn", sentence.lower())


@pytest.mark.parametrize("seed", range(4))
def test_every_finding_can_be_said(seed: int) -> None:
    reading = read(report(seed, plant=6).lines)
    for relation in check(reading):
        sentence = say(relation, reading)
        assert sentence.endswith(".") and "{" not in sentence


def test_a_finding_in_words() -> None:
    reading = read(
        lines_of("Trong năm luân chuyển 52 cán bộ, gồm: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24.")
    )
    (found,) = [one for one in check(reading) if one.verdict is Verdict.FAILS]
    assert say(found, reading) == (
        "Dòng 1: tổng ghi 52, các phần cộng được 49 (ít hơn 3): 18 + 7 + 24. "
        "Có thể còn thiếu một phần, hoặc một số ghi nhầm."
    )


def test_a_finding_looks_at_its_own_lines_only() -> None:
    class Touched(tuple[Line, ...]):
        def __iter__(self) -> Iterator[Line]:
            raise AssertionError("all lines were looked through")

    text = "Trong năm luân chuyển 52 cán bộ, gồm: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24."
    reading = read(lines_of(f"Mở đầu.\n{text}"))
    (found,) = [one for one in check(reading) if one.verdict is Verdict.FAILS]
    once = replace(reading, lines=Touched(reading.lines))
    assert say(found, once).startswith("Dòng 2: ")


def test_a_cell_is_named_by_its_place() -> None:
    line = Line(3, "52", Sort.CELL, "Bảng 2, dòng 3, cột 4", table=2, row=3, column=4)
    relation = Relation(
        Kind.PART,
        Verdict.HOLDS,
        (),
        (3,),
        "1 ≤ 2",
        None,
        Decimal(1),
        "part_within",
        given=(("part", "1"), ("whole", "2")),
    )
    assert say(relation, Reading((line,), ())) == "Bảng 2, dòng 3, cột 4: 1 nằm trong 2."
