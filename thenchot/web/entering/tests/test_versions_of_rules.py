"""B8 through the pages: around 1/7/2025, 8/4/2026 and 26/7/2026 an act is judged by its own day's version."""

from datetime import date, timedelta

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A, registered
from thenchot.ledger.days import PartialDay
from thenchot.web.members.tests.province import admitted

from .test_form import finding, opened

FORM = "/ghi/membership.admitted/"
# The day of the cell's resolution, the regulation in force, whether its text was compared.
VERSIONS = [
    ("2025-06-30", "Quy định 232-QĐ/TW ngày 20/01/2025, điểm 1", True),
    ("2025-07-01", "Quy định 294-QĐ/TW ngày 26/05/2025, điểm 1", True),
    ("2026-04-07", "Quy định 294-QĐ/TW ngày 26/05/2025, điểm 1", True),
    ("2026-04-08", "Quy định 294-QĐ/TW ngày 26/05/2025, điểm 1", False),
    ("2026-07-25", "Quy định 294-QĐ/TW ngày 26/05/2025, điểm 1", False),
    ("2026-07-26", "Quy định 208-QĐ/TW ngày 26/07/2026", True),
]
NOT_COMPARED = "chưa đối chiếu văn bản gốc"


@pytest.fixture
def office(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, A), (Role.OFFICE, A))
    return signed_in("to.chuc")


def sentence(answer):
    """What is said of the age, with its ground."""
    said = " ".join(finding(answer).split())
    return said[said.index("60 tuổi") - 60 :][:400]


@pytest.mark.parametrize(("resolved", "regulation", "compared"), VERSIONS)
def test_somebody_too_old_is_judged_by_the_version_of_the_resolution(
    book, office, resolved, regulation, compared
):
    """Entered late, all on one day: a compared text stops the form, one nobody has seen leaves a line."""
    book.write(registered(901, A1, birth=PartialDay.of("1960-03")))
    day = date.fromisoformat(resolved)
    decided = max(day + timedelta(days=20), date(2026, 1, 2))
    said = opened(office, f"{FORM}?nguoi=901") | {
        "cell": str(A1), "resolved_on": resolved, "decided_on": decided.isoformat(),
        "signed_on": decided.isoformat(), "paper": "41-QĐ/ĐU",
        "effective_on": (decided + timedelta(days=5)).isoformat(),
    }  # fmt: skip
    answer = office.post(FORM, said)
    if not compared:  # nobody has seen that text: it is recorded, and said to be looked at again
        assert answer.status_code == 302
        answer = office.get(answer["Location"])
        assert "Đã đưa vào danh sách Cần xem lại" in finding(answer)
    told = sentence(answer)
    assert regulation in told and (NOT_COMPARED in told) is not compared


@pytest.mark.parametrize(("day", "regulation", "compared"), VERSIONS)
def test_on_the_persons_page_every_act_rests_on_the_version_of_its_day(
    book, office, day, regulation, compared
):
    held = date.fromisoformat(day)
    admitted(book, 902, A1, held, paper="41-QĐ/ĐU", signed_on=held, decided_on=held)
    page = finding(office.get("/dang-vien/902/"))
    said = " ".join(page.split())
    grounds = said[said.index("Kết nạp tại") :].partition("(18 năm, 60 năm)")[0]
    assert regulation in grounds and (NOT_COMPARED in grounds) is not compared
