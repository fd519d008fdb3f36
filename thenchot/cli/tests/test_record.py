# ruff: noqa: E501 (one command a line, as it is typed)

import json
import shlex
from datetime import date

import pytest

from thenchot.access.tests.book import A1, A2, AN, BINH, A
from thenchot.ledger import reading
from thenchot.rooms.membership.reading import membership_of
from thenchot.sealed import store, tables
from thenchot.sealed.unsealed import fetch
from thenchot.surface.subjects import names_of, subject

NUMBER = f"099{AN:09d}"
OTHER = f"099{BINH:09d}"
NEW = (
    "record membership.admitted --new-person --name 'Ðào Thị Hoa' --born 05/03/1999 --number 099000000500"
    " sex=nữ ethnicity=Tày general=upper_secondary professional='đại học' theory=none occupation=farmer"
    " cell=c21 decided_on=20/02/2026 --on 01/03/2026 --paper 5-QĐ/ĐU --signed 20/02/2026"
)
MOVE = f"record membership.moved --about {NUMBER} cell=c22 why=internal --on 01/03/2026"


@pytest.fixture
def type_(run):
    """A line as somebody types it."""
    return lambda line, **more: run(*shlex.split(line), **more)


def state():
    return reading.size(), tables.ask("SELECT count(*) FROM sealed_record")[0][0]


def test_an_act_is_recorded_with_days_and_codes_as_people_write_them(book, type_):
    said = type_(
        f"record 'Chuyển sinh hoạt nội bộ' 'why=nội bộ' cell=c22 --about {NUMBER} --on 1/3/2026 --signed 28/02/2026 --paper 5-QĐ/ĐU"
    )
    assert (said.code, said.err) == (0, "")
    entry = reading.entry(reading.size())
    assert (entry.kind, entry.about, entry.organisation) == ("membership.moved", AN, A2)
    assert (entry.effective_on, entry.signed_on, entry.paper) == (
        date(2026, 3, 1),
        date(2026, 2, 28),
        "5-QĐ/ĐU",
    )


def test_somebody_new_is_sealed_registered_and_admitted_in_one_act_set(book, type_):
    said = type_(NEW)
    assert said.code == 0, said
    person = store.by_number("099000000500")
    assert fetch([person])[person].label == "Đào Thị Hoa (1999)"
    entries = reading.entries(person)
    assert [e.kind for e in entries] == ["people.registered", "people.file_changed", "membership.admitted"]
    assert len({e.act_set for e in entries}) == 1 and {e.organisation for e in entries} == {A1}
    assert entries[1].act.digest == store.digest(person)
    assert "Đào" not in said.out


def test_what_is_refused_leaves_nothing_in_either_store(book, type_):
    before = state()
    said = type_(NEW.replace("cell=c21", "cell=c11"))
    assert (said.code, "[cell_is_a_cell]" in said.err, state()) == (1, True, before)
    assert store.by_number("099000000500") is None


def test_a_number_of_somebody_else_is_refused(book, type_):
    before = state()
    said = type_(NEW.replace("099000000500", NUMBER))
    assert (said.code, "“Số định danh cá nhân” đã có trong một hồ sơ khác" in said.err, state()) == (
        1,
        True,
        before,
    )


def test_a_new_organisation_has_its_name_sealed(book, type_):
    said = type_(
        "record organisations.founded code=c29 type=cell sector=residential parent=c11 name='Chi bộ Nà Tông' --on 01/03/2026"
    )
    assert said.code == 0, said
    assert names_of([subject("c29")]) == {subject("c29"): "Chi bộ Nà Tông"}
    renamed = type_("record organisations.renamed name='Chi bộ Nà Mới' --about c29 --on 02/03/2026")
    assert renamed.code == 0 and names_of([subject("c29")]) == {subject("c29"): "Chi bộ Nà Mới"}


def test_the_same_token_is_the_same_act(book, type_):
    first = type_(MOVE + " --token abc")
    before = state()
    again = type_(MOVE + " --token abc")
    assert (first.code, again.code, "đã ghi trước đó" in again.out, state()) == (0, 0, True, before)
    other = type_(MOVE.replace("01/03", "02/03") + " --token abc")
    assert (other.code, "đã dùng cho nội dung khác" in other.err, state()) == (1, True, before)
    person = type_(NEW + " --token def")
    assert person.code == 0
    before = state()
    assert type_(NEW + " --token def").code == 0 and state() == before


