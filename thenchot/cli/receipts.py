"""verify --receipt: the proof that one entry stands in the signed tree, to be checked by any program."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thenchot.ledger import proof, reading
from thenchot.ledger.checkpoints import Checkpoint, opened
from thenchot.ledger.merkle import root_from_inclusion

from .session import Session
from .troubles import NOT_READ, Stop


def say_receipt(session: Session, seq: int) -> None:
    """The proof that an entry stands in the tree of the last checkpoint that covers it."""
    notes = [note for size, _made, _occasion, note in proof.notes() if size >= seq]
    if not 0 < seq <= reading.size():
        raise Stop(_("Sổ không có bản ghi số {seq}.").format(seq=seq), code=NOT_READ)
    if not notes:
        raise Stop(
            _("Bản ghi số {seq} chưa nằm dưới lần ký nào; đề nghị in lại sau lần ký tới.").format(seq=seq)
        )
    checkpoint: Checkpoint = opened(notes[0], proof.origin(), session.desk.key.public_key())
    hashed, path = proof.receipt(seq, checkpoint.size)
    assert root_from_inclusion(hashed, seq - 1, checkpoint.size, path) == checkpoint.root
    head = next(reading.heads(after=seq - 1, upto=seq))[0]
    value = {"index": seq - 1, "head": head, "leaf": hashed.hex(), "proof": [one.hex() for one in path],
             "checkpoint": checkpoint.note}  # fmt: skip
    if session.json:
        session.answer(value)
        return
    session.say(_("Biên nhận của bản ghi số {seq}").format(seq=seq))
    session.say(head)
    for one in path:
        session.say(f"  {one.hex()}")
    session.say(checkpoint.note)
