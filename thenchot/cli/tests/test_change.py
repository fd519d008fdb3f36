import re
import shlex
from datetime import date

import pytest

from thenchot.access.tests.book import A1, A2, AN
from thenchot.ledger import reading
from thenchot.rooms.membership.reading import membership_of
from thenchot.sealed import store, tables

from .conftest import SECOND

NUMBER = f"099{AN:09d}"
MOVE = f"record membership.moved --about {NUMBER} cell=c22 why=internal --on 01/03/2026"
EXEMPT = f"record membership.exempted --about {NUMBER} --on 01/04/2026"
DAY = date(2026, 6, 1)


@pytest.fixture
def type_(run):
    return lambda line, **more: run(*shlex.split(line), **more)


def last():
    return reading.size()


def test_a_correction_restates_the_whole_act(book, type_):
    assert type_(MOVE).code == 0
    seq = last()
    said = type_(f"correct {seq} --on 05/03/2026 --reason typed_wrong")
    assert said.code == 2  # days are fields like others
    said = type_(f"correct {seq} effective_on=05/03/2026 paper=7-QĐ/ĐU --reason 'gõ nhầm'")
    assert said.code == 0, said
    entry = reading.entry(last())
    assert (entry.does, entry.root, entry.reason) == ("restate", seq, "typed_wrong")
    assert (entry.effective_on, entry.paper, entry.act.cell) == (date(2026, 3, 5), "7-QĐ/ĐU", A2)
    assert type_(f"correct {last()} paper= --reason typed_wrong").code == 0
    assert reading.entry(last()).paper is None


def test_a_correction_that_changes_nothing_or_nothing_there(book, type_):
    type_(MOVE)
    for line, code, sentence in (
        (f"correct {last()} cell=c22 --reason typed_wrong", 2, "Không có ô nào thay đổi"),
        (f"correct {last()} cell=c23", 2, "Lý do phải thuộc danh mục"),
        ("correct 99999 cell=c23 --reason typed_wrong", 2, "Sổ không có bản ghi số 99999"),
        (f"correct {last()} cell=c21 --reason typed_wrong", 1, "[moving_changes_the_cell]"),
        ("correct 1 mode=service --reason typed_wrong", 1, "không đính chính"),
    ):
        said = type_(line)
        assert (said.code, sentence in said.err) == (code, True), said


def test_a_name_is_corrected_in_the_sealed_store(book, type_):
    type_("record organisations.founded code=c29 type=cell parent=c11 name='Chi bộ Na Tong' --on 01/03/2026")
    said = type_(f"correct {last()} 'name=Chi bộ Nà Tông' --reason typed_wrong")
    assert said.code == 0, said
    assert "Chi bộ Nà Tông" in said.out


def test_an_act_is_annulled_once(book, type_):
    type_(MOVE)
    seq = last()
    assert type_(f"annul {seq} --reason did_not_happen").code == 0
    assert membership_of(AN, as_of=DAY).cell == A1
    again = type_(f"annul {seq} --reason did_not_happen")
    assert (again.code, "đã bị hủy" in again.err) == (1, True)


def test_annulling_what_others_stand_on_names_them_or_takes_them_along(book, type_):
    type_(EXEMPT)
    seq = next(e.seq for e in reading.entries(AN) if e.kind == "membership.carried_over")
    size = last()
    said = type_(f"annul {seq} --reason did_not_happen")
    assert (said.code, last()) == (1, size)
    assert "có 1 việc khác dựa vào" in said.err and f"{size}: 01/04/2026, Miễn công tác" in said.err
    whole = type_(f"annul {seq} --reason did_not_happen --with-dependents")
    assert whole.code == 0, whole
    assert [e.does for e in reading.entries(AN)][-2:] == ["withdraw", "withdraw"]


def test_an_old_act_waits_for_a_second_person_who_sees_what_it_is(book, type_):
    type_(MOVE)
    seq, size = last(), last()
    asked = type_(f"annul {seq} --reason wrong_person --today 2026-12-31")
    assert (asked.code, "cần người thứ hai" in asked.out) == (3, True)
    code = re.search(r"confirm (\w{16})", asked.out)[1]
    listed = type_("confirm --today 2026-12-31", by=SECOND)
    assert "Hủy bản ghi: Chuyển sinh hoạt nội bộ" in listed.out and "Chi bộ: c22 → trống" in listed.out
    own = type_(f"confirm {code} --today 2026-12-31")
    assert (own.code, "không tự xác nhận" in own.err) == (1, True)
    assert last() == size + 1  # only the request
    assert type_(f"confirm {code} --today 2026-12-31", by=SECOND).code == 0
    assert membership_of(AN, as_of=DAY).cell == A1
    gone = type_(f"confirm {code} --today 2026-12-31", by=SECOND)
    assert (gone.code, "không còn" in gone.err) == (1, True)


def test_a_request_is_declined(book, type_):
    type_(MOVE)
    asked = type_(f"annul {last()} --reason wrong_person --today 2026-12-31")
    code = re.search(r"confirm (\w{16})", asked.out)[1]
    assert type_(f"confirm {code} --decline --today 2026-12-31", by=SECOND).code == 0
    assert membership_of(AN, as_of=DAY).cell == A2
    assert "Không có đề nghị nào" in type_("confirm --today 2026-12-31", by=SECOND).out


def test_a_person_is_erased_by_two(book, type_):
    asked = type_(f"erase {NUMBER} --ground requested")
    code = re.search(r"confirm (\w{16})", asked.out)[1]
    assert store.by_number(NUMBER) == AN
    said = type_(f"confirm {code}", by=SECOND)
    assert said.code == 0, said
    assert store.by_number(NUMBER) is None
    assert tables.ask("SELECT count(*) FROM sealed_record WHERE subject = %s", [AN]) == [(0,)]
    assert all(e.act is None for e in reading.entries(AN) if e.kind != "people.erased")
