"""Names of persons and villages as they occur in the province, combined by chance."""

from __future__ import annotations

import tomllib
from pathlib import Path

from thenchot.rooms import people

from .dice import Dice

PARTS = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
LISTED = Path(people.__file__).with_name("ethnicities.csv").read_text(encoding="utf-8").splitlines()[1:]
ETHNICITIES = tuple(line.split(",")[0] for line in LISTED)
COMMON = {key: tuple(words.split()) for key, words in PARTS["common"].items()}
KINH = "01"
ONE_NAME = "Vàng A Sùng"  # five of one name in one cell


def _group(code: str) -> dict[str, tuple[str, ...]]:
    return {**COMMON, **{key: tuple(words.split()) for key, words in PARTS[code].items()}}


GROUPS = {code: _group(code) for code in PARTS if code in ETHNICITIES}


def _hundred(district: str) -> tuple[str, ...]:
    codes = [code for code, share in PARTS["people"][district].items() for _ in range(share)]
    return tuple(codes + [KINH] * (100 - len(codes)))


PEOPLE = {district: _hundred(district) for district in PARTS["people"]}


def person_name(dice: Dice, ethnicity: str, female: bool) -> str:
    """Family name, middle name, given name of one of that people."""
    group, sex = GROUPS[ethnicity], "female" if female else "male"
    family, middle = dice.pick(group["family"]), dice.pick(group[sex + "_middle"])
    given = dice.pick(group[sex + "_given"])
    return f"{family} {middle} {given}"


def village_names(dice: Dice, commune_kind: str, count: int) -> list[str]:
    """So many different names of villages of one commune; numbers in towns and in some communes."""
    first, second = PARTS["places"]["first"].split(), PARTS["places"]["second"].split()
    if commune_kind != "Xã":
        return [f"Tổ dân phố {i}" for i in range(1, count + 1)]
    if dice.below(100) < 35:
        return [f"Thôn {i}" for i in range(1, count + 1)]
    names: list[str] = []
    while len(names) < count:
        name = f"{dice.pick(first)} {dice.pick(second)}"
        name = name if name.startswith("Bản") and dice.one_in(2) else f"Thôn {name}"
        if name not in names:
            names.append(name)
    return names
