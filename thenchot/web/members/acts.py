"""Which acts the roll and a person's page offer, and where their forms are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from thenchot.access.actions import RECORDING, Action
from thenchot.rooms.membership.reading import Membership
from thenchot.surface.kinds import label_of
from thenchot.surface.usual import FIRST, usual_for
from thenchot.surface.waiting import Waiting

from ..here import Here

JOINING = ("membership.admitted", "membership.transferred_in", "membership.hosted", "membership.received")
# Then those that are rarer, as the rooms list them.
RARER = (
    "membership.moved", "membership.temporarily_sent", "membership.temporarily_returned",
    "membership.exemption_ended", "membership.hosted", "membership.hosting_ended", "membership.badge_awarded",
    "membership.card_issued", "membership.residence_introduced", "membership.residence_ended",
    "membership.remark_received", "membership.name_removed", "membership.released", "membership.expelled",
    "membership.admission_cancelled", "membership.restored", "membership.readmitted", "people.adjusted",
    "people.youth_union_set", "people.business_owner_set",
)  # fmt: skip


def form(kind: str, *, person: int | None = None, organisation: int | None = None) -> str:
    """The address of a form, filled in as far as it is known."""
    parts = {"nguoi": person, "to-chuc": organisation}
    said = urlencode({name: value for name, value in parts.items() if value is not None})
    address = reverse("entering:form", kwargs={"kind": kind})
    return f"{address}?{said}" if said else address


def of_roll(here: Here, organisation: int) -> list[dict[str, Any]]:
    """How somebody comes onto this roll; nothing on a past day or without the right."""
    if here.past or not here.can(Action.RECORD_MEMBERSHIP, organisation=organisation):
        return []
    return [{"label": label_of(kind), "address": form(kind, organisation=organisation)} for kind in JOINING]


def of_person(here: Here, membership: Membership, posts: Iterable[object]) -> list[dict[str, Any]]:
    """What can be recorded about a person of this standing by this account today."""
    if here.past:
        return []
    may = {room: here.can(action, person=membership.person) for room, action in RECORDING.items()}
    kinds = [*FIRST, *(kind for kind in RARER if kind not in FIRST)]
    return [
        {"kind": kind, "label": label_of(kind), "address": form(kind, person=membership.person)}
        for kind in usual_for(membership, posts, kinds)
        if may.get(kind.partition(".")[0])
    ]


def first(waiting: Iterable[Waiting], offered: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """The form of what is due now, under its own words; nothing where it may not be recorded."""
    by_kind = {one["kind"]: one for one in offered}
    for one in waiting:
        if one.begun and one.kind in by_kind:
            return by_kind[one.kind] | {"label": one.button}
    return None
