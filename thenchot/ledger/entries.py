"""An entry: an act with its place in the book, and the two lines of text it is stored as."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import Any

from .days import iso, parse_day
from .kinds import KINDS, SEALED, Act

RECORD, RESTATE, WITHDRAW = "record", "restate", "withdraw"

# A number on a paper such as 12-QĐ/HU or 202/2025/QH15: no sentence fits into it.
PAPER_FORM = re.compile(r"[0-9A-Za-zĐđƯưÔôÊêÂâĂă./\-]{1,40}\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the book. `act` is nothing where its facts were erased."""

    seq: int
    root: int
    act_set: int
    kind: str
    shape: int
    about: int
    organisation: int | None
    effective_on: date
    signed_on: date | None
    paper: str | None
    written_at: datetime
    by: int
    does: str
    reason: str | None
    act: Act | None
    signer: str | None = None

    @property
    def order(self) -> tuple[date, int]:
        """Acts of a story stand in this order."""
        return self.effective_on, self.root


# Made once: json.dumps would build an encoder for every line.
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical(value: dict[str, Any]) -> str:
    """One line of canonical JSON (RFC 8785; only text, whole numbers and yes/no occur)."""
    return _encode(value)


def canonical_facts(facts: dict[str, Any]) -> str:
    """The same of an act's facts, which are nearly always text only: half the time, 400,000 times."""
    parts = []
    for name in sorted(facts):
        if type(value := facts[name]) is str:
            parts.append(f'"{name}":{quoted(value)}')
        elif value is True or value is False:
            parts.append(f'"{name}":{"true" if value else "false"}')
        else:
            return _encode(facts)
    return f"{{{','.join(parts)}}}"


def moment(at: datetime) -> str:
    """A moment as stored: UTC with milliseconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def parse_moment(text: str) -> datetime:
    """A stored moment."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def facts_hash(salt: bytes, facts: str) -> str:
    """Binds facts to the head; with the salt gone it says nothing."""
    return sha256(salt + facts.encode()).hexdigest()


def head_line(
    act: Act,
    *,
    seq: int,
    root: int,
    act_set: int,
    written_at: str,
    by: int,
    does: str,
    reason: str | None,
    receipt: str | None,
    facts: str,
) -> str:
    """The head of an entry as stored: canonical JSON built key by key, because it is built 400,000 times.

    A test holds it equal to `canonical`.
    """
    parts = [f'{{"about":"{act.about}","act":"{act_set}","by":"{by}","does":"{does}",'
             f'"effective_on":"{iso(act.effective_on)}","facts_hash":"{facts}",'
             f'"kind":"{"sealed" if act.holds == SEALED else act.kind}"']  # fmt: skip
    if act.organisation is not None:
        parts.append(f',"organisation":"{act.organisation}"')
    if act.paper is not None:
        parts.append(f',"paper":{quoted(act.paper)}')
    if reason is not None:
        parts.append(f',"reason":"{reason}"')
    if receipt is not None:
        parts.append(f',"receipt":"{receipt}"')
    parts.append(f',"root":{root},"seq":{seq},"shape":{act.shape}')
    if act.signed_on is not None:
        parts.append(f',"signed_on":"{iso(act.signed_on)}"')
    if act.signer is not None:
        parts.append(f',"signer":"{act.signer}"')
    parts.append(f',"written_at":"{written_at}"}}')
    return "".join(parts)


def act_from(head: dict[str, Any], facts: str) -> Act:
    """The act of a stored head and facts; older shapes are brought to today's by the kind's own function."""
    kind = KINDS[head["kind"]]
    values = json.loads(facts)
    shape = head["shape"]
    while shape < kind.shape:
        values = kind.upgrades[shape](values)
        shape += 1
    fields = {field.name: field.read(values[field.name]) for field in kind.fields() if field.name in values}
    organisation = head.get("organisation")
    signed_on = head.get("signed_on")
    return kind(
        about=int(head["about"]),
        effective_on=parse_day(head["effective_on"]),
        organisation=int(organisation) if organisation else None,
        signed_on=parse_day(signed_on) if signed_on else None,
        paper=head.get("paper"),
        signer=head.get("signer"),
        **fields,
    )


def entry_from(head_text: str, facts: str | None) -> Entry:
    """A stored entry; without facts (erased, or sealed without its key) the act is nothing."""
    head = json.loads(head_text)
    organisation, signed_on = head.get("organisation"), head.get("signed_on")
    known = facts is not None and head["kind"] in KINDS
    return Entry(
        seq=head["seq"],
        root=head["root"],
        act_set=int(head["act"]),
        kind=head["kind"],
        shape=head["shape"],
        about=int(head["about"]),
        organisation=int(organisation) if organisation else None,
        effective_on=parse_day(head["effective_on"]),
        signed_on=parse_day(signed_on) if signed_on else None,
        paper=head.get("paper"),
        written_at=parse_moment(head["written_at"]),
        by=int(head["by"]),
        does=head["does"],
        reason=head.get("reason"),
        act=act_from(head, facts) if known and facts is not None else None,
        signer=head.get("signer"),
    )
