"""The tree of Party organisations as the book opens: province, districts and blocs, communes, cells."""

from __future__ import annotations

from collections.abc import Iterator

from thenchot.ledger.kinds import Act
from thenchot.rooms.organisations.events import CarriedOver, OrganisationType, Placed, Sector
from thenchot.rooms.organisations.map_events import BodyType, Level, PlaceCarriedOver

from .bodies import Bodies
from .geography import TUYEN_QUANG, District, OldCommune
from .names import village_names
from .targets import VILLAGES
from .workdays import BEGINS
from .world import Organisation, World

Sheet = tuple[str, list[tuple[int, Act]]]  # label; acts with the number of their set
MERGED_2019 = 8  # villages joined to a neighbour in 2019, before the printed days

DISTRICT_AGENCIES = (
    "Văn phòng cấp ủy huyện", "Ban Tổ chức", "Ủy ban Kiểm tra", "Ban Tuyên giáo", "Ban Dân vận",
    "Khối Mặt trận và đoàn thể", "Văn phòng HĐND và UBND", "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch",
    "Phòng Giáo dục và Đào tạo", "Phòng Nông nghiệp", "Phòng Tài nguyên và Môi trường", "Thanh tra",
    "Trung tâm Chính trị", "Tòa án nhân dân", "Viện kiểm sát nhân dân", "Chi cục Thuế", "Kho bạc Nhà nước",
    "Bảo hiểm xã hội", "Hạt Kiểm lâm",
)  # fmt: skip
PLACES = {"tq": "08", "hg": "02"}  # codes of the two provinces on the map
VERTICAL = DISTRICT_AGENCIES[14:]  # stay when the districts end, and go under the province
SECTORS = {
    "village": Sector.RESIDENTIAL, "school": Sector.PUBLIC_UNIT, "health": Sector.PUBLIC_UNIT,
    "office": Sector.AGENCY, "police": Sector.ARMED_FORCES, "military": Sector.ARMED_FORCES,
    "agency": Sector.AGENCY, "high_school": Sector.PUBLIC_UNIT, "enterprise": Sector.PRIVATE_ENTERPRISE,
    "hospital": Sector.PUBLIC_UNIT, "province_agency": Sector.AGENCY,
}  # fmt: skip
BLOCS = (
    ("cq", "Đảng bộ Khối các cơ quan tỉnh", Sector.AGENCY),
    ("dn", "Đảng bộ Khối doanh nghiệp tỉnh", Sector.STATE_ENTERPRISE),
    ("ca", "Đảng bộ Công an tỉnh", Sector.ARMED_FORCES),
    ("qs", "Đảng bộ Quân sự tỉnh", Sector.ARMED_FORCES),
)


def low(name: str) -> str:
    """`Huyện Na Hang` inside a longer name."""
    return name[:1].lower() + name[1:]


