"""7-HSĐV with those who left in its span; a list too long for one file in volumes."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from thenchot.access.tests.book import A1, A2, AN, AT, B1, DUNG, P1, TODAY, A, begin
from thenchot.reports.lists import registers
from thenchot.reports.lists.sheets import Stamp
from thenchot.rooms.membership import events as membership
from thenchot.rooms.membership.events import Decider, Elsewhere, Move
from thenchot.sealed import directory, labels, opening
from thenchot.surface.printing import papers, rolls, volumes
from thenchot.surface.printing.orders import EXCEL, WORD, NoPaper, Order
from thenchot.surface.printing.volumes import Volume
from thenchot.web.members.tests import province

STAMP = Stamp("7F3A-21B4-90CD", "van-phong", "Đảng bộ")
DAY = date(2026, 6, 1)


@pytest.fixture
def book(installation):
    opening.use(None)
    labels._held = None
    yield begin()
    opening.use(None)
    directory.forget()


def register(organisation=A, **more):
    prepared = papers.prepare(Order("register", organisation, TODAY, **more), at=AT)
    return prepared, prepared.make({}, STAMP)


def rows(made):
    """The cells of every row of a Word file's tables, lines parted by a stroke."""
    with ZipFile(BytesIO(made)) as opened:
        body = opened.read("word/document.xml").decode()
    body = body.replace("</w:p><w:p>", "|")
    table = [re.findall(r"<w:tc>(.*?)</w:tc>", row) for row in re.findall(r"<w:tr>(.*?)</w:tr>", body)]
    return [[re.sub("<[^>]+>", "", cell) for cell in row] for row in table]


def texts(made):
    with ZipFile(BytesIO(made)) as opened:
        return re.sub("<[^>]+>", " ", opened.read("word/document.xml").decode())


def the_row(made):
    (found,) = [row for row in rows(made) if len(row) == 14 and row[0] == "1"]
    return found


@pytest.mark.parametrize(
    ("act", "more", "column", "said", "summed"),
    [
        (membership.Died, {}, 11, "01/06/2026", "từ trần 1"),
        (membership.Expelled, {"decided_by": Decider.GRASSROOTS}, 12, "01/06/2026|Khai trừ",
         "ra khỏi Đảng 1"),
        (membership.NameRemoved, {"decided_by": Decider.GRASSROOTS}, 12, "01/06/2026|Xóa tên",
         "ra khỏi Đảng 1"),
        (membership.TransferredOut, {"destination": Elsewhere.ARMED_FORCES}, 9, "01/06/2026|quân đội",
         "chuyển đi 1"),
        (membership.Sent, {"to": B1}, 9, "01/06/2026|", "chuyển đi 1"),
        (membership.Moved, {"cell": P1, "why": Move.INTERNAL}, 9, "01/06/2026|", "chuyển đi 1"),
    ],
)  # fmt: skip
def test_who_left_stands_in_the_register_with_day_where_and_decision(book, act, more, column, said, summed):
    paper = {"signed_on": date(2026, 5, 20), "paper": "07-QĐ/ĐU"} if act is not membership.Died else {}
    book.write(act(about=AN, effective_on=DAY, organisation=A1, **paper, **more))
    prepared, made = register(A1)
    row = the_row(made)
    assert row[column].startswith(said.rstrip("|")), row
    others = [row[one] for one in (9, 11, 12) if one != column]
    assert others == ["", ""]
    assert row[13] == ("07-QĐ/ĐU, 20/05/2026" if paper else "")
    assert "Cộng: 0 đảng viên" in texts(made) and summed in texts(made)
    assert prepared.persons == [AN] and prepared.missing[0].what == rolls.NOT_HELD


def test_where_somebody_moved_to_is_named(book):
    book.write(membership.Sent(about=AN, effective_on=DAY, organisation=A1, to=B1))
    row = the_row(register(A1)[1])
    there = register(B1)[0].name
    assert row[9] == f"01/06/2026|{there}" and there


def test_who_came_and_left_says_both_of_the_cell_that_was_left(book):
    """And not when the next cell took somebody in."""
    book.write(membership.Sent(about=DUNG, effective_on=date(2026, 3, 1), organisation=A2, to=A1))
    book.write(membership.Received(about=DUNG, effective_on=date(2026, 3, 9), organisation=A1, cell=A1))
    book.write(membership.Sent(about=DUNG, effective_on=DAY, organisation=A1, to=B1))
    book.write(membership.Received(about=DUNG, effective_on=date(2026, 6, 9), organisation=B1, cell=B1))
    (row,) = [one for one in rows(register(A1)[1]) if len(one) == 14 and one[9].startswith("01/06/2026")]
    assert row[10].startswith("09/03/2026|")
    book.write(membership.Sent(about=AN, effective_on=DAY, organisation=A1, to=B1))
    book.write(membership.Received(about=AN, effective_on=date(2026, 6, 9), organisation=B1, cell=B1))
    assert sorted(one[10][:10] for one in rows(register(A1)[1]) if one[9:10] and "01/06/2026" in one[9]) == [
        "", "09/03/2026",
    ]  # fmt: skip


