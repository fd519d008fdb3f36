"""correct-file: the sealed file by a paper, as the page does it: same judging, same act, both or neither."""

import json
import shlex

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import AN, BINH, A
from thenchot.ledger import reading
from thenchot.sealed import unsealed

NUMBER = f"099{AN:09d}"
BY_PAPER = "--paper-kind citizen_card --paper 099000000214 --signed 12/8/2026 --reason typed_wrong"


@pytest.fixture
def type_(run):
    return lambda line, **more: run(*shlex.split(line), **more)


def file(person=AN):
    return unsealed.fetch([person])[person]


def test_a_name_and_a_number_are_corrected_and_the_act_says_which_paper(book, type_):
    before, name = reading.size(), file().name
    said = type_(f"correct-file {NUMBER} 'name=Vàng Thị Ánh' card_number=1234567 {BY_PAPER}")
    assert said.code == 0, said
    assert name in said.out and "Vàng Thị Ánh" in said.out and "Đã sửa hồ sơ" in said.out
    assert (file().name, file().card_number) == ("Vàng Thị Ánh", "1234567")
    act = reading.entry(before + 1).act
    assert (act.kind, act.parts, act.last_three) == ("people.file_changed", "name.card_number", "214")
    assert str(act.why) == "typed_wrong" and act.paper is None


def test_codes_may_be_names_and_the_old_number_is_shown_by_its_end(book, type_):
    given = "--paper-kind 'căn cước' --paper 214 --signed 2026-08-12 --reason 'ghi nhầm, sửa theo giấy tờ'"
    said = type_(f"--json correct-file {NUMBER} 'số định danh cá nhân=099000000777' {given}")
    assert said.code == 0, said
    (line,) = json.loads(said.out)
    assert (line["part"], line["after"]) == ("personal_number", "099000000777")
    assert NUMBER not in said.out and line["before"].endswith(NUMBER[-3:])


def test_looking_first_writes_nothing(book, type_):
    before, held = reading.size(), file()
    said = type_(f"correct-file {NUMBER} 'name=Vàng Thị Ánh' {BY_PAPER} --dry-run")
    assert said.code == 0 and "Chưa ghi" in said.out and held.name in said.out
    assert (reading.size(), file()) == (before, held)


def test_what_does_not_fit_is_said_by_option_and_nothing_is_written(book, type_):
    before, held = reading.size(), file()
    for line, sentences in (
        ("'name=Vàng Thị Ánh'", ("--paper-kind: ", "--reason: ")),
        (f"personal_number=123 {BY_PAPER}", ("personal_number: Số định danh cá nhân phải có đúng 12",)),
        (f"'name=Vàng Thị Ánh' {BY_PAPER.replace('2026', '2027')}", ("--signed: ",)),
        (f"born=1960 {BY_PAPER}", ("“born=1960” không phải phần nào", "born_on (ngày sinh)")),
        (f"'name={held.name}' {BY_PAPER}", ("Chưa có phần nào khác",)),
        (f"name=An name=Ân {BY_PAPER}", ("ghi hai lần",)),
    ):
        said = type_(f"correct-file {NUMBER} {line}")
        assert said.code == 2 and all(one in said.err for one in sentences), said
    assert (reading.size(), file()) == (before, held)


def test_a_number_of_somebody_else_is_refused_in_both_stores(book, type_):
    before, held = reading.size(), file()
    said = type_(f"correct-file {NUMBER} personal_number=099{BINH:09d} {BY_PAPER}")
    assert said.code == 1 and "đã có trong một hồ sơ khác" in said.err
    assert (reading.size(), file()) == (before, held)


def test_sent_again_with_the_same_token_it_is_written_once(book, type_):
    line = f"correct-file {NUMBER} 'name=Vàng Thị Ánh' {BY_PAPER} --token x7"
    assert type_(line).code == 0
    size = reading.size()
    again = type_(line)
    assert again.code == 0 and "không ghi lần nữa" in again.out and reading.size() == size


def test_whoever_may_not_open_numbers_may_not_change_them(book, type_):
    book.account("xa.a", (Role.OFFICE, A))
    before, held = reading.size(), file()
    assert type_(f"correct-file {NUMBER} phone=0000999888 --reason left_out", by="xa.a").code == 1
    elsewhere = f"099{BINH:09d}"
    assert type_(f"correct-file {elsewhere} 'name=Vừ A' {BY_PAPER}", by="xa.a").code == 1
    assert (reading.size(), file()) == (before, held)
    assert type_(f"correct-file {NUMBER} 'other_name=Tám' {BY_PAPER}", by="xa.a").code == 0
    assert file().other_name == "Tám"
