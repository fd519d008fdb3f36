"""The book's own acts: its founding and the day it begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .kinds import INSTALLATION, Act, Code, Day, this


class Mode(StrEnum):
    """A demo book serves loopback only and refuses real people; it never becomes a service book."""

    DEMO = "demo"
    SERVICE = "service"


class Holding(StrEnum):
    """What the installation may hold (screens 1.4): single computer, office network, Internet."""

    SINGLE = "d1"
    NETWORK = "d2"
    INTERNET = "d3"


@dataclass(frozen=True, kw_only=True)
class Founded(
    Act,
    kind="installation.founded",
    about=INSTALLATION,
    sets={"mode": this.mode, "code": this.code, "holding": this.holding, "begins_on": this.begins_on},
):
    """Lập sổ: always the first entry. Before `begins_on` the book says *chưa ghi sổ*, never zero."""

    mode: Mode
    code: Code
    holding: Holding
    begins_on: Day
