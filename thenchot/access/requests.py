"""The table of what waits for a second person, and drafts as text: exactly what will be written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django.db import models

from thenchot.ledger.entries import act_from, canonical
from thenchot.ledger.kinds import as_text
from thenchot.ledger.writing import Draft


class Request(models.Model):
    """One request. It lies here and not in the book because facts may be personal; it goes when answered.

    The book has its digest, so that what is confirmed is what was asked for.
    """

    database = "personal"

    code = models.CharField(max_length=16, primary_key=True)
    what = models.CharField(max_length=32)
    account = models.BigIntegerField()
    asked_at = models.DateTimeField()
    # Canonical JSON: drafts, the organisations it is about, the executor and what it needs.
    contents = models.TextField()

    class Meta:
        db_table = "access_request"

    @property
    def said(self) -> dict[str, Any]:
        """The contents, read."""
        return dict(json.loads(self.contents))

    @property
    def digest(self) -> str:
        return sha256(self.contents.encode()).hexdigest()

    @property
    def drafts(self) -> list[Draft]:
        return [draft_from(said) for said in self.said["drafts"]]

    @property
    def organisations(self) -> list[int]:
        return [int(one) for one in self.said["organisations"]]


def contents_of(
    drafts: Sequence[Draft],
    *,
    salt: bytes,
    organisations: Sequence[int],
    executor: str,
    payload: dict[str, Any],
    on_paper: bool,
) -> str:
    """What a request stores; the salt keeps the digest in the book from telling what it is of."""
    return canonical(
        {
            "drafts": [stored(draft) for draft in drafts],
            "organisations": [str(one) for one in organisations],
            "executor": executor,
            "payload": payload,
            "on_paper": on_paper,
            "salt": salt.hex(),
        }
    )


def stored(draft: Draft) -> dict[str, Any]:
    """A draft as JSON; missing parts are left out."""
    act = draft.act
    parts = {
        "kind": act.kind,
        "shape": act.shape,
        "about": str(act.about),
        "organisation": as_text(act.organisation),
        "effective_on": as_text(act.effective_on),
        "signed_on": as_text(act.signed_on),
        "paper": act.paper,
        "signer": act.signer,
        "facts": act.facts(),
        "act_set": str(draft.act_set),
        "does": draft.does,
        "root": draft.root,
        "reason": draft.reason,
        "receipt": draft.receipt,
    }
    return {name: part for name, part in parts.items() if part is not None}


def draft_from(said: dict[str, Any]) -> Draft:
    """The draft from its JSON."""
    return Draft(
        act_from(said, json.dumps(said["facts"])),
        int(said["act_set"]),
        said["does"],
        said.get("root"),
        said.get("reason"),
        said.get("receipt"),
    )
