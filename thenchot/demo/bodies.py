"""Agencies of the province and their parts: carried over, due to be reorganised, cut.

The print says 36 of 36 agencies finished, and that two agencies and the delegation's office were cut. Here 38
agencies open the book; 36 of them are due and finish, the two others and the office are cut and never due.
So 36 is the number after the cuts.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from thenchot.ledger.kinds import Act
from thenchot.rooms.organisations.events import Ending
from thenchot.rooms.organisations.map_events import (
    BodyCarriedOver,
    BodyEnded,
    BodyFounded,
    BodyType,
    ReorganisationDue,
    Reorganised,
)

from .targets import DIVISIONS_CUT, INNER_UNITS_CUT, PLAN_REORGANISATION
from .workdays import BEGINS, workday_before
from .world import World

UNITS, DIVISIONS = 7, 4  # of each agency when the book begins
ASSEMBLY_OFFICE = "Văn phòng Hội đồng nhân dân tỉnh"


class Bodies:
    """Ids of the bodies of the province, in the order of bodies.csv."""

    def __init__(self, world: World, province: int) -> None:
        self.world, self.province = world, province
        with Path(__file__).with_name("bodies.csv").open(encoding="utf-8", newline="") as file:
            rows = [(row["type"], row["name"]) for row in csv.DictReader(file)]
        self.agencies = [world.mint.subject() for _ in rows]
        self.rows = rows
        self.named = {name: id_ for id_, (_, name) in zip(self.agencies, rows, strict=True)}
        self.units: list[tuple[int, int]] = []  # (unit, its agency)
        self.divisions: list[tuple[int, int]] = []

    def carried(self, place: int) -> list[Act]:
        """The agencies first, then their parts."""
        acts: list[Act] = []
        for id_, (type_, name) in zip(self.agencies, self.rows, strict=True):
            acts.append(self._carry(id_, BodyType(type_), None, name, place))
        for agency in self.agencies[:36]:
            for i in range(1, UNITS + 1):
                self.units.append((self.world.mint.subject(), agency))
                acts.append(
                    self._carry(self.units[-1][0], BodyType.INNER_UNIT, agency, f"Phòng số {i}", place)
                )
            for i in range(1, DIVISIONS + 1):
                self.divisions.append((self.world.mint.subject(), agency))
                name = f"Phòng số {i} thuộc chi cục"
                acts.append(self._carry(self.divisions[-1][0], BodyType.DIVISION, agency, name, place))
        self.units = self.world.paths.shuffled(self.units)
        self.divisions = self.world.paths.shuffled(self.divisions)
        return acts

    def _carry(self, id_: int, type_: BodyType, parent: int | None, name: str, place: int) -> Act:
        note = self.world.notes(name)
        return BodyCarriedOver(
            about=id_, effective_on=BEGINS, organisation=self.province, type=type_, parent=parent,
            place=place,
            name=note,
        )  # fmt: skip

    def cut(self, id_: int, type_: BodyType, heir: int | None, day: date, late: int = 0) -> None:
        """One body is cut, by a decision of the province."""
        self.world.put(
            day,
            BodyEnded(
                about=id_, effective_on=day, organisation=self.province, how=Ending.MERGED, heir=heir,
                type=type_,
                signed_on=workday_before(day, 6), paper=self.world.paper(None, "QĐ/TU", day),
            ),
            weeks_late=late,
        )  # fmt: skip

    def due(self, day: date) -> None:
        """The plan: 36 agencies have to reorganise, in one decision."""
        note = self.world.paper(None, "ĐA/TU", day)
        acts = [
            ReorganisationDue(
                about=id_, effective_on=day, organisation=self.province, plan=PLAN_REORGANISATION,
                signed_on=workday_before(day), paper=note,
            )
            for id_ in self.agencies[:36]
        ]  # fmt: skip
        self.world.put(day, *acts)

    def done(self, id_: int, day: date) -> None:
        self.world.put(
            day,
            Reorganised(
                about=id_, effective_on=day, organisation=self.province, plan=PLAN_REORGANISATION,
                signed_on=workday_before(day, 5), paper=self.world.paper(None, "QĐ/TU", day),
            ),
        )  # fmt: skip

    def month(self, year: int, month: int) -> None:
        """What happens to bodies in a month."""
        if (year, month) == (2021, 1):
            self.due(date(2021, 1, 15))
        if (year, month) == (2021, 7):
            khoi = self.named["Đảng ủy Khối các cơ quan tỉnh"]
            self.cut(self.agencies[37], BodyType.PROVINCIAL_AGENCY, khoi, date(2021, 7, 1))
            assembly = self.named[ASSEMBLY_OFFICE]
            self.cut(self.agencies[38], BodyType.DELEGATION_OFFICE, assembly, date(2021, 7, 15))
        if (year, month) == (2022, 3):
            self.cut(self.agencies[36], BodyType.PROVINCIAL_AGENCY, self.named["Sở Y tế"], date(2022, 3, 1))
        place = year * 12 + month - (2021 * 12 + 2)
        if 0 <= place < 24:  # February 2021 to January 2023
            day = date(year, month, 20)
            for i, id_ in enumerate(self.agencies[:36]):
                if i * 24 // 36 == place:
                    self.done(id_, day)
            self._cut_parts(INNER_UNITS_CUT, self.units, BodyType.INNER_UNIT, place, day)
            self._cut_parts(DIVISIONS_CUT, self.divisions, BodyType.DIVISION, place, day)
        if (year, month) in ((2018, 6), (2019, 9), (2025, 2)):  # outside the printed term
            unit, agency = self.units[INNER_UNITS_CUT + 3 + year - 2018]
            self.cut(unit, BodyType.INNER_UNIT, agency, date(year, month, 20))
        if (year, month) == (2023, 11):  # entered when the term's figures were closed already
            unit, agency = self.units[INNER_UNITS_CUT + 1]
            self.world.put(
                date(2023, 11, 6),
                BodyEnded(
                    about=unit, effective_on=date(2023, 9, 1), organisation=self.province, how=Ending.MERGED,
                    heir=agency, type=BodyType.INNER_UNIT, signed_on=date(2023, 8, 25), paper="1204-QĐ/TU",
                ),
            )  # fmt: skip

    def _cut_parts(
        self, total: int, parts: list[tuple[int, int]], type_: BodyType, at: int, day: date
    ) -> None:
        for unit, agency in parts[total * at // 24 : total * (at + 1) // 24]:
            self.cut(unit, type_, agency, day)

    def authority(self, name: str, type_: BodyType, place: int, organisation: int) -> tuple[int, Act]:
        """The People's Committee of a district or commune, there when the book begins."""
        id_ = self.world.mint.subject()
        return id_, BodyCarriedOver(
            about=id_, effective_on=BEGINS, organisation=organisation, type=type_, place=place,
            name=self.world.notes(name),
        )  # fmt: skip

    def new_authority(self, name: str, place: int, day: date, paper: str, signed: date) -> tuple[int, Act]:
        """The People's Committee of a new commune."""
        id_ = self.world.mint.subject()
        return id_, BodyFounded(
            about=id_, effective_on=day, organisation=self.province, type=BodyType.COMMUNE_AUTHORITY,
            place=place, name=self.world.notes(name), signed_on=signed, paper=paper,
        )  # fmt: skip
