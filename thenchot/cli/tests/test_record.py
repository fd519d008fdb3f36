from datetime import date

from thenchot.access.tests.book import A2, AN
from thenchot.ledger import reading

NUMBER = f"099{AN:09d}"


def test_an_act_is_recorded_with_days_and_codes_as_people_write_them(book, run):
    said = run("record", "Chuyển sinh hoạt nội bộ", "why=nội bộ", "cell=c22", "--about", NUMBER, "--on", "1/3/2026",
               "--signed", "28/02/2026", "--paper", "5-QĐ/ĐU")  # fmt: skip
    assert (said.code, said.err) == (0, "")
    entry = reading.entry(reading.size())
    assert (entry.kind, entry.about, entry.organisation) == ("membership.moved", AN, A2)
    assert (entry.effective_on, entry.signed_on, entry.paper) == (
        date(2026, 3, 1),
        date(2026, 2, 28),
        "5-QĐ/ĐU",
    )
