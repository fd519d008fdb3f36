"""Nhật ký truy cập: a ground first, single lines, nobody counted (X14), cases held back (X13)."""

import json
from contextlib import ExitStack
from datetime import timedelta

import pytest

from thenchot.access import log
from thenchot.access.events import Ended, Role
from thenchot.access.log import ALIAS, Door, Reason, Viewer
from thenchot.access.tests.book import AN, AT, BINH, NAMES, TODAY, A
from thenchot.sealed.codes import code

ASKED = {"can-cu": "complaint", "tu": "2026-11-15", "den": "2026-11-21"}


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def auditor(book, signed_in):
    book.account("giam.sat", (Role.AUDITOR, book.top))
    return signed_in("giam.sat")


@pytest.fixture
def clerk(book):
    return book.account("xa.a", (Role.OFFICE, A))


def looks(account, role=Role.OFFICE, door=Door.PERSON, at=AT, ids=(AN,), **more):
    log.write(door, Viewer(account.id, str(role), A, "0123456789abcdef"), at, ids, **more)


def rows(door=None):
    from django.db import connections

    with connections[ALIAS].cursor() as cursor:
        cursor.execute("SELECT v.door, w.facts FROM access_viewing v JOIN access_viewed w ON w.seq = v.seq")
        return [json.loads(facts) for name, facts in cursor.fetchall() if door in (None, name)]


def test_a_ground_comes_first(auditor, clerk):
    looks(clerk)
    said = text(auditor.get("/nhat-ky/"))
    assert "Căn cứ để mở" in said and "xa.a" not in said
    refused = auditor.post("/nhat-ky/", ASKED | {"can-cu": "tò mò"})
    assert refused.status_code == 400 and "xa.a" not in text(refused) and rows(Door.LOG) == []


def test_single_lines_with_codes_and_no_names(auditor, clerk):
    looks(clerk, door=Door.REVEAL, ids=(AN, BINH), reason=Reason.CHECK_PAPER, field="personal_number")
    said = text(auditor.post("/nhat-ky/", ASKED))
    for part in ("10:00 21/11/2026", "xa.a", "Văn phòng cấp ủy", "mở số định danh", "Đối chiếu giấy tờ",
                 "01234567", code(AN), code(BINH)):  # fmt: skip
        assert part in said, part
    assert not any(name in said for name in NAMES.values())


def test_looking_is_itself_a_line_with_its_ground(auditor, clerk):
    auditor.post("/nhat-ky/", ASKED)
    (line,) = rows(Door.LOG)
    assert (line["reason"], line["role"]) == ("complaint", "auditor")
    assert "mở nhật ký này" in text(auditor.post("/nhat-ky/", ASKED))


def test_x13_whoever_works_on_cases_stays_hidden(auditor, clerk, book):
    case = book.account("kiem.tra", (Role.INSPECTION, A))
    for role in (Role.INSPECTION, Role.INSPECTION_LEAD, Role.PETITION):
        looks(case, role=role)
    for door in (Door.CASE, Door.PETITION):
        looks(clerk, door=door, ids=(BINH,))
    said = text(auditor.post("/nhat-ky/", ASKED))
    assert "kiem.tra" not in said and code(AN) not in said and code(BINH) not in said


def test_held_back_lines_do_not_shorten_a_page(auditor, clerk):
    looks(clerk, door=Door.LABELS)
    for _ in range(3):
        looks(clerk, role=Role.INSPECTION)
    from thenchot.access.auditing import SOME, lines

    assert SOME > 3
    found = lines(AT - timedelta(1), AT + timedelta(1), most=1)
    assert [line.door for line in found] == [Door.LABELS]


def test_x14_nobody_is_counted_filtered_or_ranked(auditor, clerk, book):
    other = book.account("xa.b", (Role.OFFICE, A))
    for _ in range(3):
        looks(clerk)
    looks(other)
    plain = text(auditor.post("/nhat-ky/", ASKED))
    asked = text(auditor.post("/nhat-ky/", ASKED | {"tai-khoan": str(other.id), "xep": "nhieu"}))
    assert plain.count("xa.a") == asked.count("xa.a") == 3
    assert "Cộng" not in plain and "<tfoot" not in plain


def test_runs_are_lines_too(auditor, clerk):
    from thenchot.access.limits import TooMany

    for _ in range(40):
        looks(clerk)
    with pytest.raises(TooMany):
        looks(clerk)
    said = text(auditor.post("/nhat-ky/", ASKED | {"can-cu": "runs", "chi": "bat-thuong"}))
    assert "tạm dừng vì mở nhiều: mở trang đảng viên" in said and said.count("xa.a") == 1


def test_older_lines_are_a_page_further(auditor, clerk):
    for place in range(120):
        looks(clerk, door=Door.LABELS, ids=(), at=AT - timedelta(minutes=place))
    answer = text(auditor.post("/nhat-ky/", ASKED))
    assert "Các dòng cũ hơn" in answer
    before = answer.partition('name="truoc" value="')[2].partition('"')[0]
    older = text(auditor.post("/nhat-ky/", ASKED | {"truoc": before}))
    assert "Các dòng cũ hơn" not in older and "xa.a" in older


@pytest.mark.parametrize("days", [{"tu": "2026-11-22"}, {"tu": "2025-01-01"}])
def test_days_in_order_and_not_too_many(auditor, days):
    assert auditor.post("/nhat-ky/", ASKED | days).status_code == 400


def test_only_the_auditor_and_only_as_long_as_the_role_lasts(auditor, clerk, book, signed_in):
    for name in ("van.phong", "pho.bi.thu", "xa.a"):
        assert signed_in(name).get("/nhat-ky/").status_code == 403
        assert signed_in(name).post("/nhat-ky/", ASKED).status_code == 403
    from thenchot.access import accounts

    account = accounts.named("giam.sat")
    book.write(Ended(about=account.id, effective_on=TODAY, role=Role.AUDITOR, scope=book.top))
    assert auditor.post("/nhat-ky/", ASKED).status_code == 403
    assert rows(Door.LOG) == []


def test_when_the_log_cannot_be_written_nothing_is_shown(auditor, clerk, monkeypatch):
    looks(clerk)

    def full(*_args, **_more):
        raise log.LogUnavailable

    monkeypatch.setattr(log, "write", full)
    answer = auditor.post("/nhat-ky/", ASKED)
    assert answer.status_code == 503 and "xa.a" not in text(answer)


def test_statements_are_the_same_for_one_line_and_for_many(auditor, clerk):
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    def count():
        with ExitStack() as stack:
            seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
            assert auditor.post("/nhat-ky/", ASKED).status_code == 200
        return sum(len(one) for one in seen)

    looks(clerk)
    auditor.post("/nhat-ky/", ASKED)
    one = count()
    for place in range(60):
        looks(clerk, door=Door.LABELS, ids=(AN, BINH), at=AT - timedelta(minutes=place))
    assert count() == one <= 20
