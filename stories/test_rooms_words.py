import inspect
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest

from stories.pairs import Pairs
from stories.telling import AT, story
from thenchot.law.calendar import NoCalendar
from thenchot.law.objections import IMPOSSIBLE, UNVERIFIED, Objection
from thenchot.law.recording import REGISTERED, rules
from thenchot.law.values import Grade, Unit, Value
from thenchot.law.words import OBJECTIONS, say
from thenchot.law.words import UNVERIFIED as NOT_COMPARED
from thenchot.ledger.days import PartialDay
from thenchot.ledger.entries import RECORD, Entry
from thenchot.ledger.kinds import KINDS, Act
from thenchot.rooms.apps import ROOMS
from thenchot.rooms.membership.rules import GROUNDS

WORDS = {room: import_module(f"thenchot.rooms.{room}.words") for room in ROOMS}
KINDS_OF = {
    room: {
        name: kind for name, kind in KINDS.items() if kind.__module__.startswith(f"thenchot.rooms.{room}.")
    }
    for room in ROOMS
}
EVERY_ROOM = pytest.mark.parametrize("room", ROOMS)


def pairs_of(room: str) -> Pairs:
    return import_module(f"thenchot.rooms.{room}.tests.test_rules").PAIRS


@EVERY_ROOM
def test_every_rule_has_its_sentence_and_no_sentence_is_without_rule(room):
    assert sorted(WORDS[room].OBJECTIONS) == sorted(rule.name for rule in REGISTERED[room])


@EVERY_ROOM
def test_every_kind_has_a_label_and_a_line(room):
    assert sorted(WORDS[room].KINDS) == sorted(WORDS[room].TIMELINE) == sorted(KINDS_OF[room])


@EVERY_ROOM
def test_every_field_has_a_label(room):
    fields = {field.name for kind in KINDS_OF[room].values() for field in kind.fields()}
    assert sorted(WORDS[room].FIELDS) == sorted(fields)


@EVERY_ROOM
def test_every_code_has_a_label(room):
    enums = {f.codes for kind in KINDS_OF[room].values() for f in kind.fields() if f.codes}
    assert {enum: sorted(words) for enum, words in WORDS[room].CODES.items()} == {
        enum: sorted(enum) for enum in enums
    }


def test_every_ground_of_a_removal_has_a_label():
    assert list(WORDS["membership"].GROUNDS) == list(GROUNDS)


SAID = [(rule, text) for room in ROOMS for rule, (text, _) in pairs_of(room).items()]


@pytest.mark.parametrize(("rule", "text"), SAID, ids=[rule for rule, _ in SAID])
def test_an_objection_is_said_with_its_facts(rule, text):
    told = story(text)
    (said,) = {
        sentence for o, sentence in zip(told.objections, told.sentences, strict=True) if o.rule == rule
    }
    assert not re.search(r"[{}]|\d{4}-\d\d-|None", said)


def test_days_are_said_as_people_write_them_and_the_value_is_cited():
    (said,) = story("""
        2023-03-03 | | kết nạp    | An | Chi bộ 1
        2024-03-04 | | chính thức | An
    """).sentences
    assert "Phải tính chính thức từ 03/03/2024, ngày hết 12 tháng dự bị kể từ 03/03/2023" in said
    assert said.endswith("Căn cứ: Điều lệ Đảng ngày 19/01/2011, Điều 5.")


def test_an_unverified_value_is_said_to_be_so():
    (said,) = story("""
        2025-05-05 | | kết nạp | An | Chi bộ 1
        2026-05-05 ký 2026-07-20 nghị quyết 2026-07-10 | | chính thức | An
    """).sentences
    assert str(NOT_COMPARED) in said


def test_an_objection_to_a_later_act_says_so():
    said = say(Objection("member_that_day", IMPOSSIBLE, {"day": date(2020, 5, 1), "later": True}))
    assert said.startswith("Làm cho một việc ghi sau đó không còn đúng: Ngày 01/05/2020")


def test_a_value_nobody_has_seen_and_a_missing_calendar_are_said_instead_of_the_rule():
    unseen = Value(key="k", unit=Unit.MONTH, value=None, since=date(2026, 4, 8), grade=Grade.UNVERIFIED)
    assert "08/04/2026" in say(Objection("member_that_day", UNVERIFIED, {}, unseen))
    assert "2031" in say(Objection("member_that_day", UNVERIFIED, {"no_calendar": NoCalendar(2031).args[0]}))


def test_the_ground_objections_have_their_sentences():
    source = inspect.getsource(import_module("thenchot.law.recording"))
    assert set(re.findall(r'Objection\(\s*"(\w+)"', source)) == set(OBJECTIONS) - {r.name for r in rules()}


SAMPLES = {
    "code": "30", "whole": 3, "yes_no": True, "decimal": Decimal(1), "day": date(2024, 3, 2),
    "month": PartialDay.of("1990-05"), "id": 7, "note": 9,
}  # fmt: skip


def sample(kind: type[Act]) -> Entry:
    fields = {f.name: next(iter(f.codes)) if f.codes else SAMPLES[f.type.name] for f in kind.fields()}
    act = kind(about=1, effective_on=date(2024, 3, 3), signed_on=date(2024, 3, 1), paper="12-QĐ/ĐU", **fields)
    return Entry(
        1, 1, 1, act.kind, 1, 1, None, act.effective_on, act.signed_on, act.paper, AT, 1, RECORD, None, act
    )


@EVERY_ROOM
def test_every_kind_makes_a_line(room):
    for kind in KINDS_OF[room].values():
        line = WORDS[room].timeline(sample(kind), name=lambda subject: f"«{subject}»")
        assert line.endswith(" · 12-QĐ/ĐU ngày 01/03/2024")
        assert not re.search(r"[{}]|None|True|\d{4}-", line), line


def test_a_line_names_what_it_points_to_and_an_erased_one_says_so():
    admitted = sample(KINDS["membership.admitted"])
    assert WORDS["membership"].timeline(admitted, name={7: "Chi bộ thôn Nà Tông"}.get) == (
        "Kết nạp tại Chi bộ thôn Nà Tông; tuổi đảng tính từ 02/03/2024 · 12-QĐ/ĐU ngày 01/03/2024"
    )
    assert WORDS["membership"].timeline(replace(admitted, act=None)) == "Dữ liệu của việc này đã xóa"
