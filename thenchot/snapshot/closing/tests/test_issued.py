"""What was issued from a closing comes back byte for byte, a hundred times of a hundred."""

import random

import pytest

from thenchot.snapshot.closing import actions, notes
from thenchot.snapshot.closing.issued import NotIssued, issue, issued
from thenchot.snapshot.closing.listing import standing
from thenchot.snapshot.closing.verifying import verify
from thenchot.snapshot.tests.province import AT, ROOT

from .conftest import CLERK, CODE, KEY, PERIOD
from .test_r2 import upheaval


def test_a_hundred_files_come_back_after_everything_changed(close):
    code, chance = close(), random.Random(1)
    files = {f"bao-cao-{n:03}.docx": chance.randbytes(chance.randrange(2000)) for n in range(100)}
    for name, content in files.items():
        issue(code, name, content, key=KEY, by=CLERK, at=AT)
    upheaval()
    path = standing(code).path
    assert {one.name: one.content for one in issued(path, KEY.public_key(), CODE)} == files
    assert verify(path, KEY.public_key(), CODE).in_order


def test_a_file_changed_after_it_went_out_is_a_fault(close):
    code = close()
    issue(code, "bieu.xlsx", b"figures", key=KEY, by=CLERK, at=AT)
    with pytest.raises(NotIssued, match="taken"):
        issue(code, "bieu.xlsx", b"other", key=KEY, by=CLERK, at=AT)
    path = standing(code).path
    (path / "issued" / "bieu.xlsx").write_bytes(b"other")
    with pytest.raises(notes.BadNote):
        issued(path, KEY.public_key(), CODE)
    assert {fault.what for fault in verify(path, KEY.public_key(), CODE).faults} == {"issued"}


def test_nothing_goes_out_of_a_pending_closing_or_under_a_name_of_ones_own(office, province, catalogue):
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    with pytest.raises(NotIssued, match="not_closed"):
        issue(code, "bieu.xlsx", b"", key=KEY, by=CLERK, at=AT)
    for name in ("../x.docx", "Nông Văn Kỳ.docx", "x.exe", ".docx", ""):
        with pytest.raises(NotIssued, match="name"):
            issue(code, name, b"", key=KEY, by=CLERK, at=AT)
