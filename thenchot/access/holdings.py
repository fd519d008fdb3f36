"""Installation classes D0 to D3: what each may hold (screens 1.4; docs/installation-classes.csv)."""

from __future__ import annotations

import ipaddress
from enum import StrEnum

from thenchot.ledger.events import Holding, Mode


class DataClass(StrEnum):
    """Kinds of data by how much harm they can do."""

    ROLL = "roll"  # 1 danh bạ
    SUMMARY = "summary"  # 2 trích ngang
    ACTS = "acts"  # 3 việc, quyết định
    PAPERS = "papers"  # 4 danh mục hồ sơ
    SCANS = "scans"  # 5 bản quét
    GRADES = "grades"  # 6 xếp loại
    CASES = "cases"  # 7 vụ việc, đơn
    MANAGED_ABOVE = "managed_above"  # 8 cán bộ diện cấp trên quản lý
    FIGURES = "figures"  # 9 số liệu tổng hợp
    SECRET = "secret"  # stamped Mật or above


class Hold(StrEnum):
    """How far a class of data may be held."""

    YES = "yes"
    OPEN_ONLY = "open_only"  # while the file is open; nothing is kept
    OWN_CELL = "own_cell"  # one cell, wiped after hand-in
    OWN = "own"  # the person's own
    APPROVED = "approved"  # only where the competent office has approved it in writing
    PUBLIC = "public"  # published figures
    NO = "no"


OFFICE_PC = "d0"  # any computer, nothing kept: `check` without an installation
Y, N = Hold.YES, Hold.NO
CLASSES = (OFFICE_PC, *Holding)
TABLE: dict[DataClass, tuple[Hold, Hold, Hold, Hold]] = {
    DataClass.ROLL: (Y, Y, Y, Hold.OWN_CELL),
    DataClass.SUMMARY: (Hold.OPEN_ONLY, Y, Y, N),
    DataClass.ACTS: (N, Y, Y, Hold.OWN),
    DataClass.PAPERS: (N, Y, Y, N),
    DataClass.SCANS: (N, N, N, N),
    DataClass.GRADES: (N, Y, Y, Hold.OWN),
    DataClass.CASES: (N, Y, Hold.APPROVED, N),
    DataClass.MANAGED_ABOVE: (N, Y, Hold.APPROVED, N),
    DataClass.FIGURES: (Y, Y, Y, Hold.PUBLIC),
    DataClass.SECRET: (N, N, N, N),
}


def may_hold(holding: str, data: DataClass) -> Hold:
    """How far an installation of a class may hold a class of data."""
    return TABLE[data][CLASSES.index(holding)]


def may_bind(address: str, mode: str) -> bool:
    """Whether a server may listen on an address: a demo on loopback only. ValueError: no address."""
    loopback = address == "localhost" or ipaddress.ip_address(address).is_loopback
    return loopback or mode != Mode.DEMO
