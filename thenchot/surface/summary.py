"""Trích ngang: a person on a day as labelled facts, the few that are asked for daily and then all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from thenchot.law.values import LawBook
from thenchot.ledger.days import full_years, months_after, spoken
from thenchot.rooms.membership.events import Standing
from thenchot.rooms.membership.reading import Membership
from thenchot.rooms.offices.reading import Held
from thenchot.rooms.people.reading import PersonOn

from .counted_words import cell

Facts = dict[str, str]


def places(m: Membership, posts: Iterable[Held]) -> list[int]:
    """The organisations whose names the summary needs."""
    found = [m.cell, m.transit, m.guest_of, m.residence, *(post.seat for post in posts)]
    return [one for one in found if one is not None]


def brief(
    m: Membership, own: PersonOn | None, posts: Iterable[Held], *, law: LawBook, names: Mapping[int, str]
) -> Facts:
    """What an office asks for daily; labels in the order of the screen."""
    found: Facts = {}
    if m.joined_on:
        found[_("Ngày vào Đảng")] = spoken(m.joined_on)
    if official := _official(m, law):
        found[_("Ngày chính thức")] = official
    for label, one in (
        (_("Chi bộ"), m.cell),
        (_("Đang chuyển đến"), m.transit),
        (_("Sinh hoạt tạm thời tại"), m.guest_of),
    ):
        if one:
            found[label] = names[one]
    if own:
        found[_("Trình độ")] = f"{cell('general', own.general)}; {cell('professional', own.professional)}"
    held = [
        _("{post}, {seat}, từ {day}").format(
            post=cell("post", p.post), seat=names[p.seat], day=spoken(p.since)
        )
        for p in posts
    ]
    found[_("Chức vụ")] = "; ".join(held) or _("không")
    found[_("Nơi cư trú (213)")] = names[m.residence] if m.residence else _("chưa ghi")
    if m.exempt:
        found[_("Miễn sinh hoạt")] = _("có")
    if m.away_until:
        found[_("Sinh hoạt tạm thời nơi khác đến")] = spoken(m.away_until)
    return found


def rest(m: Membership, own: PersonOn | None, *, on: date) -> Facts:
    """Everything else the book counts of a person."""
    found: Facts = {}
    if m.party_since and m.standing:
        found[_("Tuổi đảng")] = _("{years} năm, tính từ {day}").format(
            years=full_years(m.party_since, on), day=spoken(m.party_since)
        )
    if own is None:
        return found
    return found | {
        _("Sinh (tháng, năm trong sổ)"): spoken(own.birth),
        _("Giới tính"): cell("sex", own.sex),
        _("Dân tộc (tự khai)"): cell("ethnicity", own.ethnicity),
        _("Trình độ học vấn phổ thông"): cell("general", own.general),
        _("Trình độ chuyên môn"): cell("professional", own.professional),
        _("Trình độ lý luận chính trị"): cell("theory", own.theory),
        _("Nghề nghiệp"): cell("occupation", own.occupation),
        _("Là đoàn viên"): _("có") if own.youth_union else _("không"),
        _("Là chủ doanh nghiệp"): _("có") if own.business_owner else _("không"),
    }


def sex(own: PersonOn | None) -> str:
    """`nam`, `nữ`; nothing where it is not known."""
    return cell("sex", own.sex) if own else ""


def standing(m: Membership) -> str:
    """`Đảng viên dự bị từ 09/10/2025`; that somebody is no member or has died."""
    if m.died_on:
        return _("Từ trần {day}").format(day=spoken(m.died_on))
    if m.standing == Standing.PROBATIONARY:
        return _("Đảng viên dự bị từ {day}").format(day=spoken(m.joined_on))
    if m.standing == Standing.FULL:
        if m.official_on is None:
            return _("Đảng viên chính thức")
        return _("Đảng viên chính thức từ {day}").format(day=spoken(m.official_on))
    return _("Khách sinh hoạt tạm thời") if m.guest_of else _("Không là đảng viên")


def _official(m: Membership, law: LawBook) -> str:
    """The day of recognition, or the one that probation leads to."""
    if m.official_on or m.standing != Standing.PROBATIONARY or m.joined_on is None:
        return spoken(m.official_on)
    months = law.value("probation.months", m.joined_on)
    if months is None or not isinstance(months.value, int):
        return ""
    return _("(sẽ là {day})").format(day=spoken(months_after(m.joined_on, months.value)))
