"""A person on a day, as labelled facts: standing, posts, what is due, what is to be looked at again."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.ledger import reading
from thenchot.ledger.days import full_years, months_after, spoken
from thenchot.ledger.stories import Story
from thenchot.rooms.due import Clocks, What
from thenchot.rooms.membership.due import of_person
from thenchot.rooms.membership.reading import membership_of
from thenchot.rooms.offices.reading import posts_of
from thenchot.rooms.people.reading import person_on

from . import counted_words
from .subjects import names_of

AHEAD = 6  # months
DUE = {
    What.PROBATION: lambda: _("hết thời kỳ dự bị, chi bộ xét công nhận chính thức"),
    What.LETTER: lambda: _("đã giới thiệu chuyển đến, chưa tiếp nhận"),
    What.AWAY: lambda: _("hết hạn sinh hoạt tạm thời nơi khác"),
}


def facts(person: int, day: date, known: int | None, story: Story) -> dict[str, str]:
    """What is known of the person at the end of the day, by label; as known at a place in the book."""
    m, own = membership_of(person, as_of=day, known_by=known), person_on(person, as_of=day, known_by=known)
    names = names_of(one for one in (m.cell, m.transit, m.guest_of, m.residence) if one)
    found: dict[str, str] = {}
    if m.died_on:
        found[_("Từ trần")] = spoken(m.died_on)
    elif m.standing is None:
        found[_("Theo diện")] = _("không là đảng viên vào ngày này")
    else:
        found[_("Theo diện")] = counted_words.cell("standing", m.standing)
    for label, one in ((_("Chi bộ"), m.cell), (_("Đang chuyển đến"), m.transit),
                       (_("Sinh hoạt tạm thời tại"), m.guest_of), (_("Mối liên hệ nơi cư trú"), m.residence)):  # fmt: skip
        if one:
            found[label] = names[one]
    for label, on in (
        (_("Vào Đảng"), m.joined_on),
        (_("Chính thức"), m.official_on),
        (_("Tạm thời nơi khác đến"), m.away_until),
    ):
        if on:
            found[label] = spoken(on)
    if m.party_since and m.standing:
        found[_("Tuổi đảng")] = _("{years} năm, tính từ {day}").format(
            years=full_years(m.party_since, day), day=spoken(m.party_since)
        )
    if m.exempt:
        found[_("Miễn sinh hoạt")] = _("có")
    if own is None and any(entry.act is None for entry in story):
        found[_("Dữ liệu")] = _("đã xóa")
    if own is not None:
        found |= {
            _("Sinh"): spoken(own.birth),
            _("Giới tính"): counted_words.cell("sex", own.sex),
            _("Dân tộc"): counted_words.cell("ethnicity", own.ethnicity),
            _("Học vấn"): counted_words.cell("general", own.general),
            _("Chuyên môn"): counted_words.cell("professional", own.professional),
            _("Lý luận chính trị"): counted_words.cell("theory", own.theory),
            _("Nghề nghiệp"): counted_words.cell("occupation", own.occupation),
        }
    return found


def posts(person: int, day: date, known: int | None) -> list[str]:
    """The posts held at the end of the day, one in a line."""
    held = posts_of(person, as_of=day, known_by=known)
    seats = names_of(post.seat for post in held)
    return [_("{post}, {seat}, từ {day}").format(
        post=counted_words.cell("post", one.post), seat=seats[one.seat], day=spoken(one.since)) for one in held]  # fmt: skip


def due(person: int, day: date, known: int | None) -> list[str]:
    """What the law's clocks say of the person within half a year, one in a line."""
    clocks = Clocks(day, law_in_book(known_by=known), shipped_holidays())
    lines = []
    for one in of_person(reading.story(person, known_by=known), clocks):
        if one.since <= months_after(day, AHEAD):
            line = _("{what}: từ {day}").format(what=DUE[one.kind](), day=spoken(one.since))
            if one.due_on:
                line += _(", chậm nhất {day}").format(day=spoken(one.due_on))
            lines.append(line + (_(" (quá hạn)") if one.overdue else ""))
    return lines
