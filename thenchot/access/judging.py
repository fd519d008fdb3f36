"""Drafts seen as actions: what each one is, in which organisations it must be allowed, and the answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cached_property

from thenchot.law.events import ValueLoaded
from thenchot.law.review_events import Reviewed
from thenchot.law.versions import Grade
from thenchot.ledger import reading
from thenchot.ledger.entries import RECORD, RESTATE, Entry
from thenchot.ledger.kinds import ACCOUNT, BODY, INSTALLATION, ORGANISATION, PERSON, PLACE, Act, Ref
from thenchot.ledger.tree import LOOSE
from thenchot.ledger.writing import Draft

from . import last_confirmer, scope
from .actions import GRANTED_ALONE, OF_THEIR_OWN, RIGHTS, Action, Answer, recording
from .events import Ended, Granted, Role
from .rights import Decision, Reach, Why

VIET_NAM = timezone(timedelta(hours=7))
OLD = timedelta(days=30)
IMPORT_UNDONE_ALONE = timedelta(days=1)
ERASED = "people.erased"
FILE_CHANGED = "people.file_changed"

# A higher floor says here whether an entry counts in a period that is closed.
IN_A_CLOSED_PERIOD: list[Callable[[Entry], bool]] = []


def today(at: datetime) -> date:
    """The day in Viet Nam."""
    return at.astimezone(VIET_NAM).date()


def decisions(drafts: Sequence[Draft], account: int, at: datetime) -> list[Decision]:
    """One for each draft, in order."""
    return _Judging(drafts, account, at).all()


def places(drafts: Sequence[Draft], account: int, at: datetime) -> list[int]:
    """The organisations whose confirmer may be the second person; none: that of the installation."""
    judging = _Judging(drafts, account, at)
    found = {place for draft in drafts for need in judging.needs(draft) for place in need}
    return sorted(found)


class _Judging:
    def __init__(self, drafts: Sequence[Draft], account: int, at: datetime) -> None:
        self.drafts, self.at = drafts, at
        self.reach = Reach(account, today(at))
        self.reach.know(draft.act.about for draft in drafts if draft.act.subject == PERSON)
        self.roots = {d.root: reading.entry(d.root) for d in drafts if d.root is not None and _there(d.root)}
        self.undone = Counter(e.act_set for d in drafts if (e := self._undone(d)))
        # What a batch itself brings: a new person's first cell, a new organisation's parent.
        self.brought: defaultdict[int, list[int]] = defaultdict(list)
        # What a member reports, and what is answered: its act set changes the sealed file with it.
        self.told: dict[tuple[int, int], Action] = {}
        for draft in drafts:
            self.brought[draft.act.about] += named(draft.act)
            if told := OF_THEIR_OWN.get(draft.act.kind):
                self.told.setdefault((draft.act_set, draft.act.about), told)

    def all(self) -> list[Decision]:
        return [self.of(draft) for draft in self.drafts]

    def of(self, draft: Draft) -> Decision:
        action = self.action(draft)
        if action is None:
            return Decision(None, Answer.NO, Why.NOT_LISTED)
        if isinstance(draft.act, Granted) and draft.act.about == self.reach.account:
            return Decision(action, Answer.NO, Why.ONESELF)
        if RIGHTS[action].own and draft.act.about == self.reach.person and not self.reach.blocked:
            return Decision(action, Answer.YES, Why.ALLOWED)
        if self._loses_the_last_confirmer(draft):
            return Decision(action, Answer.NO, Why.LAST_CONFIRMER)
        found = [self.reach.among(action, need) for need in self.needs(draft)]
        found = found or [self.reach.among(action, [])]
        return min(found, key=lambda one: list(WORST).index(one.answer))

    def _loses_the_last_confirmer(self, draft: Draft) -> bool:
        if not _takes_confirming(draft):
            return False
        gone = {(d.act.about, d.act.scope) for d in self.drafts if _takes_confirming(d)}  # type: ignore[attr-defined]
        return last_confirmer.lost(max(self.reach.on, draft.act.effective_on), ended=gone)

    # ------------------------------------------------------------------ what it is

    def action(self, draft: Draft) -> Action | None:
        act = draft.act
        if isinstance(act, (Granted, Ended, ValueLoaded)):
            return _of_the_house(act)
        listed = recording(act.kind)
        if listed is None and not isinstance(act, Reviewed):
            return None
        if draft.does == RESTATE:
            return Action.CORRECT
        if draft.does != RECORD:
            return self._annulment(draft)
        if act.kind == ERASED:
            return Action.ERASE
        if isinstance(act, Reviewed):
            return Action.CLEAR_REVIEW
        if act.kind == FILE_CHANGED and (told := self.told.get((draft.act_set, act.about))):
            return told
        return Action.RECORD_MAP if act.subject in (PLACE, BODY) else listed

    def _annulment(self, draft: Draft) -> Action:
        entry = self.roots.get(draft.root)
        if entry is None:
            return Action.ANNUL  # the rules say that there is nothing to annul
        age = self.at - entry.written_at
        if self.undone[entry.act_set] > 1:
            return Action.UNDO_OLD_IMPORT if age > IMPORT_UNDONE_ALONE else Action.UNDO_IMPORT
        closed = any(closed(entry) for closed in IN_A_CLOSED_PERIOD)
        return Action.ANNUL_OLD if closed or age > OLD else Action.ANNUL

    def _undone(self, draft: Draft) -> Entry | None:
        return None if draft.does in (RECORD, RESTATE) else self.roots.get(draft.root)

    # ------------------------------------------------------------------ where it must be allowed

    def needs(self, draft: Draft) -> list[list[int]]:
        """Lists of organisations; of each list one must lie within the role's."""
        act = draft.act
        if act.subject == INSTALLATION:
            return []
        if act.subject in (PLACE, BODY):
            return [self._tops()]
        if act.subject == ACCOUNT:
            return [[act.scope]] if isinstance(act, (Granted, Ended)) else []
        counted = [[act.organisation]] if act.organisation and draft.does == RECORD else []
        into = [[place] for place in named(act)]
        own = self._organisation(act) if act.subject == ORGANISATION else self._person(draft)
        return [self._known(need) for need in [*own, *into, *counted]]

    def _organisation(self, act: Act) -> list[list[int]]:
        if reading.entries(act.about):
            return [[act.about]]
        return [] if named(act) else [self._tops()]

    def _person(self, draft: Draft) -> list[list[int]]:
        act, on = draft.act, self.reach.on
        held = self.reach.belongings(act.about)
        guest_only = {s.track for s in act.sets} and {s.track for s in act.sets} <= set(scope.GUEST_OF)
        now = [b for b in held if b.until is None]
        if guest_only:  # the host decides on guests, wherever they are members
            return [] if named(act) else [[b.organisation for b in now if b.track in scope.GUEST_OF]]
        action = self.action(draft)
        if action is not None and RIGHTS[action].reaches_back:
            return [scope.seen_from(held, on) or self._last(act.about)]
        members = [b.organisation for b in now if b.track in scope.MEMBER_OF]
        if members:
            return [members]
        if not held:  # never yet a member: the office that recorded; a new person is whose batch it is
            known = self._recorded.get(act.about)
            return [[known] if known is not None else self.brought[act.about] or [act.organisation or 0]]
        # Nobody's member today: who takes somebody in, decides.
        return [] if named(act) else [self._last(act.about)]

    def _last(self, person: int) -> list[int]:
        held = self.reach.belongings(person)
        if held:
            return [held[-1].organisation]
        known = self._recorded.get(person)
        return self.brought[person] or ([known] if known is not None else [])

    @cached_property
    def _recorded(self) -> dict[int, int]:
        """Under which organisation those of the batch who never belonged anywhere were recorded."""
        persons = {draft.act.about for draft in self.drafts if draft.act.subject == PERSON}
        return scope.recorded_under(one for one in persons if not self.reach.belongings(one))

    def _known(self, need: list[int]) -> list[int]:
        """An organisation that this very batch founds stands where its parent stands."""
        return [known for place in need for known in self._up(place)]

    def _up(self, place: int) -> Iterator[int]:
        if place in self.brought and self.brought[place] and not reading.entries(place):
            for above in self.brought[place]:
                yield from self._up(above)
        else:
            yield place

    def _tops(self) -> list[int]:
        return [h.scope for h in self.reach.held if scope.is_top(h.scope, self.reach.on)]


