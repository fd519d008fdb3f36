"""What the law says that a list is checked against, taken from a law book: no number of it stands here."""

from __future__ import annotations

from datetime import date

from thenchot.law.values import LawBook, Value

PROBATION = "probation.months"
EFFECTIVE = "recognition.effective"
BADGES, WAVES = "badge.years", "badge.presented_on"
SMALLEST = "organisation.smallest"
YOUNGEST = "admission.age_from"
KEYS = (PROBATION, EFFECTIVE, BADGES, WAVES, SMALLEST, YOUNGEST)


class Law:
    """The values by the day they are asked for.

    >>> from thenchot.law.values import load_shipped
    >>> Law(load_shipped()).whole(SMALLEST, date(2026, 11, 21))
    3
    """

    def __init__(self, book: LawBook) -> None:
        self.book = book
        self._known: dict[tuple[str, date], int | None] = {}
        self.asked: dict[str, Value] = {}

    def whole(self, key: str, day: date) -> int | None:
        """A whole number in force on a day; nothing when the law is silent or its text was not seen."""
        if (key, day) not in self._known:
            value = self._value(key, day)
            self._known[key, day] = value.value if value and isinstance(value.value, int) else None
        return self._known[key, day]

    def earliest(self, key: str) -> int | None:
        """The oldest number known, for days before the law held here speaks: a yardstick, not a rule."""
        known = [one for one in self.book if one.key == key and isinstance(one.value, int)]
        return min(known, key=lambda one: one.since).value if known else None  # type: ignore[return-value]

    def code(self, key: str, day: date) -> str:
        """A code in force on a day; nothing when the law is silent."""
        value = self._value(key, day)
        return value.value if value and isinstance(value.value, str) else ""

    def listed(self, key: str, day: date) -> tuple[int | str, ...]:
        """A list in force on a day; empty when the law is silent."""
        value = self._value(key, day)
        return value.value if value and isinstance(value.value, tuple) else ()

    def _value(self, key: str, day: date) -> Value | None:
        """The version in force; the latest one used of each key is kept, to be cited."""
        value = self.book.value(key, day)
        known = self.asked.get(key)
        if value and (known is None or known.since < value.since):
            self.asked[key] = value
        return value
