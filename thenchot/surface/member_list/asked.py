"""A file's bytes to a checked list: through the door, the confined worker, the check. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thenchot.files import words as files
from thenchot.files.limits import CSV, XLSX
from thenchot.files.refusals import Refused
from thenchot.files.tables import read_table
from thenchot.law.values import LawBook
from thenchot.law.world import shipped
from thenchot.reports.member_list.checking import Checked, NotAMemberList, check

from . import words


class NotRead(ValueError):
    """The file could not be read as a member list; the message is the sentence for people."""


@dataclass(frozen=True)
class Answer:
    """The list, the name the file was given by, and what was said of the file when it was read."""

    name: str
    checked: Checked
    notes: tuple[str, ...]


def check_bytes(data: bytes, name: str, today: date, law: LawBook | None = None) -> Answer:
    """A member list checked as of `today` by the `law` of a book; NotRead with a sentence.

    Without a book by the values that come with the program.
    """
    try:
        table = read_table(data, (XLSX.name, CSV.name), name=name)
        checked = check(table, law or shipped(), today)
    except Refused as no:
        raise NotRead(files.say(no)) from None
    except NotAMemberList:
        raise NotRead(str(words.NOT_A_LIST)) from None
    return Answer(name, checked, tuple(files.say(note) for note in table.notes))
