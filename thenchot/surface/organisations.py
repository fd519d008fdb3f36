"""An organisation on a day, as labelled facts: kind, place in the tree, members, heads, heirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import Desk, NotAllowed
from thenchot.ledger import reading
from thenchot.ledger.tree import lineage
from thenchot.ledger.vietnamese import order
from thenchot.rooms.asking import holding
from thenchot.rooms.membership.reading import members_by_cell
from thenchot.rooms.offices.events import Post
from thenchot.rooms.offices.reading import holders_of
from thenchot.rooms.organisations.reading import organisation_on, tree_on
from thenchot.sealed.codes import coded_label

from . import counted_words
from .numbers import number
from .subjects import names_of

Facts = tuple[dict[str, str], dict[str, list[str]]]


def facts(desk: Desk, one: int, *, day: date, known: int | None, by: int, at: datetime) -> Facts:
    """What is known of the organisation at the end of the day, by label; then lists of lines, by label.

    The number of members only for those who may see figures; names as `names` gives them.
    """
    on = organisation_on(one, as_of=day, known_by=known)
    lists: dict[str, list[str]] = {}
    heirs = heirs_of(one, known)
    before = [int(s) for s in holding("heir", str(one), as_of=day, known_by=known)]
    if on is None:
        names = names_of([*heirs])
        state = {_("Trạng thái"): _("không tồn tại vào ngày này")}
        lists[_("Nơi kế thừa")] = [names[heir] for heir in heirs]
        return state, lists
    line = lineage(lambda s: reading.story(s, known_by=known), one, day)[1:]
    tree = tree_on(as_of=day, known_by=known)
    members = members_under(tree, day, known)
    direct = [child for child, parent in tree.items() if parent == one]
    children = sum(1 for node in tree if node != one and one in line_above(tree, node))
    names = names_of([*line, *direct, *before, *heirs, *([on.place] if on.place else [])])
    counted = desk.may(Action.SEE_FIGURES, by=by, at=at, organisation=one).yes
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
    lists[_("Bí thư, phó bí thư")] = _heads(desk, one, day, known, by, at)
    lists[_("Tổ chức trực thuộc")] = [
        f"{names[c]}: {number(members.get(c, 0))}" if counted else names[c]
        for c in sorted(direct, key=lambda child: order(names[child]))
    ]
    lists[_("Kế thừa của")] = [names[s] for s in before]
    return state, lists


def heirs_of(one: int, known: int | None) -> list[int]:
    """Who inherited, and who inherited from the heir, up to one that stands."""
    found: list[int] = []
    at = one
    while (heir := reading.story(at, known_by=known).value("heir")) and int(heir) not in found:
        at = int(heir)
        found.append(at)
    return found


def members_under(tree: Mapping[int, int | None], day: date, known: int | None) -> dict[int, int]:
    """The members under every organisation, each counted at his cell and at all above it."""
    found: dict[int, int] = {}
    for cell, persons in members_by_cell(as_of=day, known_by=known).items():
        for node in line_above(tree, cell):
            found[node] = found.get(node, 0) + len(persons)
    return found


def line_above(tree: Mapping[int, int | None], node: int) -> list[int]:
    """The organisation and everything above it."""
    line = [node]
    while (above := tree.get(line[-1])) is not None and above not in line:
        line.append(above)
    return line


def _heads(desk: Desk, one: int, day: date, known: int | None, by: int, at: datetime) -> list[str]:
    held = [
        h
        for h in holders_of(one, as_of=day, known_by=known)
        if h.post in (Post.SECRETARY, Post.DEPUTY_SECRETARY)
    ]
    labels = names(desk, [h.person for h in held], one, by=by, at=at)
    return [f"{counted_words.cell('post', h.post)}: {labels[h.person]}" for h in held]


def names(desk: Desk, persons: Iterable[int], organisation: int, *, by: int, at: datetime) -> dict[int, str]:
    """Names for a list of the organisation; codes for those who may not see names."""
    wanted = list(persons)
    if not wanted:
        return {}
    try:
        return desk.names(wanted, by=by, at=at, organisation=organisation)
    except NotAllowed:
        return {one: coded_label(one) for one in wanted}
