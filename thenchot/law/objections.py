"""Rules and their objections: impossible, against a rule, or unverified.

A room's rule is a pure function; the decorator says how it weighs, which acts it looks at, which values
of the law it needs and by which day they are chosen::

    @against("probation.months", judged_on=end_of_probation, on=(Recognised,))
    def recognised_from_the_end_of_probation(story, act, world, months):
        '''Điều lệ Đảng, Điều 5: tính từ ngày hết thời kỳ dự bị.'''
        due = months_after(admitted_on(story), months)
        if act.effective_on != due:
            return {"due": due}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Protocol, overload

from ..ledger.kinds import Act
from ..ledger.stories import Story as Known
from .calendar import Holidays, NoCalendar
from .values import Grade, LawBook, Value


class Weight(StrEnum):
    """How an objection weighs: refused; recorded as on the paper and looked at again; law not compared."""

    IMPOSSIBLE, AGAINST, UNVERIFIED = "impossible", "against", "unverified"


IMPOSSIBLE, AGAINST, UNVERIFIED = Weight.IMPOSSIBLE, Weight.AGAINST, Weight.UNVERIFIED


class Story(Protocol):
    """What a rule may ask of the acts so far."""

    def value(self, track: str, key: str = "") -> str | None:
        """The value last set on a track."""


class World(Protocol):
    """What the action gathers for rules from the neighbours' readings."""

    @property
    def law(self) -> LawBook:
        """The law as the book holds it."""

    @property
    def holidays(self) -> Holidays:
        """The working days."""

    def story(self, subject: int) -> Known:
        """The story of a neighbour, with what this writing has already added."""

    def exists(self, subject: int, on: date) -> bool:
        """Whether an organisation, body or place exists at the end of a day."""

    def holders(self, track: str, value: str, on: date, key: str = "") -> list[int]:
        """Who holds a value at the end of a day; it asks the book, so not for common acts."""

    def scope_of(self, organisation: int | None, on: date) -> Sequence[str]:
        """The scopes of an organisation on a day, wide to narrow; asked only for keys with local values."""


@dataclass(frozen=True)
class Objection:
    """What a rule objects: its name, its weight, the facts its sentence needs, the value it rests on."""

    rule: str
    grade: Weight
    facts: Mapping[str, Any]
    value: Value | None = None


Test = Callable[..., Objection | dict[str, Any] | None]
Day = Callable[[Any, Any], date | None]


def by_paper(story: Any, act: Act) -> date:
    """The day on the paper; where it is not known, the day the act counts from."""
    return act.signed_on or act.effective_on


def by_effect(story: Any, act: Act) -> date:
    """The day the act counts from."""
    return act.effective_on


@dataclass(frozen=True)
class Rule:
    """A test, its weight, the acts it looks at, the keys it needs and the day that chooses their values."""

    name: str
    grade: Weight
    test: Test
    on: tuple[type[Act], ...]
    keys: tuple[str, ...] = ()
    judged_on: Day = by_paper
    when: Callable[[Any, Any, Any], bool] | None = None

    @property
    def cites(self) -> str:
        """The article, as the docstring of the test gives it."""
        return (self.test.__doc__ or "").strip()

    def __call__(self, story: Story, act: Act, world: World) -> Objection | None:
        """The rule's objection to the act; nothing when there is none or the law is silent."""
        if self.when is not None and not self.when(story, act, world):
            return None
        if not self.keys:
            plain = self.test(story, act, world)
            return None if plain is None else self._objection(plain, None)
        on = self.judged_on(story, act)
        if on is None:
            return None
        values: list[Value] = []
        for key in self.keys:
            value = _value(key, on, act, world)
            if value is None:
                return None
            values.append(value)
        weakest = values[0] if len(values) == 1 else max(values, key=_doubt)
        if weakest.not_known:
            return Objection(self.name, UNVERIFIED, {}, weakest)
        try:
            said = self.test(story, act, world, *[value.value for value in values])
        except NoCalendar as missing:
            return Objection(self.name, UNVERIFIED, {"no_calendar": missing.args[0]}, weakest)
        return self._objection(said, weakest)

    def looked_up(self, story: Story, act: Act, world: World) -> list[tuple[str, date, Value | None]]:
        """Key, day and value for every key; none at all when the act has no such day."""
        on = self.judged_on(story, act)
        if on is None:
            return []
        return [(key, on, _value(key, on, act, world)) for key in self.keys]

    def _objection(self, said: Objection | dict[str, Any] | None, value: Value | None) -> Objection | None:
        if said is None or isinstance(said, Objection):  # a rule that weighs its breach itself
            return replace(said, value=value) if said and said.value is None else said
        doubtful = value is not None and value.grade is Grade.UNVERIFIED
        return Objection(self.name, UNVERIFIED if doubtful else self.grade, said, value)


