"""How people name an organisation, a person, a place on the command line, and how they are named back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from thenchot.ledger import reading
from thenchot.ledger.kinds import BODY, ORGANISATION, PERSON, PLACE
from thenchot.ledger.vietnamese import order
from thenchot.sealed import store
from thenchot.sealed.codes import code
from thenchot.sealed.labels import labels

NAMED = (
    "SELECT subject, track, value FROM ledger_period"
    " WHERE subject {} AND track IN ('name', 'code') AND since <= %s ORDER BY since"
)


class Unknown(LookupError):
    """Nobody and nothing of that name; the message is for the person."""


def subject(text: str) -> int:
    """The id of the code of an organisation or place, a personal or card number, a member's code."""
    for found in (_by_code(text), _by_id(text), _by_number(text), _by_member_code(text)):
        if found is not None:
            return found
    raise Unknown(
        _("Không tìm thấy “{text}” trong sổ. Ghi mã tổ chức, số định danh hoặc mã đảng viên.").format(
            text=text
        )
    )


def resolve(kind: str | None, text: str) -> int | None:
    """For columns of an import: the id, or nothing."""
    if kind == PERSON:
        return _by_number(text) or _by_member_code(text) or _by_id(text)
    return _by_code(text, (kind,) if kind else (ORGANISATION, PLACE, BODY)) or _by_id(text)


def _by_code(text: str, kinds: tuple[str, ...] = (ORGANISATION, PLACE, BODY)) -> int | None:
    """The organisation of a code before the place that has the same one."""
    for kind in kinds:
        found = reading.subjects_with("code", [text.lower()], kind)
        if found:
            return found[text.lower()]
    return None


def _by_id(text: str) -> int | None:
    if not text.isdigit() or len(text) > 19:
        return None
    found = reading.rows("SELECT about FROM ledger_entry WHERE about = %s LIMIT 1", [int(text)])
    return int(text) if found else None


def _by_number(text: str) -> int | None:
    return store.by_number(text) if any(letter.isdigit() for letter in text) else None


def _by_member_code(text: str) -> int | None:
    wanted = text.upper()
    persons = reading.rows("SELECT DISTINCT about FROM ledger_entry WHERE kind = 'people.registered'")
    matching = [person for (person,) in persons if code(person) == wanted]
    return matching[0] if len(matching) == 1 else None


def by_name(names: Mapping[int, str]) -> list[tuple[int, str]]:
    """Organisations in the Vietnamese order of their names."""
    return sorted(names.items(), key=lambda pair: _place(pair[1]))


# Names of organisations stand on every page and hardly change; those of persons do not belong here.
_place = lru_cache(8192)(order)


def names_of(subjects: Iterable[int], *, as_of: date = date.max, apart: bool = False) -> dict[int, str]:
    """Organisations, bodies and places by the last name they had by a day; without keys by code or id.

    `apart`: those of equal names have their code behind it, *Chi bộ thôn 1 (08.215.003)*.
    """
    wanted = list(dict.fromkeys(subjects))
    notes: dict[int, int] = {}
    codes: dict[int, str] = {}
    for start in range(0, len(wanted), reading.AT_ONCE):
        condition, values = reading.among(wanted[start : start + reading.AT_ONCE])
        for subject_, track, value in reading.rows(NAMED.format(condition), [*values, as_of]):
            if track == "name":
                notes[subject_] = int(value)
            else:
                codes[subject_] = value
    texts = labels(notes.values())
    names = {one: texts.get(notes.get(one, 0)) or codes.get(one) or str(one) for one in wanted}
    if not apart:
        return names
    times = Counter(names.values())
    return {
        one: f"{name} ({codes[one]})" if times[name] > 1 and one in codes else name
        for one, name in names.items()
    }
