"""Two hundred damaged reports neither crash nor hang; `bench/mutated.py` takes twenty thousand."""

from collections import Counter

import pytest

from thenchot.files import words
from thenchot.files.door import admit
from thenchot.files.limits import DOCUMENTS
from thenchot.files.profiles import CHECK
from thenchot.files.refusals import Refused
from thenchot.reports.worker_answers import read_and_check

from .mutations import in_time, inputs, outcome, seeds


def test_damaged_reports_are_read_or_refused():
    found = Counter(in_time(data) for _number, kind, data in inputs(200, seed=1) if kind != "pdf")

    assert found["read"] > 30
    assert found.keys() <= {"read", "slow", *words.REFUSALS}
    assert found["slow"] <= 4  # a worker is stopped after its time, and the file refused


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt"])
def test_sound_reports_are_read(kind):
    assert outcome(seeds()[kind]) == "read"


def test_damaged_reports_pass_through_the_real_worker():
    for _number, _kind, data in inputs(16, seed=2):
        try:
            read_and_check(admit(data, DOCUMENTS, "", CHECK))
        except Refused as no:
            assert no.code in words.REFUSALS
