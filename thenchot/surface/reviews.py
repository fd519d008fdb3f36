"""What is to be looked at again, and what the rule says of it as it stands now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from thenchot.law.objections import judge
from thenchot.law.recording import rules
from thenchot.law.review_events import Outcome, Reviewed
from thenchot.law.words import say
from thenchot.law.world import World, law_in_book, shipped_holidays
from thenchot.ledger import reading
from thenchot.ledger.entries import Entry
from thenchot.ledger.stories import Story
from thenchot.rooms.membership.reading import Review, to_review
from thenchot.rooms.organisations.reading import below


def of_story(subject: int, day: date, story: Story) -> list[Review]:
    """The reviews open in one story at the end of the day."""
    held = story.held("review", on=day)
    return [
        Review(subject, key.partition("@")[0], int(key.partition("@")[2]), grade)
        for key, grade in held.items()
    ]


def within(
    organisation: int, *, day: date, known: int | None, whole: bool = False
) -> list[tuple[Review, Entry]]:
    """The reviews open under an organisation, each with its entry; `whole`: of everybody in the book."""
    inside = set(below(organisation, as_of=day, known_by=known))
    found = [(one, reading.entry(one.entry)) for one in to_review(as_of=day, known_by=known)]
    return [(one, entry) for one, entry in found if whole or entry.organisation in inside]


def answers(entry: Entry, outcome: Outcome, today: date) -> list[Reviewed]:
    """One for every rule that objected to an entry; never before the day from which it objects."""
    story = reading.story(entry.about)
    return [
        Reviewed(
            about=entry.about,
            effective_on=max(today, story.since("review", key) or today),
            rule=rule,
            entry=entry.root,
            outcome=outcome,
        )
        for key in story.held("review")
        for rule, _at, root in [key.partition("@")]
        if int(root) == entry.root
    ]


class Reader:
    """The neighbours' stories, for a rule that is asked again."""

    def __init__(self) -> None:
        self.written: list[Entry] = []
        self._known: dict[int, Story] = {}

    def knows(self, story: Story) -> None:
        """A story that was read already."""
        self._known[story.subject] = story

    def story(self, one: int) -> Story:
        if one not in self._known:
            self._known[one] = reading.story(one)
        return self._known[one]

    def fetch(self, subjects: Iterable[int]) -> None:
        """Many stories in one question."""
        missing = [one for one in subjects if one not in self._known]
        if missing:
            found = reading.load(missing)
            self._known |= {one: Story(one, found.get(one, [])) for one in missing}


def sentence(one: Review, reader: Reader | None = None) -> str:
    """What the rule says of the act as it stands now."""
    reader = reader or Reader()
    world = World(reader, law_in_book(), shipped_holidays())
    story = reader.story(one.subject)
    entry = next((e for e in story if e.root == one.entry), None)
    if entry is None or entry.act is None:
        return _("Dữ liệu của việc này đã xóa")
    for objection in judge(rules(), story.upto(entry.order), entry.act, world):
        if objection.rule == one.rule:
            return say(objection)
    return _("Khi ghi chưa khớp quy định, nay không còn ({rule}).").format(rule=one.rule)
