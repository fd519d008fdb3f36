"""A story told line by line, judged by the rules of all rooms without a database.

A line is a decision as the office writes it: days, paper, verb, whom it is about, and what else it says::

    2023-03-03                | QĐ 12 | kết nạp    | An | Chi bộ 1
    2024-03-03 ký 2024-04-20  | QĐ 31 | chính thức | An

Behind the day: `ký` the day on the paper, `nghị quyết` that of the cell's resolution, `quyết định` that of
the admission decision. Other fields: `until=2024-09-01`. What a story only mentions stands
since 2010 (a person: born in May 1990, of upper secondary school). What is impossible does not happen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from stories.verbs import BY_DEFAULT, VERBS, WORLD
from thenchot.law.objections import IMPOSSIBLE, Objection, Rules, judge
from thenchot.law.recording import rules
from thenchot.law.words import say
from thenchot.law.world import shipped, shipped_holidays
from thenchot.ledger.days import parse_day
from thenchot.ledger.entries import RECORD, Entry
from thenchot.ledger.kinds import Act, Field
from thenchot.ledger.stories import Story

LONG_AGO = "2010-01-01"
DAYS = {"ký": "signed_on", "nghị quyết": "resolved_on", "quyết định": "decided_on"}
AT = datetime(2026, 11, 21, tzinfo=UTC)


class World:
    """What rules may look at, held in memory."""

    law, holidays = shipped(), shipped_holidays()

    def __init__(self) -> None:
        self.stories: dict[int, Story] = {}

    def story(self, subject: int) -> Story:
        return self.stories.setdefault(subject, Story(subject))

    def exists(self, subject: int, on: date) -> bool:
        return self.story(subject).value("exists", on=on) is not None

    def holders(self, track: str, value: str, on: date, key: str = "") -> list[int]:
        return [s for s, story in self.stories.items() if story.value(track, key, on=on) == value]

    def scope_of(self, organisation: int | None, on: date) -> Sequence[str]:
        return ("centre",)


class Told:
    """A story that was told; `broken` names the rules that object, in the order of the lines."""

    def __init__(self, text: str, judged_by: Rules | None = None) -> None:
        self.rules = judged_by or rules()
        self.world, self.ids = World(), dict[str, int]()
        self.seq, self.objections = 0, list[Objection]()
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        split = [[column.strip() for column in line.split("|")] for line in lines]
        self.begun_here = {line[3] for line in split if _begins(line[2])}
        for line in split:
            act = self._act(line)
            self.objections += self._judge(act)

    @property
    def broken(self) -> list[str]:
        """Names of the rules that object."""
        return [objection.rule for objection in self.objections]

    @property
    def weights(self) -> dict[str, str]:
        """How each of them weighs."""
        return {objection.rule: str(objection.grade) for objection in self.objections}

    @property
    def sentences(self) -> list[str]:
        """What the office reads."""
        return [say(objection) for objection in self.objections]

    def value(self, name: str, track: str, key: str = "", *, on: str | None = None) -> str | None:
        """What a track of a person or organisation of the story holds."""
        return self.world.story(self.ids[name]).value(track, key, on=parse_day(on) if on else None)

    def id(self, name: str) -> int:
        """The subject of a name; one only mentioned gets its beginning."""
        if name not in self.ids:
            self.ids[name] = len(self.ids) + 1001
            if name not in self.begun_here:
                self._judge(self._act(_beginning(name)))
        return self.ids[name]

    def _act(self, line: list[str]) -> Act:
        days, paper, verb, about, *rest = line
        kind, columns = VERBS[verb]
        given = dict(part.split("=") for part in rest if "=" in part)
        given |= dict(zip(columns, (part for part in rest if "=" not in part), strict=False))
        given |= dict(_days(days))
        effective, signed = parse_day(given.pop("effective_on")), given.pop("signed_on", None)
        base = {
            "about": self.id(about),
            "effective_on": effective,
            "signed_on": parse_day(signed) if signed else None,
            "paper": paper.replace(" ", "-") or None,
        }
        fields = {f.name: self._value(kind, f, given, effective, base["signed_on"]) for f in kind.fields()}
        if fields.get("party_since", 0) is None:
            fields["party_since"] = fields["joined_on"]
        return kind(**base, **fields)

    def _value(self, kind: type[Act], field: Field, given: dict, effective: date, signed: object) -> object:
        value = given.get(field.name)
        if value is None and field.name == "code":
            return f"code-{len(self.ids)}-{self.seq}"
        if value is None and not (field.optional and field.name != "decided_on"):
            value = BY_DEFAULT.get(field.name)
        if isinstance(value, dict):
            value = value[kind.kind]
        if callable(value):
            return value(effective, signed)
        if value in (None, "", "-"):
            return None
        return self._parsed(field, str(value))

    def _parsed(self, field: Field, value: str) -> object:
        if field.type.name == "id":
            return self.id(value)
        if field.type.name == "yes_no":
            return value == "có"
        return field.read(int(value) if field.type.name in ("note", "whole") else value)

    def _judge(self, act: Act) -> list[Objection]:
        """What the act adds, to itself and to what stands after it; then it takes its place."""
        self.seq += 1
        entry = Entry(
            self.seq, self.seq, 1, act.kind, act.shape, act.about, act.organisation, act.effective_on,
            act.signed_on, act.paper, AT, 1, RECORD, None, act,
        )  # fmt: skip
        before = self.world.story(act.about)
        after = before.with_(entry)
        already = {(e.root, o.rule) for e, o in self._over(before, entry)}
        later = [o for e, o in self._over(after, entry) if (e.root, o.rule) not in already]
        own = judge(self.rules, after.upto(entry.order), act, self.world)
        found = own + later
        if all(objection.grade is not IMPOSSIBLE for objection in found):
            self.world.stories[act.about] = after
        return found

    def _over(self, told: Story, entry: Entry) -> Iterator[tuple[Entry, Objection]]:
        for known in told.after(entry.order):
            for objection in judge(self.rules, told.upto(known.order), known.act, self.world):
                yield known, objection


def story(text: str) -> Told:
    """Tell a story, judged by the rules of all rooms."""
    return Told(text)


def _begins(verb: str) -> bool:
    return verb in {"vào sổ", "thành lập", "lập địa bàn", "lập cơ quan"} or "có từ trước" in verb


def _beginning(name: str) -> list[str]:
    for start, (verb, sort, above) in WORLD.items():
        if name.startswith(start):
            return [LONG_AGO, "", verb, name, sort, *([above] if above else [])]
    return [LONG_AGO, "", "vào sổ", name]


def _days(text: str) -> Iterator[tuple[str, str]]:
    first, *more = re.findall(r"(?:([^\d]+) )?(\d{4}(?:-\d\d){0,2})", text)
    yield "effective_on", first[1]
    for word, day in more:
        yield DAYS[word.strip()], day