class Opening:
    """Builds the tree and hands out the sheets with which the book opens."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.acts: list[tuple[int, Act]] = []
        self.sets = 0
        self.tq = self._province("tq", "Tuyên Quang", hg=False)
        self.hg = self._province("hg", "Hà Giang", hg=True)
        self.bodies = Bodies(world, self.tq.id)

    def sheets(self) -> Iterator[Sheet]:
        """One sheet for the provinces, then one for each district and each bloc."""
        for province in (self.tq, self.hg):
            code = PLACES[province.code]
            self._add(self._place(province.house, code, Level.PROVINCE, None, province.name[13:]))
            self._add(self._top(province))
        for act in self.bodies.carried(self.tq.house):
            self._add(act, same=True)
        yield self._sheet("provinces")
        for key, name, sector in BLOCS:
            self._bloc(key, name, sector)
            yield self._sheet(f"bloc {key}")
        counts = self._village_counts()
        for district in self.world.map.districts:
            self._district(district, counts)
            yield self._sheet(f"district {district.code}")

    def _sheet(self, label: str) -> Sheet:
        acts, self.acts = self.acts, []
        return label, acts

    def _add(self, act: Act, same: bool = False) -> None:
        self.sets += not same
        self.acts.append((self.sets, act))

    def _place(self, id_: int, code: str, level: Level, parent: int | None, name: str) -> Act:
        note = self.world.notes(name)
        return PlaceCarriedOver(
            about=id_, effective_on=BEGINS, code=code, level=level, parent=parent, name=note
        )

    def _carry(
        self, org: Organisation, type_: OrganisationType, sector: Sector | None, place: int | None = None
    ) -> Act:
        org.type, org.sector, org.place = type_, sector or "", place
        return CarriedOver(
            about=org.id, organisation=org.id, effective_on=BEGINS, code=org.code, type=type_, sector=sector,
            parent=org.parent.id if org.parent else None, place=place, name=self.world.notes(org.name),
        )  # fmt: skip

    def _top(self, province: Organisation) -> Act:
        """The province's own organisation; the one the installation was founded with only gets its place."""
        if province.id == self.world.top:
            province.type, province.place = OrganisationType.PROVINCE, province.house
            return Placed(
                about=province.id, organisation=province.id, effective_on=BEGINS, place=province.house
            )
        return self._carry(province, OrganisationType.PROVINCE, None, province.house)

    def _province(self, code: str, name: str, hg: bool) -> Organisation:
        id_ = self.world.top if self.world.top and not hg else self.world.mint.subject()
        province = Organisation(id_, "province", f"Đảng bộ tỉnh {name}", code, None)
        province.house, province.hg, province.district = self.world.mint.subject(), hg, "070"
        self.world.organisations[code] = province
        return province

    def _org(self, what: str, name: str, code: str, parent: Organisation) -> Organisation:
        return Organisation(self.world.mint.subject(), what, name, code, parent)

    def _cell(self, parent: Organisation, what: str, name: str, place: int | None = None) -> Organisation:
        cell = self._org(what, name, f"{parent.code}-{len(parent.children) + 1:02d}", parent)
        small = parent.what in ("commune", "grassroots")
        type_ = OrganisationType.CELL if small else OrganisationType.GRASSROOTS_CELL
        self._add(self._carry(cell, type_, SECTORS[what], place))
        self.world.cells.append(cell)
        return cell

    def _grassroots(self, parent: Organisation, what: str, name: str, cells: int) -> None:
        org = self._org(
            "grassroots", f"Đảng bộ {name}", f"{parent.code}-{len(parent.children) + 1:02d}", parent
        )
        self._add(self._carry(org, OrganisationType.GRASSROOTS, SECTORS[what]))
        for i in range(1, cells + 1):
            self._cell(org, what, f"Chi bộ {i} {name}")

    def _bloc(self, key: str, name: str, sector: Sector) -> None:
        bloc = self._org("bloc", name, f"tq-{key}", self.tq)
        self.world.organisations[bloc.code] = bloc
        self._add(self._carry(bloc, OrganisationType.DISTRICT, sector))
        if key == "cq":
            for i, (_, agency) in enumerate(self.bodies.rows):
                if i % 3 == 0:
                    self._grassroots(bloc, "province_agency", agency, 4)
                else:
                    self._cell(bloc, "province_agency", f"Chi bộ {agency}")
        elif key == "dn":
            for i in range(1, 41):
                self._cell(bloc, "enterprise", f"Chi bộ Công ty cổ phần số {i}")
        else:
            sort, unit = ("police", "Phòng nghiệp vụ") if key == "ca" else ("military", "Đơn vị")
            for i in range(1, 41 if key == "ca" else 19):
                self._cell(bloc, sort, f"Chi bộ {unit} số {i}")

    def _village_counts(self) -> dict[str, int]:
        """How many villages each commune has: together the printed number, before the mergers of 2019."""
        dice, communes = self.world.paths, [c for c in self.world.map.old if c.province == TUYEN_QUANG]
        counts = {c.key: dice.between(8, 17) for c in communes}
        while (gap := VILLAGES + MERGED_2019 - sum(counts.values())) != 0:
            commune = dice.pick(communes).key
            if 7 < counts[commune] < 20:
                counts[commune] += 1 if gap > 0 else -1
        return counts

    def _district(self, district: District, counts: dict[str, int]) -> None:
        province = self.tq if district.province == TUYEN_QUANG else self.hg
        org = self._org(
            "district", f"Đảng bộ {low(district.name)}", f"{province.code}-{district.code}", province
        )
        org.district, org.house = district.code, self.world.mint.subject()
        self.world.organisations[district.key] = org
        self._add(self._place(org.house, org.code, Level.DISTRICT, province.house, district.name))
        self._add(self._carry(org, OrganisationType.DISTRICT, Sector.TERRITORY, org.house), same=True)
        name = f"Ủy ban nhân dân {low(district.name)}"
        org.authority, act = self.bodies.authority(name, BodyType.DISTRICT_AUTHORITY, org.house, org.id)
        self._add(act, same=True)
        if not org.hg:
            self._district_cells(org, district.name)
        for commune in self.world.map.old:
            if commune.district == district.key:
                self._commune(org, commune, counts.get(commune.key, 1))

    def _district_cells(self, org: Organisation, name: str) -> None:
        for agency in DISTRICT_AGENCIES:
            self._cell(org, "agency", f"Chi bộ {agency} {low(name)}")
        for i in range(1, 5):
            self._cell(org, "high_school", f"Chi bộ Trường THPT số {i} {low(name)}")
        self._grassroots(org, "hospital", f"Trung tâm Y tế {low(name)}", 3)
        for i in range(1, 3):
            self._cell(org, "enterprise", f"Chi bộ Hợp tác xã số {i} {low(name)}")

    def _commune(self, district: Organisation, commune: OldCommune, villages: int) -> None:
        name = low(commune.name)
        org = self._org("commune", f"Đảng bộ {name}", f"{district.code[:2]}-{commune.code}", district)
        org.house, org.commune = self.world.mint.subject(), org
        self.world.organisations[commune.key] = org
        self._add(self._place(org.house, org.code, Level.COMMUNE, district.house, commune.name))
        self._add(self._carry(org, OrganisationType.GRASSROOTS, Sector.TERRITORY, org.house), same=True)
        full = f"Ủy ban nhân dân {name}"
        org.authority, act = self.bodies.authority(full, BodyType.COMMUNE_AUTHORITY, org.house, org.id)
        self._add(act, same=True)
        for village in village_names(self.world.names, commune.kind, villages):
            self._village(org, village)
        if not org.hg:
            for what, cell in COMMUNE_CELLS:
                self._cell(org, what, f"Chi bộ {cell} {name}")

    def _village(self, commune: Organisation, name: str) -> None:
        place = self.world.mint.subject()
        code = f"{commune.code}-v{len(commune.children) + 1:02d}"
        self._add(self._place(place, code, Level.VILLAGE, commune.house, name))
        cell = self._cell(commune, "village", f"Chi bộ {low(name)}", place)
        if not commune.hg:
            self.world.villages.append(cell)


COMMUNE_CELLS = (
    ("office", "cơ quan"),
    ("school", "Trường Mầm non"),
    ("school", "Trường Tiểu học"),
    ("school", "Trường THCS"),
    ("health", "Trạm Y tế"),
    ("police", "Công an"),
    ("military", "Quân sự"),
)
