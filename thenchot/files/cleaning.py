"""A Word file that has been through other hands, made fit to be kept and written anew."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import confined
from .confined import whole
from .documents import WORKER, asked_of
from .door import Admitted, admit
from .profiles import TEMPLATE, TO_CLEAN
from .refusals import Note, Refused
from .word.answers import parts_of, repacked

# Notes in `words.NOTES` that say what was removed, by what the door would have refused.
REMOVED = {
    "tracked": "tracked_accepted", "hidden_text": "hidden_removed", "comments": "comments_removed",
    "field": "fields_flattened", "external_link": "links_removed", "template": "template_removed",
}  # fmt: skip


@dataclass(frozen=True)
class Cleaned:
    """The file as it may be kept (`admitted.data`, every part), and what was removed from the one given."""

    admitted: Admitted
    removed: tuple[Note, ...]


def clean(given: Path | str | bytes, name: str = "") -> Cleaned:
    """A Word file with every change accepted and without hidden text, comments, fields that fetch, links to
    outside and attached template; `removed` is empty where it had none of them.

    Refused for everything else the door refuses (macros, documents inside, …). What comes out has passed the
    door once more as TEMPLATE.
    """
    first = admit(given, {"docx"}, name, TO_CLEAN)
    if not first.notes:
        return Cleaned(admit(first.original, {"docx"}, first.name, TEMPLATE), ())
    with closing(confined.ask(WORKER, {**asked_of(first), "clean": True}, first.data)) as answers:
        answer = next(answers, None)
    parts = parts_of(answer)
    without, removed = answer.get("without"), answer.get("removed")
    if not _texts(without) or not _counts(removed):
        raise Refused("memory")
    data = repacked(first, parts, without)
    notes = tuple(Note(REMOVED[code], "", removed[code]) for code in sorted(removed) if removed[code])
    return Cleaned(admit(data, {"docx"}, first.name, TEMPLATE), notes)


def _texts(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(one, str) for one in given)


def _counts(given: Any) -> bool:
    return isinstance(given, dict) and all(code in REMOVED and whole(given[code]) for code in given)