def test_common_options_stand_where_people_put_them(book, run):
    said = run(
        "--json",
        "record",
        "membership.moved",
        "--today",
        "2026-11-22",
        "--about",
        NUMBER,
        "cell=c22",
        "why=internal",
        "--on",
        "22/11/2026",
    )
    assert said.code == 0, said
    assert json.loads(said.out)["entries"][0]["kind"] == "membership.moved"


def test_a_right_one_does_not_have(book, run, type_):
    from thenchot.access.events import Role

    book.account("xa.b", (Role.OFFICE, A))
    said = type_(MOVE.replace(NUMBER, OTHER), by="xa.b")
    assert (said.code, "không thuộc phạm vi tổ chức" in said.err) == (1, True)
    nobody = type_(MOVE, by="ai.do")
    assert (nobody.code, "Chưa đăng nhập được" in nobody.err) == (1, True)
    unnamed = type_(MOVE, by=None)
    assert (unnamed.code, "--as" in unnamed.err) == (2, True)


# Bad input: a sentence with the rule; the book as before.


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        (f"record membership.moved --about {NUMBER} cell=c21 why=internal --on 01/03/2026", 1, "[moving_changes_the_cell]"),
        (f"record membership.temporarily_returned --about {NUMBER} --on 01/03/2026", 1, "[returned_from_elsewhere]"),
        (f"record membership.died --about {NUMBER} --on 01/01/1950", 1, "[within_the_book]"),
        (f"record people.adjusted --about {NUMBER} birth=03/2030 sex=nam ethnicity=08 --on 01/03/2026", 1, "[born_before_that_day]"),
        ("record organisations.moved --about c11 parent=c21 --on 01/03/2026", 1, "[no_organisation_stands_above_itself]"),
        ("record organisations.ended --about c21 how=merged heir=c22 --on 01/03/2026", 1, "[nobody_is_left_behind]"),
        (f"record membership.moved --about {NUMBER} cell=c22 why=internal --on 01/03/2026 --signed 22/11/2026", 1, "[not_signed_in_the_future]"),
        (f"record membership.moved --about {NUMBER} cell=c22 why=internal --on 3/25/2026", 2, "“Tính từ ngày” viết tháng trước ngày"),
        (f"record membership.moved --about {NUMBER} cell=c99 why=internal --on 01/03/2026", 2, "cell: không tìm thấy “Chi bộ”"),
        (f"record membership.moved --about {NUMBER} cell=c22 why=vì --on 01/03/2026", 2, "why: giá trị không thuộc danh mục"),
        (f"record membership.moved --about {NUMBER} cell=c22 --on 01/03/2026", 2, "Thiếu “Hình thức chuyển” (why)."),
        (f"record membership.moved --about {NUMBER} sell=c22 --on 01/03/2026", 2, "không có ô “sell”"),
        (f"record membership.moved --about {NUMBER} c22 --on 01/03/2026", 2, "“c22” thiếu dấu bằng"),
        ("record membership.moved --about 099999999999 cell=c22 why=internal --on 01/03/2026", 2, "about: không tìm thấy"),
        ("record membership.moved --name A --about 1 cell=c22", 2, "--new-person"),
        ("record organisations.founded --new-person", 2, "không phải"),
        ("record figures.of_nothing", 2, "Không có loại việc"),
        ("record --nothing", 2, "Không có tùy chọn --nothing"),
        ("recrod", 2, "Không có lệnh recrod"),
        ("erase", 2, "Thiếu"),
        (f"{MOVE} --today 2026-11-20", 4, "Đồng hồ của máy (08:00 20/11/2026) đứng trước lần ghi cuối"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_rule(book, type_, line, code, sentence):
    before = state()
    said = type_(line)
    assert sentence in said.err, said
    assert (said.code, state(), "Traceback" in said.err) == (code, before, False)


def test_what_is_against_a_rule_is_recorded_as_on_the_paper_and_listed(book, type_):
    young = NEW.replace("05/03/1999", "05/03/2010")
    said = type_(young)
    assert (said.code, "--as-on-paper" in said.err, "Căn cứ" in said.err) == (1, True, True)
    ticked = type_(young + " --as-on-paper")
    assert (ticked.code, "Cần xem lại" in ticked.out) == (0, True)


def test_a_book_that_is_not_there(installation, run):
    installation.home.joinpath("book.sqlite3").unlink(missing_ok=True)
    said = run("record", "membership.died", "--about", "1", "--on", "01/03/2026")
    assert (said.code, "thenchot init" in said.err) == (4, True)


def test_membership_after_a_move(book, type_):
    type_(MOVE)
    assert membership_of(AN, as_of=date(2026, 3, 1)).cell == A2
