"""Fifty invented persons whose names, numbers and phones occur nowhere else.

A test reads every byte of an installation and finds none of them outside the sealed store.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Canary:
    name: str
    number: str
    phone: str


# Syllables that no part in names.toml holds, so that no thrown name can equal one of these.
FAMILIES = ("Thoạt", "Khuếch", "Ngoẵng", "Quẩy", "Truông")
GIVEN = ("Khuỷu", "Ngoạm", "Thoắng", "Xoẹt", "Quềnh", "Nguẩy", "Choạc", "Loẵng", "Huỵch", "Toẻn")

CANARIES = tuple(
    Canary(
        f"{family} Ngoéo {given}",
        f"0999{417719 * (10 * i + j) + 10**7:08d}",
        f"00009{613 * (10 * i + j) + 20011:05d}",
    )
    for i, family in enumerate(FAMILIES)
    for j, given in enumerate(GIVEN)
)
