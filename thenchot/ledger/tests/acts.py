"""Kinds of act that exist only for tests of the ground floor, and random histories made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from thenchot.ledger.days import PartialDay
from thenchot.ledger.entries import RECORD, RESTATE, WITHDRAW, Entry
from thenchot.ledger.kinds import PERSON, PERSONAL, Act, Code, this

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Put(
    Act, kind="test.put", about=PERSON, holds=PERSONAL, sets={"colour": this.colour, "place": this.place}
):
    colour: Code
    place: Code | None = None


@dataclass(frozen=True, kw_only=True)
class Held(Act, kind="test.held", about=PERSON, holds=PERSONAL, sets={("post", this.post): "held"}):
    post: Code


@dataclass(frozen=True, kw_only=True)
class Dropped(
    Act, kind="test.dropped", about=PERSON, holds=PERSONAL, sets={("post", this.post): None, "colour": None}
):
    post: Code


DAYS = st.integers(0, 12).map(lambda n: date(2020, 1, 1) + timedelta(days=n)) | st.just(
    PartialDay.of("2020-01")
)
CODES = st.sampled_from(["a", "b", "c"])


KINDS = {
    Put: {"colour": CODES, "place": CODES | st.none()},
    Held: {"post": CODES},
    Dropped: {"post": CODES},
}


def acts(about: int, kind: type[Act]) -> st.SearchStrategy[Act]:
    """One random act of a kind about a subject."""
    return st.builds(kind, about=st.just(about), effective_on=DAYS, **KINDS[kind])


@st.composite
def histories(draw: st.DrawFn, about: int = 1, longest: int = 9) -> list[Entry]:
    """Acts of one subject with corrections and withdrawals, the restated ones possibly restated again."""
    entries: list[Entry] = []
    for seq in range(1, draw(st.integers(1, longest)) + 1):
        roots = sorted({e.root for e in entries})
        does = draw(st.sampled_from([RECORD, RECORD, RESTATE, WITHDRAW])) if roots else RECORD
        root = seq if does == RECORD else draw(st.sampled_from(roots))
        known = next((type(e.act) for e in entries if e.root == root), None)
        act = draw(acts(about, known or draw(st.sampled_from(list(KINDS)))))
        entries.append(placed(act, seq, root, does))
    return entries


def placed(act: Act, seq: int, root: int | None = None, does: str = RECORD) -> Entry:
    """An act at a place of a book."""
    reason = None if does == RECORD else "typed_wrong"
    return Entry(
        seq, root or seq, 1, act.kind, act.shape, act.about, act.organisation,
        act.effective_on, act.signed_on, act.paper, NOON, 1, does, reason, act, act.signer,
    )  # fmt: skip
