"""The action of every room: read, judge, append. The story with the new act in its place must still hold.

An act is refused only for objections that it adds. *Impossible* is refused; *against a rule* is refused until
*đúng như văn bản* is ticked and then stands on the list *Cần xem lại*; *unverified* is recorded and listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any

from ..ledger import reading
from ..ledger.entries import PAPER_FORM, RECORD, WITHDRAW, Entry
from ..ledger.kinds import CODE_FORM, INSTALLATION, KINDS, Act
from ..ledger.minting import Mint
from ..ledger.tree import held_by, left_behind
from ..ledger.writing import Draft, Memory, Writer, writing
from . import to_review
from .objections import AGAINST, IMPOSSIBLE, Objection, Rules, judge
from .review_events import ToReview
from .signers import known as known_signer
from .world import World, law_in_book, shipped_holidays

VIET_NAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Finding:
    """What stands against one of the acts: its place in the list, the act, the objection."""

    place: int
    act: Act
    objection: Objection


class Refused(Exception):
    """Nothing was written; `findings` says why, act by act."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        rules = sorted({finding.objection.rule for finding in findings})
        super().__init__(f"{len(findings)}: {', '.join(rules)}")
        self.findings = list(findings)


class ActReused(Exception):
    """The act token is in the book already, with other contents: (act set,)."""


@dataclass
class Recorded:
    """What was written, and what of it is to be reviewed."""

    entries: list[Entry] = field(default_factory=list)
    to_review: list[Finding] = field(default_factory=list)
    again: bool = False  # the same act set was sent before; nothing was written now


REGISTERED: dict[str, Rules] = {}


def register(room: str, rules: Rules) -> None:
    """A room puts its rules here when the program starts."""
    REGISTERED[room] = rules
    _all.clear()


_all: list[Rules] = []


def rules() -> Rules:
    """The rules of all rooms."""
    if not _all:
        _all.append(Rules(rule for room in REGISTERED.values() for rule in room))
    return _all[0]


def record(act: Act, *, at: datetime, by: int, mint: Mint, on_paper: bool = False) -> Recorded:
    """Write one act, if the whole story still holds with it in its place."""
    return record_many([Draft(act, mint.id())], at=at, by=by, mint=mint, on_paper=on_paper)


def record_many(
    drafts: Sequence[Draft],
    *,
    at: datetime,
    by: int,
    mint: Mint,
    on_paper: bool = False,
    memory: Memory | None = None,
) -> Recorded:
    """Write acts, all or none; Refused names every finding. An act set sent before is not written again.

    `at` is the moment of writing, `by` the account, `on_paper` the tick *đúng như văn bản*.
    """
    with writing(at=at, by=by, mint=mint, memory=memory) as writer:
        if again := _sent_before(drafts):  # asked under the lock: both may be sent at the same instant
            return Recorded(again, again=True)
        return _write(writer, drafts, on_paper)


def _write(writer: Writer, drafts: Sequence[Draft], on_paper: bool) -> Recorded:
    writer.fetch(_concerned(drafts))
    judging = _Judging(writer)
    recorded, refused = Recorded(), []
    for place, draft in enumerate(drafts):
        entry = writer.place(draft)
        found = [Finding(place, draft.act, o) for o in judging.objections(draft, entry)]
        stop = [
            f
            for f in found
            if f.objection.grade is IMPOSSIBLE or (f.objection.grade is AGAINST and not on_paper)
        ]
        refused += stop
        if stop:  # the others are judged all the same, so that all findings come at once
            continue
        recorded.entries.append(writer.append(entry, draft.receipt))
        if draft.does == WITHDRAW:
            for change in to_review.gone_with(writer.story(entry.about), entry):
                writer.append(writer.place(change))
        recorded.to_review += found
        for finding in found:
            listed = to_review.listed(writer.story(entry.about), entry, finding.objection)
            writer.append(writer.place(listed))
    if not refused:
        writer.flush()
        refused = judging.nobody_left_behind(drafts)
    if refused:
        raise Refused(refused)
    return recorded


def _concerned(drafts: Iterable[Draft]) -> list[int]:
    """Every subject an act is about or names."""
    found: dict[int, None] = {}
    for draft in drafts:
        act = draft.act
        found[act.about] = None
        if act.organisation is not None:
            found[act.organisation] = None
        for name in _naming(type(act)):
            if value := getattr(act, name):
                found[value] = None
    return list(found)


NAMING: dict[type[Act], list[str]] = {}


def _naming(kind: type[Act]) -> list[str]:
    """The fields of a kind that name a subject, worked out once."""
    if kind not in NAMING:
        NAMING[kind] = [field.name for field in kind.fields() if field.type.name == "id"]
    return NAMING[kind]


def _sent_before(drafts: Sequence[Draft]) -> list[Entry]:
    """The entries of act sets that are in the book already. ActReused when they say something else."""
    stored: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in reading.of_act_sets(list(dict.fromkeys(draft.act_set for draft in drafts))):
        if entry.kind != ToReview.kind:
            stored[entry.act_set].append(entry)
    for act_set, entries in stored.items():
        sent = [(draft.does, draft.act) for draft in drafts if draft.act_set == act_set]
        if [(entry.does, entry.act) for entry in entries] != sent:
            raise ActReused(act_set)
    before = [entry for entries in stored.values() for entry in entries]
    if before and len(before) != len(drafts):
        raise ActReused(drafts[0].act_set)
    return before


