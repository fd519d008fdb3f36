"""show: a person or an organisation on a day, as known at a place in the book; what is to be reviewed."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.access.events import Role
from thenchot.access.rights import Reach
from thenchot.law.objections import judge
from thenchot.law.recording import rules
from thenchot.law.words import say as say_objection
from thenchot.law.world import World, law_in_book, shipped_holidays
from thenchot.ledger import reading
from thenchot.ledger.days import full_years, spoken
from thenchot.ledger.entries import WITHDRAW, Entry
from thenchot.ledger.fold import in_force
from thenchot.ledger.kinds import ORGANISATION, PERSON
from thenchot.ledger.stories import Story
from thenchot.ledger.tree import lineage
from thenchot.ledger.vietnamese import order
from thenchot.rooms.asking import holding
from thenchot.rooms.membership.due import AWAY, LETTER, PROBATION, what_is_due
from thenchot.rooms.membership.reading import Review, members_by_cell, membership_of, to_review
from thenchot.rooms.offices.events import Post
from thenchot.rooms.offices.reading import holders_of, posts_of
from thenchot.rooms.organisations.reading import below, organisation_on, tree_on
from thenchot.rooms.people.reading import person_on
from thenchot.sealed.codes import coded_label

from . import asking, counted_words, results
from .closing import account
from .numbers import number
from .session import Session
from .subjects import names_of, subject
from .troubles import NOT_READ, Stop, when

AHEAD = 6  # months
OFFICE = {Role.OFFICE, Role.ORGANISING}
DUE = {
    PROBATION: lambda: _("hết thời kỳ dự bị, chi bộ xét công nhận chính thức"),
    LETTER: lambda: _("đã giới thiệu chuyển đến, chưa tiếp nhận"),
    AWAY: lambda: _("hết hạn sinh hoạt tạm thời nơi khác"),
}


def show(
    context: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar="PERSON|ORGANISATION", help=_("Số định danh, số thẻ, mã đảng viên, hoặc mã tổ chức.")
        ),
    ] = "",
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DAY", help=_("Vào cuối ngày; không ghi: hôm nay."))
    ] = "",
    known_by: Annotated[
        int | None, typer.Option("--known-by", metavar="SEQ", help=_("Theo sổ đến bản ghi số."))
    ] = None,
    review: Annotated[bool, typer.Option("--to-review", help=_("Danh sách cần xem lại."))] = False,
    organisation: Annotated[
        str, typer.Option("--organisation", help=_("Với --to-review: của tổ chức nào."))
    ] = "",
) -> None:
    """Rights are today's, whatever day is asked about."""
    session: Session = context.obj
    day, known = asking.as_of(session, as_of), asking.place(known_by)
    by = session.me.id
    if known is not None and not {held.role for held in Reach(by, session.day).held} & OFFICE:
        raise Stop(_("Xem sổ như đã biết trước đây chỉ dành cho văn phòng, ban tổ chức."))
    if review:
        _reviews(session, asking.organisation(organisation, day), day, known)
        return
    if not who:
        raise Stop(
            _("Đề nghị ghi số định danh, mã đảng viên hoặc mã tổ chức; hoặc --to-review."), code=NOT_READ
        )
    found = subject(who)
    sort = asking.sort_of(found)
    if sort not in (PERSON, ORGANISATION):
        raise Stop(_("“{text}” không phải đảng viên hay tổ chức đảng.").format(text=who), code=NOT_READ)
    if sort == PERSON:
        name = session.desk.show(found, by=by, at=session.now)  # the line of the log is written first
    else:
        session.desk.need(Action.SEE_ORGANISATION, by=by, at=session.now, organisation=found)
        name = names_of([found])[found]
    if day < asking.begins_on():
        raise Stop(asking.not_kept(_("Sổ")), code=NOT_READ)
    page = _person(found, day, known) if sort == PERSON else _organisation(session, found, day, known)
    page = {"name": name, "subject": str(found), "as_of": day, "known_by": known, **page}
    page["timeline"] = _timeline(found, day, known, today=session.day)
    if session.json:
        session.answer(page)
    else:
        _print(session, page, past=day < session.day)


def _print(session: Session, page: dict[str, Any], *, past: bool) -> None:
    session.say(page["name"])
    if past:
        session.say(
            _("Đang xem số liệu tính đến {day}. Ở chế độ này không ghi việc mới.").format(
                day=spoken(page["as_of"])
            )
        )
    if page["known_by"]:
        session.say(_("Theo sổ đến bản ghi số {seq}.").format(seq=number(page["known_by"])))
    for label, value in page["state"].items():
        session.say(f"  {label}: {value}")
    for label, lines in page["lists"].items():
        if lines:
            session.say(label)
            for line in lines:
                session.say(f"  {line}")
    session.say(_("Dòng thời gian"))
    session.table(
        [_("Ngày"), _("Việc"), _("Bản ghi"), _("Ai ghi, lúc nào"), ""],
        [
            [spoken(one["day"]), one["line"], one["seq"], one["written"], one["state"]]
            for one in page["timeline"]
        ],
    )


