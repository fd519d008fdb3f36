"""1 July 2025: districts end, two provinces become one, 330 communes 124. 26 July 2026: one name, chi bộ.

The two resolutions on the map: 202/2025/QH15 of 12/6/2025 (provinces) and 1684/NQ-UBTVQH15 of 16/6/2025
(communes of Tuyên Quang; its number and day seen in secondary sources only). Party decisions are invented.
"""

from __future__ import annotations

from datetime import date

from thenchot.ledger.kinds import Act
from thenchot.rooms.offices.events import Leaving, Way
from thenchot.rooms.organisations.events import Ending, Founded, OrganisationType, Retyped, Sector
from thenchot.rooms.organisations.map_events import (
    BodyEnded,
    BodyType,
    Level,
    PlaceEnded,
    PlaceFounded,
    PlaceMoved,
)

from .geography import NewCommune, OldCommune
from .mergers import change_parent, end, leave_all_seats
from .organisations_before import low
from .posts import commune_seats, fill, leave_seat
from .workdays import CELLS_RENAMED, DISTRICTS_END
from .world import Organisation, World

DAY = DISTRICTS_END
PROVINCES = {"signed_on": date(2025, 6, 12), "paper": "202/2025/QH15"}
COMMUNES = {"signed_on": date(2025, 6, 16), "paper": "1684/NQ-UBTVQH15"}
PARTY_SIGNED = date(2025, 6, 27)
OFFICERS = 5  # of each old commune stay on in the new one


