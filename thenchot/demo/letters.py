"""Letters of the province with deadlines for its communes, autumn 2026; some communes ask their cells."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from thenchot.ledger.days import PartialDay
from thenchot.rooms.documents.actions import with_asked
from thenchot.rooms.documents.events import Answered, Asks, DeadlineSet, How

from .dice import Dice
from .workdays import DAY, ENDS, workday_before
from .world import Organisation, World

HANDED_ON = 12  # communes that ask their cells
SILENT = 9  # one in so many has not answered


class Letter(NamedTuple):
    number: int
    signed: date
    asks: Asks
    title: str
    due: date
    data_to: date | None = None
    monthly: bool = False


def _on(month: int, day: int) -> date:
    return date(2026, month, day)


LETTERS = (
    Letter(701, _on(9, 1), Asks.REPORT, "Báo cáo tháng", _on(9, 25), _on(9, 20), True),
    Letter(704, _on(9, 3), Asks.FIGURES, "Biểu tăng, giảm đảng viên 8 tháng", _on(9, 15), _on(8, 31)),
    Letter(709, _on(9, 7), Asks.LIST, "Danh sách đảng viên đề nghị tặng Huy hiệu đợt 7/11", _on(9, 25)),
    Letter(713, _on(9, 10), Asks.PLAN, "Kế hoạch đối khớp danh sách đảng viên", _on(9, 30)),
    Letter(718, _on(9, 16), Asks.FIGURES, "Số liệu chi bộ có dưới 7 đảng viên", _on(9, 30), _on(9, 15)),
    Letter(722, _on(9, 18), Asks.DRAFT_READ, "Góp ý dự thảo quy chế làm việc mẫu", _on(10, 5)),
    Letter(726, _on(9, 22), Asks.REPORT, "Báo cáo 9 tháng", _on(10, 5), _on(9, 25)),
    Letter(731, _on(9, 25), Asks.LIST, "Danh sách đảng viên dự bị quá hạn xét", _on(10, 10), _on(9, 30)),
    Letter(735, _on(10, 1), Asks.FIGURES, "Biểu số lượng tổ chức cơ sở đảng", _on(10, 15), _on(9, 30)),
    Letter(740, _on(10, 5), Asks.RESOLUTION, "Nghị quyết chuyên đề quý III", _on(10, 20)),
    Letter(744, _on(10, 8), Asks.LIST, "Danh sách cấp ủy viên sau sắp xếp", _on(10, 25), _on(9, 30)),
    Letter(749, _on(10, 12), Asks.DOSSIER, "Hồ sơ đề nghị kết nạp quý IV", _on(11, 5)),
    Letter(753, _on(10, 15), Asks.FIGURES, "Biểu miễn sinh hoạt 10 tháng", _on(11, 5), _on(10, 31)),
    Letter(758, _on(10, 20), Asks.MINUTES, "Biên bản sinh hoạt chuyên đề quý III", _on(11, 10)),
    Letter(762, _on(10, 23), Asks.SUBMISSION, "Tờ trình bổ sung cấp ủy viên khuyết", _on(11, 15)),
    Letter(767, _on(10, 27), Asks.PLAN, "Kế hoạch kiểm điểm, xếp loại năm 2026", _on(11, 20)),
    Letter(790, _on(11, 2), Asks.FIGURES, "Biểu tăng, giảm đảng viên 11 tháng", _on(12, 5), _on(11, 30)),
    Letter(812, _on(11, 3), Asks.REPORT, "Báo cáo năm 2026", _on(12, 10), _on(11, 30)),
    Letter(820, _on(11, 6), Asks.LIST, "Danh sách đảng viên đủ tuổi đảng đợt 3/2/2027", _on(12, 10)),
    Letter(826, _on(11, 10), Asks.DRAFT_READ, "Góp ý dự thảo hướng dẫn xếp loại", _on(11, 25)),
)


def letters(world: World, year: int, month: int) -> None:
    """The letters signed in a month, to whom they went, and the answers up to the end of the story."""
    signed = [one for one in LETTERS if (one.signed.year, one.signed.month) == (year, month)]
    if not signed:
        return
    dice, top = Dice(world.seed, 20_000 + month), world.organisations["tq"]
    communes = [o for o in world.organisations.values() if o.what == "new_commune" and not o.ended]
    for letter in signed:
        code = _set(world, letter, top, top, communes, None)
        _answers(world, dice, letter, code, communes)
        for commune in communes[:HANDED_ON] if letter.asks in (Asks.LIST, Asks.MINUTES) else ():
            cells = [cell for cell in world.cells if cell.parent is commune and not cell.ended]
            _answers(world, dice, letter, _set(world, letter, top, commune, cells, code), cells)


def _set(
    world: World, letter: Letter, issuer: Organisation, keeper: Organisation, asked: list[Organisation],
    follows: str | None,
) -> str:  # fmt: skip
    """A deadline with those who must answer; its code. Cells have three days less than their commune."""
    code = f"{world.mint.subject():016x}"
    deadline = DeadlineSet(
        about=keeper.id, organisation=keeper.id, effective_on=letter.signed, signed_on=letter.signed,
        paper=f"{letter.number}-CV/TU", deadline=code, asks=letter.asks, title=world.notes(letter.title),
        due_on=letter.due - 3 * DAY if follows else letter.due,
        data_to=None if follows else letter.data_to,
        monthly=letter.monthly, issuer=issuer.id, follows=follows,
    )  # fmt: skip
    world.put(letter.signed, *with_asked(deadline, (one.id for one in asked)))
    return code


def _answers(world: World, dice: Dice, letter: Letter, code: str, asked: list[Organisation]) -> None:
    """Most answer in the last days before the due day, a few late, one in nine not yet."""
    rounds = [letter.due.replace(month=m) for m in (9, 10, 11)] if letter.monthly else [letter.due]
    for due in rounds:
        month = PartialDay.of(f"{due:%Y-%m}") if letter.monthly else None
        for one in asked:
            day = workday_before(due, dice.between(0, 12))
            day = workday_before(due + 4 * DAY) if dice.one_in(30) else max(day, letter.signed + DAY)
            how = How.NOTHING_AROSE if dice.one_in(8) else How.SUBMITTED
            if not dice.one_in(SILENT) and day < ENDS:
                world.put(day, _answer(one, code, day, month, how))


def _answer(one: Organisation, code: str, day: date, month: PartialDay | None, how: How) -> Answered:
    return Answered(about=one.id, organisation=one.id, effective_on=day, deadline=code, month=month, how=how)