# The answer to several needs is the worst of theirs.
WORST = (Answer.NO, Answer.SECOND, Answer.YES)


def named(act: Act) -> list[int]:
    """The organisations an act binds its subject to: a cell, a parent; not an heir, not a destination."""
    bound = {s.value.field for s in act.sets if isinstance(s.value, Ref) and s.track not in LOOSE}
    fields = [f.name for f in act.fields() if f.type.subject == ORGANISATION and f.name in bound]
    return [value for name in fields if (value := getattr(act, name)) is not None]


def _of_the_house(act: Granted | Ended | ValueLoaded) -> Action:
    if isinstance(act, ValueLoaded):
        return Action.LOAD_VALUE_READ if act.grade is Grade.READ else Action.LOAD_VALUE
    if isinstance(act, Ended):
        return Action.END_ROLE
    return Action.GRANT_CELL_ROLE if act.role in GRANTED_ALONE else Action.GRANT_ROLE


def _takes_confirming(draft: Draft) -> bool:
    """The role of a confirmer ends. (Nobody takes back the own grant, and who takes back another's stays.)"""
    return isinstance(draft.act, Ended) and draft.does == RECORD and draft.act.role is Role.CONFIRMER


def _there(seq: int) -> bool:
    return 0 < seq <= reading.size()
