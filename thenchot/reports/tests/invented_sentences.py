"""Sentences with figures that meet, many wordings for each scene; a scene can be told with one figure changed."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .invented import Report

Numbers = dict[str, Any]


@dataclass(frozen=True)
class World:
    """What the whole report shares: who writes, of when, how many members and cells there are."""

    body: str
    level: str
    period: str
    members: int
    cells: int
    others: tuple[str, ...] = ()

    @classmethod
    def drawn(cls, random: Random) -> World:
        level = random.choice(("xã", "phường", "tỉnh"))
        name = random.choice(("Hồng Sơn", "Nậm Pục", "Tân Lập", "Khau Vai", "Bình Yên", "Quảng Lạc"))
        year = random.randint(2022, 2026)
        period = random.choice(
            (
                f"tháng {random.randint(1, 12)}/{year}",
                f"9 tháng đầu năm {year}",
                f"6 tháng đầu năm {year}",
                f"năm {year}",
                f"nửa nhiệm kỳ 2020 - 2025, năm {year}",
            )
        )
        members = random.randint(380, 1900) if level != "tỉnh" else random.randint(18_000, 74_000)
        return cls(
            f"Đảng bộ {level} {name}", level, period, members, max(members // random.randint(14, 24), 12)
        )

    def title(self, random: Random) -> str:
        return random.choice(
            (
                "Báo cáo kết quả công tác xây dựng Đảng {p} của {b}",
                "BÁO CÁO công tác xây dựng Đảng {p}",
                "{b}: kết quả công tác {p} và nhiệm vụ thời gian tới",
            )
        ).format(p=self.period, b=self.body)

    def again(self, written: Report, random: Random) -> None:
        """The number of members once more, in a line of its own."""
        written.say(
            random.choice(
                (
                    "Toàn Đảng bộ hiện có {m} đảng viên sinh hoạt tại {c} chi bộ.",
                    "Hiện nay, toàn Đảng bộ có {c} chi bộ với {m} đảng viên.",
                )
            ).format(m=n(self.members), c=n(self.cells))
        )


@dataclass(frozen=True)
class Told:
    text: str
    kind: str
    wrong: str = ""


@dataclass(frozen=True)
class Scene:
    """`draw` gives numbers that meet; `breaks` are the keys that may be changed so that they do not."""

    kind: str
    draw: Callable[[Random, World], Numbers]
    breaks: tuple[str, ...]
    wordings: tuple[str, ...]
    strange: tuple[str, ...] = ()

    def told(self, random: Random, world: World, *, broken: bool, strange: bool) -> Told:
        numbers = self.draw(random, world)
        wording = random.choice(self.strange if strange and self.strange else self.wordings)
        wrong = ""
        if broken:
            key = random.choice([k for k in self.breaks if "{" + k + "}" in wording])
            numbers[key] = spoilt(random, numbers, key)
            wrong = printed(numbers[key])
        return Told(
            wording.format(**{key: printed(value) for key, value in numbers.items()}), self.kind, wrong
        )


def spoilt(random: Random, numbers: Numbers, key: str) -> Any:
    """Another value, far enough not to round to the true one; `key>` in the numbers says how it must exceed."""
    value = numbers[key]
    if f"{key}>" in numbers:
        return numbers[f"{key}>"] + random.randint(1, 9)
    if isinstance(value, Share):
        return replace(
            value,
            off=random.choice((-1, 1)) * random.randint(4, 30) if value.value > 40 else random.randint(4, 30),
        )
    if isinstance(value, str):
        day, rest = value.split("/", 1)
        return f"{(int(day) + random.randint(3, 15)) % 27 + 1}/{rest}"
    step = numbers.get("step", 1)
    return value + step * random.choice([d for d in (-3, -2, -1, 1, 2, 3, 10) if value + d * step > 1])


@dataclass(frozen=True)
class Share:
    """A percentage as printed, rounded half up; `off` moves it by so many last places."""

    of: int
    base: int
    places: int
    off: int = 0

    @property
    def value(self) -> Decimal:
        unit = Decimal(1).scaleb(-self.places)
        return (Decimal(self.of * 100) / Decimal(self.base)).quantize(unit, ROUND_HALF_UP) + unit * self.off

    def __str__(self) -> str:
        return f"{self.value:f}".replace(".", ",") + "%"


def printed(value: Any) -> str:
    return n(value) if isinstance(value, int) else str(value)


def n(value: int) -> str:
    return f"{value:,}".replace(",", ".")
