"""Giấy mời, công văn nhắc, phiếu phản hồi: from the tree, a deadline's board, a closing sent back."""

from __future__ import annotations

from datetime import datetime

from django.utils import translation

from thenchot.law.recording import VIET_NAM
from thenchot.ledger.vietnamese import natural
from thenchot.reports.lists import heads, letters
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.members import day
from thenchot.rooms.documents.reading import deadlines
from thenchot.rooms.documents.rounds import Deadline
from thenchot.rooms.organisations.reading import within
from thenchot.sealed.labels import labels
from thenchot.snapshot.closing import listing

from ..closings import sent_back
from ..subjects import names_of
from .files import pages_file
from .orders import NoPaper, Order, Prepared


def invitation(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """To whoever stands directly under the organisation."""
    tree = within(order.organisation, as_of=order.day)
    names = names_of([one for one, above in tree.items() if above == order.organisation], as_of=order.day)
    head = issuer.numbered(heads.INVITATION)
    page = letters.invitation(head, issuer.signer, invited=sorted(names.values(), key=natural))
    return Prepared(order, [], pages_file(order.paper, lambda files: [page]), (), issuer.name)


def reminder(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """To all who have not answered a deadline by the day. NoPaper where all have, or it is not known."""
    one = _round(order)
    if not one.waiting:
        raise NoPaper("empty")
    names = names_of(one.waiting, as_of=order.day)
    silent = [(names[unit], one.reminded.get(unit)) for unit in one.waiting]
    notes = labels(note for note in (one.title, one.issuer_name) if note)
    asked = letters.Asked(
        what=notes.get(one.title, ""), letter=", ".join(x for x in (one.paper, day(one.signed_on)) if x),
        issuer=names_of([one.issuer])[one.issuer] if one.issuer else notes.get(one.issuer_name or 0, ""),
        due_on=one.due_on, data_to=one.data_to, asked=len(one.asked),
        silent=sorted(silent, key=lambda unit: natural(unit[0])),
    )  # fmt: skip
    head = issuer.numbered(heads.OFFICIAL_LETTER)
    page = letters.reminder(head, issuer.signer, asked, on=order.day)
    return Prepared(order, [], pages_file(order.paper, lambda files: [page]), (), issuer.name)


def _round(order: Order) -> Deadline:
    code, _, month = order.of.partition("@")
    for one in deadlines(order.organisation, as_of=order.day):
        if one.deadline == code and one.kept_by == order.organisation and month in ("", str(one.month or "")):
            return one
    raise NoPaper("unknown")


def feedback(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """The sentence with which a closing was sent back. NoPaper where it was not."""
    try:
        one = listing.standing(order.of)
    except LookupError:
        raise NoPaper("unknown") from None
    back = sent_back(one)
    if back is None:
        raise NoPaper("empty")
    with translation.override("vi"):
        period = one.period.words()
    page = letters.feedback(
        issuer.head, issuer.signer, to=names_of([one.organisation], as_of=order.day)[one.organisation],
        period=period, sentence=back.sentence, figure=back.figure, place=back.place,
        returned_on=one.steps[-1].written_at.astimezone(VIET_NAM).date(),
    )  # fmt: skip
    return Prepared(order, [], pages_file(order.paper, lambda files: [page]), (), issuer.name)