# ------------------------------------------------------------------------------------------ a person


def _person(person: int, day: date, known: int | None) -> dict[str, Any]:
    story = reading.story(person, known_by=known)
    return {"state": _about(person, day, known, story), "lists": _of_person(person, day, known, story)}


def _about(person: int, day: date, known: int | None, story: Story) -> dict[str, str]:
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


def _of_person(person: int, day: date, known: int | None, story: Story) -> dict[str, list[str]]:
    posts = posts_of(person, as_of=day, known_by=known)
    seats = names_of(post.seat for post in posts)
    held = [_("{post}, {seat}, từ {day}").format(
        post=counted_words.cell("post", one.post), seat=seats[one.seat], day=spoken(one.since)) for one in posts]  # fmt: skip
    return {
        _("Chức vụ"): held,
        _("Đến hạn"): _due(person, day, known),
        _("Cần xem lại"): [_sentence(one) for one in _open_reviews(person, day, story)],
    }


def _due(person: int, day: date, known: int | None) -> list[str]:
    m = membership_of(person, as_of=day, known_by=known)
    place = m.cell or m.transit
    if place is None:
        return []
    found = what_is_due(
        place,
        as_of=day,
        ahead=AHEAD,
        law=law_in_book(known_by=known),
        holidays=shipped_holidays(),
        known_by=known,
    )
    lines = []
    for one in found:
        if one.subject == person and one.what in DUE:
            line = _("{what}: từ {day}").format(what=DUE[one.what](), day=spoken(one.begins_on))
            if one.last_day:
                line += _(", chậm nhất {day}").format(day=spoken(one.last_day))
            lines.append(line + (_(" (quá hạn)") if one.overdue(day) else ""))
    return lines


def _open_reviews(person: int, day: date, story: Story) -> list[Review]:
    held = story.held("review", on=day)
    return [
        Review(person, key.partition("@")[0], int(key.partition("@")[2]), grade)
        for key, grade in held.items()
    ]


# ------------------------------------------------------------------------------------------ an organisation


def _organisation(session: Session, one: int, day: date, known: int | None) -> dict[str, Any]:
    on = organisation_on(one, as_of=day, known_by=known)
    lists: dict[str, list[str]] = {}
    heirs = _heirs(one, known)
    before = [int(s) for s in holding("heir", str(one), as_of=day, known_by=known)]
    if on is None:
        names = names_of([*heirs])
        state = {_("Trạng thái"): _("không tồn tại vào ngày này")}
        lists[_("Nơi kế thừa")] = [names[heir] for heir in heirs]
        return {"state": state, "lists": lists}
    line = lineage(lambda s: reading.story(s, known_by=known), one, day)[1:]
    tree = tree_on(as_of=day, known_by=known)
    members = _members(tree, day, known)
    direct = [child for child, parent in tree.items() if parent == one]
    children = sum(1 for node in tree if node != one and one in _line(tree, node))
    names = names_of([*line, *direct, *before, *heirs, *([on.place] if on.place else [])])
    counted = session.desk.may(Action.SEE_FIGURES, by=session.me.id, at=session.now, organisation=one).yes
    state = {
        _("Mã"): on.code,
        _("Loại"): counted_words.cell("type", on.type),
        **({_("Loại hình"): counted_words.cell("sector", on.sector)} if on.sector else {}),
        **({_("Trực thuộc"): " › ".join(names[above] for above in line)} if line else {}),
        **({_("Địa bàn"): names[on.place]} if on.place else {}),
        _("Tổ chức trực thuộc"): number(len(direct)),
        _("Tổ chức bên dưới"): number(children),
        **({_("Đảng viên"): number(members.get(one, 0))} if counted else {}),
    }
    lists[_("Bí thư, phó bí thư")] = _heads(session, one, day, known)
    lists[_("Tổ chức trực thuộc")] = [
        f"{names[c]}: {number(members.get(c, 0))}" if counted else names[c]
        for c in sorted(direct, key=lambda child: order(names[child]))
    ]
    lists[_("Kế thừa của")] = [names[s] for s in before]
    return {"state": state, "lists": lists}


def _heirs(one: int, known: int | None) -> list[int]:
    """Who inherited, and who inherited from the heir, up to one that stands."""
    found: list[int] = []
    at = one
    while (heir := reading.story(at, known_by=known).value("heir")) and int(heir) not in found:
        at = int(heir)
        found.append(at)
    return found


def _members(tree: Mapping[int, int | None], day: date, known: int | None) -> dict[int, int]:
    """The members under every organisation, each counted at his cell and at all above it."""
    found: dict[int, int] = {}
    for cell, persons in members_by_cell(as_of=day, known_by=known).items():
        for node in _line(tree, cell):
            found[node] = found.get(node, 0) + len(persons)
    return found


