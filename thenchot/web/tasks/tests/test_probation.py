"""B7 through the pages: 90, 60, 30, 15, 7 days before probation ends; overdue; official from its end."""

import re
from datetime import date, timedelta

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A
from thenchot.rooms.due import What
from thenchot.rooms.membership.due import STEPS
from thenchot.rooms.membership.reading import membership_of
from thenchot.web.entering.tests.test_form import finding, opened
from thenchot.web.members.tests.province import admitted

DO, ENDS = 901, date(2026, 9, 1)
PAGE, FORM = "/viec-can-lam/", "/ghi/membership.recognised/"


@pytest.fixture
def office(book, signed_in):
    """Somebody admitted on 1/9/2025, so that the twelve months end on 1/9/2026."""
    book.account("to.chuc", (Role.ORGANISING, A), (Role.OFFICE, A))
    admitted(book, DO, A1, date(2025, 9, 1), paper="41-QĐ/ĐU", signed_on=date(2025, 8, 20),
             decided_on=date(2025, 8, 20))  # fmt: skip
    return signed_in("to.chuc")


@pytest.fixture
def on(office, monkeypatch):
    """The page *Việc cần làm* as it stands on a day, without tags, by its sections."""

    def asked(day):
        monkeypatch.setenv("THENCHOT_TODAY", day.isoformat())
        page = office.get(PAGE).content.decode().partition("<main")[2]
        found = {}
        for part in re.split(r"<section", page)[1:]:
            said = " ".join(re.sub(r"<[^>]+>", " ", "<section" + part).split())
            found[re.search(r"<h2[^>]*>\s*([^<·]+?)\s*[·<]", part)[1]] = said
        return found

    return asked


def told(sections):
    return {title for title, said in sections.items() if "Giàng Thị Dợ" in said and "dự bị" in said}


@pytest.mark.parametrize("left", STEPS)
def test_before_the_end_the_line_says_how_many_days_are_left(on, left):
    sections = on(ENDS - timedelta(days=left))
    (title,) = told(sections)
    assert title != "Quá hạn"
    assert f"hết thời kỳ dự bị 01/09/2026, còn {left} ngày" in sections[title]


def test_earlier_nothing_is_said(on):
    assert told(on(ENDS - timedelta(days=STEPS[0] + 1))) == set()


def test_once_the_cell_is_late_it_stands_in_the_overdue_list(on, office):
    sections = on(date(2026, 11, 21))
    assert told(sections) == {"Quá hạn"}
    assert "hết thời kỳ dự bị 01/09/2026, chưa ghi công nhận chính thức" in sections["Quá hạn"]
    assert re.search(r"Chi bộ xét chậm nhất \d\d/\d\d/2026 · quá \d+ ngày", sections["Quá hạn"])
    whole = office.get(PAGE, {"loai": str(What.PROBATION)}).content.decode()
    assert "Giàng Thị Dợ" in whole


def sent(office, **more):
    said = opened(office, f"{FORM}?nguoi={DO}")
    said |= {"paper": "7-QĐ/ĐU", "signed_on": "2026-11-18", "resolved_on": "2026-11-10"} | more
    return said, office.post(FORM, {name: text for name, text in said.items() if text is not None})


def test_however_late_the_paper_the_official_day_is_the_end_of_the_twelve_months(on, office):
    on(date(2026, 11, 21))
    _said, refused = sent(office, effective_on="2026-11-18")
    assert refused.status_code == 200 and "Phải tính chính thức từ 01/09/2026" in finding(refused)
    said, answer = sent(office, effective_on=ENDS.isoformat())
    if answer.status_code == 200:  # late by the rule: as the paper has it
        answer = office.post(FORM, said | {"dung_nhu_van_ban": "1"})
    assert answer.status_code == 302, finding(answer)
    assert membership_of(DO, as_of=date(2026, 11, 21)).official_on == ENDS
    page = " ".join(office.get(f"/dang-vien/{DO}/").content.decode().split())
    assert "Đảng viên chính thức từ 01/09/2026" in page
    assert "Dù ký muộn, vẫn tính chính thức từ 01/09/2026" in page
    assert told(on(date(2026, 11, 21))) == set()
