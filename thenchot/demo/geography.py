"""The real map of Tuyên Quang and Hà Giang: districts and communes to 30/6/2025, communes after.

Two data files of the package `vietnamadminunits` are read; the package itself is not imported. The demo
uses the last old map from its first day: earlier mergers of communes (2019–2020) are left out.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

TUYEN_QUANG, HA_GIANG = "tinhtuyenquang", "tinhhagiang"


@dataclass(frozen=True)
class District:
    key: str
    province: str
    name: str  # with its kind: "Huyện Na Hang"
    code: str


@dataclass(frozen=True)
class OldCommune:
    key: str
    province: str
    district: str
    name: str
    kind: str
    code: str
    heir: str
    parts: tuple[str, ...]  # the new communes it went to: one, or several where it was divided


@dataclass(frozen=True)
class NewCommune:
    key: str
    name: str
    kind: str
    code: str


@dataclass(frozen=True)
class Map:
    districts: tuple[District, ...]
    old: tuple[OldCommune, ...]
    new: tuple[NewCommune, ...]


def data_folder() -> Path:
    """Where the package keeps its data files."""
    found = find_spec("vietnamadminunits")
    if found is None or found.origin is None:
        raise FileNotFoundError("vietnamadminunits")
    return Path(found.origin).parent / "data"


DISTRICTS = """select distinct provinceKey || '_' || districtKey, provinceKey, district, districtCode
    from admin_units_legacy where provinceKey in (?, ?) order by provinceKey desc, districtCode"""
OLD = """select provinceKey || '_' || districtKey || '_' || wardKey, provinceKey,
    provinceKey || '_' || districtKey, ward, wardType, wardCode
    from admin_units_legacy where provinceKey in (?, ?) order by provinceKey desc, districtCode, wardCode"""
NEW = "select wardKey, ward, wardType, wardCode from admin_units where provinceKey = ? order by wardCode"


def read_map() -> Map:
    """The map, in the order of the official codes; Tuyên Quang first."""
    folder = data_folder()
    heirs, parts = _heirs(folder / "converter_2025.json")
    both = (TUYEN_QUANG, HA_GIANG)
    db = sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro", uri=True)
    try:
        districts = tuple(District(*row) for row in db.execute(DISTRICTS, both))
        old = tuple(OldCommune(*row, heirs[row[0]], parts[row[0]]) for row in db.execute(OLD, both))
        new = tuple(NewCommune(*row) for row in db.execute(NEW, (TUYEN_QUANG,)))
    finally:
        db.close()
    return Map(districts, old, new)


def _heirs(path: Path) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    data = json.loads(path.read_text(encoding="utf-8"))
    heirs: dict[str, str] = {}
    parts: dict[str, tuple[str, ...]] = {}
    for new, olds in data["DICT_PROVINCE_WARD_NO_DIVIDED"][TUYEN_QUANG].items():
        for old in olds:
            heirs[old], parts[old] = new, (new,)
    for old, pieces in data["DICT_PROVINCE_WARD_DIVIDED"][TUYEN_QUANG].items():
        (heirs[old],) = (piece["newWardKey"] for piece in pieces if piece["isDefaultNewWard"])
        parts[old] = tuple(piece["newWardKey"] for piece in pieces)
    return heirs, parts
