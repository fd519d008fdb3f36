"""Remembered answers: made once, forgotten when the book grows, the oldest when there are too many."""

from thenchot.access.tests.book import A1, AN, begin
from thenchot.ledger.remembering import Remembered, held_still
from thenchot.rooms.membership.events import Exempted


def test_an_answer_is_made_once_until_the_book_grows(installation):
    from datetime import date

    book, known, made = begin(), Remembered(2), []

    def ask(question):
        return known.get(question, lambda: made.append(question) or len(made))

    assert [ask("a"), ask("a"), ask("b"), ask("a")] == [1, 1, 2, 1]
    assert ask("c") == 3 and ask("b") == 4  # only two are kept: b was asked longest ago
    book.write(Exempted(about=AN, effective_on=date(2026, 2, 1), organisation=A1))
    assert ask("c") == 5


def test_a_reader_who_holds_the_book_still_sees_one_state(installation):
    from datetime import date

    book, known = begin(), Remembered(2)
    with held_still():
        assert [known.get("a", lambda: 1), known.get("a", lambda: 2)] == [1, 1]
        book.write(Exempted(about=AN, effective_on=date(2026, 2, 1), organisation=A1))
        assert known.get("a", lambda: 3) == 1
    assert known.get("a", lambda: 4) == 4
