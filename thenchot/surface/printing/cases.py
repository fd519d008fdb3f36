"""Bộ kết nạp, bộ công nhận, giấy giới thiệu: what the book knows of one person's way, filled in."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from thenchot.ledger import reading
from thenchot.ledger.stories import Story
from thenchot.reports.lists import admission, heads, letters, recognition
from thenchot.reports.lists.admission import Case
from thenchot.reports.lists.forms import Page
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.members import Member
from thenchot.rooms.membership.deadlines import end_of_probation
from thenchot.rooms.membership.events import Admitted, Readmitted, Recognised, Sent, Standing
from thenchot.rooms.membership.rolls import roll

from ..subjects import names_of
from . import rows
from .files import pages_file
from .orders import Files, Missing, NoPaper, Order, Prepared

OWN_HAND = _("đơn (1-KNĐ), lý lịch (2-KNĐ), bản tự kiểm điểm: người khai tự viết, không in sẵn")
INTRODUCERS = _("người giới thiệu, người được phân công giúp đỡ, ý kiến, số phiếu (sổ không giữ)")
NUMBERS = _("số lý lịch, số sổ, số giấy giới thiệu, đảng phí (sổ không giữ)")
APPLICANT = _("họ tên, ngày sinh của quần chúng (chưa có trong sổ trước khi kết nạp)")


def prepare(order: Order, issuers: tuple[Issuer, Issuer | None], at: datetime) -> Prepared:
    """`issuers`: of the cell and of what stands above it. Without a person the set for an applicant."""
    if order.paper == "transfer":
        return _transfer(order, issuers)
    cell, above = issuers
    story = reading.story(order.person) if order.person else None
    fact = rows.facts([order.person], on=order.day)[order.person] if order.person else None
    of_recognition = order.paper == "recognition"
    if of_recognition and (story is None or story.value("joined", on=order.day) is None):
        raise NoPaper("empty")
    entry = _last(story, order.day, (Recognised,) if of_recognition else (Admitted, Readmitted))
    act = entry.act if entry else None
    asked_on = getattr(act, "resolved_on", None) or order.day
    strength = roll(order.organisation, as_of=asked_on)

    def person(files: Files) -> Member:
        if fact is None:
            return Member(name="")
        named = rows.naming(fact, files.get(fact.person), on=order.day, numbers=False)
        return rows.member(fact, {**named, **rows.words(fact)}, cell=cell.name)

    def pages(files: Files) -> list[Page]:
        case = Case(
            cell_head=cell.head, committee_head=(above or cell).numbered(heads.DECISION), cell=cell.name,
            committee=(above or cell).issuer, person=person(files), members=strength.count(),
            probationary=len(strength.probationary), resolved_on=getattr(act, "resolved_on", None),
            decided_on=getattr(act, "decided_on", None) or (entry.signed_on if entry else None),
            paper=(entry.paper or "") if entry else "", ends=end_of_probation(story) if story else None,
        )  # fmt: skip
        return recognition.recognition(case) if of_recognition else admission.admission(case)

    missing = [Missing(OWN_HAND), Missing(INTRODUCERS)]
    if fact is None:
        missing.insert(0, Missing(APPLICANT))
    persons = [order.person] if order.person else []
    return Prepared(order, persons, pages_file(order.paper, pages), missing, cell.name)


def _transfer(order: Order, issuers: tuple[Issuer, Issuer | None]) -> Prepared:
    assert order.person is not None
    fact = rows.facts([order.person], on=order.day)[order.person]
    story = reading.story(order.person)
    sent = _last(story, order.day, (Sent,))
    to = sent.act.to if sent and isinstance(sent.act, Sent) else None
    receiver = names_of([to], as_of=order.day)[to] if to else ""
    sender = (issuers[1] or issuers[0]).issuer

    def pages(files: Files) -> list[Page]:
        named = rows.naming(fact, files.get(fact.person), on=order.day, numbers=order.numbers)
        one = rows.member(fact, named, cell=issuers[0].name)
        on = sent.effective_on if sent else None
        return [letters.transfer_aid(one, sender=sender, receiver=receiver, sent_on=on)]

    return Prepared(order, [order.person], pages_file(order.paper, pages), [Missing(NUMBERS)], sender)


def papers_of(person: int, *, on: date) -> list[str]:
    """Which papers a person's page offers: the set of the step that is next or was last, and the letter."""
    story = reading.story(person)
    found = []
    if story.value("standing", on=on) == Standing.PROBATIONARY or _last(story, on, (Recognised,)):
        found.append("recognition")
    if _last(story, on, (Admitted, Readmitted)):
        found.append("admission")
    if story.value("cell", on=on) or story.value("transit", on=on):
        found.append("transfer")
    return found


def cell_of(person: int, *, on: date) -> int | None:
    """The cell whose papers they are: the one on a day, or the last one before it."""
    story = reading.story(person)
    if cell := story.value("cell", on=on):
        return int(cell)
    held = [value for day, _root, value, _seq in story.steps.get(("cell", ""), []) if value and day <= on]
    return int(held[-1]) if held else None


def _last(story: Story | None, on: date, kinds: tuple[type, ...]):  # type: ignore[no-untyped-def]
    """The last act of one of these kinds by a day."""
    entries = [] if story is None else [one for one in story if one.effective_on <= on]
    return next((one for one in reversed(entries) if isinstance(one.act, kinds)), None)
