"""The desk: an opened installation through which commands and pages write, ask and look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from thenchot.law.recording import Recorded, record_many
from thenchot.ledger import proof, reading
from thenchot.ledger.events import Mode
from thenchot.ledger.minting import Mint, SeededMint, SystemMint
from thenchot.ledger.stories import Story
from thenchot.ledger.writing import Draft, Memory
from thenchot.sealed.keyring import Keyring
from thenchot.sealed.opening import keyring
from thenchot.sealed.signing import load_signing_key

from . import accounts, judging, log_proof, two_persons
from .accounts import Account
from .actions import Action
from .desk_looking import Looking, NotAllowed
from .judging import ERASED, today
from .requests import Request


class NotFounded(Exception):
    """There is no book here yet."""


class ModeDiffers(Exception):
    """The keys are of a demo and the book is not, or the other way round."""


@dataclass
class Outcome:
    """What was recorded now, and what waits for a second person."""

    recorded: Recorded = field(default_factory=Recorded)
    waiting: list[Request] = field(default_factory=list)


def signing_key_path() -> Path:
    return Path(settings.THENCHOT_HOME / "signing.key")


class Desk(Looking):
    """Made by `Desk.open`. Every method takes the account and the moment; it reads no clock."""

    def __init__(self, mode: Mode, key: Ed25519PrivateKey, ring: Keyring, seed: str | None) -> None:
        self.mode, self.key, self.keyring = mode, key, ring
        self.memory = Memory()
        self._seed = seed
        self.founding: Story | None = None  # as `open` read it
        self._mint: tuple[int, Mint] | None = None

    @classmethod
    def open(cls, *, seed: str | None = None) -> Desk:
        """The installation of the settings; `seed` for whoever tells a demo, alone with the book.

        NotFounded, ModeDiffers, SigningKeyRefused, KeyringBroken.
        """
        founding = reading.founding()
        if founding is None:
            raise NotFounded
        mode, ring = Mode(founding.value("mode")), keyring()
        if ring.mode != mode or ring.installation != founding.value("code"):
            raise ModeDiffers(ring.mode, mode)
        desk = cls(mode, load_signing_key(signing_key_path()), ring, seed)
        desk.founding = founding
        return desk

    @property
    def opened(self) -> bool:
        """Whether names can be read: the keyring is open."""
        return self.keyring.opened

    @property
    def mint(self) -> Mint:
        """New ids. A demo told from a seed draws them from it and the size of the book: told again, the same.

        Everybody else draws what nobody else can: two clerks begin from a book of the same size.
        """
        if self.mode is Mode.SERVICE or self._seed is None:
            return SystemMint()
        size = reading.size()
        if self._mint is None or self._mint[0] != size:
            self._mint = (size, SeededMint(f"{self._seed}/{size}"))
        return self._mint[1]

    # ------------------------------------------------------------------ who

    def sign_in(
        self, name: str, password: str | None, *, at: datetime, known_browser: bool = False
    ) -> Account:
        """The account. A demo asks for no password; SignInRefused says nothing about what was wrong."""
        if self.mode is Mode.SERVICE:
            return accounts.verified(name, password or "", at, known_browser=known_browser)
        try:
            account = accounts.named(name)
        except LookupError:
            raise accounts.SignInRefused from None
        if account.blocked:
            raise accounts.SignInRefused
        return account

    # ------------------------------------------------------------------ writing

    def record(self, drafts: Sequence[Draft], *, by: int, at: datetime, on_paper: bool = False) -> Outcome:
        """Write what the account may write; an act set with something for two persons waits as a whole.

        NotAllowed names every draft that is not; then nothing is written. Refused as `law.recording`.
        """
        found = judging.decisions(drafts, by, at)
        if refused := {place: one for place, one in enumerate(found) if one.refused}:
            raise NotAllowed(refused)
        asks = {d.act_set: one.action for d, one in zip(drafts, found, strict=True) if not one.yes}
        now = [draft for draft in drafts if draft.act_set not in asks]
        outcome = Outcome()
        if now:
            outcome.recorded = record_many(
                now, at=at, by=by, mint=self.mint, on_paper=on_paper, memory=self.memory
            )
        for act_set, action in asks.items():
            waiting = [draft for draft in drafts if draft.act_set == act_set]
            assert action is not None
            outcome.waiting.append(self._ask(action, waiting, by, at, on_paper))
        self.seal_the_day(at)
        return outcome

    def ask(
        self,
        action: Action,
        *,
        by: int,
        at: datetime,
        organisation: int,
        drafts: Sequence[Draft] = (),
        executor: str = "",
        payload: Mapping[str, Any] | None = None,
    ) -> Request:
        """Ask a second person for what a higher floor will do: a closing, an export. NotAllowed, Refused."""
        decision = self.may(action, by=by, at=at, organisation=organisation)
        if decision.refused:
            raise NotAllowed({0: decision})
        made = two_persons.request(
            action,
            by=by,
            at=at,
            mint=self.mint,
            drafts=drafts,
            organisations=[organisation],
            executor=executor,
            payload=payload,
        )
        self.seal_the_day(at)
        return made

    def confirm(self, code: str, *, by: int, at: datetime) -> Recorded:
        """Be the second person. NotConfirmed, Refused."""
        asked = two_persons.open_request(code, at)
        erases = any(draft.act.kind == ERASED for draft in asked.drafts)
        recorded = two_persons.confirm(code, by=by, at=at, mint=self.mint, memory=self.memory)
        if erases:
            self.memory = Memory()  # the stories in it still tell of the erased person
        self.seal_the_day(at)
        return recorded

    def decline(self, code: str, *, by: int, at: datetime) -> Recorded:
        """Say no, or take one's own request back. NotConfirmed."""
        recorded = two_persons.decline(code, by=by, at=at, mint=self.mint)
        self.seal_the_day(at)
        return recorded

    def seal_the_day(self, at: datetime) -> None:
        """The checkpoint of the day, at its first write; the viewing log is signed whenever the book was."""
        if not proof.checkpointed_on(today(at)):
            proof.make_checkpoint(self.key, occasion="day", at=at)
        log_proof.follow(self.key, at=at)

    def _ask(self, action: Action, drafts: Sequence[Draft], by: int, at: datetime, on_paper: bool) -> Request:
        for known in two_persons.asked_by(by, at):
            if known.drafts == list(drafts):
                return known  # the same form sent twice
        places = judging.places(drafts, by, at)
        return two_persons.request(
            action,
            by=by,
            at=at,
            mint=self.mint,
            drafts=drafts,
            organisations=places,
            on_paper=on_paper,
        )