def _line(tree: Mapping[int, int | None], node: int) -> list[int]:
    """The organisation and everything above it."""
    line = [node]
    while (above := tree.get(line[-1])) is not None and above not in line:
        line.append(above)
    return line


def _heads(session: Session, one: int, day: date, known: int | None) -> list[str]:
    held = [
        h
        for h in holders_of(one, as_of=day, known_by=known)
        if h.post in (Post.SECRETARY, Post.DEPUTY_SECRETARY)
    ]
    labels = _names(session, [h.person for h in held], one)
    return [f"{counted_words.cell('post', h.post)}: {labels[h.person]}" for h in held]


def _names(session: Session, persons: Iterable[int], organisation: int) -> dict[int, str]:
    wanted = list(persons)
    if not wanted:
        return {}
    try:
        return session.desk.names(wanted, by=session.me.id, at=session.now, organisation=organisation)
    except NotAllowed:
        return {one: coded_label(one) for one in wanted}


# ------------------------------------------------------------------------------------------ both


def _timeline(one: int, day: date, known: int | None, *, today: date) -> list[dict[str, Any]]:
    """Line by line: what stands, with what was corrected or withdrawn beside it."""
    entries = [e for e in reading.entries(one) if known is None or e.seq <= known]
    standing = {e.seq for e in in_force(entries)}
    last = {e.root: e for e in entries}
    shown = [e for e in entries if e.effective_on <= day or day >= today]
    return [
        {"day": e.effective_on, "line": results.told(e), "seq": e.seq, "kind": e.kind, "paper": e.paper,
         "written": f"{account(e.by)}, {when(e.written_at)}",
         "state": _state(e, last[e.root], e.seq in standing, day)}
        for e in sorted(shown, key=lambda e: (*e.order, e.seq))
        if not e.kind.startswith("law.")
    ]  # fmt: skip


def _state(entry: Entry, last: Entry, stands: bool, day: date) -> str:
    if stands:
        return _("sắp có hiệu lực") if entry.effective_on > day else ""
    if last.does == WITHDRAW:
        return (
            _("hủy bản ghi (ghi nhầm)")
            if entry.seq == last.seq
            else _("đã hủy bởi bản ghi {seq}").format(seq=last.seq)
        )
    return _("đã đính chính bởi bản ghi {seq}").format(seq=last.seq)


def _reviews(session: Session, organisation: int, day: date, known: int | None) -> None:
    session.desk.need(Action.SEE_ROWS, by=session.me.id, at=session.now, organisation=organisation)
    inside = set(below(organisation, as_of=day, known_by=known))
    whole = organisation == asking.top(day)
    found = []
    for one in to_review(as_of=day, known_by=known):
        entry = reading.entry(one.entry)
        if whole or entry.organisation in inside:
            found.append((one, entry))
    labels = _names(session, {entry.about for _one, entry in found}, organisation)
    reader = _Reader()
    rows = [{"who": labels.get(e.about) or names_of([e.about])[e.about], "entry": one.entry, "day": e.effective_on,
             "paper": e.paper or "", "rule": one.rule, "grade": one.grade, "sentence": _sentence(one, reader)} for one, e in found]  # fmt: skip
    if session.json:
        session.answer(rows)
        return
    if not rows:
        session.say(_("Không có mục nào cần xem lại."))
        return
    session.table(
        [_("Họ và tên"), _("Bản ghi"), _("Ngày"), _("Văn bản"), _("Vì sao cần xem lại")],
        [[row["who"], row["entry"], spoken(row["day"]), row["paper"], row["sentence"]] for row in rows],
        title=_("CẦN XEM LẠI: {count}").format(count=number(len(rows))),
    )


class _Reader:
    """The neighbours' stories, for a rule that is asked again."""

    def __init__(self) -> None:
        self.written: list[Entry] = []
        self._known: dict[int, Story] = {}

    def story(self, one: int) -> Story:
        if one not in self._known:
            self._known[one] = reading.story(one)
        return self._known[one]

    def fetch(self, subjects: Iterable[int]) -> None:
        for one in subjects:
            self.story(one)


def _sentence(one: Review, reader: _Reader | None = None) -> str:
    """What the rule says of the act as it stands now."""
    reader = reader or _Reader()
    world = World(reader, law_in_book(), shipped_holidays())
    story = reader.story(one.subject)
    entry = next((e for e in story if e.root == one.entry), None)
    if entry is None or entry.act is None:
        return _("Dữ liệu của việc này đã xóa")
    for objection in judge(rules(), story.upto(entry.order), entry.act, world):
        if objection.rule == one.rule:
            return say_objection(objection)
    return _("Khi ghi chưa khớp quy định, nay không còn ({rule}).").format(rule=one.rule)
