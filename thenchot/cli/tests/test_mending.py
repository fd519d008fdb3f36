"""Sentences for what goes wrong with closings."""

from thenchot.cli import mending, troubles
from thenchot.snapshot.closing.manifest import program
from thenchot.snapshot.closing.opening import Damaged, OtherVersion


def test_a_closing_of_another_version_has_a_sentence_of_its_own():
    mending.add()
    _code, (said,) = troubles.sentences(OtherVersion("9.1"))
    assert "phiên bản 9.1" in said and f"({program()})" in said and "hỏng" not in said
    _code, (damaged,) = troubles.sentences(Damaged("figures.parquet"))
    assert "figures.parquet" in damaged and "hỏng" in damaged
