"""The outline of the half-term report asks for every printed number these rooms count."""

import csv
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from thenchot.demo import targets
from thenchot.reports.word import outlining
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.period import parse_period

DIFFERS = {"M32"}  # A004-15: the print does not meet itself
PERIODS = {"2020-2022": "2020-01-01..2022-12-31", "term-to-2023-09": ""}


def wanted():
    outline = outlining.shipped("giua-nhiem-ky")
    day = parse_period("2020-10-01..2023-09-30").last
    _file, found = outlining.word_of(
        outline, superior="", issuer="Tỉnh ủy", letters="TU", place="Tuyên Quang", day=day
    )
    return found


def test_every_printed_number_stands_in_the_outline_with_its_period_and_decimals():
    with Path(targets.__file__).with_name("printed.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["code"] not in DIFFERS]
    asked = {(one.code, one.period, one.places) for one in wanted()}
    for row in rows:
        places = len(row["value"].partition(",")[2])
        assert (row["code"], PERIODS[row["closing"]], places) in asked, row["printed"]
    assert len(rows) == 28


def test_every_outline_asks_only_for_what_is_declared():
    day = parse_period("2026").last
    for name in outlining.names():
        _file, found = outlining.word_of(
            outlining.shipped(name), superior="", issuer="Đảng ủy", letters="ĐU", place="X", day=day
        )  # fmt: skip
        known = {*CATALOGUE.figures, *CATALOGUE.ratios, *CATALOGUE.stated}
        assert found and {one.code for one in found} <= known


def test_the_number_has_the_letters_of_who_issues():
    day = parse_period("2026-10").last
    file, _wanted = outlining.word_of(
        outlining.shipped("thang"), superior="", issuer="Tỉnh ủy", letters="TU", place="X", day=day
    )
    assert "-BC/TU" in ZipFile(BytesIO(file)).read("word/document.xml").decode()