class _Judging:
    """The rules over one writing."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.rules = rules()
        self.world = World(writer, law_in_book(), shipped_holidays())
        self.today = writer.at.astimezone(VIET_NAM).date()
        founding = reading.founding()
        begins_on = founding.value("begins_on") if founding else None
        self.begins_on = date.fromisoformat(begins_on) if begins_on else date.min

    def objections(self, draft: Draft, entry: Entry) -> list[Objection]:
        """What the draft, which would become this entry, adds to what stood against the story before."""
        if form := _form(draft, self.writer, self.today, self.begins_on):
            return form
        story = self.writer.story(draft.act.about)
        if draft.does == RECORD:
            last = story.last_order
            if last is None or entry.order > last:
                return judge(self.rules, story, draft.act, self.world)
            return self._rejudged(entry)
        was = next((e for e in story if e.root == draft.root), None)
        if was is None or was.kind != draft.act.kind:
            return [Objection("in_force_to_be_changed", IMPOSSIBLE, {"root": draft.root})]
        return self._rejudged(entry)

    def _rejudged(self, entry: Entry) -> list[Objection]:
        """The entry in its place, and everything that stands after it or after what it replaces."""
        before = self.writer.story(entry.about)
        after = before.with_(entry)
        known = next((e.order for e in before if e.root == entry.root), entry.order)
        start = min(known, entry.order)
        own = (
            []
            if entry.does == WITHDRAW
            else judge(self.rules, after.upto(entry.order), _act(entry), self.world)
        )
        already = {self._mark(e, o) for e, o in self._over(before, start, entry.root)}
        later = [o for e, o in self._over(after, start, entry.root) if self._mark(e, o) not in already]
        return own + [_standing_on(o) for o in later]

    def _over(self, story: Any, start: tuple[date, int], root: int) -> list[tuple[Entry, Objection]]:
        return [
            (e, objection)
            for e in story
            if e.order >= start and e.root != root and e.act is not None
            for objection in judge(self.rules, story.upto(e.order), e.act, self.world)
        ]

    @staticmethod
    def _mark(entry: Entry, objection: Objection) -> tuple[int, str, str]:
        return entry.root, objection.rule, objection.grade

    def nobody_left_behind(self, drafts: Sequence[Draft]) -> list[Finding]:
        """After all is in place: nothing hangs on what no longer exists (members, children, posts)."""
        found: list[Finding] = []
        seen: set[int] = set()
        for place, draft in enumerate(drafts):
            act = draft.act
            if act.about in seen or not _may_end(draft):
                continue
            seen.add(act.about)
            behind = left_behind(self.writer.story(act.about), held_by(act.about))
            if behind:
                facts = {"count": len(behind), "subjects": sorted({p.subject for p in behind})[:20]}
                found.append(Finding(place, act, Objection("nobody_is_left_behind", IMPOSSIBLE, facts)))
        return found


def _standing_on(objection: Objection) -> Objection:
    """An objection to a later act, seen from the act that brings it about."""
    return Objection(objection.rule, objection.grade, {**objection.facts, "later": True}, objection.value)


def _act(entry: Entry) -> Act:
    assert entry.act is not None
    return entry.act


def _may_end(draft: Draft) -> bool:
    """Whether an act can make its subject stop existing on some day."""
    settings = [setting for setting in draft.act.sets if setting.track == "exists"]
    return bool(settings) and (draft.does != RECORD or any(setting.value is None for setting in settings))


def _form(draft: Draft, writer: Writer, today: date, begins_on: date) -> list[Objection]:
    """What no room has to say: the form of an act."""
    act = draft.act
    found: list[Objection] = []
    try:
        writer.facts(act)
    except ValueError as wrong:
        found.append(Objection("field_of_its_type", IMPOSSIBLE, {"field": str(wrong)}))
    if KINDS.get(act.kind) is not type(act):
        found.append(Objection("known_kind", IMPOSSIBLE, {"kind": act.kind}))
    if act.signed_on and act.signed_on > today:
        found.append(
            Objection("not_signed_in_the_future", IMPOSSIBLE, {"signed_on": act.signed_on, "today": today})
        )
    if act.effective_on < begins_on and act.subject != INSTALLATION:  # the law is older than any book
        found.append(
            Objection("within_the_book", IMPOSSIBLE, {"begins_on": begins_on, "day": act.effective_on})
        )
    if act.paper is not None and not PAPER_FORM.match(act.paper):
        found.append(Objection("paper_is_a_number", IMPOSSIBLE, {"paper": act.paper}))
    if act.signer is not None and not known_signer(act.signer):
        found.append(Objection("signer_is_of_the_list", IMPOSSIBLE, {"signer": act.signer}))
    if draft.does in getattr(act, "never", ()):  # a closed period, say: only a new act can follow it
        found.append(Objection("stays_as_it_is", IMPOSSIBLE, {"kind": act.kind}))
    if draft.does != RECORD and not (draft.reason and CODE_FORM.match(draft.reason) and draft.root):
        found.append(Objection("change_has_a_reason", IMPOSSIBLE, {}))
    return found