def _doubt(value: Value) -> tuple[bool, bool, bool]:
    return value.not_known, value.grade is Grade.UNVERIFIED, value.grade is Grade.SECONDARY


def _value(key: str, on: date, act: Act, world: World) -> Value | None:
    law = world.law
    scope = world.scope_of(act.organisation, on) if key in law.local else ()
    return law.value(key, on, scope)


@overload
def impossible(test: Test) -> Rule: ...
@overload
def impossible(*, on: tuple[type[Act], ...]) -> Callable[[Test], Rule]: ...
def impossible(
    test: Test | None = None, *, on: tuple[type[Act], ...] = (Act,)
) -> Rule | Callable[[Test], Rule]:
    """A rule whose breach cannot have happened: leaving a cell one is not in. It needs no value."""

    def rule(test: Test) -> Rule:
        return Rule(test.__name__, IMPOSSIBLE, test, on)

    return rule if test is None else rule(test)


def against(
    *keys: str,
    judged_on: Day = by_paper,
    on: tuple[type[Act], ...] = (Act,),
    when: Callable[[Any, Any, Any], bool] | None = None,
) -> Callable[[Test], Rule]:
    """A rule of the law, given the value of each key after the world.

    Silent keys: the rule does not apply. Not known: it objects as unverified without being asked, so `when`
    should hold only for the acts concerned. An unverified value makes a breach unverified.
    """

    def rule(test: Test) -> Rule:
        return Rule(test.__name__, AGAINST, test, on, keys, judged_on, when)

    return rule


class Rules:
    """A room's rules in the order it lists them, found by the class of an act."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._of: dict[type[Act], tuple[Rule, ...]] = {}
        self.keys = frozenset(key for rule in self._rules for key in rule.keys)
        names = [rule.name for rule in self._rules]
        if len(set(names)) < len(names):
            raise ValueError(f"two rules of one name in {names}")

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def of(self, kind: type[Act]) -> tuple[Rule, ...]:
        """The rules that look at acts of a class, worked out once."""
        if (found := self._of.get(kind)) is None:
            found = self._of[kind] = tuple(rule for rule in self._rules if issubclass(kind, rule.on))
        return found


def judge(rules: Rules, story: Story, act: Act, world: World) -> list[Objection]:
    """Every objection to an act after the story so far, in the order of the rules."""
    return [found for rule in rules.of(type(act)) if (found := rule(story, act, world)) is not None]


def not_judged(rules: Rules, story: Story, act: Act, world: World) -> list[tuple[str, str, date]]:
    """Rule, key and day wherever the law is silent, so that a page can say the rule was not applied."""
    return [
        (rule.name, key, on)
        for rule in rules.of(type(act))
        if rule.keys and (rule.when is None or rule.when(story, act, world))
        for key, on, value in rule.looked_up(story, act, world)
        if value is None
    ]


def added(before: Iterable[Objection], after: Iterable[Objection]) -> list[Objection]:
    """The objections that were not there before; only these can refuse an act."""
    known = list(before)
    return [found for found in after if found not in known]
