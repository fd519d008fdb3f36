"""Căn cứ: which values of the law the rules of an act look up, on the day each rule names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thenchot.law.recording import rules
from thenchot.law.values import Grade, LawBook, Value
from thenchot.law.words import GRADES, amount, citation
from thenchot.law.world import World, shipped_holidays
from thenchot.ledger.entries import Entry
from thenchot.ledger.stories import Story

from .reviews import Reader


@dataclass(frozen=True)
class Ground:
    """An article with its grade: whether anybody compared it with the text, and what it says."""

    citation: str
    grade: str
    amounts: tuple[str, ...] = ()


class Grounds:
    """Finds the grounds of many acts of one story."""

    def __init__(self, story: Story, law: LawBook) -> None:
        self.story = story
        self._reader = Reader()
        self._reader.knows(story)
        self._world = World(self._reader, law, shipped_holidays())

    def of(self, entry: Entry) -> list[Ground]:
        """The articles the rules apply to this act, each once."""
        if entry.act is None:
            return []
        before, found = self.story.upto(entry.order), list[Value]()
        for rule in rules().of(type(entry.act)):
            if rule.keys and (rule.when is None or rule.when(before, entry.act, self._world)):
                looked_up = rule.looked_up(before, entry.act, self._world)
                found += [value for _key, _day, value in looked_up if value is not None]
        return grounds(found)


def grounds(values: Iterable[Value]) -> list[Ground]:
    """Values as articles; several values of one article are said together."""
    found: dict[tuple[str, str], list[Value]] = {}
    for value in values:
        found.setdefault((citation(value), _grade(value)), []).append(value)
    return [Ground(*place, amounts=_amounts(together)) for place, together in found.items()]


def _grade(value: Value) -> str:
    """Of an unverified value the citation says so itself."""
    return "" if value.grade is Grade.UNVERIFIED else str(GRADES[value.grade])


def _amounts(values: Sequence[Value]) -> tuple[str, ...]:
    """What numbers with a unit say; codes and lists say nothing to a reader."""
    return tuple(dict.fromkeys(amount(v) for v in values if isinstance(v.value, int) and v.unit != "count"))
