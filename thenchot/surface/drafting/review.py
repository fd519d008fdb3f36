"""Cần xem lại: what a person should look at before a draft is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext_lazy as _

from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import BY_HAND, State
from thenchot.reports.word.outline import sentences
from thenchot.reports.word.package import Package
from thenchot.reports.word.whole import Whole, read

from .making import fingerprint
from .shown import readable

SENTENCE, NUMBER, RETURNED, REWORDED, SECTION, RENEWED, LOST = (
    "sentence", "number", "returned", "reworded", "section", "renewed", "lost",
)  # fmt: skip
MOST = 100


@dataclass(frozen=True)
class ToReview:
    """One line of the list: what sort, the words it is about, in which section, of which number."""

    sort: str
    text: str
    section: int = 0
    tag: str = ""
    paragraph: int = -1
    key: str = ""


SAID = {
    SENTENCE: _("Câu chép từ kỳ trước, chưa sửa: “{text}”"),
    NUMBER: _("Số chưa gắn với số liệu nào: {text}"),
    RETURNED: _("Lãnh đạo sửa số trong Word: {text}"),
    REWORDED: _("Lãnh đạo sửa câu trong Word: “{text}”"),
    SECTION: _("Mục {text} chưa gửi"),
    RENEWED: _("Chữ chỉ kỳ đã đổi: {text}"),
    LOST: _("Số đã gắn không còn trong văn bản: {text}"),
}


def to_review(saved: Saved, whole: Whole | None = None) -> list[ToReview]:
    """The most pressing first; at most a hundred."""
    whole = whole or read(Package.read(saved.file()))
    there, content = whole.places, saved.content
    section = partial(_section, whole)
    found = [
        ToReview(RETURNED, f"{one['before']} → {one['after'] or '…'}", section(one["tag"]), one["tag"])
        for one in content.returned
    ]
    waiting = {one["tag"] for one in content.returned}
    found += [
        ToReview(LOST, one.printed or one.before, tag=one.tag)
        for one in content.numbers
        if one.tag not in there and one.tag not in waiting and (one.bound or one.state is State.LOST)
    ]
    found += [ToReview(REWORDED, readable(after or before, content)) for before, after in content.reworded]
    titles = {one.title: place for place, one in enumerate(whole.sections)}
    found += [
        ToReview(SECTION, one.title, titles.get(one.title, 0))
        for one in content.sections
        if one.owner and not one.sent
    ]
    found += [
        ToReview(NUMBER, one.printed, section(one.tag), one.tag, there[one.tag])
        for one in content.numbers
        if one.state in (State.FOUND, State.OFFERED) and one.tag in there
    ]
    found += _carried(saved, whole)
    found += [ToReview(RENEWED, f"{a} → {b}") for a, b in dict.fromkeys(content.renewed)]
    return found[:MOST]


def words(one: ToReview) -> str:
    """The line as people read it."""
    return str(SAID[one.sort]).format(text=one.text)


def open_questions(saved: Saved) -> dict[str, int]:
    """How many numbers are bound, by hand, and still unsaid: for whoever approves."""
    numbers = saved.content.numbers
    return {
        "bound": sum(one.bound for one in numbers),
        "by_hand": sum(one.state in BY_HAND for one in numbers),
        "unsaid": sum(one.state in (State.FOUND, State.OFFERED) for one in numbers),
        "returned": len(saved.content.returned),
    }


def _carried(saved: Saved, whole: Whole) -> list[ToReview]:
    known = set(saved.content.carried) - set(saved.content.seen)
    if not known:
        return []
    found = []
    for at in range(len(whole.lines)):
        for sentence in sentences(whole.marked(at)):
            if "⟦" not in sentence and (key := fingerprint(sentence)) in known:
                known.discard(key)
                found.append(ToReview(SENTENCE, sentence, whole.section_at(at), paragraph=at, key=key))
    return found


def _section(whole: Whole, tag: str) -> int:
    return whole.section_at(whole.places.get(tag, -1))
