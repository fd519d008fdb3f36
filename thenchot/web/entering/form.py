"""One opened form: its boxes with what was typed, its token, how far the book had come when it was opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from thenchot.access.actions import OF_THEIR_OWN, RECORDING, Action
from thenchot.access.rights import Decision
from thenchot.ledger import reading
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import BODY, ORGANISATION, PERSON, PLACE, Act
from thenchot.ledger.minting import SystemMint
from thenchot.rooms.membership.events import Admitted, CarriedOver, Hosted, Restored, TransferredIn
from thenchot.rooms.people.events import Registered
from thenchot.surface import together
from thenchot.surface.filling import Filled
from thenchot.surface.kinds import begins, label_of, recorded
from thenchot.surface.rows import Row, row

from ..here import Here
from . import typed
from .fields import ANSWERED, Box, boxes, needs_paper
from .kept import KEY

TOKEN, SEEN, NEW, ON_PAPER, PAPER_NEEDED = "ma_bieu", "den_ban_ghi", "moi", "dung_nhu_van_ban", "can_van_ban"
SIGNER_NEEDED = "can_nguoi_ky"  # a later paper that changes a record: number, day and signer
PERSON_IN_ADDRESS, ORGANISATION_IN_ADDRESS = "nguoi", "to-chuc"
# Somebody who is not in the book yet usually comes with these.
OF_NEWCOMERS = (Admitted, TransferredIn, Hosted, CarriedOver, Registered)
MAY_BE_NEW = (*OF_NEWCOMERS, Restored)


@dataclass
class Form:
    """Made from an address (opened) or from what was sent."""

    here: Here
    act: type[Act]
    said: dict[str, str]
    newcomer: bool = False
    token: str = ""
    seen: int = 0
    on_paper: bool = False
    paper_needed: bool = False
    signer_needed: bool = False
    entry: Entry | None = None  # what is restated
    leave_out: tuple[str, ...] = ()
    trouble: list[str] = field(default_factory=list)  # sentences over the form
    errors: dict[str, str] = field(default_factory=dict)  # beside a box

    @cached_property
    def boxes(self) -> list[Box]:
        found = boxes(self.act, newcomer=self.newcomer, paper_needed=self.paper_needed, signer=self._signed)
        found = [box for box in found if box.name not in self.leave_out]
        if self.entry is not None and self.entry.act is not None:
            found = [
                box
                for box in typed.whole_days(found, self.entry.act)
                if box.name not in ("about", "organisation")
            ]
        return found

    @property
    def _signed(self) -> bool:
        """Whether it asks who signed: of a later paper, and where the line to be corrected says so."""
        return self.signer_needed or (self.entry is not None and self.entry.signer is not None)

    @cached_property
    def filled(self) -> Filled:
        return typed.read(self.boxes, self.said)

    @property
    def key(self) -> str:
        """Under which name a draft of it is kept: the same whenever the same form is opened."""
        if KEY in self.said:
            return self.said[KEY]
        where = f"sua/{self.entry.root}" if self.entry is not None else type(self).__name__
        return f"{where}/{self.act.kind}/{self.about or ''}/{int(self.newcomer)}"

    @property
    def kind(self) -> str:
        return self.act.kind

    @property
    def label(self) -> str:
        return label_of(self.act.kind)

    @property
    def about(self) -> int | None:
        """The person or organisation it is about; nothing while it is not chosen or not in the book."""
        if self.entry is not None:
            return self.entry.about
        chosen = self.filled.values.get("about")
        return int(chosen) if chosen is not None else None

    @property
    def act_set(self) -> int:
        """The same for every sending of this opened form by this account."""
        return together.token_id("form", str(self.here.by), self.token)

    @property
    def action(self) -> Action:
        return action_of(self.act)

    def decision(self) -> Decision:
        """Whether this account may record this, about whom it is about, else anywhere at all."""
        if self.about is not None:
            sort = "person" if self.act.subject == PERSON else "organisation"
            if self.act.subject in (PLACE, BODY):
                return self.here.may(self.action)
            return self.here.may(self.action, **{sort: self.about})
        return self.here.reach.among(self.action, self.here.reach.scopes(self.action))

    def row(self) -> Row:
        """What is to be written; only of a form whose boxes are all filled, and while the book is held."""
        mint = self.here.desk.mint
        made = row(
            "", self.act, self.filled.values, newcomer=self.newcomer, new_id=mint.id, by=self.here.by,
            day=self.here.today,
        )  # fmt: skip
        made.leaves_posts = True
        return made

    def news(self) -> list[Entry]:
        """What came into the story since the form was opened."""
        if self.about is None:
            return []
        known = recorded()
        return [e for e in reading.entries(self.about) if e.seq > self.seen and e.kind in known]


def opened(here: Here, act: type[Act], query: Mapping[str, str]) -> Form:
    """A form from its address: whom it is about, values filled in beforehand."""
    said = dict(query)
    about = said.get(PERSON_IN_ADDRESS)
    if act.subject != PERSON:
        about = about or said.get(ORGANISATION_IN_ADDRESS)
    if about and not begins(act):
        said["about"] = about
    elif about and act.subject == ORGANISATION:
        said.setdefault("parent", about)
    said |= {name: answer for name, answer in ANSWERED.items() if name not in said}
    newcomer = said.get(NEW) == "1" or (not about and said.get(NEW) != "0" and issubclass(act, OF_NEWCOMERS))
    made = Form(
        here, act, said, newcomer=newcomer and issubclass(act, MAY_BE_NEW), token=new_token(),
        seen=reading.size(), paper_needed=needs_paper(act) or said.get(PAPER_NEEDED) == "1",
        signer_needed=said.get(SIGNER_NEEDED) == "1",
    )  # fmt: skip
    return made


def sent(here: Here, act: type[Act], said: Mapping[str, str], entry: Entry | None = None) -> Form:
    """A form as it comes back."""
    seen = said.get(SEEN, "")
    return Form(
        here,
        act,
        dict(said),
        newcomer=entry is None and said.get(NEW) == "1" and issubclass(act, MAY_BE_NEW),
        token=said.get(TOKEN, "") or new_token(),
        seen=int(seen) if seen.isascii() and seen.isdigit() else 0,
        on_paper=said.get(ON_PAPER) == "1",
        paper_needed=needs_paper(act) or said.get(PAPER_NEEDED) == "1",
        signer_needed=said.get(SIGNER_NEEDED) == "1",
        entry=entry,
    )


def new_token() -> str:
    """Drawn by the system, in a demo too: two forms opened beside each other are two."""
    return f"{SystemMint().id():x}"


def enterable() -> set[str]:
    """The kinds with a form of this sort; letters and reports of what is wrong have pages of their own."""
    rooms = RECORDING.keys() - {"documents"}
    return {kind for kind in recorded() if kind.partition(".")[0] in rooms and kind not in OF_THEIR_OWN}


def action_of(act: type[Act]) -> Action:
    """What recording this kind is, as rights call it."""
    if act.subject in (PLACE, BODY):
        return Action.RECORD_MAP
    return RECORDING[act.kind.partition(".")[0]]