class Reform:
    """One act set for each new commune, each old district, the old province, in an order that holds."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.tq, self.hg = world.organisations["tq"], world.organisations["hg"]
        self.new: dict[str, Organisation] = {}
        self.sets = {c.key: i for i, c in enumerate(world.map.new, 1)}

    def put(self, set_: int, *acts: Act) -> None:
        self.world.reform.extend((set_, act) for act in acts)

    def communes(self) -> None:
        """First the new communes, then what each takes over, then what has ended."""
        for commune in self.world.map.new:
            self._found(commune)
        for old in self.world.map.old:
            self._take_over(old)

    def posts(self) -> None:
        """The new committees are designated; officers who were deputies of small cells stay so."""
        for key, org in self.new.items():
            olds = sum(old.heir == key and old.province == "tinhtuyenquang" for old in self.world.map.old)
            org.wanted = commune_seats(org, OFFICERS * olds)
            self.put(self.sets[key], *fill(self.world, org, DAY, Way.DESIGNATED))
            for cell in org.children:
                self.put(self.sets[key], *fill(self.world, cell, DAY, Way.DESIGNATED))

    def _found(self, commune: NewCommune) -> None:
        world, name = self.world, low(commune.name)
        code = f"tq25-{commune.code}"
        org = Organisation(world.mint.subject(), "new_commune", f"Đảng bộ {name}", code, self.tq)
        org.house, org.commune = world.mint.subject(), org
        org.district = next(self._old_district(old) for old in world.map.old if old.heir == commune.key)
        org.type, org.sector = OrganisationType.COMMUNE, Sector.TERRITORY
        self.new[commune.key] = world.organisations[code] = org
        place = PlaceFounded(
            about=org.house, effective_on=DAY, organisation=self.tq.id, code=code, level=Level.COMMUNE,
            parent=self.tq.house, name=world.notes(commune.name), **COMMUNES,
        )  # fmt: skip
        founded = Founded(
            about=org.id, effective_on=DAY, organisation=org.id, code=code, type=OrganisationType.COMMUNE,
            sector=Sector.TERRITORY, parent=self.tq.id, place=org.house,
            name=world.notes(org.name), **self._party(),
        )  # fmt: skip
        org.authority, body = world.bodies.new_authority(
            f"Ủy ban nhân dân {name}", org.house, DAY, COMMUNES["paper"], COMMUNES["signed_on"]
        )
        self.put(self.sets[commune.key], place, founded, body)

    def _old_district(self, old: OldCommune) -> str:
        return self.world.organisations[old.district].district

    def _party(self) -> dict[str, object]:
        return {"signed_on": PARTY_SIGNED, "paper": self.world.paper(self.tq, "QĐ/TU", PARTY_SIGNED)}

    def _take_over(self, old: OldCommune) -> None:
        """Villages and cells go under the heir, of a divided commune some under the other parts."""
        org, heir = self.world.organisations[old.key], self.new[old.heir]
        others = [self.new[part] for part in old.parts if part != old.heir]
        set_, acts = self.sets[old.heir], list[Act]()
        for i, cell in enumerate(list(org.children)):
            away = others and cell.what == "village" and i % 3 == 1
            acts += self._cell_goes(cell, others[0] if away else heir)
        acts += leave_all_seats(self.world, org, DAY, Leaving.SEAT_ENDED)
        how = Ending.DIVIDED if others else Ending.MERGED
        party = self._party()
        acts.append(end(org, heir, how, DAY, PARTY_SIGNED, str(party["paper"])))
        acts.append(self.place_ends(org, heir.house, how, COMMUNES))
        acts.append(self.authority_ends(org, BodyType.COMMUNE_AUTHORITY, heir.authority, how, COMMUNES))
        self.put(set_, *acts)

    def _cell_goes(self, cell: Organisation, to: Organisation) -> list[Act]:
        """A cell goes under a new commune and hangs directly under its committee."""
        paper = self.world.paper(self.tq, "QĐ/TU", PARTY_SIGNED)
        acts: list[Act] = []
        if cell.what == "village" and cell.place:
            acts.append(
                PlaceMoved(
                    about=cell.place, effective_on=DAY, organisation=to.id, parent=to.house, **COMMUNES
                )
            )
        for seat in cell.wanted:
            if seat.key == "officer":
                acts += leave_seat(self.world, cell, seat, DAY, Leaving.SEAT_ENDED)
                seat.seat = to.authority
        acts.append(change_parent(cell, to, DAY, PARTY_SIGNED, paper))
        cell.commune, cell.hg, cell.type = to, False, OrganisationType.GRASSROOTS_CELL
        acts.append(
            Retyped(
                about=cell.id, effective_on=DAY, organisation=cell.id, type=OrganisationType.GRASSROOTS_CELL,
                sector=Sector(cell.sector), signed_on=PARTY_SIGNED, paper=paper,
            )
        )  # fmt: skip
        return acts

    def place_ends(self, org: Organisation, heir: int, how: Ending, law: dict[str, object]) -> Act:
        return PlaceEnded(
            about=org.house, effective_on=DAY, organisation=self.tq.id, how=how, heir=heir, **law
        )

    def authority_ends(
        self, org: Organisation, type_: BodyType, heir: int | None, how: Ending, law: dict[str, object]
    ) -> Act:
        return BodyEnded(
            about=org.authority,
            effective_on=DAY,
            organisation=self.tq.id,
            how=how,
            heir=heir,
            type=type_,
            **law,
        )

    def old_province(self) -> None:
        """Hà Giang ends last; by then nothing hangs under it."""
        set_, law = len(self.sets) + 100, PROVINCES
        ended = end_province(self.hg, self.tq, self._party())
        self.put(set_, ended, self.place_ends(self.hg, self.tq.house, Ending.MERGED, law))


def end_province(old: Organisation, heir: Organisation, party: dict[str, object]) -> Act:
    return end(old, heir, Ending.MERGED, DAY, PARTY_SIGNED, str(party["paper"]))


def one_name(world: World) -> None:
    """From 26/7/2026 a commune's organisation is a grassroots one and every cell simply a cell."""
    day, law = CELLS_RENAMED, {"signed_on": CELLS_RENAMED, "paper": "208-QĐ/TW"}
    for org in [o for o in world.organisations.values() if o.what in ("new_commune", "bloc") and not o.ended]:
        acts: list[Act] = []
        if org.what == "new_commune":
            org.type = OrganisationType.GRASSROOTS
            acts.append(_retyped(org, day, law))
        for cell in org.children:
            if cell.type == OrganisationType.GRASSROOTS_CELL:
                cell.type = OrganisationType.CELL
                acts.append(_retyped(cell, day, law))
        world.put(day, *acts)


def _retyped(org: Organisation, day: date, law: dict[str, object]) -> Act:
    return Retyped(
        about=org.id, effective_on=day, organisation=org.id, type=OrganisationType(org.type),
        sector=Sector(org.sector) if org.sector else None, **law,
    )  # fmt: skip
