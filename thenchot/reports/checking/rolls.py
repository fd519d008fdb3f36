"""Counts above their roll: of one act by one level against all of it; members above all members."""

# ruff: noqa: E501 (lists of words stay together)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .numbers import shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role, clause_before
from .vocabulary import PLANNED, ROLLED, folded
from .wording import find

MANY = 200  # figures of one act: a list of places, not a report
ACTS = folded(
    "khai trừ · xóa tên · cho ra khỏi · xin ra khỏi · khiển trách · cảnh cáo · cách chức · giải tán · kết nạp"
    "· công nhận chính thức · công nhận đảng viên chính thức · luân chuyển · điều động · bổ nhiệm · tố cáo · khiếu nại"
)
LEVELS = folded(
    "cấp huyện · cấp xã · cấp tỉnh · cấp cơ sở · ủy ban kiểm tra · ủy ban kiểm tra các cấp · ban thường vụ · cấp ủy cơ sở"
    "· chi bộ · đảng ủy cơ sở · trong doanh nghiệp · nông thôn · trường học · lực lượng vũ trang · nữ · dân tộc thiểu số"
)
TOTALS = folded(
    "tổng số · toàn đảng bộ · toàn tỉnh · toàn huyện · toàn xã · toàn phường · tổng cộng · cả tỉnh"
)
ROLL = folded(
    "tổng số · toàn đảng bộ có · toàn đảng bộ hiện có · đảng bộ có · đảng bộ hiện có · toàn đảng bộ · toàn xã có · toàn xã hiện có"
    "· toàn phường có · toàn phường hiện có · toàn tỉnh có · toàn tỉnh hiện có"
    "· đảng bộ tỉnh có · đảng bộ tỉnh hiện có · đảng bộ huyện có · đảng bộ huyện hiện có · đảng bộ thành phố có"
    "· đảng bộ thành phố hiện có · đảng bộ xã có · đảng bộ xã hiện có · đảng bộ phường có · đảng bộ phường hiện có"
)
WHOLE = folded("toàn đảng bộ · của toàn đảng bộ · trong toàn đảng bộ · của đảng bộ")
NOT_ROLL = folded(
    "kết nạp · kỷ luật · được · bị · lượt · mới · tham gia · nữ · miễn · đánh giá · xếp loại · dự bị · kiểm tra · đầu năm · đầu kỳ · đầu nhiệm kỳ · đầu quý · không còn · chưa · ra khỏi · chuyển"
)


def rolls(page: Page) -> Iterator[Relation]:
    counts = [one for one in page.seen.values() if one.role is Role.COUNT]
    yield from acts(page, counts)
    yield from members(page, counts)


def acts(page: Page, counts: list[Seen]) -> Iterator[Relation]:
    by_act: dict[tuple[tuple[str, ...], str], list[tuple[Seen, bool]]] = {}
    for one in counts:
        if (act := act_of(one)) and not aimed(page, one):
            by_act.setdefault((act, one.sort), []).append((one, levelled(page, one)))
    for group in by_act.values():
        if len(group) > MANY:
            continue
        totals = [one for one, level in group if not level]
        for part in (one for one, level in group if level):
            others = [t for t in totals if (t.passage, t.sentence) != (part.passage, part.sentence)]
            if others and all(t.figure.value < part.figure.value for t in others):
                yield above(page, part, max(others, key=lambda t: t.figure.value))


def aimed(page: Page, one: Seen) -> bool:
    """“phấn đấu kết nạp 40 đảng viên”: what nobody has done yet is no total."""
    return PLANNED.among(tuple(clause_before(page.sentence(one), one.at)))


def act_of(one: Seen) -> tuple[str, ...]:
    """The act right at the figure: what follows it decides before what stands ahead."""
    for side in (one.words.before, one.words.after):
        named = [act for act in ACTS.all if find(side, act) >= 0]
        if len(named) == 1:
            return named[0]
    return ()


def levelled(page: Page, one: Seen) -> bool:
    """The clause names a level or a group: the count is of a part."""
    tokens = page.sentence(one).tokens
    start = max((at for at in range(one.at) if tokens[at] in (";", "(")), default=-1) + 1
    return LEVELS.among(tokens[start : one.at]) or LEVELS.among(one.words.after)


def above(page: Page, part: Seen, total: Seen) -> Relation:
    said_total = TOTALS.among(page.sentence(total).tokens)
    same = part.figure.period == total.figure.period and bool(part.figure.period.since)
    loose = part.loose or total.loose
    verdict = Verdict.FAILS if said_total and same and not loose else Verdict.DEPENDS
    return exceeds(part, total, verdict, "roll_part_exceeds", "two_periods")


def exceeds(part: Seen, total: Seen, verdict: Verdict, reason: str, hangs_on: str) -> Relation:
    return relation(
        Kind.ROLL, verdict, (part.figure, total.figure),
        f"{shown(part.figure.value)} ≤ {shown(total.figure.value)}", reason, printed=part.figure,
        innocent="other_period_or_times", hangs_on=hangs_on, part=part.figure.text, whole=total.figure.text,
        part_line=part.figure.line, whole_line=total.figure.line,
    )  # fmt: skip


def members(page: Page, counts: list[Seen]) -> Iterator[Relation]:
    """Counts of members (or cells) above the number that the report says there are."""
    rolls: dict[tuple[str, ...], list[Seen]] = {}
    for one in counts:
        if rolled(one) and is_roll(page, one) and not one.loose:
            rolls.setdefault(rolled(one), []).append(one)
    said = {noun: most_said(held) for noun, held in rolls.items()}
    for one in counts:
        roll = said.get(rolled(one))
        if roll and one.figure.value > roll.figure.value and not one.times and not one.loose:
            yield exceeds(one, roll, Verdict.DEPENDS, "roll_exceeds", "times_or_persons")


def rolled(one: Seen) -> tuple[str, ...]:
    """The noun after the number; “số đảng viên … là 405 đồng chí” has it ahead."""
    direct = next((noun for noun in ROLLED.all if one.words.after[: len(noun)] == noun), ())
    if direct or "là" not in one.words.before[-3:]:
        return direct
    return next((noun for noun in ROLLED.all if find(one.words.before, ("số", *noun)) >= 0), ())


def most_said(held: list[Seen]) -> Seen:
    """The number that is printed most often, the largest of these."""
    often = Counter(one.figure.value for one in held)
    return max(held, key=lambda one: (often[one.figure.value], one.figure.value))


def is_roll(page: Page, one: Seen) -> bool:
    """“toàn Đảng bộ có 1.412 đảng viên”, and the second of “… có 59 chi bộ, 1.412 đảng viên”."""
    ahead = tuple(clause_before(page.sentence(one), one.at))
    ahead = ahead[ahead.index(":") + 1 :] if ":" in ahead else ahead
    if NOT_ROLL.among(ahead + one.words.after[:4]) or ACTS.among(ahead + one.words.after[:4]):
        return False
    if ROLL.among(ahead) or WHOLE.at(one.words.after, len(rolled(one))):
        return True
    before = [o for o in page.of_sentence(one.passage, one.sentence) if o.at < one.at][-1:]
    if (
        not before
        or not rolled(before[0])
        or rolled(before[0]) == rolled(one)
        or before[0].depth != one.depth
    ):
        return False
    between = page.sentence(one).tokens[before[0].at + 1 + len(rolled(before[0])) : one.at]
    return between in ((",",), ("với",), ("và",), (",", "với"), ("gồm",)) and is_roll(page, before[0])
