"""What stands and may be corrected or annulled: one act, or those of one act set; what stands on them."""

from __future__ import annotations

from collections.abc import Iterable

from thenchot.law.correcting import StandsOn, dependents
from thenchot.ledger import reading
from thenchot.ledger.entries import RECORD, Entry
from thenchot.ledger.fold import in_force
from thenchot.rooms.people.events import FileChanged

from . import words
from .kinds import label_of, recorded
from .troubles import NOT_READ, Stop


def standing(seq: int) -> Entry:
    """The entry in force of the act to which this one belongs; Stop when there is none to change."""
    try:
        named = reading.entry(seq)
    except (LookupError, OverflowError):
        raise Stop(str(words.NO_SUCH_ENTRY).format(seq=seq), code=NOT_READ) from None
    found = next((e for e in in_force(reading.entries(named.about)) if e.root == named.root), None)
    if found is None:
        raise Stop(str(words.NOT_IN_FORCE).format(seq=seq))
    if found.kind not in recorded() or found.act is None:
        raise Stop(str(words.NOT_AN_ACT).format(seq=seq, kind=label_of(found.kind)))
    return found


def standing_of_set(act_set: int) -> list[Entry]:
    """The acts of a set that are still in force, as they stand now; Stop for none."""
    undone = {*recorded(), FileChanged.kind}
    written = [e for e in reading.of_act_sets([act_set]) if e.does == RECORD and e.kind in undone]
    known = reading.load(sorted({e.about for e in written}))
    stands = {e.root: e for entries in known.values() for e in in_force(entries)}
    found = [stands[e.root] for e in written if e.root in stands]
    if not found:
        raise Stop(str(words.NO_SUCH_ACT_SET).format(act_set=act_set))
    return found


def standing_on(chosen: Iterable[Entry]) -> list[Entry]:
    """The acts that would fall with these, in the order of the story."""
    entries = list(chosen)
    roots = {entry.root for entry in entries}
    others = {e.root: e for entry in entries for e in dependents(entry) if e.root not in roots}
    return sorted(others.values(), key=lambda e: e.order)


def withdrawn(chosen: list[Entry], *, with_dependents: bool) -> list[Entry]:
    """What goes, the last first, so that nothing is left standing on what is gone. StandsOn."""
    others = standing_on(chosen)
    if others and not with_dependents:
        raise StandsOn(others)
    whole = {e.root: e for e in [*chosen, *others]}
    return sorted(whole.values(), key=lambda e: e.order, reverse=True)
