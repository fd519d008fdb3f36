"""The story is consistent with itself: what rules will judge never has to be refused."""

from collections import Counter
from datetime import date, timedelta

import pytest

from thenchot.demo.canaries import CANARIES
from thenchot.demo.names import ONE_NAME
from thenchot.ledger.days import months_after

from .replay import Book, state, with_track

pytestmark = pytest.mark.long

LEAVE = {"transferred_out", "name_removed", "released", "expelled", "died"}


def test_moments_never_go_back_and_papers_are_not_in_the_future(book):
    moments = [e.at for e in book.entries]
    in_order = moments == sorted(moments)
    assert in_order
    late = 0
    for e in book.entries:
        day = (e.at + timedelta(hours=7)).date()
        assert e.act.effective_on <= day and (e.act.signed_on is None or e.act.signed_on <= day)
        late += (day - e.act.effective_on).days > 21
    assert late > 1000


def test_the_size_of_the_book(book):
    does = Counter(e.does for e in book.entries)
    size = len(book.entries)
    assert 250_000 <= size <= 350_000
    assert does["restate"] > 50 and does["withdraw"] > 50


class Walk:
    """Walks through all acts in force, in order, and says what does not fit."""

    def __init__(self, book: Book) -> None:
        self.cell: dict[int, int] = {}
        self.transit: dict[int, int] = {}
        self.joined: dict[int, object] = {}
        self.born: dict[int, object] = {}
        self.gone: set[int] = set()
        self.members, self.children, self.seats = Counter[int](), Counter[int](), Counter[int]()
        self.parent: dict[int, int] = {}
        self.stands: set[int] = set()
        self.posts: dict[int, set[tuple[str, int]]] = {}
        self.cells: set[int] = set()
        self.wrong: list[tuple[str, object]] = []
        for _, act in book.in_force():
            self.act = act
            getattr(self, act.kind.replace(".", "_"), self.other)(act)

    def must(self, holds: bool, what: str) -> None:
        if not holds:
            self.wrong.append((what, self.act))

    def other(self, act) -> None:
        room, name = act.kind.split(".")
        if room == "organisations":
            self.organisation(act, name)
        elif room == "documents":
            self.must(act.about in self.stands, "a letter reaches an organisation that stands")
        elif room in ("membership", "people") and act.about not in self.gone:
            self.must(
                self.cell.get(act.about) == act.organisation or name.startswith("host"), "counts in its cell"
            )
        else:
            self.must(False, "something happens to one who has gone")

    def organisation(self, act, name: str) -> None:
        if name in (
            "carried_over",
            "founded",
            "place_carried_over",
            "place_founded",
            "body_carried_over",
            "body_founded",
        ):
            self.must(
                act.about not in self.stands and (act.parent is None or act.parent in self.stands),
                "parent stands",
            )
            self.stands.add(act.about)
            if act.parent:
                self.parent[act.about] = act.parent
                self.children[act.parent] += 1
            if name in ("carried_over", "founded") and act.type in ("cell", "grassroots_cell"):
                self.cells.add(act.about)
            return
        self.must(act.about in self.stands, "stands")
        if name in ("moved", "place_moved"):
            self.must(act.parent in self.stands, "new parent stands")
            self.children[self.parent[act.about]] -= 1
            self.parent[act.about] = act.parent
            self.children[act.parent] += 1
        elif name in ("ended", "place_ended", "body_ended"):
            self.must(act.heir is None or act.heir in self.stands, "heir stands")
            self.must(self.children[act.about] == 0, "no children")
            self.must(self.members[act.about] == 0, "no members")
            self.must(self.seats[act.about] == 0, "no posts")
            self.must(act.about not in self.transit.values(), "nobody on the way")
            self.stands.discard(act.about)
            if act.about in self.parent:
                self.children[self.parent.pop(act.about)] -= 1

    def people_registered(self, act) -> None:
        self.must(act.about not in self.born, "registered once")
        self.born[act.about] = act.birth
        self.must(act.organisation in self.stands, "cell stands")

    def enter(self, act) -> None:
        self.must(act.about not in self.cell and act.about not in self.gone, "not a member yet")
        self.must(
            act.cell in self.cells and act.cell in self.stands and act.cell == act.organisation, "cell stands"
        )
        self.cell[act.about] = act.cell
        self.members[act.cell] += 1

    def membership_carried_over(self, act) -> None:
        self.enter(act)
        if act.standing == "probationary":
            self.joined[act.about] = act.joined_on

    membership_transferred_in = enter

    def membership_admitted(self, act) -> None:
        self.enter(act)
        self.must(18 <= (act.effective_on - self.born[act.about]).days // 365 <= 60, "age")
        self.must(act.decided_on == act.signed_on or act.decided_on < act.signed_on, "decided")
        self.joined[act.about] = act.effective_on

    def membership_recognised(self, act) -> None:
        self.must(act.effective_on == months_after(self.joined.pop(act.about), 12), "twelve months")
        self.must(self.cell.get(act.about) == act.organisation, "counts in its cell")

    def out(self, act) -> None:
        self.must(self.cell.get(act.about) == act.organisation, "leaves the cell it is in")
        self.must(
            not any(seat == act.organisation for _, seat in self.posts.get(act.about, ())),
            "posts of the cell left",
        )
        self.members[self.cell.pop(act.about, 0)] -= 1

    def leave(self, act) -> None:
        self.out(act)
        self.must(not self.posts.get(act.about), "all posts left")
        self.must(act.effective_on > self.born[act.about], "born before")
        self.gone.add(act.about)

    membership_transferred_out = membership_name_removed = membership_released = leave
    membership_expelled = membership_died = leave

    def membership_sent(self, act) -> None:
        self.out(act)
        self.transit[act.about] = act.to

    def membership_received(self, act) -> None:
        self.must(self.transit.pop(act.about, 0) == act.cell, "was on the way")
        self.enter(act)

    def membership_moved(self, act) -> None:
        self.out(act)
        self.must(act.cell in self.cells and act.cell in self.stands, "cell stands")
        self.cell[act.about] = act.cell
        self.members[act.cell] += 1

    def offices_taken(self, act) -> None:
        self.must(act.about in self.cell, "is a member")
        self.must(act.seat in self.stands and act.organisation in self.stands, "seat stands")
        self.must(
            act.organisation not in self.cells or self.cell.get(act.about) == act.organisation, "of the cell"
        )
        held = self.posts.setdefault(act.about, set())
        self.must((act.post, act.seat) not in held, "taken once")
        held.add((act.post, act.seat))
        self.seats[act.seat] += 1

    offices_carried_over = offices_taken

    def offices_left(self, act) -> None:
        self.must((act.post, act.seat) in self.posts.get(act.about, ()), "held before")
        self.posts[act.about].discard((act.post, act.seat))
        self.seats[act.seat] -= 1


def test_no_act_would_be_refused(book):
    walk = Walk(book)
    assert Counter(what for what, _ in walk.wrong) == {}, walk.wrong[:3]


def test_closings_in_order(book):
    assert list(book.closes) == ["2020-2022", "term-to-2023-09", "2026-10"]


@pytest.mark.parametrize(("name", "villages"), [("term-to-2023-09", 1733 + 193), ("2026-10", 1926)])
def test_each_village_has_its_cell_and_secretary_at_later_closings(book, name, villages):
    close = book.closes[name]
    tracks = state(book.in_force(close.at), close.period_to)
    places = {p for p, _, level in with_track(tracks, "level") if level == "village"}
    cells = {o: int(v) for o, _, v in with_track(tracks, "place") if int(v) in places}
    held = Counter(key for _, key, _ in with_track(tracks, "post"))
    counts = (len(places), len(cells), len(set(cells.values())))
    assert counts == (villages, villages, villages)
    assert Counter(held[f"secretary@{cell}"] for cell in cells) == {1: villages}


def test_after_the_reform_one_province_stands_with_its_communes(book):
    tracks = state(book.in_force(), date(2026, 11, 20))
    types = Counter(v for _, _, v in with_track(tracks, "type"))
    levels = Counter(v for _, _, v in with_track(tracks, "level"))
    assert levels == {"province": 1, "commune": 124, "village": 1926}
    assert types["province"] == 1 and types["commune"] == types["grassroots_cell"] == 0
    assert types["commune_authority"] == 124 and types["district_authority"] == 0
    before = Counter(v for _, _, v in with_track(state(book.in_force(), date(2026, 7, 25)), "type"))
    assert before["commune"] == 124 and before["grassroots_cell"] > 1926


def test_an_end_and_what_it_moves_stand_in_one_act_set(book):
    sets = {}
    place = 0
    for at, _, numbers in book.steps:
        for number in numbers:
            sets[place] = (at, number)
            place += 1
    moved: dict[tuple, int] = Counter()
    for i, e in enumerate(book.entries):
        if e.act.kind == "membership.moved" and e.act.why == "reorganisation":
            moved[sets[i], e.act.organisation] += 1
    ended = {
        (sets[i], e.act.about) for i, e in enumerate(book.entries) if e.act.kind == "organisations.ended"
    }
    assert len(moved) > 50 and set(moved) <= ended


def test_odd_cells(book):
    first = state(book.in_force(), book.closes["2026-10"].period_to)
    sizes = Counter(Counter(c for _, _, c in with_track(first, "cell")).values())
    assert sizes[3] >= 1 and sizes[120] >= 1 and min(sizes) == 3
    alike = [r.subject for r in book.persons.records.values() if r.name == ONE_NAME]
    where = Counter(first.get((p, "cell", "")) for p in alike)
    assert max(where.values()) >= 5


def test_sealed_records_are_synthetic_and_complete(book):
    records = book.persons.records
    assert {a.about for _, a in book.in_force() if a.subject == "person"} <= set(records)
    without = [r for r in records.values() if not r.number]
    assert len(without) == 2  # the second sheets of the two who were entered twice, withdrawn since
    assert all(r.number.startswith("099") and len(r.number) == 12 for r in records.values() if r.number)
    assert all(r.phone.startswith("0000") and len(r.phone) == 10 for r in records.values())
    assert len({r.number for r in records.values()} - {""}) == len(records) - len(without)


def test_fifty_canaries_occur_once(book):
    for field in ("name", "number", "phone"):
        found = Counter(getattr(r, field) for r in book.persons.records.values())
        assert [found[getattr(c, field)] for c in CANARIES] == [1] * 50
    words = Counter(word for r in book.persons.records.values() for word in r.name.split())
    assert words["Ngoéo"] == 50


def test_a_seed_gives_the_same_story_again(book):
    assert Book(1).digest() == book.digest()
