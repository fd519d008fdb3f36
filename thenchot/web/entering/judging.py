"""A form judged without writing: everything is done as if it were saved, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import DatabaseError
from django.utils.translation import gettext as _

from thenchot.access.desk import NotAllowed, Outcome
from thenchot.law import words as law
from thenchot.law.objections import AGAINST, IMPOSSIBLE
from thenchot.law.recording import Finding, Refused
from thenchot.law.versions import Value
from thenchot.ledger.days import spoken
from thenchot.ledger.entries import Entry
from thenchot.rooms.offices.events import Left
from thenchot.surface import together
from thenchot.surface.together import AlreadyThere
from thenchot.surface.told import told
from thenchot.surface.troubles import sentences
from thenchot.surface.words import NEWCOMER

from . import words
from .beside import box_of
from .form import Form


@dataclass(frozen=True)
class Said:
    """One finding in words: how bad, beside which box, the value of the law it rests on."""

    grade: str
    sentence: str
    box: str
    rule: str
    value: Value | None

    @property
    def amount(self) -> str:
        return law.amount(self.value) if self.value else ""

    @property
    def citation(self) -> str:
        return law.citation(self.value) if self.value else ""

    @property
    def checked(self) -> str:
        return str(law.GRADES[self.value.grade]) if self.value else ""

    @property
    def in_force(self) -> str:
        """From when until when the value holds, both ends inside."""
        if self.value is None:
            return ""
        if self.value.until is None:
            return _("từ {since}").format(since=spoken(self.value.since))
        last = spoken(self.value.until - timedelta(days=1))
        return _("từ {since} đến {last}").format(since=spoken(self.value.since), last=last)


@dataclass
class Judged:
    """What stands against a form, what waits for a second person, what kept it from being judged."""

    findings: list[Said] = field(default_factory=list)
    waits: bool = False
    trouble: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)  # what is written with it, a sentence each

    @property
    def refused(self) -> bool:
        return any(one.grade == IMPOSSIBLE for one in self.findings)

    @property
    def against(self) -> bool:
        return any(one.grade == AGAINST for one in self.findings)

    def beside(self, box: str) -> list[Said]:
        return [one for one in self.findings if one.box == box]


Try = Callable[[bool], Outcome]  # with *đúng như văn bản* or without, never leaving anything behind


def judged(form: Form, attempt: Try | None = None) -> Judged:
    """What would be said if this were saved now. Nothing is written; nothing is asked for."""
    attempt = attempt or (lambda on_paper: _row_tried(form, on_paper))
    try:
        try:
            outcome = attempt(True)
        except Refused:
            outcome = attempt(False)  # refused again, with everything that is against a rule too
        recorded = outcome.recorded
        return Judged(
            said(recorded.to_review, form), bool(outcome.waiting), also=_also(form, recorded.entries)
        )
    except Refused as refused:
        return Judged(said(refused.findings, form))
    except (NotAllowed, AlreadyThere, DatabaseError) as error:
        return _kept_from(form, error)


def said(findings: Iterable[Finding], form: Form) -> list[Said]:
    """Findings in words, each once."""
    names = {box.name for box in form.boxes}
    found = [
        Said(
            str(one.objection.grade),
            _graded(one),
            box_of(one.objection, names),
            one.objection.rule,
            one.objection.value,
        )
        for one in findings
    ]
    return list({(one.rule, one.sentence): one for one in found}.values())


def _also(form: Form, entries: Iterable[Entry]) -> list[str]:
    """The posts that are left by the same sending."""
    posts = [told(entry) for entry in entries if entry.kind == Left.kind and form.act is not Left]
    return [str(words.ALSO_LEAVES).format(posts="; ".join(posts))] if posts else []


def _graded(finding: Finding) -> str:
    grade, sentence = finding.objection.grade, law.say(finding.objection)
    if grade is IMPOSSIBLE:
        return str(words.SURELY).format(sentence=sentence)
    return str(words.DOUBTFUL if grade is AGAINST else words.UNSURE).format(sentence=sentence)


def _row_tried(form: Form, on_paper: bool) -> Outcome:
    with together.book_held():
        here = form.here
        return together.write(
            here.desk, [form.row()], by=here.by, at=here.at, act_set=form.act_set, on_paper=on_paper,
            dry_run=True,
        )  # fmt: skip


def taken(form: Form, error: AlreadyThere) -> None:
    """Beside the box of the number that somebody has."""
    for _row, kind in error.taken:
        form.errors[kind] = str(words.EXISTS_ALREADY).format(label=NEWCOMER[kind])


def _kept_from(form: Form, error: Exception) -> Judged:
    if isinstance(error, AlreadyThere):
        taken(form, error)
        return Judged()
    known = sentences(error)
    return Judged(
        trouble=[str(words.NOT_CHECKED).format(sentence=one) for one in (known[1] if known else [])]
    )
