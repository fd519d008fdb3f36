"""log reason and log runs: who opens much says why; the auditor says why too."""

import json

import pytest

from thenchot.access import log_reading
from thenchot.access.events import Role
from thenchot.access.log import Reason
from thenchot.access.tests.book import AN, AT, A
from thenchot.cli.tests.everything import ALL


@pytest.fixture
def do(run, monkeypatch):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", ALL)
    return run


@pytest.fixture
def staff(book):
    clerk = book.account("ngan", (Role.ORGANISING, A)).id
    book.account("giam.sat", (Role.AUDITOR, book.top))
    for _ in range(10):
        book.desk.reveal(AN, "phones", Reason.CONTACT, by=clerk, at=AT)
    return clerk


def test_a_run_is_stopped_lifted_and_seen_by_the_auditor_alone(staff, book, do):
    from thenchot.access.limits import TooMany

    with pytest.raises(TooMany):
        book.desk.reveal(AN, "phones", Reason.CONTACT, by=staff, at=AT)
    assert do("log", "reason", "reveal", "vi.thich", by="ngan").code == 2
    assert do("log", "reason", "labels", "roll", by="ngan").code == 2
    assert do("log", "reason", "reveal", "roll", by="giam.sat").code == 1  # who opens nothing needs no reason
    assert "Rà soát danh sách" in do("log", "reason", "reveal", "roll", by="ngan").out
    book.desk.reveal(AN, "phones", Reason.CONTACT, by=staff, at=AT)

    assert do("log", "runs", "--ground", "runs", by="ngan").code == 1
    assert do("log", "runs", by="giam.sat").code == 2
    assert do("log", "runs", "--ground", "muốn biết", by="giam.sat").code == 2
    said = do("log", "runs", "--ground", "runs", by="giam.sat")
    assert said.code == 0 and "tạm dừng: mở số định danh" in said.out and "ngan" in said.out, said
    rows = json.loads(do("--json", "log", "runs", "--ground", "incident", by="giam.sat").out)
    assert [(row["what"], row["door"], row["reason"]) for row in rows] == [
        ("stopped", "reveal", ""), ("lifted", "reveal", "roll"),
    ]  # fmt: skip
    looked = log_reading._ask(
        "SELECT facts FROM access_viewed JOIN access_viewing USING (seq) WHERE door = 'log'"
    )
    assert [json.loads(facts)["reason"] for (facts,) in looked] == ["runs", "incident"]
    assert "Không có lần mở" in do("log", "runs", "--ground", "plan", "--to", "01/02/2026", by="giam.sat").out
