"""Findings of a checked report in the order they are gone through, and the marks they leave in its text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from thenchot.reports.checking.relations import Relation, Verdict
from thenchot.reports.checking_words import HANGS_ON, INNOCENT, VERDICTS, say
from thenchot.reports.commented import spoken_of
from thenchot.surface.checked import Checked

from .marked import SIGNS, Mark

STEPPED = (Verdict.FAILS, Verdict.DEPENDS)
REST = (Verdict.ROUNDED, Verdict.HOLDS, Verdict.UNKNOWN)


@dataclass(frozen=True)
class Found:
    """One finding: its `number` on the page from 1, its `index` among the relations, what it says.

    `why` is a possible innocent reason and what it depends on; `figures` and `lines` are where it is.
    """

    number: int
    index: int
    verdict: str
    sign: str
    title: str
    place: int
    says: str
    why: str
    figures: tuple[int, ...]
    lines: tuple[int, ...]


def findings(checked: Checked, verdicts: tuple[Verdict, ...], most: int) -> list[Found]:
    """Those of these verdicts, verdict by verdict in this order, inside each in the order of the text.

    No more than `most`: each is put into words.
    """
    found: list[Found] = []
    for verdict in verdicts:
        own = [(at, one) for at, one in enumerate(checked.relations) if one.verdict is verdict]
        begun = len(found)
        found += [
            _found(checked, one, begun + place, index, place)
            for place, (index, one) in enumerate(own[: most - begun], 1)
        ]
    return found


def _found(checked: Checked, relation: Relation, number: int, index: int, place: int) -> Found:
    hints = [str(HANGS_ON[relation.hangs_on])] if relation.hangs_on else []
    hints += [str(INNOCENT[relation.innocent])] if relation.innocent else []
    why = " ".join(hints)
    return Found(
        number=number, index=index, verdict=relation.verdict.value, sign=SIGNS[relation.verdict],
        title=str(VERDICTS[relation.verdict]), place=place,
        says=say(relation, checked.reading).removesuffix(why).rstrip(), why=why,
        figures=relation.figures, lines=relation.lines,
    )  # fmt: skip


def counts(checked: Checked) -> dict[str, int]:
    """How many came out how; *khớp sau làm tròn* counts as *khớp*."""
    found = Counter(one.verdict for one in checked.relations)
    found[Verdict.HOLDS] += found[Verdict.ROUNDED]
    said = {one.value: found[one] for one in Verdict}
    return said | {"stepped": found[Verdict.FAILS] + found[Verdict.DEPENDS],
                   "rest": found[Verdict.HOLDS] + found[Verdict.UNKNOWN]}  # fmt: skip


def marks(checked: Checked, stepped: list[Found]) -> dict[int, Mark]:
    """Each figure's mark: of a finding only the figure it is about, then those that hold."""
    found: dict[int, Mark] = {}
    for one in stepped:
        relation = checked.relations[one.index]
        if relation.figures:
            ordinal = spoken_of(relation, checked.reading).ordinal
            found.setdefault(ordinal, Mark(one.sign, one.verdict, one.number))
    for verdict in (Verdict.ROUNDED, Verdict.HOLDS):
        for relation in checked.relations:
            if relation.verdict is verdict:
                for ordinal in relation.figures:
                    found.setdefault(ordinal, Mark(SIGNS[verdict], verdict.value))
    return found
