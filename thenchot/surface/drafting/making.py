"""Making a draft of last period's report, binding its numbers, bringing this period's values into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.files.door import admit
from thenchot.files.profiles import CHECK, TEMPLATE
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.periods import previous
from thenchot.reports.drafts.phrases import phrases
from thenchot.reports.drafts.shapes import Content, Number, Owned
from thenchot.reports.reading.written import Line, Sort
from thenchot.reports.word import controls
from thenchot.reports.word.confined import work
from thenchot.reports.word.outline import same, sentences
from thenchot.reports.word.package import Package
from thenchot.reports.word.refusing import SENTENCE
from thenchot.reports.word.text import paragraphs
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.period import Period

from .found import Found, found
from .offers import known_then, numbers

WORDS = 5  # a shorter sentence says nothing by which it could be known again
KINDS = ("docx",)


@dataclass(frozen=True)
class Start:
    """What a new draft is of: `before` is the period of the file; nothing said: the period before."""

    organisation: int
    period: Period
    period_code: str
    title: str = ""
    receiver: str = ""
    due_on: str = ""
    line: str = ""
    term_first: date | None = None
    before: Period | None = None


def begin(
    desk: Desk, engine: Engine, start: Start, data: bytes, name: str, *, by: int, at: datetime
) -> Saved:
    """*Lập dự thảo từ báo cáo kỳ trước*. NotAllowed, Refused at the door, Unopened."""
    desk.need(Action.DRAFT_REPORT, by=by, at=at, organisation=start.organisation)
    admitted = admit(data, KINDS, name, TEMPLATE)
    before = start.before or previous(start.period)
    put = phrases(before, start.period) if before else {}
    said, file = work("prepare", [admitted.data], phrases=put)
    lines = [_line(line) for line in said["lines"]]
    spans = _readable(found(lines), lines)
    known = known_then(engine, start.organisation, before, start.term_first)
    made = numbers(spans, known, _names())
    bound, file = work(
        "bind", [file], spans=[_span(one, span) for one, span in zip(made, spans, strict=True)]
    )
    there = set(bound["put"])
    content = Content(
        title=start.title, receiver=start.receiver, due_on=start.due_on,
        term_first=start.term_first.isoformat() if start.term_first else "",
        numbers=tuple(one for one in made if one.tag in there),
        sections=sections_of(said, ()),
        carried=carried(Package.read(file)),
        renewed=tuple((one["before"], one["after"]) for one in said["renewed"]),
    )  # fmt: skip
    return keeping.begin(
        new_code(desk), start.organisation, start.period_code, content, file, by=by, at=at, line=start.line
    )


def new_code(desk: Desk) -> str:
    """Twelve hex digits: what the address of a draft says."""
    return f"{desk.mint.id() & (2**48 - 1):012x}"


def _names() -> dict[str, str]:
    """What figures and shares are called, for comparing with sentences: always in Vietnamese."""
    parts = (CATALOGUE.figures, CATALOGUE.ratios, CATALOGUE.stated)
    return {code: one.vi for part in parts for code, one in part.items()}


def carried(package: Package) -> tuple[str, ...]:
    """The sentences of the file that hold no number of ours, by their fingerprints."""
    texts = [controls.marked(line) for line in paragraphs(package.body)]
    ends = [at for at, text in enumerate(texts) if text.strip().lower().startswith("nơi nhận")]
    body = [text for text in texts[: ends[-1] if ends else None] if text.strip() != SENTENCE]
    said = (sentence for text in body for sentence in sentences(text))
    return tuple(dict.fromkeys(fingerprint(one) for one in said if _says_something(one)))


def _says_something(sentence: str) -> bool:
    """A whole sentence without a number of ours; no heading, no line of the head."""
    return "⟦" not in sentence and len(sentence.split()) >= WORDS and sentence[-1] in ".;!?…:"


def fingerprint(sentence: str) -> str:
    """Twelve digits that know a sentence again, whatever its blanks and capitals."""
    return sha256(same(sentence).encode()).hexdigest()[:12]


def sections_of(said: dict[str, Any], before: Iterable[Owned]) -> tuple[Owned, ...]:
    known = {one.title: one for one in before}
    refused = set(said.get("refused", ()))
    return tuple(
        known.get(one["title"]) or Owned(one["title"], refused=one["title"] in refused)
        for one in said["sections"]
    )


def lines_of_file(data: bytes, name: str) -> list[Line]:
    """The lines of a Word file from outside. Refused at the door."""
    said, _file = work("lines", [admit(data, KINDS, name, CHECK).data])
    return [_line(line) for line in said["lines"]]


def _line(said: list[Any]) -> Line:
    number, text, sort, place, level, table, row, column = said
    return Line(number, text, Sort(sort), place, level, table, row, column)


def _readable(spans: Sequence[Found], lines: Sequence[Line]) -> list[Found]:
    """Nothing of the head and of the signatures: from the kind of paper on, to *Nơi nhận*."""
    first = next((one.number for one in lines if one.text.strip().upper() == "BÁO CÁO"), 0)
    ends = [one.number for one in lines if one.text.strip().lower().startswith("nơi nhận")]
    last = ends[-1] if ends else len(lines) + 1
    return [one for one in spans if first < one.line < last]


def _span(one: Number, span: Found) -> list[Any]:
    return [span.line, span.start, span.end, one.tag, ""]
