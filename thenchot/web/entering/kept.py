"""Forms half filled in: kept sealed at every change, offered when the same form is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from thenchot.access import drafts
from thenchot.sealed.keyring import Unopened

from ..here import Here

# Which form it is, in the form itself; the buttons *Dùng tiếp* and *Bỏ*.
KEY, GO_ON, PUT_AWAY = "nhap", "dung_tiep", "bo_nhap"
OF_THE_SENDING = ("csrfmiddlewaretoken", PUT_AWAY)


@dataclass(frozen=True)
class Kept:
    """What was typed, and when."""

    at: datetime
    said: dict[str, str]


def keep(here: Here, said: Mapping[str, str]) -> None:
    """Keep what stands in the form now; nothing while the keyring is closed, or of what is no form's size."""
    if not said.get(KEY):
        return
    content = {name: text for name, text in said.items() if name not in OF_THE_SENDING}
    try:
        drafts.put(here.by, said[KEY], {"at": here.at.isoformat(), "said": content}, here.at)
    except (drafts.TooLong, Unopened):
        return


def kept(here: Here, key: str) -> Kept | None:
    """What this account typed into the form within a day."""
    found = drafts.get(here.by, key, here.at)
    return Kept(datetime.fromisoformat(found["at"]), dict(found["said"])) if found else None


def put_away(here: Here, said: Mapping[str, str]) -> None:
    """The form was saved, or nothing of it is wanted."""
    if said.get(KEY):
        drafts.drop(here.by, said[KEY])