def test_a_register_begins_when_it_is_told_to_and_ends_on_its_day(book):
    book.write(membership.Died(about=AN, effective_on=DAY, organisation=A1))
    assert AN not in register(A1, since=date(2026, 6, 2))[0].persons
    assert AN in register(A1, since=date(2026, 6, 1))[0].persons
    before = papers.prepare(Order("register", A1, date(2026, 5, 31)), at=AT)
    assert AN in before.persons and not any(
        row[11:12] == ["01/06/2026"] for row in rows(before.make({}, STAMP))
    )


def test_who_moved_inside_stands_once_where_he_is_now(book):
    book.write(membership.Moved(about=AN, effective_on=DAY, organisation=A2, cell=A2, why=Move.INTERNAL))
    prepared, made = register(A)
    assert sorted(prepared.persons) == [AN, DUNG]
    (came,) = [row for row in rows(made) if len(row) == 14 and row[10].startswith("01/06/2026")]
    assert came[9] == "" and "Cộng: 2 đảng viên" in texts(made)


def test_a_plain_list_has_members_only(book):
    book.write(membership.Died(about=AN, effective_on=DAY, organisation=A1))
    assert papers.prepare(Order("roll", A, TODAY), at=AT).persons == [DUNG]


# ------------------------------------------------------------------------------------ too long for one file

TREE = {1: None, 10: 1, 11: 1, 19: 1, 101: 10, 102: 10, 111: 11, 112: 11, 113: 11}


def test_what_fits_is_a_volume_and_what_does_not_is_divided():
    members = {19: 3, 101: 4, 102: 4, 111: 5, 112: 5, 113: 5}
    assert volumes.volumes(1, TREE, members, 10) == [
        Volume(1, (19,)), Volume(10, (101, 102)), Volume(11, (111, 112)), Volume(11, (113,)),
    ]  # fmt: skip
    assert volumes.volumes(1, TREE, members, 100) == [Volume(1, (101, 102, 111, 112, 113, 19))]


def test_every_cell_stands_in_one_volume_also_one_that_is_too_long_or_has_ended():
    members = {19: 30, 101: 4, 113: 50, 999: 2}
    made = volumes.volumes(1, TREE, members, 10)
    assert sorted(cell for one in made for cell in one.cells) == sorted(members)
    assert Volume(11, (113,)) in made and any(999 in one.cells and one.organisation == 1 for one in made)


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_a_list_too_long_comes_in_volumes_with_a_list_of_them(book, monkeypatch, kind):
    monkeypatch.setitem(rolls.MOST, kind, 2)
    province.members(book, range(700, 703), A1)
    whole = papers.prepare(Order("roll", book.top, TODAY, kind), at=AT)
    assert whole.ending == "zip" and whole.volumes == 4 and len(whole.persons) == 7
    with ZipFile(BytesIO(whole.make({}, STAMP))) as packed:
        names, files = packed.namelist(), [packed.read(one) for one in packed.namelist()]
    assert [one[:3] for one in names] == ["000", "001", "002", "003", "004"]
    assert names[0] == f"000-muc-luc.{kind}" and all(one.endswith(f".{kind}") for one in names)
    if kind == WORD:
        assert "Cộng: 4 tập, 7 đảng viên" in texts(files[0])
        counted = [int(re.search(r"Cộng: (\d+) đảng viên", texts(one))[1]) for one in files[1:]]
        assert sum(counted) == 7
        assert [row[0] for row in rows(files[0]) if row[0].isdigit()] == ["1", "2", "3", "4"]


def test_more_than_any_machine_holds_is_refused(book, monkeypatch):
    monkeypatch.setattr(rolls, "ALL", 3)
    with pytest.raises(NoPaper, match="too_many"):
        papers.prepare(Order("roll", book.top, TODAY), at=AT)


def test_a_table_is_put_whole_into_the_document():
    from thenchot.reports.lists import word
    from thenchot.reports.lists.tests.files import HEAD, SIGNER, member

    named = [member("A & <B>", born="", cell=f"Chi bộ {place}") for place in range(3)]
    made = word.word(registers.roll(HEAD, SIGNER, named, on=DAY, name="<w:tbl/>"), STAMP)
    assert [row[1] for row in rows(made) if len(row) == 7 and row[0] in "123"] == ["A &amp; &lt;B&gt;"] * 3
    assert "&lt;w:tbl/&gt;" in texts(made)
