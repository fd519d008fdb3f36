"""What the award of a Party badge must respect."""

from __future__ import annotations

from datetime import date

from thenchot.law.objections import UNVERIFIED, Objection, World, against, impossible
from thenchot.ledger.days import months_after
from thenchot.ledger.stories import Story

from .deadlines import Facts, day_of
from .events import BadgeAwarded


def party_age_reached(story: Story, act: BadgeAwarded) -> date | None:
    """The day on which the badge's years of Party age are full; nothing where that cannot be counted."""
    since = day_of(story, "party_since")
    return months_after(since, int(act.years) * 12) if since and act.years.isdecimal() else None


@impossible(on=(BadgeAwarded,))
def badge_is_given_once(story: Story, act: BadgeAwarded, world: World) -> Facts:
    """Mỗi loại Huy hiệu Đảng tặng một người một lần; cấp lại khi mất không phải là tặng."""
    since = story.since("badge", act.years)
    return {"since": since, "years": act.years} if since else None


@against("badge.years", on=(BadgeAwarded,))
def badge_is_one_of_the_law(story: Story, act: BadgeAwarded, world: World, years: tuple[int, ...]) -> Facts:
    """Hướng dẫn 01-HD/TW ngày 28/9/2021, mục 18: 30, 40, 45, 50 năm tuổi đảng và mỗi 5 năm đến 90."""
    known = act.years.isdecimal() and int(act.years) in years
    return None if known else {"years": act.years}


@against("badge.early_to_65", "badge.early_from_70", "badge.early_posthumous", on=(BadgeAwarded,))
def badge_comes_with_its_party_age(
    story: Story, act: BadgeAwarded, world: World, to_65: int, from_70: int, posthumous: int
) -> Facts:
    """Hướng dẫn 01-HD/TW ngày 28/9/2021, mục 18: xét sớm không quá 12 tháng, từ 70 năm không quá 24 tháng.

    Truy tặng: đến ngày từ trần, sớm không quá 12 tháng. Vì sao xét sớm thì sổ không ghi.
    """
    full = party_age_reached(story, act)
    if full is None:
        return None
    early = posthumous if act.posthumous else from_70 if int(act.years) >= 70 else to_65
    died = day_of(story, "died")
    until = died if act.posthumous and died else act.effective_on
    if until >= months_after(full, -early):
        return None
    return {"full": full, "years": act.years, "months": early}


@against("badge.presented_on", on=(BadgeAwarded,))
def badge_is_presented_on_its_day(
    story: Story, act: BadgeAwarded, world: World, days: tuple[str, ...]
) -> Objection | None:
    """Hướng dẫn 01-HD/TW ngày 28/9/2021, mục 18: trao vào dịp 3/2, 19/5, 2/9, 7/11 và các ngày lễ lớn khác.

    Các ngày lễ khác do tỉnh xem xét, nên ngoài bốn dịp chỉ yêu cầu xem lại; trừ truy tặng và xét sớm.
    """
    full = party_age_reached(story, act)
    if act.posthumous or (full and act.effective_on < full) or f"{act.effective_on:%m-%d}" in days:
        return None
    return Objection("badge_is_presented_on_its_day", UNVERIFIED, {"day": act.effective_on})


BADGE_RULES = [
    badge_is_given_once,
    badge_is_one_of_the_law,
    badge_comes_with_its_party_age,
    badge_is_presented_on_its_day,
]
