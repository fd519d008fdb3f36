"""export and verify sign the viewing log with the book; verify finds what was cut off its end."""

import json

import pytest

from thenchot.access import log_proof
from thenchot.access.tests.test_log_proof import CUT, by_hand, look
from thenchot.cli.tests.everything import ALL
from thenchot.ledger.checkpoints import opened
from tools import verify_book


@pytest.fixture
def do(run, monkeypatch):
    from thenchot.cli import app

    monkeypatch.setattr(app, "GROUPS", ALL)
    return run


def test_export_carries_the_head_of_the_log_beside_that_of_the_book(book, do, tmp_path):
    look(5)
    assert do("export", tmp_path / "out", by=None).code == 0
    note = (tmp_path / "out" / log_proof.KEPT).read_text("utf-8")
    assert opened(note, "thenchot/test/log", book.desk.key.public_key()).size == 6  # the export is a line too
    assert verify_book.verify(tmp_path / "out").problems == []


def test_verify_signs_what_is_in_order_and_finds_a_cut_end(book, do, tmp_path):
    look(5)
    assert do("export", tmp_path / "out", by=None).code == 0
    look()
    said = json.loads(do("--json", "verify", by=None).out)
    assert (said["in_order"], said["log_lines"], said["log_checkpoints"], said["log_signed"]) == (
        True,
        7,
        1,
        6,
    )
    assert "nhật ký đã ký" not in do("verify", "--checkpoint", tmp_path / "out" / log_proof.KEPT, by=None).err
    by_hand(*CUT)
    said = do("verify", by=None)
    assert said.code == 1 and "đã ký nhiều dòng hơn hiện có" in said.out
    assert "đối chứng nhật ký có 7 dòng, nhật ký này ngắn hơn" in said.out
    by_hand("DELETE FROM access_log_checkpoint")
    log_proof.kept_path().unlink()
    assert do("verify", "--checkpoint", tmp_path / "out" / log_proof.KEPT, by=None).code == 1
